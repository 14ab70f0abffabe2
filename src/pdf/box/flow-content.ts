import type { PseudoElement } from "../css/compile-selector.ts";
import type { Styled, StyleEngine } from "../css/style-engine.ts";
import { type DomElement, type DomNode, type DomText, textOf } from "../dom/dom-node.ts";
import type { BlockContent, Marker } from "./box.ts";
import type { BoxBuilder, ElementContext, Into, Surroundings } from "./build-context.ts";
import { isTableInternal } from "./build-table.ts";
import type { Counters } from "./counters.ts";
import { createFlow, type Flow } from "./flow.ts";
import { isFloat, isOutOfFlow } from "./formatting-root.ts";
import { generatedElement, isGenerated } from "./generated-element.ts";
import { generatedPieces } from "./generated-text.ts";
import { listCount } from "./list-numbers.ts";
import type { References } from "./references.ts";

export interface FlowContentOptions {
  readonly engine: StyleEngine;
  readonly counters: Counters;
  readonly references: References;
  styleOf(element: DomElement, parent: Styled): Styled;
  addElement(element: DomElement, context: ElementContext): void;
  /** Parts of a table that stand in none. */
  addTableParts(parts: readonly DomNode[], around: Surroundings, flow: Flow): void;
  /** Told of an element whose text a style takes away. */
  reportEmptied(element: DomElement): void;
}

export interface FlowContent extends Pick<BoxBuilder, "addNode" | "fill" | "contentOf"> {
  /** Languages of text that `hyphens: auto` applies to, so far. */
  readonly hyphenatedLangs: ReadonlySet<string>;
  /** A letter with a style of its own is looked for: the first of the next words. */
  awaitsLetter(): boolean;
}

/** Puts children, text and generated content into the flow of the element that holds them. */
export const createFlowContent = (options: FlowContentOptions): FlowContent => {
  const content = new Content(options);
  return {
    addNode: (node, around, into) => content.addNode(node, around, into),
    fill: (element, around, into) => content.fill(element, around, into),
    contentOf: (element, around, marker) => content.contentOf(element, around, marker),
    hyphenatedLangs: content.hyphenatedLangs,
    awaitsLetter: () => content.awaitsLetter,
  };
};

/** Parts of a table that stand in none, so far, and the white space after them. */
interface LooseParts {
  readonly parts: DomNode[];
  readonly blanks: DomText[];
}

/** A class: what is made for each document would be optimised for it, and again for the next. */
class Content {
  readonly hyphenatedLangs = new Set<string>();
  readonly #options: FlowContentOptions;
  /** The block whose first letter has a style of its own, until the letter is found. */
  #firstLetter: { readonly element: DomElement; readonly styled: Styled } | undefined;

  constructor(options: FlowContentOptions) {
    this.#options = options;
  }

  get awaitsLetter(): boolean {
    return this.#firstLetter !== undefined;
  }

  contentOf(element: DomElement, around: Surroundings, marker?: Marker): BlockContent {
    const letter = isGenerated(element)
      ? undefined
      : this.#options.engine.pseudoStyleOf(element, "first-letter", around.styled);
    if (letter) this.#firstLetter = { element, styled: letter };
    const flow = createFlow(this.#options.engine.anonymousStyle(around.styled.style), around.tag);
    for (const item of marker?.items ?? []) {
      if (item.kind === "text") flow.inline.text(item.text, item);
      else if (item.kind === "space") flow.inline.space(item);
    }
    this.fill(element, around, { flow });
    if (letter) this.#firstLetter = undefined;
    return flow.finish();
  }

  fill(element: DomElement, around: Surroundings, { flow, addChild }: Parameters<BoxBuilder["fill"]>[2]): void {
    this.#options.counters.scope(() => {
      const into = { around, flow };
      this.#addGenerated("before", element, into);
      const children = this.#childrenOf(element, around);
      if (addChild) for (const child of children) addChild(child);
      else this.#addChildren(children, around, flow);
      this.#addGenerated("after", element, into);
    });
  }

  /** Parts of a table that stand in none go together, with the white space between them. */
  #addChildren(children: readonly DomNode[], around: Surroundings, flow: Flow): void {
    const into = { around, flow };
    let loose: LooseParts | undefined;
    for (const child of children) {
      if (child.kind === "text") {
        if (loose && child.text.trim() === "") loose.blanks.push(child);
        else {
          if (loose) loose = this.#close(loose, into);
          this.#addText(child, around, flow);
        }
        continue;
      }
      const own = this.#options.styleOf(child, around.styled);
      if (isTableInternal(child, own) && !isFloat(own) && !isOutOfFlow(own)) {
        loose ??= { parts: [], blanks: [] };
        loose.parts.push(child);
        loose.blanks.length = 0;
      } else if (own.style.display !== "none") {
        if (loose) loose = this.#close(loose, into);
        this.#addStyled(child, own, into);
      }
    }
    if (loose) this.#close(loose, into);
  }

  /** `content: none` leaves of an element what stands before and after it (CSS Content 3, 1.1). */
  #childrenOf(element: DomElement, { styled }: Surroundings): readonly DomNode[] {
    if (styled.style.content !== "none" || isGenerated(element)) return element.children;
    if (textOf(element).trim() !== "") this.#options.reportEmptied(element);
    return [];
  }

  #addGenerated(
    pseudo: Extract<PseudoElement, "before" | "after">,
    element: DomElement,
    { around, flow }: Omit<ElementContext, "styled">,
  ): void {
    // `*::before` is of elements, not of what it generates.
    const styled = isGenerated(element)
      ? undefined
      : this.#options.engine.pseudoStyleOf(element, pseudo, around.styled);
    if (!styled || styled.style.display === "none") return;
    this.#options.counters.apply(styled.style, listCount(generatedElement(pseudo, [], element), styled.style));
    if (!Array.isArray(styled.style.content)) return;
    const content = generatedPieces(styled.style.content, {
      element,
      quotes: styled.style.quotes,
      counters: this.#options.counters,
      references: this.#options.references,
    });
    this.#options.addElement(generatedElement(pseudo, content, element), { around, styled, flow });
  }

  addNode(node: DomNode, around: Surroundings, { flow, change }: Into): void {
    if (node.kind === "text") {
      this.#addText(node, around, flow);
      return;
    }
    this.#addStyled(node, this.#options.styleOf(node, around.styled), { around, flow, change });
  }

  #addStyled(node: DomElement, own: Styled, { around, flow, change }: Into & { readonly around: Surroundings }): void {
    if (own.style.display === "none") return;
    if (own.style.display !== "contents") this.#options.counters.apply(own.style, listCount(node, own.style));
    const styled = change ? { ...own, style: { ...own.style, ...change } } : own;
    const isHidden = node.attributes["aria-hidden"] === "true";
    // Decoration keeps out of the paragraph that it stands in.
    this.#options.addElement(node, {
      around: isHidden ? { ...around, tag: "artifact", isInline: true } : around,
      styled,
      flow,
    });
  }

  /** The first letter of a block, with the punctuation around it (CSS Pseudo-Elements 4, 3.2), is an element of its own. */
  #addText(node: DomText, around: Surroundings, flow: Flow): void {
    const [start = "", letter = ""] = this.#firstLetter
      ? (node.text.match(/^(\s*)(\p{P}*[\p{L}\p{N}]\p{M}*\p{P}*)/u)?.slice(1) ?? [])
      : [];
    if (!this.#firstLetter || letter === "") {
      this.#addPlainText(node, around, flow);
      return;
    }
    const { element, styled } = this.#firstLetter;
    this.#firstLetter = undefined;
    const rest = node.text.slice(start.length + letter.length);
    // A word of one letter: the space after it, which begins a line beside a float, is not drawn.
    const space = isFloat(styled) && /^\s/.test(rest) ? " " : "";
    this.#addPlainText({ ...node, text: start }, around, flow);
    this.#options.addElement(generatedElement("first-letter", `${letter}${space}`, element), { around, styled, flow });
    this.#addPlainText({ ...node, text: rest }, around, flow);
  }

  #addPlainText(node: DomText, around: Surroundings, flow: Flow): void {
    if (around.styled.style.hyphens === "auto") this.hyphenatedLangs.add(around.lang);
    const isBetween = flow.holdsNoText && node.text.trim() === "";
    flow.inline.text(node.text, {
      style: around.styled.style,
      tag: around.isInline ? around.tag : isBetween ? "artifact" : flow.inlineTag(),
      link: around.link,
      decoration: around.decoration,
      lines: around.lines,
      rise: around.rise,
      edge: around.edge,
      shift: around.shift,
      location: node.location,
      lang: around.lang,
    });
  }

  #close({ parts, blanks }: LooseParts, { around, flow }: Omit<ElementContext, "styled">): undefined {
    this.#options.addTableParts(parts, around, flow);
    for (const blank of blanks) this.#addText(blank, around, flow);
  }
}

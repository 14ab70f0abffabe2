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
}

/** Puts children, text and generated content into the flow of the element that holds them. */
export function createFlowContent(options: FlowContentOptions): FlowContent {
  const { engine, counters, references, styleOf, addElement, addTableParts, reportEmptied } = options;
  const hyphenatedLangs = new Set<string>();
  /** The block whose first letter has a style of its own, until the letter is found. */
  let firstLetter: { readonly element: DomElement; readonly styled: Styled } | undefined;

  function contentOf(element: DomElement, around: Surroundings, marker?: Marker): BlockContent {
    const letter = isGenerated(element) ? undefined : engine.pseudoStyleOf(element, "first-letter", around.styled);
    if (letter) firstLetter = { element, styled: letter };
    const flow = createFlow(engine.anonymousStyle(around.styled.style), around.tag);
    for (const item of marker?.items ?? []) if (item.kind === "text") flow.inline.text(item.text, item);
    fill(element, around, { flow });
    if (letter) firstLetter = undefined;
    return flow.finish();
  }

  function fill(
    element: DomElement,
    around: Surroundings,
    { flow, addChild }: Parameters<BoxBuilder["fill"]>[2],
  ): void {
    counters.scope(() => {
      addGenerated("before", element, { around, flow });
      const children = childrenOf(element, around);
      if (addChild) for (const child of children) addChild(child);
      else addChildren(children, around, flow);
      addGenerated("after", element, { around, flow });
    });
  }

  /** Parts of a table that stand in none go together, with the white space between them. */
  function addChildren(children: readonly DomNode[], around: Surroundings, flow: Flow): void {
    let parts: DomNode[] = [];
    let blanks: DomText[] = [];
    function close(): void {
      if (parts.length > 0) addTableParts(parts, around, flow);
      for (const blank of blanks) addText(blank, around, flow);
      parts = [];
      blanks = [];
    }
    for (const child of children) {
      if (child.kind === "text") {
        if (parts.length > 0 && child.text.trim() === "") blanks.push(child);
        else {
          close();
          addText(child, around, flow);
        }
        continue;
      }
      const own = styleOf(child, around.styled);
      if (isTableInternal(child, own) && !isFloat(own) && !isOutOfFlow(own)) {
        parts.push(child);
        blanks = [];
      } else if (own.style.display !== "none") {
        close();
        addStyled(child, own, { around, flow });
      }
    }
    close();
  }

  /** `content: none` leaves of an element what stands before and after it (CSS Content 3, 1.1). */
  function childrenOf(element: DomElement, { styled }: Surroundings): readonly DomNode[] {
    if (styled.style.content !== "none" || isGenerated(element)) return element.children;
    if (textOf(element).trim() !== "") reportEmptied(element);
    return [];
  }

  function addGenerated(
    pseudo: Extract<PseudoElement, "before" | "after">,
    element: DomElement,
    { around, flow }: Omit<ElementContext, "styled">,
  ): void {
    // `*::before` is of elements, not of what it generates.
    const styled = isGenerated(element) ? undefined : engine.pseudoStyleOf(element, pseudo, around.styled);
    if (!styled || styled.style.display === "none") return;
    counters.apply(styled.style, listCount(generatedElement(pseudo, [], element), styled.style));
    if (!Array.isArray(styled.style.content)) return;
    const content = generatedPieces(styled.style.content, {
      element,
      quotes: styled.style.quotes,
      counters,
      references,
    });
    addElement(generatedElement(pseudo, content, element), { around, styled, flow });
  }

  function addNode(node: DomNode, around: Surroundings, { flow, change }: Into): void {
    if (node.kind === "text") {
      addText(node, around, flow);
      return;
    }
    addStyled(node, styleOf(node, around.styled), { around, flow, change });
  }

  function addStyled(
    node: DomElement,
    own: Styled,
    { around, flow, change }: Into & { readonly around: Surroundings },
  ): void {
    if (own.style.display === "none") return;
    if (own.style.display !== "contents") counters.apply(own.style, listCount(node, own.style));
    const styled = change ? { ...own, style: { ...own.style, ...change } } : own;
    const isHidden = node.attributes["aria-hidden"] === "true";
    // Decoration keeps out of the paragraph that it stands in.
    addElement(node, { around: isHidden ? { ...around, tag: "artifact", isInline: true } : around, styled, flow });
  }

  /** The first letter of a block, with the punctuation around it (CSS Pseudo-Elements 4, 3.2), is an element of its own. */
  function addText(node: DomText, around: Surroundings, flow: Flow): void {
    const [start = "", letter = ""] = firstLetter
      ? (node.text.match(/^(\s*)(\p{P}*[\p{L}\p{N}]\p{M}*\p{P}*)/u)?.slice(1) ?? [])
      : [];
    if (!firstLetter || letter === "") {
      addPlainText(node, around, flow);
      return;
    }
    const { element, styled } = firstLetter;
    firstLetter = undefined;
    const rest = node.text.slice(start.length + letter.length);
    // A word of one letter: the space after it, which begins a line beside a float, is not drawn.
    const space = isFloat(styled) && /^\s/.test(rest) ? " " : "";
    addPlainText({ ...node, text: start }, around, flow);
    addElement(generatedElement("first-letter", `${letter}${space}`, element), { around, styled, flow });
    addPlainText({ ...node, text: rest }, around, flow);
  }

  function addPlainText(node: DomText, around: Surroundings, flow: Flow): void {
    if (around.styled.style.hyphens === "auto") hyphenatedLangs.add(around.lang);
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

  return { addNode, fill, contentOf, hyphenatedLangs };
}

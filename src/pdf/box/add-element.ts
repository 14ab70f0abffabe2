import { type DomElement, textOf } from "../dom/dom-node.ts";
import type { BoxBuilder, ElementContext } from "./build-context.ts";
import { buildFloat, withoutFloat } from "./build-float.ts";
import { buildFootnote, type FootnoteOptions } from "./build-footnote.ts";
import { buildInline, type InlineOptions } from "./build-inline.ts";
import { buildOutOfFlow } from "./build-out-of-flow.ts";
import { buildPicture, isPictureElement } from "./build-picture.ts";
import { groupWithLabel, inputWithText, selectWithChoice, textareaWithText } from "./form-controls.ts";
import { insideOf, isAtomic, isFloat, isInline, isLineEnd, isOutOfFlow } from "./formatting-root.ts";
import { embeddedPicture, type IsPictureThere, isLeader, replacingPicture } from "./generated-element.ts";
import { mathText } from "./math-text.ts";

export interface AddElementOptions extends Omit<InlineOptions, "builder">, Omit<FootnoteOptions, "builder"> {
  /** `flow`: floats stand where they are written, as blocks. */
  readonly floats: "flow" | "side";
  readonly isThere: IsPictureThere;
  /** Told of each element. */
  reportElement(element: DomElement): void;
}

export interface ElementAdder {
  add(element: DomElement, context: ElementContext, builder: BoxBuilder): void;
  /** There were floats at the side, and footnotes. */
  readonly hasFloats: boolean;
  readonly hasNotes: boolean;
}

/** Puts an element into the flow around it, as the kind of box that its name and its style say. */
export const createElementAdder = (options: AddElementOptions): ElementAdder => new Adder(options);

class Adder implements ElementAdder {
  hasFloats = false;
  hasNotes = false;
  readonly #options: AddElementOptions;
  #withBuilder: (AddElementOptions & { readonly builder: BoxBuilder }) | undefined;
  #isInNote = false;

  constructor(options: AddElementOptions) {
    this.#options = options;
  }

  add(source: DomElement, given: ElementContext, builder: BoxBuilder): void {
    const { isThere } = this.#options;
    const element =
      replacingPicture(source, given.styled.style, isThere) ??
      embeddedPicture(source, isThere) ??
      withShownContent(source);
    if (isOutOfFlow(given.styled) && !isLineEnd(element)) this.#addOutOfFlow(element, given, builder);
    else this.#addInFlow(element, given, builder);
  }

  #addInFlow(element: DomElement, given: ElementContext, builder: BoxBuilder): void {
    const context = this.#options.floats === "flow" && isFloat(given.styled) ? withoutFloat(given) : given;
    const { around, styled, flow } = context;
    this.#options.reportElement(element);
    const { display, float } = styled.style;
    if (isLeader(element)) {
      addLeader(element, context);
      return;
    }
    const special = isPictureElement(element) ? buildPicture : lineElements[element.name];
    // A note within a note is part of its text.
    if (float === "footnote" && !this.#isInNote) this.#addFootnote(element, context, builder);
    else if (isFloat(styled) && !isLineEnd(element)) this.#addFloat(element, context, builder);
    else if (special) special(element, context, builder);
    else if (display === "contents") this.#fillContents(element, context, builder);
    else if (isInline(display)) buildInline(element, context, this.#optionsWith(builder));
    else if (isAtomic(display)) {
      const outer = around.isInline ? around : { ...around, tag: flow.inlineTag() };
      // Lines under or through a text pass by what is in it as a whole, as they do by floats (CSS Text Decoration 3, 2.1).
      flow.inline.atom(builder.blockLevel(element, { ...outer, styled, lines: [] }, insideOf[display]), around);
    } else flow.block(builder.blockLevel(element, { ...around, styled }, display));
  }

  /** Made once: a document has one builder, and hundreds of elements in lines. */
  #optionsWith(builder: BoxBuilder): AddElementOptions & { readonly builder: BoxBuilder } {
    if (this.#withBuilder?.builder !== builder) this.#withBuilder = { builder, ...this.#options };
    return this.#withBuilder;
  }

  /** An element without a box is still what it is to whoever listens. */
  #fillContents(element: DomElement, { around, styled, flow }: ElementContext, builder: BoxBuilder): void {
    const tag = builder.blockTag(element, around);
    const inside = { ...around, styled, lang: element.attributes.lang ?? around.lang };
    builder.fill(element, tag ? { ...inside, tag, isInline: true } : inside, { flow });
  }

  #addFloat(element: DomElement, context: ElementContext, builder: BoxBuilder): void {
    const box = buildFloat(element, context, builder);
    if (!box) return;
    this.hasFloats = true;
    context.flow.inline.float(box);
  }

  #addOutOfFlow(element: DomElement, given: ElementContext, builder: BoxBuilder): void {
    this.#options.reportElement(element);
    const box = buildOutOfFlow(element, isFloat(given.styled) ? withoutFloat(given) : given, builder);
    if (box) given.flow.inline.outOfFlow(box);
  }

  #addFootnote(element: DomElement, context: ElementContext, builder: BoxBuilder): void {
    this.#isInNote = true;
    this.hasNotes = true;
    buildFootnote(element, context, this.#optionsWith(builder));
    this.#isInNote = false;
  }
}

/** Dots between two texts are nothing to read. */
function addLeader(element: DomElement, { around, styled, flow }: ElementContext): void {
  flow.inline.leader(textOf(element), {
    style: styled.style,
    tag: "artifact",
    link: undefined,
    decoration: undefined,
    lines: [],
    rise: around.rise,
    location: element.location,
    lang: around.lang,
  });
}

/** Elements that show something else than what is in them. */
const shownContent: Readonly<Record<string, (element: DomElement) => DomElement>> = {
  // Paper cannot set formulas: their words stand for them.
  math(element) {
    const text = element.attributes.alttext ?? mathText(element);
    return { ...element, children: [{ kind: "text", text, parent: element, location: element.location }] };
  },
  input: inputWithText,
  select: selectWithChoice,
  textarea: textareaWithText,
  optgroup: groupWithLabel,
};

const withShownContent = (element: DomElement): DomElement =>
  element.space === "html" ? (shownContent[element.name]?.(element) ?? element) : element;

/** Elements that end a line, or allow it to end. */
const lineElements: Readonly<
  Record<string, (element: DomElement, context: ElementContext, builder: BoxBuilder) => void>
> = {
  br: (_, { around, styled, flow }) =>
    flow.inline.lineBreak(styled.style, around.isInline ? around.tag : flow.inlineTag()),
  wbr: (element, { around, flow }, builder) =>
    builder.addNode({ kind: "text", text: "\u200b", parent: element, location: element.location }, around, { flow }),
};

import type { PseudoElement } from "../css/compile-selector.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { Styled, StyleEngine } from "../css/style-engine.ts";
import type { DomElement } from "../dom/dom-node.ts";
import type { TagNode } from "../tags/tag-node.ts";
import type { BlockBox, Footnote, LinkTarget, Marker } from "./box.ts";
import { type BoxBuilder, insideBlock, type Surroundings } from "./build-context.ts";
import { withLinesOf } from "./build-inline.ts";
import type { Counters } from "./counters.ts";
import type { Tagger } from "./create-tagger.ts";
import type { Flow } from "./flow.ts";
import { generatedText } from "./generated-text.ts";
import { createInlineCollector } from "./inline-collector.ts";
import type { References } from "./references.ts";

export interface FootnoteOptions {
  readonly builder: BoxBuilder;
  readonly engine: StyleEngine;
  readonly tagger: Tagger;
  readonly counters: Counters;
  readonly references: References;
}

/** Where no call is drawn, a character without a shape keeps the note's place. */
const wordJoiner = "\u2060";

/**
 * An element with `float: footnote` (CSS GCPM 3, 2): in its place a call, which links to the note, and at the foot of the
 * page the note, which in the structure tree comes right after its call.
 */
export function buildFootnote(
  element: DomElement,
  { around, styled, flow }: { readonly around: Surroundings; readonly styled: Styled; readonly flow: Flow },
  options: FootnoteOptions,
): void {
  const { counters, tagger } = options;
  if (!styled.style.counterIncrement.some(({ name }) => name === "footnote")) counters.increment("footnote");
  const parent = around.isInline ? around.tag : flow.inlineTag();
  const tag = parent === "artifact" ? undefined : tagger.noteTag(element, parent);
  const note = noteOf(element, { around, styled, tag }, options);
  // The call stands in the text, and looks like it: it takes after the element around the note.
  const call = pseudoText(element, "footnote-call", { styled: around.styled, options });
  const reference: TagNode | undefined = parent === "artifact" ? undefined : { role: "Reference", parent };
  const link: LinkTarget | undefined = call &&
    reference &&
    tag && { href: `#${tag.id}`, tag: { role: "Link", parent: reference }, label: call.text };
  const style = call?.style ?? around.styled.style;
  flow.inline.text(call?.text ?? wordJoiner, {
    style,
    tag: link?.tag ?? parent,
    link,
    decoration: around.decoration,
    lines: around.lines,
    ...(call ? options.builder.riseIn(style, around) : { rise: around.rise, edge: around.edge }),
    location: element.location,
    lang: around.lang,
    note,
  });
}

interface NoteContext {
  readonly around: Surroundings;
  readonly styled: Styled;
  readonly tag: (TagNode & { readonly id: string }) | undefined;
}

/** Documents share their styles, and to copy one takes more than all else of a note. */
const blockStyles = new WeakMap<ComputedStyle, ComputedStyle>();

function asBlock(style: ComputedStyle): ComputedStyle {
  const known = blockStyles.get(style);
  if (known) return known;
  const block: ComputedStyle = { ...style, display: "block" };
  blockStyles.set(style, block);
  return block;
}

function noteOf(element: DomElement, { around, styled, tag }: NoteContext, options: FootnoteOptions): Footnote {
  const { builder } = options;
  const lang = element.attributes.lang ?? around.lang;
  const owner: TagNode | undefined = tag && lang !== "" && lang !== around.lang ? { ...tag, lang } : tag;
  const inside: Surroundings = {
    ...insideBlock(around, styled, owner),
    lang,
    link: undefined,
    lines: withLinesOf(styled.style, []),
  };
  const { anchors = [], ...marks } = builder.marksOf(element, styled) ?? { strings: [], bookmark: undefined };
  const box: BlockBox = {
    kind: "block",
    style: asBlock(styled.style),
    tag: owner,
    marks: { ...marks, anchors: tag && !anchors.includes(tag.id) ? [...anchors, tag.id] : anchors },
    marker: undefined,
    content: builder.contentOf(element, inside, markerOf(element, inside, options)),
  };
  const whole: BlockBox = {
    kind: "block",
    style: builder.anonymousStyle(styled.style),
    tag: undefined,
    marks: undefined,
    marker: undefined,
    content: { kind: "blocks", children: [box], hasFloats: false },
  };
  return { box: whole, tag: owner };
}

function markerOf(element: DomElement, inside: Surroundings, options: FootnoteOptions): Marker | undefined {
  const { styled, tag, lang } = inside;
  const marker = pseudoText(element, "footnote-marker", { styled, options });
  if (!marker) return undefined;
  const label: TagNode | undefined = tag === "artifact" ? undefined : { role: "Lbl", parent: tag };
  const collector = createInlineCollector();
  collector.text(marker.text, {
    style: marker.style,
    tag: label ?? "artifact",
    link: undefined,
    decoration: undefined,
    lines: [],
    rise: options.builder.riseIn(marker.style, { ...inside, rise: 0 }).rise,
    location: element.location,
    lang,
  });
  return { items: collector.items, style: marker.style, tag: label };
}

function pseudoText(
  element: DomElement,
  pseudo: PseudoElement,
  { styled, options }: { readonly styled: Styled; readonly options: FootnoteOptions },
): { readonly text: string; readonly style: ComputedStyle } | undefined {
  const own = options.engine.pseudoStyleOf(element, pseudo, styled)?.style;
  if (!own || own.display === "none" || !Array.isArray(own.content)) return undefined;
  const text = generatedText(own.content, { element, quotes: own.quotes, ...options });
  return text === "" ? undefined : { text, style: own };
}

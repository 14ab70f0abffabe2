import { resolveLength } from "../../stylesheet/index.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { Styled } from "../css/style-engine.ts";
import { decodeFragment } from "../dom/decode-fragment.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { isTocLink, type LinkTargets } from "../tags/element-tags.ts";
import type { TagNode } from "../tags/tag-node.ts";
import { borderWidths } from "./border-widths.ts";
import type { InlineDecoration, LinkTarget, Marker, Shift, TextLine } from "./box.ts";
import type { BoxBuilder, Surroundings } from "./build-context.ts";
import type { MarkedItem } from "./create-markers.ts";
import type { Flow } from "./flow.ts";
import { plainText } from "./plain-text.ts";

export interface InlineOptions {
  readonly builder: BoxBuilder;
  readonly targets: LinkTargets;
  markerOf(element: DomElement, item: MarkedItem): Marker | undefined;
  /** A link within the document that leads nowhere. */
  onDeadLink(element: DomElement): void;
  /** A link that is a program, or longer than a PDF can hold. */
  onUnsafeLink(element: DomElement): void;
}

/** An inline element: its text goes into the flow's open run, with what it adds: style, link, tag, background. */
export function buildInline(
  element: DomElement,
  { around, styled, flow }: { readonly around: Surroundings; readonly styled: Styled; readonly flow: Flow },
  options: InlineOptions,
): void {
  const { builder } = options;
  const { style } = styled;
  const outer = around.isInline ? around : { ...around, tag: flow.inlineTag(), isInline: true };
  const link = linkOf(element, outer, options);
  const tag = link ? link.tag : (builder.blockTag(element, outer) ?? outer.tag);
  const decoration = decorationOf(style, around.decoration);
  const { rise, edge: lineEdge } = builder.riseIn(style, around);
  const inside: Surroundings = {
    styled,
    tag,
    lang: element.attributes.lang ?? around.lang,
    link: link ?? around.link,
    decoration,
    lines: withLinesOf(style, around.lines),
    rise,
    edge: lineEdge,
    shift: shiftOf(style, around.shift),
    isInline: true,
  };
  const marks = builder.marksOf(element, styled);
  if (marks) flow.inline.marks(marks);
  const own = decoration === around.decoration ? undefined : decoration;
  const addEdge = ({ isLeft, margin, width }: ReturnType<typeof edges>[number], isEnd: boolean) => {
    const edge = own && { of: own, isLeft, margin, rise };
    if (own || width !== 0) flow.inline.space({ width, decoration: around.decoration, isEnd, edge });
  };
  const [before, after] = edges(style);
  addEdge(before, false);
  const isolate = isolateOf(element);
  if (isolate !== undefined) flow.inline.isolate(isolate);
  if (style.display === "inline-list-item") addMarker(element, { around: inside, styled, flow }, options);
  builder.fill(element, inside, { flow });
  if (isolate !== undefined) flow.inline.isolate(isolates.end);
  addEdge(after, true);
}

/** The marker of an item in a line stands inside (CSS Lists 3, 3.1). */
function addMarker(
  element: DomElement,
  { around, styled, flow }: { readonly around: Surroundings; readonly styled: Styled; readonly flow: Flow },
  { markerOf }: InlineOptions,
): void {
  const tag = around.tag === "artifact" ? undefined : around.tag;
  const marker = markerOf(element, { around, styled, tag });
  for (const item of marker?.items ?? [])
    if (item.kind === "text") flow.inline.text(item.text, { ...item, decoration: around.decoration });
}

/** Of an inline box; a percentage, of a block that is not known here, counts as nothing (CSS Positioned Layout 3, 3.3). */
function shiftOf({ position, top, right, bottom, left }: ComputedStyle, around: Shift | undefined): Shift | undefined {
  if (position !== "relative") return around;
  const length = (value: typeof top) => (typeof value === "number" ? value : undefined);
  const { x, y } = around ?? { x: 0, y: 0 };
  return { x: x + (length(left) ?? -(length(right) ?? 0)), y: y + (length(top) ?? -(length(bottom) ?? 0)) };
}

const isolates = { ltr: "\u2066", rtl: "\u2067", auto: "\u2068", end: "\u2069" } as const;

/** An inline element with a direction of its own (HTML 15.3.5); `bdi` finds out its direction. */
function isolateOf({ name, attributes }: DomElement): string | undefined {
  const { dir } = attributes;
  if (dir === "ltr" || dir === "rtl" || dir === "auto") return isolates[dir];
  return name === "bdi" ? isolates.auto : undefined;
}

function linkOf(
  element: DomElement,
  around: Surroundings,
  { builder, targets, onDeadLink, onUnsafeLink }: InlineOptions,
): LinkTarget | undefined {
  const { href } = element.attributes;
  if (element.name !== "a" || href === undefined || href.trim() === "") return undefined;
  if (!isAddress(href)) {
    onUnsafeLink(element);
    return undefined;
  }
  const id = href.startsWith("#") ? decodeFragment(href.slice(1)) : undefined;
  if (id !== undefined && !targets.ids.has(id)) {
    onDeadLink(element);
    return undefined;
  }
  const isNote = element.attributes.role === "doc-noteref" || (id !== undefined && targets.notes.has(id));
  const isReference = isNote || (id !== undefined && isTocLink(element));
  const parent =
    isReference && around.tag !== "artifact" ? ({ role: "Reference", parent: around.tag } as const) : around.tag;
  const tag: TagNode | undefined = builder.tagFor(element, { ...around, tag: parent }, { role: "Link" });
  const label = element.attributes["aria-label"] ?? element.attributes.title ?? plainText(element);
  return { href, tag: tag ?? "artifact", label: label === "" ? href : label };
}

/** A text in a PDF has 32,767 bytes at most (ISO 19005-3, 6.1.13). */
const longestAddress = 10_000;

/** Browsers read past white space and controls in it (URL Standard, 4.4). */
function isAddress(href: string): boolean {
  const [, scheme = ""] = /^([a-z][a-z0-9+.-]*):/i.exec(href.replaceAll(/[\p{Cc}\s]/gu, "")) ?? [];
  return !["javascript", "vbscript", "data"].includes(scheme.toLowerCase()) && href.length <= longestAddress;
}

const knownEdges = new WeakMap<ComputedStyle, ReturnType<typeof readEdges>>();

/** Horizontal margin, border and padding where the box starts and where it ends: once for all elements that share a style. */
function edges(style: ComputedStyle): ReturnType<typeof readEdges> {
  const known = knownEdges.get(style) ?? readEdges(style);
  knownEdges.set(style, known);
  return known;
}

function readEdges(style: ComputedStyle) {
  const border = borderWidths(style);
  const part = (value: ComputedStyle["marginLeft"]) => (value === "auto" ? 0 : resolveLength(value, 0));
  const [marginLeft, marginRight] = [part(style.marginLeft), part(style.marginRight)];
  const left = { isLeft: true, margin: marginLeft, width: marginLeft + border.left + part(style.paddingLeft) };
  const right = { isLeft: false, margin: marginRight, width: marginRight + border.right + part(style.paddingRight) };
  return style.direction === "rtl" ? ([right, left] as const) : ([left, right] as const);
}

const isPainted = ({ backgroundColor, backgroundImage, boxShadow }: ComputedStyle) =>
  backgroundColor.alpha > 0 || backgroundImage.length > 0 || boxShadow.length > 0;

function decorationOf(style: ComputedStyle, parent: InlineDecoration | undefined): InlineDecoration | undefined {
  const border = borderWidths(style);
  const isSeen = isPainted(style) || border.top + border.right + border.bottom + border.left > 0;
  return isSeen ? { style, parent } : parent;
}

/** The same list where the style draws none. */
export const withLinesOf = (style: ComputedStyle, around: readonly TextLine[]): readonly TextLine[] =>
  style.textDecorationLine.length === 0 ? around : [...around, ...linesOf(style)];

function linesOf(style: ComputedStyle): TextLine[] {
  const color = style.textDecorationColor === "currentcolor" ? style.color : style.textDecorationColor;
  const { textDecorationThickness: thickness, textUnderlineOffset: offset } = style;
  return style.textDecorationLine.map((kind) => ({
    kind,
    color,
    style: style.textDecorationStyle,
    thickness: thickness === "auto" ? undefined : thickness,
    offset: kind === "underline" && offset !== "auto" ? offset : undefined,
  }));
}

import type { BlockBox, BlockLevelBox, InlineItem, TextItem } from "../box/box.ts";
import { hasColumns } from "../box/formatting-root.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { overflowOf } from "../css/overflow.ts";
import { textOfItsOwn } from "../dom/text-of-its-own.ts";
import { insetOf } from "./box-geometry.ts";
import type { BoxFragment, Fragment, LineFragment, TextRun } from "./fragment.ts";
import type { LaidOut } from "./laid-out.ts";
import type { Available, IntrinsicWidths } from "./layout-context.ts";

/** A block that holds nothing but words, in its own flow. */
export interface WordsBox extends BlockBox {
  readonly content: Extract<BlockBox["content"], { readonly kind: "inline" }>;
}

/** What a layout depends on beside the box and what it stands in. */
export interface KeptSurroundings {
  /** Of the page that the box is on, pt. */
  readonly pageHeight: number;
  readonly hasLineQuirk: boolean;
}

/**
 * What blocks of words were laid out to, for documents that share their fonts: a batch has the same rows and paragraphs in each. What is
 * found is what a layout would give, with the tags and items of the box that asks.
 */
export interface KeptBlocks {
  find(box: WordsBox, available: Available, around: KeptSurroundings): LaidOut | undefined;
  keep(box: WordsBox, laidOut: LaidOut, available: Available, around: KeptSurroundings): void;
  findWidths(box: WordsBox): IntrinsicWidths | undefined;
  keepWidths(box: WordsBox, widths: IntrinsicWidths): void;
}

/** Blocks of some dozens of documents; past it those that were not asked for since are let go of. */
const mostBlocks = 8_000;
/** Longer content is hardly the same twice. */
const mostItems = 6;
const longestText = 1_000;

/** Whether how a block is laid out can be kept: nothing is in it, or stands beside it, but words that are of no note, link or float. */
export function isOfWords(box: BlockLevelBox): box is WordsBox {
  if (box.kind !== "block" || box.marker || box.content.kind !== "inline" || box.content.hasFloats) return false;
  const { items } = box.content;
  if (items.length === 0 || items.length > mostItems || !items.every(isWords)) return false;
  return overflowOf(box.style) === "visible" && !hasColumns(box.style);
}

const isWords = (item: InlineItem): boolean => {
  if (item.kind === "space") return item.decoration === undefined && item.edge === undefined;
  return (
    item.kind === "text" &&
    item.text.length <= longestText &&
    !(item.link || item.decoration || item.edge || item.note) &&
    item.reads === undefined
  );
};

/** A run without its item, which is another in each document: `item` is its position in the content. */
interface KeptRun extends Omit<TextRun, "item"> {
  readonly item: number;
}

type KeptLine = Pick<LineFragment, "x" | "y" | "width" | "height" | "baseline"> & { readonly runs: readonly KeptRun[] };

interface KeptLayout extends KeptSurroundings {
  readonly available: Available;
  readonly lines: readonly KeptLine[];
  /** Where it stands in one line from the left, in a box as wide as it is told: any that is wide enough has the same. */
  readonly oneLine: OneLine | undefined;
  /** Without what is in it. */
  readonly fragment: Pick<BoxFragment, "width" | "height" | "style" | "reach">;
  readonly laidOut: Omit<LaidOut, "fragment">;
}

interface OneLine {
  /** Of its words, pt. */
  readonly width: number;
  /** What is beside them in the box, pt. */
  readonly sides: number;
}

/** What was found out of one style and content. */
interface KeptBlock {
  readonly items: readonly KeptItem[];
  readonly layouts: KeptLayout[];
  widths: IntrinsicWidths | undefined;
}

/** What of an item decides where it stands. */
type KeptItem =
  | Pick<TextItem, "kind" | "text" | "style" | "lang" | "rise">
  | Pick<Extract<InlineItem, { kind: "space" }>, "kind" | "width" | "isEnd">;

/** Blocks of a style, by the text that they begin with. */
type ByText = Map<string, KeptBlock[]>;

/** A block that is laid out for many widths in turn has no more of them remembered. */
const mostLayouts = 4;

/** The lines of a content that documents share, as they had them last. */
interface SharedLines {
  readonly layout: KeptLayout;
  /** Of each of them, pt; undefined: that which it had when it was kept. */
  readonly width: number | undefined;
  readonly lines: readonly Fragment[];
}

/** What was found out of a content that documents share: it is the same object, and need not be compared. */
interface SharedBlock {
  readonly style: ComputedStyle;
  readonly block: KeptBlock;
}

export function createKeptBlocks(): KeptBlocks {
  const sharedLines = new WeakMap<readonly InlineItem[], SharedLines>();
  const sharedBlocks = new WeakMap<readonly InlineItem[], SharedBlock>();
  let newer = new WeakMap<ComputedStyle, ByText>();
  let older = new WeakMap<ComputedStyle, ByText>();
  let count = 0;

  function add(style: ComputedStyle, text: string, block: KeptBlock): void {
    if (count >= mostBlocks / 2) {
      older = newer;
      newer = new WeakMap();
      count = 0;
    }
    count += 1;
    const byText: ByText = newer.get(style) ?? new Map();
    newer.set(style, byText);
    const same = byText.get(text);
    if (same) same.push(block);
    else byText.set(text, [block]);
  }

  function find(box: WordsBox): KeptBlock | undefined {
    const { style, content } = box;
    if (!content.isShared) return findByText(box);
    const known = sharedBlocks.get(content.items);
    if (known && known.style === style) return known.block;
    const block = findByText(box);
    if (block) sharedBlocks.set(content.items, { style, block });
    return block;
  }

  function findByText({ style, content }: WordsBox): KeptBlock | undefined {
    const text = firstText(content.items);
    const known = matching(newer.get(style)?.get(text), content.items);
    if (known) return known;
    const old = matching(older.get(style)?.get(text), content.items);
    if (old) add(style, textOfItsOwn(text), old);
    return old;
  }

  function findOrAdd(box: WordsBox): KeptBlock {
    const known = find(box);
    if (known) return known;
    const block: KeptBlock = { items: box.content.items.map(keptItem), layouts: [], widths: undefined };
    add(box.style, textOfItsOwn(firstText(box.content.items)), block);
    return block;
  }

  return {
    find(box, available, around) {
      const layouts = find(box)?.layouts;
      if (!layouts) return undefined;
      for (const layout of layouts)
        if (isFor(layout, available, around) && mayBe(layout, available))
          return laidOutAgain(layout, box, { available, sharedLines });
      return undefined;
    },
    keep(box, laidOut, available, { pageHeight, hasLineQuirk }) {
      const lines = keptLines(laidOut.fragment, box.content.items);
      if (!lines) return;
      const { layouts } = findOrAdd(box);
      const { fragment, ...rest } = laidOut;
      const { width, height, style, reach } = fragment as BoxFragment;
      if (layouts.length >= mostLayouts) layouts.shift();
      layouts.push({
        available: { ...available, floats: noFloats },
        pageHeight,
        hasLineQuirk,
        lines,
        oneLine: oneLineOf(box, lines, available),
        fragment: { width, height, style, reach },
        laidOut: rest,
      });
    },
    findWidths: (box) => find(box)?.widths,
    keepWidths(box, widths) {
      findOrAdd(box).widths = widths;
    },
  };
}

function firstText(items: readonly InlineItem[]): string {
  for (const item of items) if (item.kind === "text") return item.text;
  return "";
}

const keptItem = (item: InlineItem): KeptItem => {
  if (item.kind === "space") return { kind: "space", width: item.width, isEnd: item.isEnd };
  const { text, style, lang, rise } = item as TextItem;
  return { kind: "text", text: textOfItsOwn(text), style, lang, rise };
};

function matching(blocks: readonly KeptBlock[] | undefined, items: readonly InlineItem[]): KeptBlock | undefined {
  if (!blocks) return undefined;
  for (const block of blocks) if (areSame(block.items, items)) return block;
  return undefined;
}

function areSame(kept: readonly KeptItem[], items: readonly InlineItem[]): boolean {
  if (kept.length !== items.length) return false;
  for (let index = 0; index < kept.length; index += 1) {
    const one = kept[index] as KeptItem;
    const other = items[index] as InlineItem;
    if (one.kind === "space") {
      if (other.kind !== "space" || one.width !== other.width || one.isEnd !== other.isEnd) return false;
    } else if (other.kind !== "text" || !isSameText(one, other)) return false;
  }
  return true;
}

const isSameText = (one: Extract<KeptItem, { readonly kind: "text" }>, other: TextItem): boolean =>
  one.style === other.style && one.rise === other.rise && one.lang === other.lang && one.text === other.text;

const isFor = (
  { available: own, pageHeight, hasLineQuirk }: KeptLayout,
  available: Available,
  around: KeptSurroundings,
): boolean =>
  own.exactHeight === available.exactHeight &&
  own.height === available.height &&
  own.direction === available.direction &&
  own.blockAlign === available.blockAlign &&
  own.overhang === available.overhang &&
  own.isInFlow === available.isInFlow &&
  own.maxHeight === available.maxHeight &&
  pageHeight === around.pageHeight &&
  hasLineQuirk === around.hasLineQuirk;

const noFloats: Available["floats"] & {} = [];

/** Whether a box of this width has the same lines. */
function mayBe({ available: own, oneLine }: KeptLayout, { width, exactWidth }: Available): boolean {
  if (own.width === width && own.exactWidth === exactWidth) return true;
  return oneLine !== undefined && exactWidth === width && width - oneLine.sides >= oneLine.width;
}

function oneLineOf(
  { style, content: { items } }: WordsBox,
  lines: readonly KeptLine[],
  { width, exactWidth, direction = style.direction }: Available,
): OneLine | undefined {
  const [line] = lines;
  const last = line?.runs.at(-1);
  if (!line || !last || lines.length > 1 || exactWidth !== width) return undefined;
  const { textAlign, textIndent, textWrap, paddingLeft, paddingRight, marginLeft, marginRight, maxWidth } = style;
  const isFromLeft =
    style.direction === "ltr" && direction === "ltr" && (textAlign === "start" || textAlign === "left");
  const isOfLengths = [paddingLeft, paddingRight, marginLeft, marginRight].every((each) => typeof each === "number");
  if (!isFromLeft || !isOfLengths || textIndent !== 0 || textWrap === "balance" || maxWidth !== "none")
    return undefined;
  // What may be divided there would take a hyphen with it.
  if (items.some((item) => item.kind === "text" && item.text.includes("\u00ad"))) return undefined;
  const { left, right } = insetOf(style, 0);
  return { width: last.x + last.width, sides: left + right };
}

/** Undefined where there is more in it than words, or words of an item that layout made. */
function keptLines(fragment: Fragment, items: readonly InlineItem[]): readonly KeptLine[] | undefined {
  if (fragment.kind !== "box" || fragment.x !== 0 || fragment.y !== 0 || fragment.borders !== "own") return undefined;
  const lines: KeptLine[] = [];
  for (const line of fragment.children) {
    if (line.kind !== "line" || line.isDivided || line.anchors) return undefined;
    if (line.backgrounds.length + line.links.length + line.atoms.length + line.marks.length > 0) return undefined;
    const runs = line.runs.map(({ item, ...run }): KeptRun => ({ item: items.indexOf(item), ...run }));
    if (runs.some(({ item }) => item < 0)) return undefined;
    const { x, y, width, height, baseline } = line;
    lines.push({ x, y, width, height, baseline, runs });
  }
  return lines;
}

/** Shared by all that have none. */
const none: readonly never[] = [];

interface AgainOptions {
  readonly available: Available;
  readonly sharedLines: WeakMap<readonly InlineItem[], SharedLines>;
}

/** Field by field, as `layoutBlock` and `placeLine` make them. */
function laidOutAgain(layout: KeptLayout, { tag, marks, content }: WordsBox, options: AgainOptions): LaidOut {
  const { fragment, laidOut, oneLine, available: own } = layout;
  const { width } = options.available;
  const isOther = oneLine !== undefined && own.width !== width;
  const lineWidth = isOther ? Math.max(0, width - oneLine.sides) : undefined;
  const children = content.isShared
    ? linesOfShared(layout, lineWidth, content.items, options)
    : linesAgain(layout, lineWidth, content.items);
  return {
    fragment: {
      kind: "box",
      x: 0,
      y: 0,
      width: isOther ? width : fragment.width,
      height: fragment.height,
      style: fragment.style,
      borders: "own",
      tag,
      marks,
      children,
      reach: fragment.reach,
      hasFloats: false,
    },
    marginTop: laidOut.marginTop,
    marginBottom: laidOut.marginBottom,
    marginLeft: laidOut.marginLeft,
    isEmpty: laidOut.isEmpty,
    slack: laidOut.slack,
    trailingMargin: laidOut.trailingMargin,
    breaks: laidOut.breaks,
    breakBefore: laidOut.breakBefore,
    breakAfter: laidOut.breakAfter,
    pages: laidOut.pages,
    firstBaseline: laidOut.firstBaseline,
    baseline: laidOut.baseline,
    floats: undefined,
  };
}

/** @param width of each line; undefined: that which it had. */
function linesAgain(
  { lines }: KeptLayout,
  width: number | undefined,
  items: readonly InlineItem[],
): readonly Fragment[] {
  const again: Fragment[] = new Array(lines.length);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as KeptLine;
    again[index] = lineAgain(line, width ?? line.width, items);
  }
  return again;
}

function linesOfShared(
  layout: KeptLayout,
  width: number | undefined,
  items: readonly InlineItem[],
  { sharedLines }: AgainOptions,
): readonly Fragment[] {
  const known = sharedLines.get(items);
  if (known && known.layout === layout && known.width === width) return known.lines;
  const lines = linesAgain(layout, width, items);
  sharedLines.set(items, { layout, width, lines });
  return lines;
}

function lineAgain(
  { x, y, height, baseline, runs: kept }: KeptLine,
  width: number,
  items: readonly InlineItem[],
): LineFragment {
  const runs: TextRun[] = new Array(kept.length);
  for (let index = 0; index < kept.length; index += 1) {
    const { item, x: left, width: reached, words, hyphen, spaceExtra } = kept[index] as KeptRun;
    runs[index] = { item: items[item] as TextItem, x: left, width: reached, words, hyphen, spaceExtra };
  }
  return {
    kind: "line",
    x,
    y,
    width,
    height,
    baseline,
    runs,
    backgrounds: none,
    links: none,
    runsBefore: none,
    atoms: none,
    marks: none,
    isDivided: false,
    anchors: undefined,
  };
}

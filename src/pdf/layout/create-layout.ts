import { createDiagnostics, type Diagnostics } from "../../diagnostics/index.ts";
import { missingGlyphHint } from "../../fonts/index.ts";
import type { BlockLevelBox, InlineItem, TableBox } from "../box/box.ts";
import { createAnonymousStyles } from "../css/anonymous-styles.ts";
import { sourceLocation } from "../dom/source-location.ts";
import { closedBox, firstUnseen, isForListeners } from "./closed-box.ts";
import { collapseBorders, type TableBorders } from "./collapsed-borders.ts";
import { shapeOf } from "./float-areas.ts";
import type { Fragment } from "./fragment.ts";
import { withUsedWidths } from "./intrinsic-sizes.ts";
import { intrinsicWidths } from "./intrinsic-widths.ts";
import { isOfWords, type KeptBlocks, type WordsBox } from "./kept-blocks.ts";
import type { LaidOut } from "./laid-out.ts";
import { layoutBlock } from "./layout-block.ts";
import type { Available, ColumnWish, IntrinsicWidths, LayoutContext } from "./layout-context.ts";
import { layoutFlex } from "./layout-flex.ts";
import { layoutGrid } from "./layout-grid.ts";
import { layoutReplaced } from "./layout-replaced.ts";
import { layoutStaticPosition } from "./layout-static-position.ts";
import { layoutTable } from "./layout-table.ts";
import { prepareInline } from "./prepare-inline.ts";
import type { PreparedInline } from "./prepared-inline.ts";
import { columnsOf } from "./table-columns.ts";

export interface LayoutOptions
  extends Pick<LayoutContext, "shaper" | "lineBreaks" | "hyphenation" | "bidi" | "page" | "floatDelay" | "columnRoom"> {
  /** Absent: drawings are as they are. */
  readonly drawingFor?: LayoutContext["drawingFor"] | undefined;
  /** Absent: nobody tells them apart. */
  readonly tellsLinesApart?: LayoutContext["tellsLinesApart"];
  /** Absent: they are made smaller where there is no room. */
  readonly keepsPictures?: LayoutContext["keepsPictures"];
  /** Absent: it has none. */
  readonly hasLineQuirk?: LayoutContext["hasLineQuirk"] | undefined;
  /** Of documents with these fonts. */
  readonly keptBlocks: KeptBlocks;
  readonly diagnostics: Diagnostics;
  readonly file: string | undefined;
}

/** Layouts of a box that are remembered: an item is measured, stretched, and both again for the box around it. */
const mostKept = 6;

/** Blocks that a document adds to those that are kept: of a large one hardly any is in another. */
const mostAdded = 2_000;

/** Fragments that may be laid out again to find how columns in columns stand best. */
const mostColumnTrials = 60_000;

/** One formatting context a kind of box. */
const layouts: {
  readonly [Kind in BlockLevelBox["kind"]]: (
    box: Extract<BlockLevelBox, { kind: Kind }>,
    available: Available,
    context: LayoutContext,
  ) => LaidOut;
} = {
  block: layoutBlock,
  flex: layoutFlex as (box: never, available: Available, context: LayoutContext) => LaidOut,
  grid: layoutGrid as (box: never, available: Available, context: LayoutContext) => LaidOut,
  table: layoutTable,
  replaced: layoutReplaced,
  "static-position": layoutStaticPosition,
};

/**
 * The formatting contexts of one document, with what they have measured. Reports each character that no font has
 * (`missing-glyph`), once.
 */
export function createLayoutContext(options: LayoutOptions): LayoutContext {
  const { shaper, lineBreaks, hyphenation, bidi, diagnostics, page, floatDelay, columnRoom, file, keptBlocks } =
    options;
  const {
    drawingFor = () => undefined,
    keepsPictures = false,
    tellsLinesApart = false,
    hasLineQuirk = false,
  } = options;
  const measured = new Map<readonly InlineItem[], PreparedInline>();
  let laidOut = new Map<BlockLevelBox, Map<string, LaidOut>>();
  let roomOf = columnRoom;
  let holdsColumns = false;
  let columnTrials = mostColumnTrials;
  const intrinsics = new Map<BlockLevelBox, IntrinsicWidths>();
  const columns = new Map<TableBox, readonly ColumnWish[]>();
  const borders = new Map<TableBox, TableBorders>();
  const reported = new Set<string>();
  const privateUse = new Set<string>();
  const wideTables = new Set<BlockLevelBox>();
  const closedBoxes = new Set<BlockLevelBox>();
  let keeping: LayoutContext | undefined;
  const keptColumns = new Map<BlockLevelBox, KeptColumns>();
  let added = 0;
  /** Whose characters were reported: what is kept of a block would not tell of them. */
  const told = new Set<InlineItem>();

  function mayKeep({ content }: WordsBox): boolean {
    if (added >= mostAdded || content.items.some((item) => told.has(item))) return false;
    added += 1;
    return true;
  }

  function layoutAnew(given: BlockLevelBox, available: Available): LaidOut {
    const box = withUsedWidths(given, available.width, context);
    const layout = layouts[box.kind] as (box: BlockLevelBox, available: Available, context: LayoutContext) => LaidOut;
    const laidOut = layout(box, available, context);
    const closed = closedBox(box, laidOut, available);
    if (closed) reportClosed(given, closed.fragment);
    return closed ?? laidOut;
  }

  function reportClosed(box: BlockLevelBox, fragment: Fragment): void {
    const unseen = closedBoxes.has(box) || isForListeners(box) ? undefined : firstUnseen(fragment);
    if (!unseen) return;
    closedBoxes.add(box);
    diagnostics.warn({
      code: "closed-box",
      message: `"${unseen.text.trim().slice(0, 60)}" stands in a box that shows nothing of it: it is as good as closed.`,
      hint: "It is read aloud, and not seen. Give the box a height and a width for print (@media print), or take its overflow: hidden away.",
      source: sourceLocation(file, unseen.location),
    });
  }

  const context: LayoutContext = {
    shaper,
    lineBreaks,
    hyphenation,
    bidi,
    page,
    floatDelay,
    drawingFor,
    tellsLinesApart,
    hasLineQuirk,
    keepsPictures,
    keepingPictures() {
      if (keepsPictures) return context;
      // What it finds amiss is found here, too.
      keeping ??= createLayoutContext({ ...options, keepsPictures: true, diagnostics: createDiagnostics() });
      return keeping;
    },
    columnRoom: (box, row) => roomOf(box, row),
    inColumns(room, run) {
      const outer = { roomOf, laidOut };
      holdsColumns = true;
      // What is remembered was laid out in other rooms.
      [roomOf, laidOut] = [room, new Map()];
      const result = run();
      ({ roomOf, laidOut } = outer);
      return result;
    },
    columnsOnce(box, given, layOut) {
      // In columns, and beside floats, there is more that a layout depends on.
      if (roomOf !== columnRoom || tellsLinesApart) return layOut();
      const known = keptColumns.get(box);
      if (known?.given === given && known.rooms.every((room, row) => columnRoom(box, row) === room))
        return known.flow as ReturnType<typeof layOut>;
      holdsColumns = false;
      const flow = layOut();
      // Those in it have rooms of their own, which are not asked for here.
      if (holdsColumns) return flow;
      const rows = flow.children.filter((child) => child.kind === "box" && child.columns?.box === box);
      keptColumns.set(box, { given, flow, rooms: rows.map((_, row) => columnRoom(box, row)) });
      return flow;
    },
    mayTryColumns(cost) {
      columnTrials -= cost;
      return columnTrials > 0;
    },
    anonymousStyle: createAnonymousStyles(),
    layout(given, available) {
      if (!isOfWords(given) || (available.floats?.length ?? 0) > 0) return layoutAnew(given, available);
      const around = { pageHeight: page(given.style.page).height, hasLineQuirk };
      const known = keptBlocks.find(given, available, around);
      if (known) {
        measured.delete(given.content.items);
        return known;
      }
      const laidOut = layoutAnew(given, available);
      if (mayKeep(given)) keptBlocks.keep(given, laidOut, available, around);
      return laidOut;
    },
    layoutOnce(box, available) {
      const results = laidOut.get(box) ?? new Map<string, LaidOut>();
      const { width, height, direction, exactWidth, exactHeight, overhang, floats = [] } = available;
      const key = [width, height, direction, exactWidth, exactHeight, overhang, shapeOf(floats)].join("|");
      const known = results.get(key);
      if (known) return known;
      const result = context.layout(box, available);
      const [oldest] = results.keys();
      if (results.size >= mostKept && oldest !== undefined) results.delete(oldest);
      laidOut.set(box, results.set(key, result));
      return result;
    },
    intrinsic(box) {
      const known = intrinsics.get(box);
      if (known) return known;
      const widths = context.intrinsicOnce(box);
      intrinsics.set(box, widths);
      return widths;
    },
    intrinsicOnce(box) {
      if (!isOfWords(box)) return intrinsicWidths(box, context);
      const known = keptBlocks.findWidths(box);
      if (known) return known;
      const widths = intrinsicWidths(box, context);
      if (mayKeep(box)) keptBlocks.keepWidths(box, widths);
      return widths;
    },
    tableColumns(table) {
      const known = columns.get(table);
      if (known) return known;
      const wishes = columnsOf(table, context);
      columns.set(table, wishes);
      return wishes;
    },
    prepare(items, direction, containing) {
      const known = measured.get(items);
      // Lines need it once; kept, the words of a long document would be most of the memory that it takes.
      measured.delete(items);
      if (known && !known.dependsOnContaining) return known;
      return prepareInline(items, { direction, containing: containing.width, height: containing.height, context });
    },
    measure(items, direction, height) {
      const known = measured.get(items);
      if (known) return known;
      const result = prepareInline(items, { direction, containing: undefined, height, context });
      if (!isShort(items)) measured.set(items, result);
      return result;
    },
    tableBorders(table) {
      const known = borders.get(table);
      if (known) return known;
      const collapsed = collapseBorders(table);
      borders.set(table, collapsed);
      return collapsed;
    },
    wideTable(table, { minimums, breaksFigures, room }) {
      if (wideTables.has(table)) return;
      wideTables.add(table);
      const list = minimums.map((width) => Math.ceil(width)).join(", ");
      const total = Math.ceil(minimums.reduce((sum, width) => sum + width, 0));
      diagnostics.warn({
        code: "table-too-wide",
        message: `The longest words of this table's columns need ${total} pt (${list}), and there are ${Math.floor(room)} pt.`,
        hint: `${breaksFigures ? "Figures are broken over lines, and are read as others" : "Words are broken to fit, and figures are whole"}. Give it a wider page (page: …), smaller type, hyphens: auto, or fewer columns.`,
        source: sourceLocation(file, table.location),
      });
    },
    privateUse(item) {
      told.add(item);
      const [character = ""] = /\p{Co}/u.exec(item.text) ?? [];
      if (privateUse.has(character)) return;
      privateUse.add(character);
      diagnostics.warn({
        code: "private-use-character",
        message: `The character ${nameOf(character)} means something to its font alone: whoever listens hears nothing of it.`,
        hint: 'Say in text what it means, or hide it with aria-hidden="true" if it is decoration.',
        source: sourceLocation(file, item.location),
      });
    },
    missingGlyph(character, item) {
      told.add(item);
      if (reported.has(character)) return;
      reported.add(character);
      diagnostics.error({
        code: "missing-glyph",
        message: `No font has the character "${character}" (${nameOf(character)}), in "${item.text.trim().slice(0, 60)}".`,
        hint: missingGlyphHint(character),
        source: sourceLocation(file, item.location),
      });
    },
  };
  return context;
}

/** What columns were laid out to, and by what: what they stand in, and the rooms of their rows. */
interface KeptColumns {
  readonly given: string;
  readonly rooms: readonly number[];
  readonly flow: unknown;
}

/** A word or two, as cells have by the thousand: measured again sooner than kept until the lines of a whole table are made. */
const isShort = (items: readonly InlineItem[]): boolean => {
  const [first] = items;
  return items.length === 1 && first?.kind === "text" && first.text.length <= shortText;
};

const shortText = 24;

const nameOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

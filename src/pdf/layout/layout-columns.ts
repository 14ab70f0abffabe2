import type { BlockBox, BlockContent } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { greatest } from "../geometry/extremes.ts";
import { tolerance } from "../geometry/tolerance.ts";
import type { BlockFlow, FlowOptions } from "./block-flow.ts";
import { type BlockStack, createStack } from "./block-stack.ts";
import { type AskedHeights, heightsOf } from "./box-geometry.ts";
import { createChildRanges } from "./child-ranges.ts";
import { borderLine } from "./collapsed-borders.ts";
import { type ColumnFlow, type ColumnPiece, divideColumns, restAfter } from "./column-division.ts";
import { type ColumnGeometry, columnGeometry, mostColumns } from "./column-geometry.ts";
import { rowsIn } from "./column-rooms.ts";
import { columnSegments } from "./column-segments.ts";
import { type BoxFragment, emptyBox, type Fragment, moveFragment, reachOf } from "./fragment.ts";
import { type LaidOut, noMargin, onPage } from "./laid-out.ts";
import { createNestedRooms } from "./nested-rooms.ts";
import { placeBoxes } from "./place-boxes.ts";
import { sliceFragment } from "./slice-fragment.ts";

type Options = FlowOptions & { readonly box: BlockBox };

/**
 * The content of a block in columns (CSS Multi-column Layout 1).
 *
 * What stands between two boxes that span all columns is laid out as one flow as wide as a column, and then divided: into rows of
 * columns of one height, the last of them balanced. A page may end between rows. How high a row may be is what the page has room
 * for where the row begins (`column-rooms.ts`), a page's height where that is not known.
 */
export function layoutColumns(box: BlockBox, options: FlowOptions): BlockFlow {
  const { context, geometry, height, isRoot, isInFlow, overhang, floats } = options;
  if (floats.length > 0) return layoutAnew(box, options);
  const { width, contentWidth, inset } = geometry;
  const numbers = [width, contentWidth, inset.top, inset.bottom, inset.left, height, overhang];
  return context.columnsOnce(box, `${numbers.join()} ${isRoot} ${isInFlow}`, () => layoutAnew(box, options));
}

function layoutAnew(box: BlockBox, options: FlowOptions): BlockFlow {
  const { geometry, context } = options;
  const columns = columnGeometry(box.style, geometry.contentWidth);
  const stack = createStack({ top: geometry.inset.top, collapsesTop: false });
  const layout: ColumnsLayout = {
    ...options,
    box,
    columns,
    stack,
    heights: heightsOf(box.style, geometry.inset, { width: geometry.width }),
    rows: { count: 0 },
  };
  const segments = columnSegments(box.content);
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === "span") {
      const { direction } = box.style;
      const spanner = context.layout(segment.box, { width: geometry.contentWidth, height: options.height, direction });
      stack.add(spanner, { left: geometry.inset.left });
    } else addRows(segment.content, index === segments.length - 1, layout);
  }
  return stack.finish(false);
}

interface ColumnsLayout extends Options {
  readonly columns: ColumnGeometry;
  readonly stack: BlockStack;
  /** What is asked of the container. */
  readonly heights: AskedHeights;
  /** So far. */
  readonly rows: { count: number };
}

/** `isLast`: nothing that spans the columns comes after it. */
function addRows(content: BlockContent, isLast: boolean, layout: ColumnsLayout): void {
  const { stack, geometry } = layout;
  const single = singleColumn(content, layout);
  if (single) {
    stack.add(single, { left: geometry.inset.left });
    return;
  }
  const divided = dividedContent(content, layout);
  let rest: From | undefined = { start: 0, painted: 0 };
  let isForced = false;
  while (rest) {
    const row = withOverflow(placeRow(divided, rest, { isLast, layout }));
    const { flow } = row;
    divided.keep(row);
    const fragment = rowFragment(row, layout);
    const laidOut = plainRow(fragment, isForced ? "page" : "auto", {
      firstBaseline: rest.start === 0 ? flow.firstBaseline : undefined,
      pages: onPage(layout.box.style.page),
    });
    stack.add(laidOut, { left: geometry.inset.left });
    layout.rows.count += 1;
    isForced = row.pieces.at(-1)?.endsBy === "page-break";
    rest = restAfter(flow, row.pieces);
  }
}

/**
 * A column alone that is as high as its content is a block that pages divide as any other. Undefined where a break makes a second
 * column of it, or a height does.
 */
function singleColumn(content: BlockContent, layout: ColumnsLayout): LaidOut | undefined {
  const { columns, height, heights } = layout;
  if (columns.count > 1 || height !== undefined || heights.max < Number.POSITIVE_INFINITY) return undefined;
  const laidOut = layoutFlowRoot(content, layout);
  return laidOut.breaks.some(({ endsColumn }) => endsColumn) ? undefined : laidOut;
}

type From = Pick<ColumnPiece, "start" | "painted">;

/** Content that can be divided into columns of any height. */
interface DividedContent {
  /** With all room, to begin with. */
  readonly flow: MeasuredFlow;
  divide(from: From, heights: DivideHeights): { readonly flow: MeasuredFlow; readonly pieces: readonly ColumnPiece[] };
  /** What is in this row stays as it is. */
  keep(row: Row): void;
}

interface DivideHeights {
  /** Of the columns, and the highest that they may be. */
  readonly height: number;
  readonly limit: number;
  readonly most: number;
}

/**
 * Columns within these columns are as high as these have room for: what holds some is laid out anew for each height, until no row of
 * them is cut.
 */
function dividedContent(content: BlockContent, layout: ColumnsLayout): DividedContent {
  const { context } = layout;
  const flow = layoutColumnFlow(content, layout);
  if (rowsIn(flow.root).length === 0)
    return {
      flow,
      divide: (from, heights) => ({ flow, pieces: divideColumns(flow, { ...from, ...heights }) }),
      keep() {},
    };
  const rooms = createNestedRooms();
  const cost = sizeOf(flow.root);
  const layOut = () => context.inColumns(rooms.of, () => layoutColumnFlow(content, layout));
  let last = flow;
  return {
    flow,
    divide(from, heights) {
      rooms.begin(heights.height);
      let found = context.mayTryColumns(cost) ? layOut() : last;
      let pieces = divideColumns(found, { ...from, ...heights });
      while (rooms.update(found, pieces) && context.mayTryColumns(cost)) {
        found = layOut();
        pieces = divideColumns(found, { ...from, ...heights });
      }
      last = found;
      return { flow: found, pieces };
    },
    keep: ({ flow: kept, pieces }) => rooms.keep(kept.root, pieces.at(-1)?.end ?? 0),
  };
}

const sizeOf = (fragment: Fragment): number =>
  fragment.kind === "box" ? fragment.children.reduce((sum, child) => sum + sizeOf(child), 1) : 1;

interface Row {
  readonly flow: MeasuredFlow;
  readonly pieces: readonly ColumnPiece[];
  readonly height: number;
}

/** pt. */
const leastHeight = 0.75;

interface RowOptions {
  readonly isLast: boolean;
  readonly layout: ColumnsLayout;
}

/** The columns of the next row. */
function placeRow(content: DividedContent, from: From, { isLast, layout }: RowOptions): Row {
  const { columns, box, height, heights, stack, geometry, context, rows } = layout;
  const { columnFill } = box.style;
  const used = stack.bottom - geometry.inset.top;
  // Where the height is given, columns are no higher; more of them stand beside the last.
  const given = height ?? heights.max - geometry.inset.top - geometry.inset.bottom;
  const room = context.columnRoom(box, rows.count);
  // A column without a height would never hold anything.
  const limit = Math.min(room, Math.max(leastHeight, given - used));
  const most = given <= room ? mostBeside(content.flow, layout) : columns.count;
  if (columnFill === "auto" && isLast) {
    const { flow, pieces: all } = content.divide(from, { height: limit, limit, most });
    const pieces = untilPageBreak(all);
    return { flow, pieces, height: height === undefined ? heightOf(pieces, limit) : limit };
  }
  return balance(content, from, { limit, count: columns.count, most });
}

/** What is placed below the end of the flow goes on in further columns, too. */
function withOverflow({ flow, pieces, height }: Row): Row {
  const { lowest, root } = flow;
  const last = pieces.at(-1);
  if (last?.endsBy !== "flow" || height <= tolerance || lowest <= last.start + height + tolerance || hasWords(root))
    return { flow, pieces, height };
  const more: ColumnPiece[] = [];
  let piece: ColumnPiece = { ...last, end: last.start + height, endsBy: "room" };
  for (; piece.end < lowest - tolerance && more.length < mostColumns; ) {
    more.push(piece);
    piece = {
      ...last,
      start: piece.end,
      painted: piece.end,
      end: piece.end + height,
      endsBy: "room",
      isWholeAbove: false,
    };
  }
  return { flow, pieces: [...pieces.slice(0, -1), ...more, { ...piece, endsBy: "flow" }], height };
}

/** Words that do not fit beside the page go below instead. */
function mostBeside({ root }: ColumnFlow, { columns: { count, width, gap }, geometry, overhang = 0 }: ColumnsLayout) {
  if (!hasWords(root)) return mostColumns;
  return Math.max(count, Math.floor((geometry.contentWidth + overhang + gap + tolerance) / (width + gap)));
}

const hasWords = (fragment: Fragment): boolean =>
  fragment.kind === "line" ? fragment.runs.length > 0 : fragment.kind === "box" && fragment.children.some(hasWords);

/** A page ends with its last row of columns. */
function untilPageBreak(pieces: readonly ColumnPiece[]): readonly ColumnPiece[] {
  const index = pieces.findIndex(({ endsBy }) => endsBy === "page-break");
  return index < 0 ? pieces : pieces.slice(0, index + 1);
}

/** The margin at the end of the flow needs no room where there is none. */
const heightOf = (pieces: readonly ColumnPiece[], limit: number) =>
  pieces.reduce(
    (most, { start, end, endsBy }) => Math.max(most, endsBy === "flow" ? Math.min(end - start, limit) : end - start),
    0,
  );

/** Content as wide as a column, and as high as it comes. */
function layoutFlowRoot(content: BlockContent, { box, columns, height, context }: ColumnsLayout): LaidOut {
  const anonymous = context.anonymousStyle(box.style, "flow-root");
  const style: ComputedStyle = { ...anonymous, height: height ?? anonymous.height };
  const flow: BlockBox = { kind: "block", style, tag: undefined, marks: undefined, marker: undefined, content };
  return context.layout(flow, { width: columns.width, exactWidth: columns.width, direction: style.direction });
}

function layoutColumnFlow(content: BlockContent, layout: ColumnsLayout): MeasuredFlow {
  const { context } = layout;
  const { fragment, breaks, slack, trailingMargin = 0, firstBaseline } = layoutFlowRoot(content, layout);
  const root = { ...(fragment as BoxFragment), style: undefined };
  const placed = holdsPoints(root) ? placeBoxes(root, { context }) : undefined;
  return {
    root: placed ? (placed.root as BoxFragment) : root,
    height: root.height - slack,
    lowest: placed?.end ?? 0,
    trailing: trailingMargin,
    breaks: breaks.toSorted((a, b) => a.y - b.y),
    ranges: createChildRanges(),
    firstBaseline,
  };
}

/** Whether there are boxes out of the flow in it, or relative ones. */
const holdsPoints = (fragment: Fragment): boolean =>
  fragment.kind === "line"
    ? fragment.atoms.some(holdsPoints)
    : fragment.kind === "box" && (fragment.outOfFlow !== undefined || fragment.children.some(holdsPoints));

interface MeasuredFlow extends ColumnFlow {
  /** Where the lowest box out of the flow ends. */
  readonly lowest: number;
  readonly firstBaseline: number | undefined;
}

interface BalanceOptions {
  /** The highest that the columns may be. */
  readonly limit: number;
  readonly count: number;
  readonly most: number;
}

/** As low as may be, so that all that is left fits, without breaks that are worse than in columns of any height. */
function balance(content: DividedContent, from: From, { limit, count, most }: BalanceOptions): Row {
  const tryHeight = (height: number): Row => {
    const { flow, pieces: all } = content.divide(from, { height, limit, most: most + 1 });
    const pieces = untilPageBreak(all);
    return { flow, pieces, height: heightOf(pieces, height) };
  };
  const overfull = ({ pieces }: Row) => pieces.filter((piece) => piece.isOverfull).length;
  const whole = tryHeight(Math.min(limit, Math.max(0, content.flow.height - from.start)));
  const left = whole.flow.height - from.start;
  // Breaks that are asked for may make more columns than there are.
  const columns = Math.max(count, whole.pieces.length);
  const isFull = whole.pieces.slice(0, most).some(({ endsBy }) => endsBy === "room");
  if (whole.pieces.length > count && isFull) {
    const pieces = whole.pieces.slice(0, most);
    // What cannot be divided makes its row higher than there is room.
    const tallest = greatest(
      pieces.map(({ start, end, isOverfull }) => (isOverfull ? end - start : 0)),
      0,
    );
    return { ...whole, pieces, height: Math.max(limit, tallest) };
  }
  if (whole.pieces.length > most) {
    const pieces = whole.pieces.slice(0, most);
    return { ...whole, pieces, height: heightOf(pieces, limit) };
  }
  const poor = whole.pieces.filter((piece) => piece.isPoor).length;
  let best = whole;
  let low = 0;
  let high = whole.height;
  for (let step = 0; step < 24 && high - low > tolerance; step += 1) {
    const middle = step === 0 ? Math.min(high, Math.max(low, left / count)) : (low + high) / 2;
    const tried = tryHeight(middle);
    const isFine =
      tried.pieces.length <= columns &&
      overfull(tried) <= overfull(whole) &&
      tried.pieces.filter((piece) => piece.isPoor).length <= poor;
    if (isFine) {
      best = tried;
      high = Math.min(tried.height, middle);
      // Less than their share of it all they cannot be.
      if (step === 0) break;
    } else low = middle;
  }
  return best;
}

/** The columns side by side, with lines between those that have content. */
function rowFragment({ flow, pieces, height }: Row, { columns, box, geometry, rows }: ColumnsLayout): BoxFragment {
  const { width, gap } = columns;
  const isRightToLeft = box.style.direction === "rtl";
  const xOf = (index: number) => {
    const x = index * (width + gap);
    return isRightToLeft ? geometry.contentWidth - x - width : x;
  };
  const parts = pieces.map((piece, index) => {
    const part = sliceFragment(flow.root, piece, flow.ranges);
    return moveFragment({ ...part, height: Math.max(part.height, 0) }, xOf(index), 0);
  });
  const rule = borderLine(
    {
      ...box.style,
      borderLeftWidth: box.style.columnRuleWidth,
      borderLeftStyle: box.style.columnRuleStyle,
      borderLeftColor: box.style.columnRuleColor,
    },
    "left",
  );
  const rules =
    rule && rule.width > 0 && rule.style !== "none" && rule.style !== "hidden"
      ? parts.slice(1).map((_, index): BoxFragment => {
          const x = isRightToLeft ? xOf(index) - gap / 2 : xOf(index + 1) - gap / 2;
          return { ...emptyBox, x, height, borders: { ...noLines, left: rule } };
        })
      : [];
  return {
    ...emptyBox,
    width: geometry.contentWidth,
    height,
    reach: reachOf(parts, height),
    children: [...rules, ...parts],
    columns: { box, row: rows.count },
  };
}

const noLines = { top: undefined, right: undefined, bottom: undefined, left: undefined } as const;

function plainRow(
  fragment: BoxFragment,
  breakBefore: LaidOut["breakBefore"],
  { firstBaseline, pages }: Pick<LaidOut, "firstBaseline" | "pages">,
): LaidOut {
  return {
    fragment,
    marginTop: noMargin,
    marginBottom: noMargin,
    marginLeft: 0,
    isEmpty: fragment.height === 0 && fragment.children.length === 0,
    slack: 0,
    breaks: [],
    breakBefore,
    breakAfter: "auto",
    pages,
    firstBaseline,
    baseline: firstBaseline,
  };
}

import { betweenSiblings } from "./block-stack.ts";
import { type BreakPoint, moveBreak, penalties, type RepeatedHead } from "./break-point.ts";
import type { LayoutContext } from "./layout-context.ts";
import { parallelBreaks } from "./parallel-breaks.ts";
import type { PlacedRow } from "./table-rows.ts";

/** A row in its place, with the break points in it, from its top. */
export interface RowOutline extends Pick<PlacedRow, "row" | "group" | "y" | "height"> {
  readonly inside: readonly BreakPoint[];
}

/** Rows shorter than this part of a page are never divided. */
const shortRow = 0.4;

interface RowBreakOptions {
  readonly head: RepeatedHead | undefined;
  readonly foot: RepeatedHead | undefined;
  readonly context: LayoutContext;
}

/** The break points of a table: between rows, and inside rows that are tall. */
export function tableBreaks(rows: readonly RowOutline[], options: RowBreakOptions): BreakPoint[] {
  const crossed = crossedRows(rows);
  const points: BreakPoint[] = [];
  for (const [index, row] of rows.entries()) {
    const previous = rows[index - 1];
    if (previous) points.push(breakBetween([previous, row], crossed[index] === true, options));
    for (const point of row.inside) points.push(breakInside(point, row, options));
  }
  return points;
}

function breakBetween(
  [previous, placed]: readonly [RowOutline, RowOutline],
  isCrossed: boolean,
  { head, foot }: RowBreakOptions,
): BreakPoint {
  const point = betweenSiblings({
    y: previous.y + previous.height,
    next: placed.y,
    kept: 0,
    before: previous.row.style.breakAfter,
    after: placed.row.style.breakBefore,
  });
  // A head without a row under it says nothing; a footer belongs to the last rows.
  const isHead = previous.group.kind === "header";
  const isKept = isHead || placed.group.kind === "footer";
  const least = isCrossed ? penalties.parallel : isKept ? penalties.avoid : penalties.none;
  const penalty = Math.max(point.penalty, least);
  return {
    // Under the last rows stands the foot itself, if not on this page then on the next.
    foot: isHead || placed.group.kind !== "body" ? undefined : foot,
    ...point,
    forced: point.forced && !isHead,
    penalty,
    repeat: isHead ? undefined : head,
  };
}

/** Of a row, where a page may end in it: short rows are kept whole. */
export function breaksInRow({ group, cells, height }: PlacedRow, context: LayoutContext): readonly BreakPoint[] {
  if (height <= context.page(group.style.page).height * shortRow) return none;
  return parallelBreaks(
    cells.map(({ laidOut }) => ({ laidOut, y: 0 })),
    { keptTogether: true },
  );
}

const none: readonly BreakPoint[] = [];

/** A row that no page can hold is divided where it stands, not on a page of its own. */
function breakInside(
  point: BreakPoint,
  { group, y, height }: RowOutline,
  { head, foot, context }: RowBreakOptions,
): BreakPoint {
  const page = context.page(group.style.page).height;
  const mustDivide = height + (head?.height ?? 0) + (foot?.height ?? 0) > page;
  return {
    ...moveBreak(point, y),
    penalty: mustDivide ? penalties.none : point.penalty,
    repeat: group.kind === "header" ? undefined : head,
    foot: group.kind === "body" ? foot : undefined,
  };
}

/** For each row whether a cell from above reaches into it: breaking there would cut it. */
function crossedRows(rows: readonly RowOutline[]): boolean[] {
  let reach = 0;
  return rows.map(({ row }, index) => {
    const isCrossed = index < reach;
    for (const { rowSpan } of row.cells) reach = Math.max(reach, index + rowSpan);
    return isCrossed;
  });
}

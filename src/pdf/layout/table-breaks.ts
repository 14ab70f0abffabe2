import { betweenSiblings } from "./block-stack.ts";
import { type BreakPoint, moveBreak, penalties, type RepeatedHead } from "./break-point.ts";
import type { LayoutContext } from "./layout-context.ts";
import { parallelBreaks } from "./parallel-breaks.ts";
import type { PlacedRow } from "./table-rows.ts";

/** Rows shorter than this part of a page are never divided. */
const shortRow = 0.4;

interface RowBreakOptions {
  readonly head: RepeatedHead | undefined;
  readonly foot: RepeatedHead | undefined;
  readonly context: LayoutContext;
}

/** The break points of a table: between rows, and inside rows that are tall. */
export function tableBreaks(rows: readonly PlacedRow[], options: RowBreakOptions): BreakPoint[] {
  const crossed = crossedRows(rows);
  return rows.flatMap((placed, index) => {
    const previous = rows[index - 1];
    const before = previous ? [breakBetween([previous, placed], crossed[index] === true, options)] : [];
    return [...before, ...breaksInside(placed, options)];
  });
}

function breakBetween(
  [previous, placed]: readonly [PlacedRow, PlacedRow],
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

/** Short rows are kept whole. A row that no page can hold is divided where it stands, not on a page of its own. */
function breaksInside({ group, cells, y, height }: PlacedRow, { head, foot, context }: RowBreakOptions): BreakPoint[] {
  const page = context.page(group.style.page).height;
  if (height <= page * shortRow) return [];
  const mustDivide = height + (head?.height ?? 0) + (foot?.height ?? 0) > page;
  const repeat = group.kind === "header" ? undefined : head;
  return parallelBreaks(
    cells.map(({ laidOut }) => ({ laidOut, y: 0 })),
    { keptTogether: true },
  ).map((point) => {
    const penalty = mustDivide ? penalties.none : point.penalty;
    return { ...moveBreak(point, y), penalty, repeat, foot: group.kind === "body" ? foot : undefined };
  });
}

/** For each row whether a cell from above reaches into it: breaking there would cut it. */
function crossedRows(rows: readonly PlacedRow[]): boolean[] {
  let reach = 0;
  return rows.map(({ row }, index) => {
    const isCrossed = index < reach;
    for (const { rowSpan } of row.cells) reach = Math.max(reach, index + rowSpan);
    return isCrossed;
  });
}

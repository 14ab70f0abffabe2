/** Pages from one to another, both counted from 1 and both included; without an end: to the last. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** Ranges as dialogs for printing take them: `2-5`, `1,3,8-`. Undefined: it is none. */
export function parsePageRanges(text: string): readonly PageRange[] | undefined {
  const ranges = text.split(",").map((part): PageRange | undefined => {
    const [, from, dash, to] = /^\s*(\d{1,9})\s*(?:([-–])\s*(\d{1,9})?)?\s*$/.exec(part) ?? [];
    if (from === undefined) return undefined;
    const first = Number(from);
    const last = dash === undefined ? first : to === undefined ? Number.POSITIVE_INFINITY : Number(to);
    return first >= 1 && last >= first ? { from: first, to: last } : undefined;
  });
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
}

/** Whether a page, by its index from 0, is in one of the ranges. */
export const isInRanges = (ranges: readonly PageRange[], index: number): boolean =>
  ranges.some(({ from, to }) => index + 1 >= from && index + 1 <= to);

import { datumField } from "./figure-label.ts";
import { periodLabel } from "./period-names.ts";
import { linePx } from "./room-for-names.ts";

/** Transforms that number the rows of each line: `rowPosition` of `rowCount`. */
export const rowPositions = (groupby: readonly string[]) =>
  [
    { window: [{ op: "row_number", as: "rowPosition" }], groupby: [...groupby] },
    { joinaggregate: [{ op: "count", as: "rowCount" }], groupby: [...groupby] },
  ] as const;

/** Transforms that leave the first and the last row of each line that have a figure. */
export const lineEnds = (value: string, groupby: readonly string[]) =>
  [
    { filter: `isValid(${datumField(value)})` },
    ...rowPositions(groupby),
    { filter: "datum.rowPosition === 1 || datum.rowPosition === datum.rowCount" },
  ] as const;

/** Transforms that leave the figures which have a gap on either side: a line does not show them. */
export const lonePoints = (value: string, groupby: readonly string[]) =>
  [
    { calculate: `isValid(${datumField(value)}) ? 1 : 0`, as: "hasFigure" },
    {
      window: [
        { op: "lag", field: "hasFigure", as: "hasBefore" },
        { op: "lead", field: "hasFigure", as: "hasAfter" },
      ],
      groupby: [...groupby],
    },
    { filter: "datum.hasFigure === 1 && datum.hasBefore !== 1 && datum.hasAfter !== 1" },
  ] as const;

/** Periods that are said in more characters stand in lines. */
export const endCharacters = "14";

/** An axis that names the first and the last period only, within its width, in lines of so many characters. */
export const endsAxis = (characters: string = endCharacters) =>
  ({
    title: null,
    domain: true,
    labelAngle: 0,
    labelOverlap: false,
    labelPadding: 4,
    labelExpr: `datum.index === 0 || datum.index === 1 ? (${periodLabel(characters)}) : ''`,
    labelLineHeight: linePx,
    labelAlign: { expr: "datum.index === 0 ? 'left' : 'right'" },
  }) as const;

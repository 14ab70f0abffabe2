import { datumField } from "./figure-label.ts";

/** Transforms that leave the last row of each line that has a figure (`last`), or the first as well (`both`). */
export function lineEnds(value: string, groupby: readonly string[], which: "last" | "both") {
  return [
    { filter: `isValid(${datumField(value)})` },
    { window: [{ op: "row_number", as: "place" }], groupby: [...groupby] },
    { joinaggregate: [{ op: "count", as: "places" }], groupby: [...groupby] },
    { filter: which === "last" ? "datum.place === datum.places" : "datum.place === 1 || datum.place === datum.places" },
  ] as const;
}

/** An axis that names the first and the last period only, within its width. */
export const endsAxis = {
  title: null,
  domain: true,
  labelAngle: 0,
  labelOverlap: false,
  labelPadding: 4,
  labelExpr: "datum.index === 0 || datum.index === 1 ? datum.label : ''",
  labelAlign: { expr: "datum.index === 0 ? 'left' : 'right'" },
} as const;

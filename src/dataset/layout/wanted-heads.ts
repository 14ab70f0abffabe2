import type { DatasetSpec } from "../definition.ts";
import type { DimensionPlace } from "./layout-spec.ts";
import type { WantedHeads } from "./locate-table.ts";
import { headBreak } from "./names.ts";
import type { WideHeads } from "./wide-heads.ts";

/** The headings that a layout asks for, and in how many rows they stand. */
export function wantedHeads(spec: DatasetSpec, wide: WideHeads | undefined): Omit<WantedHeads, "isFigure"> {
  const { layout = {}, dimensions, measures } = spec;
  const names: (readonly string[])[] = [];
  for (const [dimension, { label }] of Object.entries(dimensions)) {
    if (wide?.holes.has(dimension)) continue;
    const place = layout.dimensions?.[dimension];
    const column = columnOf(place);
    if (place === undefined) names.push([dimension, label]);
    else if (column !== undefined) names.push([column]);
  }
  if (layout.long) names.push([layout.long.measure], [layout.long.value]);
  else if (!wide) {
    for (const [measure, { label }] of Object.entries(measures)) {
      const own = layout.measures?.[measure];
      names.push(own === undefined ? [measure, label] : [own]);
    }
  }
  for (const part of [layout.source, layout.vintage, layout.note])
    if (part && "column" in part) names.push([part.column]);
  const { headerRow } = layout;
  const written = [...names.flat(), ...(wide?.patterns ?? [])];
  const levels =
    typeof headerRow === "object"
      ? headerRow[1] - headerRow[0] + 1
      : Math.max(1, ...written.map((name) => name.split(headBreak).length));
  return { names, levels, isWide: wide?.isLikely };
}

/** The column that a place names, if it is one. */
function columnOf(place: DimensionPlace | undefined): string | undefined {
  if (typeof place !== "object") return place;
  return "column" in place ? place.column : "heading" in place ? place.heading : undefined;
}

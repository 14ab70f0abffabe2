import type { DatasetSpec } from "../definition.ts";
import { dimensionNames, headsTogether, measureNames } from "./column-names.ts";
import type { WantedHeads } from "./locate-table.ts";
import { headBreak } from "./names.ts";
import type { WideHeads } from "./wide-heads.ts";

/** The headings that a layout asks for, and in how many rows they stand. */
export function wantedHeads(spec: DatasetSpec, wide: WideHeads | undefined): Omit<WantedHeads, "isFigure"> {
  const { layout = {}, dimensions, measures } = spec;
  const names: (readonly string[])[] = [];
  for (const dimension of Object.keys(dimensions)) {
    if (wide?.holes.has(dimension)) continue;
    const dimensionLayout = layout.dimensions?.[dimension];
    const isHeading = typeof dimensionLayout === "object" && "heading" in dimensionLayout;
    if (isHeading) names.push([dimensionLayout.heading]);
    else {
      const own = dimensionNames(spec, dimension);
      if (own.length > 0) names.push(own);
      names.push(...headsTogether(dimensionLayout).map((head) => [head]));
    }
  }
  if (layout.long) names.push([layout.long.measure], [layout.long.value]);
  else if (!wide) names.push(...Object.keys(measures).map((measure) => measureNames(spec, measure)));
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

import type { DatasetSpec } from "../definition.ts";
import type { DimensionLayout } from "./layout-spec.ts";

/** The names that a measure may have in a table: the layout's, else its id and its label. */
export function measureNames({ layout, measures }: DatasetSpec, measure: string): readonly string[] {
  const own = layout?.measures?.[measure];
  return own === undefined ? [measure, measures[measure]?.label ?? measure] : [own];
}

/** The names that the column of a dimension may have; none where it is told by no column of its own. */
export function dimensionNames({ layout, dimensions }: DatasetSpec, dimension: string): readonly string[] {
  const dimensionLayout = layout?.dimensions?.[dimension];
  if (dimensionLayout === undefined) return [dimension, dimensions[dimension]?.label ?? dimension];
  if (typeof dimensionLayout === "string") return [dimensionLayout];
  return "column" in dimensionLayout ? [dimensionLayout.column] : [];
}

/** The headings of the columns that tell a dimension together; none where one column does, or none. */
export const headsTogether = (dimensionLayout: DimensionLayout | undefined): readonly string[] =>
  typeof dimensionLayout !== "object"
    ? []
    : "firstOf" in dimensionLayout
      ? dimensionLayout.firstOf
      : "joined" in dimensionLayout
        ? headsIn(dimensionLayout.joined)
        : "rowNumber" in dimensionLayout
          ? headsIn(dimensionLayout.rowNumber)
          : [];

/** Those in braces. */
const headsIn = (joined: string): readonly string[] =>
  [...joined.matchAll(/\{([^{}]+)\}/gu)].map(([, head = ""]) => head.trim());

/** The measures by all names that they may have, as names are compared. */
export const measuresByName = (spec: DatasetSpec, plain: (name: string) => string): ReadonlyMap<string, string> =>
  new Map(
    Object.keys(spec.measures).flatMap((measure) =>
      measureNames(spec, measure).map((name) => [plain(name), measure] as const),
    ),
  );

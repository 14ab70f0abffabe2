import type { DatasetSpec } from "../definition.ts";
import type { DimensionLayout, ParentLayout, WideColumns, WideLayout } from "./layout-spec.ts";
import { createNameGlob } from "./names.ts";

/** The names that a measure may have in a table: the layout's, else its id and its label. */
export function measureNames({ layout, measures }: DatasetSpec, measure: string): readonly string[] {
  const own = layout?.measures?.[measure];
  return own === undefined ? [measure, measures[measure]?.label ?? measure] : [own].flat();
}

/** The key by which what tells measures apart is kept beside dimensions, none of which may be called so. */
export const measureKey = "measure";

/** The keys by which what holds the categories of a dimension is kept beside dimensions, none of which may be called so: a level each. */
const parentKey = (dimension: string, level: number): string =>
  `parents of ${dimension}${level === 0 ? "" : ` (level ${level + 1})`}`;

/** What tells the holders of a dimension's categories, the nearest level first. */
export const parentLayouts = (
  { layout = {} }: Pick<DatasetSpec, "layout">,
  dimension: string,
): readonly (readonly [key: string, ParentLayout])[] =>
  [layout.parents?.[dimension] ?? []].flat().map((own, level) => [parentKey(dimension, level), own] as const);

/** Those of all dimensions. */
const allParentLayouts = (spec: Pick<DatasetSpec, "layout">): readonly (readonly [key: string, ParentLayout])[] =>
  Object.keys(spec.layout?.parents ?? {}).flatMap((dimension) => parentLayouts(spec, dimension));

/** What a column is for that tells something, as messages have it. */
export const purposeOf = (key: string): string =>
  key === measureKey ? "measures" : key.includes(" ") ? key : `dimension ${key}`;

/** What tells each dimension, what holds its categories, and the measure of a row of a `long` table. */
export const toldBy = ({
  layout = {},
}: Pick<DatasetSpec, "layout">): readonly (readonly [string, DimensionLayout])[] => [
  ...Object.entries(layout.dimensions ?? {}),
  ...allParentLayouts({ layout }),
  ...(layout.long ? [[measureKey, layout.long.measure] as const] : []),
];

/** The columns of a wide table, by what their headings look like. */
export const wideColumns = ({ columns }: WideLayout): readonly WideColumns[] =>
  (typeof columns === "string" ? [columns] : columns).map((own) => (typeof own === "string" ? { heading: own } : own));

/** What the headings of a wide table look like. */
export const wideHeadings = (wide: WideLayout): readonly string[] => wideColumns(wide).map(({ heading }) => heading);

/** Whether headings tell a part of a dimension that columns tell too: `{Year} {period}`, of the dimension `period`. */
export const isPartlyWide = ({ layout = {} }: Pick<DatasetSpec, "layout">, dimension: string): boolean => {
  const own = layout.dimensions?.[dimension];
  return (
    typeof own === "object" &&
    "joined" in own &&
    own.joined.includes(`{${dimension}}`) &&
    layout.wide !== undefined &&
    wideHeadings(layout.wide).some((heading) => heading.includes(`{${dimension}}`))
  );
};

/** The names that the column of a dimension may have; none where it is told by no column of its own. */
export function dimensionNames({ layout, dimensions }: DatasetSpec, dimension: string): readonly string[] {
  const dimensionLayout = layout?.dimensions?.[dimension];
  if (dimensionLayout === undefined) return [dimension, dimensions[dimension]?.label ?? dimension];
  if (typeof dimensionLayout === "string") return [dimensionLayout];
  return "column" in dimensionLayout ? [dimensionLayout.column] : [];
}

/**
 * The headings of the columns that tell a dimension together; none where one column does, or none.
 * @param wide the id of the dimension, where headings tell a part of it.
 */
export const headsTogether = (dimensionLayout: DimensionLayout | undefined, wide?: string): readonly string[] =>
  typeof dimensionLayout !== "object"
    ? []
    : "firstOf" in dimensionLayout
      ? dimensionLayout.firstOf
      : "inTurn" in dimensionLayout
        ? [dimensionLayout.within]
        : "joined" in dimensionLayout
          ? headsIn(dimensionLayout.joined).filter((head) => head !== wide)
          : "rowNumber" in dimensionLayout
            ? headsIn(dimensionLayout.rowNumber)
            : [];

/** The column that tells a dimension by itself, by name; undefined where none does. */
export const columnOf = (dimensionLayout: DimensionLayout): string | undefined =>
  typeof dimensionLayout === "string"
    ? dimensionLayout
    : "column" in dimensionLayout
      ? dimensionLayout.column
      : undefined;

/** Finds the measure that a name stands for, by all names that measures may have: a whole one, else the longest with `*` that fits. */
export function createMeasureFinder(spec: DatasetSpec, plain: (name: string) => string) {
  const known = measuresByName(spec, plain);
  const globs = Object.keys(spec.measures)
    .flatMap((measure) =>
      measureNames(spec, measure)
        .filter((name) => name.includes("*"))
        .map((name) => ({ measure, length: plain(name).replaceAll("*", "").length, fits: createNameGlob(name) })),
    )
    .sort((a, b) => b.length - a.length);
  return (name: string): string | undefined => known.get(plain(name)) ?? globs.find(({ fits }) => fits(name))?.measure;
}

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

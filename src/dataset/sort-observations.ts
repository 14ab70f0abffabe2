import type { CategoryRegistry } from "./category-registry.ts";
import type { CodedColumn } from "./columns/coded-column.ts";
import { allRows, type ObservationColumns, recode, takeRows } from "./columns/observation-columns.ts";
import { compareText } from "./compare-labels.ts";
import type { DatasetSpec } from "./definition.ts";
import type { Source } from "./observation.ts";

interface SortContext {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "list">;
  readonly sources: ReadonlyMap<string, Source>;
}

/**
 * Orders observations by coordinates, vintage, source and measure, each in the order of its own list: whatever order the rows had. Nothing
 * is left of that order in the codes either.
 */
export function sortObservations(
  columns: ObservationColumns,
  { spec, categories, sources }: SortContext,
): ObservationColumns {
  const { categoryColumns, vintage, source, measure } = columns;
  const keys = [
    ...categoryColumns.map((column) =>
      positions(
        column,
        [...categories.list(column.dimension)].map(({ id }) => id),
      ),
    ),
    positions(vintage, [...vintage.values].sort(compareText)),
    positions(source, [...sources.keys()]),
    positions(measure, Object.keys(spec.measures)),
  ];
  const rows = allRows(columns).sort((a, b) => {
    for (const key of keys) {
      const difference = (key[a] as number) - (key[b] as number);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  return recode(takeRows(columns, rows));
}

/** Of each row, the position of its value in a list; -1 where it is not there. */
function positions({ values, codes }: CodedColumn<string>, list: readonly string[]): Int32Array {
  const positionOf = new Map(list.map((value, position) => [value, position]));
  const byCode = values.map((value) => positionOf.get(value) ?? -1);
  return Int32Array.from(codes, (code) => byCode[code] as number);
}

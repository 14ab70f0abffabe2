import { type Problems, quote } from "../diagnostics/index.ts";
import type { CategoryRegistry } from "./category-registry.ts";
import type { ColumnsBuilder } from "./columns/build-columns.ts";
import { isMissing } from "./columns/cell-columns.ts";
import type { DatasetSpec } from "./definition.ts";
import { findDimension } from "./find-dimension.ts";
import { hasLifetime, presenceIn, sayLifetime } from "./lifetime.ts";
import type { RowLocation } from "./merge-rows.ts";
import type { Category } from "./observation.ts";

/** By position among the dimensions: all categories that the name in the data may mean, where they are several. */
export type Namesakes = readonly (readonly Category[] | undefined)[];

/** Looks at figures by the time that the categories of their coordinates are there. */
export interface TimeCheck {
  /**
   * Of several categories of one name, sets the one that is there in the period of a row; reports a figure of a category that
   * is not there.
   */
  settle(row: number, namesakes: Namesakes, locationOf: () => RowLocation): void;
}

interface TimeInput {
  readonly spec: DatasetSpec;
  readonly categories: CategoryRegistry;
  readonly problems: Problems;
}

/** Undefined where no category has a time of its own. */
export function createTimeCheck(
  { categoryColumns, cells }: ColumnsBuilder,
  { spec, categories, problems }: TimeInput,
): TimeCheck | undefined {
  const time = categoryColumns.find(({ dimension }) => dimension === findDimension({ spec }, "time"));
  const timed = categoryColumns.flatMap((column, position) =>
    categories.list(column.dimension).some(hasLifetime)
      ? [{ column, position, absent: new Map<string, boolean>() }]
      : [],
  );
  if (!time || timed.length === 0) return undefined;
  const periodAt = (row: number) => categories.period(time.values[time.codes[row] as number] ?? "");
  return {
    settle(row, namesakes, locationOf) {
      for (const { column, position, absent } of timed) {
        const meant = namesakes[position];
        if (meant) settleName(column, row, chosenIn(meant, periodAt(row)));
        if (isMissing(cells, row)) continue;
        const key = `${column.codes[row]}|${time.codes[row]}`;
        const known = absent.get(key);
        if (known === false) continue;
        const [period, category] = [
          periodAt(row),
          categories.find(column.dimension, column.values[column.codes[row] as number] ?? ""),
        ];
        const isAbsent = period !== undefined && category !== undefined && presenceIn(category, period) === "none";
        absent.set(key, isAbsent);
        if (!isAbsent) continue;
        const { id, label, successors = [] } = category;
        const next = successors.flatMap((own) => categories.find(column.dimension, own) ?? []);
        const names = next.map((own) => `${own.label} (${own.id})`).join(", ");
        problems.error(`${column.dimension} ${id}`, {
          code: "outside-lifetime",
          message: `${quote(label)} (${id}) is there ${sayLifetime(category)}, and has a figure for ${period.label}.${names === "" ? "" : ` It was followed by ${names}.`}`,
          hint: `Correct the code, or since and until of ${id}; leave them out if the publisher counts by its area at other times.`,
          source: locationOf(),
        });
      }
    },
  };
}

type CategoryColumnBuilder = ColumnsBuilder["categoryColumns"][number];

function settleName({ codes, codeOf }: CategoryColumnBuilder, row: number, category: Category | undefined): void {
  // A measure that is not broken down by the dimension has no category there.
  if (category && codes[row] !== 0) codes[row] = codeOf(category.id);
}

const chosenIn = (
  meant: readonly Category[],
  period: Parameters<typeof presenceIn>[1] | undefined,
): Category | undefined =>
  period &&
  (meant.find((category) => presenceIn(category, period) === "all") ??
    meant.find((category) => presenceIn(category, period) === "some"));

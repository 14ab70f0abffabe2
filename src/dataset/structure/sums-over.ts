import type { CategoryRegistry } from "../category-registry.ts";
import { groupRows, sortByGroup } from "../columns/group-rows.ts";
import { coordinatesAt, type ObservationColumns } from "../columns/observation-columns.ts";
import { unheldOf } from "./margin-of.ts";

type At = Readonly<Record<string, string>>;

interface SumsInput {
  readonly columns: ObservationColumns;
  readonly categories: Pick<CategoryRegistry, "find">;
  /** Of one measure: a row for each of its cells. */
  readonly rows: Uint32Array;
  /** By row; NaN where a count is not known. */
  readonly values: Float64Array;
  /** Dimensions that are added up over what nothing else in the data holds. */
  readonly over: readonly string[];
}

/** Sums that no row has, by the coordinates in the other dimensions. */
export interface SumsOver {
  /** The cells that are added up: those that there are, of all that could be. */
  readonly coordinates: (at: At) => readonly At[];
  readonly valueAt: (at: At) => number;
}

/** Adds a measure up over some of its dimensions, in as many steps as it has cells: of several columns of names few combinations have one. */
export function sumsOver({ columns, categories, rows, values, over }: SumsInput): SumsOver {
  const isPart = columns.categoryColumns.flatMap(({ dimension, values: ids, codes }) => {
    if (!over.includes(dimension)) return [];
    const outermost = unheldOf({ categories, held: new Set(ids.filter((id) => id !== undefined)) }, dimension);
    const isOutermost = ids.map((id) => id === undefined || outermost.has(id));
    return [(row: number) => isOutermost[codes[row] as number] === true];
  });
  const isAdded = (row: number) => isPart.every((own) => own(row));
  const places = Uint32Array.from(rows.keys()).filter((place) => isAdded(rows[place] as number));
  const parts = places.map((place) => rows[place] as number);
  const [first] = parts;
  const kept = columns.categoryColumns.filter(
    ({ dimension, codes }) => first !== undefined && codes[first] !== 0 && !over.includes(dimension),
  );
  const codesById = kept.map(({ values: ids }) => new Map(ids.map((id, code) => [id, code])));
  const { groups, groupOf } = groupRows(
    kept.map(({ codes }) => codes),
    parts,
  );
  const { positions, starts } = sortByGroup(groupOf, groups.count);
  const sums = new Float64Array(groups.count);
  for (const [index, group] of groupOf.entries())
    sums[group] = (sums[group] as number) + (values[places[index] as number] as number);
  const groupAt = (at: At): number | undefined => {
    const codes = kept.map(({ dimension }, index) => codesById[index]?.get(at[dimension] ?? ""));
    return codes.every((code) => code !== undefined) ? groups.find(codes) : undefined;
  };
  const listed = new Map<number, readonly At[]>();
  return {
    coordinates(at) {
      const group = groupAt(at);
      if (group === undefined) return [];
      const known = listed.get(group);
      if (known) return known;
      const own = Array.from(positions.subarray(starts[group], starts[group + 1]), (position) =>
        coordinatesAt(columns, parts[position] as number),
      );
      listed.set(group, own);
      return own;
    },
    valueAt(at) {
      const group = groupAt(at);
      return group === undefined ? Number.NaN : (sums[group] as number);
    },
  };
}

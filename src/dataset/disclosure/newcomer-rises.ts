import { type DatasetEdition, type EditionCell, lastReleaseOf } from "../editions/edition.ts";
import { cellText } from "../editions/merge-editions.ts";
import { groupBy } from "../group-by.ts";
import { type CountTable, coordinatesOf, isLatent, measureOf } from "./count-table.ts";
import { type DisclosureRule, isHiddenBy } from "./disclosure-spec.ts";
import { lineOf } from "./newcomers.ts";
import type { PastCells } from "./past-cells.ts";

interface Input {
  readonly table: CountTable;
  readonly rule: DisclosureRule;
  readonly past: Pick<PastCells, "risesOf">;
  readonly edition: DatasetEdition;
}

/** A count, and what another rose by once that it may have been part of. */
export interface Rise {
  readonly count: number;
  readonly by: number;
}

/**
 * What is new, and that another has less since, may have been counted in that before: then what the other rose by may be its own. Of counts
 * that the rule hides; not where something went when it came, as that tells where it comes from.
 */
export function risesBeforeNewcomers({ table, rule, past, edition }: Input): readonly Rise[] {
  const { cells, structures, releases } = edition;
  const newcomers = newcomersIn({ table, rule, edition });
  if (newcomers.length === 0) return [];
  const valuesOf = valuesIn(table);
  const dimensions = new Set(structures.flatMap(({ holders }) => Object.keys(holders)));
  return [...dimensions].flatMap((dimension) => {
    const wholes = new Set(structures.flatMap(({ holders }) => Object.values(holders[dimension] ?? {})));
    const isPart = ({ at }: Pick<EditionCell, "at">) => at[dimension] !== undefined && !wholes.has(at[dimension]);
    const lines = groupBy(cells.filter(isPart), (cell) => lineOf(cell, dimension));
    const known = new Map<string, readonly number[]>();
    const risesIn = (line: string, first: number): readonly number[] => {
      const id = `${first} ${line}`;
      const beside = lines.get(line) ?? [];
      const isGone = (cell: EditionCell) =>
        lastReleaseOf(cell, releases.length) === first - 1 && (first < releases.length || valuesOf(cell).length === 0);
      const hasGone = beside.some(isGone);
      const found =
        known.get(id) ?? (hasGone ? [] : beside.flatMap((cell) => past.risesOf(cell, first, valuesOf(cell))));
      known.set(id, found);
      return found;
    };
    return newcomers.flatMap(({ place, first, counts }) =>
      isPart(place)
        ? risesIn(lineOf(place, dimension), first).flatMap((by) => counts.map((count) => ({ count, by })))
        : [],
    );
  });
}

/** The hidden counts of cells that two releases or more came before. */
function newcomersIn({ table, rule, edition: { cells, releases } }: Omit<Input, "past">) {
  const firstOf = new Map(cells.map((cell) => [cellText(cell), cell.shown.find(([, is]) => is !== null)?.[0]]));
  return [...table.countsOf.entries()].flatMap(([cell, counts]) => {
    if (isLatent(table, cell)) return [];
    const small = counts.filter((count) => isHiddenBy(rule, table.values[count] as number));
    if (small.length === 0) return [];
    const place = placeOf(table, cell);
    const first = firstOf.get(cellText(place)) ?? releases.length;
    return first < 2 ? [] : [{ place, first, counts: small }];
  });
}

/** What cells come to in a table; nothing of those that are gone. */
function valuesIn(table: CountTable): (cell: EditionCell) => readonly number[] {
  const cells = new Map([...table.countsOf.keys()].map((cell) => [cellText(placeOf(table, cell)), cell]));
  return (cell) =>
    (table.countsOf[cells.get(cellText(cell)) ?? -1] ?? []).map((count) => table.values[count] as number);
}

const placeOf = (table: CountTable, cell: number): Pick<EditionCell, "measure" | "at"> => ({
  measure: measureOf(table, cell),
  at: coordinatesOf(table, cell),
});

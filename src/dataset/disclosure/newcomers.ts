import type { DatasetEdition, EditionCell } from "../editions/edition.ts";
import { cellText } from "../editions/merge-editions.ts";
import { groupBy } from "../group-by.ts";
import { type CountTable, measureOf } from "./count-table.ts";
import type { CountedCells } from "./counted-cells.ts";
import type { DisclosureRule } from "./disclosure-spec.ts";
import { isWithin, type PastCells } from "./past-cells.ts";
import type { Relation } from "./relation.ts";
import { coordinatesOf } from "./relations.ts";

interface Input {
  readonly table: CountTable;
  readonly past: PastCells;
  readonly edition: DatasetEdition;
  readonly rule: DisclosureRule;
}

interface Newcomer {
  /** Its category in the dimension. */
  readonly id: string;
  readonly count: number;
}

/** Of more categories that are new, only all of them together are looked at: small numbers add up by chance. */
const mostNewcomers = 6;

/**
 * Ties categories that no earlier release had to those that are gone: readers know which of them is another under a new name, or was
 * divided, and nobody here does. What has the figure that another had is taken to be known; several that come to it, or all that come
 * to what all that are gone had, are held to do so, and so are one and what another has less since then; and one that may be another that
 * was hidden stands and falls with it.
 */
export function tiesToNewcomers(input: Input, cells: CountedCells): readonly Relation[] {
  const { edition } = input;
  const dimensions = new Set(edition.structures.flatMap(({ holders }) => Object.keys(holders)));
  return [...dimensions].flatMap((dimension) => {
    const newcomers = newcomersBy(input, cells, dimension);
    if (newcomers.size === 0) return [];
    const before = groupBy(
      edition.cells.filter(({ at }) => at[dimension] !== undefined),
      (cell) => lineOf(cell, dimension),
    );
    return [...newcomers].flatMap(([line, own]) => {
      const { gone = [], beside = [] } = Object.fromEntries(
        groupBy(before.get(line) ?? [], (cell) => (cells.isGone(cell) ? "gone" : "beside")),
      );
      return tiesOfLine(input, cells, { dimension, own, gone, beside });
    });
  });
}

const lineOf = ({ measure, at }: Pick<EditionCell, "measure" | "at">, dimension: string): string =>
  cellText({ measure, at: { ...at, [dimension]: "" } });

/** The counts of cells that no release had, by what else their cells are of. */
function newcomersBy(
  { table }: Input,
  { find }: CountedCells,
  dimension: string,
): ReadonlyMap<string, readonly Newcomer[]> {
  const all = [...table.countsOf.entries()].flatMap(([cell, counts]) => {
    const [count] = counts;
    if (count === undefined || table.latent.has(count)) return [];
    const own = { measure: measureOf(table, cell), at: coordinatesOf(table, cell) };
    const id = own.at[dimension];
    return id === undefined || find(own) ? [] : [{ id, count, line: lineOf(own, dimension) }];
  });
  return groupBy(all, ({ line }) => line);
}

interface Line {
  readonly dimension: string;
  readonly own: readonly Newcomer[];
  /** Cells of earlier releases that are gone, and those that are there. */
  readonly gone: readonly EditionCell[];
  readonly beside: readonly EditionCell[];
}

function tiesOfLine(input: Input, cells: CountedCells, line: Line): readonly Relation[] {
  const { renamed, left } = tellRenamed(input, line);
  const others = line.own.filter((each) => !renamed.has(each));
  return [...dividedAmong(input, cells, { ...line, own: others, left }), ...heldWith(input, cells, line)];
}

/** Takes what is new and has the figure of what is gone for the same. Says which figures are left. */
function tellRenamed({ table, past, rule }: Input, { own, gone }: Line) {
  const renamed = new Set<Newcomer>();
  const left: number[] = [];
  for (const cell of gone) {
    const bounds = past.lastBoundsOf(cell);
    if (!bounds || bounds.high === 0) continue;
    const same = own.filter(({ count }) => isWithin(table.values[count] as number, bounds));
    for (const each of same) {
      renamed.add(each);
      const value = table.values[each.count] as number;
      // What the rule hides is protected whatever readers may take it for.
      if (value < rule.from || value > rule.to) past.told.set(each.count, { from: bounds.low, to: bounds.high });
    }
    if (same.length === 0 && bounds.low === bounds.high) left.push(bounds.low);
  }
  return { renamed, left };
}

/** Holds what is new to come to what one that is gone had, or all of them; or to what one beside it has less by now. */
function dividedAmong(
  { table, past }: Input,
  { countsOf }: CountedCells,
  { own, beside, left }: Line & { readonly left: readonly number[] },
): readonly Relation[] {
  const sum = (members: readonly Newcomer[]) =>
    members.reduce((all, { count }) => all + (table.values[count] as number), 0);
  const all = left.reduce((total, figure) => total + figure, 0);
  const fallen = beside.flatMap((cell) => {
    const bounds = past.lastBoundsOf(cell);
    if (!bounds || bounds.low < bounds.high) return [];
    const count = countsOf(cell).at(-1) as number;
    const by = bounds.low - (table.values[count] as number);
    return by > 0 ? [{ count, by }] : [];
  });
  const fixed = (counts: readonly number[]): Relation => ({ kind: "equal", counts, signs: counts.map(() => 1) });
  return setsOf(own).flatMap((members): readonly Relation[] => {
    const counts = members.map(({ count }) => count);
    const value = sum(members);
    const isOfGone = members.length > 1 && (left.includes(value) || (members.length === own.length && value === all));
    const halves = fallen.filter(({ by }) => by === value).map(({ count }) => fixed([count, ...counts]));
    return isOfGone ? [fixed(counts), ...halves] : halves;
  });
}

/** Ties what is new to what was hidden and is gone, as it may be the same. */
function heldWith(
  { table, edition }: Input,
  { countsOf, gone: hidden }: CountedCells,
  { dimension, own, gone }: Line,
): readonly Relation[] {
  return gone.flatMap((cell) => {
    const [count] = countsOf(cell);
    if (count === undefined || !hidden.has(count)) return [];
    const holders = new Set(
      edition.structures.flatMap(({ holders }) => holders[dimension]?.[cell.at[dimension] as string] ?? []),
    );
    return own
      .filter((each) => mayStandThere(table, { count: each.count, dimension, holders }))
      .map((each): Relation => ({ kind: "equal", counts: [each.count, count], signs: [-1, 1] }));
  });
}

/** Each, any two or three, and all of them. */
function setsOf(own: readonly Newcomer[]): readonly (readonly Newcomer[])[] {
  const few = own.length <= mostNewcomers ? own : [];
  const pairs = few.flatMap((a, index) => few.slice(index + 1).map((b) => [a, b]));
  const triples = pairs.flatMap(([a, b]) =>
    few.slice(few.indexOf(b as Newcomer) + 1).map((c) => [a as Newcomer, b as Newcomer, c]),
  );
  return [...few.map((each) => [each]), ...pairs, ...triples, ...(own.length > 3 ? [own] : [])];
}

interface Standing {
  readonly count: number;
  readonly dimension: string;
  readonly holders: ReadonlySet<string>;
}

/** Whether a category is held by one that held another, or all of these are gone. */
function mayStandThere(table: CountTable, { count, dimension, holders }: Standing): boolean {
  const cell = table.cellOf[count] as number;
  const axis = table.gridOf[cell]?.axes.find((own) => own.dimension === dimension);
  if (!axis) return false;
  if (![...holders].some((id) => axis.indexOf.has(id))) return true;
  const parent = axis.parents[axis.indexOf.get(coordinatesOf(table, cell)[dimension] as string) ?? -1] ?? -1;
  return holders.has(axis.ids[parent] ?? "");
}

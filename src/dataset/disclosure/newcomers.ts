import { type DatasetEdition, type EditionCell, figuresOf } from "../editions/edition.ts";
import { cellText } from "../editions/merge-editions.ts";
import { groupBy } from "../group-by.ts";
import type { CountTable } from "./count-table.ts";
import type { DisclosureRule } from "./disclosure-spec.ts";
import type { PastCells } from "./past-cells.ts";
import type { CountedCells } from "./past-families.ts";
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
 * to what all that are gone had, are held to do so; and one that may be another that was hidden stands and falls with it.
 */
export function tiesToNewcomers(input: Input, cells: CountedCells): readonly Relation[] {
  const { edition } = input;
  const dimensions = new Set(edition.structures.flatMap(({ holders }) => Object.keys(holders)));
  return [...dimensions].flatMap((dimension) => {
    const newcomers = newcomersBy(input, cells, dimension);
    if (newcomers.size === 0) return [];
    const gone = groupBy(
      edition.cells.filter((cell) => cell.at[dimension] !== undefined && cells.isGone(cell)),
      (cell) => lineOf(cell, dimension),
    );
    return [...newcomers].flatMap(([line, own]) =>
      tiesOfLine(input, cells, { dimension, own, gone: gone.get(line) ?? [] }),
    );
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
    const own = { measure: table.gridOf[cell]?.measure ?? "", at: coordinatesOf(table, cell) };
    const id = own.at[dimension];
    return id === undefined || find(own) ? [] : [{ id, count, line: lineOf(own, dimension) }];
  });
  return groupBy(all, ({ line }) => line);
}

interface Line {
  readonly dimension: string;
  readonly own: readonly Newcomer[];
  /** Cells of earlier releases that are gone. */
  readonly gone: readonly EditionCell[];
}

function tiesOfLine(
  { table, past, edition, rule }: Input,
  { countsOf, gone: hidden }: CountedCells,
  { dimension, own, gone }: Line,
): readonly Relation[] {
  const valueIn = ({ count }: Newcomer) => table.values[count] as number;
  const shown = gone.flatMap((cell) => {
    const figure = figuresOf(cell.shown.findLast(([, is]) => is !== null)?.[1] ?? null).at(-1);
    return figure === undefined || figure === 0 ? [] : [figure];
  });
  const renamed = new Set<Newcomer>();
  const left: number[] = [];
  for (const figure of shown) {
    const same = own.filter((each) => valueIn(each) === figure);
    for (const each of same) {
      renamed.add(each);
      // What the rule hides is protected whatever readers may take it for.
      const isSmall = figure >= rule.from && figure <= rule.to;
      if (!isSmall) past.told.set(each.count, { from: figure, to: figure });
    }
    if (same.length === 0) left.push(figure);
  }
  const others = own.filter((each) => !renamed.has(each));
  const sum = (members: readonly Newcomer[]) => members.reduce((all, each) => all + valueIn(each), 0);
  const isOf = (members: readonly Newcomer[]) =>
    left.includes(sum(members)) ||
    (members.length === others.length && sum(members) === left.reduce((all, figure) => all + figure, 0));
  const sets = left.length === 0 ? [] : setsOf(others).filter(isOf);
  const divided = sets.map(
    (members): Relation => ({ kind: "equal", counts: members.map(({ count }) => count), signs: members.map(() => 1) }),
  );
  const held = gone.flatMap((cell) => {
    const [count] = countsOf(cell);
    if (count === undefined || !hidden.has(count)) return [];
    const holders = new Set(
      edition.structures.flatMap(({ holders }) => holders[dimension]?.[cell.at[dimension] as string] ?? []),
    );
    return own
      .filter((each) => holders.size === 0 || mayStandThere(table, { count: each.count, dimension, holders }))
      .map((each): Relation => ({ kind: "equal", counts: [each.count, count], signs: [-1, 1] }));
  });
  return [...divided, ...held];
}

/** Two, three and all of them. */
function setsOf(own: readonly Newcomer[]): readonly (readonly Newcomer[])[] {
  const few = own.length <= mostNewcomers ? own : [];
  const pairs = few.flatMap((a, index) => few.slice(index + 1).map((b) => [a, b]));
  const triples = pairs.flatMap(([a, b]) =>
    few.slice(few.indexOf(b as Newcomer) + 1).map((c) => [a as Newcomer, b as Newcomer, c]),
  );
  return [...pairs, ...triples, ...(own.length > 3 || few.length === 0 ? [own] : [])].filter(
    ({ length }) => length > 1,
  );
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

import {
  type DatasetEdition,
  type EditionCell,
  figuresOf,
  isExact,
  lastReleaseOf,
  ruleOfRelease,
  shownIn,
} from "../editions/edition.ts";
import { cellText } from "../editions/merge-editions.ts";
import { groupBy } from "../group-by.ts";
import { type CountTable, coordinatesOf, measureOf } from "./count-table.ts";
import type { CountedCells } from "./counted-cells.ts";
import { type DisclosureRule, isHiddenBy } from "./disclosure-spec.ts";
import { isWithin, type PastCells } from "./past-cells.ts";
import type { Relation } from "./relation.ts";

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
 * to what all that are gone had, are held to do so, and so are one and what another has less since then, or what those that were hidden come to
 * too little without it; and one that may be another that was hidden stands and falls with it.
 */
export function tiesToNewcomers(input: Input, cells: CountedCells): readonly Relation[] {
  const { edition } = input;
  const dimensions = new Set(edition.structures.flatMap(({ holders }) => Object.keys(holders)));
  return [...dimensions].flatMap((dimension) => {
    const newcomers = newcomersBy(input, cells, dimension);
    const before = groupBy(
      edition.cells.filter(({ at }) => at[dimension] !== undefined),
      (cell) => lineOf(cell, dimension),
    );
    return [...before].flatMap(([line, all]) => {
      const { gone = [], beside = [] } = Object.fromEntries(
        groupBy(all, (cell) => (cells.isGone(cell) ? "gone" : "beside")),
      );
      return tiesOfLine(input, cells, { dimension, own: newcomers.get(line) ?? [], gone, beside });
    });
  });
}

/** A name for cells that differ in one dimension alone. */
export const lineOf = ({ measure, at }: Pick<EditionCell, "measure" | "at">, dimension: string): string =>
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
  supposeRenamed(input, cells, line);
  const others = line.own.filter((each) => !renamed.has(each));
  return [
    ...dividedAmong(input, cells, { ...line, own: others, left }),
    ...dividedFromHidden(input, cells, line),
    ...heldWith(input, cells, line),
  ];
}

/** Takes what is new and has the figure of what is gone for the same. Says which figures are left. */
function tellRenamed({ table, past, rule }: Input, { own, gone }: Line) {
  const renamed = new Set<Newcomer>();
  const left: number[] = [];
  for (const cell of gone) {
    const bounds = past.lastBoundsOf(cell);
    if (!bounds) continue;
    const same = own.filter(({ count }) => isWithin(table.values[count] as number, bounds));
    for (const each of same) {
      renamed.add(each);
      const value = table.values[each.count] as number;
      // What the rule hides is protected whatever readers may take it for.
      if (isHiddenBy(rule, value)) past.supposed.set(each.count, "known");
      else {
        const { low, high } = past.lastBoundsWith(cell, value) ?? bounds;
        past.told.set(each.count, { from: low, to: high });
      }
    }
    if (same.length === 0 && bounds.low === bounds.high) left.push(bounds.low);
  }
  return { renamed, left };
}

/**
 * Supposes of what an earlier release hid, and was new there, that readers know it: another went then whose figure had been so small that the
 * rule hides it. What it came to then nobody here knows.
 */
function supposeRenamed(
  { table, past, edition }: Input,
  { countsOf, isGone }: CountedCells,
  { gone, beside }: Line,
): void {
  const all = [...gone, ...beside];
  for (const cell of all) {
    const [first = 0, is] = cell.shown[0] ?? [];
    const release = edition.releases[first];
    if (first === 0 || is !== "hidden" || !release) continue;
    const rule = ruleOfRelease(release);
    const small = all.flatMap((other) => {
      const bounds = shownIn(other, first) === null ? past.lastBoundsOf(other, first) : undefined;
      return bounds !== undefined && bounds.low <= rule.to && bounds.high >= rule.from ? [bounds] : [];
    });
    if (small.length === 0) continue;
    for (const count of countsOf(cell)) {
      if (past.told.has(count)) continue;
      const isStill = isGone(cell) || small.every((bounds) => isWithin(table.values[count] as number, bounds));
      past.supposed.set(count, isStill ? "known" : "known-before");
    }
  }
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
  const known = beside.flatMap((cell) => {
    const bounds = past.lastBoundsOf(cell);
    const count = countsOf(cell).at(-1);
    return bounds && count !== undefined ? [{ cell, count, value: table.values[count] as number, bounds }] : [];
  });
  const fallen = known.filter(({ value, bounds }) => bounds.low > value);
  // What one whose figure stays was divided into is nothing.
  if (known.some(({ value, bounds }) => bounds.low === value && bounds.high === value))
    for (const { count } of own) if (table.values[count] === 0) past.told.set(count, { from: 0, to: 0 });
  const fixed = (counts: readonly number[]): Relation => ({ kind: "equal", counts, signs: counts.map(() => 1) });
  return setsOf(own).flatMap((members): readonly Relation[] => {
    const counts = members.map(({ count }) => count);
    const value = sum(members);
    const isOfGone = members.length > 1 && (left.includes(value) || (members.length === own.length && value === all));
    const halves = fallen
      .filter((own) => isWithin(own.value + value, own.bounds))
      .map(({ cell, count, bounds, ...own }): Relation => {
        const { low, high } = past.lastBoundsWith(cell, own.value + value) ?? bounds;
        if (low === high) return fixed([count, ...counts]);
        // A figure that was rounded says within which bounds both are together.
        const whole = table.addGone(own.value + value);
        past.told.set(whole, { from: low, to: high });
        return { kind: "equal", counts: [whole, count, ...counts], signs: [-1, 1, ...counts.map(() => 1)] };
      });
    return isOfGone ? [fixed(counts), ...halves] : halves;
  });
}

/** Ties what was hidden and is gone to what was new when it had gone, as it may be the same. */
function heldWith(input: Input, cells: CountedCells, line: Line): readonly Relation[] {
  const { table, edition } = input;
  const values = new Map<EditionCell, number>();
  // Those that went last first: what was new when others went may have gone since.
  const hidden = line.gone
    .map((cell) => ({ cell, release: lastReleaseOf(cell, edition.releases.length) }))
    .filter(({ release }) => line.own.length > 0 || newAfter(release, line).length > 0)
    .flatMap(({ cell, release }) => {
      const [count] = cells.countsOf(cell);
      return count === undefined || !cells.gone.has(count) ? [] : [{ cell, count, release }];
    })
    .sort((a, b) => b.release - a.release);
  return hidden.flatMap(({ cell, count, release }) => {
    const others = newSince(input, cells, { ...line, cell, release });
    const value = valueOfGone(input, cells, { ...line, cell, release, values });
    // It is just what was new, if nothing has been revised: else nobody here knows what it was.
    if (value !== undefined && others.some((other) => table.values[other] === value)) {
      table.values[count] = value;
      values.set(cell, value);
    }
    return others.map((other): Relation => ({ kind: "equal", counts: [other, count], signs: [-1, 1] }));
  });
}

interface GoneCell extends Line {
  readonly cell: EditionCell;
  /** The last one that had it. */
  readonly release: number;
}

/** Cells that no release had up to one, and the next had. */
const newAfter = (release: number, { gone, beside }: Line): readonly EditionCell[] =>
  [...gone, ...beside].filter(({ shown }) => shown[0]?.[0] === release + 1);

/** The counts of cells that are new in this release, or were in the one after a cell's last. */
function newSince(
  { table, edition }: Input,
  { countsOf }: CountedCells,
  { cell, release, ...line }: GoneCell,
): readonly number[] {
  const { dimension, own } = line;
  const holders = new Set(
    edition.structures.flatMap(({ holders }) => holders[dimension]?.[cell.at[dimension] as string] ?? []),
  );
  const now = own.filter(({ count }) => mayStandThere(table, { count, dimension, holders }));
  return [...newAfter(release, line).flatMap(countsOf), ...now.map(({ count }) => count)];
}

/**
 * What a cell that is gone came to by the total that held it, if nothing that was hidden beside it has been revised; undefined where that
 * leaves it open.
 */
function valueOfGone(
  input: Input,
  cells: CountedCells,
  { cell, release, values, ...line }: GoneCell & { readonly values: ReadonlyMap<EditionCell, number> },
): number | undefined {
  const family = familiesOf(input, { ...line, release }).find(({ hidden }) => hidden.includes(cell));
  const rest = family?.hidden.reduce(
    (left, other) => left - (other === cell ? 0 : (values.get(other) ?? valueNow(input, cells, other))),
    family.value,
  );
  return rest !== undefined && rest > 0 ? rest : undefined;
}

interface HiddenParts {
  readonly hidden: readonly EditionCell[];
  /** What they came to together: NaN where the release does not tell. */
  readonly value: number;
}

/** What a release hid of a line, by the total that held it there. */
function familiesOf(
  { edition: { releases, structures } }: Input,
  { dimension, gone, beside, release }: Line & { readonly release: number },
): readonly HiddenParts[] {
  const { structure = -1, roundTo = 1 } = releases[release] ?? {};
  const holders = structures[structure]?.holders[dimension] ?? {};
  const there = [...gone, ...beside].filter((cell) => shownIn(cell, release) !== null);
  const figureOf = (cell: EditionCell): number => {
    const is = shownIn(cell, release);
    const figures = figuresOf(is);
    return figures.length === 1 && (roundTo === 1 || isExact(is)) ? (figures[0] as number) : Number.NaN;
  };
  const byHolder = groupBy(there, ({ at }) => holders[at[dimension] as string] ?? "");
  return there.flatMap((whole) => {
    const parts = byHolder.get(whole.at[dimension] as string) ?? [];
    const hidden = parts.filter((part) => shownIn(part, release) === "hidden");
    if (hidden.length === 0) return [];
    const shown = parts.filter((part) => !hidden.includes(part));
    return [{ hidden, value: shown.reduce((rest, part) => rest - figureOf(part), figureOf(whole)) }];
  });
}

/** What a cell comes to in this table: NaN where it is gone, or comes to several. */
function valueNow({ table }: Input, { isGone, countsOf }: CountedCells, cell: EditionCell): number {
  const counts = isGone(cell) ? [] : countsOf(cell);
  return counts.length === 1 ? (table.values[counts[0] as number] as number) : Number.NaN;
}

/**
 * Holds what was new after a release to what it makes of cells that this hid, where these come to too little without: one of them was
 * divided then, whether it is still there or gone.
 */
function dividedFromHidden(input: Input, cells: CountedCells, line: Line): readonly Relation[] {
  const { table, edition } = input;
  const last = edition.releases.length - 1;
  const all = [...line.gone, ...line.beside];
  const starts = new Set(
    all.flatMap(({ shown }) => (shown[0] === undefined || shown[0][0] === 0 ? [] : shown[0][0] - 1)),
  );
  return [...starts, ...(line.own.length > 0 ? [last] : [])].flatMap((release) => {
    const fresh =
      release === last
        ? line.own
        : newAfter(release, line).flatMap((cell) =>
            cells.isGone(cell)
              ? []
              : cells.countsOf(cell).map((count) => ({ id: cell.at[line.dimension] as string, count })),
          );
    if (fresh.length === 0) return [];
    return familiesOf(input, { ...line, release }).flatMap(({ hidden, value }) => {
      const gone = hidden.filter((cell) => cells.isGone(cell));
      const still = hidden.filter((cell) => !gone.includes(cell));
      const lack = still.reduce((rest, cell) => rest - valueNow(input, cells, cell), value);
      if (!(lack > 0)) return [];
      const lost = gone.flatMap((cell) => cells.countsOf(cell));
      return setsOf(fresh).flatMap((members): readonly Relation[] => {
        const counts = members.map(({ count }) => count);
        const sum = counts.reduce((rest, count) => rest + (table.values[count] as number), 0);
        // One that is just what one that is gone was is held with that already.
        if (sum !== lack || (lost.length === 1 && members.length === 1)) return [];
        return [
          { kind: "equal", counts: [...counts, ...lost], signs: [...counts.map(() => 1), ...lost.map(() => -1)] },
        ];
      });
    });
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

import type { DatasetSpec } from "../definition.ts";
import {
  type DatasetEdition,
  type EditionCell,
  figuresOf,
  isExact,
  lastReleaseOf,
  type Release,
  type ReleaseStructure,
  shownIn,
  standings,
} from "../editions/edition.ts";
import { cellText } from "../editions/merge-editions.ts";
import { groupBy } from "../group-by.ts";
import { type CountTable, coordinatesOf, measureOf } from "./count-table.ts";
import type { CountedCells } from "./counted-cells.ts";
import { type DisclosureRule, isHiddenBy } from "./disclosure-spec.ts";
import { lineOf, tiesToNewcomers } from "./newcomers.ts";
import type { PastCells } from "./past-cells.ts";
import type { Relation } from "./relation.ts";

/** A whole and its parts, as they hung together in some releases and do no longer. */
export interface PastFamily {
  /** The dimension that the whole is a total of; undefined where it is a measure that others are parts of. */
  readonly dimension: string | undefined;
  /** The whole, then its parts. */
  readonly members: readonly PastMember[];
  readonly releases: ReadonlySet<number>;
}

/** A part of a whole in an earlier release. */
export interface PastMember {
  readonly cell: EditionCell;
  /** Undefined for one that is gone and was never shown but exactly. */
  readonly count: number | undefined;
}

export interface PastFamilies {
  of(count: number): readonly PastFamily[];
  /**
   * What a count comes to that the definition does not tell: if a part that is gone has gone into one beside it, or has a new name; and
   * what was declared once, is declared no longer, and holds all the same.
   */
  tiesOf(count: number): readonly Relation[];
  isGone(cell: EditionCell): boolean;
  /** Counts whose cell is gone, and was hidden when it was there last, by that cell. */
  readonly gone: ReadonlyMap<number, EditionCell>;
  /** Whether what a cell was tied to, if to anything, is known here. */
  isReckonedWith(cell: Pick<EditionCell, "measure" | "at">): boolean;
}

interface Input {
  readonly spec: Pick<DatasetSpec, "sums">;
  readonly rule: DisclosureRule;
  readonly table: CountTable;
  readonly past: PastCells;
  readonly edition: DatasetEdition;
  /** Whether a cell that was hidden may be shown. */
  readonly isReleased: (coordinates: Readonly<Record<string, string>>) => boolean;
}

/**
 * Finds what tied the cells of earlier releases and ties those of this one no longer: a region that is gone or has other districts, a
 * measure that others were parts of, a part that is gone and that its total had. A part that is gone stands there as a count that
 * nobody here knows: from nothing on, so that what protects it does so whatever it was. It may have gone into one beside it, which
 * then grew by it.
 */
export function createPastFamilies(input: Input): PastFamilies {
  const { table, edition } = input;
  const cells = countCells(input);
  const byCount = new Map<number, PastFamily[]>();
  const ties = new Map<number, Relation[]>();
  const members = new Set<EditionCell>();
  const tie = (relations: readonly Relation[]) => {
    for (const relation of relations) for (const count of relation.counts) listIn(ties, count).push(relation);
  };
  for (const family of [...totalsIn(input, cells), ...sumsIn(input, cells)]) {
    for (const cell of family.cells) members.add(cell);
    for (const variant of variantsOf(family, cells)) {
      for (const { count } of variant.members) if (count !== undefined) listIn(byCount, count).push(variant);
      tie(holdingStill(variant, input));
    }
    if (family.dimension === undefined) continue;
    tellMerged(family.cells.slice(1), input, cells);
    tie(tiesAmong(family, input, cells));
  }
  tie(tiesToNewcomers(input, cells));
  const sums = edition.structures.flatMap((structure) => structure.sums);
  // What hangs together over time is not kept of periods that are gone.
  const inSeries = new Set(
    table.grids.flatMap(({ measure, axes }) => (axes.some(({ periodsOverlap }) => periodsOverlap) ? [measure] : [])),
  );
  return {
    of: (count) => byCount.get(count) ?? [],
    tiesOf: (count) => ties.get(count) ?? [],
    isGone: cells.isGone,
    gone: cells.gone,
    isReckonedWith(cell) {
      const own = cells.find(cell);
      if (!own || inSeries.has(cell.measure)) return false;
      // What ties a measure that is gone to others is known where it was declared.
      if (!table.gridFor(cell.measure))
        return sums.some(({ whole, parts }) => [whole, ...parts].includes(cell.measure));
      return !cells.isGone(own) || members.has(own) || !isTied(edition, own);
    },
  };
}

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function countCells({ table, past, edition, isReleased }: Input): CountedCells {
  const { releases, cells } = edition;
  const byText = new Map(cells.map((cell) => [cellText(cell), cell]));
  const find = (cell: Pick<EditionCell, "measure" | "at">) => byText.get(cellText(cell));
  const standingOf = standings(releases);
  const isToStay = (cell: EditionCell) =>
    standingOf(cell).isHidden && !isReleased({ ...cell.at, measure: cell.measure });
  const placed = new Map<EditionCell, readonly number[]>();
  const gone = new Map<number, EditionCell>();
  for (const [cell, counts] of table.countsOf.entries()) {
    const own = find({ measure: measureOf(table, cell), at: coordinatesOf(table, cell) });
    if (!own) continue;
    placed.set(own, counts);
    // Of a period that is gone: today's figures may tell what it was.
    const [count] = counts;
    if (count !== undefined && table.latent.has(count) && Number.isNaN(table.values[count]) && isToStay(own))
      gone.set(count, own);
  }
  const made = new Map<EditionCell, readonly number[]>();
  function make(cell: EditionCell): readonly number[] {
    const wasHidden = cell.shown.some(([, is]) => is === "hidden");
    const isRounded = cell.shown.some(
      ([from, is]) => figuresOf(is).length > 0 && releases[from]?.roundTo !== 1 && !isExact(is),
    );
    if (!wasHidden && !isRounded) return [];
    const figures = figuresOf(cell.shown.findLast(([, is]) => figuresOf(is).length > 0)?.[1] ?? null);
    const count = table.addGone(wasHidden ? 0 : (figures.at(-1) ?? 0));
    past.remember(count, cell);
    if (isToStay(cell)) gone.set(count, cell);
    return [count];
  }
  return {
    find,
    isGone: (cell) => !placed.has(cell),
    gone,
    countsOf(cell) {
      const known = placed.get(cell) ?? made.get(cell) ?? make(cell);
      if (!placed.has(cell)) made.set(cell, known);
      return known;
    },
  };
}

interface Family extends Pick<PastFamily, "dimension" | "releases"> {
  /** The whole, then its parts. */
  readonly cells: readonly EditionCell[];
}

/** Totals of categories that hold others by now, or had parts that are gone. */
function totalsIn({ table, edition }: Input, cells: CountedCells): readonly Family[] {
  return edition.structures.flatMap(({ holders }, number) =>
    Object.entries(holders).flatMap(([dimension, own]) => {
      const now = holdersNow(table, dimension);
      const parts = groupBy(Object.keys(own), (id) => own[id] as string);
      const lines = groupBy(
        edition.cells.filter(({ at }) => at[dimension] !== undefined),
        ({ measure, at }) => cellText({ measure, at: { ...at, [dimension]: "" } }),
      );
      return [...lines.values()].flatMap((line) => {
        const byId = new Map(line.map((cell) => [cell.at[dimension], cell]));
        return [...parts].flatMap(([holder, ids]): readonly Family[] => {
          const whole = byId.get(holder);
          const held = ids.flatMap((id) => byId.get(id) ?? []);
          if (!whole || held.length === 0) return [];
          const all = [whole, ...held];
          const hasOthers = Object.keys(own).some((id) => own[id] !== holder && now.get(id) === holder);
          const isOther =
            hasOthers || ids.some((id) => now.get(id) !== holder) || all.some((cell) => isLost(cell, cells));
          return isOther ? [{ dimension, cells: all, releases: releasesOf(edition, number) }] : [];
        });
      });
    }),
  );
}

/** Measures that are no sum of others by now, or of others that are gone. */
function sumsIn({ spec, edition }: Input, cells: CountedCells): readonly Family[] {
  const now = new Set((spec.sums ?? []).map(({ whole, parts }) => JSON.stringify([whole, parts])));
  return edition.structures.flatMap((structure, number) =>
    structure.sums.flatMap((sum) => {
      const isOther = !now.has(JSON.stringify([sum.whole, sum.parts]));
      return edition.cells.flatMap((whole): readonly Family[] => {
        if (whole.measure !== sum.whole) return [];
        const held = sum.parts.map((part) => partAt(edition, cells, { part, at: whole.at, structure }));
        const all = [whole, ...held.flatMap((cell) => cell ?? [])];
        const isWhole = all.length === held.length + 1 && (isOther || all.some((cell) => isLost(cell, cells)));
        return isWhole ? [{ dimension: undefined, cells: all, releases: releasesOf(edition, number) }] : [];
      });
    }),
  );
}

interface PartAt {
  readonly part: string;
  readonly at: Readonly<Record<string, string>>;
  readonly structure: ReleaseStructure;
}

/** The cell of a measure at the place of another, by the totals of what it is broken down by beside. */
function partAt(
  edition: DatasetEdition,
  { find }: CountedCells,
  { part, at, structure: { holders } }: PartAt,
): EditionCell | undefined {
  const isTotal = (dimension: string, id: string) =>
    Object.values(holders[dimension] ?? {}).includes(id) && holders[dimension]?.[id] === undefined;
  return (
    find({ measure: part, at }) ??
    edition.cells.find(
      (cell) =>
        cell.measure === part &&
        Object.entries(at).every(([dimension, id]) => cell.at[dimension] === id) &&
        Object.entries(cell.at).every(([dimension, id]) => at[dimension] !== undefined || isTotal(dimension, id)),
    )
  );
}

/** Gone, and not known exactly. */
const isLost = (cell: EditionCell, { isGone, countsOf }: CountedCells): boolean =>
  isGone(cell) && countsOf(cell).length > 0;

const releasesOf = ({ releases }: DatasetEdition, structure: number): ReadonlySet<number> =>
  new Set(releases.flatMap((release, index) => (release.structure === structure ? [index] : [])));

/** The same by each of the counts that publications give of a cell. */
function variantsOf({ cells, dimension, releases }: Family, { countsOf }: CountedCells): readonly PastFamily[] {
  const counts = cells.map(countsOf);
  return Array.from({ length: Math.max(...counts.map(({ length }) => length)) }, (_, variant) => ({
    dimension,
    releases,
    members: cells.map((cell, index) => {
      const own = counts[index] as readonly number[];
      return { cell, count: own[Math.min(variant, own.length - 1)] };
    }),
  }));
}

/** What a whole and its parts come to in this table, where all of them are still there. */
function holdingStill({ members }: PastFamily, { table }: Input): readonly Relation[] {
  const counts = members.flatMap(({ count }) => (count === undefined || !isInTable(table, count) ? [] : [count]));
  if (counts.length < members.length) return [];
  const signs = counts.map((_, index) => (index === 0 ? -1 : 1));
  const rest = counts.reduce(
    (sum, count, index) => sum + (signs[index] as number) * (table.values[count] as number),
    0,
  );
  if (Number.isNaN(rest) || rest > 0) return [];
  return [{ kind: rest === 0 ? "equal" : "at-most", counts, signs }];
}

/** Whether a count is of a cell that is published now. */
const isInTable = ({ cellOf, latent }: CountTable, count: number): boolean =>
  (cellOf[count] as number) >= 0 && !latent.has(count);

/** A part that grew by just what one beside it was, or all of them, that are gone: readers take it for their sum. */
function tellMerged(
  parts: readonly EditionCell[],
  { table, past, rule, edition: { releases } }: Input,
  { isGone, countsOf }: CountedCells,
): void {
  const lost = parts.flatMap((part) => {
    const last = part.shown.findLastIndex(([, is]) => is !== null);
    const [figure] = isGone(part) && countsOf(part).length === 0 ? figuresOf(part.shown[last]?.[1] ?? null) : [];
    return figure === undefined ? [] : [{ figure, release: (part.shown[last + 1]?.[0] ?? releases.length) - 1 }];
  });
  if (lost.length === 0) return;
  const together = { figure: lost.reduce((sum, { figure }) => sum + figure, 0), release: lost[0]?.release ?? 0 };
  for (const beside of parts) {
    if (isGone(beside)) continue;
    for (const { figure, release } of [...lost, together]) {
      const before = figuresOf(shownIn(beside, release));
      for (const count of countsOf(beside)) {
        const value = table.values[count] as number;
        if (figure === 0 || !before.includes(value - figure)) continue;
        // It may have grown by others: what the rule hides is protected all the same.
        if (isHiddenBy(rule, value)) past.supposed.set(count, "known");
        else past.told.set(count, { from: value, to: value });
      }
    }
  }
}

/**
 * Ties each part that is gone to those beside it that may have taken it in since, in whichever release: they have more than one showed of them,
 * by no more than what was hidden there came to. Where that is so little that the rule hides it, one that took it in and has less since then
 * tells of it too.
 */
function tiesAmong(
  { dimension = "", cells: [whole, ...parts] }: Family,
  { table, past, rule, edition }: Input,
  { isGone, countsOf, gone }: CountedCells,
): readonly Relation[] {
  const { releases } = edition;
  const left = parts.filter((part) => !isGone(part));
  return parts.flatMap((part) => {
    const [count] = isGone(part) && left.length > 0 ? countsOf(part) : [];
    if (whole === undefined || count === undefined || !gone.has(count)) return [];
    const release = lastReleaseOf(part, releases.length);
    const most = mostHidden(past, { whole, parts, release });
    // Where others came when it went, it is one of them, or has gone into another then.
    const isReplaced = cameAfter(edition, { part, dimension, release });
    const mayHold = (beside: EditionCell, other: number) => {
      if (isReplaced && isFollowedBy(releases, release) && !grewAfter(past, beside, release)) return false;
      const value = table.values[other] as number;
      return past.boundsSince(beside, release).some(({ low, high }) => {
        const hasGrown = value > low && value - high <= most;
        const hasFallen = value < high && low - value <= most && most <= rule.to;
        return hasGrown || hasFallen;
      });
    };
    return left
      .flatMap((beside) => countsOf(beside).filter((other) => mayHold(beside, other)))
      .map((other): Relation => ({ kind: "equal", counts: [other, count], signs: [-1, 1] }));
  });
}

interface GonePart {
  readonly part: EditionCell;
  readonly dimension: string;
  /** The last one that had it. */
  readonly release: number;
}

/** Whether cells beside one were new in the release after its last. */
function cameAfter({ cells }: DatasetEdition, { part, dimension, release }: GonePart): boolean {
  const line = lineOf(part, dimension);
  return cells.some((cell) => cell.shown[0]?.[0] === release + 1 && lineOf(cell, dimension) === line);
}

/** Whether a release was made right after one, both without rounding. */
const isFollowedBy = (releases: readonly Release[], release: number): boolean =>
  releases[release + 1]?.after.includes(release) === true &&
  [release, release + 1].every((own) => releases[own]?.roundTo === 1);

/** Whether a cell may have been more in the release after one. */
function grewAfter(past: PastCells, cell: EditionCell, release: number): boolean {
  const [before, after] = [release, release + 1].map((own) => past.boundsOf(cell, own)) as [Bounds, Bounds];
  return after.length === 0 || Math.max(...after.map(({ high }) => high)) > Math.min(...before.map(({ low }) => low));
}

type Bounds = ReturnType<PastCells["boundsOf"]>;

interface HiddenIn {
  readonly whole: EditionCell;
  readonly parts: readonly EditionCell[];
  readonly release: number;
}

/** What the parts that a release hid came to at most, by its figures; infinite where it did not show the whole. */
function mostHidden(past: PastCells, { whole, parts, release }: HiddenIn): number {
  const total = past.boundsOf(whole, release);
  if (total.length === 0) return Number.POSITIVE_INFINITY;
  const shown = parts.map((part) => past.boundsOf(part, release)).filter((bounds) => bounds.length > 0);
  const least = shown.reduce((sum, bounds) => sum + Math.min(...bounds.map(({ low }) => low)), 0);
  return Math.max(...total.map(({ high }) => high)) - least;
}

function holdersNow({ grids }: CountTable, dimension: string): ReadonlyMap<string, string | undefined> {
  const axis = grids.flatMap(({ axes }) => axes).find((own) => own.dimension === dimension);
  return new Map(axis?.ids.map((id, index) => [id, axis.ids[axis.parents[index] ?? -1]]) ?? []);
}

/** Whether any release had a whole that a cell was part of, or parts of it. */
function isTied({ structures }: DatasetEdition, { measure, at }: EditionCell): boolean {
  return structures.some(
    ({ holders, sums }) =>
      sums.some(({ whole, parts }) => whole === measure || parts.includes(measure)) ||
      Object.entries(at).some(([dimension, id]) => {
        const pairs = holders[dimension] ?? {};
        return pairs[id] !== undefined || Object.values(pairs).includes(id);
      }),
  );
}

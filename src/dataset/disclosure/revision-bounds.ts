import type { CountBounds } from "../cell.ts";
import type { DatasetEdition } from "../editions/edition.ts";
import { type CountTable, isLatent } from "./count-table.ts";
import { type DisclosureRule, isHiddenBy } from "./disclosure-spec.ts";
import { risesBeforeNewcomers } from "./newcomer-rises.ts";
import { isWithin, type PastCells } from "./past-cells.ts";
import type { PastRelations } from "./past-relations.ts";
import { anyCount } from "./publication.ts";
import type { Relation, Relations } from "./relation.ts";
import { type RoundingBounds, roundingBounds } from "./rounding-bounds.ts";
import { narrowedStandings, nothing, type Standing, type State } from "./standings.ts";

/** What sums tell of hidden counts that other figures were revised beside, or that were revised themselves. */
export interface RevisionBounds {
  /** By count: what readers may tell that it is at least and at most. The count is within. */
  readonly bounds: ReadonlyMap<number, CountBounds>;
  /** The same, if figures were not revised that were rounded to several multiples. */
  readonly unrevised: ReadonlyMap<number, CountBounds>;
  /**
   * Counts that were so small by an earlier sum that readers who know what this one fell by to be theirs are sure that the rule hid them; or
   * those who know that others were not revised.
   */
  readonly fallen: readonly number[];
}

interface Input {
  readonly table: CountTable;
  readonly rule: DisclosureRule;
  /** Between the counts of this edition alone. */
  readonly now: Relations;
  readonly past: PastCells;
  readonly relations: PastRelations;
  readonly edition: DatasetEdition;
}

type Looking = Omit<Input, "edition">;

/** Releases in which a relation stood otherwise than before, of which so many are looked at, the last. */
const mostStandings = 16;

/**
 * Which figures were revised between two releases their readers may know, and nobody here does. Where a sum that hidden counts are parts of
 * rose, all of that may be of one of them, which then is no less; where it fell, that one was no less before. And a count that was not revised is
 * no more than what all that was hidden beside it came to then, whatever the others are by now.
 */
export function findRevisionBounds({ edition, ...input }: Input): RevisionBounds {
  const { table, rule, past } = input;
  const some = createNarrowing(table);
  const unrevised = createNarrowing(table);
  const small: number[] = [];
  const isSmall = ({ low, high }: RoundingBounds) => low >= rule.from && high <= rule.to;
  /** What each was at most in some release, and by how much it may have fallen since. */
  const before = new Map<number, number>();
  const falls = new Map<number, number[]>();
  const since: Since[] = [];
  for (const bounds of boundsByWholes(input)) {
    unrevised.narrow([bounds]);
    before.set(bounds.count, Math.min(before.get(bounds.count) ?? bounds.high, bounds.high));
  }
  for (const relation of relationsOfHidden(input)) {
    const standings = standingsOf(input, relation);
    for (const [index, own] of standings.entries()) {
      const bySum = boundsBySum(relation, own);
      some.narrow(bySum);
      for (const { count, high } of bySum) before.set(count, Math.min(before.get(count) ?? high, high));
      const alone = unrevisedIn(relation, standings, index);
      const together = unrevisedIn(relation, [...standings, shownNow(input, relation)], index);
      unrevised.narrow(together);
      // Whatever they are by now: what is shown of others would tell what they were.
      const isNews = (bounds: Bounded, at: number) => isSmall(bounds) && !isSmall(alone[at] as Bounded);
      small.push(...together.filter(isNews).map(({ count }) => count));
      const current = standingNow(input, relation, own);
      const sinceThen = current ? changesBetween(relation, own, current) : [];
      const later = standings.slice(index + 1).flatMap((other) => changesBetween(relation, own, other));
      some.narrow([...later, ...sinceThen].map(atLeast));
      if (current) since.push({ relation, own, current });
      for (const { count, high } of sinceThen) if (high < 0) falls.set(count, [...(falls.get(count) ?? []), -high]);
    }
  }
  spreadFalls(falls, since);
  some.narrow(risesBeforeNewcomers({ table, rule, past, edition }).map(({ count, by }) => atLeast({ count, low: by })));
  const isSure = (count: number, by: number) => {
    const most = before.get(count) ?? Number.POSITIVE_INFINITY;
    // If it was that which fell, it was so much more.
    return by >= rule.from && (table.values[count] as number) + by <= most && most <= rule.to;
  };
  const fallen = [...falls].filter(([count, by]) => by.some((own) => isSure(count, own))).map(([count]) => count);
  const within = [...unrevised.bounds].filter(([, { from, to }]) => isSmall({ low: from, high: to }));
  const all = new Set([...fallen, ...small, ...within.map(([count]) => count)]);
  return { bounds: some.bounds, unrevised: unrevised.bounds, fallen: [...all] };
}

/** What a relation leaves its hidden counts in one of its standings if figures were not revised between these. */
const unrevisedIn = (relation: Relation, standings: readonly Standing[], index: number): readonly Bounded[] =>
  narrowedStandings(standings, index).flatMap((narrowed) => boundsBySum(relation, narrowed));

/** How a relation stood in a release that hid a count, and how it stands now. */
interface Since {
  readonly relation: Relation;
  readonly own: Standing;
  readonly current: Standing;
}

/** Over how many sums a fall is followed: a table in three ways has as many between its total and a cell. */
const mostSteps = 3;

/** What a hidden sum fell by, one hidden part of it may have fallen by, if that alone changed. */
function spreadFalls(falls: Map<number, number[]>, since: readonly Since[]): void {
  const queue = [...falls].flatMap(([count, by]) => by.map((each) => ({ count, by: each, steps: 0 })));
  for (const { count, by, steps } of queue) {
    if (steps === mostSteps) continue;
    for (const { relation, own, current } of since) {
      const index = relation.counts.indexOf(count);
      if (index < 0 || own[index] !== "hidden" || current[index] !== "hidden") continue;
      for (const { count: other, high } of changesBetween(relation, own, current, { index, by: -by })) {
        const before = falls.get(other) ?? [];
        if (other === count || high >= 0 || before.includes(-high)) continue;
        falls.set(other, [...before, -high]);
        queue.push({ count: other, by: -high, steps: steps + 1 });
      }
    }
  }
}

const atLeast = ({ count, low }: Omit<Bounded, "high">): Bounded => ({ count, low, high: Number.POSITIVE_INFINITY });

/** Bounds of counts by what they come to now: what one is not by now, it was before it was revised. */
function createNarrowing({ values }: CountTable) {
  const bounds = new Map<number, CountBounds>();
  return {
    bounds,
    narrow(found: readonly Bounded[]) {
      for (const { count, low, high } of found) {
        const { from, to } = bounds.get(count) ?? anyCount;
        const value = values[count] as number;
        const own = { from: low > value ? from : Math.max(from, low), to: high < value ? to : Math.min(to, high) };
        if (own.from > from || own.to < to) bounds.set(count, own);
      }
    },
  };
}

/** The sums that counts are parts of which an earlier release hid. */
function relationsOfHidden({ table, now, past }: Looking): readonly Relation[] {
  const found = new Set<Relation>();
  for (const [cell, counts] of table.countsOf.entries()) {
    if (isLatent(table, cell) || !past.wasHidden(cell)) continue;
    for (const count of counts)
      for (const { relation } of now.of(count)) if (relation.kind === "equal") found.add(relation);
  }
  return [...found];
}

/** What releases that hid counts published of their wholes, less what they showed of the other parts of these. */
function boundsByWholes({ table, past }: Looking): readonly Bounded[] {
  const releases = Array.from({ length: past.releases }, (_, release) => release).slice(-mostStandings);
  return [...new Set(table.published.flatMap(({ parts }) => parts))].flatMap((cell) =>
    releases.flatMap((release) => {
      const high = past.mostOf(cell, release);
      if (!Number.isFinite(high) || past.shownIn(cell, release) !== "hidden") return [];
      return (table.countsOf[cell] ?? []).map((count) => ({ count, low: 0, high }));
    }),
  );
}

/** How a relation stood in the releases that changed what it says. */
function standingsOf({ table, past, relations }: Looking, relation: Relation): readonly Standing[] {
  const { counts } = relation;
  const releases = new Set(
    counts.flatMap((count) => {
      const cell = table.cellOf[count] as number;
      return cell < 0 ? [] : past.changesOf(cell);
    }),
  );
  const found = new Map<string, Standing>();
  for (const release of [...releases].sort((a, b) => a - b).slice(-mostStandings)) {
    if (!relations.heldIn(relation, release)) continue;
    const states = counts.map((count): State => {
      const cell = table.cellOf[count] as number;
      if (cell >= 0 && relations.isAbsent(count, release)) return undefined;
      const bounds = cell < 0 ? [] : past.boundsIn(cell, release);
      if (bounds.length === 0) return "hidden";
      return { low: Math.min(...bounds.map(({ low }) => low)), high: Math.max(...bounds.map(({ high }) => high)) };
    });
    found.set(JSON.stringify(states), states);
  }
  return [...found.values()];
}

/** What this edition says of it, as far as the rule tells. */
const shownNow = ({ table, rule }: Looking, { counts }: Relation): Standing =>
  counts.map((count): State => {
    const value = table.values[count] as number;
    const isOpen = table.cellOf[count] === -1 || table.latent.has(count) || isHiddenBy(rule, value);
    return isOpen ? "hidden" : roundingBounds(Math.floor(value / rule.base + 1 / 2) * rule.base, rule);
  });

/** The same in this edition, if it tells what all came to that a release hid; undefined where what else is hidden by now was revised. */
function standingNow({ table, rule }: Looking, { counts }: Relation, before: Standing): Standing | undefined {
  let isTold = true;
  const states = counts.map((count, index): State => {
    const was = before[index];
    const value = table.values[count] as number;
    if (was === "hidden") return was;
    if (isHiddenBy(rule, value) && !(was && isWithin(value, was))) isTold = false;
    return { low: value, high: value };
  });
  return isTold ? states : undefined;
}

interface Bounded extends RoundingBounds {
  readonly count: number;
}

/** What a relation leaves each of its hidden counts, as the others are not less than nothing. */
function boundsBySum({ counts, signs }: Relation, standing: Standing): readonly Bounded[] {
  const known = sumOf(
    standing.map((state) => (state === "hidden" ? nothing : (state ?? nothing))),
    signs,
  );
  return hiddenIn(standing, standing).map((index) => {
    const sign = signs[index] as number;
    const { low, high } = times(known, -sign);
    const others = hiddenIn(standing, standing).filter((other) => other !== index);
    return {
      count: counts[index] as number,
      low: others.every((other) => signs[other] !== sign) ? low : 0,
      high: others.every((other) => signs[other] === sign) ? high : Number.POSITIVE_INFINITY,
    };
  });
}

/**
 * By how much each of the counts that are hidden in both changed, if it alone did; none where that is left open.
 * @param supposed what one of them changed by.
 */
function changesBetween(
  { counts, signs }: Relation,
  before: Standing,
  after: Standing,
  supposed?: { readonly index: number; readonly by: number },
): readonly Bounded[] {
  const changes: RoundingBounds[] = [];
  for (const [index, was] of before.entries()) {
    const is = after[index];
    if (was === "hidden" || is === "hidden") {
      // What comes or goes and is hidden may be whatever the others are not.
      if (was === undefined || is === undefined) return [];
      changes.push(index === supposed?.index ? { low: supposed.by, high: supposed.by } : nothing);
      continue;
    }
    const { low, high } = was ?? nothing;
    changes.push({ low: (is ?? nothing).low - high, high: (is ?? nothing).high - low });
  }
  const known = sumOf(changes, signs);
  return hiddenIn(before, after).map((index) => ({
    count: counts[index] as number,
    ...times(known, -(signs[index] as number)),
  }));
}

const hiddenIn = (one: Standing, other: Standing): readonly number[] =>
  [...one.keys()].filter((index) => one[index] === "hidden" && other[index] === "hidden");

const times = ({ low, high }: RoundingBounds, sign: number): RoundingBounds =>
  sign > 0 ? { low, high } : { low: -high, high: -low };

function sumOf(all: readonly RoundingBounds[], signs: readonly number[]): RoundingBounds {
  const signed = all.map((bounds, index) => times(bounds, signs[index] as number));
  return {
    low: signed.reduce((sum, { low }) => sum + low, 0),
    high: signed.reduce((sum, { high }) => sum + high, 0),
  };
}

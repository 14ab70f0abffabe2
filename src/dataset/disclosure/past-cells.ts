import type { CountBounds } from "../cell.ts";
import {
  areInLine,
  type DatasetEdition,
  type EditionCell,
  figuresOf,
  isExact,
  ruleOfRelease,
  type Shown,
  shownIn,
  standings,
} from "../editions/edition.ts";
import { cellText } from "../editions/merge-editions.ts";
import type { Period } from "../period.ts";
import {
  type CountTable,
  categoryIn,
  coordinatesOf,
  type Grid,
  keyWith,
  lastValue,
  measureOf,
  type PublishedWhole,
} from "./count-table.ts";
import { type DisclosureRule, isHiddenBy } from "./disclosure-spec.ts";
import { type RoundingBounds, roundingBounds } from "./rounding-bounds.ts";
import { addUp, type Series } from "./time-relations.ts";

/** Whether readers may know what a count comes to, or only what it came to in an earlier release. */
export type Supposition = "known" | "known-before";

/** What earlier releases showed of the cells of a table. */
export interface PastCells {
  /** How many releases there were. */
  readonly releases: number;
  /** Whether any of them rounded what it showed. */
  readonly isRounded: boolean;
  /** Null where a release had no such cell. */
  shownIn(cell: number, release: number): Shown;
  /** The releases from which on something else was shown of a cell. */
  changesOf(cell: number): readonly number[];
  /** What figures that were shown say of their counts: in some release each. */
  boundsIn(cell: number, release: number): readonly RoundingBounds[];
  /** The same of a cell that may be gone. */
  boundsOf(past: EditionCell, release: number): readonly RoundingBounds[];
  /** What the figures say that were shown of a cell from a release on. */
  boundsSince(past: EditionCell, release: number): readonly RoundingBounds[];
  /** Whether a figure that was shown after a release says that a count of a cell was another than a value since. */
  wasAnother(cell: number, value: number, release: number): boolean;
  /** By count: what a reader takes it to be who takes it for unrevised. The count is within. */
  readonly told: Map<number, CountBounds>;
  /**
   * Hidden counts that readers may know, or may have known when they were hidden, before they were revised: their figures had been shown, or
   * their cells may be others by a new name. Nobody here knows it: they are protected as others are, and protect none of these.
   */
  readonly supposed: Map<number, Supposition>;
  /** The same of counts that nobody here knows, until values are found for them. */
  readonly expected: ReadonlyMap<number, CountBounds>;
  /** Tells of these what turned out to be so. */
  settle(): void;
  /** Cells that the last release that had them hid. */
  readonly hidden: ReadonlySet<number>;
  /** Whether any release hid a cell. */
  wasHidden(cell: number): boolean;
  /** Cells of which some release showed a figure. */
  readonly printed: ReadonlySet<number>;
  /** Says what was shown of a count that stands in no place of the table: its cell is gone. */
  remember(count: number, past: EditionCell): void;
  /**
   * What the figures of a cell rose by, at least, from one release to another before the one from which on it has less: as far as the rule
   * hides so much.
   * @param left what the cell comes to in this release.
   */
  risesOf(past: EditionCell, before: number, left: readonly number[]): readonly number[];
  /**
   * What the figure that the last release with a cell showed of it says; undefined where that hid it, or showed several.
   * @param before the last of those before this one is asked about.
   */
  lastBoundsOf(past: EditionCell, before?: number): RoundingBounds | undefined;
  /** The same, as narrow as figures before it make it that may be of the same count, if that has a value. */
  lastBoundsWith(past: EditionCell, value: number): RoundingBounds | undefined;
  /** What a release published of a whole; undefined where it published nothing of it. */
  wholeIn(whole: PublishedWhole, release: number): RoundingBounds | undefined;
  /** The same, at most; infinite where it published nothing of it. */
  mostIn(whole: PublishedWhole, release: number): number;
  /** What a release left a cell at most of its wholes, beside what it showed of their other parts. */
  mostOf(cell: number, release: number): number;
  /** The figure that was shown last, of cells with one. */
  lastFigure(cell: number): number | undefined;
}

/**
 * Looks up what earlier releases showed. A count that its publisher hides now and that was shown before is taken to be what it was,
 * unless a total says that it has been revised.
 */
export function createPastCells(
  table: CountTable,
  rule: DisclosureRule,
  { releases, cells }: DatasetEdition,
): PastCells {
  const byText = new Map(cells.map((cell) => [cellText(cell), cell]));
  const rules = releases.map(ruleOfRelease);
  const runsOf = runsBy(rules);
  const standingOf = standings(releases);
  const isLine = areInLine(releases);
  const known = new Map<number, EditionCell | undefined>();
  const pastOf = (cell: number): EditionCell | undefined => {
    if (known.has(cell)) return known.get(cell);
    const found = byText.get(cellText({ measure: measureOf(table, cell), at: coordinatesOf(table, cell) }));
    known.set(cell, found);
    return found;
  };
  const boundsOf = (shown: Shown, release: number): readonly RoundingBounds[] => {
    const rule = rules[release];
    if (!rule) return [];
    const isAsIs = rule.base === 1 || isExact(shown);
    return figuresOf(shown).map((figure) => (isAsIs ? exactly(figure) : roundingBounds(figure, rule)));
  };
  const wholeIn = (whole: PublishedWhole, release: number): RoundingBounds | undefined => {
    const bounds = boundsOf(shownIn({ shown: byText.get(cellText(whole))?.shown ?? [] }, release), release);
    if (bounds.length === 0) return undefined;
    return { low: Math.min(...bounds.map(({ low }) => low)), high: Math.max(...bounds.map(({ high }) => high)) };
  };
  const mostIn = (whole: PublishedWhole, release: number): number =>
    wholeIn(whole, release)?.high ?? Number.POSITIVE_INFINITY;
  const leastIn = (cell: number, release: number): number => {
    const bounds = boundsOf(shownIn({ shown: pastOf(cell)?.shown ?? [] }, release), release);
    return bounds.length === 0 ? 0 : Math.min(...bounds.map(({ low }) => low));
  };
  let wholes: ReadonlyMap<number, readonly PublishedWhole[]> | undefined;
  const wholesOf = () => {
    wholes ??= wholesByPart(table);
    return wholes;
  };
  const told = new Map<number, CountBounds>();
  const supposed = new Map<number, Supposition>();
  const expected = new Map<number, CountBounds>();
  const hidden = new Set<number>();
  const printed = new Set<number>();
  for (const [cell, counts] of table.countsOf.entries()) {
    const past = pastOf(cell);
    if (!past) continue;
    const standing = standingOf(past);
    if (standing.isHidden) hidden.add(cell);
    const all = runsOf(past).map((own): Run => {
      return { ...own, bounds: boundsOf(own.is, own.release), isSince: standing.since.has(own.run) };
    });
    const wasKnown = wasKnownWhenHidden(all, rules);
    if (all.some(({ bounds }) => bounds.length > 0)) printed.add(cell);
    const exact = boundsSinceHidden(all).findLast(({ low, high }) => low === high);
    if (exact && isPossible(table, cell, exact.low)) fillUnknown(table, counts, exact.low);
    for (const count of counts) {
      const value = table.values[count] as number;
      const own = takenFor(value, isLine ? sinceAnother(all, value) : all, rule);
      if (own) (Number.isNaN(value) ? expected : told).set(count, own);
      else if (wasKnown) supposed.set(count, "known-before");
    }
  }
  return {
    releases: releases.length,
    isRounded: rules.some(({ base }) => base !== 1),
    shownIn: (cell, release) => shownIn({ shown: pastOf(cell)?.shown ?? [] }, release),
    changesOf(cell) {
      const past = pastOf(cell);
      return past ? runsOf(past).map(({ release }) => release) : [];
    },
    wasAnother(cell, value, release) {
      const past = isLine ? pastOf(cell) : undefined;
      return (
        past !== undefined &&
        runsOf(past).some((run) => run.release > release && isOther(value, boundsOf(run.is, run.release)))
      );
    },
    wholeIn,
    mostIn,
    mostOf(cell, release) {
      const lefts = (wholesOf().get(cell) ?? []).map((whole) => {
        const others = whole.parts.filter((part) => part !== cell);
        return mostIn(whole, release) - others.reduce((sum, part) => sum + leastIn(part, release), 0);
      });
      return Math.min(...lefts);
    },
    boundsIn: (cell, release) => boundsOf(shownIn({ shown: pastOf(cell)?.shown ?? [] }, release), release),
    boundsOf: (own, release) => boundsOf(shownIn(own, release), release),
    boundsSince: (own, release) =>
      runsOf(own)
        .filter((_, index, all) => (all[index + 1]?.release ?? releases.length) > release)
        .flatMap((run) => boundsOf(run.is, run.release)),
    told,
    supposed,
    expected,
    settle() {
      for (const [count, { from, to }] of expected)
        if (isWithin(table.values[count] as number, { low: from, high: to })) told.set(count, { from, to });
    },
    hidden,
    wasHidden: (cell) => pastOf(cell)?.shown.some(([, is]) => is === "hidden") === true,
    printed,
    remember(count, past) {
      known.set(table.cellOf[count] as number, past);
      const bounds = runsOf(past).flatMap(({ release, is }) => boundsOf(is, release));
      const own = bounds.filter((each) => isWithin(table.values[count] as number, each));
      const both = common(own);
      if (both) told.set(count, both);
    },
    risesOf(own, before, left) {
      const found = new Set<number>();
      const earlier = new Set<number>();
      const runs = runsOf(own).filter(({ release }) => release < before);
      // What another came out of has less since, where that is known.
      const until = boundsOf(shownIn(own, before - 1), before - 1);
      const after = before < releases.length ? boundsOf(shownIn(own, before), before) : left.map(exactly);
      if (until.length > 0 && after.length > 0 && after.every(({ low }) => until.every(({ high }) => low >= high)))
        return [];
      for (const { release, is } of runs) {
        const bounds = boundsOf(is, release);
        for (const { low } of bounds) for (let by = 1; by <= rule.to; by += 1) if (earlier.has(low - by)) found.add(by);
        for (const { high } of bounds) earlier.add(high);
      }
      return [...found];
    },
    lastBoundsOf(past, before = releases.length) {
      const last = runsOf(past).findLast(({ is, release }) => is !== null && release < before);
      const bounds = last ? boundsOf(last.is, last.release) : [];
      return bounds.length === 1 ? bounds[0] : undefined;
    },
    lastBoundsWith(past, value) {
      const runs = runsOf(past).flatMap((run) => (run.is === null ? [] : [boundsOf(run.is, run.release)]));
      const [last, ...before] = runs.toReversed();
      if (last?.length !== 1) return undefined;
      const end = before.findIndex((bounds) => !bounds.every((own) => isWithin(value, own)));
      const both = common([...last, ...before.slice(0, end < 0 ? before.length : end).flat()]);
      return both && { low: both.from, high: both.to };
    },
    lastFigure: (cell) =>
      figuresOf(pastOf(cell)?.shown.findLast(([, shown]) => figuresOf(shown).length > 0)?.[1] ?? null).at(-1),
  };
}

function fillUnknown({ values }: CountTable, counts: readonly number[], value: number): void {
  for (const count of counts) if (Number.isNaN(values[count])) values[count] = value;
}

/** Whether a hidden count may have a value, by each total whose other parts are known. */
function isPossible(table: CountTable, cell: number, value: number): boolean {
  const grid = table.gridOf[cell] as Grid;
  const key = table.keyOf[cell] as number;
  const valueAt = (own: number) => {
    const at = grid.cells.get(own);
    return at === undefined ? undefined : lastValue(table, at);
  };
  return grid.axes.every(({ parents, children, overlapping, periodsOverlap }, axis) => {
    if (periodsOverlap) return isPossibleInSeries(table, { grid, key, axis }, value);
    const whole = parents[categoryIn(grid, key, axis)] ?? -1;
    if (overlapping || whole < 0) return true;
    const parts = (children[whole] ?? []).map((part) => keyWith(grid, key, axis, part)).filter((own) => own !== key);
    const rest = parts.reduce((sum, own) => sum + (valueAt(own) ?? 0), 0);
    const total = valueAt(keyWith(grid, key, axis, whole)) ?? Number.NaN;
    return Number.isNaN(total - rest) || total - rest === value;
  });
}

/** Whether a hidden count may have a value, by the periods that its own overlaps. */
function isPossibleInSeries(table: CountTable, { grid, key, axis }: Series, value: number): boolean {
  const own = { ...spanOf(grid, key, axis), value };
  const others = (grid.axes[axis]?.periods ?? []).flatMap((_, index) => {
    const other = keyWith(grid, key, axis, index);
    const cell = grid.cells.get(other);
    const known = cell === undefined ? Number.NaN : lastValue(table, cell);
    return other === key || Number.isNaN(known) ? [] : [{ ...spanOf(grid, other, axis), value: known }];
  });
  return !grid.additive || addUp([...others, own]);
}

const spanOf = (grid: Grid, key: number, axis: number): Pick<Period, "start" | "endExclusive"> =>
  grid.axes[axis]?.periods?.[categoryIn(grid, key, axis)] as Period;

/** What was shown of a cell by one rule, from which release on, and the number of its run. */
function runsBy(rules: readonly DisclosureRule[]): (cell: EditionCell) => readonly Omit<Run, "bounds" | "isSince">[] {
  // Where the rule changes, the same figure says something else.
  const newRules = rules.flatMap((own, release) =>
    release > 0 && JSON.stringify(own) !== JSON.stringify(rules[release - 1]) ? [release] : [],
  );
  return ({ shown }) =>
    shown.flatMap(([from, is], run) => {
      const end = shown[run + 1]?.[0] ?? rules.length;
      const more = figuresOf(is).length > 0 ? newRules.filter((release) => release > from && release < end) : [];
      return [from, ...more].map((release) => ({ release, run, is }));
    });
}

interface Run {
  readonly release: number;
  readonly run: number;
  readonly is: Shown;
  readonly bounds: readonly RoundingBounds[];
  /** Whether it was after the cell was hidden last. */
  readonly isSince: boolean;
}

/** Whether a release hid, by its rule, what one before it had shown. */
function wasKnownWhenHidden(runs: readonly Run[], rules: readonly DisclosureRule[]): boolean {
  const there = runs.filter(({ is }) => is !== null);
  return there.some(({ is, release }, at) => {
    const { from, to } = rules[release] as DisclosureRule;
    const before = there[at - 1]?.bounds ?? [];
    return is === "hidden" && before.some(({ low, high }) => low <= to && high >= from);
  });
}

/** Whether figures say that a count was another than a value. */
const isOther = (value: number, bounds: readonly RoundingBounds[]): boolean =>
  bounds.length > 0 && !bounds.some((own) => isWithin(value, own));

/** What was shown after the last figures that say that a count was another: before these, what is the same was by chance. */
function sinceAnother(runs: readonly Run[], value: number): readonly Run[] {
  if (Number.isNaN(value)) return runs;
  const last = runs.findLastIndex(({ bounds }) => isOther(value, bounds));
  return runs.slice(last + 1);
}

/** What is not small and was hidden after it was shown had been revised. */
const boundsSinceHidden = (runs: readonly Run[]): readonly RoundingBounds[] =>
  runs.flatMap(({ bounds, isSince }) => (isSince ? bounds : []));

/** What readers take a count for, who take it for unrevised; of one that nobody here knows (NaN), what it may be expected to be. */
function takenFor(value: number, runs: readonly Run[], rule: DisclosureRule): CountBounds | undefined {
  const said = isHiddenBy(rule, value) ? runs.flatMap(({ bounds }) => bounds) : boundsSinceHidden(runs);
  const both = common(Number.isNaN(value) ? said : said.filter((each) => isWithin(value, each)));
  return both && both.from <= both.to ? both : undefined;
}

/** What bounds leave together; undefined where there are none. */
const common = (all: readonly RoundingBounds[]): CountBounds | undefined =>
  all.length === 0
    ? undefined
    : { from: Math.max(...all.map(({ low }) => low)), to: Math.min(...all.map(({ high }) => high)) };

const exactly = (value: number): RoundingBounds => ({ low: value, high: value });

/** Both ends belong to the bounds. */
export const isWithin = (value: number, { low, high }: RoundingBounds): boolean => value >= low && value <= high;

function wholesByPart({ published }: CountTable): ReadonlyMap<number, readonly PublishedWhole[]> {
  const found = new Map<number, PublishedWhole[]>();
  for (const whole of published)
    for (const part of whole.parts) {
      const own = found.get(part);
      if (own) own.push(whole);
      else found.set(part, [whole]);
    }
  return found;
}

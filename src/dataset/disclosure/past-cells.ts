import type { CountBounds } from "../cell.ts";
import {
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
import { type CountTable, categoryIn, type Grid, keyWith, lastValue, measureOf } from "./count-table.ts";
import { type DisclosureRule, isHiddenBy } from "./disclosure-spec.ts";
import { coordinatesOf } from "./relations.ts";
import { type RoundingBounds, roundingBounds } from "./rounding-bounds.ts";
import { addUp, type Series } from "./time-relations.ts";

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
  /** By count: what a reader takes it to be who takes it for unrevised. The count is within. */
  readonly told: Map<number, CountBounds>;
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
  /** What the figure that the last release with a cell showed of it says; undefined where that hid it, or showed several. */
  lastBoundsOf(past: EditionCell): RoundingBounds | undefined;
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
  /** Where the rule changes, the same figure says something else. */
  const newRules = rules.flatMap((own, release) =>
    release > 0 && JSON.stringify(own) !== JSON.stringify(rules[release - 1]) ? [release] : [],
  );
  const standingOf = standings(releases);
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
  /** What was shown of a cell by one rule, from which release on, and the number of its run. */
  const runsOf = ({ shown }: EditionCell) =>
    shown.flatMap(([from, is], run) => {
      const end = shown[run + 1]?.[0] ?? releases.length;
      const more = figuresOf(is).length > 0 ? newRules.filter((release) => release > from && release < end) : [];
      return [from, ...more].map((release) => ({ release, run, is }));
    });
  const told = new Map<number, CountBounds>();
  const expected = new Map<number, CountBounds>();
  const hidden = new Set<number>();
  const printed = new Set<number>();
  for (const [cell, counts] of table.countsOf.entries()) {
    const past = pastOf(cell);
    if (!past) continue;
    const standing = standingOf(past);
    if (standing.isHidden) hidden.add(cell);
    const all = runsOf(past).map(({ release, run, is }) => ({ run, bounds: boundsOf(is, release) }));
    const bounds = all.flatMap((own) => own.bounds);
    // What is not small and was hidden after it was shown had been revised.
    const since = all.flatMap((own) => (standing.since.has(own.run) ? own.bounds : []));
    if (bounds.length > 0) printed.add(cell);
    const exact = since.findLast(({ low, high }) => low === high);
    for (const count of counts) {
      if (Number.isNaN(table.values[count]) && exact && isPossible(table, cell, exact.low))
        table.values[count] = exact.low;
      const value = table.values[count] as number;
      const own = takenFor(value, { all: bounds, since, rule });
      if (own) (Number.isNaN(value) ? expected : told).set(count, own);
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
    boundsIn: (cell, release) => boundsOf(shownIn({ shown: pastOf(cell)?.shown ?? [] }, release), release),
    boundsOf: (own, release) => boundsOf(shownIn(own, release), release),
    boundsSince: (own, release) =>
      runsOf(own)
        .filter((_, index, all) => (all[index + 1]?.release ?? releases.length) > release)
        .flatMap((run) => boundsOf(run.is, run.release)),
    told,
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
    lastBoundsOf(past) {
      const last = runsOf(past).findLast((run) => run.is !== null);
      const bounds = last ? boundsOf(last.is, last.release) : [];
      return bounds.length === 1 ? bounds[0] : undefined;
    },
    lastFigure: (cell) =>
      figuresOf(pastOf(cell)?.shown.findLast(([, shown]) => figuresOf(shown).length > 0)?.[1] ?? null).at(-1),
  };
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

interface Said {
  readonly all: readonly RoundingBounds[];
  /** What was said after the count was hidden last. */
  readonly since: readonly RoundingBounds[];
  readonly rule: DisclosureRule;
}

/** What readers take a count for, who take it for unrevised; of one that nobody here knows (NaN), what it may be expected to be. */
function takenFor(value: number, { all, since, rule }: Said): CountBounds | undefined {
  const own = Number.isNaN(value)
    ? since
    : (isHiddenBy(rule, value) ? all : since).filter((each) => isWithin(value, each));
  const both = common(own);
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

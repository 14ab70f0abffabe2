import { compareText } from "../compare-labels.ts";
import { categoryIn, type Grid, keyWith } from "./count-table.ts";
import type { Relation, RelationContext } from "./relation.ts";

/** The cells of a grid along its time dimension. */
export interface Series {
  readonly grid: Grid;
  /** Of any cell of it. */
  readonly key: number;
  readonly axis: number;
}

interface Held {
  readonly start: string;
  readonly end: string;
  readonly count: number;
}

/**
 * What overlapping periods tell of each other: a year is its quarters, and two years that overlap share some. Time is cut
 * at every start and end; a period is the sum of the parts that it covers, and a part that is no period itself is a
 * count that nobody publishes. A period whose figure contradicts the others is only held against those within it.
 */
export function timeRelations(
  { table, editionsOf }: RelationContext,
  { grid, key, axis }: Series,
): readonly Relation[] {
  const periods = grid.axes[axis]?.periods ?? [];
  const cells = periods.flatMap((_, index) => grid.cells.get(keyWith(grid, key, axis, index)) ?? []);
  return editionsOf(cells).flatMap((counts): readonly Relation[] => {
    if (counts.length < 2) return [];
    const held = counts.map((count): Held => {
      const category = categoryIn(grid, table.keyOf[table.cellOf[count] as number] as number, axis);
      const { start, endExclusive } = periods[category] as (typeof periods)[number];
      return { start, end: endExclusive, count };
    });
    if (grid.overTime === "cumulative") return risingTotals(held, table.values);
    return grid.additive ? sumsOfParts(held, table) : nestedPeriods(held, table.values);
  });
}

/** A running total is no more than the next one. Where one falls, it says nothing of its neighbours. */
function risingTotals(held: readonly Held[], values: readonly number[]): readonly Relation[] {
  const inTime = held.toSorted((a, b) => compareText(a.end, b.end));
  return inTime.slice(1).flatMap((later, index): readonly Relation[] => {
    const earlier = inTime[index] as Held;
    const falls = (values[earlier.count] as number) > (values[later.count] as number);
    return falls ? [] : [{ kind: "at-most", counts: [earlier.count, later.count], signs: [1, -1] }];
  });
}

/** Where counts do not add up over time, a period within another is still no more than it. */
function nestedPeriods(held: readonly Held[], values: readonly number[]): readonly Relation[] {
  return held.flatMap((outer) =>
    held
      .filter((inner) => inner !== outer && inner.start >= outer.start && inner.end <= outer.end)
      .filter((inner) => !((values[inner.count] as number) > (values[outer.count] as number)))
      .map((inner): Relation => ({ kind: "at-most", counts: [inner.count, outer.count], signs: [1, -1] })),
  );
}

/** Whether figures of periods may all be true: whether one running total explains them. */
export function addUp(
  figures: readonly { readonly start: string; readonly endExclusive: string; readonly value: number }[],
): boolean {
  const bounds = [...new Set(figures.flatMap(({ start, endExclusive }) => [start, endExclusive]))].sort();
  const spans = figures.map(({ start, endExclusive, value }) => ({
    from: bounds.indexOf(start),
    to: bounds.indexOf(endExclusive),
    value,
  }));
  return runningTotal(spans, bounds.length) !== undefined;
}

function sumsOfParts(held: readonly Held[], table: RelationContext["table"]): readonly Relation[] {
  const bounds = [...new Set(held.flatMap(({ start, end }) => [start, end]))].sort();
  const position = new Map(bounds.map((bound, index) => [bound, index]));
  const spans = held
    .map(({ start, end, count }): Span => {
      return {
        from: position.get(start) ?? 0,
        to: position.get(end) ?? 0,
        count,
        value: table.values[count] as number,
      };
    })
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  const agreeing = agreeingSpans(spans, bounds.length);
  const sums = agreeing.kept.filter(({ from, to }) => to - from > 1);
  const counted = new Set(agreeing.kept.map(({ count }) => count));
  const others = nestedPeriods(held, table.values).filter(({ counts }) => !counts.every((count) => counted.has(count)));
  const partCounts = new Map(
    agreeing.kept.filter(({ from, to }) => to - from === 1).map(({ from, count }) => [from, count]),
  );
  // What the parts are worth is known only where every period is.
  const unknown = spans.some(({ value }) => Number.isNaN(value));
  const partAt = (index: number): number => {
    const known = partCounts.get(index);
    if (known !== undefined) return known;
    const value = (agreeing.levels[index + 1] ?? 0) - (agreeing.levels[index] ?? 0);
    const made = table.addWithoutCell(unknown ? Number.NaN : value);
    partCounts.set(index, made);
    return made;
  };
  const equalities = sums.map(({ from, to, count }): Relation => {
    const parts = Array.from({ length: to - from }, (_, index) => partAt(from + index));
    return { kind: "equal", counts: [count, ...parts], signs: [-1, ...parts.map(() => 1)] };
  });
  return [...equalities, ...others];
}

/** A period between two of the bounds, by their numbers. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly value: number;
}

/** The spans that one running total can explain, shortest first, and that running total at each bound. */
function agreeingSpans(spans: readonly Span[], size: number): { kept: readonly Span[]; levels: readonly number[] } {
  const all = runningTotal(spans, size);
  if (all) return { kept: spans, levels: all };
  let kept: readonly Span[] = [];
  let levels: readonly number[] = Array.from({ length: size }, () => 0);
  for (const span of spans) {
    const next = runningTotal([...kept, span], size);
    if (!next) continue;
    kept = [...kept, span];
    levels = next;
  }
  return { kept, levels };
}

/**
 * A running total that never falls and rises by each span's value over it: shortest paths in the graph of these
 * differences (Bellman and Ford). Undefined where there is none.
 */
function runningTotal(spans: readonly Omit<Span, "count">[], size: number): readonly number[] | undefined {
  const levels = Array.from({ length: size }, () => 0);
  const lower = (at: number, level: number): boolean => {
    if (level >= (levels[at] as number)) return false;
    levels[at] = level;
    return true;
  };
  for (let round = 0; round <= size; round += 1) {
    let changed = false;
    for (let at = size - 2; at >= 0; at -= 1) changed = lower(at, levels[at + 1] as number) || changed;
    for (const { from, to, value } of spans) {
      if (Number.isNaN(value)) continue;
      changed = lower(to, (levels[from] as number) + value) || changed;
      changed = lower(from, (levels[to] as number) - value) || changed;
    }
    if (!changed) return levels;
  }
  return undefined;
}

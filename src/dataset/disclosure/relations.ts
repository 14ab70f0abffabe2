import type { DatasetSpec } from "../definition.ts";
import { groupBy } from "../group-by.ts";
import type { Equation } from "../structure/find-equations.ts";
import {
  type CountTable,
  categoryIn,
  coordinatesOf,
  type Grid,
  isLatent,
  isThere,
  keyWith,
  lastValue,
} from "./count-table.ts";
import type { Nesting } from "./nesting.ts";
import type { Membership, Relation, Relations } from "./relation.ts";
import { shareRelations } from "./share-relations.ts";
import { timeRelations } from "./time-relations.ts";

interface RelationSpec extends Pick<DatasetSpec, "sums">, Partial<Pick<DatasetSpec, "measures">> {
  /** What measures that are broken down alike come to and the definition does not tell. */
  readonly equations?: readonly Equation[];
  /** Of each measure. */
  readonly nestings: ReadonlyMap<Grid, Nesting | undefined>;
}

/**
 * Derives relations from hierarchies, totals, periods, sums of measures and shares, as far as they hold in the data: parts that
 * add up to their whole can be subtracted from it; where they do not, the rest is unknown and each is at most the whole. What
 * else the data come to (`DataEquations`) holds wherever it does.
 */
export function createRelations(table: CountTable, spec: RelationSpec): Relations {
  const families = new Map<string, readonly Relation[]>();
  const byCount = new Map<number, readonly Membership[]>();
  const dropped = new Set<Relation>();
  const habits = new Map<string, Habit>();
  const outermost = new Map<Grid, readonly ReadonlySet<number>[]>();
  const byCategory = new Map<string, ReadonlyMap<number, readonly number[]>>();
  const within = new Map<string, ReadonlyMap<number, readonly number[]>>();
  const editionsOf = (cells: readonly number[]) => countsByEdition(table, cells);
  const nestingOf = (grid: Grid) => spec.nestings.get(grid) as Nesting;
  const { equations = [], measures = {} } = spec;
  const shares = shareRelations({ table, editionsOf }, measures);
  const sums = (spec.sums ?? []).map(({ whole, parts }) => ({
    whole: table.gridFor(whole),
    parts: parts.flatMap((part) => table.gridFor(part) ?? []),
  }));

  /** The relations between a category's cell and those that it holds, in one dimension. */
  function hierarchy(grid: Grid, wholeKey: number, axis: number): readonly Relation[] {
    const id = `${grid.measure}|${axis}|${wholeKey}`;
    const known = families.get(id);
    if (known) return known;
    const whole = cellOrLatent(grid, wholeKey);
    const { childrenOf, childrenThere } = nestingOf(grid);
    const parts = childrenOf(wholeKey, axis).flatMap((child) => {
      const key = keyWith(grid, wholeKey, axis, child);
      return isThere(grid, key) ? (cellOrLatent(grid, key) ?? []) : [];
    });
    const found =
      whole === undefined || parts.length === 0
        ? []
        : relate({
            whole,
            parts,
            complete: parts.length === childrenThere(wholeKey, axis),
            overlapping: grid.axes[axis]?.overlapping === true || !grid.additive,
            habit: () => habitOf(grid, wholeKey, axis),
          });
    families.set(id, found);
    return found;
  }

  /** A cell, also one that no publication has, between those that some do. */
  function cellOrLatent(grid: Grid, key: number): number | undefined {
    const held = grid.cells.get(key);
    const { has, childrenOf } = nestingOf(grid);
    if (held !== undefined || !has(key)) return held;
    for (const [axis, { overlapping }] of grid.axes.entries()) {
      // Nothing adds up where categories overlap.
      if (overlapping) continue;
      const parts = childrenOf(key, axis).flatMap((child) => cellOrLatent(grid, keyWith(grid, key, axis, child)) ?? []);
      if (parts.length === 0) continue;
      let value = 0;
      for (const part of parts) value += lastValue(table, part);
      return table.cellOf[table.addLatent(grid, key, value)];
    }
    return undefined;
  }

  interface Whole {
    readonly whole: number;
    readonly parts: readonly number[];
    readonly complete: boolean;
    readonly overlapping: boolean;
    readonly habit: () => Habit;
  }

  function relate({ whole, parts, complete, overlapping, habit }: Whole): readonly Relation[] {
    return editionsOf([whole, ...parts]).flatMap((counts) =>
      relationsBetween({ counts, complete, overlapping, habit, values: table.values }),
    );
  }

  /** Whether the parts of a category add up wherever all of them are known. */
  function habitOf(grid: Grid, wholeKey: number, axis: number): Habit {
    const category = categoryIn(grid, wholeKey, axis);
    const id = `${grid.measure}|${axis}|${category}`;
    const known = habits.get(id);
    if (known) return known;
    const habit: Habit = { adds: 0, covers: 0, all: 0 };
    habits.set(id, habit);
    for (const key of keysOf(grid, axis, category)) {
      const cell = grid.cells.get(key) as number;
      const children = nestingOf(grid).childrenOf(key, axis);
      const parts = children.flatMap((child) => grid.cells.get(keyWith(grid, key, axis, child)) ?? []);
      const sum = parts.reduce((total, part) => total + lastValue(table, part), 0);
      const value = lastValue(table, cell);
      if (parts.length === 0 || Number.isNaN(sum - value)) continue;
      habit.all += 1;
      if (sum === value) habit.adds += 1;
      if (sum >= value) habit.covers += 1;
    }
    return habit;
  }

  /** The keys of all published cells of a category. */
  function keysOf(grid: Grid, axis: number, category: number): readonly number[] {
    const id = `${grid.measure}|${axis}`;
    const known = byCategory.get(id);
    if (known) return known.get(category) ?? [];
    const keys = [...grid.cells].flatMap(([key, cell]) => (isLatent(table, cell) ? [] : [key]));
    const found = groupBy(keys, (key) => categoryIn(grid, key, axis));
    byCategory.set(id, found);
    return found.get(category) ?? [];
  }

  /** By axis: the categories that the measure has cells of, and that none of these holds. */
  function outermostOf(grid: Grid): readonly ReadonlySet<number>[] {
    const known = outermost.get(grid);
    if (known) return known;
    const keys = [...grid.cells].flatMap(([key, cell]) => (isLatent(table, cell) ? [] : [key]));
    const found = grid.axes.map(({ above }, axis) => {
      const held = new Set(keys.map((key) => categoryIn(grid, key, axis)));
      return new Set([...held].filter((category) => !above[category]?.some((holder) => held.has(holder))));
    });
    outermost.set(grid, found);
    return found;
  }

  /** A measure and those that count parts of it. A part that is broken down further stands for it by its totals. */
  function sumsAt(cell: number): readonly (readonly Relation[])[] {
    const grid = table.gridOf[cell] as Grid;
    return sums.flatMap(({ whole, parts }, index) => {
      if (!whole || isLatent(table, cell) || (grid !== whole && !parts.includes(grid))) return [];
      const coordinates = coordinatesOf(table, cell);
      const wholeCell = table.cellAt(whole.measure, coordinates);
      if (
        wholeCell === undefined ||
        isLatent(table, wholeCell) ||
        whole.axes.some(({ dimension }) => coordinates[dimension] === undefined)
      )
        return [];
      const id = `sum ${index}|${wholeCell}`;
      const known = families.get(id);
      if (known) return [known];
      const cells = parts.map((part) => cellsWithin(part, whole, wholeCell));
      const overlapping = parts.some(({ additive, axes }) => !additive || axes.some((axis) => axis.overlapping));
      const found =
        cells.flat().length === 0
          ? []
          : relate({
              whole: wholeCell,
              parts: cells.flat(),
              complete: cells.every((part) => part.length > 0),
              overlapping,
              habit: () => ({ adds: 0, covers: 0, all: 0 }),
            });
      families.set(id, found);
      return [found];
    });
  }

  /** The published cells of a part at the coordinates of its whole: of what it is broken down by beside, those that nothing else holds. */
  function cellsWithin(part: Grid, whole: Grid, wholeCell: number): readonly number[] {
    const id = `${part.measure}|${whole.measure}`;
    const known = within.get(id);
    if (known) return known.get(wholeCell) ?? [];
    const outermost = outermostOf(part);
    const isFree = part.axes.map(({ dimension }) => whole.axes.every((own) => own.dimension !== dimension));
    const cells = [...part.cells.values()].filter(
      (cell) =>
        !isLatent(table, cell) &&
        isFree.every(
          (free, axis) => !free || outermost[axis]?.has(categoryIn(part, table.keyOf[cell] as number, axis)),
        ),
    );
    const found = groupBy(cells, (cell) => table.cellAt(whole.measure, coordinatesOf(table, cell)) ?? -1);
    within.set(id, found);
    return found.get(wholeCell) ?? [];
  }

  /** What cells come to, for each publication in which they do; where one is unknown, as the others let expect. */
  function equationOf(
    id: string,
    cells: readonly (number | undefined)[],
    signs: readonly number[],
  ): readonly Relation[] {
    const known = families.get(id);
    if (known) return known;
    const held = cells.flatMap((cell, index) =>
      cell === undefined || isLatent(table, cell) ? [] : [{ cell, sign: signs[index] as number }],
    );
    const found = editionsOf(held.map(({ cell }) => cell)).flatMap((counts): readonly Relation[] => {
      if (held.length < 2) return [];
      const own = held.map(({ sign }) => sign);
      const sum = counts.reduce((all, count, at) => all + (own[at] as number) * (table.values[count] as number), 0);
      const holds = Number.isNaN(sum) ? held.length === cells.length : sum === 0;
      return holds ? [{ kind: "equal", counts, signs: own }] : [];
    });
    families.set(id, found);
    return found;
  }

  /** What the data come to among the categories of one dimension. */
  function equationsAlong(grid: Grid, key: number, axis: number): readonly (readonly Relation[])[] {
    const category = categoryIn(grid, key, axis);
    return (grid.axes[axis]?.equations ?? []).flatMap(({ categories, signs }, index) => {
      if (!categories.includes(category)) return [];
      const keys = categories.map((other) => (other < 0 ? undefined : keyWith(grid, key, axis, other)));
      const cells = keys.map((other) => (other === undefined ? undefined : grid.cells.get(other)));
      return [equationOf(`equation ${index}|${axis}|${grid.measure}|${keyWith(grid, key, axis, 0)}`, cells, signs)];
    });
  }

  /** What the data come to among measures. */
  function equationsAt(cell: number): readonly (readonly Relation[])[] {
    const { measure } = table.gridOf[cell] as Grid;
    return equations.flatMap(({ ids, signs }, index) => {
      if (!ids.includes(measure)) return [];
      const coordinates = coordinatesOf(table, cell);
      return [
        equationOf(
          `equation ${index}|${JSON.stringify(coordinates)}`,
          ids.map((id) => table.cellAt(id, coordinates)),
          signs,
        ),
      ];
    });
  }

  /** The families of relations that a cell is part of. */
  function familiesOf(cell: number): readonly (readonly Relation[])[] {
    const grid = table.gridOf[cell] as Grid;
    const key = table.keyOf[cell] as number;
    const found: (readonly Relation[])[] = [];
    for (const [axis, { parents, children, periods, periodsOverlap }] of grid.axes.entries()) {
      const category = categoryIn(grid, key, axis);
      if (periods) {
        if (periodsOverlap) found.push(series(grid, key, axis));
        continue;
      }
      const parent = parents[category] ?? -1;
      if (parent >= 0) found.push(hierarchy(grid, keyWith(grid, key, axis, parent), axis));
      if (children[category]?.length) found.push(hierarchy(grid, key, axis));
      found.push(...equationsAlong(grid, key, axis));
    }
    found.push(...sumsAt(cell), ...shares(cell), ...equationsAt(cell));
    return found;
  }

  function series(grid: Grid, key: number, axis: number): readonly Relation[] {
    const first = keyWith(grid, key, axis, 0);
    const id = `${grid.measure}|time|${first}`;
    const known = families.get(id);
    if (known) return known;
    const found = timeRelations({ table, editionsOf }, { grid, key: first, axis });
    families.set(id, found);
    for (const relation of found) {
      for (const count of relation.counts) {
        // The parts of periods stand in no cell, so they know their relations by this alone.
        if (table.cellOf[count] === -1)
          byCount.set(count, [...(byCount.get(count) ?? []), ...membership(relation, count)]);
      }
    }
    return found;
  }

  return {
    of(count) {
      let found = byCount.get(count);
      if (!found) {
        found = familiesOf(table.cellOf[count] as number).flatMap((family) => membersOf(family).get(count) ?? []);
        byCount.set(count, found);
      }
      return dropped.size === 0 ? found : found.filter(({ relation }) => !dropped.has(relation));
    },
    nestingOf,
    drop: (relation) => void dropped.add(relation),
  };
}

/** What was worked out by `membersOf`. */
const known = new WeakMap<readonly Relation[], ReadonlyMap<number, readonly Membership[]>>();

/** The relations of a family by count: a count of a wide one is looked up, and not looked for in every relation. */
function membersOf(family: readonly Relation[]): ReadonlyMap<number, readonly Membership[]> {
  const before = known.get(family);
  if (before) return before;
  const found = new Map<number, Membership[]>();
  for (const relation of family) {
    for (const [index, count] of relation.counts.entries()) {
      const own = found.get(count);
      // Where a count stands in a relation twice, it is the first that counts.
      if (own?.at(-1)?.relation === relation) continue;
      const sign = relation.signs[index] as number;
      if (own) own.push({ relation, sign });
      else found.set(count, [{ relation, sign }]);
    }
  }
  known.set(family, found);
  return found;
}

function membership(relation: Relation, count: number): readonly Membership[] {
  const index = relation.counts.indexOf(count);
  return index < 0 ? [] : [{ relation, sign: relation.signs[index] as number }];
}

/** How often, in the data, the parts of a category add up to it, or come to no less. */
interface Habit {
  adds: number;
  covers: number;
  all: number;
}

interface Between {
  /** The whole, then its parts. */
  readonly counts: readonly number[];
  readonly complete: boolean;
  readonly overlapping: boolean;
  readonly habit: () => Habit;
  readonly values: readonly number[];
}

/** What holds between one whole and its parts. */
function relationsBetween({ counts, complete, overlapping, habit, values }: Between): readonly Relation[] {
  const [whole = -1, ...parts] = counts;
  const worth = (count: number) => values[count] ?? Number.NaN;
  const total = worth(whole);
  const sum = parts.reduce((result, part) => result + worth(part), 0);
  const all = (kind: Relation["kind"], sign = 1): Relation => ({
    kind,
    counts,
    signs: [-sign, ...parts.map(() => sign)],
  });
  const each = parts
    .filter((part) => !(worth(part) > total))
    .map((part): Relation => ({ kind: "at-most", counts: [part, whole], signs: [1, -1] }));
  if (Number.isNaN(sum - total)) {
    const { adds, covers, all: instances } = habit();
    const usual = overlapping ? instances > 0 && adds === instances : complete && adds === instances;
    if (usual) return [all("equal")];
    if (!overlapping) return [all("at-most")];
    return instances > 0 && covers === instances ? [...each, all("at-most", -1)] : each;
  }
  if (sum === total) return [all("equal")];
  if (!overlapping) return sum < total ? [all("at-most")] : each;
  if (sum < total) return each;
  const { covers, all: instances } = habit();
  return covers === instances ? [...each, all("at-most", -1)] : each;
}

/** The counts of several cells, for each publication that any of them is known from more than one of. */
function countsByEdition(table: CountTable, cells: readonly number[]): readonly (readonly number[])[] {
  const countsOf = (cell: number): readonly number[] => table.countsOf[cell] ?? [];
  const disputed = cells.filter((cell) => countsOf(cell).length > 1);
  if (disputed.length === 0) return [cells.map((cell) => countsOf(cell)[0] as number)];
  const editions = new Set(disputed.flatMap((cell) => countsOf(cell).flatMap((count) => table.editions[count] ?? [])));
  const given = [...editions]
    .sort()
    .map((edition) => cells.map((cell) => nearestCount(table, countsOf(cell), edition)));
  return [...new Map(given.map((counts) => [counts.join(), counts])).values()];
}

/** The count that an edition gives, or the last before it, or the first after. */
function nearestCount(table: CountTable, counts: readonly number[], edition: string): number {
  let best: { count: number; edition: string } | undefined;
  for (const count of counts) {
    for (const own of table.editions[count] ?? []) {
      const better =
        best === undefined ||
        (own <= edition ? best.edition > edition || own > best.edition : best.edition > edition && own < best.edition);
      if (better) best = { count, edition: own };
    }
  }
  return best?.count ?? (counts[0] as number);
}

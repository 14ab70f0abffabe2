import { type Axis, categoryIn, type Grid, keyWith } from "./count-table.ts";
import { createHeap, type Ranked } from "./heap.ts";
import type { Line, Lines, Siblings } from "./lines.ts";

/** Category numbers of one dimension that rise (1) or fall (-1) with a count's own. */
type Shift = readonly (readonly [category: number, sign: number])[];

/** What taking a cell into a move costs: nothing where it can give way as it is, infinite where it never can. */
export type Price = (cell: number, sign: number) => number;

/** What cells that are shown may do in a move: stay as they are, or give way at what hiding them costs at least. */
export type Shown = "fixed" | "at-cost";

/** A shift of one dimension, and what its cells in the count's own line cost. */
export interface Option {
  readonly shift: Shift;
  readonly price: number;
}

interface Along {
  readonly grid: Grid;
  readonly lines: Lines;
  /** The number of the dimension. */
  readonly index: number;
  /** Of the count that has to change. */
  readonly own: { readonly key: number; readonly sign: number };
  readonly price: Price;
  /** Nothing is said where any price is possible. */
  readonly shown: Shown | undefined;
  /** Whether a count may change and nothing else in the dimension. */
  readonly mayStandAlone: boolean;
  /** How much may still be looked at; and what costs as much or more is of no use. Both fall while options are asked for. */
  readonly limits: { left: number; bound: number };
}

/**
 * The shifts of one dimension, cheapest first, at one price in the order of their leaves. None is looked at before it is asked for: a
 * row may have a hundred thousand cells, of which the first that is hidden mostly does.
 */
export function* optionsOf(along: Along): Generator<Option> {
  const { grid, lines, index, own, price, shown, mayStandAlone, limits } = along;
  const axis = grid.axes[index] as Axis;
  if (!axis.nested && axis.equations.length === 0) {
    yield { shift: [], price: 0 };
    return;
  }
  const category = categoryIn(grid, own.key, index);
  const search: Searching = {
    grid,
    index,
    own,
    price,
    shown,
    limits,
    axis,
    category,
    line: lines.of(grid, own.key, index),
  };
  const beside = shiftsBeside(search);
  const all = search.line.below(category) ? pairsOf(shiftsBelow(search), beside) : beside;
  let isAlone = mayStandAlone;
  for (const option of all) {
    if (isAlone && option.price > 0) {
      isAlone = false;
      yield { shift: [], price: 0 };
    }
    yield option;
  }
  if (isAlone) yield { shift: [], price: 0 };
}

interface Searching extends Omit<Along, "lines" | "mayStandAlone"> {
  readonly axis: Axis;
  readonly category: number;
  readonly line: Line;
}

const rising = (categories: readonly number[]): Shift => categories.map((category) => [category, 1] as const);

/** Each way from a category down to one that holds none, the category left out; as far as there are cells. */
function shiftsBelow(search: Searching): Generator<Found> {
  const { axis, category } = search;
  const shiftTo = (leaf: number): Shift => {
    const over = axis.above[leaf] as readonly number[];
    return rising([...over.slice(0, over.indexOf(category)).reverse(), leaf]);
  };
  return cheapestFirst(search, (add) => addBelow(search, add, { parent: category, price: 0, sign: 1, shiftTo }));
}

/** What loses what the category gains: a leaf with what holds it, as far as that does not hold the category too; or nothing, and all that holds it gains. */
function shiftsBeside(search: Searching): Generator<Found> {
  const { grid, axis, category } = search;
  const above = axis.above[category] as readonly number[];
  const isAdditive = !axis.overlapping && grid.additive;
  const shiftTo = (leaf: number): Shift => {
    const over = axis.above[leaf] as readonly number[];
    return [
      ...rising(above.filter((item) => !over.includes(item))),
      [leaf, -1],
      ...over.filter((item) => !above.includes(item)).map((item) => [item, -1] as const),
    ];
  };
  return cheapestFirst(search, (add) => {
    /** Looks at what a holder of the category holds beside, and then further up. */
    const climb = (level: number, price: number) =>
      add({
        price,
        order: -1,
        follow() {
          const parent = above[level] ?? -1;
          const except = level === 0 ? category : (above[level - 1] as number);
          if (isAdditive) addBelow(search, add, { parent, except, price, sign: -1, shiftTo });
          if (parent < 0) return { shift: rising(above), price, order: -1 };
          climb(level + 1, price + priceOf(search, parent, 1));
          return undefined;
        },
      });
    climb(0, 0);
  });
}

interface Found extends Option, Ranked {}

/** Something to look at, by what comes of it at the least. */
interface Step extends Ranked {
  follow(): Found | undefined;
}

/** What steps lead to, in the order of prices: each leads to nothing that comes before itself. */
function* cheapestFirst({ limits }: Searching, start: (add: (step: Step) => void) => void): Generator<Found> {
  const steps = createHeap<Step>();
  start((step) => {
    if (step.price < limits.bound) steps.push(step);
  });
  for (let step = steps.pop(); step && step.price < limits.bound && limits.left > 0; step = steps.pop()) {
    limits.left -= 1;
    const found = step.follow();
    if (found) yield found;
  }
}

interface Below {
  readonly parent: number;
  /** One below it that is not looked at. */
  readonly except?: number;
  /** What led there. */
  readonly price: number;
  readonly sign: 1 | -1;
  readonly shiftTo: (leaf: number) => Shift;
}

/** Adds steps to what stands below a category: one at a time, since each next one is dearer or later. */
function addBelow(search: Searching, add: (step: Step) => void, below: Below): void {
  const { line } = search;
  const siblings = line.below(below.parent);
  if (!siblings) return;
  const visit = (child: number, price: number, order: number): Found | undefined => {
    if (!line.below(child)) return { shift: below.shiftTo(child), price, order };
    addBelow(search, add, { ...below, parent: child, except: -1, price });
    return undefined;
  };
  for (const { categories, isLeftOut, leastOf } of listsOf(search, siblings)) {
    let at = -1;
    const addNext = (): void => {
      at += 1;
      while (at < categories.length && (categories[at] === below.except || isLeftOut(categories[at] as number)))
        at += 1;
      const child = categories[at];
      if (child === undefined) return;
      const order = line.order(child);
      const least = below.price + leastOf(child);
      const follow = (): Found | undefined => {
        addNext();
        const price = below.price + priceOf(search, child, below.sign);
        if (price <= least) return visit(child, price, order);
        add({ price, order, follow: () => visit(child, price, order) });
        return undefined;
      };
      add({ price: least, order, follow });
    };
    addNext();
  }
}

/** Siblings that may be part of a move, in lists each of which stands in the order of what its categories cost at least. */
function listsOf({ shown }: Searching, { all, open, byCost, isOpen, costOf }: Siblings) {
  const free = { isLeftOut: () => false, leastOf: () => 0 };
  if (!shown) return [{ categories: all, ...free }];
  const opened = { categories: open, ...free };
  return shown === "fixed" ? [opened] : [opened, { categories: byCost, isLeftOut: isOpen, leastOf: costOf }];
}

function priceOf({ grid, own, index, price, limits }: Searching, category: number, sign: number): number {
  const cell = grid.cells.get(keyWith(grid, own.key, index, category));
  limits.left -= 1;
  return cell === undefined ? 0 : price(cell, own.sign * sign);
}

/** Each shift of one list with each of another, cheapest first. */
function* pairsOf(firsts: Iterator<Found>, seconds: Iterator<Found>): Generator<Option> {
  const [left, right] = [lazily(firsts), lazily(seconds)];
  const pairs = createHeap<Ranked & { readonly at: readonly [number, number] }>();
  const add = (first: number, second: number) => {
    const [own, other] = [left.at(first), right.at(second)];
    if (own && other) pairs.push({ price: own.price + other.price, order: own.order, at: [first, second] });
  };
  add(0, 0);
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [first, second] = pair.at;
    const shift = [...(left.at(first) as Found).shift, ...(right.at(second) as Found).shift];
    yield { shift, price: pair.price };
    add(first, second + 1);
    if (second === 0) add(first + 1, 0);
  }
}

/** What an iterator yields, by position, as far as somebody asks. */
export interface Lazy<T> {
  at(position: number): T | undefined;
}

export function lazily<T>(source: Iterator<T>): Lazy<T> {
  const known: T[] = [];
  return {
    at(position) {
      while (known.length <= position) {
        const next = source.next();
        if (next.done) break;
        known.push(next.value);
      }
      return known[position];
    },
  };
}

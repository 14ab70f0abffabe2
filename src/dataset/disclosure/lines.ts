import { type CountTable, categoryIn, type Grid, isLatent, keyWith } from "./count-table.ts";
import type { Publication } from "./publication.ts";
import type { Relations } from "./relation.ts";

/**
 * The cells that differ from each other in one dimension alone, as the tree of that dimension has them. A line may have a hundred
 * thousand cells, and each small count in it asks which others can give way: so they stand ready, those first that give way for nothing.
 */
export interface Line {
  /** What stands directly below a category (-1: below none); undefined where nothing does. */
  below(category: number): Siblings | undefined;
  /** The number of the first leaf at or below a category: what comes first where prices are alike. */
  order(category: number): number;
}

/** Categories of one parent that a line has, or that hold some that it has. */
export interface Siblings {
  /** In their order. */
  readonly all: readonly number[];
  /** Those that nobody publishes a figure of, in their order. */
  readonly open: readonly number[];
  /** Those that may be hidden, cheapest first; some may be hidden by now. */
  readonly byCost: readonly number[];
  isOpen(category: number): boolean;
  /** What hiding a category's cell costs at least. */
  costOf(category: number): number;
}

/** The lines of a table, each made when somebody asks for it, and kept up to date with what is hidden. */
export interface Lines {
  /** The line of a cell's key in one dimension. */
  of(grid: Grid, key: number, axis: number): Line;
}

interface Parts {
  readonly table: CountTable;
  readonly relations: Relations;
  readonly publication: Publication;
  /** What hiding a cell costs at least. */
  readonly costOf: (cell: number) => number;
}

/** Makes lines of what an attack looks at. */
export function createLines(parts: Parts): Lines {
  const { table, publication } = parts;
  const known = new Map<Grid, readonly Map<number, OwnLine>[]>();
  let seen = 0;
  const catchUp = () => {
    for (; seen < publication.changed.length; seen += 1) {
      const cell = publication.changed[seen] as number;
      const grid = table.gridOf[cell] as Grid;
      const key = table.keyOf[cell] as number;
      for (const [axis, lines] of known.get(grid)?.entries() ?? [])
        lines.get(keyWith(grid, key, axis, 0))?.update(categoryIn(grid, key, axis));
    }
  };
  return {
    of(grid, key, axis) {
      catchUp();
      let byAxis = known.get(grid);
      if (!byAxis) {
        byAxis = grid.axes.map(() => new Map());
        known.set(grid, byAxis);
      }
      const lines = byAxis[axis] as Map<number, OwnLine>;
      const first = keyWith(grid, key, axis, 0);
      let line = lines.get(first);
      if (!line) {
        line = createLine(parts, grid, first, axis);
        lines.set(first, line);
      }
      return line;
    },
  };
}

interface OwnLine extends Line {
  /** A cell was hidden or shown. */
  update(category: number): void;
}

function createLine(
  { table, relations, publication, costOf }: Parts,
  grid: Grid,
  first: number,
  axis: number,
): OwnLine {
  const parents = grid.axes[axis]?.parents ?? [];
  const children = treeOf(relations.nestingOf(grid).along(first, axis), parents);
  const orders = new Map<number, number>();
  const order = (category: number): number => {
    const below = children.get(category);
    if (!below) return category;
    const found = orders.get(category) ?? below.reduce((least, child) => Math.min(least, order(child)), Infinity);
    orders.set(category, found);
    return found;
  };
  const cellOf = (category: number) => grid.cells.get(keyWith(grid, first, axis, category));
  const isOpen = (category: number): boolean => {
    const cell = cellOf(category);
    return cell === undefined || publication.isHidden((table.countsOf[cell] as readonly number[])[0] as number);
  };
  const mayBeHidden = (category: number): boolean => {
    const cell = cellOf(category);
    if (cell === undefined || isLatent(table, cell)) return false;
    const status = publication.statusOf(cell);
    return status === "shown" || status === "secondary";
  };
  const costAt = (category: number): number => costOf(cellOf(category) as number);
  const siblings = new Map<number, OwnSiblings>();
  const siblingsBelow = (parent: number): OwnSiblings | undefined => {
    const own = children.get(parent);
    if (!own) return undefined;
    const known = siblings.get(parent);
    if (known) return known;
    const all = own.toSorted((a, b) => order(a) - order(b));
    const opened = new Set(all.filter(isOpen));
    const open = all.filter((category) => opened.has(category));
    let byCost: readonly number[] | undefined;
    const made: OwnSiblings = {
      all,
      open,
      get byCost() {
        byCost ??= all.filter(mayBeHidden).sort((a, b) => costAt(a) - costAt(b) || order(a) - order(b));
        return byCost;
      },
      isOpen: (category) => opened.has(category),
      costOf: costAt,
      update(category) {
        if (isOpen(category) === opened.has(category)) return;
        const at = placeIn(open, order(category), order);
        if (opened.delete(category)) open.splice(at, 1);
        else {
          opened.add(category);
          open.splice(at, 0, category);
        }
      },
    };
    siblings.set(parent, made);
    return made;
  };
  return {
    below: siblingsBelow,
    order,
    update: (category) => siblings.get(parents[category] ?? -1)?.update(category),
  };
}

interface OwnSiblings extends Siblings {
  update(category: number): void;
}

/** The categories below each, those that hold some of them among these. */
function treeOf(categories: readonly number[], parents: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  const seen = new Set<number>();
  for (let category of categories) {
    while (category >= 0 && !seen.has(category)) {
      seen.add(category);
      const parent = parents[category] ?? -1;
      const own = children.get(parent);
      if (own) own.push(category);
      else children.set(parent, [category]);
      category = parent;
    }
  }
  return children;
}

/** Where an item of some order stands among others, or would stand. */
function placeIn(items: readonly number[], order: number, orderOf: (item: number) => number): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (orderOf(items[middle] as number) < order) from = middle + 1;
    else to = middle;
  }
  return from;
}

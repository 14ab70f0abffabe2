import { compareText } from "../compare-labels.ts";
import type { Period } from "../period.ts";
import { isPossible } from "./alternative.ts";
import { type Attack, type Blocks, extentOf, sizeOf } from "./attack.ts";
import { isCandidate } from "./changes.ts";
import { createCombinations } from "./combinations.ts";
import { type Axis, categoryIn, type Grid } from "./count-table.ts";
import { relationRows } from "./relation-rows.ts";
import { type OpenProgram, tolerance } from "./solver.ts";

/**
 * Counts of a table that one programme holds. A larger table is cut into blocks; into smaller ones where periods overlap, as all that is
 * asked there is asked of programmes: no box leads from a month to another by what they have in common.
 */
const largestBlock = { ofGrids: 2500, ofSeries: 600 };
/** Blocks whose programmes are kept at once. */
const keptBlocks = 12;

/** The linear programmes of a table, by block; those that were used last are kept open (`keptBlocks`). */
export function createBlocks(attack: Parts): Blocks & { close(): void } {
  const { table } = attack;
  let cut: Partition | undefined;
  const blocksOfTable = () => (cut ??= createPartition(attack));
  const open = new Map<string, Block>();
  const counts = new Map<number, readonly number[]>();
  let closed = 0;
  const close = ({ program }: Block) => {
    closed += program.pivots;
    program.dispose();
  };
  const membersOf = (number: number, count: number): readonly number[] => {
    const members = counts.get(number) ?? blocksOfTable().countsIn(number, count);
    counts.set(number, members);
    return members.includes(count) ? members : [count, ...members];
  };
  const blockFor = (kind: Block["kind"], count: number, most: number): Block => {
    const number = blocksOfTable().blockOf(table.cellOf[count] as number);
    const id = `${kind} ${number}`;
    let found = open.get(id);
    if (found) refresh(attack, found);
    if (found && (found.missing > most || !found.indexOf.has(count))) {
      close(found);
      found = undefined;
    }
    found ??= openBlock(attack, kind, membersOf(number, count));
    open.delete(id);
    open.set(id, found);
    for (const [oldest, block] of open) {
      if (open.size <= keptBlocks) break;
      close(block);
      open.delete(oldest);
    }
    return found;
  };
  return {
    blockOf: (cell) => blocksOfTable().blockOf(cell),
    alternative(count, value, latest) {
      const block = blockFor("proof", count, latest ? 0 : mostMissing);
      // What readers know, or suppose to know, has no other value.
      if (!block.indexOf.has(count)) return "none";
      const changes = solveBlock(attack, block, { count, value });
      if (!changes) return "none";
      const alternative = new Map<number, number>();
      for (const [other, change] of changes) {
        const whole = Math.round(change);
        if (whole !== 0) alternative.set(other, (table.values[other] as number) + whole);
      }
      return alternative.get(count) === value && isPossible(attack, alternative) ? alternative : "unsure";
    },
    cellsFor(count, values) {
      const block = blockFor("choice", count, 0);
      const cells = new Set<number>();
      for (const value of values) {
        if (!solveBlock(attack, block, { count, value, chosen: cells })) return undefined;
      }
      return [...cells].sort((a, b) => a - b);
    },
    withPart(part, act) {
      const blocks = createBlocks(part);
      try {
        return act({ ...part, blocks });
      } finally {
        blocks.close();
        closed += blocks.pivots;
      }
    },
    close() {
      for (const block of open.values()) close(block);
      open.clear();
    },
    get pivots() {
      return closed + [...open.values()].reduce((sum, { program }) => sum + program.pivots, 0);
    },
  };
}

type Parts = Omit<Attack, "blocks" | "lines" | "work">;

interface Block {
  readonly kind: "proof" | "choice";
  readonly counts: readonly number[];
  readonly indexOf: ReadonlyMap<number, number>;
  readonly program: OpenProgram;
  /** How many of the publication's changes the programme knows. */
  seen: number;
  /** Counts that were hidden since, and that the programme takes for fixed. */
  missing: number;
}

/** Counts hidden since a programme was made, beyond which it is made anew even where it need not be the latest. */
const mostMissing = 20;

/** Columns of a count: what it gains and loses as it is; and, where cells are chosen, what it could if it were hidden. */
const columnsOf = { proof: 2, choice: 4 } as const;

function openBlock(attack: Parts, kind: Block["kind"], all: readonly number[]): Block {
  const { publication, solver } = attack;
  const counts = kind === "choice" ? all : all.filter((count) => publication.low(count) < publication.high(count));
  const lower: number[] = [];
  const upper: number[] = [];
  const costs: number[] = [];
  for (const count of counts) {
    const limits = limitsOf(attack, kind, count);
    for (const limit of limits) {
      lower.push(0);
      upper.push(limit);
    }
    costs.push(...costsOf(attack, kind, count));
  }
  const program = solver.open({
    costs,
    lower,
    upper,
    whole: [],
    rows: relationRows(attack, counts, { width: columnsOf[kind] }),
  });
  const indexOf = new Map(counts.map((count, index) => [count, index]));
  return { kind, counts, indexOf, program, seen: publication.changed.length, missing: 0 };
}

/** What a change by one of a hidden cell costs where cells are chosen: little, but enough to keep changes few. */
const freeCost = 1 / 64;

function costsOf({ table, costOf, publication }: Parts, kind: Block["kind"], count: number): readonly number[] {
  const cell = table.cellOf[count] as number;
  // Changes that keep to cells that are hidden anyway leave the others free to be shown.
  if (kind === "proof") return cell < 0 || publication.statusOf(cell) === "primary" ? [1, 1] : [4, 4];
  const cost = cell < 0 ? 0 : costOf(cell);
  return [freeCost, freeCost, cost, cost];
}

function limitsOf(attack: Parts, kind: Block["kind"], count: number): readonly number[] {
  const { table, publication } = attack;
  const value = table.values[count] as number;
  const free = [publication.high(count) - value, value - publication.low(count)];
  if (kind === "proof") return free;
  const cell = table.cellOf[count] as number;
  const canHide = cell >= 0 && isCandidate(attack, cell);
  return [...free, canHide ? Number.POSITIVE_INFINITY : 0, canHide ? value : 0];
}

/** Tells a programme what was hidden and shown since it was last asked. */
function refresh(attack: Parts, block: Block): void {
  const { publication, table } = attack;
  const changed = new Set(publication.changed.slice(block.seen));
  block.seen = publication.changed.length;
  for (const cell of changed)
    for (const count of table.countsOf[cell] as readonly number[]) setLimits(attack, block, count);
}

function setLimits(attack: Parts, block: Block, count: number): void {
  const { kind, indexOf, program } = block;
  const index = indexOf.get(count);
  if (index === undefined) {
    if (attack.publication.isHidden(count)) block.missing += 1;
    return;
  }
  for (const [position, limit] of limitsOf(attack, kind, count).entries())
    program.setBounds(index * columnsOf[kind] + position, 0, limit);
}

interface BlockQuestion {
  readonly count: number;
  readonly value: number;
  /** Where cells are chosen: those that would have to be hidden are added to it, and cost nothing from then on. */
  readonly chosen?: Set<number>;
}

/** The cheapest changes that give a count a value, by count; undefined where there are none. */
function solveBlock(
  attack: Parts,
  block: Block,
  { count, value, chosen = new Set() }: BlockQuestion,
): ReadonlyMap<number, number> | undefined {
  const { kind, counts, indexOf, program } = block;
  const { table } = attack;
  const width = columnsOf[kind];
  const own = (indexOf.get(count) as number) * width;
  const shift = value - (table.values[count] as number);
  const paid = [...chosen]
    .flatMap((cell) => table.countsOf[cell] as readonly number[])
    .flatMap((other) => indexOf.get(other) ?? []);
  for (const index of paid) for (const column of [2, 3]) program.setCost(index * width + column, freeCost);
  program.setBounds(own, Math.max(0, shift), Math.max(0, shift));
  program.setBounds(own + 1, Math.max(0, -shift), Math.max(0, -shift));
  // Cells are chosen for changes that may be broken: whatever they lead to is proven afterwards.
  const solution = kind === "proof" ? solveToWhole(attack, block) : program.solve();
  setLimits(attack, block, count);
  for (const index of paid)
    for (const column of [2, 3])
      program.setCost(index * width + column, attack.costOf(table.cellOf[counts[index] as number] as number));
  if (!solution) return undefined;
  const changes = new Map<number, number>();
  for (const [index, other] of counts.entries()) {
    let change = 0;
    for (let column = 0; column < width; column += 1) {
      const part = solution[index * width + column] as number;
      change += column % 2 === 0 ? part : -part;
      if (column >= 2 && part > tolerance) chosen.add(table.cellOf[other] as number);
    }
    if (Math.abs(change) > tolerance) changes.set(other, change);
  }
  return changes;
}

/** Broken changes that are rounded, one after another, until the others are whole too; and orders to begin with. */
const rounded = 12;
const orders = ["most", "least"] as const;

/**
 * The cheapest changes, or dearer ones in whole numbers: a few of those that are broken, held at a whole number, mostly make the others
 * whole, in a fraction of the time that a search for whole numbers takes.
 */
function solveToWhole(attack: Parts, block: Block): ArrayLike<number> | undefined {
  const { kind, counts, program } = block;
  const width = columnsOf[kind];
  const first = program.solve();
  for (const order of orders) {
    let solution: ArrayLike<number> | undefined = first;
    const held = new Set<number>();
    for (let step = 0; step < rounded && solution; step += 1) {
      const column = brokenOf(solution, order);
      if (column === undefined) break;
      held.add(Math.floor(column / width));
      solution = solveRounded(program, column, solution[column] as number);
    }
    for (const index of held) setLimits(attack, block, counts[index] as number);
    if (solution && brokenOf(solution, order) === undefined) return solution;
  }
  return first;
}

/** Holds a column at the nearest whole number, or at the other one beside it. */
function solveRounded(program: OpenProgram, column: number, part: number): ArrayLike<number> | undefined {
  const near = Math.round(part);
  for (const whole of [near, near > part ? near - 1 : near + 1]) {
    program.setBounds(column, whole, whole);
    const solution = program.solve();
    if (solution) return solution;
  }
  return undefined;
}

/** The column that is furthest from a whole number, or nearest and not at it; undefined where all are whole. */
function brokenOf(solution: ArrayLike<number>, order: (typeof orders)[number]): number | undefined {
  let found: number | undefined;
  let best = 0;
  for (let column = 0; column < solution.length; column += 1) {
    const part = solution[column] as number;
    const distance = Math.abs(part - Math.round(part));
    const rank = order === "most" ? distance : 1 - distance;
    if (distance > tolerance && rank > best) {
      best = rank;
      found = column;
    }
  }
  return found;
}

interface Partition {
  blockOf(cell: number): number;
  /** The counts of a block; the one that is asked about is among them. */
  countsIn(block: number, count: number): readonly number[];
}

/** Cuts each dimension into groups of categories that stand beside each other, with all that hold them. */
function createPartition(attack: Parts): Partition {
  const { table, relations, part } = attack;
  const axes = [...new Set(table.grids.flatMap((grid) => grid.axes))];
  const largest = axes.some(({ periodsOverlap }) => periodsOverlap) ? largestBlock.ofSeries : largestBlock.ofGrids;
  if (sizeOf(attack) <= largest) {
    // Relations make the latent totals that they need.
    if (!part) for (let count = 0; count < table.values.length; count += 1) relations.of(count);
    return { blockOf: () => 0, countsIn: () => extentOf(attack) };
  }
  const nests = new Map(axes.map((axis) => [axis, nestOf(axis)]));
  const nestIn = (axis: Axis) => nests.get(axis) as Nest;
  const cuts = new Map<Axis, number>(axes.map((axis) => [axis, isApart(axis) ? axis.ids.length : 1]));
  const sizeOfGrid = ({ axes: own }: Grid) =>
    own.reduce((size, axis) => size * sizeOfGroup(axis, nestIn(axis), cuts.get(axis) as number), 1);
  while (table.grids.reduce((sum, grid) => sum + sizeOfGrid(grid), 0) > largest) {
    const widest = axes
      .filter((axis) => (axis.nested || axis.periodsOverlap) && (cuts.get(axis) as number) < axis.ids.length)
      .map((axis) => ({ axis, size: sizeOfGroup(axis, nestIn(axis), cuts.get(axis) as number) }))
      .sort((a, b) => b.size - a.size)[0];
    if (!widest || widest.size <= smallestGroup) break;
    cuts.set(widest.axis, (cuts.get(widest.axis) as number) + 1);
  }
  const groups = new Map(axes.map((axis) => [axis, groupsOf(nestIn(axis), cuts.get(axis) as number)]));
  const digits = axes.toReversed();
  const groupsIn = (axis: Axis) => groups.get(axis) as ReturnType<typeof groupsOf>;
  const blocks = createCombinations(digits.map((axis) => groupsIn(axis).members.length));
  const blockOf = (cell: number): number => {
    const grid = table.gridOf[cell];
    const key = table.keyOf[cell];
    if (!grid || key === undefined) return 0;
    return blocks.numberOf(
      digits.map((axis) => {
        const position = grid.axes.indexOf(axis);
        return position < 0 ? 0 : (groupsIn(axis).groupOf[categoryIn(grid, key, position)] as number);
      }),
    );
  };
  const countsIn = (block: number, count: number): readonly number[] => {
    const chosen = new Map(digits.map((axis, at) => [axis, groupsIn(axis).members[blocks.at(block, at)]]));
    const collect = () => {
      const counts = new Set([count]);
      for (const grid of table.grids) {
        let combinations: readonly (readonly number[])[] = [[]];
        for (const axis of grid.axes)
          combinations = combinations.flatMap((combination) =>
            (chosen.get(axis) as readonly number[]).map((category) => [...combination, category]),
          );
        for (const combination of combinations) {
          const cell = grid.cells.get(grid.keys.numberOf(combination));
          if (cell === undefined) continue;
          for (const own of table.countsOf[cell] as readonly number[]) counts.add(own);
        }
      }
      return counts;
    };
    for (const own of collect()) relations.of(own);
    const counts = collect();
    if (!axes.some((axis) => axis.periodsOverlap)) return [...counts];
    for (const own of counts)
      for (const { relation } of relations.of(own))
        for (const other of relation.counts) if (table.cellOf[other] === -1) counts.add(other);
    return [...counts];
  };
  return { blockOf, countsIn };
}

const smallestGroup = 4;

/** Whether nothing ties the categories of a dimension to each other. */
export const isApart = ({ nested, periodsOverlap, equations }: Axis): boolean =>
  !nested && !periodsOverlap && equations.length === 0;

/** What stands in what along a dimension. */
interface Nest {
  /** The categories that hold no others, those that hang together beside each other. */
  readonly leaves: readonly number[];
  /** By category: all that hold it. */
  readonly above: readonly (readonly number[])[];
}

function nestOf(axis: Axis): Nest {
  if (axis.periods && axis.periodsOverlap) return nestOfPeriods(axis.periods);
  const leaves = [...axis.ids.keys()].filter((category) => axis.children[category]?.length === 0);
  return { leaves: leaves.sort((a, b) => comparePaths(axis, a, b)), above: axis.above };
}

/** A quarter stands in the year that it is part of, whatever the definition says of either. */
function nestOfPeriods(periods: readonly Period[]): Nest {
  const order = [...periods.keys()].sort((a, b) => holderFirst(periods[a] as Period, periods[b] as Period));
  const above = periods.map((): number[] => []);
  const holding = new Set<number>();
  let open: readonly number[] = [];
  // Those that hold others begin before them, or with them and end later.
  for (const number of order) {
    const { start, endExclusive } = periods[number] as Period;
    open = open.filter((other) => (periods[other] as Period).endExclusive > start);
    for (const other of open)
      if ((periods[other] as Period).endExclusive >= endExclusive) {
        (above[number] as number[]).push(other);
        holding.add(other);
      }
    open = [...open, number];
  }
  return { leaves: order.filter((number) => !holding.has(number)), above };
}

/** Earliest first; of those that begin together, the longest. */
function holderFirst(a: Period, b: Period): number {
  return compareText(a.start, b.start) || compareText(b.endExclusive, a.endExclusive);
}

function sizeOfGroup(axis: Axis, { leaves, above }: Nest, cuts: number): number {
  if (isApart(axis)) return 1;
  if (axis.periodsOverlap) return Math.ceil(axis.ids.length / cuts);
  const depth = Math.max(0, ...above.map((path) => path.length));
  return Math.ceil(leaves.length / cuts) + depth;
}

function groupsOf({ leaves, above }: Nest, cuts: number) {
  const size = Math.ceil(leaves.length / cuts);
  const members: number[][] = [];
  const groupOf: number[] = [];
  for (let start = 0; start < leaves.length; start += size) {
    const group = leaves.slice(start, start + size);
    const all = new Set(group.flatMap((leaf) => [leaf, ...(above[leaf] as readonly number[])]));
    for (const category of all) groupOf[category] ??= members.length;
    members.push([...all]);
  }
  return { members, groupOf };
}

/** Categories of one parent stand together. */
function comparePaths({ above }: Axis, a: number, b: number): number {
  const pathOf = (leaf: number) => [leaf, ...(above[leaf] as readonly number[])].reverse();
  const other = pathOf(b);
  // Neither of two leaves holds the other, so that their paths part.
  for (const [depth, category] of pathOf(a).entries())
    if (category !== other[depth]) return category - (other[depth] as number);
  return 0;
}

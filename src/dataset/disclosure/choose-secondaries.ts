import { type Attack, roomIn } from "./alternative.ts";
import { blockAround, isLarge } from "./block.ts";
import type { CountTable } from "./count-table.ts";
import { categoryIn } from "./count-table.ts";
import { type Move, moved, movesOf, rangeOf } from "./moves.ts";
import type { Relation } from "./relations.ts";
import type { ProgramRow } from "./solver.ts";

/** What a choice of cells costs those who wanted to read them. */
export function costOf({ table, publication }: Pick<Attack, "table" | "publication">, cell: number): number {
  const counts = table.countsOf[cell] as readonly number[];
  const value = Math.max(0, ...counts.map((count) => table.values[count] as number));
  // A reader may know that a zero is one, and then it protects nothing.
  const own = value === 0 ? zeroCost * (publication.rule.to + 1) : value;
  return own * totalCost ** levelOf(table, cell);
}

const zeroCost = 10;
/** A total is read more than its parts: each dimension that it is a total of makes it so many times dearer. */
const totalCost = 4;

function levelOf(table: CountTable, cell: number): number {
  const grid = table.gridOf[cell];
  const key = table.keyOf[cell];
  if (!grid || key === undefined) return 0;
  return grid.axes.filter((axis, index) => axis.children[categoryIn(grid, key, index)]?.length).length;
}

/** Counts and cells that the solver chooses among. */
const neighbourhoods = [80, 400];
/** Cells of one relation that are candidates: all of a small one, the cheapest of a large one. */
const perRelation = 24;

/**
 * The cheapest cells to hide so that a count can take each of some values, each in a table of its own (Kelly, Golden and
 * Assad; Fischetti and Salazar). For tables of many cells, the cheapest box. Undefined where no choice of cells does.
 */
export function chooseSecondaries(
  attack: Attack,
  count: number,
  { values, whole = false }: { readonly values: readonly number[]; readonly whole?: boolean },
): Choice | undefined {
  const box = isLarge(attack, count) && !whole ? cheapestBox(attack, count, values) : undefined;
  if (box) return box;
  let before = 0;
  for (const counts of neighbourhoodsOf(attack, count)) {
    if (counts.length === before) break;
    before = counts.length;
    const found = cheapestCells(attack, { count, values, counts, whole });
    if (found) return found;
  }
  return cheapestBox(attack, count, values);
}

export interface Choice {
  readonly cells: readonly number[];
  readonly cost: number;
  /** The box that the cells are corners of, where a box was looked for. */
  readonly move?: Move;
}

/** Whether a cell may be hidden for the sake of others. */
function isCandidate({ table, publication }: Attack, count: number): boolean {
  const cell = table.cellOf[count] as number;
  return cell >= 0 && !publication.isHidden(count) && publication.statusOf(cell) === "shown";
}

const triedBoxes = 150;

function cheapestBox(attack: Attack, count: number, values: readonly number[]): Choice | undefined {
  const { table, publication } = attack;
  const own = table.values[count] as number;
  const [down, up] = [Math.min(0, ...values.map((v) => v - own)), Math.max(0, ...values.map((v) => v - own))];
  const preference = (cell: number) => {
    const first = table.countsOf[cell]?.[0] as number;
    // A hidden cell is free, if it is large enough to give way.
    return publication.isHidden(first) && (table.values[first] as number) >= up - down ? 0 : costOf(attack, cell);
  };
  let best: Choice | undefined;
  let tried = 0;
  for (const move of movesOf(attack, count, preference)) {
    tried += 1;
    if (tried > triedBoxes) break;
    const [least, most] = rangeOf(attack, move, (other) => isCandidate(attack, other));
    if (least > down || most < up) continue;
    const cells = move.counts
      .filter((other, index) => {
        const single = { counts: [other], signs: [move.signs[index] as number] };
        const [low, high] = rangeOf(attack, single);
        return low > down || high < up;
      })
      .map((other) => table.cellOf[other] as number);
    const cost = cells.reduce((sum, cell) => sum + costOf(attack, cell), 0);
    if ((!best || cost < best.cost) && isPossibleWith(attack, { cells, move, shifts: [down, up] }))
      best = { cells, cost, move };
  }
  return best;
}

interface Trial {
  readonly cells: readonly number[];
  readonly move: Move;
  readonly shifts: readonly number[];
}

/** Whether a move can be made by so much if some more cells are hidden. */
function isPossibleWith(attack: Attack, { cells, move, shifts }: Trial): boolean {
  const { publication } = attack;
  for (const cell of cells) publication.setStatus(cell, "secondary");
  const possible = shifts.every((shift) => moved(attack, move, shift) !== undefined);
  for (const cell of cells) publication.setStatus(cell, "shown");
  return possible;
}

/** Siblings of a category that a block of a large table takes in. */
const blockSizes = [2, 4];

function* neighbourhoodsOf(attack: Attack, count: number): Generator<readonly number[]> {
  const { publication } = attack;
  if (isLarge(attack, count)) {
    for (const siblings of blockSizes) {
      yield blockAround(attack, count, siblings).filter(
        (other) => isCandidate(attack, other) || publication.low(other) < publication.high(other),
      );
    }
  } else {
    for (const limit of neighbourhoods) yield neighbourhood(attack, count, limit);
  }
}

/** The counts around one that can differ from the truth, or could if they were hidden, nearest first. */
function neighbourhood(attack: Attack, start: number, limit: number): readonly number[] {
  const { table, relations, publication } = attack;
  const found = new Set([start]);
  for (const count of found) {
    if (found.size >= limit) break;
    for (const { relation } of relations.of(count)) {
      const others = relation.counts.filter((other) => !found.has(other));
      const free = others.filter((other) => publication.isHidden(other));
      const rest = others
        .filter((other) => !publication.isHidden(other))
        .filter((other) => isCandidate(attack, other) || publication.low(other) < publication.high(other));
      const cheapest =
        rest.length <= perRelation
          ? rest
          : rest
              .map((other) => ({ other, cost: costOf(attack, table.cellOf[other] as number) }))
              .sort((a, b) => a.cost - b.cost || a.other - b.other)
              .slice(0, perRelation)
              .map(({ other }) => other);
      for (const other of [...free, ...cheapest]) found.add(other);
    }
  }
  return [...found];
}

interface ChoiceInput {
  readonly count: number;
  readonly values: readonly number[];
  readonly counts: readonly number[];
  readonly whole: boolean;
}

/**
 * A programme with a yes or no for each cell that may be hidden, and for each value a set of changes that leads there:
 * only hidden cells may change by more than their rounding.
 */
function cheapestCells(attack: Attack, { count, values, counts, whole }: ChoiceInput): Choice | undefined {
  const { table, publication, solver } = attack;
  const own = table.values[count] as number;
  const cells = [
    ...new Set(counts.filter((other) => isCandidate(attack, other)).map((c) => table.cellOf[c] as number)),
  ];
  const choiceOf = new Map(cells.map((cell, index) => [cell, index]));
  const costs = cells.map((cell) => costOf(attack, cell));
  const lower = cells.map(() => 0);
  const upper = cells.map(() => 1);
  const isWhole = cells.map(() => true);
  const rows: ProgramRow[] = [];
  const reach = 2 * Math.max(...values.map((value) => Math.abs(value - own))) + publication.rule.base;
  for (const value of values) {
    const first = costs.length;
    for (const [index, other] of counts.entries()) {
      const truth = table.values[other] as number;
      const [down, up] = [publication.low(other) - truth, publication.high(other) - truth];
      const choice = choiceOf.get(table.cellOf[other] as number);
      const column = first + index;
      costs.push(0);
      isWhole.push(whole);
      if (other === count) {
        lower.push(value - own);
        upper.push(value - own);
      } else if (choice === undefined) {
        lower.push(Math.max(down, -reach));
        upper.push(Math.min(up, reach));
      } else {
        lower.push(Math.max(-truth, -reach));
        upper.push(reach);
        rows.push(
          {
            columns: [column, choice],
            factors: [1, -reach],
            lower: Number.NEGATIVE_INFINITY,
            upper: Math.min(up, reach),
          },
          {
            columns: [column, choice],
            factors: [1, reach],
            lower: Math.max(down, -reach),
            upper: Number.POSITIVE_INFINITY,
          },
        );
      }
    }
    rows.push(...relationRows(attack, counts, first));
  }
  const solution = solver?.solve({ costs, lower, upper, whole: isWhole, rows });
  if (!solution) return undefined;
  const chosen = cells.filter((_, index) => (solution[index] as number) > 0.5);
  return { cells: chosen, cost: chosen.reduce((sum, cell) => sum + costOf(attack, cell), 0) };
}

function relationRows({ relations, table }: Attack, counts: readonly number[], first: number): readonly ProgramRow[] {
  const rows = new Map<Relation, { columns: number[]; factors: number[] }>();
  for (const [index, count] of counts.entries()) {
    for (const { relation, sign } of relations.of(count)) {
      const row = rows.get(relation) ?? { columns: [], factors: [] };
      rows.set(relation, row);
      row.columns.push(first + index);
      row.factors.push(sign);
    }
  }
  return [...rows].map(([relation, row]) => ({
    ...row,
    lower: relation.kind === "equal" ? 0 : Number.NEGATIVE_INFINITY,
    upper: relation.kind === "equal" ? 0 : roomIn(table, relation),
  }));
}

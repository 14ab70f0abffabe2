import { groupBy } from "../group-by.ts";
import type { CountTable } from "./count-table.ts";
import type { PastCells } from "./past-cells.ts";
import type { PastEquation, PastRelations } from "./past-relations.ts";
import type { ProgramRow, Solver } from "./solver.ts";

interface Input {
  readonly table: CountTable;
  readonly past: Pick<PastCells, "told">;
  readonly relations: PastRelations;
  readonly solver: Solver;
}

/** What it costs that an equation does not hold, and that a count which was hidden is more than nothing, against one of a rounded figure. */
const breakCost = 1e4;
const hiddenCost = 10;

/**
 * Gives counts of earlier releases that were shown rounded values that they may have had together. What is tried for a hidden count starts from
 * there: from values that the figures of their release do not allow, it would seem to have room that it has not.
 */
export function balancePast(input: Input): void {
  const { table, relations } = input;
  // Relations make the counts of earlier releases that they need.
  for (let count = 0; count < table.values.length; count += 1)
    if (!Number.isNaN(table.values[count])) relations.of(count);
  for (const equations of groupsOf(input, relations.equations())) balance(input, equations);
}

/** Whether a count is of no cell that this edition has. */
const isFree = ({ table, past }: Input, count: number): boolean =>
  table.latent.has(count) && (table.cellOf[count] === -1 || past.told.has(count) || isOfGone(table, count));

/** Whether the cell of a count is gone: it stands in no grid. */
const isOfGone = ({ gridOf, cellOf }: CountTable, count: number): boolean =>
  gridOf[cellOf[count] as number]?.measure === "";

/** Equations that have counts of earlier releases in common. */
function groupsOf(input: Input, equations: readonly PastEquation[]): readonly (readonly PastEquation[])[] {
  const free = equations.flatMap((equation) =>
    equation.counts.filter((count) => isFree(input, count)).map((count) => ({ count, equation })),
  );
  const byCount = groupBy(free, ({ count }) => count);
  const seen = new Set<PastEquation>();
  return equations.flatMap((equation) => {
    if (seen.has(equation)) return [];
    const group = new Set([equation]);
    for (const { counts } of group)
      for (const count of counts) for (const { equation: other } of byCount.get(count) ?? []) group.add(other);
    for (const own of group) seen.add(own);
    return [[...group]];
  });
}

function balance(input: Input, equations: readonly PastEquation[]): void {
  const { table, past, solver } = input;
  const free = [...new Set(equations.flatMap(({ counts }) => counts))].filter((count) => isFree(input, count));
  if (!free.some((count) => past.told.has(count)) || equations.every((own) => lackOf(table, own) === 0)) return;
  const indexOf = new Map(free.map((count, index) => [count, index]));
  const costs: number[] = [];
  const upper: number[] = [];
  for (const count of free) {
    const value = table.values[count] as number;
    const { from = 0, to = Number.POSITIVE_INFINITY } = past.told.get(count) ?? {};
    const cost = past.told.has(count) ? 1 : hiddenCost;
    costs.push(cost, cost);
    upper.push(Math.max(0, to - value), Math.max(0, value - from));
  }
  const rows = equations.map((equation): ProgramRow => {
    const columns = [costs.length, costs.length + 1];
    const factors = [1, -1];
    costs.push(breakCost, breakCost);
    upper.push(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    for (const [position, count] of equation.counts.entries()) {
      const index = indexOf.get(count);
      const sign = equation.signs[position] as number;
      if (index === undefined) continue;
      columns.push(2 * index, 2 * index + 1);
      factors.push(sign, -sign);
    }
    const lack = lackOf(table, equation);
    return { columns, factors, lower: lack, upper: lack };
  });
  const found = solver.solve({
    costs,
    lower: costs.map(() => 0),
    upper,
    whole: costs.map(() => true),
    rows,
  });
  if (!found) return;
  for (const [index, count] of free.entries())
    table.values[count] =
      (table.values[count] as number) + Math.round((found[2 * index] as number) - (found[2 * index + 1] as number));
}

/** What the counts of an equation would have to come to beyond what they do. */
const lackOf = ({ values }: CountTable, { counts, signs, known }: PastEquation): number =>
  -counts.reduce((sum, count, index) => sum + (signs[index] as number) * (values[count] as number), known);

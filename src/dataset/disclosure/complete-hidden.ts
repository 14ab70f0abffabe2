import type { CountBounds } from "../cell.ts";
import type { CountTable } from "./count-table.ts";
import { anyCount } from "./publication.ts";
import type { Relation, Relations } from "./relation.ts";
import { type ProgramRow, type Solver, tolerance } from "./solver.ts";

interface Completion {
  readonly table: CountTable;
  readonly relations: Pick<Relations, "of" | "drop">;
  readonly solver: Solver;
  /** By count: what readers of earlier editions take it for. It is so where that leaves the figures of now possible. */
  readonly expected?: ReadonlyMap<number, CountBounds> | undefined;
}

/** What breaking a relation costs, against one person more or less in a hidden cell. */
const breakCost = 1e4;

/**
 * Gives the counts that the publisher hides values that they may have, as a place for the attack to start from. A relation
 * that the published figures leave no room for is dropped: whoever trusts it is misled.
 * @returns the counts that no values could be found for.
 */
export function completeHidden({ table, relations, solver, expected = new Map() }: Completion): readonly number[] {
  const failed: number[] = [];
  for (let count = 0; count < table.values.length; count += 1) {
    if (!isUnknown(table, count)) continue;
    const { counts, rows } = unknownAround({ table, relations }, count);
    const isExpected = counts.some((member) => expected.has(member));
    const likely = isExpected ? valuesFor({ table, solver, expected }, counts, rows) : undefined;
    const put = (values: readonly number[] | undefined) => {
      for (const [index, member] of counts.entries()) table.values[member] = values?.[index] ?? 0;
    };
    put(likely);
    if (!likely || rows.some((relation) => isBroken(table, relation))) {
      for (const member of counts) table.values[member] = Number.NaN;
      const values = valuesFor({ table, solver }, counts, rows);
      put(values);
      if (!values) failed.push(...counts);
    }
    for (const relation of rows) if (isBroken(table, relation)) relations.drop(relation);
  }
  return failed;
}

const isUnknown = ({ values }: CountTable, count: number): boolean => Number.isNaN(values[count] as number);

/** The unknown counts that relations tie to one, and these relations. */
function unknownAround({ table, relations }: Omit<Completion, "solver">, count: number) {
  const group = new Set([count]);
  const rows = new Set<Relation>();
  for (const member of group) {
    for (const { relation } of relations.of(member)) {
      rows.add(relation);
      for (const other of relation.counts) if (isUnknown(table, other)) group.add(other);
    }
  }
  return { counts: [...group], rows: [...rows] };
}

function isBroken({ values }: CountTable, { kind, counts, signs, known = 0 }: Relation): boolean {
  const sum = counts.reduce(
    (total, count, index) => total + (signs[index] as number) * (values[count] as number),
    known,
  );
  return kind === "equal" ? sum !== 0 : sum > 0;
}

function valuesFor(
  { table, solver, expected }: Omit<Completion, "relations">,
  counts: readonly number[],
  relations: readonly Relation[],
): readonly number[] | undefined {
  const columnOf = new Map(counts.map((count, index) => [count, index]));
  const slack = counts.length;
  const rows = relations.map((relation, index): ProgramRow => {
    const columns: number[] = [slack + 2 * index, slack + 2 * index + 1];
    const factors: number[] = [1, -1];
    let { known = 0 } = relation;
    for (const [position, count] of relation.counts.entries()) {
      const sign = relation.signs[position] as number;
      const column = columnOf.get(count);
      if (column === undefined) known += sign * (table.values[count] as number);
      else {
        columns.push(column);
        factors.push(sign);
      }
    }
    return { columns, factors, lower: relation.kind === "equal" ? -known : Number.NEGATIVE_INFINITY, upper: -known };
  });
  const size = slack + 2 * relations.length;
  const costs = Array.from({ length: size }, (_, index) => (index < slack ? 1 : breakCost));
  const boundsOf = (index: number) => {
    const count = counts[index] ?? -1;
    return expected?.get(count) ?? table.bounds.get(count) ?? anyCount;
  };
  const solve = (whole: boolean) =>
    solver.solve({
      costs,
      lower: costs.map((_, index) => boundsOf(index).from),
      upper: costs.map((_, index) => boundsOf(index).to),
      whole: costs.map(() => whole),
      rows,
    });
  const relaxed = solve(false);
  const isWhole = relaxed?.every((value) => Math.abs(value - Math.round(value)) < tolerance);
  const found = isWhole ? relaxed : solve(true);
  return found?.slice(0, slack).map((value) => Math.max(0, Math.round(value)));
}

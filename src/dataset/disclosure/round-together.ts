import type { CountTable } from "./count-table.ts";
import type { Publication } from "./publication.ts";
import type { Relation, Relations } from "./relation.ts";
import type { ProgramRow, Solver } from "./solver.ts";

interface Rounding {
  readonly table: CountTable;
  readonly relations: Relations;
  readonly publication: Publication;
  readonly solver: Solver;
}

/** Counts that can be rounded together: beyond, the programme would take minutes. */
const largestGroup = 4000;

/**
 * Rounds each count that is shown to the multiple below or above, so that wholes are the sums of their parts wherever all
 * of them are shown, and as near to the truth as that allows (controlled rounding; Cox 1987).
 * @returns the counts of a group that cannot be rounded so.
 */
export function roundTogether({ table, relations, publication, solver }: Rounding): readonly number[] {
  const seen = new Set<number>();
  const isShown = (count: number) => !publication.isHidden(count);
  for (let start = 0; start < table.values.length; start += 1) {
    if (seen.has(start) || !isShown(start)) continue;
    const group = new Set([start]);
    const whole = new Set<Relation>();
    for (const count of group) {
      seen.add(count);
      for (const { relation } of relations.of(count)) {
        // What is published of a whole stays as it is: rounded parts may come to more.
        if (relation.known !== undefined || !relation.counts.every(isShown)) continue;
        whole.add(relation);
        for (const other of relation.counts) group.add(other);
      }
    }
    const counts = [...group];
    const values =
      counts.length > largestGroup ? undefined : roundGroup({ table, publication, solver }, counts, [...whole]);
    if (!values) return counts;
    for (const [index, count] of counts.entries()) publication.setRounded(count, values[index] as number);
  }
  return [];
}

function roundGroup(
  { table, publication, solver }: Omit<Rounding, "relations">,
  counts: readonly number[],
  relations: readonly Relation[],
): readonly number[] | undefined {
  const { base } = publication.rule;
  const below = counts.map((count) => {
    const value = table.values[count] as number;
    const isKnown = publication.statusOf(table.cellOf[count] as number) === "known";
    return isKnown ? value : Math.floor(value / base) * base;
  });
  const rest = counts.map((count, index) => (table.values[count] as number) - (below[index] as number));
  if (relations.length === 0) return counts.map((count) => publication.rounded(count));
  const columnOf = new Map(counts.map((count, index) => [count, index]));
  const rows = relations.map(({ kind, counts: members, signs }): ProgramRow => {
    const columns = members.map((count) => columnOf.get(count) as number);
    const known = columns.reduce((sum, column, index) => sum + (signs[index] as number) * (below[column] as number), 0);
    return {
      columns,
      factors: signs.map((sign) => sign * base),
      lower: kind === "equal" ? -known : Number.NEGATIVE_INFINITY,
      upper: -known,
    };
  });
  const solution = solver.solve({
    costs: rest.map((value) => base - 2 * value),
    lower: rest.map(() => 0),
    upper: rest.map((value) => (value === 0 ? 0 : 1)),
    whole: rest.map(() => true),
    rows,
  });
  return solution && below.map((value, index) => value + base * Math.round(solution[index] as number));
}

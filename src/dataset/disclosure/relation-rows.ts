import { roomIn } from "./alternative.ts";
import type { Attack } from "./attack.ts";
import type { Relation } from "./relation.ts";
import type { ProgramRow } from "./solver.ts";

/** The relations between some counts as rows of a programme, which has a column for the change of each, from `first` on. */
export function relationRows(
  { relations, table }: Attack,
  counts: readonly number[],
  first = 0,
): readonly ProgramRow[] {
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

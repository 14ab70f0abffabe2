import { roomIn } from "./alternative.ts";
import type { Attack } from "./attack.ts";
import type { Relation } from "./relation.ts";
import type { ProgramRow } from "./solver.ts";

interface Columns {
  /** The first column of the first count. */
  readonly first?: number;
  /** Columns of a count, for what it gains and loses by turns; one alone is for its change. */
  readonly width?: number;
}

/** The relations between some counts as rows of a programme, in terms of how each changes; other counts stay as they are. */
export function relationRows(
  { relations, table }: Pick<Attack, "relations" | "table">,
  counts: readonly number[],
  { first = 0, width = 1 }: Columns = {},
): readonly ProgramRow[] {
  const rows = new Map<Relation, { columns: number[]; factors: number[] }>();
  for (const [index, count] of counts.entries()) {
    for (const { relation, sign } of relations.of(count)) {
      const row = rows.get(relation) ?? { columns: [], factors: [] };
      rows.set(relation, row);
      for (let column = 0; column < width; column += 1) {
        row.columns.push(first + index * width + column);
        row.factors.push(column % 2 === 0 ? sign : -sign);
      }
    }
  }
  return [...rows].map(([relation, row]) => ({
    ...row,
    lower: relation.kind === "equal" ? 0 : Number.NEGATIVE_INFINITY,
    upper: relation.kind === "equal" ? 0 : roomIn(table, relation),
  }));
}

import type { Alternative, Attack } from "../../../src/dataset/disclosure/attack.ts";
import { createBlocks } from "../../../src/dataset/disclosure/blocks.ts";
import { createCosts } from "../../../src/dataset/disclosure/cost-of-hiding.ts";
import type { DisclosureRule } from "../../../src/dataset/disclosure/disclosure-spec.ts";
import { createLines } from "../../../src/dataset/disclosure/lines.ts";
import { nestingsOf } from "../../../src/dataset/disclosure/nesting.ts";
import { type CellStatus, createPublication, secondariesOf } from "../../../src/dataset/disclosure/publication.ts";
import { createRelations } from "../../../src/dataset/disclosure/relations.ts";
import { loadSolver } from "../../../src/dataset/disclosure/solver.ts";
import { type Measure, tableOf } from "./made-table.ts";

export const rule: DisclosureRule = { name: "own", from: 1, to: 4, width: 4, base: 1, together: false };

/** Files of tests share it, so that none of them may dispose of it. */
const solver = await loadSolver();

interface Setting extends Measure {
  readonly rule?: Partial<DisclosureRule>;
  /** Places by what is done with them: `{ "a x": "primary" }`. */
  readonly statuses?: Readonly<Record<string, CellStatus>>;
  /** What hiding costs, by place; as in a real table where none are given, and 1 where one is lacking. */
  readonly costs?: Readonly<Record<string, number>>;
}

/** An attack on a table of one measure, and what it says of cells in terms of their places. */
export function attackOn({ rule: own = {}, statuses = {}, costs, ...measure }: Setting) {
  const { table, countAt } = tableOf([measure]);
  const places = Object.keys(measure.cells);
  const cellAt = (place: string) => table.cellOf[countAt(place)] as number;
  const placeOf = new Map(places.map((place) => [cellAt(place), place]));
  const relations = createRelations(table, { nestings: nestingsOf(table) });
  const publication = createPublication(table, { ...rule, ...own });
  for (const [place, status] of Object.entries(statuses)) publication.setStatus(cellAt(place), status);
  const costOf = costs
    ? (cell: number) => costs[placeOf.get(cell) ?? ""] ?? 1
    : createCosts(table, publication.rule, []);
  const parts = { table, relations, publication, solver, costOf };
  const attack: Attack = { ...parts, blocks: createBlocks(parts), lines: createLines(parts), work: { corners: 0 } };
  const sayCells = (cells: readonly number[]) => cells.map((cell) => placeOf.get(cell) ?? "nobody's").sort();
  return {
    attack,
    countAt,
    cellAt,
    sayCells,
    /** The places that are hidden for the sake of others. */
    secondaries: () => sayCells(secondariesOf(publication)),
    /** What an alternative changes: `{ a: 5, b: 2 }`. */
    say: (alternative: Alternative | string | undefined) =>
      typeof alternative === "object"
        ? Object.fromEntries(
            [...alternative].map(([count, value]) => [placeOf.get(table.cellOf[count] as number) ?? "nobody's", value]),
          )
        : alternative,
  };
}

/** The numbers of a table with all its margins, by place: `all`, then each row; so for columns. */
export function withMargins(
  rows: Readonly<Record<string, readonly number[]>>,
  columns: readonly string[],
): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const [row, values] of Object.entries({
    all: columns.map((_, index) => Object.values(rows).reduce((sum, own) => sum + (own[index] as number), 0)),
    ...rows,
  })) {
    cells[`${row} all`] = values.reduce((sum, value) => sum + value, 0);
    for (const [index, column] of columns.entries()) cells[`${row} ${column}`] = values[index] as number;
  }
  return cells;
}

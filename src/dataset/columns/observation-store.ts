import type { Observation } from "../observation.ts";
import type { CodedColumn } from "./coded-column.ts";
import { type GroupedRows, type GroupTable, groupRows, restoreRowGroups, sortGroups } from "./group-rows.ts";
import {
  allRows,
  type CategoryColumn,
  cellKeys,
  type ObservationColumns,
  observationAt,
} from "./observation-columns.ts";

/** The observations of a dataset, found by their cell. Objects are made of those that are asked for, and once. */
export interface ObservationStore {
  readonly columns: ObservationColumns;
  readonly observations: readonly Observation[];
  /** The observations of one cell, in the order of the dataset. */
  lookup(measure: string, at: Readonly<Record<string, string>>): readonly Observation[];
  has(measure: string, at: Readonly<Record<string, string>>): boolean;
  /** The rows of one cell, in the same order. */
  rowsAt(measure: string, at: Readonly<Record<string, string>>): readonly number[];
  /** The observation of a row. */
  observation(row: number): Observation;
  /** Visits each cell of a measure: its first row, and how many it has. */
  forEachCell(measure: string, visit: (first: number, count: number) => void): void;
  /** What cells are found by, as plain data: another store of the same columns need not make it again. */
  cellTable(): CellTable;
}

/** Of so many rows, as a power of two, the observations that were made stand in one list. */
const rowsInPart = 8;

/** The rows of each cell. */
export interface CellTable extends GroupedRows {
  readonly groups: GroupTable;
}

/** @param known what its cells are found by, of a store of the same columns. */
export function createObservationStore(columns: ObservationColumns, known?: CellTable): ObservationStore {
  // By parts of the rows: claims of one area read rows that stand near each other.
  const made: (Observation | undefined)[][] = [];
  let all: readonly Observation[] | undefined;
  let index: CellIndex | undefined;

  const observation = (row: number): Observation => {
    if (all) return all[row] as Observation;
    const part = row >>> rowsInPart;
    let near = made[part];
    if (!near) {
      near = new Array<Observation | undefined>(2 ** rowsInPart);
      made[part] = near;
    }
    const own = near[row & (2 ** rowsInPart - 1)] ?? observationAt(columns, row);
    near[row & (2 ** rowsInPart - 1)] = own;
    return own;
  };
  const cells = (): CellIndex => {
    index ??= createCellIndex(columns, known);
    return index;
  };
  return {
    columns,
    get observations() {
      all ??= Array.from({ length: columns.length }, (_, row) => observation(row));
      return all;
    },
    lookup(measure, at) {
      const rows = cells().rowsAt(measure, at);
      // Nearly all cells have one row.
      return rows.length === 1 ? [observation(rows[0] as number)] : rows.map(observation);
    },
    has: (measure, at) => cells().rowsAt(measure, at).length > 0,
    rowsAt: (measure, at) => cells().rowsAt(measure, at),
    observation,
    forEachCell: (measure, visit) => cells().forEach(measure, visit),
    cellTable: () => cells().table,
  };
}

interface CellIndex {
  readonly table: CellTable;
  rowsAt(measure: string, at: Readonly<Record<string, string>>): readonly number[];
  forEach(measure: string, visit: (first: number, count: number) => void): void;
}

function createCellIndex(columns: ObservationColumns, known?: CellTable): CellIndex {
  const { measure, categoryColumns, dimensionIndices } = columns;
  const table = known ?? createCellTable(columns);
  const { positions, starts } = table;
  const groups = restoreRowGroups(cellKeys(columns), table.groups);
  const rowsOf = (cell: number): readonly number[] => {
    const start = starts[cell] as number;
    const rows = [positions[start] as number];
    for (let index = start + 1; index < (starts[cell + 1] as number); index += 1) rows.push(positions[index] as number);
    return rows;
  };
  const measures = codesOf(measure);
  const categories = categoryColumns.map(codesOf);
  const wanted = new Uint32Array(categoryColumns.length + 1);
  return {
    table,
    rowsAt(name, at) {
      const code = measures.get(name);
      if (code === undefined) return [];
      wanted.fill(0);
      wanted[0] = code;
      for (const index of dimensionIndices[code] ?? []) {
        const id = at[(categoryColumns[index] as CategoryColumn).dimension];
        const category = id === undefined ? 0 : categories[index]?.get(id);
        if (category === undefined) return [];
        wanted[index + 1] = category;
      }
      const cell = groups.find(wanted);
      return cell === undefined ? [] : rowsOf(cell);
    },
    forEach(name, visit) {
      const code = measures.get(name);
      for (let cell = 0; cell < groups.count; cell += 1) {
        const first = groups.firsts[cell] as number;
        if (measure.codes[first] === code) visit(first, (starts[cell + 1] as number) - (starts[cell] as number));
      }
    },
  };
}

function createCellTable(columns: ObservationColumns): CellTable {
  const grouped = groupRows(cellKeys(columns), allRows(columns));
  return { groups: grouped.groups.table, ...sortGroups(grouped) };
}

const codesOf = ({ values }: CodedColumn<string>): ReadonlyMap<string, number> =>
  new Map(values.map((value, code) => [value, code]));

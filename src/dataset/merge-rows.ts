import type { Problems } from "../diagnostics/index.ts";
import { sumOfCells } from "./cell.ts";
import { type ColumnsBuilder, createColumnsBuilder } from "./columns/build-columns.ts";
import { cellAt, sameCell, setCell, stateCode } from "./columns/cell-columns.ts";
import { createRowGroups } from "./columns/group-rows.ts";
import type { ObservationColumns } from "./columns/observation-columns.ts";
import type { DatasetSpec } from "./definition.ts";
import { isAdditive, type MeasureSpec } from "./measure-spec.ts";

/** Where a row stands in its file: errors name it, and nothing else ever does. */
export interface RowLocation {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly field?: string;
}

/** A column of figures in a file. */
export interface FigureColumn {
  readonly file: string;
  readonly sheet: string | undefined;
  /** Its heading. */
  readonly field: string;
}

/** Takes the figures of rows into columns, each cell of a source and vintage once. */
export interface RowMerger {
  /** Whoever has a figure sets its codes at `next`, and then takes it in. */
  readonly columns: ColumnsBuilder;
  readonly next: number;
  /** Makes a column known. @returns its number. */
  addColumn(column: FigureColumn): number;
  /**
   * @param column its number.
   * @param row as a spreadsheet numbers it.
   */
  take(column: number, row: number): void;
  finish(): ObservationColumns;
}

/**
 * One cell, source and vintage is one observation, whatever the order of the rows. A row that repeats the same value adds
 * its status and its note; one that leaves a cell empty which another row fills yields to it; two values are an error,
 * since nobody could say which one holds. Where the layout says so, counts of rows of one cell are added up instead, or two values are none.
 * @param most how many figures there may be.
 */
export function createRowMerger(spec: DatasetSpec, most: number, problems: Problems): RowMerger {
  const columns = createColumnsBuilder(spec, most);
  const { measure, categoryColumns, source, vintage, statuses, note, cells } = columns;
  const editions = createRowGroups(
    [measure, ...categoryColumns, source, vintage].map(({ codes }) => codes),
    most,
  );
  const figureColumns: FigureColumn[] = [];
  const columnOf = new Uint32Array(most);
  const rowNumbers = new Uint32Array(most);
  let length = 0;

  const isSum = spec.layout?.repeatedRows === "sum";
  const added = new Set(
    Object.keys(spec.measures).filter(
      (id) => id === spec.layout?.counted || (isSum && isAdditive(spec.measures[id] as MeasureSpec)),
    ),
  );
  const isLeftOut = spec.layout?.repeatedRows === "leave-out";
  const leftOut = new Set<number>();
  const isAdded = (row: number): boolean => added.has(measure.values[measure.codes[row] as number] ?? "");
  const isEmpty = (row: number): boolean => cells.states[row] === stateCode["not-supplied"];

  function setLocation(row: number, column: number, rowNumber: number): void {
    columnOf[row] = column;
    rowNumbers[row] = rowNumber;
  }

  function add(row: number, to: number): void {
    const own = statuses.values[statuses.codes[row] as number] ?? [];
    const known = statuses.values[statuses.codes[to] as number] ?? [];
    statuses.codes[to] = statuses.codeOf(inOrder([...known, ...own]));
    const words = [to, row].flatMap((each) => (note.values[note.codes[each] as number] ?? "").split(noteBreak));
    note.codes[to] = note.codeOf(inOrder(words.filter(Boolean)).join(noteBreak));
  }

  /** Of data that hides small counts, one that nobody knows is hidden, so that no total gives away what might have to be. */
  function leaveOut(known: number, column: number, rowNumber: number): void {
    const id = measure.values[measure.codes[known] as number] ?? "";
    const isHidden = spec.disclosure !== undefined && spec.measures[id]?.statType === "count";
    problems.warn(id, {
      ...contradiction(known, column, rowNumber),
      hint: `Its figure is not read: layout.repeatedRows is "leave-out". Correct the data, or tell the rows apart by a dimension.`,
    });
    setCell(cells, known, isHidden ? { state: "suppressed" } : { state: "missing", reason: "unavailable" });
    leftOut.add(known);
  }

  function contradiction(known: number, column: number, rowNumber: number) {
    const locationOf = (of: number, row: number) => ({ ...(figureColumns[of] as FigureColumn), row });
    const one = locationOf(columnOf[known] as number, rowNumbers[known] as number);
    const other = locationOf(column, rowNumber);
    const { field: _, ...source } = other;
    return {
      code: "contradictory-rows",
      message: `The ${describeLocation(one, other)} and the ${describeLocation(other, one)} give different values for the same cell, source and vintage.`,
      hint: `Remove one, leave it out by layout.rows, or tell them apart by a dimension, or by a column for the vintage; layout.repeatedRows: "leave-out" reads none of such figures. Rows that are cases: layout.repeatedRows: "sum" adds counts up, { rowNumber: "Case {}" } makes each a category.`,
      source,
    } as const;
  }

  return {
    columns,
    get next() {
      return length;
    },
    addColumn: (column) => figureColumns.push(column) - 1,
    take(column, rowNumber) {
      const row = length;
      const known = editions.firsts[editions.add(row)] as number;
      if (known === row) {
        setLocation(row, column, rowNumber);
        length += 1;
      } else if (isAdded(row)) {
        setCell(cells, known, sumOfCells(cellAt(cells, known), cellAt(cells, row)));
        add(row, known);
      } else if (leftOut.has(known)) {
        if (!isEmpty(row)) add(row, known);
      } else if (isEmpty(known) && !isEmpty(row)) {
        columns.copy(row, known);
        setLocation(known, column, rowNumber);
      } else if (sameCell(cells, known, row)) add(row, known);
      else if (isEmpty(row)) return;
      else if (isLeftOut) {
        leaveOut(known, column, rowNumber);
        add(row, known);
      } else
        problems.error(measure.values[measure.codes[row] as number] ?? "", contradiction(known, column, rowNumber));
    },
    finish: () => columns.finish(length),
  };
}

/** A row, and whatever else tells it from another. */
function describeLocation({ file, sheet, row, field }: RowLocation, other: RowLocation): string {
  const where = file !== other.file ? ` of ${file}` : sheet !== other.sheet ? ` of the sheet "${sheet ?? ""}"` : "";
  return `row ${row}${where}${row === other.row && where === "" ? `, column "${field}",` : ""}`;
}

const inOrder = <T>(items: readonly T[]): readonly T[] => [...new Set(items)].sort();

/** Between the notes of rows that say the same. */
const noteBreak = "\n";

import type { DatasetSpec } from "../definition.ts";
import type { Observation } from "../observation.ts";
import type { ObservationStatus } from "../observation-status.ts";
import { type CellColumns, cellAt, takeCells } from "./cell-columns.ts";
import { type CodedColumn, takeCodes } from "./coded-column.ts";

/**
 * How a dataset keeps its observations: column by column. Observation 7 is element 7 of each array. Whatever is written more than
 * once, the ids of categories and periods, sources, days of publication, statuses, remarks, stands once in the `values` of its
 * column, and the rows have numbers (`codes`) that point to it; figures and states of cells are numbers anyway. So a million
 * observations are a few arrays, and two rows have the same coordinates if their codes are equal: nobody compares texts.
 *
 * All of it is plain data: `structuredClone` copies it, and the arrays may stand on a SharedArrayBuffer. Nothing changes
 * it: what comes after gets new columns, and shares those that stay.
 */
export interface ObservationColumns {
  readonly length: number;
  /** Ids of measures. */
  readonly measure: CodedColumn<string>;
  /** One a dimension, in the definition's order: ids of categories, of the time dimension those of periods. Code 0 is no category. */
  readonly categoryColumns: readonly CategoryColumn[];
  /** By code of a measure: which of `categoryColumns` it is broken down by, in its own order. */
  readonly dimensionIndices: readonly (readonly number[])[];
  readonly cells: CellColumns;
  /** Ids of sources. */
  readonly source: CodedColumn<string>;
  /** Days of publication; the empty text where unknown. */
  readonly vintage: CodedColumn<string>;
  /** Code 0 is none. */
  readonly statuses: CodedColumn<readonly ObservationStatus[]>;
  /** Remarks. Code 0 is none. */
  readonly note: CodedColumn<string>;
}

/** `dimension` is the id of the one that it is of. */
export interface CategoryColumn extends CodedColumn<string> {
  readonly dimension: string;
}

/** Which dimensions each measure is broken down by: indices into those of the definition. */
export function dimensionIndicesOf({ dimensions, measures }: DatasetSpec): readonly (readonly number[])[] {
  const all = Object.keys(dimensions);
  return Object.values(measures).map((measure) => (measure.dimensions ?? all).map((id) => all.indexOf(id)));
}

/** One row as an object. */
export function observationAt(columns: ObservationColumns, row: number): Observation {
  const { measure, cells, source, vintage, statuses, note } = columns;
  return {
    measure: textAt(measure, row),
    at: coordinatesAt(columns, row),
    cell: cellAt(cells, row),
    source: textAt(source, row),
    vintage: textAt(vintage, row),
    statuses: statuses.values[statuses.codes[row] as number] ?? [],
    note: textAt(note, row),
  };
}

/** The category of a row in each dimension of its measure. */
export function coordinatesAt(
  { measure, categoryColumns, dimensionIndices }: ObservationColumns,
  row: number,
): Record<string, string> {
  const at: Record<string, string> = {};
  for (const index of dimensionIndices[measure.codes[row] as number] ?? []) {
    const { dimension, values, codes } = categoryColumns[index] as CategoryColumn;
    const code = codes[row] as number;
    if (code !== 0) at[dimension] = values[code] as string;
  }
  return at;
}

/** The value of a row. */
export const textAt = ({ values, codes }: CodedColumn<string>, row: number): string =>
  values[codes[row] as number] as string;

/** Some of the rows, in the order given. */
export function takeRows(columns: ObservationColumns, rows: Uint32Array): ObservationColumns {
  const taken = <T extends CodedColumn<unknown>>(column: T): T => ({ ...column, codes: takeCodes(column.codes, rows) });
  return { ...mapCoded(columns, taken), length: rows.length, cells: takeCells(columns.cells, rows) };
}

/** The same columns, each coded one as `change` makes it. */
export const mapCoded = (
  columns: ObservationColumns,
  change: <T extends CodedColumn<unknown>>(column: T) => T,
): ObservationColumns => ({
  ...columns,
  measure: change(columns.measure),
  categoryColumns: columns.categoryColumns.map(change),
  source: change(columns.source),
  vintage: change(columns.vintage),
  statuses: change(columns.statuses),
  note: change(columns.note),
});

/**
 * The same rows with values in the order in which the rows have them, and without those that no row has. Codes of protected data
 * are made so, once nothing in the order of its rows tells what is hidden.
 */
export function recode(columns: ObservationColumns): ObservationColumns {
  return {
    ...columns,
    categoryColumns: columns.categoryColumns.map((column) => recoded(column, 1)),
    source: recoded(columns.source, 0),
    vintage: recoded(columns.vintage, 1),
    statuses: recoded(columns.statuses, 1),
    note: recoded(columns.note, 1),
  };
}

/** @param fixed how many of the first values stay where they are. */
function recoded<T, C extends CodedColumn<T>>(column: C & CodedColumn<T>, fixed: number): C {
  const values = column.values.slice(0, fixed);
  // One more than the new code; 0 is none yet.
  const codeOf = new Uint32Array(column.values.length);
  for (let code = 0; code < fixed; code += 1) codeOf[code] = code + 1;
  const codes = column.codes.map((code) => {
    if (codeOf[code] === 0) codeOf[code] = values.push(column.values[code] as T);
    return (codeOf[code] as number) - 1;
  });
  return { ...column, values, codes };
}

/** The numbers of all rows, from 0. */
export const allRows = (columns: { readonly length: number }): Uint32Array => rowsWhere(columns, () => true);

/** The codes that tell cells apart: two rows with the same ones are of one cell. */
export const cellKeys = ({ measure, categoryColumns }: ObservationColumns): readonly Uint32Array[] => [
  measure.codes,
  ...categoryColumns.map(({ codes }) => codes),
];

/** The rows that fit, in their order. */
export function rowsWhere({ length }: { readonly length: number }, fits: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(length);
  let count = 0;
  for (let row = 0; row < length; row += 1) {
    if (!fits(row)) continue;
    rows[count] = row;
    count += 1;
  }
  return count === length ? rows : rows.slice(0, count);
}

/** The rows of a measure. */
export function rowsOfMeasure(columns: ObservationColumns, measure: string): Uint32Array {
  const { values, codes } = columns.measure;
  const own = values.indexOf(measure);
  return rowsWhere(columns, (row) => codes[row] === own);
}

/** The ids of categories that some rows have in a dimension, in their order; the empty text where they have none. */
export function idsIn(
  { categoryColumns }: ObservationColumns,
  position: number,
  rows: Uint32Array,
): ReadonlySet<string> {
  const column = categoryColumns[position];
  const ids = new Set<string>();
  if (!column) return ids;
  const isMet = new Uint8Array(column.values.length);
  for (let index = 0; index < rows.length; index += 1) {
    const code = column.codes[rows[index] as number] as number;
    if (isMet[code] === 1) continue;
    isMet[code] = 1;
    ids.add(column.values[code] as string);
  }
  return ids;
}

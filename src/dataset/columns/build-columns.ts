import type { DatasetSpec } from "../definition.ts";
import type { Observation } from "../observation.ts";
import type { ObservationStatus } from "../observation-status.ts";
import { type CellColumnsBuilder, copyCell, createCellColumns, firstCells, setCell } from "./cell-columns.ts";
import { buildCodedColumn, type CodedColumn, type CodedColumnBuilder } from "./coded-column.ts";
import { dimensionIndicesOf, type ObservationColumns } from "./observation-columns.ts";

/** Columns that are being filled, by row: whoever adds a row sets its code in each. */
export interface ColumnsBuilder {
  readonly measure: CodedColumnBuilder<string>;
  readonly categoryColumns: readonly (CodedColumnBuilder<string> & { readonly dimension: string })[];
  readonly cells: CellColumnsBuilder;
  readonly source: CodedColumnBuilder<string>;
  readonly vintage: CodedColumnBuilder<string>;
  readonly statuses: CodedColumnBuilder<readonly ObservationStatus[]>;
  readonly note: CodedColumnBuilder<string>;
  /** Adds a row that is given as an object. */
  add(row: number, observation: Observation): void;
  /** Gives a row what another one holds. */
  copy(row: number, to: number): void;
  /** The columns of so many rows, from the first. */
  finish(length: number): ObservationColumns;
}

/**
 * @param most how many rows there may be.
 * @param before columns whose codes are kept, so that rows can be taken from them.
 */
export function createColumnsBuilder(spec: DatasetSpec, most: number, before?: ObservationColumns): ColumnsBuilder {
  const ofTexts = (start: readonly string[]) => buildCodedColumn<string>(most, start, (text) => text);
  const measure = ofTexts(Object.keys(spec.measures));
  const categoryColumns = Object.keys(spec.dimensions).map((dimension, index) => ({
    dimension,
    ...ofTexts(before?.categoryColumns[index]?.values ?? [""]),
  }));
  const dimensionIndices = dimensionIndicesOf(spec);
  const source = ofTexts(before?.source.values ?? []);
  const vintage = ofTexts(before?.vintage.values ?? [""]);
  const note = ofTexts(before?.note.values ?? [""]);
  const statuses = buildCodedColumn(most, before?.statuses.values ?? [[]], (all: readonly ObservationStatus[]) =>
    all.join("|"),
  );
  const cells = createCellColumns(most);
  const coded = [measure, ...categoryColumns, source, vintage, statuses, note];
  return {
    measure,
    categoryColumns,
    cells,
    source,
    vintage,
    statuses,
    note,
    add(row, observation) {
      const { at } = observation;
      measure.codes[row] = measure.codeOf(observation.measure);
      for (const { dimension, codes, codeOf } of categoryColumns) codes[row] = codeOf(at[dimension] ?? "");
      setCell(cells, row, observation.cell);
      source.codes[row] = source.codeOf(observation.source);
      vintage.codes[row] = vintage.codeOf(observation.vintage);
      statuses.codes[row] = statuses.codeOf(observation.statuses);
      note.codes[row] = note.codeOf(observation.note);
    },
    copy(row, to) {
      for (const { codes } of coded) codes[to] = codes[row] as number;
      copyCell(cells, row, cells, to);
    },
    finish(length) {
      const finished = <T>({ values, codes }: CodedColumn<T>): CodedColumn<T> => ({
        values,
        codes: codes.length === length ? codes : codes.slice(0, length),
      });
      return {
        length,
        measure: finished(measure),
        categoryColumns: categoryColumns.map((column) => ({ dimension: column.dimension, ...finished(column) })),
        dimensionIndices,
        cells: firstCells(cells, length),
        source: finished(source),
        vintage: finished(vintage),
        statuses: finished(statuses),
        note: finished(note),
      };
    },
  };
}

/** Puts observations into columns. */
export function packObservations(spec: DatasetSpec, observations: readonly Observation[]): ObservationColumns {
  const builder = createColumnsBuilder(spec, observations.length);
  for (const [row, observation] of observations.entries()) builder.add(row, observation);
  return builder.finish(observations.length);
}

/** Columns with further rows behind their own. */
export function withObservations(
  spec: DatasetSpec,
  columns: ObservationColumns,
  more: readonly Observation[],
): ObservationColumns {
  if (more.length === 0) return columns;
  const length = columns.length + more.length;
  const builder = reopenColumns(spec, columns, length);
  for (const [index, observation] of more.entries()) builder.add(columns.length + index, observation);
  return builder.finish(length);
}

/** A builder that holds all rows of some columns, and has room for more. */
export function reopenColumns(spec: DatasetSpec, columns: ObservationColumns, most: number): ColumnsBuilder {
  const builder = createColumnsBuilder(spec, most, columns);
  const pairs = [
    [columns.measure, builder.measure],
    [columns.source, builder.source],
    [columns.vintage, builder.vintage],
    [columns.statuses, builder.statuses],
    [columns.note, builder.note],
    ...columns.categoryColumns.map((column, index) => [column, builder.categoryColumns[index]] as const),
  ] as const;
  for (const [from, to] of pairs) to?.codes.set(from.codes);
  for (let row = 0; row < columns.length; row += 1) copyCell(columns.cells, row, builder.cells, row);
  return builder;
}

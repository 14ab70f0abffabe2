import { didYouMean } from "../diagnostics/index.ts";
import type { BuildInput } from "./build-input.ts";
import type { LayoutSpec } from "./layout.ts";
import type { MeasureSpec } from "./measure-spec.ts";
import type { ObservationStatus } from "./observation.ts";

/** A column that holds a measure, and, in a wide table, the category that the column itself stands for. */
export interface MeasureColumn {
  readonly index: number;
  readonly name: string;
  readonly measure: string;
  readonly spec: MeasureSpec;
  readonly at: Readonly<Record<string, string>>;
  /** What its head says of all its figures: `2019p`. */
  readonly statuses: readonly ObservationStatus[];
}

/** What each column of a table is for, by index. */
export interface ResolvedColumns {
  readonly dimensions: readonly (readonly [dimension: string, index: number])[];
  readonly measures: readonly MeasureColumn[];
  readonly source: number | undefined;
  readonly vintage: number | undefined;
  readonly note: number | undefined;
}

/** Matches the columns of a table to the definition, ignoring case. Reports every column missing and every one unused. */
export function resolveColumns(input: BuildInput): ResolvedColumns {
  const { spec, table, file, diagnostics } = input;
  const layout = spec.layout ?? {};
  const finder = createColumnFinder(input);

  const dimensions: [string, number][] = [];
  for (const [dimension, { label, role }] of Object.entries(spec.dimensions)) {
    if (dimension === layout.wide?.dimension) continue;
    const index = finder.need(`dimension ${dimension}`, layout.dimensions?.[dimension] ?? [dimension, label]);
    if (index === undefined) continue;
    dimensions.push([dimension, index]);
    if (role === "time")
      readPeriodLabels(input, { dimension, name: table.columns[index] ?? dimension, labels: valuesOf(table, index) });
  }
  const source = layout.source && "column" in layout.source ? finder.need("sources", layout.source.column) : undefined;
  const vintage = layout.vintage && finder.need("vintages", layout.vintage.column);
  const note = layout.note && finder.need("notes", layout.note.column);
  for (const name of layout.ignore ?? []) finder.find([name]);
  const measures = layout.wide ? wideColumns(input, layout.wide, finder) : longColumns(input, finder);

  for (const [index, name] of table.columns.entries()) {
    if (finder.used.has(index) || name === "") continue;
    diagnostics.warn({
      code: "unused-column",
      message: `The column "${name}" is not used.`,
      hint: "Name it in the layout, or list it under layout.ignore.",
      source: { file, row: 1, field: name },
    });
  }
  return { dimensions, measures, source, vintage, note };
}

interface PeriodColumn {
  readonly dimension: string;
  /** Of the column, for errors; absent where the labels are the heads of columns. */
  readonly name?: string;
  readonly labels: readonly (readonly [label: string, row: number])[];
}

/** Every label that a column of periods holds, with its first row. */
const valuesOf = ({ rows }: BuildInput["table"], index: number): PeriodColumn["labels"] =>
  rows.map(({ row, values }) => [String(values[index] ?? ""), row]);

/** Reads a column of periods in one way, before any of its labels is resolved. */
function readPeriodLabels(
  { categories, file, diagnostics }: BuildInput,
  { dimension, name, labels }: PeriodColumn,
): void {
  const unclear = categories.readPeriodLabels(
    dimension,
    labels.map(([label]) => label),
  );
  const [, row = 1] = labels[0] ?? [];
  for (const found of unclear) diagnostics.error({ ...found, source: { file, row, field: name ?? dimension } });
}

interface ColumnFinder {
  readonly used: Set<number>;
  find(names: readonly string[]): number | undefined;
  /** As `find`; reports a column that is not there. */
  need(purpose: string, name: string | readonly string[]): number | undefined;
}

function createColumnFinder({ table, file, diagnostics }: BuildInput): ColumnFinder {
  const used = new Set<number>();
  const find = (names: readonly string[]): number | undefined => {
    const wanted = names.map((name) => name.toLowerCase());
    const index = table.columns.findIndex((column) => wanted.includes(column.toLowerCase()));
    if (index < 0) return undefined;
    used.add(index);
    return index;
  };
  const need = (purpose: string, name: string | readonly string[]): number | undefined => {
    const names = typeof name === "string" ? [name] : name;
    const index = find(names);
    if (index === undefined) {
      diagnostics.error({
        code: "missing-column",
        message: `There is no column "${names[0]}" for ${purpose}.`,
        hint: didYouMean(names[0] ?? "", table.columns),
        source: { file, row: 1 },
      });
    }
    return index;
  };
  return { used, find, need };
}

function longColumns({ spec, table }: BuildInput, finder: ColumnFinder): MeasureColumn[] {
  return Object.entries(spec.measures).flatMap(([measure, measureSpec]) => {
    const index = finder.need(`measure ${measure}`, spec.layout?.measures?.[measure] ?? [measure, measureSpec.label]);
    return index === undefined
      ? []
      : [{ index, name: table.columns[index] ?? measure, measure, spec: measureSpec, at: {}, statuses: [] }];
  });
}

function wideColumns(
  input: BuildInput,
  { dimension, measure }: NonNullable<LayoutSpec["wide"]>,
  { used }: ColumnFinder,
): MeasureColumn[] {
  const { spec, table, file, categories, diagnostics } = input;
  const columns: MeasureColumn[] = [];
  if (spec.dimensions[dimension]?.role === "time") {
    const labels = table.columns.filter((name, index) => !used.has(index) && name !== "");
    readPeriodLabels(input, { dimension, labels: labels.map((label) => [label, 1]) });
  }
  for (const [index, name] of table.columns.entries()) {
    if (used.has(index) || name === "") continue;
    used.add(index);
    const category = categories.resolve(dimension, name);
    if (typeof category === "string") {
      diagnostics.error({ code: "unknown-category", message: category, source: { file, row: 1, field: name } });
      continue;
    }
    columns.push({
      index,
      name,
      measure,
      spec: spec.measures[measure] as MeasureSpec,
      at: { [dimension]: category.id },
      statuses: categories.statuses(dimension, name),
    });
  }
  if (columns.length === 0) {
    diagnostics.error({
      code: "missing-column",
      message: `There is no column for any category of ${dimension}.`,
      hint: "A wide table has one column a category, headed by its label.",
      source: { file, row: 1 },
    });
  }
  return columns;
}

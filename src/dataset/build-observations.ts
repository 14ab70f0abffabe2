import { type Problems, quote } from "../diagnostics/index.ts";
import type { BuildInput } from "./build-input.ts";
import { createTimeCheck, type Namesakes, type TimeCheck } from "./check-times.ts";
import { copyCell } from "./columns/cell-columns.ts";
import { usedValues } from "./columns/coded-column.ts";
import type { ObservationColumns } from "./columns/observation-columns.ts";
import { dimensionsOf } from "./dimensions-of.ts";
import { findDimension } from "./find-dimension.ts";
import { measureNames } from "./layout/column-names.ts";
import { createRowMerger, type RowLocation, type RowMerger } from "./merge-rows.ts";
import type { ObservationStatus } from "./observation-status.ts";
import type { RawTable, TableColumn } from "./raw-table.ts";
import { resolveColumns } from "./resolve-columns.ts";
import type { DimensionColumn, MeasureColumn, ResolvedColumns } from "./resolved-columns.ts";
import {
  type CellReader,
  columnAt,
  createCellReader,
  createMeasureReader,
  createNameReader,
  createOriginReader,
  createParentReader,
  locationIn,
  type NameReader,
  type RowOrigin,
  textOf,
} from "./row-readers.ts";
import { createUnmatchedNames, type UnmatchedNames } from "./unmatched-names.ts";

/** Turns the rows of tables into observations, by the layout of the definition. Reports every bad cell. */
export function buildObservations(input: BuildInput): ObservationColumns {
  const { spec, tables, problems } = input;
  const resolved = tables.map((table) => ({ table, columns: resolveColumns(table, input) }));
  for (const { table, columns } of resolved) input.watch?.table(table, columns);
  readPeriodLabels(resolved, input);
  const most = resolved.reduce((sum, { table, columns }) => sum + table.rowNumbers.length * figuresInRow(columns), 0);
  const merger = createRowMerger(spec, most, problems);
  const shared = { merger, unmatched: createUnmatchedNames(input), times: createTimeCheck(merger.columns, input) };
  for (const each of resolved) readRows({ ...each, ...shared }, input);
  shared.unmatched.report();
  const columns = merger.finish();
  if (columns.length > 0) reportUnmet(columns, input);
  return columns;
}

/** Measures that no row or heading names: another one of a name with `*` may have taken their figures. */
function reportUnmet({ measure }: ObservationColumns, { spec, problems }: BuildInput): void {
  const met = new Set(usedValues(measure));
  for (const id of Object.keys(spec.measures).filter((own) => !met.has(own)))
    problems.warn(`unmet ${id}`, {
      code: "measure-without-figures",
      message: `No row or heading is of the measure ${id}, by any of its names: ${measureNames(spec, id).map(quote).join(", ")}.`,
      hint: "Look at how the data writes it, and say so in layout.measures; or leave the measure out.",
      source: { field: `layout.measures.${id}` },
    });
}

/** How many figures a row may have: those of one measure, where it is of one. */
function figuresInRow({ long, measures }: ResolvedColumns): number {
  if (!long) return measures.length;
  const counts = new Map<string, number>();
  for (const { measure, within } of measures) {
    const named = within?.measure ?? measure;
    counts.set(named, (counts.get(named) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

interface ResolvedTable {
  readonly table: RawTable;
  readonly columns: ResolvedColumns;
}

/** Reads all labels of periods in one way, before any of them is resolved. */
function readPeriodLabels(resolved: readonly ResolvedTable[], { spec, categories, problems }: BuildInput): void {
  const time = findDimension({ spec }, "time");
  if (time === undefined) return;
  const found = resolved.flatMap((one) => [...labelsInHeadings(one, time), ...labelsInRows(one, time)]);
  const labels = new Set(found.flatMap((own) => own.labels));
  for (const problem of categories.readPeriodLabels(time, labels))
    problems.error(problem.message, { ...problem, source: { field: time, ...found[0]?.source } });
}

interface FoundLabels {
  readonly labels: readonly string[];
  readonly source: { readonly file: string; readonly row: number; readonly field: string };
}

/** The labels that a table as a whole and its headings tell, each by itself. */
function labelsInHeadings({ table, columns }: ResolvedTable, time: string): readonly FoundLabels[] {
  const isPartly = columns.partlyWide.some(({ dimension }) => dimension === time);
  const inHeadings = isPartly ? [] : columns.measures.map(({ told }) => told[time]);
  const labels = [...new Set([table.given[time], ...inHeadings])].filter((label) => label !== undefined);
  const [field] = labels;
  return field === undefined ? [] : [{ labels, source: { file: table.file, row: table.headerRow, field } }];
}

/** The labels that rows tell, or rows and headings together. */
function labelsInRows({ table, columns }: ResolvedTable, time: string): readonly FoundLabels[] {
  const parts = [...new Set(columns.measures.flatMap(({ told }) => told[time] ?? []))];
  return [...columns.dimensions, ...columns.partlyWide].flatMap((column): readonly FoundLabels[] => {
    if (column.dimension !== time) return [];
    const texts = textsIn(columnAt(table, column.index));
    const labels = columns.partlyWide.includes(column)
      ? texts.filter((text) => text !== "").flatMap((text) => parts.map((part) => wholeName(text, time, part)))
      : texts.map((text) => column.nameIn(text) ?? "");
    const row = table.rowNumbers[0] ?? table.headerRow;
    return labels.length === 0 ? [] : [{ labels, source: { file: table.file, row, field: column.name } }];
  });
}

/** A name of which a row tells one part, and a heading the other. */
const wholeName = (text: string, dimension: string, part: string): string => text.replaceAll(`{${dimension}}`, part);

/** The different texts of a column that any row has, in the order in which rows have them. */
function textsIn({ values, codes }: TableColumn): readonly string[] {
  const isMet = new Uint8Array(values.length);
  const texts: string[] = [];
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] as number;
    if (isMet[code] === 1) continue;
    isMet[code] = 1;
    texts.push(textOf(values[code]));
  }
  return texts;
}

interface ReadingRows extends ResolvedTable {
  readonly merger: RowMerger;
  readonly unmatched: UnmatchedNames;
  /** Undefined where all categories are there at all times. */
  readonly times: TimeCheck | undefined;
}

/** A column of figures, where its figures stand in the columns that are being built, and how they are read. */
interface ReadMeasure {
  /** By which rows of a long table name it. */
  readonly named: string;
  /** By position among the dimensions: the category that its heading tells, `byRow`, `byBoth`, or 0 where it is not broken down. */
  readonly told: readonly number[];
  /** Of the dimensions that its heading tells in part. */
  readonly partly: readonly PositionedReader[];
  /** What a name that its heading tells may mean. */
  readonly namesakes: Namesakes;
  /** Of its column, from 0. */
  readonly index: number;
  /** The heading. */
  readonly field: string;
  /** What its heading says of all its figures: `2019p`. */
  readonly flags: readonly ObservationStatus[];
  readonly code: number;
  /** The number of the column, for the merger. */
  readonly number: number;
  readonly reader: CellReader;
}

/** Reads each different cell of a column once, and then puts the rows together. */
function readRows({ table, columns, merger, unmatched, times }: ReadingRows, input: BuildInput): void {
  const heading = locationIn(table, table.headerRow);
  const given = resolveNames(table.given, { input, source: heading });
  const measures = columns.measures.flatMap((column) =>
    readMeasure(column, { table, columns, heading, merger, unmatched, input }),
  );
  if (!given) return;
  const ofMeasure = byMeasure(measures);
  const names = createCategoryReader({ table, columns, merger, unmatched }, { input, given });
  const readOrigin = createOriginReader(table, columns, { input, columns: merger.columns });
  const noteParents = createParentReader(table, columns, { input, columns: merger.columns });
  const measureOf = createMeasureReader(table, columns);
  for (let index = 0; index < table.rowNumbers.length; index += 1) {
    const own = measureOf.read(index);
    if (own === "left out") continue;
    const row = table.rowNumbers[index] as number;
    const named = names.read(index, row);
    const origin = readOrigin(index, row);
    if (!named || !origin) continue;
    noteParents(index, row, named);
    for (const column of own === undefined ? measures : (ofMeasure.get(own) ?? [])) {
      const cell = column.reader.read(index, row);
      if (cell === undefined || !isNamedByBoth(column, { index, row, named })) continue;
      setRow(merger, { column, cell, named, origin });
      if (times) {
        const namesakes = namesakesIn(column, names.namesakes(index), index);
        times.settle(merger.next, namesakes, () => ({ ...locationIn(table, row), field: column.field }));
      }
      merger.take(column.number, row);
      input.watch?.figure(table, column.index, row);
    }
  }
  names.finish();
  for (const { partly } of measures) for (const { reader } of partly) reader.finish();
  if (measureOf.left.size > 0) reportLeft(measureOf.left, { table, columns, problems: input.problems });
}

/** Columns of figures by their measure: a row of a long table is of one. */
function byMeasure(columns: readonly ReadMeasure[]): ReadonlyMap<string, readonly ReadMeasure[]> {
  const groups = new Map<string, ReadMeasure[]>();
  for (const column of columns) {
    const known = groups.get(column.named);
    if (known) known.push(column);
    else groups.set(column.named, [column]);
  }
  return groups;
}

/** What the names of a figure's categories may mean: those that its row tells, its heading, and both together. */
const namesakesIn = ({ told, partly, namesakes }: ReadMeasure, ofRow: Namesakes, index: number): Namesakes =>
  told.map((code, position) =>
    code === byBoth
      ? partly.find((own) => own.position === position)?.reader.namesakes(index)
      : (code === byRow ? ofRow : namesakes)[position],
  );

/** Reads the names that a row and a heading tell together, into the categories of the row; false after reporting one that is none. */
function isNamedByBoth(
  { partly }: ReadMeasure,
  { index, row, named }: { readonly index: number; readonly row: number; readonly named: Uint32Array },
): boolean {
  for (const { position, reader } of partly) {
    named[position] = reader.read(index, row);
    if (named[position] === 0) return false;
  }
  return true;
}

interface Figure {
  readonly column: ReadMeasure;
  /** The code of its cell. */
  readonly cell: number;
  readonly named: Uint32Array;
  readonly origin: RowOrigin;
}

/** Puts a figure where the next one goes. */
function setRow({ columns, next }: RowMerger, { column, cell, named, origin }: Figure): void {
  const { measure, categoryColumns, cells, source, vintage, note, statuses } = columns;
  measure.codes[next] = column.code;
  for (let position = 0; position < categoryColumns.length; position += 1) {
    const told = column.told[position] as number;
    (categoryColumns[position] as (typeof categoryColumns)[number]).codes[next] =
      told < 0 ? (named[position] as number) : told;
  }
  copyCell(column.reader.cells, cell, cells, next);
  source.codes[next] = origin.source;
  vintage.codes[next] = origin.vintage;
  note.codes[next] = origin.note;
  statuses.codes[next] = statuses.codeOf(joined(origin.statuses, column.flags, column.reader.statusesOf(cell)));
}

interface CategoryReaderInput {
  readonly input: BuildInput;
  /** Category ids that hold for the whole table. */
  readonly given: Readonly<Record<string, string>>;
}

/** Reads the categories that a row names. */
function createCategoryReader(
  { table, columns, merger, unmatched }: Omit<ReadingRows, "times">,
  { input, given }: CategoryReaderInput,
) {
  const { categoryColumns } = merger.columns;
  const named = Uint32Array.from(categoryColumns, ({ dimension, codeOf }) => codeOf(given[dimension] ?? ""));
  const readers = columns.dimensions.map((column) => {
    const position = categoryColumns.findIndex(({ dimension }) => dimension === column.dimension);
    const codeOf = (id: string) => categoryColumns[position]?.codeOf(id) ?? 0;
    return { position, reader: createNameReader(table, column, { input, unmatched, codeOf }) };
  });
  const givenNamesakes = namesakesOf(table.given, { input, merger });
  return {
    /** Codes by position among the dimensions, always the same array; undefined after reporting names that are none. */
    read(index: number, row: number): Uint32Array | undefined {
      let isNamed = true;
      for (const { position, reader } of readers) {
        named[position] = reader.read(index, row);
        if (named[position] === 0) isNamed = false;
      }
      return isNamed ? named : undefined;
    },
    namesakes(index: number): Namesakes {
      const all = [...givenNamesakes];
      for (const { position, reader } of readers) all[position] = reader.namesakes(index);
      return all;
    },
    finish() {
      for (const { reader } of readers) reader.finish();
    },
  };
}

interface NamesakesInput {
  readonly input: BuildInput;
  readonly merger: RowMerger;
}

/** By position among the dimensions: what a name may mean, where that is several categories. */
const namesakesOf = (names: Readonly<Record<string, string>>, { input, merger }: NamesakesInput): Namesakes =>
  merger.columns.categoryColumns.map(({ dimension }) => {
    const all = input.categories.namesakes(dimension, names[dimension] ?? "");
    return all.length > 0 ? all : undefined;
  });

interface MeasureInput extends Omit<ReadingRows, "times"> {
  readonly heading: RowLocation;
  readonly input: BuildInput;
}

/** Each row names the category itself. */
const byRow = -1;
/** Each row names a part of the category, and the heading the rest. */
const byBoth = -2;

/** A reader of names, and the position of its dimension among all. */
interface PositionedReader {
  readonly position: number;
  readonly reader: NameReader;
}

/** None after reporting a heading that names no category. */
function readMeasure(
  column: MeasureColumn,
  { table, columns, heading, merger, unmatched, input }: MeasureInput,
): readonly ReadMeasure[] {
  const { categoryColumns, measure } = merger.columns;
  const own = dimensionsOf(input.spec, column.spec);
  const partly = columns.partlyWide.filter(({ dimension }) => dimension in column.told && own.includes(dimension));
  const whole = Object.entries(column.told).filter(([name]) => !partly.some(({ dimension }) => dimension === name));
  const told = resolveNames(Object.fromEntries(whole), { input, source: { ...heading, field: column.name } });
  if (!told) return [];
  const readers = partly.map((part): PositionedReader => {
    const position = categoryColumns.findIndex(({ dimension }) => dimension === part.dimension);
    const nameIn = (text: string) => wholeName(text, part.dimension, column.told[part.dimension] ?? "");
    const codeOf = (id: string) => categoryColumns[position]?.codeOf(id) ?? 0;
    return { position, reader: createNameReader(table, { ...part, nameIn }, { input, unmatched, codeOf }) };
  });
  return [
    {
      named: column.within?.measure ?? column.measure,
      told: categoryColumns.map(({ dimension, codeOf }) => {
        const id = told[dimension];
        if (partly.some((part) => part.dimension === dimension)) return byBoth;
        return own.includes(dimension) ? (id === undefined ? byRow : codeOf(id)) : 0;
      }),
      namesakes: namesakesOf(column.told, { input, merger }),
      partly: readers,
      index: column.index,
      field: column.name,
      flags: [...whole, ...partly.flatMap((part) => nameOfAllRows(part, column, table))].flatMap(([dimension, name]) =>
        input.categories.statuses(dimension, name),
      ),
      code: measure.codeOf(column.measure),
      number: merger.addColumn({ file: table.file, sheet: table.sheet, field: column.name }),
      reader: createCellReader(table, column, input),
    },
  ];
}

/** The name that a heading makes with what all rows say beside it, a year that is given say. */
function nameOfAllRows(
  { dimension, index }: DimensionColumn,
  { told }: MeasureColumn,
  table: ResolvedTable["table"],
): readonly (readonly [dimension: string, name: string])[] {
  const [text, other] = textsIn(columnAt(table, index)).filter((own) => own !== "");
  return text === undefined || other !== undefined
    ? []
    : [[dimension, wholeName(text, dimension, told[dimension] ?? "")]];
}

/** All of some lists of statuses, each once; most rows have none. */
const joined = (
  row: readonly ObservationStatus[],
  heading: readonly ObservationStatus[],
  cell: readonly ObservationStatus[],
): readonly ObservationStatus[] => {
  if (row.length === 0) return heading.length === 0 ? cell : cell.length === 0 ? heading : unique(heading, cell);
  return heading.length === 0 && cell.length === 0 ? row : unique(row, heading, cell);
};

const unique = <T>(...lists: readonly (readonly T[])[]): readonly T[] => [...new Set(lists.flat())];

interface Naming {
  readonly input: BuildInput;
  readonly source: RowLocation;
}

/** Category ids of names by dimension; undefined after reporting those that are none. */
function resolveNames(names: Readonly<Record<string, string>>, { input, source }: Naming) {
  const at: Record<string, string> = {};
  let complete = true;
  for (const [dimension, name] of Object.entries(names)) {
    const category = input.categories.resolve(dimension, name);
    if (typeof category !== "string") {
      at[dimension] = category.id;
      input.categories.countSpelling(dimension, name, 1);
    } else {
      const isHeading = source.field !== undefined;
      input.problems.error(category, {
        code: "unknown-category",
        message: category,
        hint: isHeading ? `If it is another column: layout: { ignore: [${quote(source.field ?? "")}] }.` : undefined,
        source,
      });
      complete = false;
    }
  }
  return complete ? at : undefined;
}

interface LeftOut {
  readonly table: RawTable;
  readonly columns: ResolvedColumns;
  readonly problems: Problems;
}

const shownNames = 8;

/** Rows of a long table whose measure the definition does not have. */
function reportLeft(left: ReadonlyMap<string, number>, { table, columns, problems }: LeftOut): void {
  const names = [...left.keys()].slice(0, shownNames).map(quote);
  const rows = [...left.values()].reduce((sum, count) => sum + count, 0);
  const column = columns.long?.name ?? "";
  problems.warn(names.join("|"), {
    code: "unused-rows",
    message: `${rows} rows are left out: no measure is called ${names.join(", ")}${left.size > names.length ? ` or ${left.size - names.length} more` : ""}.`,
    hint: `Say so: layout: { rows: { only: { ${quote(column)}: [ … ] } } }, with the names that are wanted.`,
    source: { file: table.file, field: column },
  });
}

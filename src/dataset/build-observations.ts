import { type Problems, quote } from "../diagnostics/index.ts";
import { cellText, type SheetCell } from "../tables/index.ts";
import type { BuildInput } from "./build-input.ts";
import type { Cell } from "./cell.ts";
import { type CellKey, createCellKey } from "./cell-key.ts";
import { declaredRounding } from "./declared-rounding.ts";
import type { DatasetSpec } from "./definition.ts";
import { findDimension } from "./find-dimension.ts";
import { plainName } from "./layout/names.ts";
import type { MeasureSpec } from "./measure-spec.ts";
import type { Observation } from "./observation.ts";
import type { ObservationStatus } from "./observation-status.ts";
import type { ParsedCell } from "./parse-cell.ts";
import { isPartialDate } from "./partial-date.ts";
import type { RawTable, TableColumn } from "./raw-table.ts";
import { type DimensionColumn, type MeasureColumn, type ResolvedColumns, resolveColumns } from "./resolve-columns.ts";

/** Turns the rows of tables into observations, by the layout of the definition. Reports every bad cell. */
export function buildObservations(input: BuildInput): Observation[] {
  const { spec, tables, problems } = input;
  const resolved = tables.map((table) => ({ table, columns: resolveColumns(table, input) }));
  readPeriodLabels(resolved, input);
  const merged = new Map<string, ReadObservation>();
  const merging: Merging = { merged, problems, cellKey: createCellKey(spec) };
  for (const { table, columns } of resolved) readRows({ table, columns, merging }, input);
  return [...merged.values()].map(({ observation }) => observation);
}

interface ResolvedTable {
  readonly table: RawTable;
  readonly columns: ResolvedColumns;
}

/** Reads all labels of periods in one way, before any of them is resolved. */
function readPeriodLabels(resolved: readonly ResolvedTable[], { spec, categories, problems }: BuildInput): void {
  const time = findDimension({ spec }, "time");
  if (time === undefined) return;
  const labels = new Set<string>();
  let first: { readonly file: string; readonly row: number; readonly field: string } | undefined;
  for (const { table, columns } of resolved) {
    const { file, headerRow } = table;
    for (const label of [table.given[time], ...columns.measures.map(({ told }) => told[time])]) {
      if (label === undefined) continue;
      first ??= { file, row: headerRow, field: label };
      labels.add(label);
    }
    const column = columns.dimensions.find(({ dimension }) => dimension === time);
    if (!column) continue;
    const { values, codes } = cellsOf(table, column.index);
    const met = new Set(codes);
    for (const code of met) labels.add(column.nameIn(textOf(values[code])) ?? "");
    if (met.size > 0) first ??= { file, row: table.rowNumbers[0] ?? headerRow, field: column.name };
  }
  for (const found of categories.readPeriodLabels(time, labels))
    problems.error(found.message, { ...found, source: { field: time, ...first } });
}

interface ReadingRows extends ResolvedTable {
  readonly merging: Merging;
}

/** Reads each different cell of a column once, and then puts the rows together. */
function readRows({ table, columns, merging }: ReadingRows, input: BuildInput): void {
  const { spec } = input;
  const place = { file: table.file, ...(table.sheet !== undefined && { sheet: table.sheet }) };
  const heading = { ...place, row: table.headerRow };
  const given = resolveNames(table.given, { input, source: heading });
  const measures = columns.measures.flatMap((column): readonly ReadMeasure[] => {
    const told = resolveNames(column.told, { input, source: { ...heading, field: column.name } });
    const flags = Object.entries(column.told).flatMap(([dimension, name]) =>
      input.categories.statuses(dimension, name),
    );
    return told
      ? [{ ...column, told, flags, read: createCellReader(cellsOf(table, column.index), column, input) }]
      : [];
  });
  if (!given) return;
  const dimensions = columns.dimensions.map((column) => createNameReader(cellsOf(table, column.index), column, input));
  const textAt = (index: number | undefined) =>
    createTextReader(index === undefined ? undefined : cellsOf(table, index));
  const readOrigin = createOriginReader({ columns, textAt }, input);
  const measureOf = createMeasureReader(columns, textAt);
  for (let index = 0; index < table.rowNumbers.length; index += 1) {
    const own = measureOf.read(index);
    if (own === "left out") continue;
    const source = { ...place, row: table.rowNumbers[index] as number };
    const named = nameRow(dimensions, { index, given, source });
    const origin = readOrigin(index, source);
    if (!named || !origin) continue;
    for (const column of measures) {
      const read = own === undefined || own === column.measure ? column.read(index, source) : undefined;
      if (!read) continue;
      const statuses = joined(origin.statuses, column.flags, read.statuses);
      const at = placeOf(column, { ...named, ...column.told }, spec);
      const observation: Observation = { measure: column.measure, at, cell: read.cell, ...origin, statuses };
      addObservation({ observation, source, field: column.name }, merging);
    }
  }
  if (measureOf.left.size > 0) reportLeft(measureOf.left, { table, columns, problems: input.problems });
}

type TextAt = (index: number | undefined) => TextReader;

/** Of a long table, the measure that a row holds; undefined where each row holds all. */
function createMeasureReader({ long }: ResolvedColumns, textAt: TextAt) {
  const text = textAt(long?.index);
  const left = new Map<string, number>();
  return {
    /** The names of measures that the definition does not have, and how many rows hold each. */
    left,
    read(index: number): string | undefined {
      if (!long) return undefined;
      const own = long.measures.get(plainName(text(index)));
      if (own === undefined) left.set(text(index), (left.get(text(index)) ?? 0) + 1);
      return own ?? "left out";
    },
  };
}

type RowOrigin = Pick<Observation, "source" | "vintage" | "statuses" | "note">;

interface OriginInput {
  readonly columns: ResolvedColumns;
  readonly textAt: TextAt;
}

/** Reads who published a row, and when; undefined after reporting what is wrong with it. */
function createOriginReader({ columns, textAt }: OriginInput, { spec, categories, sources, problems }: BuildInput) {
  const time = columns.dimensions.find(({ dimension }) => spec.dimensions[dimension]?.role === "time");
  const period = textAt(time?.index);
  const flags = new Map<string, readonly ObservationStatus[]>();
  /** What the label of its period says of a row: `2019p`. */
  const flagsOf = (label: string) => {
    const known = flags.get(label) ?? (time ? categories.statuses(time.dimension, label) : []);
    flags.set(label, known);
    return known;
  };
  const [source, vintage, note] = [textAt(columns.source), textAt(columns.vintage), textAt(columns.note)];
  return (index: number, at: Place): RowOrigin | undefined => {
    const origin = sources.resolve(source(index), at);
    const dated = vintage(index);
    const isDated = dated === "" || isPartialDate(dated);
    if (!isDated) problems.error(dated, badVintage(dated, at));
    if (!origin || !isDated) return undefined;
    const words = note(index);
    return {
      source: origin.id,
      vintage: dated || origin.published || "",
      statuses: [...statusesOf(words, spec), ...flagsOf(period(index))],
      note: words,
    };
  };
}

/** All of some lists of statuses, each once; most rows have none. */
const joined = (...lists: readonly (readonly ObservationStatus[])[]): readonly ObservationStatus[] => {
  const filled = lists.filter(({ length }) => length > 0);
  return filled.length < 2 ? (filled[0] ?? []) : [...new Set(filled.flat())];
};

interface ReadMeasure extends MeasureColumn {
  /** What its heading says of all its figures: `2019p`. */
  readonly flags: readonly ObservationStatus[];
  readonly read: CellReader;
}

const noCells: TableColumn = { values: [null], codes: new Uint32Array() };
const cellsOf = (table: RawTable, index: number): TableColumn => table.cells[index] ?? noCells;

const textOf = (cell: SheetCell | undefined): string => cellText(cell ?? null).trim();

type TextReader = (index: number) => string;

function createTextReader(column: TableColumn | undefined): TextReader {
  const texts = column?.values.map(textOf) ?? [];
  return (index) => (column ? (texts[column.codes[index] ?? 0] ?? "") : "");
}

type CellReader = (index: number, source: Place) => ParsedCell | undefined;

/** Reads the cells of a measure; undefined after reporting one that is no figure. */
function createCellReader({ values, codes }: TableColumn, column: MeasureColumn, input: BuildInput): CellReader {
  const read: (ParsedCell | string | undefined)[] = [];
  return (index, source) => {
    const code = codes[index] ?? 0;
    read[code] ??= readCell(values[code] ?? null, column.spec, input);
    const found = read[code];
    if (typeof found !== "string") return found;
    const at = { ...source, column: column.index + 1, field: column.name };
    input.problems.error(found, badCell(found, values[code] ?? null, at));
    return undefined;
  };
}

function readCell(cell: SheetCell, measure: MeasureSpec, { parseCell }: BuildInput): ParsedCell | string {
  const parsed = parseCell(cell, measure);
  if (typeof parsed === "string") return parsed;
  const rounded = declaredRounding(parsed.cell, measure);
  return typeof rounded === "string" ? rounded : { ...parsed, cell: rounded };
}

interface NameReader {
  readonly dimension: string;
  /** The id of the category that a row names; undefined after reporting a name that is none. */
  read(index: number, source: Place): string | undefined;
}

function createNameReader(
  { values, codes }: TableColumn,
  { dimension, name, nameIn }: DimensionColumn,
  { categories, problems }: BuildInput,
): NameReader {
  return {
    dimension,
    read(index, source) {
      const text = textOf(values[codes[index] ?? 0]);
      const own = nameIn(text);
      const category = own === undefined ? undefined : categories.resolve(dimension, own);
      if (typeof category === "object") return category.id;
      const message = category ?? `${quote(text)} does not look as layout.dimensions.${dimension} says.`;
      problems.error(message, {
        code: own === undefined ? "pattern-not-matched" : "unknown-category",
        message,
        hint: `If such rows are no data: layout: { rows: { except: { ${quote(name)}: ${quote(text)} } } }.`,
        source: { ...source, field: name },
      });
      return undefined;
    },
  };
}

interface RowNaming {
  readonly index: number;
  readonly given: Readonly<Record<string, string>>;
  readonly source: Place;
}

/** The category of a row in each dimension; undefined where any has none. */
function nameRow(dimensions: readonly NameReader[], { index, given, source }: RowNaming) {
  const at: Record<string, string> = { ...given };
  let isComplete = true;
  for (const { dimension, read } of dimensions) {
    const id = read(index, source);
    if (id === undefined) isComplete = false;
    else at[dimension] = id;
  }
  return isComplete ? at : undefined;
}

interface Naming {
  readonly input: BuildInput;
  readonly source: Place;
}

interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  readonly field?: string;
}

/** Category ids of names by dimension; undefined after reporting those that are none. */
function resolveNames(names: Readonly<Record<string, string>>, { input, source }: Naming) {
  const at: Record<string, string> = {};
  let complete = true;
  for (const [dimension, name] of Object.entries(names)) {
    const category = input.categories.resolve(dimension, name);
    if (typeof category !== "string") at[dimension] = category.id;
    else {
      const isHeading = source.field !== undefined;
      input.problems.error(category, {
        code: "unknown-category",
        message: category,
        ...(isHeading && { hint: `If it is another column: layout: { ignore: [${quote(source.field ?? "")}] }.` }),
        source,
      });
      complete = false;
    }
  }
  return complete ? at : undefined;
}

const badVintage = (vintage: string, source: Place) =>
  ({
    code: "bad-vintage",
    message: `${quote(vintage)} is not a date of publication.`,
    hint: "Write it as 2019-09-11, 2019-09 or 2019, so that later ones can be told from earlier ones.",
    source,
  }) as const;

function badCell(problem: string, raw: SheetCell, source: Place & { readonly column: number }) {
  const isWord = typeof raw === "string" && raw.length <= 20 && !/\d/u.test(raw);
  return {
    code: "bad-cell",
    message: `The cell ${problem}.`,
    hint: isWord
      ? `Correct it, or say in the definition what it stands for: markers: { ${quote(raw.trim())}: "suppressed" }, or "unavailable", "not-supplied", "not-applicable".`
      : "Correct it, or declare it as a marker in the dataset's definition.",
    source,
  } as const;
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

/** An observation and where it stands in its file: errors name it, and nothing else ever does. */
interface ReadObservation {
  readonly observation: Observation;
  readonly source: Place;
  /** The heading of its column. */
  readonly field: string;
}

function placeOf(
  column: MeasureColumn,
  at: Readonly<Record<string, string>>,
  spec: DatasetSpec,
): Record<string, string> {
  const dimensions = column.spec.dimensions ?? Object.keys(spec.dimensions);
  return Object.fromEntries(dimensions.flatMap((dimension) => (at[dimension] ? [[dimension, at[dimension]]] : [])));
}

function statusesOf(note: string, spec: DatasetSpec): readonly ObservationStatus[] {
  if (note === "") return [];
  return (spec.layout?.statuses ?? [])
    .filter(({ noteContains }) => note.toLowerCase().includes(noteContains.toLowerCase()))
    .map(({ status }) => status);
}

interface Merging {
  readonly merged: Map<string, ReadObservation>;
  readonly problems: Problems;
  readonly cellKey: CellKey;
}

/**
 * One cell, source and vintage is one observation, whatever the order of the rows. A row that repeats the same value adds
 * its status and its note; one that leaves a cell empty which another row fills yields to it; two values are an error,
 * since nobody could say which one holds.
 */
function addObservation(read: ReadObservation, { merged, problems, cellKey }: Merging): void {
  const { observation } = read;
  const key = `${cellKey(observation.measure, observation.at)}|${observation.source}|${observation.vintage}`;
  const known = merged.get(key);
  if (!known || (isEmpty(known.observation.cell) && !isEmpty(observation.cell))) merged.set(key, read);
  else if (sameCell(known.observation.cell, observation.cell))
    merged.set(key, { ...known, observation: together(known.observation, observation) });
  else if (!isEmpty(observation.cell)) {
    problems.error(observation.measure, {
      code: "contradictory-rows",
      message: `The ${placeName(known, read)} and the ${placeName(read, known)} give different values for the same cell, source and vintage.`,
      hint: "Remove one, leave it out by layout.rows, or tell them apart by a dimension, or by a column for the vintage.",
      source: read.source,
    });
  }
}

/** A row, and whatever else tells it from another. */
function placeName({ source, field }: ReadObservation, { source: other }: ReadObservation): string {
  const { file, sheet, row } = source;
  const where = file !== other.file ? ` of ${file}` : sheet !== other.sheet ? ` of the sheet "${sheet ?? ""}"` : "";
  return `row ${row}${where}${row === other.row && where === "" ? `, column "${field}",` : ""}`;
}

function together(a: Observation, b: Observation): Observation {
  const inOrder = <T>(items: readonly T[]): readonly T[] => [...new Set(items)].sort();
  const notes = inOrder([...a.note.split(noteBreak), ...b.note.split(noteBreak)].filter(Boolean));
  return { ...a, statuses: inOrder([...a.statuses, ...b.statuses]), note: notes.join(noteBreak) };
}

/** Between the notes of rows that say the same. */
const noteBreak = "\n";

const isEmpty = (cell: Cell): boolean => cell.state === "missing" && cell.reason === "not-supplied";
const sameCell = (a: Cell, b: Cell): boolean => JSON.stringify(a) === JSON.stringify(b);

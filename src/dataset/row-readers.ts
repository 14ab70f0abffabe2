import { quote } from "../diagnostics/index.ts";
import { cellText, type SheetCell } from "../tables/index.ts";
import type { BuildInput } from "./build-input.ts";
import type { Cell } from "./cell.ts";
import type { ColumnsBuilder } from "./columns/build-columns.ts";
import { type CellColumns, createCellColumns, setCell } from "./columns/cell-columns.ts";
import { declaredRounding } from "./declared-rounding.ts";
import type { DatasetSpec } from "./definition.ts";
import { labelOf } from "./layout/names.ts";
import type { MeasureSpec } from "./measure-spec.ts";
import type { RowLocation } from "./merge-rows.ts";
import type { Category, Source } from "./observation.ts";
import type { ObservationStatus } from "./observation-status.ts";
import type { ParsedCell } from "./parse-cell.ts";
import { isPartialDate } from "./partial-date.ts";
import type { RawTable, TableColumn } from "./raw-table.ts";
import type { DimensionColumn, MeasureColumn, ResolvedColumns } from "./resolved-columns.ts";
import type { UnmatchedNames } from "./unmatched-names.ts";

// Readers of the columns of a table. Each reads a different cell once, when the first row that has it comes; what is wrong with
// a cell is reported of every row. A row is told by its index in the table, and by its number in the file for errors.

const noCells: TableColumn = { values: [null], codes: new Uint32Array() };
/** A column of the file, from 0; one without cells where there is none. */
export const columnAt = (table: RawTable, index: number | undefined): TableColumn =>
  (index === undefined ? undefined : table.cells[index]) ?? noCells;

export const locationIn = ({ file, sheet }: RawTable, row: number): RowLocation => ({ file, sheet, row });

/** A cell as text, without white space around it; "" for a blank one. */
export const textOf = (cell: SheetCell | undefined): string => cellText(cell ?? null).trim();

/** Statuses that nothing says. */
const noStatuses: readonly ObservationStatus[] = [];

/** What a column says of a row, worked out once for each of its different texts. */
function byText<T>({ values, codes }: TableColumn, read: (text: string) => T): (index: number) => T {
  const known: T[] = [];
  return (index) => {
    const code = codes[index] ?? 0;
    if (known[code] === undefined) known[code] = read(textOf(values[code]));
    return known[code] as T;
  };
}

/** Of a long table, the measure that a row holds; undefined where each row holds all. */
export function createMeasureReader(table: RawTable, { long }: ResolvedColumns) {
  const textAt = byText(columnAt(table, long?.index), (text) => ({
    text,
    measure: long?.measureIn(text),
  }));
  const left = new Map<string, number>();
  return {
    /** The names of measures that the definition does not have, and how many rows hold each. */
    left,
    read(index: number): string | undefined {
      if (!long) return undefined;
      const { text, measure } = textAt(index);
      if (measure === undefined) left.set(text, (left.get(text) ?? 0) + 1);
      return measure ?? "left out";
    },
  };
}

/** Who published a row, when, and what it says beside its figures; codes of the columns that are being built. */
export interface RowOrigin {
  readonly source: number;
  readonly vintage: number;
  readonly note: number;
  readonly statuses: readonly ObservationStatus[];
}

interface OriginInput {
  readonly input: BuildInput;
  readonly columns: Pick<ColumnsBuilder, "source" | "vintage" | "note">;
}

/** Makes a function that reads the origin of a row; undefined after reporting what is wrong with it. */
export function createOriginReader(
  table: RawTable,
  resolved: ResolvedColumns,
  { input, columns }: OriginInput,
): (index: number, row: number) => RowOrigin | undefined {
  const { spec, categories, sources, problems } = input;
  const time = resolved.dimensions.find(({ dimension }) => spec.dimensions[dimension]?.role === "time");
  /** What the label of its period says of a row: `2019p`. */
  const flagsOf = byText(columnAt(table, time?.index), (label) =>
    time ? categories.statuses(time.dimension, label) : noStatuses,
  );
  const nameOf = byText(columnAt(table, resolved.source), (name) => ({ name }));
  const found = new Map<string, { readonly source: number; readonly published: number }>();
  const sourceOf = (name: string, row: number) => {
    const known = found.get(name);
    if (known) return known;
    const source: Source | undefined = sources.resolve(name, locationIn(table, row));
    if (!source) return undefined;
    const codes = {
      source: columns.source.codeOf(source.id),
      published: columns.vintage.codeOf(source.published || ""),
    };
    found.set(name, codes);
    return codes;
  };
  const vintageOf = byText(columnAt(table, resolved.vintage), (dated) => ({
    dated,
    isDated: dated === "" || isPartialDate(dated),
    code: columns.vintage.codeOf(dated),
  }));
  const noteOf = byText(columnAt(table, resolved.note), (words) => ({
    code: columns.note.codeOf(words),
    statuses: statusesOf(words, spec),
  }));
  return (index, row) => {
    const source = sourceOf(nameOf(index).name, row);
    const { dated, isDated, code } = vintageOf(index);
    if (!isDated) problems.error(dated, badVintage(dated, locationIn(table, row)));
    if (!source || !isDated) return undefined;
    const words = noteOf(index);
    const flags = flagsOf(index);
    return {
      source: source.source,
      vintage: dated === "" ? source.published : code,
      note: words.code,
      statuses: flags.length === 0 ? words.statuses : [...words.statuses, ...flags],
    };
  };
}

function statusesOf(note: string, spec: DatasetSpec): readonly ObservationStatus[] {
  if (note === "") return noStatuses;
  return (spec.layout?.statuses ?? [])
    .filter(({ noteContains }) => note.toLowerCase().includes(noteContains.toLowerCase()))
    .map(({ status }) => status);
}

interface ParentInput {
  readonly input: BuildInput;
  readonly columns: Pick<ColumnsBuilder, "categoryColumns">;
}

/** Makes a function that notes what holds the categories of a row, by their codes, where columns tell it. */
export function createParentReader(
  table: RawTable,
  { parents }: ResolvedColumns,
  { input, columns }: ParentInput,
): (index: number, row: number, named: Uint32Array) => void {
  const all = parents.map(({ dimension, levels }) => {
    const position = columns.categoryColumns.findIndex((own) => own.dimension === dimension);
    const readers = levels.map((level) => ({
      idAt: byText(columnAt(table, level.index), (text) => parentOf(text, { dimension, level, table, input })),
    }));
    return { dimension, position, ids: columns.categoryColumns[position]?.values ?? [], readers };
  });
  return (index, row, named) => {
    for (const { dimension, position, ids, readers } of all) {
      let part = ids[named[position] ?? 0] ?? "";
      for (const { idAt } of readers) {
        const whole = idAt(index);
        if (whole === "" || part === "") continue;
        input.parents.note(dimension, { part, whole }, locationIn(table, row));
        part = whole;
      }
    }
  };
}

interface ParentNaming {
  readonly dimension: string;
  readonly level: DimensionColumn;
  readonly table: RawTable;
  readonly input: BuildInput;
}

/** The id of the category that a text names as a holder; "" where it names none, also after reporting that. */
function parentOf(text: string, { dimension, level, table, input }: ParentNaming): string {
  const name = level.nameIn(labelOf(text));
  if (name === "" || (name === undefined && text === "")) return "";
  const category =
    name === undefined
      ? `${quote(text)} does not look as layout.parents says.`
      : input.categories.resolve(dimension, name);
  if (typeof category === "object") return category.id;
  input.problems.error(`parents ${category}`, {
    code: name === undefined ? "pattern-not-matched" : "unknown-category",
    message: category,
    hint: `Correct layout.parents of ${dimension}, or list what holds others among its categories.`,
    source: { file: table.file, sheet: table.sheet, field: level.name },
  });
  return "";
}

/** Reads the cells of a measure. */
export interface CellReader {
  /** What each different cell holds, by its code; where `read` has said that it holds anything. */
  readonly cells: CellColumns;
  /** The code of a row's cell; undefined after reporting one that is no figure. */
  read(index: number, row: number): number | undefined;
  /** What the markers beside its number say. */
  statusesOf(code: number): readonly ObservationStatus[];
}

const unread = 0;
const isRead = 1;
const isBad = 2;
const isWithout = 3;

export function createCellReader(table: RawTable, column: MeasureColumn, input: BuildInput): CellReader {
  const { values, codes } = columnAt(table, column.index);
  // Of a long table that is wide too, most pairs of a column and a measure are never read.
  let cells = createCellColumns(0);
  let done = new Uint8Array(0);
  const statuses = new Map<number, readonly ObservationStatus[]>();
  const bad = new Map<number, string>();
  const isLeftOut = input.spec.layout?.unreadableCells === "leave-out";

  function readOnce(code: number, row: number): void {
    const whole = values[code] ?? null;
    const cell = column.within ? column.within.partOf(whole) : whole;
    const found = readCell(cell, column.spec, input);
    input.signs.note(cell, { id: column.measure, spec: column.spec }, locationIn(table, row));
    const isProblem = typeof found === "string";
    done[code] = !isProblem ? isRead : isLeftOut ? isWithout : isBad;
    if (isProblem) {
      bad.set(code, found);
      if (isLeftOut) setCell(cells, code, cellLeftOut(cell, column.spec, input.spec));
      return;
    }
    setCell(cells, code, found.cell);
    if (found.statuses.length > 0) statuses.set(code, found.statuses);
  }

  return {
    get cells() {
      return cells;
    },
    read(index, row) {
      if (done.length === 0) {
        cells = createCellColumns(values.length);
        done = new Uint8Array(values.length);
      }
      const code = codes[index] ?? 0;
      if (done[code] === unread) readOnce(code, row);
      if (done[code] === isRead) return code;
      const problem = bad.get(code) ?? "";
      const source = { ...locationIn(table, row), column: column.index + 1, field: column.name };
      const details = badCell(problem, values[code] ?? null, source);
      if (done[code] === isWithout) {
        input.problems.warn(column.measure, { ...details, message: unreadableCell, hint: leftOutCells });
        return code;
      }
      input.problems.error(problem, details);
      return undefined;
    },
    statusesOf: (code) => (statuses.size === 0 ? noStatuses : (statuses.get(code) ?? noStatuses)),
  };
}

const unreadableCell = "The cell is neither a number nor a declared marker, and its figure is not available.";
const leftOutCells =
  'It is not read: layout.unreadableCells is "leave-out". Correct the data, or declare what stands there as a marker.';

/** What may be said of a count that was hidden, in words or by its bounds: `fewer than ten`, `1-4`, `1 to 4`. */
const mayBeHidden = /\p{L}{2}|[<>≤≥]|\d\s*[-–—]\s*\d/u;

/** What stands for a figure that cannot be read: a count that may be a small one is hidden, so that no total gives it away. */
function cellLeftOut(cell: SheetCell, { statType }: MeasureSpec, { disclosure }: DatasetSpec): Cell {
  const isHidden = statType === "count" && (disclosure !== undefined || mayBeHidden.test(cellText(cell)));
  return isHidden ? { state: "suppressed" } : { state: "missing", reason: "unavailable" };
}

function readCell(cell: SheetCell, measure: MeasureSpec, { parseCell }: BuildInput): ParsedCell | string {
  const parsed = parseCell(cell, measure);
  if (typeof parsed === "string") return parsed;
  const rounded = declaredRounding(parsed.cell, measure);
  return typeof rounded === "string" ? rounded : { ...parsed, cell: rounded };
}

/** Reads the names of the categories of a dimension. */
export interface NameReader {
  readonly dimension: string;
  /** The code of the category that a row names; 0 after reporting a name that is none. */
  read(index: number, row: number): number;
  /** All categories that the name of a row may mean, where they are several. */
  namesakes(index: number): readonly Category[] | undefined;
  /** Tells the registry how often each name was met. */
  finish(): void;
}

interface NameInput {
  readonly input: BuildInput;
  readonly unmatched: UnmatchedNames;
  readonly codeOf: (id: string) => number;
}

export function createNameReader(
  table: RawTable,
  { dimension, index: column, name, nameIn }: DimensionColumn,
  { input, unmatched, codeOf }: NameInput,
): NameReader {
  const { categories, problems } = input;
  const { values, codes } = columnAt(table, column);
  const known = new Uint32Array(values.length);
  const rows = new Uint32Array(values.length);
  const bad = new Map<number, { readonly message: string; readonly own: string | undefined; readonly text: string }>();
  const namesakes = new Map<number, readonly Category[]>();

  function readOnce(code: number): void {
    const text = textOf(values[code]);
    const own = nameIn(labelOf(text));
    const category = own === undefined ? undefined : categories.resolve(dimension, own);
    if (typeof category === "object") {
      known[code] = codeOf(category.id);
      const all = categories.namesakes(dimension, own ?? "");
      if (all.length > 0) namesakes.set(code, all);
    } else {
      const message = category ?? `${quote(text)} does not look as layout.dimensions.${dimension} says.`;
      bad.set(code, { message, own, text });
    }
  }

  return {
    dimension,
    read(index, row) {
      const code = codes[index] ?? 0;
      if (rows[code] === 0) readOnce(code);
      rows[code] = (rows[code] as number) + 1;
      const problem = known[code] === 0 ? bad.get(code) : undefined;
      if (!problem) return known[code] as number;
      const { message, own, text } = problem;
      if (own !== undefined && own.trim() !== "" && categories.isClosed(dimension)) {
        unmatched.note(dimension, own, { ...locationIn(table, row), field: name });
        return 0;
      }
      problems.error(message, {
        code: own === undefined ? "pattern-not-matched" : "unknown-category",
        message,
        hint: text.includes(`{${dimension}}`)
          ? "If the heading of this column tells no part of it, leave the column out: layout: { ignore: [ … ] }."
          : `If such rows are no data: layout: { rows: { except: { ${quote(name)}: ${quote(text)} } } }.`,
        source: { ...locationIn(table, row), field: name },
      });
      return 0;
    },
    namesakes: (index) => (namesakes.size === 0 ? undefined : namesakes.get(codes[index] ?? 0)),
    finish() {
      for (const [code, count] of rows.entries()) {
        const own = known[code] === 0 ? undefined : nameIn(labelOf(textOf(values[code])));
        if (own !== undefined) categories.countSpelling(dimension, own, count);
      }
    },
  };
}

const badVintage = (vintage: string, source: RowLocation) =>
  ({
    code: "bad-vintage",
    message: `${quote(vintage)} is not a date of publication.`,
    hint: "Write it as 2019-09-11, 2019-09 or 2019, so that later ones can be told from earlier ones.",
    source,
  }) as const;

/** A figure with its bounds, or what may be added to it and taken away: `36.5 [34.0-39.1]`, `12 ± 3`. */
const withBounds =
  /^[^\p{L}([]*\d[^\p{L}([]*(?:[([][^\p{L}\d]*\d[^\p{L}]*(?:-|–|,|;|\bto\b)[^\p{L}]*\d[^\p{L}]*[)\]]|(?:±|\+\/-)\s?\d[\d.,]*%?)$/u;
const longestBounded = 80;

/** A whole number, if the point stands between thousands. */
const withPoints = /^\D{0,3}[1-9]\d{0,2}(?:\.\d{3})+\D{0,3}$/u;

function badCell(problem: string, raw: SheetCell, source: RowLocation & { readonly column: number }) {
  const isWord = typeof raw === "string" && raw.length <= 20 && !/\d/u.test(raw);
  const isSeveral = typeof raw === "string" && raw.length <= longestBounded && withBounds.test(raw.trim());
  return {
    code: "bad-cell",
    message: `The cell ${problem}.`,
    hint: isSeveral
      ? "If it holds a figure and its bounds, say what it looks like, a measure in each pair of braces: layout: { cells: { … } }."
      : typeof raw === "string" && withPoints.test(raw.trim())
        ? 'If a point stands between thousands in all of the file, say so: layout: { decimal: "," }; if only in some cells, write them as the others.'
        : isWord
          ? `Correct it, or say in the definition what it stands for: markers: { ${quote(raw.trim())}: "suppressed" }, or "unavailable", "not-supplied", "not-applicable", "zero".`
          : "Correct it, or declare it as a marker in the dataset's definition.",
    source,
  } as const;
}

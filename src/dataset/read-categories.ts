import { readFile as readFromDisk } from "node:fs/promises";
import { createDiagnostics, createProblems, defined, type Problems, quote } from "../diagnostics/index.ts";
import { cellText, type Sheet } from "../tables/index.ts";
import { contentOf } from "./data-input.ts";
import type { CategorySpec, PeriodFormatSpec } from "./dimension-spec.ts";
import { createRowFilter } from "./layout/filter-rows.ts";
import type { LayoutSpec } from "./layout/layout-spec.ts";
import { indexHeads, locateTable } from "./layout/locate-table.ts";
import { type Headings, headingLocation, missingColumn, twinColumns } from "./layout/missing-column.ts";
import { addDays } from "./period.ts";
import { createPeriodReader, periodReadings } from "./period-reader.ts";
import { readInput, type TableInput } from "./read-table.ts";

/** Columns of a lookup that tell one level of categories: the districts, or the regions that hold them. */
export interface LookupLevel {
  /** The official code, which is the id of the category. */
  readonly code: string;
  readonly name: string;
  /** Other spellings or languages of the name. */
  readonly aliases?: readonly string[];
  /** The column with the code of the category that holds it; or, where that has a name of its own in the lookup, its columns. */
  readonly parent?: string | LookupLevel;
}

/** How a file of official codes becomes categories. Columns are named as in a layout. */
export interface LookupSpec extends LookupLevel {
  /** The first and the last day that a code is in use: a column of dates or years. Empty: open. */
  readonly since?: string;
  readonly until?: string;
  /** How these are written, where all of them may be read in two ways: `dd/mm/yyyy`. */
  readonly format?: PeriodFormatSpec;
  /** The column with the code that took its place; several are in several rows, or divided by semicolons. */
  readonly successor?: string;
  /** Rows to read and to leave out, as in a layout. */
  readonly rows?: LayoutSpec["rows"];
  readonly headerRow?: LayoutSpec["headerRow"];
  readonly sheets?: LayoutSpec["sheets"];
}

export interface ReadCategoriesOptions {
  /** Default: the file system. */
  readonly readFile?: (path: string) => Promise<Uint8Array>;
}

/**
 * Reads the categories of a dimension from a lookup of official codes, such as the Office for National Statistics publishes: an
 * id, a label, a parent, and the days that a code is in use. A code in several rows is one category: its last name is the
 * label, the others are aliases. Holders stand before what they hold.
 * @throws BriefingError for what cannot be read, columns that are not there, days that are none, two parents of one code.
 */
export async function readCategories(
  lookup: TableInput | (() => TableInput | Promise<TableInput>),
  spec: LookupSpec,
  { readFile = (path) => readFromDisk(path) }: ReadCategoriesOptions = {},
): Promise<readonly CategorySpec[]> {
  const diagnostics = createDiagnostics();
  const content = (await contentOf(lookup, "lookup")) as TableInput;
  const sheets = await readInput(content, { id: "lookup", readFile, wanted: spec.sheets, diagnostics });
  diagnostics.throwIfErrors();
  const problems = createProblems(diagnostics);
  const rows = sheets.flatMap((sheet) => rowsOf(sheet, { spec, problems }));
  problems.report();
  diagnostics.throwIfErrors();
  const categories = categoriesOf(rows, problems);
  problems.report();
  diagnostics.throwIfErrors();
  return categories;
}

/** A code as one row tells it. */
interface LookupRow {
  readonly depth: number;
  readonly code: string;
  readonly names: readonly string[];
  readonly parent: string;
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly successors: readonly string[];
  readonly source: { readonly file: string; readonly row: number };
}

interface ReadingLookup {
  readonly spec: LookupSpec;
  readonly problems: Problems;
}

const levelsOf = (level: LookupLevel): readonly LookupLevel[] =>
  typeof level.parent === "object" ? [level, ...levelsOf(level.parent)] : [level];

function rowsOf(sheet: Sheet, { spec, problems }: ReadingLookup): readonly LookupRow[] {
  const levels = levelsOf(spec);
  const named = levels.flatMap(({ code, name, aliases = [], parent }) => [
    code,
    name,
    ...aliases,
    ...(typeof parent === "string" ? [parent] : []),
  ]);
  const wanted = [...named, ...[spec.since, spec.until, spec.successor].filter((name) => name !== undefined)];
  const located = locateTable(
    sheet,
    { names: wanted.map((name) => [name]), isWide: undefined, levels: 1, isFigure: () => true },
    { headerRow: spec.headerRow, lastRow: undefined },
  );
  const headings: Headings = {
    file: sheet.file,
    sheet: sheet.name,
    headerRow: located?.headerRow ?? 1,
    columns: located?.columns ?? [],
  };
  const columns = new Map<string, number>();
  const heads = indexHeads(headings.columns);
  for (const name of new Set(wanted)) {
    const [first, second] = heads.named([name]);
    if (first !== undefined && second !== undefined) problems.error(name, twinColumns(headings, [first, second]));
    const index = heads.find([name]);
    if (index === undefined) problems.error(name, missingColumn(headings, name, "the lookup"));
    else columns.set(name, index);
  }
  if (!located || columns.size < new Set(wanted).size) return [];
  const filter = createRowFilter({ layout: { rows: spec.rows ?? {} } }, problems);
  const kept = [...filter.keep(headings, sheet.columns, located.rows)];
  filter.finish();
  const textAt = (name: string | undefined, row: number): string => {
    const column = name === undefined ? undefined : sheet.columns[columns.get(name) ?? -1];
    return column ? cellText(column.values[column.codes[row] ?? 0] ?? null).trim() : "";
  };
  const dayOf = createDayReader({ kept, rowNumbers: sheet.rowNumbers, textAt, problems, headings, spec });
  return kept.flatMap((row) => {
    const source = { ...headingLocation(headings), row: sheet.rowNumbers[row] as number };
    const codes = levels.map(({ code }) => textAt(code, row));
    return levels.flatMap((level, depth): readonly LookupRow[] => {
      const code = codes[depth] ?? "";
      const names = [level.name, ...(level.aliases ?? [])].map((name) => textAt(name, row)).filter(Boolean);
      if (code === "" || names.length === 0) {
        // A district without a county is held by its region.
        if (depth === 0 || code !== "" || names.length > 0)
          problems.error(`blank ${depth}`, blankRow(level, code, source));
        return [];
      }
      // An area that is one of two levels at once, as a unitary authority is, holds itself.
      const next = codes.slice(depth + 1).find((own) => own !== "" && own !== code);
      const parent = typeof level.parent === "string" ? textAt(level.parent, row) : (next ?? "");
      const own = { depth, code, names, parent: parent === code ? "" : parent, source };
      if (depth > 0) return [{ ...own, since: undefined, until: undefined, successors: [] }];
      const successors = textAt(spec.successor, row)
        .split(/[;,\s]+/u)
        .filter(Boolean);
      return [{ ...own, since: dayOf(spec.since, row, "first"), until: dayOf(spec.until, row, "last"), successors }];
    });
  });
}

const blankRow = ({ code: column, name }: LookupLevel, code: string, source: LookupRow["source"]) =>
  ({
    code: "invalid-lookup",
    message: `The row has no ${code === "" ? column : name}.`,
    hint: `Leave such rows out: rows: { except: { ${quote(code === "" ? column : name)}: "" } }.`,
    source,
  }) as const;

interface DayInput extends ReadingLookup {
  readonly kept: readonly number[];
  readonly rowNumbers: Uint32Array;
  readonly textAt: (name: string | undefined, row: number) => string;
  readonly headings: Headings;
}

/** The last day of a code that is in use, as some databases have it. */
const never = /^9999-|[/.-]9999(?: |$)/u;

/** Reads all days of a lookup in one way: `01/02/2009` is one in February where another is `13/02/2009`. */
function createDayReader({ kept, rowNumbers, textAt, problems, headings, spec }: DayInput) {
  const dayText = (column: string | undefined, row: number): string => {
    const text = textAt(column, row);
    return never.test(text) ? "" : text;
  };
  const columns = [spec.since, spec.until].filter((column) => column !== undefined);
  const texts = new Set(columns.flatMap((column) => kept.map((row) => dayText(column, row))).filter(Boolean));
  const { reader, unclear } = createPeriodReader(texts, { dimension: "", format: spec.format });
  const isOpen = (text: string) => new Set(periodReadings(text).map(({ start }) => start)).size > 1;
  for (const { message } of unclear.filter(() => [...texts].some(isOpen))) {
    problems.error("unclear", {
      code: "invalid-lookup",
      message: `${message.split(". Say which")[0]?.replace(/\.$/u, "")}.`,
      hint: 'Say which: format: "dd/mm/yyyy" or format: "mm/dd/yyyy" of the lookup.',
      source: headingLocation(headings, columns[0]),
    });
  }
  return (column: string | undefined, row: number, end: "first" | "last"): string | undefined => {
    const text = dayText(column, row);
    const period = text === "" ? undefined : reader.readings(text)[0];
    if (period) return end === "first" ? period.start : addDays(period.endExclusive, -1);
    if (text !== "" && column !== undefined) {
      problems.error(`day ${column}`, {
        code: "invalid-lookup",
        message: `${quote(text)} is not a day or a year.`,
        hint: "Write it as 2009-04-01, or leave it empty where the code is still in use.",
        source: { ...headingLocation(headings, column), row: rowNumbers[row] as number },
      });
    }
    return undefined;
  };
}

function categoriesOf(rows: readonly LookupRow[], problems: Problems): readonly CategorySpec[] {
  const byCode = new Map<string, LookupRow[]>();
  for (const row of rows) {
    const known = byCode.get(row.code);
    if (known) known.push(row);
    else byCode.set(row.code, [row]);
  }
  const categories = [...byCode].map(([code, all]) => {
    // The last name is the one in use.
    const inOrder = [...all].sort((a, b) => compare(lastDay(a), lastDay(b)));
    const newest = inOrder.at(-1) as LookupRow;
    const [label = code, ...others] = [
      ...new Set([...newest.names, ...inOrder.reverse().flatMap(({ names }) => names)]),
    ];
    for (const row of all) {
      if (row.parent === newest.parent || timeOf(row) !== timeOf(newest)) continue;
      problems.error("parents", {
        code: "invalid-lookup",
        message: `${code} is held by ${row.parent || "none"} and by ${newest.parent || "none"}.`,
        hint: "A category has one parent: leave rows out, or read another column as the parent.",
        source: row.source,
      });
    }
    const since = all.some((row) => row.since === undefined) ? undefined : all.map((row) => row.since ?? "").sort()[0];
    const until = all.some((row) => row.until === undefined)
      ? undefined
      : all
          .map((row) => row.until ?? "")
          .sort()
          .at(-1);
    const successors = [...new Set(all.flatMap((row) => row.successors))].filter(
      (own) => own !== code && byCode.has(own),
    );
    const category: CategorySpec = defined({
      id: code,
      label,
      aliases: others.length > 0 ? others : undefined,
      parent: newest.parent !== "" && byCode.has(newest.parent) ? newest.parent : undefined,
      since,
      until,
      successors: successors.length > 0 ? successors : undefined,
    });
    return { category, depth: Math.max(...all.map(({ depth }) => depth)) };
  });
  return categories.sort((a, b) => b.depth - a.depth).map(({ category }) => category);
}

const lastDay = ({ until, since }: LookupRow): string => until ?? (since === undefined ? "" : `9999 ${since}`);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Over the years, a code may have come to another parent: the last one holds it. */
const timeOf = ({ since, until }: LookupRow): string => `${since}|${until}`;

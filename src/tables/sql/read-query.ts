import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type DiagnosticDetails, defined, quote } from "../../diagnostics/index.ts";
import { withHeading } from "../parquet/read-parquet.ts";
import type { Sheet, SheetCell } from "../sheet.ts";
import { rowsFrom1 } from "../sheet-builder.ts";
import { dayCell, decimalCell, integerCell, singleCell, timestampCell } from "../typed-cells.ts";
import { missingPackage } from "../unreadable-file.ts";
import { maxRows, type QueryAnswer, type QueryColumn, runQuery } from "./run-query.ts";
import type { ReadSqlOptions, SqlInput } from "./sql-input.ts";

/** The result of a query as a sheet: the names of its columns are the first row. What is wrong is reported. */
export async function readQuery(input: SqlInput, { file, diagnostics }: ReadSqlOptions): Promise<readonly Sheet[]> {
  const folder = pathOf(input.folder ?? process.cwd());
  const database = input.database === undefined ? undefined : resolve(folder, pathOf(input.database));
  const answer = await runQuery({ sql: input.sql, folder, database });
  if (answer.kind !== "table") {
    diagnostics.error(problemOf(answer, { sql: input.sql, file }));
    return [];
  }
  const problems = answer.columns.flatMap((column, index) =>
    problemsOf(column, { column: index + 1, all: answer.columns, file }),
  );
  if (answer.rows === 0) problems.push({ code: "empty-file", message: "The query gives no rows.", source: { file } });
  const sorted = sortRows(answer.columns.map(({ values, codes }) => ({ values, codes: joined(codes, answer.rows) })));
  const columns = answer.columns.map((column, index) => {
    const cells = column.values.map((value) => cellOf(value, column) ?? null);
    return withHeading(column.name, { column: index + 1, cells, codes: sorted[index] as Uint32Array });
  });
  for (const problem of problems) diagnostics.error(problem);
  if (problems.length > 0) return [];
  const rowNumbers = rowsFrom1(answer.rows + 1);
  return [{ file, name: undefined, columns, rowNumbers, merges: [], notes: [], markedTables: [] }];
}

const pathOf = (path: string | URL): string => (path instanceof URL ? fileURLToPath(path) : path);

function joined(parts: readonly Uint32Array[], length: number): Uint32Array {
  const all = new Uint32Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

type QueryValue = QueryColumn["values"][number];

/** The codes of all columns with the rows in the order of their values, from the first column to the last; nulls first. */
function sortRows(
  columns: readonly { readonly values: readonly QueryValue[]; readonly codes: Uint32Array }[],
): readonly Uint32Array[] {
  const ranks = columns.map(({ values, codes }) => {
    const order = [...values.keys()].sort((a, b) => compareValues(values[a] ?? null, values[b] ?? null));
    const rankOf = new Uint32Array(values.length);
    for (const [rank, code] of order.entries()) rankOf[code] = rank;
    return codes.map((code) => rankOf[code] as number);
  });
  const rows = Uint32Array.from({ length: columns[0]?.codes.length ?? 0 }, (_, row) => row);
  rows.sort((a, b) => {
    for (const rank of ranks) {
      const difference = (rank[a] as number) - (rank[b] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return columns.map(({ codes }) => Uint32Array.from(rows, (row) => codes[row] as number));
}

/** All values of a column but its nulls are of one type. */
function compareValues(a: QueryValue, b: QueryValue): number {
  if (Object.is(a, b)) return 0;
  if (a === null || Number.isNaN(b)) return -1;
  if (b === null || Number.isNaN(a)) return 1;
  return a < b ? -1 : 1;
}

/** How many nanoseconds the unit of a type has. */
const nanosOf: Readonly<Record<string, bigint>> = {
  TIMESTAMP: 1000n,
  TIMESTAMP_TZ: 1000n,
  TIMESTAMP_S: 1_000_000_000n,
  TIMESTAMP_MS: 1_000_000n,
  TIMESTAMP_NS: 1n,
};

const plainKinds: ReadonlySet<string> = new Set([
  "BOOLEAN",
  "DOUBLE",
  "VARCHAR",
  "ENUM",
  "UUID",
  "TIME",
  "TIME_TZ",
  "TIME_NS",
  "SQLNULL",
]);
const integerKinds: ReadonlySet<string> = new Set(
  ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT"].flatMap((kind) => [kind, `U${kind}`]),
);

const isCell = ({ kind }: QueryColumn): boolean =>
  plainKinds.has(kind) || integerKinds.has(kind) || kind in nanosOf || ["FLOAT", "DECIMAL", "DATE"].includes(kind);

/** Undefined for a date that no calendar has. */
function cellOf(value: QueryColumn["values"][number], { kind, scale }: QueryColumn): SheetCell | undefined {
  if (value === null) return null;
  const nanos = nanosOf[kind];
  if (nanos !== undefined) return timestampCell(BigInt(value) * nanos, kind === "TIMESTAMP_TZ");
  if (kind === "DATE") return dayCell(Number(value));
  if (kind === "DECIMAL") return decimalCell(BigInt(value), scale);
  if (kind === "FLOAT") return singleCell(Number(value));
  return typeof value === "bigint" ? integerCell(value) : value;
}

interface ColumnContext {
  readonly column: number;
  readonly all: readonly QueryColumn[];
  readonly file: string;
}

function problemsOf(column: QueryColumn, { column: number, all, file }: ColumnContext): DiagnosticDetails[] {
  const { name, type } = column;
  const source = { file, field: name };
  const isTwin = all.slice(0, number - 1).some((other) => other.name.toLowerCase() === name.toLowerCase());
  if (isTwin) {
    const message = `The query gives two columns called ${quote(name)}.`;
    return [{ code: "duplicate-column", message, hint: `Name one of them otherwise: … as other_${name}.`, source }];
  }
  if (!isCell(column)) {
    const message = `The column ${quote(name)} is of the type ${type}, which is no cell.`;
    const hint = `Turn it into one in the query: cast(${name} as varchar), unnest(${name}), or a part of it.`;
    return [{ code: "unreadable-columns", message, hint, source }];
  }
  if (column.values.every((value) => cellOf(value, column) !== undefined)) return [];
  const message = `The column ${quote(name)} holds a date that no calendar has.`;
  return [{ code: "unreadable-columns", message, hint: "Leave its rows out by where.", source }];
}

interface FailedQuery {
  readonly sql: string;
  readonly file: string;
}

function problemOf(answer: Exclude<QueryAnswer, { kind: "table" }>, { sql, file }: FailedQuery): DiagnosticDetails {
  const source = { file };
  const code = "sql-failed";
  switch (answer.kind) {
    case "missing package":
      return missingPackage(file, "SQL is run", "@duckdb/node-api").details;
    case "several":
      return {
        code,
        message: `There are ${answer.count} statements in ${quote(sql)}.`,
        hint: "Write one select.",
        source,
      };
    case "no query":
      return { code, message: `${quote(sql)} gives no rows.`, hint: "Write one select.", source };
    case "large": {
      const message = `The query gives more than ${maxRows.toLocaleString("en-GB")} rows.`;
      return {
        code: "too-large",
        message,
        hint: "Sum in the query: select area, year, sum(n) … group by all.",
        source,
      };
    }
    default:
      return failureOf(answer.message, { sql, file });
  }
}

/** What DuckDB says, and where in the query: it draws the line with a caret below. */
function failureOf(said: string, { sql, file }: FailedQuery): DiagnosticDetails {
  const [, text = said, line, drawn = "", gap = ""] = /^(.*?)\n+LINE (\d+): (.*)\n( *)\^/su.exec(said) ?? [];
  const message = text
    .replaceAll(/\s*\n\s*/gu, " ")
    .trim()
    .replace(/\.?$/u, ".")
    .slice(0, 600);
  const column = gap.length - `LINE ${line}: `.length + 1;
  // A long line is drawn in part.
  const isWhole = line !== undefined && sql.split("\n")[Number(line) - 1] === drawn && column > 0;
  const at = line === undefined ? "" : isWhole ? ` in line ${line}, column ${column},` : ` in line ${line},`;
  return {
    code: "sql-failed",
    message: `The query fails${at} ${quote(isWhole ? drawn.trim() : sql.trim())}: ${message}`,
    source: defined({
      file,
      line: line === undefined ? undefined : Number(line),
      column: isWhole ? column : undefined,
    }),
  };
}

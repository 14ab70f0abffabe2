import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDiagnostics, formatDiagnostic } from "../../src/diagnostics/index.ts";
import { readSheets, readSql, rowCells, type Sheet, type SqlInput } from "../../src/tables/index.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "briefwright-parquet-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each type that a cell may be of, with a row of values and one of nulls. */
const typed = `select * from (values
  (1, 'Kent', true, 12::tinyint, 255::utinyint, 9007199254740991::bigint, 9007199254740993::bigint, 18446744073709551615::ubigint,
   0.1::float, 0.1::double, 1.50::decimal(4,2), -0.05::decimal(9,2), 12345678901234567.89::decimal(25,2),
   date '2020-02-29', date '1899-12-31', timestamp '1969-12-31 23:59:59.5', timestamptz '2020-01-01 12:00:00+02',
   timestamp_ns '2020-01-01 00:00:00', time '12:30:00', 'a5f3c1d2-0000-4000-8000-000000000001'::uuid, 'low'::enum('low', 'high')),
  (2, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null)
) t(id, area, flag, tiny, utiny, safe, large, ularge, single, double, price, below, long, day, old, wall, instant, nanos, clock, uuid, level)`;

const date = (day: string, time = "") => ({
  kind: "date",
  date: `${day}${time && `T${time}`}`,
  shown: `${day}${time && ` ${time}`}`,
});
const typedRows = [
  [
    "id",
    "area",
    "flag",
    "tiny",
    "utiny",
    "safe",
    "large",
    "ularge",
    "single",
    "double",
    "price",
    "below",
    "long",
    "day",
    "old",
    "wall",
    "instant",
    "nanos",
    "clock",
    "uuid",
    "level",
  ],
  [
    1,
    "Kent",
    true,
    12,
    255,
    9007199254740991,
    "9007199254740993",
    "18446744073709551615",
    0.1,
    0.1,
    1.5,
    -0.05,
    "12345678901234567.89",
    date("2020-02-29"),
    date("1899-12-31"),
    date("1969-12-31", "23:59:59.5"),
    date("2020-01-01", "10:00:00Z"),
    date("2020-01-01", "00:00:00"),
    "12:30:00",
    "a5f3c1d2-0000-4000-8000-000000000001",
    "low",
  ],
  [2, ...Array.from({ length: 20 }, () => null)],
];

const rowsOf = (sheets: readonly Sheet[]) =>
  sheets.flatMap((sheet) => [...sheet.rowNumbers.keys()].map((row) => rowCells(sheet, row)));

async function readParquet(bytes: Uint8Array) {
  const diagnostics = createDiagnostics();
  const sheets = await readSheets(bytes, { file: "t.parquet", diagnostics });
  return { rows: rowsOf(sheets), said: diagnostics.all.map(formatDiagnostic) };
}

async function query(sql: string, more: Partial<SqlInput> = {}) {
  const diagnostics = createDiagnostics();
  const sheets = await readSql({ sql, folder, ...more }, { file: "query", diagnostics });
  return { rows: rowsOf(sheets), said: diagnostics.all.map(formatDiagnostic) };
}

let run: (sql: string) => Promise<unknown>;
const file = (name: string) => join(folder, name);
const write = async (name: string, sql: string, options = "") => {
  await run(`copy (${sql}) to '${file(name)}' (format parquet${options})`);
  return readFileSync(file(name));
};

beforeAll(async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  run = (sql) => connection.run(sql);
  await run("set TimeZone = 'UTC'");
  mkdirSync(file("sub"));
  writeFileSync(file("sub/own.csv"), "area,year,n\nKent,2018,12\nEssex,2018,30\n");
});

describe("a Parquet file", () => {
  test.each(["uncompressed", "snappy", "gzip", "brotli", "zstd", "lz4_raw"])(
    "packed with %s has all values as they are",
    async (codec) => {
      const { rows, said } = await readParquet(await write(`${codec}.parquet`, typed, `, compression ${codec}`));
      expect({ rows, said }).toEqual({ rows: typedRows, said: [] });
    },
  );

  test("in many groups of rows, with a dictionary or without", async () => {
    const sql =
      "select 'Area ' || (i % 7) as area, i::bigint as n, case when i % 3 = 0 then null else i / 4 end as q from range(5000) t(i)";
    const expected = Array.from({ length: 5000 }, (_, i) => [`Area ${i % 7}`, i, i % 3 === 0 ? null : i / 4]);
    const { rows } = await readParquet(await write("groups.parquet", sql, ", row_group_size 2048, parquet_version v2"));
    expect(rows).toEqual([["area", "n", "q"], ...expected]);
  });

  test.each([
    [
      "select 1 as id, [1, 2] as list, {'a': 1} as part",
      'Columns hold lists or structures, which are no cells: "list", "part".',
    ],
    ["select 1 as id, '\\x00\\xFF'::blob as bytes", 'The column "bytes" cannot be read: 2 bytes are no text in UTF-8.'],
    ["select 1 as id, interval 1 day as span", 'Columns hold bytes, intervals or shapes, which are no cells: "span".'],
  ])("with columns that are no cells says which, and how to choose others: %#", async (sql, what) => {
    const { said } = await readParquet(await write("nested.parquet", sql));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(what);
    expect(said[0]).toMatch(
      /\{ sql: "select … from 't\.parquet'" \}, which needs @duckdb\/node-api\. \[unreadable-columns\]$/,
    );
    expect((await query("select id from 'nested.parquet'")).rows).toEqual([["id"], [1]]);
  });

  test("without rows, or encrypted, says so", async () => {
    expect((await readParquet(await write("none.parquet", "select 1 as id where false"))).said[0] ?? "").toMatch(
      /^$|empty-file/,
    );
    expect((await readParquet(Buffer.from("PARE0000PARE"))).said[0]).toContain(
      "a Parquet file that is encrypted, which is not read",
    );
  });

  test("that is damaged anywhere is an error or the same table, never a throw", async () => {
    const bytes = await write("broken.parquet", typed, ", compression snappy");
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const broken = isCut
          ? bytes.subarray(0, Math.max(4, at))
          : Uint8Array.from(bytes, (own, index) => (index === at && index > 3 ? byte : own));
        const { rows, said } = await readParquet(broken);
        expect(rows.length > 0 || said.length > 0).toBe(true);
        for (const one of said)
          expect(one).toMatch(/\[(?:damaged-file|unreadable-columns|too-large|missing-package|empty-file)\]$/);
      }),
      { numRuns: 15 },
    );
  });
});

describe("a query", () => {
  test("gives all values as they are", async () => {
    expect(await query(typed)).toEqual({ rows: typedRows, said: [] });
  });

  test("reads files from its folder, whatever the working folder holds, and tables of a database", async () => {
    writeFileSync(file("own.csv"), "area,year,n\nWrong,2018,1\n");
    const sub = file("sub");
    expect((await query("select area, n from 'own.csv'", { folder: sub })).rows).toEqual([
      ["area", "n"],
      ["Essex", 30],
      ["Kent", 12],
    ]);
    await run(`attach '${file("sub/figures.duckdb")}' as figures`);
    await run("create table figures.cases as select 'Kent' as area, 7 as n");
    await run("detach figures");
    const both = "select c.area, c.n + o.n as n from cases c join 'own.csv' o using (area)";
    expect((await query(both, { folder: sub, database: "figures.duckdb" })).rows).toEqual([
      ["area", "n"],
      ["Kent", 19],
    ]);
  });

  test("has the same rows in whatever order it gives them", async () => {
    const sorted = await query("select * from range(50) t(i) order by i desc");
    expect(sorted.rows).toEqual((await query("select * from range(50) t(i) order by hash(i); -- any")).rows);
    expect(sorted.rows).toHaveLength(51);
  });

  test.each([
    ["select 1 as n,\n  nix from 'sub/own.csv'", "The query fails in line 2, column 3,"],
    [
      "select nix from 'sub/own.csv'",
      'The query fails in line 1, column 8, "select nix from \'sub/own.csv\'": Binder Error: Referenced column "nix" not found',
    ],
    ["select * from 'nix.csv'", "No files found that match the pattern"],
    ["select 1; select 2", "There are 2 statements in"],
    ["copy (select 1) to 'out.csv'", "gives no rows. Write one select."],
    ["install httpfs", "gives no rows. Write one select."],
    ["select * from 'https://example.org/a.csv'", "requires the extension httpfs to be loaded"],
    ["select 'twelve'::integer as n", "Could not convert string 'twelve' to INT32"],
  ])("that fails says why, and where: %#", async (sql, why) => {
    const { rows, said } = await query(sql);
    expect(rows).toEqual([]);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(why);
    expect(said[0]).toMatch(/\[sql-failed\]$/);
  });

  test("whose columns are no columns of a table says which", async () => {
    expect((await query("select [1] as l, 1 as n")).said[0]).toContain(
      'The column "l" is of the type INTEGER[], which is no cell.',
    );
    expect((await query("select 1 as n, 2 as N")).said[0]).toContain('The query gives two columns called "N".');
    expect((await query("select 'infinity'::date as d")).said[0]).toContain("holds a date that no calendar has");
    expect((await query("select 1 as n where false")).said[0]).toContain("The query gives no rows. [empty-file]");
  });
});

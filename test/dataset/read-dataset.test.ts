import * as sheetJs from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { type Diagnostic, formatDiagnostic } from "../../src/diagnostics/index.ts";
import { failureOf } from "../support/diagnostics-of.ts";

const offences = defineDataset({
  title: "Offences",
  dimensions: { area: { role: "area", label: "Police force" }, period: { role: "time", label: "Year" } },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
});

const read = (csv: string) => readDataset(offences, { csv, file: "offences.csv" }, { id: "offences" });

const errorsOf = async (promise: Promise<unknown>) => (await failureOf(() => promise)).diagnostics;

describe("CSV as spreadsheets write it", () => {
  test("a byte-order mark, quoted fields, thousands, blank rows, markers", async () => {
    const dataset = await read(
      '\uFEFFarea,period,offences\r\n"Devon, and ""Cornwall""",2018/19,"1,234"\r\n,,\r\n\r\nKent,2018/19,*\r\nEssex,2018/19,NA\r\nSurrey,2018/19,\r\nSussex,2018/19,[c]\r\n',
    );
    expect(dataset.observations.map(({ cell, at }) => [at.area, cell])).toEqual([
      ["devon-and-cornwall", { state: "value", value: 1234 }],
      ["kent", { state: "suppressed" }],
      ["essex", { state: "missing", reason: "unavailable" }],
      ["surrey", { state: "missing", reason: "not-supplied" }],
      ["sussex", { state: "suppressed" }],
    ]);
    expect(dataset.categories("area")[0]).toMatchObject({ label: 'Devon, and "Cornwall"', id: "devon-and-cornwall" });
  });

  test.each(["\r\n", "\n", "\r"])("line ends %j", async (end) => {
    const dataset = await read(["area,period,offences", "Kent,2018/19,5", "Essex,2018/19,6"].join(end));
    expect(dataset.observations.map(({ cell }) => cell)).toEqual([5, 6].map((value) => ({ state: "value", value })));
  });

  test("every bad cell is reported at once, with file, row and column", async () => {
    const errors = await errorsOf(
      read(
        "area,period,offences\nKent,2018/19,12a\nEssex,the year,5\n\nSurrey,2018/19,-3\nSussex,2018/19,1.5\nDevon,2018/19\n",
      ),
    );
    expect(errors.map(({ code, source }) => [code, source?.row, source?.column ?? 0, source?.field])).toEqual([
      ["ragged-row", 7, 0, undefined],
      ["bad-cell", 2, 3, "offences"],
      ["bad-cell", 5, 3, "offences"],
      ["bad-cell", 6, 3, "offences"],
      ["unknown-category", 3, 0, "period"],
    ]);
  });

  test("a missing column names the nearest", async () => {
    const [error] = await errorsOf(read("area,period,offenses\nKent,2018/19,5\n"));
    expect(error).toMatchObject({ code: "missing-column", hint: expect.stringContaining('Did you mean "offenses"?') });
  });

  test("a column that nothing uses is a warning", async () => {
    const dataset = await read("area,period,offences,remarks\nKent,2018/19,5,none\n");
    expect(dataset.diagnostics).toMatchObject([{ code: "unused-column", severity: "warning" }]);
  });

  test("two values for one cell are an error, the same value twice is not", async () => {
    const [error] = await errorsOf(read("area,period,offences\nKent,2018/19,5\nKent,2018/19,6\n"));
    expect(error).toMatchObject({ code: "contradictory-rows", source: { row: 3 } });
    expect((await read("area,period,offences\nKent,2018/19,5\nkent,2018-19,5\n")).observations).toHaveLength(1);
  });

  test("an unclosed quotation mark is an error, not a silent end", async () => {
    const [error] = await errorsOf(read('area,period,offences\n"Kent,2018/19,5\nEssex,2018/19,6\n'));
    expect(error?.code).toBe("invalid-csv");
  });

  test("every row comes back, whatever the numbers", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 5_000_000 }), { minLength: 1, maxLength: 40 }), async (values) => {
        const lines = values.map((value, index) => `Area ${index},2018/19,"${value.toLocaleString("en-GB")}"`);
        const dataset = await read(`area,period,offences\n${lines.join("\n")}\n`);
        expect(dataset.observations.map(({ cell }) => cell)).toEqual(
          values.map((value) => ({ state: "value", value })),
        );
      }),
    );
  });
});

describe("rows of other shapes", () => {
  test("JSON rows", async () => {
    const rows = [
      { area: "Kent", period: "2018/19", offences: 5 },
      { area: "Essex", period: "2018/19", offences: null },
    ];
    const dataset = await readDataset(offences, { rows }, { id: "offences" });
    expect(dataset.where({ period: "latest" })).toEqual([
      { area: "Kent", period: "2018/19", periodStart: "2018-04-01", offences: 5, state: "value" },
      { area: "Essex", period: "2018/19", periodStart: "2018-04-01", offences: null, state: "missing" },
    ]);
  });

  test("the bytes of a workbook, whose cells are told by sheet and letters", async () => {
    const workbook = (value: string) => {
      const book = sheetJs.utils.book_new();
      const rows = [
        ["area", "period", "offences"],
        ["Kent", "2018/19", 5],
        ["Essex", "2018/19", value],
      ];
      sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet(rows), "Table 1");
      return new Uint8Array(sheetJs.write(book, { type: "buffer", bookType: "xlsx" }));
    };
    const readBytes = (bytes: Uint8Array) =>
      readDataset(offences, { bytes, file: "offences.xlsx" }, { id: "offences" });
    const dataset = await readBytes(workbook("[c]"));
    expect(dataset.observations.map(({ cell }) => cell)).toEqual([
      { state: "value", value: 5 },
      { state: "suppressed" },
    ]);
    const [error] = await errorsOf(readBytes(workbook("twelve")));
    expect(formatDiagnostic(error as Diagnostic)).toContain(
      'offences.xlsx, sheet "Table 1", cell C3, "offences": error:',
    );
  });

  test("a wide table, years across the top", async () => {
    const rates = defineDataset({
      title: "Rates",
      dimensions: { area: { role: "area", label: "Area" }, period: { role: "time", label: "Year" } },
      measures: { rate: { label: "Rate", unit: { one: "woman", other: "women" }, statType: "rate", per: 100_000 } },
      sources: { moj: { title: "Prison receptions", publisher: "Ministry of Justice", kind: "official-statistics" } },
      layout: { wide: { columns: "{period}", measure: "rate" } },
    });
    const dataset = await readDataset(rates, { csv: "Area,2014,2015\nSurrey,20.4,14.2\nKent,[x],3" }, { id: "rates" });
    expect(dataset.observations).toHaveLength(4);
    expect(dataset.where({ area: "kent" }).map(({ period, rate, state }) => [period, rate, state])).toEqual([
      ["2014", null, "missing"],
      ["2015", 3, "value"],
    ]);
  });

  test("vintages that disagree are both kept, and give no figure until one is pinned", async () => {
    const published = defineDataset({
      ...offences.spec,
      layout: { vintage: { column: "published" } },
    });
    const dataset = await readDataset(
      published,
      { csv: "area,period,offences,published\nLancashire,2017/18,175,2019-03-01\nLancashire,2017/18,64,2019-09\n" },
      { id: "offences" },
    );
    expect(dataset.observations).toHaveLength(2);
    expect(dataset.where({ area: "lancashire" })).toMatchObject([{ offences: null, state: "conflict" }]);
    expect(dataset.where({ area: "lancashire", vintage: "latest" })).toMatchObject([{ offences: 64 }]);
    expect(dataset.where({ area: "lancashire", vintage: "2019-03-01" })).toMatchObject([{ offences: 175 }]);
  });

  test("the same data has the same hash, other data another", async () => {
    const [a, b, c] = await Promise.all([
      read("area,period,offences\nKent,2018/19,5\n"),
      read("area,period,offences\nKent,2018/19,5\n"),
      read("area,period,offences\nKent,2018/19,6\n"),
    ]);
    expect(a.hash).toBe(b.hash);
    expect(a.hash).not.toBe(c.hash);
  });
});

describe("a wrong definition", () => {
  test("says everything that is wrong with it", () => {
    expect(() =>
      defineDataset({
        title: "Broken",
        dimensions: {
          area: {
            role: "area",
            label: "Area",
            categories: [{ id: "kent", label: "Kent", parent: "englnd" }],
            total: "all",
          },
          year: { role: "time", label: "Year" },
        },
        measures: {
          offences: {
            label: "Offences",
            unit: { one: "o", other: "o" },
            statType: "count",
            dimensions: ["areas"],
            seriesStart: "long ago",
          },
        },
        sources: {},
      }),
    ).toThrow(/"all"[\s\S]*"englnd"[\s\S]*"areas"[\s\S]*Did you mean "area"[\s\S]*"long ago"/);
  });
});

test("a period across the top by which rows are left out is read all the same", async () => {
  const definition = defineDataset({
    title: "Homes",
    dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
    measures: { homes: { label: "Homes", unit: { one: "home", other: "homes" }, statType: "count" } },
    sources: { own: { title: "Homes", publisher: "Council", kind: "official-statistics" } },
    layout: { wide: { columns: "{year}", measure: "homes" }, rows: { except: { "2015": "", Level: "2" } } },
  });
  const csv = "Area,Level,2015,2016\nAlder,1,11,12\nBirch,1,,22\nCedar,2,31,32\n";
  const dataset = await readDataset(definition, { csv, file: "homes.csv" }, { id: "homes" });
  expect(dataset.observations.map(({ at, cell }) => [at.area, at.year, cell.state === "value" && cell.value])).toEqual([
    ["alder", "2015-01-01/2016-01-01", 11],
    ["alder", "2016-01-01/2017-01-01", 12],
  ]);
});

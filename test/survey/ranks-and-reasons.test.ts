import { expect, test } from "vitest";
import { writeXlsx } from "../tables/write-workbooks.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const counties = ["Adair", "Baker", "Clark", "Dover", "Essex", "Floyd", "Grant", "Hardy", "Iowa", "Jasper"];

/** A cell of a workbook, by its column, from 0, and its row. */
const cellOf = (value: string | number, column: number, row: number): string => {
  const at = `${"ABCD".charAt(column)}${row}`;
  return typeof value === "number"
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
};

test("rows of figures that grow from year to year are no headings, below titles too", async () => {
  const rows = counties.map((_, at) => [0, 1, 2].map((on) => (at + 3) * 1_000_003 + on * 70_001).join());
  const { spec } = await guessOf(
    lines("Output of counties,,,", ",,,", ...rows.map((figures, at) => `${counties[at]},${figures}`)),
  );
  expect(spec.layout?.headerRow).toBe("none");
  expect(Object.keys(spec.measures)).toHaveLength(3);
});

test("a table that a workbook marks below its headings has them", async () => {
  const table = [
    ["Output, by county", "", "", ""],
    ["", 2020, 2021, 2022],
    ["United States", 20267585, 21494798, 22034828],
    ...counties.map((county, at) => [county, 1000 * (at + 7), 1000 * (at + 6) + 13, 1000 * (at + 9) + 31]),
  ];
  const xml = table.map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((value, on) => (value === "" ? "" : cellOf(value, on, at + 1))).join("")}</row>`,
  );
  const ref = `A3:D${table.length}`;
  const { spec, dataset } = await guessOf(
    writeXlsx([
      {
        name: "Table 1",
        xml: `<sheetData>${xml.join("")}</sheetData>`,
        parts: [
          { kind: "table", name: "tables/table1.xml", content: `<table name="t" displayName="t" ref="${ref}"/>` },
        ],
      },
    ]),
    { file: "output.xlsx" },
  );
  expect(spec.layout?.wide).toBeDefined();
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2020", "2021", "2022"]);
});

test("of two tables that a workbook marks as large as each other the upper one is read, and the other told of", async () => {
  const rows = [
    ["Area", "Homes", "Flats"],
    ["Ashby", 1200, 310],
    ["Birch", 940, 220],
    ["Coldfell", 2210, 560],
    [],
    ["Area", "Homes", "Flats"],
    ["Ashby", 79.5, 20.5],
    ["Birch", 81, 19],
    ["Coldfell", 79.8, 20.2],
  ];
  const xml = rows.map(
    (own, at) => `<row r="${at + 1}">${own.map((value, on) => cellOf(value, on, at + 1)).join("")}</row>`,
  );
  const marks = ["A6:C9", "A1:C4"].map((ref, at) => ({
    kind: "table",
    name: `tables/table${at}.xml`,
    content: `<table name="t${at}" displayName="t${at}" ref="${ref}"/>`,
  }));
  const book = writeXlsx([{ name: "Table 1", xml: `<sheetData>${xml.join("")}</sheetData>`, parts: marks }]);
  const { spec, remarks, dataset } = await guessOf(book, { file: "output.xlsx" });
  expect(spec.layout?.headerRow).toBe(1);
  expect(dataset?.observations).toHaveLength(6);
  expect(remarks.get("layout.headerRow")).toContain("begin in row 6");
});

test("what somebody was evicted for is no money, and what is paid for it is", async () => {
  const rows = [2015, 2016, 2017, 2018, 2019].map(
    (year, at) => `${year},${3100 + at * 41},${512 + at * 7},${90_000 + at}`,
  );
  const { spec } = await guessOf(
    lines("Year,Evictions for rent arrears,Evictions for other reasons,Payments for rent arrears", ...rows),
  );
  const [arrears, other, payments] = Object.values(spec.measures);
  expect([arrears?.statType, other?.statType, payments?.statType]).toEqual(["count", "count", "quantity"]);
  expect(payments?.unit.one).toContain("currency");
});

test("money in each year is told so, and the year of its prices is no period of it", async () => {
  const rows = Array.from({ length: 10 }, (_, at) => `${at + 1},${8000 + at * 3117}`);
  const { spec } = await guessOf(lines('Decile,"£ per year (2017/18 prices)2"', ...rows));
  const [measure] = Object.values(spec.measures);
  expect(measure?.label).toBe("In 2017/18 prices");
  expect(measure?.unit).toEqual({ one: "pound per year", other: "pounds per year" });
  expect(measure?.additive).toBeUndefined();
  expect(spec.layout?.wide).toBeUndefined();
});

test("places among all areas are ranks, and no counts, codes or money, also where their headings say what they are by", async () => {
  const places = Array.from({ length: 61 }, (_, at) => at);
  const ranked = (by: number) => (at: number) => 1 + ((at * by + 11) % 61);
  const [income, crime, health, all] = [7, 13, 23, 29].map(ranked);
  const rows = places.map(
    (at) => `E14000${530 + at},Seat ${at}x,${all?.(at)},${income?.(at)},${crime?.(at)},${health?.(at)},${at % 7}%`,
  );
  const { spec, remarks } = await guessOf(
    lines(
      "Code,Constituency,IMD rank 2019,Income,Crime,Health deprivation,Share of areas in most deprived decile",
      ...rows,
    ),
  );
  const ranks = ["Income", "Crime", "Health deprivation"].map((name) =>
    Object.entries(spec.measures).find(([, { label }]) => label === name),
  );
  for (const rank of ranks) {
    expect(rank?.[1]).toMatchObject({ statType: "quantity", unit: { one: "(rank)", other: "(rank)" } });
    expect(rank?.[1].additive).toBeUndefined();
    expect(remarks.get(`measures.${rank?.[0]}.statType`) ?? remarks.get("measures")).toContain("ranks");
  }
});

test("a total that alone is read at first stays one", async () => {
  const years = Array.from({ length: 30 }, (_, at) => 1990 + at);
  const areas = Array.from({ length: 250 }, (_, at) => `Area ${String(at + 100)}`);
  const rows = areas.flatMap((area, at) =>
    ["Total", "Petrol", "Diesel", "Gas", "Electric", "Other"].map(
      (fuel, own) =>
        `${fuel},${area},${years.map((year) => (own === 0 ? 15 : own) * (1 + ((at + year) % 5))).join(",")}`,
    ),
  );
  const { spec } = await guessOf(lines(`Fuel,Area,${years.join(",")}`, ...rows));
  expect(spec.layout?.rows?.only).toEqual({ Fuel: "Total" });
  expect(spec.dimensions.fuel).toMatchObject({ total: "total" });
});

test("two axes are no name of what is measured, which the sheet has as one of several of the title", async () => {
  const rows = counties.map(
    (county, at) =>
      `<row r="${at + 4}">${[county, 21_310 + at * 71].map((own, on) => cellOf(own, on, at + 4)).join("")}</row>`,
  );
  const heads = [
    ["Table 12 - Planted area, harvested area, yield of crops"],
    ["County", "Year x Kind of crop"],
    ["", "2021"],
  ].map(
    (own, at) =>
      `<row r="${at + 1}">${own.map((text, on) => (text === "" ? "" : cellOf(text, on, at + 1))).join("")}</row>`,
  );
  const { spec } = await guessOf(
    writeXlsx([{ name: "Planted area (Hectares)", xml: `<sheetData>${[...heads, ...rows].join("")}</sheetData>` }]),
    { file: "crops.xlsx", title: "Table 12 - Planted area, harvested area, yield of crops", called: "crops" },
  );
  const [measure] = Object.values(spec.measures);
  expect(measure).toMatchObject({ label: "Planted area", unit: { other: "hectares" } });
});

test("thousands of chained dollars are thousands of dollars", async () => {
  const rows = counties.map((county, at) => `${county},${900 + ((at * 7) % 10) * 4711},${7 + ((at * 3) % 10)}.5`);
  const { spec } = await guessOf(lines("County,Output | Thousands of chained (2017) dollars,Score", ...rows));
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toContain("thousand dollars");
});

/** Payments, several of a supplier in each month, which nothing tells apart. */
const payments = Array.from({ length: 60 }, (_, at) => {
  const kind = at % 20;
  return [
    `Firm ${"ABCDEFGH".charAt(kind % 8)}`,
    kind < 10 ? "Roads" : "Parks",
    ["North", "South", "East", "West"][(kind * 7 + Math.floor(kind / 8)) % 4],
    kind % 5 === 0 ? "" : ["Urgent", "Planned"][kind % 2],
    "GBP",
    120 + ((at * 37) % 400),
  ].join();
});

test("a column is not said to be missing in rows that all have it", async () => {
  const { spec, remarks } = await guessOf(lines("Supplier,Service,Team,Priority,Currency,Amount", ...payments));
  expect(spec.layout?.repeatedRows).toBe("sum");
  const said = remarks.get("layout.ignore") ?? "";
  expect(spec.layout?.ignore).toContain("Team");
  expect(said).toContain('"Team", "Priority": says more of rows that are added up');
  expect(said).toContain('"Currency": always "GBP".');
  expect(said).not.toContain("not in every row");
});

test("codes that come again and again number no rows", async () => {
  const rows = counties.flatMap((county, at) =>
    [2020, 2021].map((year) => [county, `R${(at % 3) + 1}`, 100 + at, year, (at + 3) * 1013 + year].join()),
  );
  const { remarks } = await guessOf(lines("County,Region code,County code,Year,Output", ...rows));
  expect(remarks.get("layout.ignore")).not.toContain("numbers the rows");
  expect(remarks.get("layout.ignore")).toContain('told by "County"');
});

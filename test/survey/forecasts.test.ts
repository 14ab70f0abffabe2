import { describe, expect, test } from "vitest";
import { chooseStart } from "../../src/cli/choose-start.ts";
import { titleOf } from "../../src/cli/title-of.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const taxes = ["Income tax", "Land tax", "Fuel duty", "Stamp duty"];
const rowsOf = (size: number) =>
  taxes.map((name, at) => `${name},${Array.from({ length: size }, (_, year) => `${3 + at}.${year + 1}`).join()}`);

describe("forecasts", () => {
  test("below a heading that says so are periods of one series, and known as forecasts", async () => {
    const { spec, dataset } = await guessOf(
      lines(",Outturn,Outturn,Forecast,Forecast", ",2023-24,2024-25,2025-26,2026-27", ...rowsOf(4)),
      { title: "Taxes" },
    );
    expect(spec.dimensions.period).toMatchObject({ statuses: { "2025-26": "forecast", "2026-27": "forecast" } });
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Taxes"]);
    expect(dataset?.periods()).toHaveLength(4);
    expect(dataset?.where({ category: "Land tax", period: "latest" })).toMatchObject([{ periodStart: "2024-04-01" }]);
  });

  test("are none of the periods that a first page tells of", async () => {
    const { spec, dataset } = await guessOf(lines("Tax,2023,2024,2025f,2026f", ...rowsOf(4)));
    if (!dataset) throw new Error("The guess does not build.");
    const { happened, latest } = chooseStart(dataset, spec);
    expect(happened.periods.map(({ label }) => label)).toEqual(["2023", "2024"]);
    expect(happened.until).toBe("2025-01-01");
    expect(latest).toBeUndefined();
  });

  test("are known by a column that says of each row what it is", async () => {
    const rows = taxes.flatMap((name, at) =>
      [2023, 2024, 2025, 2026].map((year) => `${name},${year},${year > 2024 ? "Projection" : "Actual"},${at + year}.5`),
    );
    const { spec } = await guessOf(lines("Tax,Year,Type,Yield", ...rows));
    expect(spec.dimensions.year).toMatchObject({ statuses: { "2025": "forecast", "2026": "forecast" } });
  });

  test.each([
    ["Historical", "2019"],
    ["", "2019"],
  ])("go on below a word on the first row of their run: %s before it", async (before, first) => {
    const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022];
    const wordOf = (year: number) => (year === 2015 ? before : String(year) === first ? "Projection" : "");
    for (const inTurn of [years, years.toReversed()]) {
      const rows = inTurn.map((year, at) => `${wordOf(year)},${year},${101 + at}.5`);
      const { spec, dataset } = await guessOf(lines(",Year,Income (index)", ...rows));
      expect(spec.dimensions.year).toMatchObject({
        statuses: { "2019": "forecast", "2020": "forecast", "2021": "forecast", "2022": "forecast" },
      });
      expect(Object.keys(spec.dimensions)).toEqual(["year"]);
      expect(dataset?.where({ year: "latest" })).toMatchObject([{ periodStart: "2018-01-01" }]);
    }
  });

  test("are the years after the one that a title says they are worked out from", async () => {
    const table = lines("2023-based population projections,,,", ",,,", "Tax,2022,2023,2024", ...rowsOf(3));
    const { spec } = await guessOf(table, { title: "2023-based population projections" });
    expect(spec.dimensions.period).toMatchObject({ statuses: { "2024": "forecast" } });
    const plain = lines("2023-based index,,,", ",,,", "Tax,2022,2023,2024", ...rowsOf(3));
    expect((await guessOf(plain)).spec.dimensions.period).not.toHaveProperty("statuses");
  });

  test.each([
    ["将来の人口", "2022", ["2023", "2024", "2025"]],
    ["Proyeksi Penduduk", "2022", ["2023", "2024", "2025"]],
    ["Economic outlook, December 2023: long-term baseline projections", "2023", ["2024", "2025"]],
    ["Projections 2022 to 2025", "2022", ["2023", "2024", "2025"]],
  ])(
    "are all after the first year, or the one within it, of a title that says so: %s",
    async (title, year, expected) => {
      const table = lines(`"${title}",,,,`, ",,,,", "Tax,2022,2023,2024,2025", ...rowsOf(4));
      const { spec, remarks } = await guessOf(table, { title });
      expect(spec.dimensions.period).toMatchObject({
        statuses: Object.fromEntries(expected.map((label) => [label, "forecast"])),
      });
      expect(remarks.get("dimensions.period.statuses")).toContain(`all after ${year} were taken for such`);
    },
  );

  test("are asked where a table has two periods alone", async () => {
    const table = lines("Projections of yields,,", ",,", "Tax,2022,2024", ...rowsOf(2));
    const { spec } = await guessOf(table, { title: "Projections of yields" });
    expect(spec.dimensions.period).not.toHaveProperty("statuses");
  });

  test("whose columns are of plans and outturns of one year stay apart", async () => {
    const { spec } = await guessOf(lines(",Outturn,Forecast", ",2024-25,2024-25", ...rowsOf(2)));
    expect(spec.dimensions.period ?? {}).not.toHaveProperty("statuses");
  });
});

test("periods most of whose rows are provisional by a column of statuses are so", async () => {
  const table = (flagOf: (year: number, at: number) => string) =>
    lines(
      "Tax,Year,Yield,OBS_STATUS",
      ...taxes.flatMap((name, at) =>
        [2022, 2023, 2024].map((year) => `${name},${year},${at + year}.5,${flagOf(year, at)}`),
      ),
    );
  const { spec } = await guessOf(table((year, at) => (year === 2024 && at > 0 ? "p" : "")));
  expect(spec.dimensions.year).toMatchObject({ statuses: { "2024": "provisional" } });
  const few = await guessOf(table((year, at) => (year === 2024 && at === 0 ? "p" : "")));
  expect(few.spec.dimensions.year).not.toHaveProperty("statuses");
  expect((await guessOf(table(() => "p"))).spec.dimensions.year).not.toHaveProperty("statuses");
});

test.each([
  ["Provisional", "Final"],
  ["Provisional", ""],
  ["(provisional)", ""],
])("a word on the first row of what is not final, %s below %s, is of all below it", async (word, before) => {
  const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024];
  const wordOf = (year: number) => (year === 2018 ? before : year === 2022 ? word : "");
  const table = lines(",Year,Births", ...years.map((year, at) => `${wordOf(year)},${year},${4120 + at * 37}`));
  const { spec, remarks } = await guessOf(table);
  expect(spec.dimensions.year).toMatchObject({
    statuses: { "2022": "provisional", "2023": "provisional", "2024": "provisional" },
  });
  expect(Object.keys(spec.dimensions)).toEqual(["year"]);
  expect(remarks.get("dimensions.year.statuses")).toContain("column A");
});

test("a word on each row that it is of is of no further ones", async () => {
  const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024];
  const wordOf = (year: number) => (year === 2021 || year === 2022 ? "Provisional" : "");
  const table = lines("Note,Year,Births", ...years.map((year, at) => `${wordOf(year)},${year},${4120 + at * 37}`));
  const { spec } = await guessOf(table);
  expect(spec.dimensions.year).toMatchObject({ statuses: { "2021": "provisional", "2022": "provisional" } });
});

describe("what stands above and within a table of shares", () => {
  const table = lines(
    "4.2 Spending as a share of output,,",
    ",Per cent of GDP,",
    ",2023,2024",
    "All spending,44.1,45.2",
    "of which:,,",
    "  Current,40.1,40.2",
    "  Capital,4.0,5.0",
    "Other,3.5,3.6",
    "of which:,,",
    "  Fees,1.5,2.6",
    "  Fines,2.0,1.0",
  );

  test("is the unit of its figures, and no title", async () => {
    const { spec } = await guessOf(table);
    expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: "%" }, statType: "share" }]);
    expect(titleOf("figures.csv", { titles: ["4.2 Spending as a share of output", "Per cent of GDP"] })).toBe(
      "Spending as a share of output",
    );
    expect(titleOf("figures.csv", { titles: ["Per cent of GDP1", "Spending as a share"] })).toBe("Spending as a share");
    expect(titleOf("figures.csv", { titles: ["Percentage of pupils who are absent"] })).toBe(
      "Percentage of pupils who are absent",
    );
  });

  test("says that parts follow, and is no section", async () => {
    const { spec, dataset } = await guessOf(table);
    expect(Object.keys(spec.dimensions)).toEqual(["category", "period"]);
    expect(dataset?.categories("category").map(({ label }) => label)).not.toContain("of which:");
  });
});

test("figures after the year up to which outturn is said to be have not happened", async () => {
  const { spec } = await guessOf(
    lines(
      "Public spending,,",
      "Outturn data in this table up to 2021-22 are official statistics,,",
      "Year,Current (£ billion),Capital (£ billion)",
      ...[2018, 2019, 2020, 2021, 2022, 2023].map(
        (year, at) => `${year}-${year - 1999},${700 + 31 * at}.4,${60 + 3 * at}.2`,
      ),
    ),
  );
  const time = Object.values(spec.dimensions).find(({ role }) => role === "time");
  expect(time).toMatchObject({ statuses: { "2022-23": "forecast", "2023-24": "forecast" } });
});

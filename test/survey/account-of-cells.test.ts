import fc from "fast-check";
import { expect, test } from "vitest";
import { defineDataset, type NumberRead, tellNumbers } from "../../src/dataset/index.ts";
import { caseFiles } from "../dataset/tables/read-cases.ts";
import { trials } from "../support/trials.ts";
import { writeXlsx } from "../tables/write-workbooks.ts";
import { guessOf } from "./guess-of.ts";

/** Areas and years with figures of no small size, so that nothing is left out for anybody's protection. */
const areas = ["Kirkby", "Ormskirk", "Skelmersdale", "Maghull", "Formby", "Burscough"];
const figure = (row: number, column: number) => 1000 + row * 137 + column * 59 + ((row * column) % 7) * 11;
const tableOf = (years: readonly number[]) => [
  ["Town", ...years.map(String)],
  ...areas.map((name, row) => [name, ...years.map((_, column) => String(figure(row, column)))]),
];
const csvOf = (rows: readonly (readonly string[])[]) => `${rows.map((row) => row.join(",")).join("\n")}\n`;
const numbersIn = (rows: readonly (readonly string[])[]) =>
  rows.flat().filter((text) => /^\d+(?:\.\d+)?$/u.test(text)).length;

const accountOf = async (rows: readonly (readonly string[])[]) =>
  (await guessOf(csvOf(rows), { title: "Planning applications" })).remarks.get("layout") ?? "";

test("nothing is told of a table whose numbers are all read", async () => {
  expect(await accountOf(tableOf([2019, 2020, 2021]))).toBe("");
});

test("numbers of a second table below the first are told, with their rows", async () => {
  const rows = [
    ...tableOf([2019, 2020, 2021]),
    [],
    ["Appeals"],
    ["Type", "Number"],
    ["Written", "812"],
    ["Inquiry", "44"],
  ];
  const account = await accountOf(rows);
  expect(account).toMatch(/^\d+ of the 23 numbers on /u);
  expect(account).toContain("row");
});

test("one number above the headings is told as one", async () => {
  const account = await accountOf([["Planning applications", "17"], [], ...tableOf([2019, 2020, 2021])]);
  expect(account).toBe("1 of the 22 numbers on its sheet is no figure here: 1 above the headings, in row 1.");
});

test("numbers in a column that is left out are told, by its heading", async () => {
  const [headings = [], ...body] = tableOf([2019, 2020, 2021]);
  const rows = [[...headings, "Rank"], ...body.map((row, index) => [...row, String(index + 1)])];
  const account = await accountOf(rows);
  expect(account).toContain('6 in columns that layout.ignore lists, "Rank" (E, 6)');
});

test("the account of a definition says of each number of its sheet what it is used for", async () => {
  const csv = csvOf([
    ["Planning", "7"],
    [],
    ["Town", "Year", "Applications", "Rank"],
    ...areas.map((name, row) => [name, "2020", String(figure(row, 1)), "1"]),
  ]);
  const told: NumberRead[] = [];
  const { spec } = defineDataset({
    title: "Applications",
    dimensions: { town: { role: "area", label: "Town" }, year: { role: "time", label: "Year" } },
    measures: {
      applications: { label: "Applications", unit: { one: "application", other: "applications" }, statType: "count" },
    },
    sources: { council: { title: "Applications", publisher: "Council", kind: "official-statistics" } },
    layout: { headerRow: 3, ignore: ["Rank"], rows: { except: { Town: "Formby" } } },
  });
  await tellNumbers(spec, { csv }, (number) => told.push(number));
  const uses = told.map(({ use, row }) => `${use} ${row}`);
  expect(uses.filter((use) => use === "above 1")).toHaveLength(1);
  expect(uses.filter((use) => use.startsWith("key"))).toHaveLength(6);
  expect(uses.filter((use) => use.startsWith("figure"))).toHaveLength(5);
  expect(uses.filter((use) => use.startsWith("ignored"))).toHaveLength(5);
  expect(uses.filter((use) => use === "row left out 8")).toHaveLength(2);
  expect(told).toHaveLength(19);
});

/** Something that does not belong to the table, and that no rule may lose without a word. */
const strays = fc.constantFrom(
  "block below",
  "total below",
  "column without heading",
  "column behind a gap",
  "row without name",
  "number above",
  "rank",
);

test("no number of a table with what does not belong to it is neither read nor told", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(strays, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 2, max: 5 }),
      async (found, width) => {
        const years = Array.from({ length: width }, (_, index) => 2016 + index);
        const rows = withStrays(tableOf(years), new Set(found));
        const { dataset, remarks, spec } = await guessOf(csvOf(rows), { title: "Planning applications" });
        const uses = new Map<string, number>();
        await tellNumbers(spec, { csv: csvOf(rows), file: "figures.csv" }, ({ use }) =>
          uses.set(use, (uses.get(use) ?? 0) + 1),
        );
        const [figures = 0, keys = 0] = [uses.get("figure"), uses.get("key")];
        const all = [...uses.values()].reduce((sum, count) => sum + count, 0);
        expect(all).toBe(numbersIn(rows));
        expect(dataset?.observations.filter(({ cell }) => cell.state === "value")).toHaveLength(figures);
        const told = Number(/^(?<told>\d+) of the/u.exec(remarks.get("layout") ?? "")?.groups?.told ?? 0);
        expect(told).toBe(all - figures - keys);
      },
    ),
    { numRuns: trials(60, 25) },
  );
});

/** A table with strays. */
function withStrays(table: readonly (readonly string[])[], found: ReadonlySet<string>): readonly (readonly string[])[] {
  const [headings = [], ...body] = table;
  const width = headings.length;
  const more = (heading: readonly string[], cellsOf: (row: number) => readonly string[]) =>
    [[...headings, ...heading], ...body.map((row, index) => [...row, ...cellsOf(index)])] as const;
  const wide = found.has("rank")
    ? more(["Rank"], (row) => [String(row + 1)])
    : found.has("column without heading")
      ? more([""], (row) => [String(row * 3 + 2)])
      : found.has("column behind a gap")
        ? more(["", "Staff"], (row) => ["", String(40 + row)])
        : table;
  return [
    ...(found.has("number above") ? [["Planning applications", "17"], []] : []),
    ...wide.slice(0, 3),
    ...(found.has("row without name")
      ? [["", ...Array.from({ length: width - 1 }, (_, index) => String(700 + index))]]
      : []),
    ...wide.slice(3),
    ...(found.has("total below")
      ? [["All towns", ...Array.from({ length: width - 1 }, (_, index) => String(9000 + index))]]
      : []),
    ...(found.has("block below") ? [[], ["Appeals"], ["Type", "Number"], ["Written", "812"], ["Inquiry", "344"]] : []),
  ];
}

test("of a column that the row of headings says nothing of, no more is told than that no heading of it is read", async () => {
  const [headings = [], ...body] = tableOf([2019, 2020, 2021]);
  const account = await accountOf([
    ["", "", "", "", "Total applications"],
    [...headings, ""],
    ...body.map((row, at) => [...row, String(4000 + at * 371)]),
  ]);
  expect(account).not.toMatch(/without a heading \(/u);
});

test("a column behind hidden ones is told by its letters on the sheet", async () => {
  const [headings = [], ...body] = tableOf([2019, 2020, 2021]);
  const rows = [[...headings, "Rank"], ...body.map((row, index) => [...row, String(index + 1)])];
  const cellOf = (text: string, column: number, row: number) => {
    const at = `${"ABEFG"[column]}${row + 1}`;
    return /^\d+$/u.test(text)
      ? `<c r="${at}"><v>${text}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  };
  const xml = rows.map(
    (row, at) => `<row r="${at + 1}">${row.map((text, column) => cellOf(text, column, at)).join("")}</row>`,
  );
  const book = writeXlsx([
    { name: "1", xml: `<cols><col min="3" max="4" hidden="1"/></cols><sheetData>${xml.join("")}</sheetData>` },
  ]);
  const { remarks } = await guessOf(book, { file: "figures.xlsx", title: "Planning applications" });
  expect(remarks.get("layout")).toContain('"Rank" (G, 6)');
});

test.each(caseFiles())("numbers of the tables of $file are read, or told", async ({ cases }) => {
  for (const { table } of cases) {
    const guess = await guessOf(table).catch(() => undefined);
    if (!guess?.dataset) continue;
    let [read, all] = [0, 0];
    await tellNumbers(guess.spec, { csv: table, file: "figures.csv" }, ({ use }) => {
      all += 1;
      if (use === "figure" || use === "key") read += 1;
    });
    const account = guess.remarks.get("layout") ?? "";
    expect(Number(/^(?<told>\d+) of the/u.exec(account)?.groups?.told ?? 0), table).toBe(all - read);
  }
});

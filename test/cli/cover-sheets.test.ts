import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSurvey } from "../../src/cli/read-survey.ts";
import { isTitleOfCover, titleOf } from "../../src/cli/title-of.ts";
import { completeGuess, guessDefinition } from "../../src/survey/index.ts";
import { writeXlsx } from "../tables/write-workbooks.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cover-"));
});
afterAll(() => rm(folder, { recursive: true }));

const sheetData = (rows: readonly (readonly (string | number)[])[]) =>
  `<sheetData>${rows
    .map(
      (cells) =>
        `<row>${cells.map((cell) => (typeof cell === "number" ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`)).join("")}</row>`,
    )
    .join("")}</sheetData>`;

const table = [
  ["Country", 2018, 2019, 2020],
  ...["Kenya", "Mali", "Chad", "Togo", "Ghana", "Benin"].map((name, at) => [
    name,
    211 + at * 13,
    230 + at * 7,
    219 + at * 5,
  ]),
];

async function guessOfBook(cover: readonly string[], name: string) {
  const file = join(folder, "t07.xlsx");
  const sheets = [
    { name: "Read me", xml: sheetData(cover.map((text) => [text])) },
    { name, xml: sheetData(table) },
  ];
  await writeFile(file, writeXlsx(sheets));
  const read = await readSurvey(file, {});
  const title = titleOf(file, read.survey, read.cover);
  const { spec, remarks } = await completeGuess(
    guessDefinition(read.survey, title, { called: "T07", isOfCover: isTitleOfCover(read.survey, read.cover) }),
    read.data,
  );
  const [[id, measure] = []] = Object.entries(spec.measures);
  return { title, label: measure?.label, remark: remarks.get(`measures.${id}.label`) };
}

test("a table is called as the few lines on the sheet before it say, where its own says nothing", async () => {
  const cover = ["Fires", "Distribution of fires by country and year", "Fires are those that somebody reported."];
  expect(await guessOfBook(cover, "WEB")).toMatchObject({
    title: "Distribution of fires by country and year",
    label: "Fires",
    remark: expect.stringContaining("Guessed from a sheet before it"),
  });
});

test("and as its sheet where that says it, or where the first one is long", async () => {
  const cover = ["Statistics on fires of all countries"];
  expect(await guessOfBook(cover, "Fires reported by people")).toMatchObject({
    label: "Fires reported by people",
    remark: undefined,
  });
  const long = Array.from({ length: 20 }, (_, at) => `Fires reported by people, number ${at}`);
  expect((await guessOfBook(long, "WEB")).title).toBe("T07");
});

test("a word that a sheet is called by is marked", async () => {
  const { label, remark } = await guessOfBook(["x"], "Emergency");
  expect(label).toBe("Emergency");
  expect(remark).toContain("name of the sheet");
});

test("figures of an observation are called as a sheet of keys and values says, and told in its unit", async () => {
  const file = join(folder, "custom.xlsx");
  const areas = ["Hartlepool", "Halton", "Darlington", "Luton", "Medway", "Slough"];
  const sheets = [
    {
      name: "Dataset",
      xml: sheetData([["Local Authorities", "Observation"], ...areas.map((name, at) => [name, 40_930 + at * 7411])]),
    },
    {
      name: "Metadata",
      xml: sheetData([
        ["Title", "Number of Households"],
        ["Description", "Estimates that classify households."],
        ["Unit of Measure", "Household"],
      ]),
    },
  ];
  await writeFile(file, writeXlsx(sheets));
  const read = await readSurvey(file, {});
  const title = titleOf(file, read.survey, read.cover);
  const isOfCover = isTitleOfCover(read.survey, read.cover);
  const { spec } = await completeGuess(guessDefinition(read.survey, title, { called: "Custom", isOfCover }), read.data);
  expect(title).toBe("Number of Households");
  expect(Object.values(spec.measures)).toMatchObject([
    { label: "Number of Households", unit: { one: "household", other: "households" }, statType: "count" },
  ]);
});

test("what stands above the table of another sheet is no title of this one", async () => {
  const file = join(folder, "crimes.xlsx");
  const first = [["Homicides in the country, all of them"], ...table.slice(0, 4)];
  const towns = Array.from({ length: 60 }, (_, at) => [`Town ${"ABCDEFGHIJ"[at % 10]}${at}`, 9 + at, 14 + at, 11 + at]);
  const sheets = [
    { name: "H", xml: sheetData(first) },
    { name: "V", xml: sheetData([["Town", 2018, 2019, 2020], ...towns]) },
  ];
  await writeFile(file, writeXlsx(sheets));
  const { survey, cover, others } = await readSurvey(file, {});
  expect([survey.sheet.name, others]).toEqual(["V", ["H"]]);
  expect(titleOf(file, survey, cover)).toBe("Crimes");
});

test("the contents of a workbook say what a sheet is of, in a row of its name or by its number", async () => {
  const file = join(folder, "listed.xlsx");
  const bookWith = async (contents: readonly (readonly string[])[], name: string) => {
    const list = { name: "Contents", xml: sheetData(contents) };
    await writeFile(file, writeXlsx([list, { name, xml: sheetData(table) }]));
    return (await readSurvey(file, {})).survey.contents;
  };
  const rows = [["Contents"], ["Table 1", "Fires by country and year"], ["Table 2", "Fires that were deliberate"]];
  expect(await bookWith(rows, "Table 2 ")).toBe("Fires that were deliberate");
  expect(await bookWith([["Table 3.1: Fires by country"], ["Table 3.10: Fires by year"]], "T3_1")).toBe(
    "Fires by country",
  );
  // Of two that may be meant, and of a name that no row has, nothing is said.
  expect(await bookWith([...rows, ["2", "Fires of last year alone"]], "Table 2")).toBeUndefined();
  expect(await bookWith(rows, "Data")).toBeUndefined();
});

test("sheets with numbers of which no table was found are told", async () => {
  const file = join(folder, "t08.xlsx");
  const numbers = Array.from({ length: 14 }, (_, at) => [at * 3.5 + 1]);
  await writeFile(
    file,
    writeXlsx([
      { name: "Table", xml: sheetData(table) },
      { name: "Settings", xml: sheetData(numbers) },
      { name: "Notes", xml: sheetData([["Revised in", 2020], ["Figures are provisional."]]) },
    ]),
  );
  const { survey, others, loose } = await readSurvey(file, {});
  expect([...others, ...loose]).toEqual(["Settings"]);
  const { remarks } = guessDefinition(survey, "Fires", { others: [], loose: ["Settings"] });
  expect(remarks.all.get("layout.sheets")).toContain('On "Settings" stand numbers');
});

test("a sheet of names, several in each row, is no cover", async () => {
  const file = join(folder, "t09.xlsx");
  const names = [
    ["RBK", "WESTLAND HEALTHCARE TRUST", "Westland"],
    ["RCF", "AIRDALE FOUNDATION TRUST", "Airdale"],
    ["RGR", "NORTH SOUTHLAND TRUST", "North Southland"],
  ];
  await writeFile(
    file,
    writeXlsx([
      { name: "Best", xml: sheetData(names) },
      { name: "WEB", xml: sheetData(table) },
    ]),
  );
  const read = await readSurvey(file, {});
  expect(titleOf(file, read.survey, read.cover)).toBe("T09");
});

/** A workbook with an index of the series that the columns of its other sheet are. */
async function readIndexed(index: readonly (readonly (string | number)[])[], series: readonly string[]) {
  const file = join(folder, "series.xlsx");
  const data = Array.from({ length: 30 }, (_, at) => [
    String(1990 + at),
    ...series.map((__, of) => 100 + ((at * 37 + of * 11) % 97)),
  ]);
  const sheets = [
    { name: "Index", xml: sheetData(index) },
    { name: "Data1", xml: sheetData([["Year", ...series], ...data]) },
  ];
  await writeFile(file, writeXlsx(sheets));
  const { survey, others, cover } = await readSurvey(file, {});
  return { sheet: survey.sheet.name, others, title: titleOf(file, survey, cover) };
}
const series = ["men", "women", "boys", "girls", "others", "all"].map((who) => `Employed ; ${who}`);
const described = series.map((name, at) => [name, "Trend", `A${8442 + at}J`, "thousand", 549, 1978]);

test("an index of series is no table, and what stands above it is of the table whose columns it describes", async () => {
  const index = [
    ["Time Series Workbook"],
    ["Labour Force, Norland"],
    ["Table 8. Labour force status by sex"],
    ["Item", "Series type", "Series ID", "Unit", "Observations", "Start"],
    ...described,
    ...described.map(([name, , id, ...others]) => [name ?? "", "Original", `${id}X`, ...others]),
  ];
  expect(await readIndexed(index, series)).toEqual({ sheet: "Data1", others: [], title: "Labour force status by sex" });
});

test("a codebook is no table of figures, though it has more of them than the first", async () => {
  const head = ["Short", "Indicator", "Source", "Weight", "Best", "Worst"];
  const indicators = ["poverty", "obesity", "traffic", "doctors", "smokers", "leavers", "teachers"];
  const codebook = indicators.map((name, at) => [
    `g1_${name}`,
    `Rate of ${name} (%)`,
    `Office ${at % 2}`,
    1,
    at,
    40 + at,
  ]);
  const headings = indicators.map((name) => `g1_${name} : Rate of ${name} (%)`);
  expect((await readIndexed([head, ...codebook], headings)).sheet).toBe("Data1");
});

test("a table turned about, with the headings of another as its rows, stays one", async () => {
  const turned = series.map((name, at) => [name, 311 + at * 13, 350 + at * 11]);
  expect((await readIndexed([["Who", 1990, 1991], ...turned], series)).others).toEqual(["Index"]);
});

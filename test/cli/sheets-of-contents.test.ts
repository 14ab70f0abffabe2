import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSurvey } from "../../src/cli/read-survey.ts";
import { writeXlsx } from "../tables/write-workbooks.ts";

const row = (cells: readonly (string | number)[]) =>
  `<row>${cells
    .map((cell) =>
      typeof cell === "number" ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    .join("")}</row>`;
const sheet = (name: string, ...rows: readonly (readonly (string | number)[])[]) => ({
  name,
  xml: `<sheetData>${rows.map(row).join("")}</sheetData>`,
});

const sheetOf = async (...sheets: Parameters<typeof writeXlsx>[0]) => {
  const folder = mkdtempSync(join(tmpdir(), "sheets-"));
  try {
    const file = join(folder, "areas.xlsx");
    writeFileSync(file, writeXlsx(sheets));
    return (await readSurvey(file, {})).survey.sheet.name;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
const districts = [..."ABCDEFGHIJKLMNOP"].map((letter, at) => [`${letter}ton`, at % 3 ? "Urban" : "Rural"]);

test("a list of the sheets is no table of a workbook of lists", async () => {
  const name = await sheetOf(
    sheet("Cover", ["Title", "Year", "Tab"], ["Districts then", 2011, "LAD11"], ["Districts now", 2021, "LAD21"]),
    sheet("LAD11", ["District", "Class"], ...districts),
    sheet("LAD21", ["District", "Class"], ...districts),
  );
  expect(name).toBe("LAD11");
});

test("nor is a list of the codes that tables had in each year, some of which are plain numbers", async () => {
  const years = [2016, 2017, 2018, 2019].map(String);
  const listed = [..."ABCDEFGH"].map((letter, at) => [
    `Spending on ${letter}`,
    3.1 + at / 10,
    ...years.slice(1).map(() => `A${at + 1}`),
  ]);
  const listOfTables = sheet("Annex", ["Table", ...years], ...listed);
  const spending = sheet("2.1", ["Item", ...years], ["Rent", 41, 42, 44, 45], ["Fuel", 11, 12, 14, 15]);
  expect(await sheetOf(listOfTables, spending)).toBe("2.1");
  const marked = listed.map(([name, first], at) => [name ?? "", first ?? "", 40 + at, at < 6 ? `R${at}` : 7, 51 + at]);
  expect(await sheetOf(sheet("Revised", ["Table", ...years], ...marked), spending)).toBe("Revised");
});

test("a summary of areas is one, where each has a sheet too", async () => {
  const name = await sheetOf(
    sheet("Summary", ["Area", "Pupils"], ["Aton", 410], ["Bton", 520], ["Cton", 630]),
    ...["Aton", "Bton", "Cton"].map((area) => sheet(area, ["School", "Pupils"], [`${area} High`, 400])),
  );
  expect(name).toBe("Summary");
});

test.each(["interactive chart", "Chart_data", "Lookup", "Data for Figure 2"])(
  "what is called %s repeats some of a table that stands on another sheet",
  async (called) => {
    const table = ["Aton", "Bton", "Cton", "Dton"].map((area, at) => [area, 410 + at, 420 + at]);
    const chart = sheet(called, ["Area", "2021", "2022"], ...table);
    expect(await sheetOf(chart, sheet("Table 1", ["Area", "2021", "2022"], ...table))).toBe("Table 1");
    expect(await sheetOf(chart, sheet("Notes", ["Note"], ["Rounded."]))).toBe(called);
  },
);

test("differences are not what a workbook is about that has the figures which they are of, though some rows there have one name", async () => {
  const headings = ["Ward", "Workers", "At home"];
  const rows = [..."ABCDEFGH"].map((letter, at) => [`${letter}ton`, 410 + at, 90 + at]);
  const counts = sheet("2011", headings, ...rows, ["Aton", 512, 33], ["Bton", 77, 12]);
  const changes = sheet("Net increase", headings, ...rows);
  expect(await sheetOf(counts, changes)).toBe("2011");
  expect(await sheetOf(changes, counts)).toBe("2011");
  expect(await sheetOf(sheet("Homes", ["Ward", "Homes"], ["Aton", 4]), changes)).toBe("Net increase");
});

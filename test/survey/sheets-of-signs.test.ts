import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSurvey } from "../../src/cli/read-survey.ts";
import { guessDefinition } from "../../src/survey/index.ts";
import { writeXlsx } from "../tables/write-workbooks.ts";

type Cells = readonly (string | number)[];
const row = (cells: Cells) =>
  `<row>${cells
    .map((cell) =>
      typeof cell === "number" ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    .join("")}</row>`;
const flows = ["Production", "Imports", "Exports", "Industry", "Transport", "Households"];

/** A sheet for each year, in which a fuel of which there is none has a dash. */
const yearOf = (name: string, fuelsOf: (at: number) => Cells) => ({
  name,
  xml: `<sheetData>${row(["Flow", "Coal", "Wind", "Solar"])}${flows.map((flow, at) => row([flow, 31.5 + at, ...fuelsOf(at)])).join("")}</sheetData>`,
});

const guessOfSheets = async (...sheets: Parameters<typeof writeXlsx>[0]) => {
  const folder = mkdtempSync(join(tmpdir(), "sheets-"));
  try {
    const file = join(folder, "energy.xlsx");
    writeFileSync(file, writeXlsx(sheets));
    const { survey, sheets: same } = await readSurvey(file, {});
    return guessDefinition(survey, "Energy", { sheets: same });
  } finally {
    rmSync(folder, { recursive: true });
  }
};
const dashFrom = (from: number) => (at: number) => (at < from ? "-" : "");

test("a column of dashes in the first of like sheets, and of numbers in others, is a measure", async () => {
  const { spec, remarks } = await guessOfSheets(
    yearOf("1990", (at) => [dashFrom(3)(at), dashFrom(4)(at)]),
    yearOf("1991", (at) => [dashFrom(3)(at), dashFrom(4)(at)]),
    yearOf("1992", (at) => [1.5 + at, 2.5 + at]),
  );
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Coal", "Wind", "Solar"]);
  expect(spec.layout?.sheets).toEqual(["1990", "1991", "1992"]);
  expect(remarks.all.get("layout.ignore")).toBeUndefined();
});

test("where no sheet has numbers in all columns, the reason says that others have some", async () => {
  const { remarks } = await guessOfSheets(
    yearOf("1990", (at) => [1.5 + at, dashFrom(4)(at)]),
    yearOf("1991", (at) => [dashFrom(3)(at), 2.5 + at]),
  );
  expect(remarks.all.get("layout.ignore")).toBe(
    '"Solar": nothing but "-" on the sheet that the headings were read from, and numbers on others: for these, name the column in layout.measures or layout.dimensions.',
  );
});

import { expect, test } from "vitest";
import { titleOfSheets } from "../../src/survey/periods/title-of-sheets.ts";
import { writeXlsx } from "../tables/write-workbooks.ts";
import { guessOf } from "./guess-of.ts";

const sheets = { names: ["2001_all", "2002_all", "2003_all"], pattern: "{}_all", textsOf: () => [] };

test.each([
  ["Deaths by sex, age and cause, 2002", "Deaths by sex, age and cause"],
  ["Deaths in 2003", "Deaths"],
  ["Deaths by cause (2001)", "Deaths by cause"],
  ["2002: Deaths by cause", "Deaths by cause"],
  ["Deaths since 1998", "Deaths since 1998"],
  ["2002", "2002"],
])("a page of sheets of several years is not called after one of them: %s", (title, said) => {
  expect(titleOfSheets(title, { sheets })).toBe(said);
});

test("a title that somebody gave, or that of one sheet alone, stays as it is", () => {
  expect(titleOfSheets("Deaths, 2002", { sheets, isTitleGiven: true })).toBe("Deaths, 2002");
  expect(titleOfSheets("Deaths, 2002", { sheets: undefined })).toBe("Deaths, 2002");
});

test("a page of one of several sheets that have no title says which one, where its name tells", async () => {
  const rows = ["Applied,26,17", "Funded,20,11", "Refused,6,6"];
  const sheetCalled = async (name: string, others: readonly string[]) => {
    const xml = ["Stage,Artists,Venues", ...rows]
      .map(
        (row) =>
          `<row>${row
            .split(",")
            .map((cell) =>
              /^\d/u.test(cell) ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
            )
            .join("")}</row>`,
      )
      .join("");
    const file = writeXlsx([{ name, xml: `<sheetData>${xml}</sheetData>` }]);
    const { spec, remarks } = await guessOf(file, { title: "Grants", called: "Grants", file: "grants.xlsx", others });
    return [spec.title, remarks.get("title")?.includes("the file and of its sheet")];
  };
  expect(await sheetCalled("Thrive fund", ["Inspire fund", "Grow fund"])).toEqual(["Grants, Thrive fund", true]);
  expect(await sheetCalled("Thrive fund", [])).toEqual(["Grants", false]);
  expect(await sheetCalled("Sheet1", ["Sheet2"])).toEqual(["Grants", false]);
});

import { expect, test } from "vitest";
import { titleOfSheets } from "../../src/survey/periods/title-of-sheets.ts";

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

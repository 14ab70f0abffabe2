import { describe, expect, it } from "vitest";
import { writeXlsx } from "../tables/write-workbooks.ts";
import { guessOf } from "./guess-of.ts";

const rows = Array.from({ length: 14 }, (_, at) => `Town ${at}x,${820 + at * 37},${90 + at * 11}`);
const cellOf = (cell: string): string =>
  /^\d+$/u.test(cell) ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
const table = (heading = "Town,Households,Poor households"): string => `${[heading, ...rows].join("\n")}\n`;

describe("a period that no table tells", () => {
  it.each([
    ["a sheet without a table", { notes: ["ENGLAND, 2011", "Households that were poor in 2011 (modelled)"] }, "2011"],
    ["a sheet without a table", { notes: ["Contents", "As at 31 March 2023"] }, "31 March 2023"],
    ["the name of the file", { called: "Households 2013" }, "2013"],
    ["the name of the file", { called: "Households october to december 2019" }, "october to december 2019"],
    ["the name of the file", { called: "Households 2019 q3" }, "2019 q3"],
    ["a sheet without a table", { notes: ["Households that were poor in 2019 Quarter 3"] }, "2019 Quarter 3"],
  ])("is taken from %s, and marked", async (where, choices, value) => {
    const { spec, remarks, dataset } = await guessOf(table(), choices);
    expect(spec.layout?.dimensions?.period).toEqual({ value });
    expect(remarks.get("layout.dimensions.period")).toContain(`Guessed from ${where}; check.`);
    expect(dataset?.periods()).toHaveLength(1);
  });

  it.each([
    ["two places tell two", { called: "Households 2013", notes: ["ENGLAND, 2011"] }],
    ["a sheet tells several", { notes: ["Households, 2009", "Households, 2010", "Households, 2011"] }],
    ["it is when somebody published", { notes: ["Published in June 2024", "Last updated: 3 May 2024"] }],
    ["it is of something else", { notes: ["Boundaries of 2011"], called: "Households" }],
    ["a part of a year is said that cannot be read", { notes: ["Households, third quarter of 2019"] }],
    ["a file has a day", { called: "Households 2024 03 31" }],
  ])("is asked where %s", async (_, choices) => {
    const { spec, remarks } = await guessOf(table(), choices);
    expect(spec.dimensions.period).toBeUndefined();
    expect(remarks.get("dimensions")).toContain("No column tells a period");
  });

  it("is none of differences, which are of two", async () => {
    const choices = { notes: ["Households in 2011"], called: "Households" };
    const csv = table();
    const rowsOf = csv.trim().split("\n");
    const xml = rowsOf
      .map(
        (line) =>
          `<row>${line
            .split(",")
            .map((cell) => cellOf(cell))
            .join("")}</row>`,
      )
      .join("");
    const periodOn = async (name: string) => {
      const file = writeXlsx([{ name, xml: `<sheetData>${xml}</sheetData>` }]);
      return (await guessOf(file, { ...choices, file: "figures.xlsx" })).spec.layout?.dimensions?.period;
    };
    expect(await periodOn("Net increase")).toBeUndefined();
    expect(await periodOn("Counts")).toEqual({ value: "2011" });
  });

  it("is none beside years of the figures", async () => {
    const { spec } = await guessOf(table("Town,Households 2012,Poor households 2014"), { called: "Households 2016" });
    expect(spec.layout?.dimensions?.period).not.toEqual({ value: "2016" });
  });
});

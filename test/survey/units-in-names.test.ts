import { expect, test } from "vitest";
import { chooseStart } from "../../src/cli/choose-start.ts";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { guessOf } from "./guess-of.ts";

const units = ["(% of GDP)", "(current US$)", "(number of cases)", "(per 1000 live births)", ""];
/** Indicators of several units, of which the first has a figure of the last year alone. */
const names = Array.from({ length: 80 }, (_, at) =>
  `Thing ${String.fromCodePoint(97 + (at % 26))}${at} ${units[at % 5]}`.trim(),
);
const content = [
  "Country,Indicator Name,2017,2018,2019",
  `Norland,Outbreaks (number of cases),,,2100`,
  ...names.map((name, at) => `Norland,${name},${at * 3 + 5}.25,${at * 3 + 6}.5,${at * 3 + 7}.75`),
].join("\n");

test("rows of several units, by the brackets behind their names, are said to be so, and stand beside none", async () => {
  const { spec, remarks, comparability } = await guessOf(content, { title: "Indicators" });
  const [[id = "", measure] = []] = Object.entries(spec.measures);
  expect(measure?.unit.other).toBe("(unit in its name)");
  expect(remarks.get(`measures.${id}.unit`)).toMatch(/several units.*"% of GDP".*layout\.long/u);
  expect(comparability.get("indicatorName")).toBe("unlike figures");
});

test("what is said to be done makes a measure of each", async () => {
  const { spec } = await guessOf(content, { title: "Indicators" });
  const [first = "", second = ""] = names;
  const dataset = await readDataset(
    defineDataset({
      ...spec,
      dimensions: { period: { role: "time", label: "Period" } },
      measures: {
        thing: { label: "Thing", unit: { one: "%", other: "%" }, statType: "share" },
        other: { label: "Other", unit: { one: "dollar", other: "dollars" }, statType: "quantity" },
      },
      layout: {
        wide: { columns: "{period}" },
        long: { measure: "Indicator Name" },
        measures: { thing: first, other: second },
        rows: { only: { "Indicator Name": [first, second] } },
        ignore: ["Country"],
      },
    }),
    { csv: content, file: "figures.csv" },
    { id: "figures" },
  );
  expect(dataset.observations).toHaveLength(6);
});

test("a first page begins with a row that has figures of several periods", async () => {
  const { spec, dataset } = await guessOf(content, { title: "Indicators" });
  expect(dataset && chooseStart(dataset, spec).chosen).toEqual({ indicatorName: names[0] });
});

test("names that end with notes, or with one unit, are no rows of several units", async () => {
  for (const [one, other] of [
    ["(note 1)", "(provisional)"],
    ["(tonnes)", "(tonnes)"],
  ]) {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `Crop ${"abcdefghijkl"[at]} ${at % 2 ? one : other},${at}.5,${at}.25`,
    );
    const { spec } = await guessOf(["Crop,2018,2019", ...rows].join("\n"), { title: "Crops" });
    expect(Object.values(spec.measures)[0]?.unit.other).not.toBe("(unit in its name)");
  }
});

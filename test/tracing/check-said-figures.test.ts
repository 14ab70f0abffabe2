import { describe, expect, test } from "vitest";
import { defineDataset, loadDatasets } from "../../src/dataset/index.ts";
import {
  cellFigure,
  checkSaidFigures,
  createCategoryNames,
  dimensionKey,
  type TracedFigure,
} from "../../src/tracing/index.ts";

const offences = defineDataset({
  title: "Recorded offences",
  dimensions: {
    area: {
      role: "area",
      label: "Police force",
      categories: [
        { id: "all", label: "All forces" },
        { id: "kent", label: "Kent", parent: "all", aliases: ["Kent (police)"] },
        { id: "essex", label: "Essex", parent: "all" },
        { id: "w3", label: "Ward 3", parent: "all" },
        { id: "w12", label: "Ward 12", parent: "all" },
        { id: "x", label: "X" },
      ],
    },
    period: { role: "time", label: "Year" },
  },
  measures: { n: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
});
const csv =
  "area,period,n\nall,2018,300\nkent,2017,11\nkent,2018,12\nessex,2017,21\nessex,2018,22\nw3,2018,33\nw12,2018,44\nx,2018,9\n";
const datasets = await loadDatasets({ offences }, { offences: { csv } });
const names = createCategoryNames(datasets);
const idOf = (dimension: string, name: string) => datasets.get("offences")?.category(dimension, name)?.id ?? name;

const cells: Readonly<Record<string, TracedFigure>> = Object.fromEntries(
  csv
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [area = "", period = "", n = ""] = line.split(",");
      const at = { area, period: idOf("period", period) };
      return [n, cellFigure({ kind: "cell", dataset: "offences", measure: "n", at }, Number(n))];
    }),
);

/** The figures of a text that are not of what it speaks of there; those that no row has are none here. */
function misplaced(text: string, isLabel = false): readonly string[] {
  const said = [...text.matchAll(/\d+/g)].map(({ 0: figure, index }) => ({
    index,
    text: figure,
    figures: [cells[figure]].filter((cell) => cell !== undefined),
  }));
  return checkSaidFigures(text, said, {
    names,
    timeDimensions: new Set([dimensionKey("offences", "period")]),
    isLabel,
  }).map(({ said, about }) => `${said.text}: ${about.map((category) => names.labelOf(category)).join(", ")}`);
}

describe("a figure in a text is of what it speaks of", () => {
  test.each<[text: string, told: readonly string[]]>([
    // Where nothing is named, nothing is wrong.
    ["There were 12 and 21.", []],
    ["In Kent there were 12.", []],
    ["In Kent there were 22.", ["22: Kent"]],
    ["There were 22. That is of Kent.", ["22: Kent"]],
    ["In KENT there were 22.", ["22: Kent"]],
    ["In Kent (police) there were 22.", ["22: Kent"]],
    ["In Kentish Town there were 22.", []],
    // Any of the areas that are named, where names and figures do not alternate.
    ["Of Kent and Essex: 12, then 22.", []],
    ["Of Kent and Essex: 12, then 33.", ["33: Kent, Essex"]],
    // Each with its own, where they do.
    ["Kent had 12 and Essex 22.", []],
    ["Kent had 22 and Essex 12.", ["22: Kent", "12: Essex"]],
    ["12 in Kent, 22 in Essex.", []],
    ["22 in Kent, 12 in Essex.", ["22: Kent", "12: Essex"]],
    ["Kent, 12 and 22 Essex.", []],
    ["Kent had 12. Essex had 22.", []],
    ["Kent had 22 and Essex 12. So be it, with 33.", ["22: Kent", "12: Essex", "33: Kent, Essex"]],
    // A period by its clause; of another clause nothing is said.
    ["In 2018 there were 12 in Kent.", []],
    ["In 2017 there were 12 in Kent.", ["12: 2017, Kent"]],
    ["In 2017, there were 12 in Kent.", []],
    ["In 2017; there were 12 in Kent.", []],
    ["Kent: 12 in 2018, 11 in 2017.", []],
    ["Kent: 11 in 2018, 12 in 2017.", ["11: Kent, 2018", "12: Kent, 2017"]],
    ["Kent in 2017\n12 in 2018", []],
    // A number in a name is none, and neither is one that no row has.
    ["In Ward 3 there were 33.", []],
    ["In Ward 3 there were 12.", ["12: Ward 3"]],
    // Nor where another row has it for a figure.
    ["In Ward 12 there were 44.", []],
    ["In Kent there were 77.", []],
    // The whole is not what was said of a part, nor a part of the whole.
    ["In Kent there were 300.", ["300: Kent"]],
    ["In all forces there were 300.", []],
    // A name of one letter is read nowhere.
    ["X had 12.", []],
  ])("%s", (text, told) => {
    expect(misplaced(text)).toEqual(told);
  });
});

describe("a figure in a label is of what that names", () => {
  test.each<[label: string, told: readonly string[]]>([
    ["Kent, 2018: 12", []],
    ["Kent, 2017: 12", ["12: Kent, 2017"]],
    // Of one figure each period.
    ["Kent, 2017 and 2018: 12", ["12: Kent, 2017, 2018"]],
    ["Kent, 2017 and 2018: 11", ["11: Kent, 2017, 2018"]],
    ["12 in 2018, not 2017", ["12: 2018, 2017"]],
    // Of several each its own, and of places any.
    ["2017: 11, 2018: 12", []],
    ["2018: 12, up from 11 in 2017", []],
    ["Kent and Essex: 12", []],
  ])("%s", (label, told) => {
    expect(misplaced(label, true)).toEqual(told);
  });
});

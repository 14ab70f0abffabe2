import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packObservations } from "../../../src/dataset/columns/build-columns.ts";
import { pairNames } from "../../../src/dataset/disclosure/pair-names.ts";
import type { Cell, DatasetSpec } from "../../../src/dataset/index.ts";
import { trials } from "../../support/trials.ts";
import { pastEdition, type Runs } from "./past-edition.ts";

const spec: DatasetSpec = {
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area" }, sex: { role: "category", label: "Sex" } },
  measures: { n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
};
const sexes = ["a", "b", "c", "d", "e", "f"];
type Figures = readonly (number | undefined)[];

/**
 * Pairs of a new name and one that is gone, each as `new < gone`.
 * @param now by label, figures of as many sexes; undefined where they are hidden.
 * @param before by id, figures that were shown.
 */
function pairs(now: Readonly<Record<string, Figures>>, before: Readonly<Record<string, Figures>>): readonly string[] {
  const idOf = (label: string) => label.toLowerCase().replaceAll(" ", "-");
  const cellOf = (value: number | undefined): Cell =>
    value === undefined ? { state: "suppressed" } : { state: "value", value };
  const observations = Object.entries(now).flatMap(([label, figures]) =>
    figures.map((value, index) => ({
      measure: "n",
      at: { area: idOf(label), sex: sexes[index] as string },
      source: "made",
      vintage: "",
      statuses: [],
      note: "",
      cell: cellOf(value),
    })),
  );
  const shown: Record<string, Runs> = {};
  for (const [id, figures] of Object.entries(before))
    for (const [index, figure] of figures.entries()) shown[`${id} ${sexes[index]}`] = [figure ?? "hidden"];
  const { cells } = pastEdition({ cells: [{ dimensions: ["area", "sex"], shown }] });
  const fresh = Object.keys(now).map((label) => ({ id: idOf(label), label }));
  const naming = { dimension: "area", fresh, gone: Object.keys(before) };
  return pairNames(naming, packObservations(spec, observations), cells).map(
    ({ newcomer, gone }) => `${newcomer.label} < ${gone}`,
  );
}
const none: Figures = [];

describe("a new name is likely to be that of", () => {
  test("the one that it alone has a word in common with", () => {
    expect(pairs({ "West Kent": none }, { kent: none })).toEqual(["West Kent < kent"]);
    expect(pairs({ "Ynys Môn": none }, { "isle-of-mon": none })).toEqual(["Ynys Môn < isle-of-mon"]);
    expect(pairs({ "Kent, (new) area": none }, { "area-kent": none })).toEqual(["Kent, (new) area < area-kent"]);
    expect(pairs({ Essex: none }, { kent: none })).toEqual([]);
    // Particles tell nobody apart.
    expect(pairs({ "Isle of Man": none }, { "house-of-wight": none })).toEqual([]);
    expect(pairs({ "Isle upon Man": none }, { "house-upon-wight": none })).toEqual([
      "Isle upon Man < house-upon-wight",
    ]);
  });

  test("no one where several have the word, new or gone", () => {
    expect(pairs({ "West Kent": none, "East Kent": none }, { kent: none })).toEqual([]);
    // Even where figures speak against all but one.
    expect(pairs({ "West Kent": none, "East Kent": [7, 8, 9] }, { kent: [1, 2, 3] })).toEqual([]);
    expect(pairs({ Kent: none }, { "west-kent": none, "east-kent": none })).toEqual([]);
    expect(pairs({ "North Kent": none, "North Essex": none }, { "old-kent": none, "old-essex": none })).toEqual([
      "North Kent < old-kent",
      "North Essex < old-essex",
    ]);
  });

  test("the one whose figures it has, most of them and three or more", () => {
    expect(pairs({ Alpha: [1, 2, 3] }, { beta: [1, 2, 3] })).toEqual(["Alpha < beta"]);
    expect(pairs({ Alpha: [1, 2] }, { beta: [1, 2] })).toEqual([]);
    expect(pairs({ Alpha: [1, 2, 3, 9, 9] }, { beta: [1, 2, 3, 4, 5] })).toEqual(["Alpha < beta"]);
    expect(pairs({ Alpha: [1, 2, 3, 9, 9, 9] }, { beta: [1, 2, 3, 4, 5, 6] })).toEqual([]);
    expect(pairs({ Alpha: [1, 2, 3, undefined] }, { beta: [1, 2, 3, 4] })).toEqual(["Alpha < beta"]);
    expect(pairs({ Alpha: [1, 2, 3, 4] }, { beta: [1, 2, 3, undefined] })).toEqual(["Alpha < beta"]);
    expect(pairs({ Alpha: [3, 2, 1] }, { beta: [1, 2, 3] })).toEqual([]);
  });

  test("no one of that word whose figures are mostly others", () => {
    expect(pairs({ "West Kent": [7, 8, 9] }, { kent: [1, 2, 3] })).toEqual([]);
    expect(pairs({ "West Kent": [7, 8] }, { kent: [1, 2] })).toEqual(["West Kent < kent"]);
    expect(pairs({ "West Kent": [7, 8, 3, 4] }, { kent: [1, 2, 3, 4] })).toEqual([]);
  });

  test("no one where several have its figures, and of those left once words are told", () => {
    expect(pairs({ Alpha: [1, 2, 3], Gamma: [1, 2, 3] }, { beta: [1, 2, 3] })).toEqual([]);
    expect(pairs({ Alpha: [1, 2, 3] }, { beta: [1, 2, 3], delta: [1, 2, 3] })).toEqual([]);
    const both = [1, 2, 3];
    // Which of two it is, a word tells; that one is then no other's.
    expect(pairs({ "West Kent": both, Alpha: both }, { kent: both, beta: both })).toEqual([
      "West Kent < kent",
      "Alpha < beta",
    ]);
  });
});

test("each is paired once, whatever the figures and names", () => {
  const name = fc.constantFrom("Kent", "West Kent", "Essex", "North Essex", "Mid Surrey", "Surrey", "Alpha", "Beta");
  const figures = fc.array(fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }), { maxLength: sexes.length });
  fc.assert(
    fc.property(
      fc.dictionary(name, figures, { minKeys: 1, maxKeys: 5 }),
      fc.dictionary(fc.constantFrom("kent", "old-essex", "surrey", "alpha-north", "delta"), figures, { minKeys: 1 }),
      (now, before) => {
        const found = pairs(now, before).map((pair) => pair.split(" < "));
        for (const side of [0, 1]) expect(new Set(found.map((pair) => pair[side])).size).toBe(found.length);
      },
    ),
    { numRuns: trials(200, 40) },
  );
});

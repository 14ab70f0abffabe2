import { describe, expect, test } from "vitest";
import { areaSpec, barSpec, type ChartRow, compileChart, trendSpec } from "../../src/charts/index.ts";
import { readRecipeNotes } from "../../src/charts/recipes/recipe-notes.ts";
import { unneededLayers } from "../../src/charts/recipes/unneeded-layers.ts";
import { fonts } from "./chart-fonts.ts";

const years = ["2015", "2016", "2017", "2018", "2019", "2020"];
const yearEnding = years.map((year) => `Year ending March ${year}`);
const figures = (kent: readonly (number | null)[], periods: readonly string[] = years): readonly ChartRow[] =>
  ["Kent", "Essex"].flatMap((area, index) =>
    periods.map((period, at): ChartRow => {
      const n = index === 0 ? (kent[at] ?? null) : 20 + at;
      return { area, period, n, state: n === null ? "suppressed" : "value" };
    }),
  );

const trend = trendSpec({ x: "period", y: "n", series: "area" });
const whole = [11, 12, 13, 14, 15, 16];
const cases: readonly (readonly [
  name: string,
  spec: object,
  rows: readonly ChartRow[],
  unneeded: readonly string[],
])[] = [
  ["no gaps", trend, figures(whole), ["ofGaps", "ofCommonPart"]],
  ["no gaps, and names with a part in common", trend, figures(whole, yearEnding), ["ofGaps"]],
  ["a gap", trend, figures([11, 12, null, null, 15, 16]), ["ofGapsAlone", "ofCommonPart"]],
  ["a gap, and names with a part in common", trend, figures([null, 12, 13, 14, 15, 16], yearEnding), ["ofGapsAlone"]],
  ["a figure between gaps", trend, figures([11, 12, null, 14, null, 16]), ["ofCommonPart"]],
  ["a first figure before a gap", trend, figures([11, null, 13, 14, 15, 16]), ["ofCommonPart"]],
  ["a last figure behind a gap", trend, figures([11, 12, 13, 14, null, 16]), ["ofCommonPart"]],
  [
    "one figure in a line",
    trend,
    [...figures(whole), { area: "Surrey", period: "2015", n: 9, state: "value" }],
    ["ofCommonPart"],
  ],
  ["bars", barSpec({ x: "period", y: "n" }), figures(whole).slice(0, 6), ["ofCommonPart"]],
  ["bars of names with a part in common", barSpec({ x: "period", y: "n" }), figures(whole, yearEnding).slice(0, 6), []],
  ["areas", areaSpec({ x: "period", y: "n", series: "area" }), figures(whole), ["ofCommonPart"]],
];

/** A spec that is not known to be as it was made: it is compiled whole, before its rows are known. */
function asOther(spec: object): object {
  const { usermeta } = spec as { readonly usermeta: { readonly briefwright: object } };
  return { ...spec, usermeta: { briefwright: { ...usermeta.briefwright, made: "" } } };
}

/** What is seen: classes have the names of layers. */
async function drawn(spec: object, rows: readonly ChartRow[]) {
  const chart = await compileChart({ id: "c", spec, fonts });
  const { svg, narrow, alt, table } = await chart.render(rows, { lang: "en-GB", narrowPx: 340 });
  return { alt, table, svgs: [svg, narrow?.svg].map((each) => each?.replaceAll(/ class="[^"]*"/g, "")) };
}

describe("a chart without the layers that its rows need not", () => {
  test.each(cases)("is the whole one: %s", async (_, spec, rows, unneeded) => {
    expect(unneededLayers(readRecipeNotes({ ...spec }), rows)).toEqual(unneeded);
    expect(await drawn(spec, rows)).toEqual(await drawn(asOther(spec), rows));
  });

  test("and of a spec whose transforms were changed they are not known", () => {
    const changed = { ...trend, transform: [{ filter: "datum.n > 12" }, ...(trend.transform ?? [])] };
    expect(unneededLayers(readRecipeNotes(changed), figures(whole))).toEqual([]);
  });
});

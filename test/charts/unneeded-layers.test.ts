import { describe, expect, test } from "vitest";
import {
  areaSpec,
  barSpec,
  bumpSpec,
  type ChartRow,
  choroplethSpec,
  compileChart,
  funnelSpec,
  heatSpec,
  histogramSpec,
  intervalSpec,
  pyramidSpec,
  shareSpec,
  slopeSpec,
  stripSpec,
  tileMapSpec,
  trendSpec,
} from "../../src/charts/index.ts";
import { isNeeded, type LayerNeed } from "../../src/charts/recipes/layer-needs.ts";
import { readRecipeNotes } from "../../src/charts/recipes/recipe-notes.ts";
import { unneededLayers } from "../../src/charts/recipes/unneeded-layers.ts";
import { withoutLayers } from "../../src/charts/vega/gap-marks.ts";
import { squares } from "./awkward-cases.ts";
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

/** A figure for each of some areas, and what a funnel has beside it. */
const oneEach = (all: readonly (number | null)[], subject?: number): readonly ChartRow[] =>
  all.map((n, at) => ({
    area: `Area ${String.fromCodePoint(65 + (at % 26))}${"abcdefghij"[Math.floor(at / 26)]}`,
    n,
    people: 2000 + 300 * at,
    low: n === null ? null : 8,
    high: n === null ? null : 30 - at / 10,
    state: n === null ? "suppressed" : "value",
    highlight: at === subject,
  }));
const ten = [12, 14, 15, 17, 19, 20, 22, 24, 25, 29];
const named = { category: "area", value: "n" } as const;
const funnel = funnelSpec({ ...named, population: "people", low: "low", high: "high" });
const tiles = Object.fromEntries(
  oneEach(ten).map(({ area }, index) => [String(area), { column: index % 5, row: Math.floor(index / 5), label: "A" }]),
);
const mapped = { area: "area", value: "n" } as const;
const map = tileMapSpec({ ...mapped, tiles });
const shapes = choroplethSpec({
  ...mapped,
  geometry: squares(oneEach(ten).map(({ area }) => String(area))),
  key: "name",
});
const off = ["offMap", "offMapCounted"];
const small = ["zeroRule", "ofSubject", "ofWholePiles"];

const shared = { period: "period", category: "area", share: "n" } as const;
const parts = (subject?: string): readonly ChartRow[] =>
  figures([11, 12, 13, 14, 15, 16]).map(({ n, ...row }) => ({
    ...row,
    n: row.area === "Kent" ? Number(n) / 50 : 1 - (Number(n) - 9) / 50,
    highlight: row.period === subject,
  }));
const ends = (subject?: string): readonly ChartRow[] =>
  figures([11, 12], years.slice(0, 2)).map((row) => ({ ...row, highlight: row.area === subject }));
const places = (): readonly ChartRow[] =>
  figures([1, 2, 1, 2, 1, 2]).map(({ n, ...row }, at) => ({
    ...row,
    n: at < years.length ? (n ?? null) : 2 - (at % 2),
  }));
const cells = { row: "area", column: "period", value: "n" } as const;
const interval = { ...named, low: "low", high: "high", interval: 0.95 } as const;

const trend = trendSpec({ x: "period", y: "n", series: "area" });
const whole = [11, 12, 13, 14, 15, 16];
const cases: readonly (readonly [
  name: string,
  spec: object,
  rows: readonly ChartRow[],
  unneeded: readonly string[],
])[] = [
  ["no gaps", trend, figures(whole), ["ofGaps", "ofCommonPart", "turns"]],
  ["no gaps, and names with a part in common", trend, figures(whole, yearEnding), ["ofGaps", "turns"]],
  ["a gap", trend, figures([11, 12, null, null, 15, 16]), ["ofGapsAlone", "ofCommonPart", "turns"]],
  [
    "a gap, and names with a part in common",
    trend,
    figures([null, 12, 13, 14, 15, 16], yearEnding),
    ["ofGapsAlone", "turns"],
  ],
  ["a figure between gaps", trend, figures([11, 12, null, 14, null, 16]), ["ofCommonPart", "turns"]],
  ["a first figure before a gap", trend, figures([11, null, 13, 14, 15, 16]), ["ofCommonPart", "turns"]],
  ["a last figure behind a gap", trend, figures([11, 12, 13, 14, null, 16]), ["ofCommonPart", "turns"]],
  [
    "one figure in a line",
    trend,
    [...figures(whole), { area: "Surrey", period: "2015", n: 9, state: "value" }],
    ["ofCommonPart", "turns"],
  ],
  ["a highest figure inside", trend, figures([11, 12, 40, 14, 15, 16]), ["ofGaps", "ofCommonPart"]],
  ["a lowest figure inside, and gaps", trend, figures([null, 30, 9, 24, null, 26]), ["ofCommonPart"]],
  [
    "figures inside as high and as low as the first and the last",
    trend,
    figures([26, 7, 26, 20, 26, 7]),
    ["ofGaps", "ofCommonPart", "turns"],
  ],
  [
    "a highest figure inside a line as of another's end",
    trend,
    figures([11, 25, 13, 14, 15, 16]),
    ["ofGaps", "ofCommonPart"],
  ],
  ["bars", barSpec({ x: "period", y: "n" }), figures(whole).slice(0, 6), ["ofCommonPart"]],
  ["bars of names with a part in common", barSpec({ x: "period", y: "n" }), figures(whole, yearEnding).slice(0, 6), []],
  ["dots", stripSpec(named), oneEach(ten), ["zeroRule", "ofSubject", ...off]],
  ["dots, one of them the subject", stripSpec(named), oneEach(ten, 2), ["zeroRule", ...off]],
  ["dots on both sides of zero", stripSpec(named), oneEach([-1, ...ten]), ["ofSubject", ...off]],
  ["dots and gaps", stripSpec(named), oneEach([null, ...ten, null]), ["zeroRule", "ofSubject", "offMapCounted"]],
  ["dots and many gaps", stripSpec(named), oneEach([...ten, ...ten.map(() => null), null]), ["zeroRule", "ofSubject"]],
  ["bricks", histogramSpec(named), oneEach(ten), [...small, ...off]],
  [
    "bricks in a pile",
    histogramSpec(named),
    oneEach(Array.from({ length: 40 }, (_, at) => (at ? 20 : 90))),
    ["zeroRule", "ofSubject", ...off],
  ],
  ["a funnel", funnel, oneEach(ten, 3), ["far", ...off]],
  ["a funnel with a rate far above", funnel, oneEach([...ten, 240]), ["ofSubject", ...off]],
  [
    "a funnel with two rates far above, and gaps",
    funnel,
    oneEach([null, 140, ...ten, ...ten, 240], 1),
    ["offMapCounted"],
  ],
  ["tiles", map, oneEach(ten), ["ofSubject", "gapsOfRows", "tilesWithoutRow", ...off]],
  ["tiles without a figure", map, oneEach([...ten.slice(1), null], 2), ["tilesWithoutRow", ...off]],
  ["tiles without a row", map, oneEach(ten.slice(3)), ["ofSubject", "gapsOfRows", ...off]],
  ["areas without a tile", map, oneEach([...ten, 12], 10), ["gapsOfRows", "tilesWithoutRow", "offMapCounted"]],
  ["shapes", shapes, oneEach(ten), ["ofSubject", "gapsOfRows", "shapesWithoutRow", ...off]],
  ["shapes without a figure", shapes, oneEach([null, ...ten.slice(1)], 2), ["shapesWithoutRow", ...off]],
  ["shapes without a row", shapes, oneEach(ten.slice(3)), ["ofSubject", "gapsOfRows", ...off]],
  ["areas without a shape", shapes, oneEach([...ten, 12], 10), ["gapsOfRows", "shapesWithoutRow", "offMapCounted"]],
  ["shares", shareSpec(shared), parts(), ["ofCommonPart", "ofSubject"]],
  ["shares of which one bar stands out", shareSpec(shared), parts("2020"), ["ofCommonPart"]],
  [
    "upright shares",
    shareSpec({ ...shared, direction: "vertical" }),
    parts().filter(({ period }) => Number(period) > 2018),
    ["ofCommonPart", "ofSubject"],
  ],
  ["slopes", slopeSpec({ x: "period", y: "n", series: "area" }), ends(), ["ofSubject"]],
  ["slopes, one of them the subject", slopeSpec({ x: "period", y: "n", series: "area" }), ends("Kent"), []],
  ["places", bumpSpec({ x: "period", y: "n", series: "area" }), places(), ["ofCommonPart", "ofSubject"]],
  ["cells", heatSpec(cells), figures(whole), ["ofCommonPart", "ofSubject"]],
  ["cells and a gap", heatSpec(cells), figures([11, 12, null, 14, 15, 16]), ["ofCommonPart", "ofSubject"]],
  ["sides", pyramidSpec({ category: "period", value: "n", side: "area" }), figures(whole), ["ofSubject"]],
  ["intervals", intervalSpec(interval), oneEach(ten), ["zeroRule"]],
  ["intervals that reach below zero", intervalSpec(interval), oneEach(ten).map((row) => ({ ...row, low: -2 })), []],
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

  test("and shapes are those that the spec has now", () => {
    const others = { geometry: squares(["Area Aa", "Kent"]) };
    const unneeded = unneededLayers(readRecipeNotes({ ...shapes, datasets: others }), oneEach(ten));
    expect(unneeded).toEqual(["ofSubject", "gapsOfRows", "offMapCounted"]);
    const nameless = { geometry: { ...others.geometry, features: [{ type: "Feature", properties: {} }] } };
    expect(unneededLayers(readRecipeNotes({ ...shapes, datasets: nameless }), oneEach(ten))).toEqual([
      "ofSubject",
      "gapsOfRows",
      "offMapCounted",
    ]);
  });

  test.each([
    ["names below a map", shapes],
    ["names below dots", stripSpec(named)],
    ["names below a funnel", funnel],
  ])("and their parameters, which nothing else reads, go with them: %s", (_, spec) => {
    const drawn = withoutLayers({ ...spec }, off);
    const namesOf = (params: unknown) => (params as readonly { readonly name: string }[]).map(({ name }) => name);
    const left = new Set(namesOf(drawn.params));
    const gone = namesOf(spec.params).filter((name) => !left.has(name));
    expect(gone.length).toBeGreaterThan(0);
    const { usermeta: _notes, ...read } = drawn;
    for (const name of gone) expect(JSON.stringify(read)).not.toContain(name);
  });

  test("and of a spec whose transforms were changed they are not known", () => {
    const changed = { ...trend, transform: [{ filter: "datum.n > 12" }, ...(trend.transform ?? [])] };
    expect(unneededLayers(readRecipeNotes(changed), figures(whole))).toEqual([]);
  });
});

describe("rows of a kind are counted rather once too often", () => {
  const counted = (need: Omit<LayerNeed, "layer" | "field">, values: readonly unknown[]) =>
    isNeeded({ layer: "l", field: "f", ...need }, values.map((f) => ({ f })) as readonly ChartRow[]);

  test.each<[need: Omit<LayerNeed, "layer" | "field">, needed: readonly unknown[], not: readonly unknown[]]>([
    [{ draws: "gaps" }, [1, Number.NaN], [1, 0]],
    [{ draws: "gaps" }, [1, "2"], []],
    [{ draws: "gaps", moreThan: 1 }, [null, undefined], [null, 1]],
    [{ draws: "belowZero" }, ["-1"], [null, 0, undefined]],
    [{ draws: "belowZero" }, ["other"], [1]],
    [{ draws: "marked" }, [false, true], [false, "true", 1]],
    [{ draws: "rows", moreThan: 2 }, [1, 2, 3], [1, 2]],
    [{ draws: "far", times: 4 }, [10, 10, 41], [10, 10, 40]],
    [{ draws: "far", times: 4 }, [null, null, 41], [null, null]],
    [{ draws: "turns" }, [2, 3, 2], [1, 2, 3, 3]],
    [{ draws: "turns" }, [null, 2, 1, null, 2], [null, 1, 2, null]],
    [{ draws: "turns" }, ["2", "3", "2"], []],
    [{ draws: "unlisted", names: ["Kent"] }, ["kent"], ["Kent"]],
    [{ draws: "unused", names: ["Kent", "Essex"] }, ["Kent"], ["Essex", "Kent"]],
  ])("%o", (need, needed, not) => {
    expect(counted(need, needed)).toBe(true);
    expect(counted(need, not)).toBe(false);
  });
});

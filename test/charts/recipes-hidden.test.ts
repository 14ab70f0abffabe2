import { describe, expect, test } from "vitest";
import {
  areaSpec,
  barSpec,
  bulletSpec,
  bumpSpec,
  type ChartRow,
  choroplethSpec,
  compileChart,
  dumbbellSpec,
  funnelSpec,
  heatSpec,
  histogramSpec,
  intervalSpec,
  likertSpec,
  pyramidSpec,
  rankingSpec,
  shareSpec,
  slopeSpec,
  smallMultiplesSpec,
  sparklinesSpec,
  stripSpec,
  tileMapSpec,
  tileMapsSpec,
  trendSpec,
  unitSpec,
} from "../../src/charts/index.ts";
import type { JsonObject } from "../../src/charts/json.ts";
import { readRecipeNotes } from "../../src/charts/recipes/recipe-notes.ts";
import * as charts from "../../src/doors/charts.ts";
import { codesOf, failureOf } from "../support/diagnostics-of.ts";
import { type AwkwardData, awkwardData, awkwardRecipes } from "./awkward-cases.ts";
import { fonts } from "./chart-fonts.ts";
import { forceShapes, recipeSamples } from "./recipe-samples.ts";
import { overlaps } from "./text-boxes.ts";

const render = async (spec: object, rows: readonly ChartRow[]) => {
  const chart = await compileChart({ id: "recipe", spec, fonts });
  return { ...(await chart.render(rows)), warnings: chart.diagnostics };
};

/** Names that mean something to Vega: a path, an index, quotes, a digit. */
const [area, period, figure] = ["area.name", 'period "p"[2]', "it's [n] 2018"] as const;
const names = ["Kent", "Essex", "Norfolk"] as const;
const [before, after] = ["2017/18", "2018/19"] as const;

/** Three areas in two periods: one cell of the last is suppressed, one is missing; the first area stands out. */
const rows: readonly ChartRow[] = names.flatMap((name, index) =>
  [before, after].map((when) => ({
    [area]: name,
    [period]: when,
    [figure]: when === before || index === 0 ? 0.2 + index / 10 : null,
    low: when === before || index === 0 ? 0.1 : null,
    high: when === before || index === 0 ? 0.5 : null,
    beside: 0.25,
    state: when === before || index === 0 ? "value" : index === 1 ? "suppressed" : "missing",
    highlight: index === 0,
  })),
);
const latest = rows.filter((row) => row[period] === after);
const tiles = Object.fromEntries(names.map((name, column) => [name, { column, row: 0, label: name.slice(0, 3) }]));

const line = { x: period, y: figure, series: area, format: ".2f" };
const recipes: Readonly<Record<string, readonly [spec: object, rows: readonly ChartRow[]]>> = {
  bar: [barSpec({ x: area, y: figure, series: period, format: ".2f" }), rows],
  ranking: [rankingSpec({ category: area, value: figure, format: ".2f" }), latest],
  trend: [trendSpec({ ...line, annotations: [{ kind: "break", from: after, label: "New rules" }] }), rows.slice(0, 4)],
  share: [shareSpec({ period, category: area, share: figure, format: ".2f", layout: "beside" }), rows],
  "share, vertical": [
    shareSpec({ period, category: area, share: figure, format: ".2f", layout: "beside", direction: "vertical" }),
    rows,
  ],
  heat: [heatSpec({ row: area, column: period, value: figure, format: ".2f" }), rows],
  funnel: [
    funnelSpec({ category: area, value: figure, population: "beside", low: "low", high: "high", format: ".2f" }),
    latest,
  ],
  strip: [stripSpec({ category: area, value: figure, format: ".2f" }), latest],
  "trend, annotated": [
    trendSpec({
      x: period,
      y: figure,
      format: ".2f",
      annotations: [
        { kind: "band", low: "low", high: "high", label: "Range" },
        { kind: "reference", value: "beside", label: "All" },
        { kind: "shaded", from: before, to: before, label: "Rules" },
        { kind: "text", at: { [period]: after }, text: "Hidden" },
      ],
    }),
    rows.slice(2, 4),
  ],
  bump: [
    bumpSpec({ x: period, y: figure, series: area }),
    rows.map((row) =>
      typeof row[figure] === "number"
        ? { ...row, [figure]: names.indexOf(row[area] as (typeof names)[number]) + 1 }
        : row,
    ),
  ],
  pyramid: [pyramidSpec({ category: area, value: figure, side: period, format: ".2f" }), rows],
  unit: [unitSpec({ category: area, value: figure, format: ".2f" }), latest],
  "tile maps": [tileMapsSpec({ area, value: figure, by: period, tiles, format: ".2f" }), rows],
  histogram: [histogramSpec({ category: area, value: figure, format: ".2f" }), latest],
  slope: [slopeSpec(line), rows],
  "small multiples": [smallMultiplesSpec(line), rows],
  dumbbell: [dumbbellSpec({ category: area, value: figure, series: period, format: ".2f" }), rows],
  bullet: [
    bulletSpec({ category: area, value: figure, comparator: "beside", comparatorTitle: "All", format: ".2f" }),
    latest,
  ],
  sparklines: [sparklinesSpec(line), rows],
  "tile map": [tileMapSpec({ area, value: figure, tiles, format: ".2f" }), latest],
  choropleth: [choroplethSpec({ area, value: figure, geometry: forceShapes, key: "name", format: ".2f" }), latest],
  interval: [
    intervalSpec({
      category: area,
      value: figure,
      low: "low",
      high: "high",
      interval: 0.95,
      annotations: [{ kind: "reference", value: "beside", label: "All" }],
      format: ".2f",
    }),
    latest,
  ],
};

/** Charts in which the room between the parts would tell the one that is hidden. */
const refusing: Readonly<Record<string, object>> = {
  "shares that add up to 100%": shareSpec({ period, category: area, share: figure }),
  areas: areaSpec(line),
  answers: likertSpec({
    category: period,
    answer: area,
    share: figure,
    left: names.slice(0, 1),
    right: names.slice(1),
    format: ".2f",
  }),
};

test("every recipe is among these, and has a sample and awkward names and figures", () => {
  const recipeOf = (spec: object) => readRecipeNotes(spec as JsonObject)?.recipe;
  const tested = {
    "test/charts/recipes-hidden.test.ts": [...Object.values(recipes).map(([spec]) => spec), ...Object.values(refusing)],
    "test/charts/recipe-samples.ts": recipeSamples.map(({ spec }) => spec),
    "test/charts/awkward-cases.ts": awkwardRecipes.map(({ spec }) => spec(awkwardData[0] as AwkwardData, 600)),
  };
  const made = Object.keys(charts).filter((name) => name.endsWith("Spec") && name !== "renderSpec");
  for (const [file, specs] of Object.entries(tested))
    expect([...new Set(specs.map(recipeOf))].sort(), file).toEqual(made.sort());
});

describe.each(Object.entries(recipes))("%s, with a suppressed and a missing cell", (name, [spec, given]) => {
  test("writes [c] and [x], every figure there is, and nothing of its own", async () => {
    const { texts, untraced, warnings, diagnostics, ...chart } = await render(spec, given);
    const drawn = texts.join(" ");
    expect(drawn).toContain("[c]");
    if (given.some(({ state }) => state === "missing")) expect(drawn).toContain("[x]");
    expect(untraced).toEqual([]);
    expect([...warnings, ...diagnostics]).toEqual([]);
    expect(overlaps({ texts, untraced, diagnostics, ...chart })).toEqual([]);
    // Colour alone tells the figures of a map with shapes; lines write their last one.
    const written = ["choropleth", "tile maps", "bump"].includes(name)
      ? []
      : given.filter((row) => !/trend|multiples/.test(name) || row[period] === after);
    for (const row of written) {
      if (typeof row[figure] === "number") expect(drawn).toContain(row[figure].toFixed(2));
    }
    // A zero that is no figure would be written as one; the scale of a trend begins at one.
    if (name !== "trend") expect(texts.filter((text) => /(^|\s)0\.00($|\s)/.test(text))).toEqual([]);
  });
});

describe("shares that add up to 100%", () => {
  const spec = shareSpec({ period, category: area, share: figure });

  test.each(Object.entries(refusing))("%s are refused where one is hidden: its room would tell it", async (_, spec) => {
    const { diagnostics } = await failureOf(() => render(spec, rows));
    expect(codesOf(diagnostics)).toEqual(["chart-hidden-total"]);
    // A recipe has no option for that.
    expect(diagnostics[0]?.hint).not.toContain('"stack": null');
    expect(diagnostics[0]?.hint).toMatch(/^Use (?:trendSpec|shareSpec with `layout: "beside"`), with \[c\]/);
  });

  test("fill their bars in the order of the rows where all are known", async () => {
    const whole = rows
      .filter((row) => row[period] === before)
      .map((row, index) => ({ ...row, [figure]: [0.5, 0.3, 0.2][index] as number }));
    const { texts, svg } = await render(spec, whole);
    expect(texts.filter((text) => text.endsWith("%"))).toEqual(["50%", "30%", "20%"]);
    const segments = [
      ...svg.matchAll(/<path d="M([\d.]+),[\d.]+h([\d.]+)v[^"]*" fill="#(?:12436d|c2570c|2a9d8f)"[^>]*stroke="white"/g),
    ];
    const ends = segments.map(([, from, width]) => [Number(from), Number(from) + Number(width)]);
    expect(ends).toHaveLength(3);
    expect(ends[1]?.[0]).toBeCloseTo(ends[0]?.[1] as number, 1);
    expect(ends[2]?.[0]).toBeCloseTo(ends[1]?.[1] as number, 1);
  });
});

test("a place of a label is no figure, but what is added to it is", async () => {
  const total = (at: string) => ({
    data: { name: "data" },
    layer: [
      { mark: "point", encoding: { y: { field: "n", type: "quantitative" } } },
      {
        transform: [{ calculate: at, as: "at" }, { joinaggregate: [{ op: "max", field: "at", as: "most" }] }],
        mark: "rule",
        encoding: { y: { field: "most", type: "quantitative", scale: null } },
      },
    ],
  });
  const cells = [
    { n: 3, state: "value" },
    { n: null, state: "suppressed" },
  ];
  await expect(render(total("isValid(datum.n) ? scale('y', datum.n) : 0"), cells)).resolves.toMatchObject({
    diagnostics: [],
  });
  await expect(render(total("isValid(datum.n) ? scale('y', datum.n) + datum.n : 0"), cells)).rejects.toMatchObject({
    diagnostics: [{ code: "chart-hidden-total" }],
  });
});

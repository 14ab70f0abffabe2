import { describe, expect, test } from "vitest";
import * as charts from "../../src/charts/index.ts";
import { type ChartRow, compileChart, policeForceTiles, ukRegionTiles } from "../../src/charts/index.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { inPart, someOf } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";
import { forceShapes } from "./recipe-samples.ts";

type Recipes = {
  readonly [Name in keyof typeof charts as Name extends "renderSpec"
    ? never
    : Name extends `${string}Spec`
      ? Name
      : never]: (typeof charts)[Name];
};
type OptionsOf<Recipe> = Recipe extends (options: infer Options) => unknown ? Options : never;

/** Another value of an option, and what else it takes to be seen. */
interface Other<Options, Name extends keyof Options> {
  readonly to: NonNullable<Options[Name]>;
  readonly beside?: Partial<Options>;
  readonly rows?: readonly ChartRow[];
}

/** A recipe with options and rows, and another value for each option that its type has: a new one without does not compile. */
interface Trial<Options> {
  readonly options: Options;
  readonly rows: readonly ChartRow[];
  readonly others: { readonly [Name in keyof Options]-?: Other<Options, Name> };
}

const areas = Object.keys(ukRegionTiles).slice(0, 8);
const forces = Object.keys(policeForceTiles);
const periods = ["2019", "2020", "2021", "2022"];
const rowsOf = (names: readonly string[], of: readonly string[]): readonly ChartRow[] =>
  names.flatMap((area, index) =>
    of.map((period, at) => {
      const n = 20 + ((index * 13 + at * 7) % 31);
      return {
        area,
        other: `${area} (${index + 1})`,
        period,
        wave: `Wave ${at + 1}`,
        n,
        m: 90 - n,
        low: n - 4,
        high: n + 5,
        lower: n - 9,
        higher: n + 9,
        people: 40_000 + 9000 * index,
        homes: 22_000 + 3000 * ((index * 5) % 8),
        goal: 33,
        middle: 27,
        place: 1 + ((index + at * 3) % names.length),
        rank: 1 + ((index + at * 5) % names.length),
        state: "value",
        highlight: index === 2,
        marked: index === 4,
      };
    }),
  );
const all = rowsOf(areas, periods);
const pairs = rowsOf(areas, periods.slice(0, 2));
const one = rowsOf(areas, ["2022"]);
const series = rowsOf(areas.slice(0, 1), periods);
const ofForces = rowsOf(forces, ["2022"]);
// A few of the shapes: each takes its time.
const drawnForces = ofForces.slice(0, 9);
const shapesOf = (count: number) => ({
  ...forceShapes,
  features: forceShapes.features.filter(({ properties: { name } }) => forces.slice(0, count).includes(name)),
});
const answers = ["No", "Neither", "Yes"];
const shares: readonly ChartRow[] = ["2021", "2022", "2023"].flatMap((period, at) =>
  answers.map((answer, index) => ({
    period,
    wave: `Wave ${at + 1}`,
    answer,
    reply: `${answer}.`,
    share: [0.2 + at / 20, 0.3, 0.5 - at / 20][index] as number,
    part: [0.1, 0.4 + at / 20, 0.5 - at / 20][index] as number,
    state: "value",
    highlight: at === 0,
    marked: at === 1,
  })),
);
const sexes: readonly ChartRow[] = ["0 to 19", "20 to 49", "50 and over"].flatMap((age, index) =>
  ["Women", "Men"].map((sex, at) => ({
    age,
    band: `Band ${index + 1}`,
    sex,
    side: ["Left", "Right"][at] as string,
    n: 40 + index * 9 + at * 4,
    m: 60 - index * 9 - at * 4,
    state: "value",
    highlight: index === 0,
    marked: index === 2,
  })),
);

const target = [{ kind: "target", value: "goal", label: "Target" }] as const;
const reference = [{ kind: "reference", value: "middle", label: "Median" }] as const;
const lineTitles = {
  xTitle: { to: "Year to March" },
  yTitle: { to: "Cases" },
  format: { to: ".1f" },
  highlight: { to: "marked" },
  seriesTitle: { to: "Council" },
} as const;
const named = {
  category: { to: "other" },
  value: { to: "m" },
  categoryTitle: { to: "Council" },
  valueTitle: { to: "Cases" },
  format: { to: ".1f" },
} as const;
const classed = {
  value: { to: "m" },
  valueTitle: { to: "Cases" },
  format: { to: ".1f" },
  highlight: { to: "marked" },
  classes: { to: [25, 30] },
  midpoint: { to: 30 },
} as const;
const gaps = { gapNames: { to: { suppressed: "Withheld", missing: "Not sent" } } } as const;
const withGap = (rows: readonly ChartRow[]): readonly ChartRow[] =>
  rows.map((row, index) => (index === 5 ? { ...row, n: null, state: "suppressed" } : row));
const warm = { to: "below", beside: { midpoint: 30 } } as const;

const trials: { readonly [Name in keyof Recipes]: Trial<OptionsOf<Recipes[Name]>> } = {
  areaSpec: {
    options: { x: "period", y: "n", series: "area" },
    rows: all,
    others: {
      x: { to: "wave" },
      y: { to: "m" },
      series: { to: "other" },
      xTitle: lineTitles.xTitle,
      yTitle: lineTitles.yTitle,
      seriesTitle: lineTitles.seriesTitle,
      format: lineTitles.format,
      annotations: { to: [{ kind: "break", from: "2021", label: "New rules" }] },
    },
  },
  barSpec: {
    options: { x: "period", y: "n" },
    rows: series,
    others: {
      x: { to: "wave" },
      y: { to: "m" },
      series: { to: "area", rows: rowsOf(areas.slice(0, 2), periods) },
      highlight: {
        to: "marked",
        rows: series.map((row, index) => ({ ...row, highlight: index === 0, marked: index === 2 })),
      },
      xTitle: lineTitles.xTitle,
      yTitle: lineTitles.yTitle,
      format: lineTitles.format,
      annotations: { to: target },
    },
  },
  bulletSpec: {
    options: { category: "area", value: "n", comparator: "goal", comparatorTitle: "Target" },
    rows: one,
    others: { ...named, comparator: { to: "middle" }, comparatorTitle: { to: "Plan" }, highlight: { to: "marked" } },
  },
  bumpSpec: {
    options: { x: "period", y: "place", series: "area" },
    rows: all,
    others: {
      x: { to: "wave" },
      y: { to: "rank" },
      series: { to: "other" },
      highlight: lineTitles.highlight,
      xTitle: lineTitles.xTitle,
      yTitle: lineTitles.yTitle,
      seriesTitle: lineTitles.seriesTitle,
    },
  },
  choroplethSpec: {
    options: { area: "area", value: "n", geometry: shapesOf(9), key: "name" },
    rows: drawnForces,
    others: {
      ...classed,
      area: { to: "other" },
      areaTitle: { to: "Force" },
      geometry: { to: shapesOf(7) },
      key: { to: "short" },
      feature: { to: "none" },
      shortName: { to: "short", beside: { geometry: forceShapes }, rows: ofForces },
      hasKey: { to: false },
      projection: { to: { type: "albers" } },
      heightPx: { to: 300 },
      warm,
      gapNames: { ...gaps.gapNames, rows: withGap(drawnForces) },
    },
  },
  dumbbellSpec: {
    options: { category: "area", value: "n", series: "period" },
    rows: pairs,
    others: {
      ...named,
      series: { to: "wave" },
      seriesTitle: { to: "Survey" },
      highlight: { to: "marked" },
      order: { to: "ascending" },
    },
  },
  funnelSpec: {
    options: { category: "area", value: "n", population: "people", low: "low", high: "high" },
    rows: one,
    others: {
      ...named,
      population: { to: "homes" },
      low: { to: "lower" },
      high: { to: "higher" },
      outerLow: { to: "lower", beside: { outerHigh: "higher" } },
      outerHigh: { to: "higher", beside: { outerLow: "lower" } },
      populationTitle: { to: "Residents" },
      lowTitle: { to: "From" },
      highTitle: { to: "To" },
      outerLowTitle: { to: "Outer from", beside: { outerLow: "lower", outerHigh: "higher" } },
      outerHighTitle: { to: "Outer to", beside: { outerLow: "lower", outerHigh: "higher" } },
      highlight: { to: "marked" },
      annotations: { to: [{ kind: "reference", value: "middle", label: "All" }] },
    },
  },
  heatSpec: {
    options: { row: "area", column: "period", value: "n" },
    rows: all,
    others: {
      ...classed,
      row: { to: "other" },
      column: { to: "wave" },
      rowTitle: { to: "Council" },
      columnTitle: { to: "Year to March" },
      warm,
      gapNames: { ...gaps.gapNames, rows: withGap(all) },
    },
  },
  histogramSpec: {
    options: { category: "area", value: "n" },
    rows: ofForces,
    others: { ...named, highlight: { to: "marked" }, annotations: { to: reference } },
  },
  intervalSpec: {
    options: { category: "area", value: "n", low: "low", high: "high" },
    rows: one,
    others: {
      ...named,
      low: { to: "lower" },
      high: { to: "higher" },
      interval: { to: "lowest and highest" },
      highlight: { to: "marked" },
      annotations: { to: reference },
      order: { to: "ascending" },
    },
  },
  likertSpec: {
    options: { category: "period", answer: "answer", share: "share", left: ["No"], right: ["Yes"] },
    rows: shares,
    others: {
      category: { to: "wave" },
      answer: { to: "reply" },
      share: { to: "part" },
      left: { to: ["Neither"] },
      middle: { to: "Neither" },
      right: { to: ["Neither"] },
      categoryTitle: { to: "Survey" },
      answerTitle: { to: "Reply" },
      shareTitle: { to: "Share of adults" },
      highlight: { to: "marked" },
      format: { to: ".1%" },
    },
  },
  pyramidSpec: {
    options: { category: "age", value: "n", side: "sex" },
    rows: sexes,
    others: {
      ...named,
      category: { to: "band" },
      side: { to: "side" },
      sideTitle: { to: "Half" },
      highlight: { to: "marked" },
    },
  },
  rankingSpec: {
    options: { category: "area", value: "n" },
    rows: one,
    others: {
      ...named,
      highlight: { to: "marked" },
      order: { to: "ascending" },
      restLabel: {
        to: "The rest is in the data.",
        rows: rowsOf(
          Array.from({ length: 90 }, (_, index) => `Council ${index}`),
          ["2022"],
        ),
      },
      annotations: { to: reference },
    },
  },
  shareSpec: {
    options: { period: "period", category: "answer", share: "share" },
    rows: shares,
    others: {
      period: { to: "wave" },
      category: { to: "reply" },
      share: { to: "part" },
      periodTitle: { to: "Survey" },
      categoryTitle: { to: "Reply" },
      shareTitle: { to: "Share of adults" },
      highlight: { to: "marked" },
      format: { to: ".1%" },
      direction: { to: "vertical" },
      layout: { to: "beside" },
    },
  },
  slopeSpec: {
    options: { x: "period", y: "n", series: "area" },
    rows: pairs,
    others: {
      ...lineTitles,
      x: { to: "wave" },
      y: { to: "m" },
      series: { to: "other" },
      names: { to: "last" },
      heightPx: { to: 500 },
    },
  },
  smallMultiplesSpec: {
    options: { x: "period", y: "n", series: "area" },
    rows: all,
    others: {
      ...lineTitles,
      x: { to: "wave" },
      y: { to: "m" },
      series: { to: "other" },
      columns: { to: 3 },
      widthPx: { to: 500 },
    },
  },
  sparklinesSpec: {
    options: { x: "period", y: "n", series: "area" },
    rows: all,
    others: {
      ...lineTitles,
      x: { to: "wave" },
      y: { to: "m" },
      series: { to: "other" },
      scale: { to: "shared" },
      widthPx: { to: 500 },
    },
  },
  stripSpec: {
    options: { category: "area", value: "n" },
    rows: ofForces,
    others: { ...named, highlight: { to: "marked" }, annotations: { to: reference } },
  },
  tileMapSpec: {
    options: { area: "area", value: "n", tiles: ukRegionTiles },
    rows: one,
    others: {
      ...classed,
      area: { to: "other" },
      areaTitle: { to: "Region" },
      tiles: { to: Object.fromEntries(Object.entries(ukRegionTiles).slice(0, 5)) },
      tilePx: { to: 40 },
      hasKey: { to: false },
      warm,
      gapNames: { ...gaps.gapNames, rows: withGap(one) },
    },
  },
  tileMapsSpec: {
    options: { area: "area", value: "n", tiles: ukRegionTiles, by: "period" },
    rows: all,
    others: {
      ...classed,
      area: { to: "other" },
      areaTitle: { to: "Region" },
      tiles: { to: Object.fromEntries(Object.entries(ukRegionTiles).slice(0, 5)) },
      by: { to: "wave" },
      byTitle: { to: "Survey" },
      columns: { to: 2 },
      widthPx: { to: 500 },
      hasKey: { to: false },
      warm,
      gapNames: { ...gaps.gapNames, rows: withGap(all) },
    },
  },
  trendSpec: {
    options: { x: "period", y: "n" },
    rows: series,
    others: {
      x: { to: "wave" },
      y: { to: "m" },
      series: { to: "area", rows: all },
      highlight: { to: "marked", beside: { series: "area" }, rows: all },
      compared: { to: areas.slice(5, 7), beside: { series: "area" }, rows: all },
      xTitle: lineTitles.xTitle,
      yTitle: lineTitles.yTitle,
      format: lineTitles.format,
      heightPx: { to: 300 },
      annotations: { to: target },
    },
  },
  unitSpec: {
    options: { category: "area", value: "n" },
    rows: one,
    others: { ...named, highlight: { to: "marked" }, layout: { to: "rows" }, each: { to: 5 } },
  },
};

const recipes = charts as unknown as Readonly<Record<keyof Recipes, (options: object) => object>>;
const specOf = (recipe: keyof Recipes, options: object): object => recipes[recipe](options);

/** All that readers see or are told: pictures, descriptions, heads of the data. */
async function seenOf(recipe: keyof Recipes, options: object, rows: readonly ChartRow[]): Promise<string> {
  const chart = await compileChart({ id: "chart", spec: specOf(recipe, options), fonts });
  const { svg, alt, longDescription, table } = await chart.render(rows);
  return [svg, alt, longDescription, ...table.columns.map(({ label }) => label)].join("\n");
}

const refusal = (thrown: unknown): string => {
  if (thrown instanceof BriefingError) return `refused: ${thrown.message}`;
  throw thrown;
};

const cases = Object.entries(trials).flatMap(([recipe, { others }]) =>
  Object.keys(others).map((option) => [recipe as keyof Recipes, option] as const),
);

describe("every option of every recipe changes what readers see or are told, or is refused", () => {
  test.each(someOf(cases, inPart(cases.length, 24)))("%s: %s", async (recipe, option) => {
    const { options, rows, others } = trials[recipe] as Trial<Record<string, unknown>>;
    const { to, beside = {}, rows: own = rows } = others[option] as Other<Record<string, unknown>, string>;
    const before = { ...options, ...beside };
    const { [option]: _, ...without } = before;
    const base = option in options ? before : without;
    const seen = await seenOf(recipe, base, own).catch(refusal);
    expect(await seenOf(recipe, { ...base, [option]: to }, own).catch(refusal)).not.toBe(seen);
  });

  // A title of an axis is one for all readers: descriptions alone have it otherwise.
  const titled = cases.filter(([, option]) => option === "xTitle");
  test.each(titled)("%s draws its %s", async (recipe, option) => {
    const { options, rows } = trials[recipe] as Trial<Record<string, unknown>>;
    for (const widthPx of [640, 340]) {
      const spec = specOf(recipe, { ...options, [option]: "Year to March" });
      const { sentences } = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
      expect(sentences).toContain("Year to March");
    }
  });
});

import { describe, expect, test } from "vitest";
import {
  barSpec,
  bulletSpec,
  bumpSpec,
  type ChartRow,
  choroplethSpec,
  compileChart,
  describeChart,
  funnelSpec,
  heatSpec,
  histogramSpec,
  intervalSpec,
  likertSpec,
  pyramidSpec,
  rankingSpec,
  shareSpec,
  tileMapsSpec,
  trendSpec,
  unitSpec,
} from "../../src/charts/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { inPart, someAtTurn } from "../support/trials.ts";
import { awkwardData, awkwardRecipes, squares } from "./awkward-cases.ts";
import { fonts } from "./chart-fonts.ts";

const described = async (spec: object, rows: readonly ChartRow[], lang = "en") => {
  const words = createWords({ language: findLanguage(lang) });
  return (await compileChart({ id: "chart", spec, fonts, words })).render(rows);
};
const areas = ["Kent", "Essex", "Surrey", "Devon", "Dorset"];
const figures = [4.21, 6.14, 5.5, 4.92, 5.05];
const rows: readonly ChartRow[] = areas.map((area, index) => ({
  area,
  n: figures[index] ?? 0,
  low: (figures[index] ?? 0) - 0.19,
  high: (figures[index] ?? 0) + 0.21,
  median: 5.05,
  highlight: index === 0,
}));
const years = ["2007", "2008", "2009", "2010", "2011"];
const byYear: readonly ChartRow[] = areas.flatMap((area, at) =>
  years.map((period, index) => ({ area, period, n: 10 + at + ((index * 7 + at) % 5), highlight: at === 0 })),
);
const named = { category: "area", value: "n", valueTitle: "Deaths per birth" } as const;

const answers: readonly ChartRow[] = areas.flatMap((area, at) =>
  ["No", "Yes"].map((answer, index) => ({
    area,
    answer,
    n: (index === 0 ? 30 + at : 70 - at) / 100,
    highlight: at === 0,
  })),
);

describe("whom the chart is about", () => {
  test.each([
    ["bullet", bulletSpec({ ...named, comparator: "median", comparatorTitle: "Median" }), rows],
    ["parts of wholes", shareSpec({ period: "area", category: "answer", share: "n" }), answers],
    [
      "agreement",
      likertSpec({ category: "area", answer: "answer", share: "n", left: ["No"], right: ["Yes"] }),
      answers,
    ],
  ])("is told as it is drawn: %s", async (_, spec, own) => {
    expect((await described(spec, own)).alt).toContain("Highlighted: Kent, ");
  });

  test("figures of an area in several small maps are counted as such", async () => {
    const tiles = Object.fromEntries(
      areas.map((area, index) => [area, { column: index, row: 0, label: area.slice(0, 3) }]),
    );
    const spec = tileMapsSpec({ area: "area", value: "n", by: "period", tiles });
    const hidden = byYear.map((row) => (row.area === "Essex" ? { ...row, n: null, state: "missing" } : row));
    expect((await described(spec, hidden)).alt).toContain("5 values are missing: Essex (2007 to 2011).");
  });
});

describe("what comes first is whom the chart is about, once", () => {
  test("bars: its figure and its place, then the end that it is not at", async () => {
    const { alt } = await described(rankingSpec(named), rows);
    expect(alt).toBe(
      "Bar chart: Deaths per birth by area, 5 in all. Highlighted: Kent, 4.21, lowest of 5. Highest Essex, 6.14.",
    );
  });

  test("bars of areas, two of which have one name, are counted once: in all, and in the place of the one that stands out", () => {
    const twice = rows.map((row) => (row.area === "Essex" ? { ...row, area: "Surrey" } : row));
    expect(describeChart(rankingSpec(named), twice)).toContain(
      "by area, 5 in all. Highlighted: Kent, 4.21, lowest of 5.",
    );
  });

  test("intervals: once in the description, and once in the long one", async () => {
    const { alt, longDescription } = await described(
      intervalSpec({ ...named, low: "low", high: "high" }),
      rows.map(({ median: _, ...row }) => row),
    );
    expect(alt).toBe(
      "Interval chart: Deaths per birth by area, 5 in all. Highlighted: Kent, 4.21, from 4.02 to 4.42, lowest of 5. Highest Essex, 6.14, from 5.95 to 6.35.",
    );
    for (const text of [alt, longDescription]) expect(text.split("Kent")).toHaveLength(2);
  });

  test("a funnel: on which side of its limits, with no more decimals than its figure", async () => {
    const limits = { low: 5.44123, high: 5.88077 };
    const { alt } = await described(
      funnelSpec({ ...named, population: "births", populationTitle: "Births", low: "low", high: "high" }),
      rows.map((row, index) => ({ ...row, births: 1000 * (index + 1), ...limits })),
    );
    expect(alt).toContain(
      "Funnel plot: Deaths per birth against Births. Highlighted: Kent, 4.21, below the 95% control limits of 5.44 to 5.88. 5 points.",
    );
  });

  test("limits that would read as the figure does are told with more decimals", async () => {
    const { alt } = await described(
      funnelSpec({ ...named, population: "births", low: "low", high: "high" }),
      rows.map((row, index) => ({ ...row, births: 1000 * (index + 1), low: 4.2123, high: 5.88077 })),
    );
    expect(alt).toContain("Kent, 4.21, below the 95% control limits of 4.212 to 5.881.");
  });

  test("small maps of periods: its way between them", async () => {
    const tiles = Object.fromEntries(areas.map((area, column) => [area, { column, row: 0, label: area.slice(0, 3) }]));
    const { alt } = await described(
      tileMapsSpec({ area: "area", value: "n", by: "period", tiles, valueTitle: "Deaths" }),
      byYear,
    );
    expect(alt).toContain(
      "5 small charts, one for each period. Kent: 10 in 2007, rising to 13 in 2011; highest 14 in 2009. 2007: highest",
    );
  });

  test("small maps: both ends of each, also where the one is at an end", async () => {
    const tiles = Object.fromEntries(areas.map((area, column) => [area, { column, row: 0, label: area.slice(0, 3) }]));
    const own = byYear.filter(({ period }) => period === "2007");
    const two = [...own, ...own.map((row) => ({ ...row, period: "2008" }))];
    const { alt } = await described(tileMapsSpec({ area: "area", value: "n", by: "period", tiles }), two);
    expect(alt).toContain("2007: highest Dorset, 18; lowest Kent, 10. 2008: highest Dorset, 18; lowest Kent, 10.");
  });

  test("columns of names: its place among them", async () => {
    const { alt } = await described(barSpec({ x: "area", y: "n" }), rows);
    expect(alt).toContain("Highlighted: Kent, 4.21, lowest of 5. Highest Essex, 6.14.");
  });

  test("cells of many periods: its way, and not each of them", async () => {
    const { alt } = await described(
      heatSpec({ row: "area", column: "period", value: "n", valueTitle: "Deaths" }),
      byYear,
    );
    expect(alt).toContain(
      "Heat map: Deaths by area, 5 in all, 2007 to 2011. Kent: 10 in 2007, rising to 13 in 2011; highest 14 in 2009. ",
    );
  });
});

describe("what a chart is called", () => {
  const sides = byYear.filter(({ period }) => period === "2007" || period === "2011");
  test.each([
    ["Histogram: ", histogramSpec(named), rows],
    ["Bullet chart: ", bulletSpec({ ...named, comparator: "median", comparatorTitle: "Median" }), rows],
    ["Unit chart: ", unitSpec(named), rows],
    ["Back-to-back bar chart: ", pyramidSpec({ category: "area", value: "n", side: "period" }), sides],
  ])("%s", async (kind, spec, own) => {
    expect((await described(spec, own)).alt.startsWith(kind)).toBe(true);
  });
});

test("a place that is kept is said once", async () => {
  const places = areas.flatMap((area, at) => years.map((period) => ({ area, period, n: at + 1, highlight: at === 0 })));
  const spec = bumpSpec({ x: "period", y: "n", series: "area" });
  expect((await described(spec, places)).alt).toContain(
    "Kent: 1st in 2007 and in 2011. First in 2007 and in 2011: Kent.",
  );
  expect((await described(spec, places, "cy")).alt).toContain(
    "Kent: safle 1 (2007, 2011). Safle 1 (2007, 2011): Kent.",
  );
});

test("the period of all figures is said where no mark tells it", async () => {
  const geometry = squares(areas);
  const spec = choroplethSpec({ area: "area", value: "n", geometry, key: "name", valueTitle: "Deaths" });
  const own = rows.map((row) => ({ ...row, period: "2018/19" }));
  expect((await described(spec, own)).alt).toContain("Map: Deaths by area, 5 in all, 2018/19.");
  const differing = own.map((row, index) => ({ ...row, period: index ? "2018/19" : "2017/18" }));
  expect((await described(spec, differing)).alt).not.toContain("2018/19");
});

describe("what all periods begin with is said once, and years after it", () => {
  test.each([
    ["en", "year ending March", "year ending March 2007 to 2011"],
    ["cy", "y flwyddyn a ddaeth i ben ym mis Mawrth", "y flwyddyn a ddaeth i ben ym mis Mawrth 2007 – 2011"],
  ])("%s", async (lang, common, said) => {
    const own = byYear.map((row) => ({ ...row, period: `${common} ${row.period}` }));
    for (const spec of [
      trendSpec({ x: "period", y: "n", series: "area", yTitle: "Deaths" }),
      heatSpec({ row: "area", column: "period", value: "n", valueTitle: "Deaths" }),
    ]) {
      const { alt } = await described(spec, own, lang);
      expect(alt).toContain(said);
      expect(alt.split(common)).toHaveLength(2);
    }
  });
});

/** Figures of a text: the most digits behind the decimal sign of any. */
const mostDecimals = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/\d[.,٫](\d+)(?!\d*,)/g)].map(([, digits = ""]) => digits.length));

const shares = areas.flatMap((area, at) =>
  ["Agree", "Disagree"].map((answer, index) => ({
    area,
    answer,
    n: index ? 1 - (at + 1.23456) / 8 : (at + 1.23456) / 8,
  })),
);
describe("no description has more decimals than the picture", () => {
  test.each([
    ["shares", shareSpec({ period: "area", category: "answer", share: "n" })],
    ["answers", likertSpec({ category: "area", answer: "answer", share: "n", left: ["Disagree"], right: ["Agree"] })],
  ])("%s", async (_, spec) => {
    const { alt, longDescription } = await described(spec, shares);
    expect(alt).toMatch(/\d+%/);
    expect(mostDecimals(alt + longDescription)).toBe(0);
  });

  describe.each(awkwardRecipes.map((recipe, index) => ({ ...recipe, index })))(
    "$name",
    ({ spec, rows: rowsOf, index }) => {
      const data = awkwardData.find(({ name }) => name === "8 names");
      test.each(someAtTurn([0, 1, 2], inPart(3, 1), index))("of a format of %i decimals", async (decimals) => {
        if (!data) throw new Error("No such data.");
        const own = {
          ...data,
          format: `,.${decimals}f`,
          figure: (at: number, period: number) => (data.figure(at, period) ?? 0) / 7,
        };
        const drawn = spec(own, 640);
        // Some charts are given no format: shares and places have their own.
        if (!JSON.stringify(drawn).includes(own.format)) return;
        const { alt, longDescription } = await described(drawn, rowsOf(own));
        expect(mostDecimals((alt + longDescription).replaceAll(/\d(?:,\d{3})+/g, "1"))).toBeLessThanOrEqual(decimals);
      });
    },
  );
});

test("every description is within its length, over all recipes", async () => {
  for (const [index, { spec, rows: rowsOf }] of awkwardRecipes.entries())
    for (const data of someAtTurn(
      awkwardData.filter(({ names }) => names.length <= 45),
      inPart(6, 1),
      index,
    )) {
      const chart = await described(spec(data, 640), rowsOf(data)).catch(() => undefined);
      if (!chart) continue;
      expect(chart.alt.length).toBeLessThanOrEqual(400);
      expect(chart.longDescription.length).toBeLessThanOrEqual(2000);
    }
});

import { describe, expect, test } from "vitest";
import { barSpec, type ChartRow, compileChart, type RenderedChart } from "../../src/charts/index.ts";
import { type AwkwardData, awkwardData, awkwardRecipes } from "./awkward-cases.ts";
import { fonts } from "./chart-fonts.ts";

const ordinary = awkwardData.find(({ name }) => name === "8 names") as AwkwardData;
const draw = async (spec: object, rows: readonly ChartRow[], widthPx: number): Promise<RenderedChart> =>
  (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
const drawn = (recipe: string, period: (year: string) => string, widthPx: number) => {
  const own = awkwardRecipes.find(({ name }) => name === recipe) as (typeof awkwardRecipes)[number];
  const data = { ...ordinary, names: ordinary.names.slice(0, 3), period };
  return draw(own.spec(data, widthPx), own.rows(data), widthPx);
};
/** How often a picture says something, in however many lines. */
const count = ({ texts }: RenderedChart, said: string): number =>
  texts.join(" ").replaceAll(/\s+/g, " ").split(said).length - 1;

const withPeriods = [
  "trend",
  "area",
  "bump",
  "slope",
  "heat",
  "multiples",
  "sparklines",
  "tile-maps",
  "share-vertical",
  "bar-series",
  "dumbbell",
  "pyramid",
  "share",
  "share-beside",
];

/** The last period of those that do not go up to 2023. */
const lastOf: Readonly<Record<string, string>> = {
  bump: "2019",
  heat: "2019",
  "tile-maps": "2019",
  "share-vertical": "2022",
  slope: "2018/19",
  "bar-series": "2018/19",
  dumbbell: "2018/19",
  pyramid: "2018/19",
  share: "2022",
  "share-beside": "2022",
};

describe.each(withPeriods)("%s", (recipe) => {
  test.each([640, 340])(
    "what all periods begin with is said once, and years stand at their places: at %i px",
    async (widthPx) => {
      for (const [common, said] of [
        ["year ending March", "Year ending March"],
        ["y flwyddyn a ddaeth i ben ym mis Mawrth", "Y flwyddyn a ddaeth i ben ym mis Mawrth"],
        ["financial year", "Financial year"],
      ] as const) {
        const chart = await drawn(recipe, (year) => `${common} ${year}`, widthPx);
        expect(chart.untraced).toEqual([]);
        expect([common, count(chart, said), count(chart, `${common} 20`)]).toEqual([common, 1, 0]);
        const years = chart.texts.filter((text) => /^20\d\d(?:\/\d\d)?$/.test(text));
        expect(years.length).toBeGreaterThanOrEqual(2);
        // The description names periods in full.
        if (!["heat", "bump"].includes(recipe)) expect(chart.alt + chart.longDescription).toContain(common);
      }
    },
  );

  test("names that differ by more than a year stay as they are", async () => {
    for (const period of [
      (year: string) => `April ${year} to March ${Number.parseInt(year, 10) + 1}`,
      (year: string) => `Local authority ${year.slice(2, 4)}`,
      (year: string) => `FY ${year}`,
    ]) {
      const chart = await drawn(recipe, period, 640);
      expect(chart.untraced).toEqual([]);
      expect(count(chart, period(lastOf[recipe] ?? "2023"))).toBeGreaterThan(0);
    }
  });
});

test("a single period is said in full", async () => {
  const rows = [{ area: "year ending March 2019", n: 5, state: "value" }];
  const chart = await draw(barSpec({ x: "area", y: "n" }), rows, 640);
  expect(count(chart, "year ending March 2019")).toBe(1);
});

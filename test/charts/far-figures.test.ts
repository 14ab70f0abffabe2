import { expect, test } from "vitest";
import {
  type ChartRow,
  choroplethSpec,
  compileChart,
  heatSpec,
  tileMapSpec,
  tileMapsSpec,
} from "../../src/charts/index.ts";
import { squares } from "./awkward-cases.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

const count = 60;
const names = Array.from(
  { length: count },
  (_, index) => `Area ${"ABCDEF".charAt(index / 10)}${"abcdefghij".charAt(index % 10)}`,
);
const tiles = Object.fromEntries(
  names.map((name, index) => [
    name,
    {
      column: index % 10,
      row: Math.floor(index / 10),
      label: `${"ABCDEF".charAt(index / 10)}${"abcdefghij".charAt(index % 10)}`,
    },
  ]),
);
const own = { value: "n", valueTitle: "Rate" };
const recipes = {
  heat: heatSpec({ row: "area", column: "period", ...own }),
  "tile map": tileMapSpec({ area: "area", ...own, tiles }),
  "tile maps": tileMapsSpec({ area: "area", by: "period", ...own, tiles }),
  choropleth: choroplethSpec({ area: "area", ...own, geometry: squares(names), key: "name" }),
};
const rowsOf = (figures: readonly (number | null)[]): readonly ChartRow[] =>
  figures.map((n, index) => ({
    area: names[index] as string,
    period: "2020",
    n,
    state: n === null ? "missing" : "value",
  }));
const usual = (index: number) => 20 + ((index * 37) % 61);

/** How many of the areas have each colour, by what their shapes say on hover, and the limits of the legend. */
async function classesOf(spec: object, rows: readonly ChartRow[]) {
  const { svg, texts, untraced } = await (await compileChart({ id: "chart", spec, fonts, tooltips: true })).render(
    rows,
  );
  expect(untraced).toEqual([]);
  const colors = new Map<string, string>();
  for (const [, path = "", said = ""] of svg.matchAll(/<path([^>]*)><title>([^<]*)/g)) {
    const name = names.find((each) => said.includes(each));
    const color = /fill="(#[^"]+|rgb[^"]+)"/.exec(path)?.[1];
    // What is drawn later and has a name too is not seen.
    if (name !== undefined && color !== undefined && !colors.has(name)) colors.set(name, color);
  }
  return { colors, limits: texts.filter((text) => /\bunder | or more$|^\S+ to \S+$/.test(text)) };
}
const sizes = (colors: ReadonlyMap<string, string>) =>
  [...new Set(colors.values())].map((color) => [...colors.values()].filter((each) => each === color).length);

const far: Readonly<Record<string, (index: number) => number | null>> = {
  "one ten times the rest": (index) => (index === 7 ? 800 : usual(index)),
  "one far below zero": (index) => (index === 7 ? -800 : usual(index)),
  "one at either end, with gaps": (index) => (index === 7 ? 900 : index === 8 ? -700 : index % 9 ? usual(index) : null),
  "two some times as high as the rest lie apart": (index) => (index < 2 ? 180 + 40 * index : ((index * 37) % 61) - 45),
  "one far below shares of a whole": (index) => (index === 7 ? 0.2 : usual(index) + 1000),
};

test.each(Object.entries(recipes).flatMap(([name, spec]) => Object.keys(far).map((what) => ({ name, spec, what }))))(
  "$name: figures that are far from the rest leave it its classes: $what",
  async ({ spec, what }) => {
    const figures = names.map((_, index) => far[what]?.(index) ?? null);
    const { colors, limits } = await classesOf(spec, rowsOf(figures));
    const most = Math.max(...sizes(colors));
    expect(new Set(colors.values()).size).toBeGreaterThanOrEqual(3);
    expect(most).toBeLessThan(0.6 * count);
    // None shares a class with what lies on the other side of zero.
    const negative = new Set(names.filter((_, index) => Number(figures[index]) < 0).map((name) => colors.get(name)));
    for (const [index, name] of names.entries())
      if (Number(figures[index]) > 0) expect(negative).not.toContain(colors.get(name));
    const highest = Math.max(...figures.map(Number)).toLocaleString("en-GB");
    expect(limits.at(-1)).toMatch(new RegExp(`^${highest} or more$| to ${highest}$`));
  },
);

test("figures of which none is far from the rest have classes from the lowest to the highest", async () => {
  const { limits } = await classesOf(recipes["tile map"], rowsOf(names.map((_, index) => index * 10)));
  expect(limits).toEqual([
    "under 100",
    "100 to under 200",
    "200 to under 300",
    "300 to under 400",
    "400 to under 500",
    "500 to 590",
  ]);
});

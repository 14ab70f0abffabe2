import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ChartRow,
  type ChartTheme,
  choroplethSpec,
  compileChart,
  defaultTheme,
  heatSpec,
  type RenderedChart,
  tileMapSpec,
  tileMapsSpec,
} from "../../src/charts/index.ts";
import { leastDistance } from "../../src/charts/theme/color-vision.ts";
import { sideRamps } from "../../src/charts/theme/side-ramps.ts";
import { black, type Color, contrast, readColor } from "../../src/stylesheet/index.ts";
import { trials } from "../support/trials.ts";
import { squares } from "./awkward-cases.ts";
import { fonts } from "./chart-fonts.ts";

const areas = ["Kent", "Essex", "Dorset", "Gwent", "Surrey", "Norfolk"];
const tiles = Object.fromEntries(
  areas.map((area, index) => [area, { column: index, row: 0, label: area.slice(0, 3) }]),
);
const rowsOf = (figures: readonly number[]): readonly ChartRow[] =>
  figures.map((n, index) => ({ area: areas[index] as string, year: "2020", n, state: "value" }));

interface Classed {
  readonly valueTitle?: string;
  readonly classes?: readonly number[];
  readonly midpoint?: number;
  readonly warm?: "above" | "below";
}
const recipes: Readonly<Record<string, (options: Classed) => object>> = {
  heatSpec: (options) => heatSpec({ row: "area", column: "year", value: "n", ...options }),
  tileMapSpec: (options) => tileMapSpec({ area: "area", value: "n", tiles, ...options }),
  tileMapsSpec: (options) => tileMapsSpec({ area: "area", value: "n", by: "year", tiles, ...options }),
  choroplethSpec: (options) =>
    choroplethSpec({ area: "area", value: "n", key: "name", geometry: squares(areas), ...options }),
};

const draw = async (spec: object, figures: readonly number[], theme?: Partial<ChartTheme>): Promise<RenderedChart> =>
  (await compileChart({ id: "chart", spec, fonts, theme, widthPx: 640 })).render(rowsOf(figures));

/** The classes of a legend, each with the colour of the square before its text. */
const legendOf = ({ svg }: RenderedChart): readonly { readonly label: string; readonly color: Color }[] =>
  [...svg.matchAll(/<path [^>]*fill="([^"]+)"[^>]*\/><text[^>]*>([^<]*)</g)]
    .map(([, color = "", label = ""]) => ({
      label: label,
      color: readColor(color) ?? black,
    }))
    .filter(({ label }) => /\bunder | or more$|^\S+ to \S+$/.test(label));
const hueOf = ({ red, blue }: Color): string => (red > blue ? "warm" : "cold");

describe.each(Object.keys(recipes))("%s", (recipe) => {
  const specOf = (options: Classed = {}) => (recipes[recipe] as (typeof recipes)[string])(options);

  test("figures on both sides of zero have two hues, each from light to dark away from it", async () => {
    const chart = await draw(specOf(), [-30, -20, -4, 5, 12, 25]);
    expect(chart.untraced).toEqual([]);
    const legend = legendOf(chart);
    expect(legend.map(({ label }) => label)).toEqual([
      "−30 to under −20",
      "−20 to under −10",
      "−10 to under 0",
      "0 to under 10",
      "10 to under 20",
      "20 to 25",
    ]);
    expect(legend.map(({ color }) => hueOf(color))).toEqual(["cold", "cold", "cold", "warm", "warm", "warm"]);
    const ratios = legend.map(({ color }) => contrast(color, readColor("white") as Color));
    // The same distance is as dark on either side, and a class is told from the next by its lightness.
    for (const at of [0, 1, 2]) expect(ratios[at] as number).toBeCloseTo(ratios[5 - at] as number, 1);
    for (const [near, far] of [
      [3, 4],
      [4, 5],
      [2, 1],
      [1, 0],
    ] as const)
      expect((ratios[far] as number) / (ratios[near] as number)).toBeGreaterThanOrEqual(1.5);
  });

  test("temperatures of which a few lie just below zero have one hue, and others two", async () => {
    const figures = [-0.4, 2, 7, 12, 15, 19];
    const huesOf = async (options: Classed, own: readonly number[] = figures) =>
      new Set(legendOf(await draw(specOf(options), own)).map(({ color }) => hueOf(color)));
    expect((await huesOf({ valueTitle: "Mean temperature, °C" })).size).toBe(1);
    expect((await huesOf({ valueTitle: "Mean temperature, °C" }, [-9, 2, 7, 12, 15, 19])).size).toBe(2);
    expect((await huesOf({ valueTitle: "Mean temperature, °C", midpoint: 0 })).size).toBe(2);
    expect((await huesOf({ valueTitle: "Change, %" })).size).toBe(2);
  });

  test("figures on one side have the ramp of one", async () => {
    const legend = legendOf(await draw(specOf(), [3, 7, 12, 20, 31, 40]));
    expect(new Set(legend.map(({ color }) => hueOf(color)))).toEqual(new Set(["cold"]));
  });

  test.each([
    ["light", {}],
    ["dark", { paperColor: "#14191f", ramp: ["#2c4a66", "#4c7296", "#7ba3c9", "#a9cdf0"] }],
  ] as const)(
    "of figures none of which is above zero the largest falls are the darkest: on %s paper",
    async (_, theme) => {
      const paper = readColor("paperColor" in theme ? theme.paperColor : "white") as Color;
      for (const [figures, classes] of [
        [[-31, -20, -12, -7, -3, -1], undefined],
        [[-31, -20, -12, -7, -3, 0], undefined],
        [
          [-31, -20, -12, -7, -3, -1],
          [-20, -10, -5],
        ],
      ] as const) {
        const chart = await draw(specOf(classes && { classes }), figures, theme);
        expect(chart.untraced).toEqual([]);
        const legend = legendOf(chart);
        // In the order of values, each class further from the page than the next nearer to zero.
        expect(legend[0]?.label).toMatch(classes ? /^under −20$/ : /^−31 to under −/);
        expect(legend.at(-1)?.label).toMatch(classes ? /^−5 or more$/ : /^−\d+ to (?:−1|0)$|^0 or more$/);
        const ratios = legend.map(({ color }) => contrast(color, paper));
        for (const [index, ratio] of ratios.slice(1).entries()) expect(ratio).toBeLessThan(ratios[index] as number);
      }
    },
  );

  test("figures of which none is below zero, and all that are zero, keep the ramp from light to dark", async () => {
    for (const figures of [
      [0, 3, 7, 12, 20, 31],
      [3, 7, 12, 20, 31, 40],
    ]) {
      const ratios = legendOf(await draw(specOf(), figures)).map(({ color }) =>
        contrast(color, readColor("white") as Color),
      );
      expect(ratios).toEqual(ratios.toSorted((a, b) => a - b));
    }
  });

  test("limits on both sides of zero have two hues, on whichever side the figures of an area lie", async () => {
    const [both, falls] = await Promise.all(
      [
        [-30, -5, 0, 1, 5, 25],
        [-30, -5, -6, -7, -15, -25],
      ].map(async (figures) => legendOf(await draw(specOf({ classes: [-10, 0, 10] }), figures))),
    );
    expect(falls).toEqual(both);
    expect(falls?.map(({ color }) => hueOf(color))).toEqual(["cold", "cold", "warm", "warm"]);
  });

  test("a midpoint that is declared is a limit between the two", async () => {
    const chart = await draw(specOf({ midpoint: 100 }), [92, 97, 99, 101, 104, 110]);
    const legend = legendOf(chart);
    expect(chart.untraced).toEqual([]);
    const turn = legend.findIndex(({ color }) => hueOf(color) === "warm");
    expect(legend[turn]?.label).toMatch(/^100\b/);
    expect(turn).toBeGreaterThan(0);
    expect(legend.slice(turn).every(({ color }) => hueOf(color) === "warm")).toBe(true);
  });

  test("of limits that are given, the class that the midpoint is in is of neither hue", async () => {
    const legend = legendOf(await draw(specOf({ classes: [-10, -2, 2, 10] }), [-30, -5, 0, 1, 5, 25]));
    expect(legend.map(({ label }) => label)).toEqual([
      "under −10",
      "−10 to under −2",
      "−2 to under 2",
      "2 to under 10",
      "10 or more",
    ]);
    const [first, second, middle, fourth, last] = legend.map(({ color }) => color) as [
      Color,
      Color,
      Color,
      Color,
      Color,
    ];
    const { red, green, blue } = middle;
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(0.02);
    expect([first, second, fourth, last].map(hueOf)).toEqual(["cold", "cold", "warm", "warm"]);
  });

  test("the side that is called warm is, whichever way the theme has its hues; two of one kind are as it has them", async () => {
    const figures = [-30, -20, -4, 5, 12, 25];
    const endsOf = async (options: Classed, diverging = defaultTheme.diverging) => {
      const legend = legendOf(await draw(specOf(options), figures, { diverging }));
      return [legend[0], legend.at(-1)].map((entry) => entry?.color ?? black);
    };
    const turned = defaultTheme.diverging.toReversed();
    expect((await endsOf({ warm: "below" })).map(hueOf)).toEqual(["warm", "cold"]);
    expect((await endsOf({ warm: "above" }, turned)).map(hueOf)).toEqual(["cold", "warm"]);
    expect((await endsOf({}, turned)).map(hueOf)).toEqual(["cold", "warm"]);
    const bothCold = ["#40004b", "#c2a5cf", "#f7f7f7", "#9bc0c8", "#00444b"];
    expect(await endsOf({ warm: "above" }, bothCold)).toEqual(await endsOf({ warm: "below" }, bothCold));
  });
});

const onDark: Partial<ChartTheme> = {
  paperColor: "#14191f",
  diverging: ["#f4a86b", "#a5673a", "#2c3238", "#4c7296", "#a9cdf0"],
};

test.each([
  ["light", {}],
  ["dark", onDark],
] as const)("both sides begin at the page and are told apart by every eye: on %s paper", (_, own) => {
  const theme = { ...defaultTheme, ...own };
  const paper = readColor(theme.paperColor) as Color;
  const { below, above } = sideRamps(theme, 6);
  for (const [index, classes] of below.entries()) {
    const sides = [classes, above[index] ?? []].map((side) => side.map((color) => readColor(color) as Color));
    for (const side of sides) {
      expect(side).toHaveLength(index + 1);
      for (const [at, color] of side.slice(1).entries()) {
        expect(contrast(color, side[at] as Color)).toBeGreaterThanOrEqual(1.5);
        expect(contrast(color, paper)).toBeGreaterThan(contrast(side[at] as Color, paper));
      }
      expect(contrast(side[0] as Color, paper)).toBeGreaterThanOrEqual(1.3);
    }
    const [left, right] = sides.map(([first]) => first as Color);
    // Neighbours across the midpoint are as light as each other: their hues tell them apart.
    expect(leastDistance(left as Color, right as Color).distance).toBeGreaterThan(15);
  }
});

test("a dark theme has its own ramps", async () => {
  const chart = await draw(recipes.tileMapSpec?.({}) ?? {}, [-30, -20, -4, 5, 12, 25], onDark);
  const paper = readColor("#14191f") as Color;
  const ratios = legendOf(chart).map(({ color }) => contrast(color, paper));
  expect(ratios[0]).toBeGreaterThan(ratios[2] as number);
  expect(ratios[5]).toBeGreaterThan(ratios[3] as number);
});

describe.each(Object.keys(recipes))("%s", (recipe) => {
  test("the figure that is furthest from the midpoint has the darkest colour, however far from the others it is", async () => {
    const specOf = (options: Classed) => (recipes[recipe] as (typeof recipes)[string])(options);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -150, max: 150 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 160, max: 900 }),
        fc.constantFrom(1, -1),
        fc.constantFrom(undefined, 0, 5),
        async (others, far, side, midpoint) => {
          const figures = [...others, -side * 1.5 * Math.max(...others.map(Math.abs)), side * far];
          const from = midpoint ?? 0;
          const chart = await draw(specOf({ ...(midpoint === undefined ? {} : { midpoint }) }), figures);
          const furthest = figures.reduce((most, n) => (Math.abs(n - from) > Math.abs(most - from) ? n : most));
          const ratios = legendOf(chart).map(({ color }) => contrast(color, readColor("white") as Color));
          const own = (furthest > from ? ratios.at(-1) : ratios[0]) as number;
          // The two hues of a theme are about as dark at a distance.
          expect(own).toBeGreaterThan(Math.max(...ratios) * 0.9);
        },
      ),
      { numRuns: trials(40, 12) },
    );
  });
});

test("one figure far below others that are mostly above zero is no paler than the highest of them", async () => {
  const figures = [...Array.from({ length: 21 }, (_, index) => index / 2 - 1), -22.8, 14.6];
  const rows = figures.map((n, index) => ({ area: `A${index}`, n, state: "value" }));
  const places = Object.fromEntries(
    rows.map(({ area }, index) => [area, { column: index % 6, row: Math.floor(index / 6), label: area }]),
  );
  const spec = tileMapSpec({ area: "area", value: "n", midpoint: 0, tiles: places });
  const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx: 640 })).render(rows);
  const labels = legendOf(chart).map(({ label }) => label);
  expect(labels.filter((label) => label.includes("−")).length).toBeGreaterThanOrEqual(labels.length / 2);
});

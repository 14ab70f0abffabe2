import { describe, expect, test } from "vitest";
import { type ChartRow, compileChart, defaultTheme, type RenderedChart } from "../../src/charts/index.ts";
import { type AwkwardData, awkwardData, awkwardRecipes } from "./awkward-cases.ts";
import { barsOf } from "./awkward-faults.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { recordingContext } from "./recording-context.ts";
import { type Stroke, strokesIn } from "./strokes-in.ts";

const dataOf = (wanted: string) => awkwardData.find(({ name }) => name === wanted) as AwkwardData;
const recipeOf = (wanted: string) =>
  awkwardRecipes.find(({ name }) => name === wanted) as (typeof awkwardRecipes)[number];
const draw = async (name: string, data: AwkwardData, widthPx: number, theme = defaultTheme) => {
  const recipe = recipeOf(name);
  const chart = await compileChart({ id: "chart", spec: recipe.spec(data, widthPx), fonts, widthPx, theme });
  return chart.render(recipe.rows(data) as readonly ChartRow[]);
};

function strokesOf(chart: RenderedChart): readonly Stroke[] {
  const { context, calls } = recordingContext();
  chart.draw(context);
  return strokesIn(calls);
}

const lengthOf = ({ ends: [x0, y0, x1, y1] }: Stroke) => Math.hypot(x1 - x0, y1 - y0);
const isStraight = ({ ends: [x0, y0, x1, y1] }: Stroke) => x0 === x1 || y0 === y1;
/** Lines that are longer than marks of a scale and lines to labels, in the colour of axes. */
const heavyIn = (strokes: readonly Stroke[], color = defaultTheme.mutedColor) =>
  strokes.filter((each) => each.color === color && lengthOf(each) > 45 && each.width < 2 && isStraight(each));

const upwards = ["bar", "bar-series", "trend", "multiples", "slope"];
const across = ["ranking", "dumbbell", "bullet", "interval", "strip", "histogram", "share-beside"];

describe.each([...upwards, ...across])("zero in a plot of %s", (name) => {
  test.each(["mixed", "negative"].flatMap((data) => [640, 340].map((px) => [data, px] as const)))(
    "is the one heavy line where figures are below it: %s, at %i px",
    async (data, widthPx) => {
      const chart = await draw(name, dataOf(data), widthPx);
      expect(chart.untraced).toEqual([]);
      const zeros = heavyIn(strokesOf(chart));
      // No dot or brick of figures that all lie below zero is read from it.
      const isApart = data === "negative" && ["strip", "histogram"].includes(name);
      const annotated = name === "histogram" ? 1 : 0;
      const isWide = ({ width }: Stroke) => width === 1.5;
      if (isApart) expect(zeros.filter(isWide)).toEqual([]);
      else {
        expect(zeros.filter(isWide)).toHaveLength(name === "multiples" ? dataOf(data).names.length : 1);
        // The axis of a scale from left to right stays, and so does a line to compare with, and that to a name.
        const others = zeros.filter((each) => !isWide(each) && !["strip", "histogram"].includes(name));
        expect(others.length).toBeLessThanOrEqual(annotated);
      }
    },
  );

  test("has no such line where none is", async () => {
    const zeros = heavyIn(strokesOf(await draw(name, dataOf("8 names"), 640)));
    expect(zeros.filter(({ width }) => width === 1.5)).toEqual([]);
  });
});

test.each(["bar", "ranking", "bullet", "share-beside"])("bars begin at it: %s", async (name) => {
  const chart = await draw(name, dataOf("mixed"), 640);
  const [zero] = heavyIn(strokesOf(chart)).filter(({ width }) => width === 1.5);
  const [x0, y0, x1] = zero?.ends ?? [0, 0, 0];
  const { context, calls } = recordingContext();
  chart.draw(context);
  const bars = barsOf(calls).filter(({ left, right, top, bottom }) => right - left > 20 || bottom - top > 20);
  expect(bars.length).toBeGreaterThan(4);
  for (const { left, right, top, bottom } of bars) {
    const ends = x0 === x1 ? [left - x0, right - x0] : [top - y0, bottom - y0];
    expect(Math.min(...ends.map(Math.abs))).toBeLessThan(1.25);
  }
});

test.each([
  ["trend", 2.5],
  ["multiples", 2],
  ["slope", 3],
  ["interval", 2.5],
] as const)("it lies where the scale has zero: %s", async (name, widthOfSubject) => {
  const data = dataOf("mixed");
  const strokes = strokesOf(await draw(name, data, 640));
  const [subject] = strokes.filter(
    ({ color, width }) => color === defaultTheme.highlightColor && width === widthOfSubject,
  );
  const [n = 0, next = 0] = [data.figure(0, 0), data.figure(0, 1)].map(Number);
  const [from, to] = name === "interval" ? [n - Math.abs(n) * 0.2, n + Math.abs(n) * 0.3] : [n, next];
  const [x0, y0, x1, y1] = subject?.ends ?? [0, 0, 0, 0];
  const [start, end] = name === "interval" ? [x0, x1] : [y0, y1];
  const expected = start + ((0 - from) * (end - start)) / (to - from);
  const [zero] = heavyIn(strokes).filter(({ width }) => width === 1.5);
  const [zeroX = 0, zeroY = 0] = zero?.ends ?? [];
  expect(Math.abs((name === "interval" ? zeroX : zeroY) - expected)).toBeLessThan(1.5);
});

test.each(["bar", "trend", "multiples", "slope", "dumbbell", "strip"])(
  "it is in the colours of the theme, as in the dark: %s",
  async (name) => {
    const theme = { ...defaultTheme, mutedColor: "#a1b2c3", gridColor: "#334455" };
    const zeros = heavyIn(strokesOf(await draw(name, dataOf("mixed"), 640, theme)), "#a1b2c3");
    expect(zeros.filter(({ width }) => width === 1.5)).not.toEqual([]);
  },
);

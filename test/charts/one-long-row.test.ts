import { expect, test } from "vitest";
import { compileChart, intervalSpec, rankingSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { areas } from "./sample-rows.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

const long = "Cardiff and the Vale of Glamorgan";
const figures = { category: "area", value: "n", format: ".1f" };

test.each([
  ["intervals", intervalSpec({ ...figures, low: "low", high: "high", interval: 0.95 })],
  ["bars", rankingSpec(figures)],
])("a single name of two lines moves rows of %s apart by no more than it needs", async (_, spec) => {
  const rows = [...areas.slice(3, 10), long].map((area, index) => ({
    area,
    n: 20 + index,
    low: 18 + index,
    high: 23 + index,
    state: "value",
  }));
  const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx: 340 })).render(rows);
  expect(overlaps(chart)).toEqual([]);
  expect(chart.texts).not.toContain(long);
  const written = textBoxes(chart).filter(({ text }) => /^\d\d\.0$/.test(text));
  const tops = written.map(({ top }) => top).toSorted((a, b) => a - b);
  const apart = tops.slice(1).map((top, index) => top - (tops[index] ?? 0));
  expect(Math.max(...apart)).toBeLessThanOrEqual(24.5);
});

import { expect, test } from "vitest";
import { compileChart, heatSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

/** Births by day and month, of three digits. */
const rows = ["Monday", "Saturday", "Sunday"].flatMap((day, row) =>
  ["Jan", "Feb", "Mar", "Apr", "May", "Jun"].map((month, column) => ({
    day,
    month,
    n: 200 + 60 * (row + column),
    state: "value",
  })),
);

const legendOf = async (widthPx: number) => {
  const classes = [250, 300, 350, 400, 450];
  const spec = heatSpec({ row: "day", column: "month", value: "n", classes, format: ",.0f" });
  const chart = await (await compileChart({ id: "heat", spec, fonts, widthPx })).render(rows);
  expect(chart.widthPx).toBeLessThanOrEqual(widthPx);
  return textBoxes(chart).filter(({ text }) => /\bunder | or more$|^\S+ to \S+$/.test(text));
};

test.each([860, 820, 800])("six classes stand on one line where they have room: %d px", async (widthPx) => {
  const texts = await legendOf(widthPx);
  expect(texts).toHaveLength(6);
  expect(new Set(texts.map(({ top }) => Math.round(top))).size).toBe(1);
});

test("on a narrow place they stand on several", async () => {
  const texts = await legendOf(340);
  expect(texts).toHaveLength(6);
  expect(new Set(texts.map(({ top }) => Math.round(top))).size).toBeGreaterThan(1);
});

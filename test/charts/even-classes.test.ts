import { expect, test } from "vitest";
import { type ChartRow, compileChart, histogramSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const perFigure = 3;
/** As many rows of each figure that there may be. */
const evenly = (from: number, count: number, decimals: number): readonly ChartRow[] =>
  Array.from({ length: count * perFigure }, (_, index) => ({
    area: `Area ${index}`,
    n: Number((from + (index % count) * 10 ** -decimals).toFixed(decimals)),
    state: "value",
  }));

test.each([
  [1.1, 66, 1],
  [0.5, 48, 1],
  [2.01, 70, 2],
  [12, 60, 0],
])(
  "a histogram of figures from %d on, all as frequent, has piles of one height: %i figures of %i decimals",
  async (from, count, decimals) => {
    const spec = histogramSpec({ category: "area", value: "n", valueTitle: "Children", format: `.${decimals}f` });
    for (const widthPx of [860, 640, 340]) {
      const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(
        evenly(from, count, decimals),
      );
      const numbers = textBoxes(chart).filter(({ text }) => /^[\d.]+$/.test(text));
      const axis = Math.max(...numbers.map(({ bottom }) => bottom));
      const piles = numbers.filter(({ bottom }) => bottom < axis - 1).toSorted((a, b) => a.left - b.left);
      // What the first and the last hold depends on where the figures end.
      const heights = new Set(piles.slice(1, -1).map(({ text }) => text));
      expect([widthPx, ...heights]).toHaveLength(2);
    }
  },
);

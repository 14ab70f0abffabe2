import { expect, test } from "vitest";
import { type ChartRow, compileChart, funnelSpec, intervalSpec } from "../../src/charts/index.ts";
import { controlLimits } from "../../src/uncertainty/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { areas } from "./sample-rows.ts";
import { textBoxes } from "./text-boxes.ts";

const draw = async (spec: object, rows: readonly ChartRow[], widthPx: number) =>
  (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);

test.each([860, 640, 340])(
  "labels of the scale of intervals stand at their places, those of the ends as well: %i px",
  async (widthPx) => {
    const spec = intervalSpec({
      category: "area",
      value: "n",
      low: "low",
      high: "high",
      interval: 0.95,
      format: ".1f",
    });
    const rows = areas.slice(0, 10).map((area, index) => ({
      area,
      n: 6.2 + index ** 2 * 1.83,
      low: 5.1 + index ** 2 * 1.8,
      high: 7.4 + index ** 2 * 1.86,
      state: "value",
    }));
    const labels = textBoxes(await draw(spec, rows, widthPx)).filter(({ text }) => /^\d+$/.test(text));
    const places = labels.map(({ text, left, right }) => ({ figure: Number(text), x: (left + right) / 2 }));
    const [first, second] = places;
    expect(places.length).toBeGreaterThan(2);
    const pxOfOne = ((second?.x ?? 0) - (first?.x ?? 0)) / ((second?.figure ?? 0) - (first?.figure ?? 0));
    for (const { figure, x } of places)
      expect(Math.abs(x - (first?.x ?? 0) - (figure - (first?.figure ?? 0)) * pxOfOne), String(figure)).toBeLessThan(1);
  },
);

test.each([
  [1400, 790_000],
  [563_000, 37_000_000],
  [900, 90_000_000],
  [31, 2900],
])(
  "a logarithmic scale of populations from %i to %i has three labels at least, however narrow",
  async (least, largest) => {
    const spec = funnelSpec({
      category: "area",
      value: "rate",
      population: "people",
      low: "low",
      high: "high",
      populationTitle: "People",
    });
    const rows = areas.map((area, index) => {
      // Most are of a usual size, one is many times that.
      const people = index === 0 ? largest : Math.round(least * (1 + index / 8));
      const expected = (people / 10_000) * 50;
      const { low, high } = controlLimits(expected);
      const perTenThousand = (count: number) => Math.round((count / people) * 1e5) / 10;
      return {
        area,
        people,
        rate: 50 + (index % 7) - 3,
        low: perTenThousand(low),
        high: perTenThousand(high),
        state: "value",
      };
    });
    for (const widthPx of [860, 340]) {
      const boxes = textBoxes(await draw(spec, rows, widthPx));
      const title = boxes.find(({ text }) => text.includes("logarithmic"));
      const labels = boxes.filter(
        ({ text, bottom }) =>
          /^[\d,]+$/.test(text) && title !== undefined && title.top - bottom < 12 && bottom < title.top,
      );
      const figures = labels.map(({ text }) => Number(text.replaceAll(",", "")));
      expect(figures.length, `${widthPx} px: ${figures.join(" ")}`).toBeGreaterThanOrEqual(3);
      expect(figures.every((figure) => figure >= least / 1.2 && figure <= largest * 1.2)).toBe(true);
    }
  },
);

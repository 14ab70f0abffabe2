import { expect, test } from "vitest";
import { type ChartRow, compileChart, intervalSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";
import { dotsOf } from "./dots-of.ts";

/** An interval is seen on either side of its estimate. */
const councils = ["Angus", "Fife", "Highland", "Moray", "Stirling"];

const rowsOf = (half: (index: number) => number): readonly ChartRow[] =>
  councils.map((area, index) => {
    const n = 20 + 30 * index;
    return { area, n, low: n - half(index), high: n + half(index), state: "value" };
  });

const drawn = async (rows: readonly ChartRow[], widthPx: number) => {
  const spec = intervalSpec({ category: "area", value: "n", low: "low", high: "high", interval: 0.95 });
  return (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
};

test.each([340, 900])("wide intervals have a dot each, at %d px", async (widthPx) => {
  const chart = await drawn(
    rowsOf(() => 15),
    widthPx,
  );
  expect(dotsOf(chart)).toHaveLength(councils.length);
});

test.each([340, 900])(
  "estimates are strokes, all of them, where the dot of one would hide its interval, at %d px",
  async (widthPx) => {
    const chart = await drawn(
      rowsOf((index) => (index === 2 ? 0.8 : 15)),
      widthPx,
    );
    expect(dotsOf(chart)).toHaveLength(0);
    expect(chart.untraced.map(({ message }) => message)).toEqual([]);
  },
);

test("an area without a figure has no interval, and hides none", async () => {
  const [first, ...others] = rowsOf(() => 15);
  const gap = { ...first, n: null, low: null, high: null, state: "missing" } as ChartRow;
  expect(dotsOf(await drawn([gap, ...others], 900))).toHaveLength(others.length);
});

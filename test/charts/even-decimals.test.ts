import { expect, test } from "vitest";
import { barSpec, compileChart, intervalSpec, pyramidSpec, rankingSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

const spec = (format?: string) =>
  pyramidSpec({ category: "age", value: "n", side: "sex", ...(format === undefined ? {} : { format }) });

const draw = async (figures: readonly (number | null)[], format?: string) => {
  const rows = figures.map((n, index) => ({
    age: `Group ${"ABCDEFGH"[index >> 1]}`,
    sex: index % 2 === 0 ? "Men" : "Women",
    n,
    state: n === null ? "missing" : "value",
  }));
  const chart = await (await compileChart({ id: "chart", spec: spec(format), fonts, widthPx: 340 })).render(rows);
  expect(chart.untraced).toEqual([]);
  return chart.texts.filter((text) => /\d/.test(text));
};

test.each([
  [
    [3490.509, 2436.3, 95.25, 12],
    ["3,491", "2,436", "95", "12"],
  ],
  [
    [12.345, 4, 0.5, null],
    ["12.35", "4.00", "0.50"],
  ],
  [
    [12.3, 4, 0, 11],
    ["12.3", "4.0", "0.0", "11.0"],
  ],
  [
    [1234567, 98, 5, 0],
    ["1,234,567", "98", "5", "0"],
  ],
  [
    [0.03125, 0.5, 0.25, 0.125],
    ["0.0313", "0.5000", "0.2500", "0.1250"],
  ],
])(
  "figures without a format have as many decimals as one another, and four digits of the highest: %j",
  async (figures, written) => {
    expect((await draw(figures)).toSorted()).toEqual(written.toSorted());
  },
);

test("those of a format are written as it has them", async () => {
  expect((await draw([3490.509, 2436.3], ",")).toSorted()).toEqual(["2,436.3", "3,490.509"]);
});

test.each([
  ["rankingSpec", rankingSpec({ category: "area", value: "n" })],
  ["barSpec", barSpec({ x: "area", y: "n" })],
  ["intervalSpec", intervalSpec({ category: "area", value: "n", low: "low", high: "high", interval: 0.95 })],
])("figures of %s without a format have as many decimals as one another", async (_, own) => {
  const rows = [12.3, 4.25, 5].map((n, index) => ({ area: `Area ${"ABC"[index]}`, n, low: n - 1, high: n + 1 }));
  for (const widthPx of [640, 200]) {
    const { texts, untraced } = await (await compileChart({ id: "chart", spec: own, fonts, widthPx })).render(rows);
    expect(untraced).toEqual([]);
    expect(texts).toEqual(expect.arrayContaining(["12.30", "4.25", "5.00"]));
  }
});

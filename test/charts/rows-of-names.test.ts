import { expect, test } from "vitest";
import {
  barSpec,
  type ChartRow,
  compileChart,
  dumbbellSpec,
  intervalSpec,
  pyramidSpec,
  rankingSpec,
} from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

const short = Array.from({ length: 12 }, (_, index) => `Area ${"ABCDEFGHIJKL"[index]}`);
const long = ["Bournemouth, Christchurch and Poole", "Bath and North East Somerset"] as const;
/** Long names in the place of some short ones. */
const withLong = (...places: readonly number[]) =>
  short.map((name, index) => (places.includes(index) ? (long[places.indexOf(index)] as string) : name));

const byName = (names: readonly string[]): ChartRow[] =>
  names.map((area, index) => ({ area, n: 90 - 5 * index, state: "value" }));
const byPeriod = (names: readonly string[]): ChartRow[] =>
  byName(names).flatMap((row) =>
    ["2020", "2021"].map((period, at) => ({ ...row, period, n: Number(row.n) - 40 * at + 20 })),
  );

test.each([
  ["barSpec", barSpec({ x: "area", y: "n" }), byName],
  ["rankingSpec", rankingSpec({ category: "area", value: "n" }), byName],
  ["dumbbellSpec", dumbbellSpec({ category: "area", value: "n", series: "period" }), byPeriod],
  ["intervalSpec", intervalSpec({ category: "area", value: "n", low: "n", high: "n", interval: 0.95 }), byName],
  ["pyramidSpec", pyramidSpec({ category: "area", value: "n", side: "period" }), byPeriod],
] as const)("one long name makes no other row of %s as high as its own", async (recipe, spec, rowsOf) => {
  // On a narrower page names stand above the dots.
  const widthPx = recipe === "dumbbellSpec" ? 410 : 340;
  const draw = async (names: readonly string[]) => {
    const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rowsOf(names));
    expect(chart.untraced).toEqual([]);
    expect(overlaps(chart)).toEqual([]);
    return chart;
  };
  /** From the middle of a row to the next, px, at names that are not long. */
  const stepOf = async (names: readonly string[]) => {
    const tops = textBoxes(await draw(names))
      .filter(({ text }) => /^Area [A-L]$/.test(text))
      .map(({ top }) => top)
      .toSorted((a, b) => a - b);
    return Math.min(...tops.slice(1).map((top, index) => top - (tops[index] as number)));
  };
  const [usual, one, apart, beside] = [
    await stepOf(withLong()),
    await stepOf(withLong(4)),
    await stepOf(withLong(2, 7)),
    await stepOf(withLong(4, 5)),
  ];
  expect(one).toBeLessThan(1.4 * usual);
  expect(apart).toBeCloseTo(one);
  // Lines of one name are nearer to one another than to those of the next.
  expect(one).toBeGreaterThan(6.5 + 13 + 2);
  expect(beside).toBeGreaterThan(2 * 13 + 0.5);
});

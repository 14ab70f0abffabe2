import fc from "fast-check";
import { expect, test } from "vitest";
import { compileChart, heatSpec } from "../../src/charts/index.ts";
import { trials } from "../support/trials.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { areas } from "./sample-rows.ts";

const periods = ["2020", "2021", "2022", "2023"];
const rowsOf = (figures: readonly number[]) =>
  figures.map((n, index) => ({
    area: areas[Math.floor(index / periods.length)] as string,
    period: periods[index % periods.length] as string,
    n,
    state: "value",
  }));
const chart = await compileChart({
  id: "heat",
  spec: heatSpec({ row: "area", column: "period", value: "n", valueTitle: "Homes" }),
  fonts,
  widthPx: 640,
});

/** The limits between classes, as the legend says them. */
const limitsOf = async (figures: readonly number[]) => {
  const { texts, untraced, diagnostics } = await chart.render(rowsOf(figures));
  expect([...untraced, ...diagnostics]).toEqual([]);
  return texts.flatMap((text) => {
    const [, limit] = /^(?:.* to )?under ([\d,]+)$/.exec(text) ?? [];
    return limit === undefined ? [] : [Number(limit.replace(",", ""))];
  });
};

test("figures of which most would be in the lowest class have classes that grow wider", async () => {
  const skewed = Array.from({ length: 40 }, (_, index) => [3, 9, 14, 25, 40, 60, 90, 300, 800, 2024][index % 10] ?? 0);
  const limits = await limitsOf(skewed);
  expect(limits.length).toBeGreaterThan(2);
  const widths = limits.map((limit, index) => limit - (limits[index - 1] ?? 0));
  expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  expect(new Set(widths).size).toBeGreaterThan(1);
});

test("others have classes of one width", async () => {
  const even = Array.from({ length: 40 }, (_, index) => index * 25);
  const limits = await limitsOf(even);
  expect(new Set(limits.slice(1).map((limit, index) => limit - (limits[index] ?? 0))).size).toBe(1);
});

test("a few figures beyond twice as far as nearly all others have one class between them, and not one each", async () => {
  for (const far of [[86], [72, 78], [64, 78, 86]]) {
    const figures = Array.from({ length: 40 }, (_, index) => far[index - 10] ?? 6 + ((index * 7) % 33));
    const limits = await limitsOf(figures);
    expect(limits.length).toBeGreaterThan(2);
    const top = Math.max(...limits);
    expect(figures.filter((figure) => figure >= top).length).toBeGreaterThan(far.length);
  }
});

test("no class has more than two thirds of figures that are spread over orders of magnitude", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
      fc.integer({ min: 4, max: 9 }),
      async (parts, base) => {
        const figures = parts.map((part, index) => Math.round(base ** ((4 * (index + part)) / parts.length)));
        const limits = await limitsOf(figures);
        const classOf = (figure: number) => limits.filter((limit) => limit <= figure).length;
        const counts = limits.concat(0).map((_, index) => figures.filter((figure) => classOf(figure) === index).length);
        expect(Math.max(...counts)).toBeLessThanOrEqual((figures.length * 2) / 3);
      },
    ),
    { numRuns: trials(20, 8), seed: 3 },
  );
});

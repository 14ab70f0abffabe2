import { expect, test } from "vitest";
import { compileChart, smallMultiplesSpec, sparklinesSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

const years = Array.from({ length: 12 }, (_, index) => String(2010 + index));
const rowsOf = (areas: readonly string[], figure: (area: number, year: number) => number | null) =>
  areas.flatMap((area, at) => years.map((year, index) => ({ area, year, n: figure(at, index) })));
const councils = ["Fife", "Angus", "Moray", "Falkirk", "Stirling", "Highland", "Dundee City", "Clackmannanshire"];
const fields = { x: "year", y: "n", series: "area" };

const widthOf = async (spec: object, widthPx: number) => {
  const chart = await compileChart({ id: "chart", spec, fonts, widthPx });
  return (await chart.render(rowsOf(councils, (area, year) => 100 + 10 * area + year))).widthPx;
};

test.each([
  ["smallMultiplesSpec", smallMultiplesSpec],
  ["sparklinesSpec", sparklinesSpec],
] as const)("%s fills a wide place, and keeps the width that is asked for", async (_, specOf) => {
  expect(await widthOf(specOf(fields), 860)).toBeGreaterThan(800);
  expect(await widthOf(specOf(fields), 760)).toBeGreaterThan(700);
  expect(await widthOf(specOf(fields), 640)).toBeLessThanOrEqual(640);
  expect(await widthOf(specOf({ ...fields, widthPx: 640 }), 860)).toBeLessThanOrEqual(640);
});

test("small charts of six digits stand four in a row on a page", async () => {
  const chart = await compileChart({ id: "chart", spec: smallMultiplesSpec(fields), fonts, widthPx: 640 });
  const { heightPx } = await chart.render(rowsOf(councils, (area, year) => 150_000 + 9000 * area + 5000 * year));
  // Two rows of them: in two columns they would be four.
  expect(heightPx).toBeLessThan(350);
});

test("the mark of a first gap stands clear of the line beside it, wherever that goes later", async () => {
  const chart = await compileChart({ id: "chart", spec: smallMultiplesSpec(fields), fonts, widthPx: 340 });
  const rising = (_area: number, year: number) => (year === 0 ? null : year < 9 ? 90_000 + 4000 * year : 260_000);
  const { svg } = await chart.render(rowsOf(councils, rising));
  const markY = Number(/translate\([\d.]+,([\d.]+)\)"[^>]*>\[x\]/.exec(svg)?.[1]);
  const lineY = [...(/<path d="(M[\d.,L]+)"/.exec(svg)?.[1] ?? "").matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
  expect(markY).toBeLessThan(lineY[0] ?? 0);
});

import { expect, test } from "vitest";
import { bulletSpec, compileChart } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

/** Of the white lines around the marks of so many bars, those that are seen. */
const halosOf = async (figures: readonly number[]) => {
  const spec = bulletSpec({ category: "area", value: "n", comparator: "median", comparatorTitle: "Median" });
  const rows = figures.map((n, at) => ({ area: `Area ${"ABC".charAt(at)}`, n, median: 81 }));
  const { svg } = await (await compileChart({ id: "bullet", spec, fonts, widthPx: 340 })).render(rows);
  const lines = [...svg.matchAll(/<line [^>]*stroke="(?:white|#fff|#ffffff)"[^>]*>/g)].map(([line]) => line);
  return lines.filter((line) => !/opacity="0"/.test(line)).length;
};

test("the line around the mark of a bullet hides no end of a bar beside it", async () => {
  expect(await halosOf([20, 82, 95])).toBe(2);
  expect(await halosOf([20, 40, 95])).toBe(3);
});

import { expect, test } from "vitest";
import {
  areaSpec,
  bumpSpec,
  type ChartRow,
  compileChart,
  funnelSpec,
  smallMultiplesSpec,
  sparklinesSpec,
  trendSpec,
} from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

const fields = { x: "period", y: "n", series: "area" } as const;
const overTime = ["Kent", "Essex"].flatMap((area, line) =>
  ["2019", "2020", "2021"].map((period, at) => ({ area, period, n: 1 + ((line + at) % 2) })),
);
const rates: readonly ChartRow[] = ["Kent", "Essex", "Dorset"].map((area, index) => ({
  ...{ area, n: 500 + index, people: 1000 * (index + 1), all: 501 },
  ...{ low: 400, high: 600, outerLow: 300, outerHigh: 700 },
}));
const limits = { low: "low", high: "high", outerLow: "outerLow", outerHigh: "outerHigh" };
const all = [{ kind: "reference", value: "all", label: "All areas" }] as const;

test.each([
  ["trendSpec", trendSpec(fields), overTime],
  ["areaSpec", areaSpec(fields), overTime],
  ["bumpSpec", bumpSpec(fields), overTime],
  ["smallMultiplesSpec", smallMultiplesSpec(fields), overTime],
  ["sparklinesSpec", sparklinesSpec(fields), overTime],
  [
    "funnelSpec",
    funnelSpec({ category: "area", value: "n", population: "people", ...limits, annotations: all }),
    rates,
  ],
] as const)(
  "in the table behind %s a row is headed by its name, not by a period or a figure",
  async (_, spec, rows) => {
    const { table } = await (await compileChart({ id: "chart", spec, fonts })).render(rows);
    const [first, ...others] = table.columns;
    expect(first).toEqual({ id: "area", label: "area", numeric: false });
    const firstFigure = others.findIndex(({ numeric }) => numeric);
    expect(others.slice(firstFigure).every(({ numeric }) => numeric)).toBe(true);
  },
);

test("in that of a line by itself by its periods", async () => {
  const spec = trendSpec({ x: "period", y: "n" });
  const { table } = await (await compileChart({ id: "chart", spec, fonts })).render(overTime.slice(0, 3));
  expect(table.columns.map(({ id }) => id)).toEqual(["period", "n"]);
});

import { describe, expect, it } from "vitest";
import { compileChart, policeForceTiles, tileMapsSpec } from "../../src/charts/index.ts";
import { leastHeightPx } from "../../src/charts/recipes/parts-height.ts";
import { fonts } from "./chart-fonts.ts";

const periods = ["2018", "2019", "2020", "2021", "2022", "2023", "2024"];
const rows = periods.flatMap((period) =>
  Object.keys(policeForceTiles).map((area, index) => ({ area, period, rate: 10 + (index % 7), state: "value" })),
);
const spec = () =>
  tileMapsSpec({ area: "area", value: "rate", by: "period", tiles: policeForceTiles, valueTitle: "Rate" });

/** The ways to draw a spec that were made. */
const madeWays = (made: object): number => {
  const { otherwise } = (made as { usermeta: { briefwright: { otherwise: readonly object[] } } }).usermeta.briefwright;
  return [...otherwise.keys()].filter((index) => !Object.getOwnPropertyDescriptor(otherwise, index)?.get).length;
};

describe("ways to draw small maps that would be too high for a page", () => {
  it("are not drawn to see that", async () => {
    const maps = spec();
    const chart = await (await compileChart({ id: "maps", spec: maps, fonts })).render(rows);
    expect(chart.heightPx).toBeLessThan(1240);
    // Of the first, which is nearly low enough, the others follow from three columns on.
    expect(madeWays(maps)).toBe(1);
  });

  it("are as high as they were reckoned, or higher", async () => {
    const few = rows.filter(({ period }) => Number(period) >= 2021);
    const chart = await (await compileChart({ id: "maps", spec: spec(), fonts })).render(few);
    const [height] = (
      spec() as unknown as { usermeta: { briefwright: { heights: Parameters<typeof leastHeightPx>[0][] } } }
    ).usermeta.briefwright.heights;
    expect(leastHeightPx(height!, few)).toBeLessThanOrEqual(chart.heightPx);
    expect(leastHeightPx(height!, few)).toBeGreaterThan(chart.heightPx / 2);
  });
});

import { expect, test } from "vitest";
import { compileChart, type RenderChartOptions, smallMultiplesSpec } from "../../src/charts/index.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { fonts } from "./chart-fonts.ts";

/** Names and figures that have no room in small charts of any width. */
const rows = Array.from({ length: 24 }, (_, index) => index).flatMap((index) =>
  ["2018", "2019", "2020"].map((period, at) => ({
    area: `A constabulary of some county ${index} and its neighbours' hills`,
    period,
    n: 1_000_000_000 + index * 10 + at,
  })),
);

/** How often a chart is drawn before it is refused: each time its further datasets are listed once. */
async function drawingsUntilRefused(options: RenderChartOptions): Promise<number> {
  let drawings = 0;
  const listed = () => {
    drawings += 1;
    return [];
  };
  const spec = smallMultiplesSpec({ x: "period", y: "n", series: "area" });
  const chart = await compileChart({ id: "c", spec, fonts });
  const drawn = chart.render(rows, { ...options, datasets: new Proxy({}, { ownKeys: listed }) });
  await expect(drawn).rejects.toThrow(BriefingError);
  return drawings;
}

test("a layout of its own width that cannot be read is drawn once, however many widths are tried", async () => {
  const atOneWidth = await drawingsUntilRefused({});
  expect(atOneWidth).toBeGreaterThan(6);
  expect(await drawingsUntilRefused({ narrowPx: 340 })).toBe(atOneWidth);
});

import { expect, test } from "vitest";
import { compileChart, smallMultiplesSpec, sparklinesSpec, trendSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, area) =>
    Array.from({ length: 10 }, (__, year) => ({
      area: `Area ${area + 1}`,
      period: String(2010 + year),
      n: (area * 7 + year * 3) % 23,
      state: "value",
    })),
  ).flat();
const draw = async (spec: object, count: number) =>
  (await compileChart({ id: "chart", spec, fonts, widthPx: 640 })).render(rowsOf(count));
const fields = { x: "period", y: "n", series: "area" };

test.each([
  ["trendSpec", trendSpec(fields)],
  ["smallMultiplesSpec", smallMultiplesSpec(fields)],
])("sparklinesSpec draws as many lines as the refusal of %s says", async (_, spec) => {
  const refusal = await draw(spec, 90).catch((error: Error) => error.message);
  const most = Number(/sparklinesSpec for up to (\d+)/.exec(String(refusal))?.[1]);
  expect(most).toBeGreaterThan(40);
  const { untraced } = await draw(sparklinesSpec(fields), most);
  expect(untraced).toEqual([]);
});

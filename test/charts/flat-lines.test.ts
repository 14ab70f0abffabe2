import fc from "fast-check";
import { expect, test } from "vitest";
import { compileChart, smallMultiplesSpec, sparklinesSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { areas } from "./sample-rows.ts";

const fields = { x: "year", y: "n", series: "area" };
const rowsOf = (highest: readonly number[]) =>
  highest.flatMap((most, index) =>
    ["2021", "2022", "2023"].map((year, at) => ({
      year,
      area: areas[index] as string,
      n: Math.round(most * (1 - at / 4)),
      state: "value",
    })),
  );
const warned = async (spec: object, highest: readonly number[]) =>
  (await (await compileChart({ id: "chart", spec, fonts })).render(rowsOf(highest))).diagnostics;

test("small charts of which half are flat on their one scale name the chart that has a scale for each", async () => {
  const highest = [170_000, 60_000, 25_000, 9000, 3000, 800, 179, 160];
  const [warning] = await warned(smallMultiplesSpec(fields), highest);
  expect(warning?.code).toBe("chart-flat-lines");
  expect(warning?.message).toContain("6 of the 8 lines");
  expect(warning?.hint).toContain("sparklinesSpec");
  expect(await warned(sparklinesSpec(fields), highest)).toEqual([]);
});

test("nothing is said where more than half of the lines leave the foot of the scale", async () => {
  const chart = await compileChart({ id: "chart", spec: smallMultiplesSpec(fields), fonts });
  const seen = fc.integer({ min: 250, max: 1000 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(seen, { minLength: 4, maxLength: 8 }),
      fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 3 }),
      async (high, low) => {
        const { diagnostics } = await chart.render(rowsOf([1000, ...high, ...low]));
        expect(diagnostics).toEqual([]);
      },
    ),
    { numRuns: 8 },
  );
});

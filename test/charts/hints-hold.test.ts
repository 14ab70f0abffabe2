import { expect, test } from "vitest";
import { compileChart, smallMultiplesSpec, sparklinesSpec, trendSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { areas } from "./sample-rows.ts";

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

/** Fifteen lines of 44 weeks, each of which has no figure in every third one, for one reason or by turns for two. */
const withGaps = (reasons: readonly string[]) =>
  Array.from({ length: 15 }, (_, area) =>
    Array.from({ length: 44 }, (__, week) => {
      const isGap = week > 0 && week < 43 && (week + area) % 3 === 0;
      const n = isGap ? null : 5 + ((area * 7 + week * 5) % 60);
      return {
        area: areas[area] as string,
        period: new Date(Date.UTC(2021, 0, 4 + 7 * week)).toISOString().slice(0, 10),
        n,
        state: isGap ? (reasons[week % reasons.length] as "missing") : "value",
      };
    }),
  ).flat();
const drawGaps = async (spec: object, reasons: readonly string[]) =>
  (await compileChart({ id: "chart", spec, fonts, widthPx: 640 })).render(withGaps(reasons));

test("sparklines with many gaps of one reason have one mark for those that are close", async () => {
  const { texts, untraced } = await drawGaps(sparklinesSpec(fields), ["suppressed"]);
  expect(untraced).toEqual([]);
  expect(texts.filter((text) => text === "[c]")).toHaveLength(15);
});

test("the refusal of sparklines with many gaps of two reasons names trendSpec, which draws them", async () => {
  const reasons = ["suppressed", "missing"];
  const refusal = await drawGaps(sparklinesSpec(fields), reasons).catch((error: Error) => error.message);
  const most = Number(/trendSpec for up to (\d+) lines/.exec(String(refusal))?.[1]);
  expect(most, String(refusal)).toBeGreaterThanOrEqual(15);
  const { untraced } = await drawGaps(trendSpec(fields), reasons);
  expect(untraced).toEqual([]);
});

test("small charts of 48 names with figures of five digits are drawn on telephones", async () => {
  const rows = rowsOf(48).map((row) => ({ ...row, n: 10_000 + row.n * 2_000 }));
  const chart = await compileChart({ id: "chart", spec: smallMultiplesSpec(fields), fonts, widthPx: 860 });
  const { narrow, diagnostics } = await chart.render(rows, { narrowPx: 340 });
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  expect(narrow?.widthPx).toBeLessThanOrEqual(340);
});

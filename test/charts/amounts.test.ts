import { describe, expect, test } from "vitest";
import {
  areaSpec,
  type ChartRow,
  compileChart,
  likertSpec,
  pyramidSpec,
  shareSpec,
  unitSpec,
} from "../../src/charts/index.ts";
import { laterErrorsOf } from "../support/diagnostics-of.ts";
import { fonts } from "./chart-fonts.ts";

const draw = async (spec: object, rows: readonly ChartRow[]) =>
  (await compileChart({ id: "chart", spec, fonts })).render(rows);
const rowsOf = (figure: (area: number, period: number) => number): readonly ChartRow[] =>
  ["Kent", "Essex"].flatMap((area, index) =>
    ["2020", "2021"].map((period, at) => ({ area, period, n: figure(index, at), state: "value" })),
  );

const parts = { period: "period", category: "area", share: "n" };
const ofAmounts = {
  unitSpec: unitSpec({ category: "area", value: "n" }),
  pyramidSpec: pyramidSpec({ category: "area", value: "n", side: "period" }),
  shareSpec: shareSpec(parts),
  likertSpec: likertSpec({ category: "area", answer: "period", share: "n", left: ["2020"], right: ["2021"] }),
};

test.each(Object.entries(ofAmounts))("%s refuses a figure below zero, and says which", async (name, spec) => {
  await expect(
    draw(
      spec,
      rowsOf((area, period) => (area === 1 && period === 0 ? -0.25 : 0.5)),
    ),
  ).rejects.toThrow(`Row 3 of the chart has -0.25 in "n": ${name} draws amounts, of which none is below zero.`);
});

test.each([
  ["2020", shareSpec(parts)],
  ["2020", shareSpec({ ...parts, direction: "vertical" })],
  ["Kent", ofAmounts.likertSpec],
])("parts that are more than their whole are refused: %s", async (whole, spec) => {
  await expect(
    draw(
      spec,
      rowsOf(() => 0.9),
    ),
  ).rejects.toThrow(`The shares of "${whole}" in "n" add up to 1.8, and a whole is 1.`);
});

test("rounded parts may be a little more, and overlapping ones stand beside one another", async () => {
  expect(
    (
      await draw(
        shareSpec(parts),
        rowsOf(() => 0.51),
      )
    ).untraced,
  ).toEqual([]);
  expect(
    (
      await draw(
        shareSpec({ ...parts, layout: "beside" }),
        rowsOf(() => 0.9),
      )
    ).untraced,
  ).toEqual([]);
});

const bySeries = { x: "period", y: "n", series: "area" } as const;

test.each([
  ["areaSpec", areaSpec(bySeries), /^Use trendSpec for/],
  ["unitSpec", ofAmounts.unitSpec, /^Use barSpec or rankingSpec for/],
])("the refusal of a figure below zero names what draws it: %s", async (_, spec, hint) => {
  const [refusal] = await laterErrorsOf(() =>
    draw(
      spec,
      rowsOf((area) => (area === 1 ? -4 : 2)),
    ),
  );
  expect(refusal?.hint).toMatch(hint);
});

describe("shares that are no whole", () => {
  const remarks = async (given: readonly (number | null)[], options: object = {}) => {
    const rows = given.map((n, index) => ({ period: "2020", area: `Part ${index}`, n, state: "value" }));
    const { diagnostics } = await draw(shareSpec({ ...parts, ...options }), rows);
    return diagnostics.filter(({ code }) => code === "chart-share-not-whole");
  };

  test.each([[[0.35, 0.12]], [[0.5, 0.53]]])("are warned of: %j", async (shares) => {
    const [remark] = await remarks(shares);
    expect(remark?.message).toContain(`come to ${Math.round(100 * ((shares[0] ?? 0) + (shares[1] ?? 0)))}%`);
    expect(remark?.hint).toContain('layout: "beside"');
  });

  test.each([[[0.33, 0.33, 0.33]], [[0.5, 0.51]], [[1]]])(
    "of which rounding takes a little are not: %j",
    async (shares) => {
      expect(await remarks(shares)).toEqual([]);
    },
  );

  test("are drawn with the advice, the rest as a part or the parts beside one another", async () => {
    expect(await remarks([0.35, 0.12, 0.53])).toEqual([]);
    expect(await remarks([0.35, 0.12], { layout: "beside" })).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import type { ChartRow } from "../../src/charts/index.ts";
import { renderSpec } from "../../src/charts/render-spec.ts";
import {
  areaSpec,
  barSpec,
  heatSpec,
  pyramidSpec,
  shareSpec,
  tileMapsSpec,
  ukRegionTiles,
} from "../../src/doors/charts.ts";

const areas = Object.keys(ukRegionTiles);
const years = ["2008", "2012", "2016"];
const sides = ["Women", "Men"];

const rowsOf = (names: readonly string[], others: readonly string[], fields: readonly [string, string]) =>
  others.flatMap((other, at) =>
    names.map(
      (name, place): ChartRow => ({ [fields[0]]: name, [fields[1]]: other, n: 31 + ((place * 7 + at * 5) % 40) }),
    ),
  );

const cases = [
  {
    recipe: "tileMapsSpec",
    spec: tileMapsSpec({ area: "area", by: "year", value: "n", valueTitle: "Share, %", tiles: ukRegionTiles }),
    rows: rowsOf(areas, years, ["area", "year"]),
  },
  {
    recipe: "heatSpec",
    spec: heatSpec({ row: "area", column: "year", value: "n", valueTitle: "Share, %" }),
    rows: rowsOf(areas, years, ["area", "year"]),
  },
  {
    recipe: "pyramidSpec",
    spec: pyramidSpec({ category: "age", side: "sex", value: "n", valueTitle: "People" }),
    rows: rowsOf(["0 to 14", "15 to 29", "30 to 44", "45 or over"], sides, ["age", "sex"]),
  },
  {
    recipe: "barSpec",
    spec: barSpec({ x: "year", y: "n", series: "area", yTitle: "People" }),
    rows: rowsOf(["Kent", "Essex"], years, ["area", "year"]),
  },
  {
    recipe: "shareSpec",
    spec: shareSpec({ period: "year", category: "part", share: "n", layout: "beside" }),
    rows: rowsOf(["Left", "Right"], years, ["part", "year"]),
  },
] as const;

/** The rows but for one, which is left out, or marked as a gap behind the others. */
const lacking = (rows: readonly ChartRow[], at: number) => {
  const others = rows.filter((_, index) => index !== at);
  return { absent: others, marked: [...others, { ...rows[at], n: null }] };
};

describe("a row that is not in the data is drawn and told as one without a figure", () => {
  test.each(cases)("by $recipe", async ({ spec, rows }) => {
    for (const at of [0, 2, rows.length - 2]) {
      const { absent, marked } = lacking(rows, at);
      const [own, same] = await Promise.all(
        [absent, marked].map((values) => renderSpec({ ...spec, data: { values: [...values] } }, { id: "chart" })),
      );
      expect(own?.alt).toBe(same?.alt);
      expect(own?.longDescription).toBe(same?.longDescription);
      expect(own?.svg).toBe(same?.svg);
      expect(own?.svg).toContain("[x]");
    }
  });

  test("and refused by areaSpec, which would draw it as nought", async () => {
    const spec = areaSpec({ x: "year", y: "n", series: "area", yTitle: "Tonnes" });
    const { absent } = lacking(rowsOf(["Coal", "Oil", "Gas"], years, ["area", "year"]), 4);
    await expect(renderSpec({ ...spec, data: { values: [...absent] } }, { id: "chart" })).rejects.toThrow(
      /chart-hidden-total/u,
    );
  });
});

import { expect, test } from "vitest";
import { type ChartRow, compileChart, tileMapsSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

const years = ["2019", "2020", "2021", "2022"];
const tiles = {
  Kent: { column: 1, row: 1, label: "KEN" },
  Essex: { column: 1, row: 0, label: "ESS" },
  Surrey: { column: 0, row: 1, label: "SUR" },
};
const spec = tileMapsSpec({ area: "area", value: "n", by: "period", tiles, valueTitle: "Offences" });
const rowsOf = (area: string, periods: readonly string[]): readonly ChartRow[] =>
  periods.map((period) => ({ area, period, n: Number(period) % 100, state: "value", highlight: area === "Kent" }));
const described = async (rows: readonly ChartRow[]) => {
  const { alt, longDescription } = await (await compileChart({ id: "maps", spec, fonts })).render(rows);
  return longDescription || alt;
};

test("small maps of periods are told in their order, also where the area that is marked has no row in some", async () => {
  const text = await described([...rowsOf("Essex", years), ...rowsOf("Kent", ["2021", "2022"])]);
  expect([...text.matchAll(/(?<=[.\n] ?)(20\d\d): /g)].map(([, year]) => year)).toEqual(years);
});

test("an area without any row is missing in each, from the earliest to the latest, in whatever order rows come", async () => {
  const text = await described([...rowsOf("Kent", ["2019", "2022"]), ...rowsOf("Essex", years)]);
  expect(text).toContain("4 values are missing: Surrey (2019 to 2022).");
});

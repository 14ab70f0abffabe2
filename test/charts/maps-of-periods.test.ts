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

test.each([
  [640, "KEN Kent"],
  // On a small screen a map of its own says where each area is.
  [150, "KEN Kent"],
])("an area that no map shows is in no key, and not said to be missing: %i px", async (widthPx, entry) => {
  const small = tileMapsSpec({ area: "area", value: "n", by: "period", tiles, widthPx, columns: 4 });
  const rows = [...rowsOf("Kent", ["2019", "2022"]), ...rowsOf("Essex", years)];
  const { alt, longDescription, texts } = await (await compileChart({ id: "maps", spec: small, fonts })).render(rows);
  expect(`${alt} ${longDescription}`).not.toMatch(/Surrey|missing/);
  expect(texts).toContain(entry);
  expect(texts.filter((text) => /SUR|Surrey/.test(text))).toEqual([]);
});

test("an area without a figure in several maps is told with these in brackets: commas part names alone", async () => {
  const of = ["Asthma", "Cancer"];
  const rows = ["Kent", "Essex", "Surrey"].flatMap((area, index) =>
    of.map((period) => ({
      area,
      period,
      n: area === "Surrey" ? null : index,
      state: area === "Surrey" ? "suppressed" : "value",
    })),
  );
  expect(await described(rows)).toContain("2 values are suppressed: Surrey (Asthma) and Surrey (Cancer).");
});

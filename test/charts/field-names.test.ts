import { expect, test } from "vitest";
import { compileChart, renderSpec, tileMapSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

const tiles = {
  Kent: { column: 0, row: 0, label: "KEN" },
  Essex: { column: 1, row: 0, label: "ESS" },
  Surrey: { column: 0, row: 1, label: "SUR" },
};

test.each(["area", "state"])("an area without a row is named where the field of areas is called %s", async (area) => {
  const chart = await compileChart({ id: "tiles", spec: tileMapSpec({ area, value: "rate", tiles }), fonts });
  const { alt, untraced } = await chart.render([
    { [area]: "Kent", rate: 1 },
    { [area]: "Essex", rate: 2 },
  ]);
  expect(untraced).toEqual([]);
  expect(alt).toContain("1 area has no figure: Surrey");
});

test("a field called state that says what rows are of is a column of the data behind a chart", async () => {
  const rows = ["Ohio", "Iowa", "Utah"].map((state, index) => ({ state, n: index + 1, highlight: index === 0 }));
  const encoding = { x: { aggregate: "mean", field: "n" }, y: { field: "state" } };
  const { table } = await renderSpec({ data: { values: rows }, mark: "bar", encoding }, { fonts, trusted: true });
  expect(table.columns.map(({ id }) => id)).toContain("state");
  expect(table.columns.map(({ id }) => id)).not.toContain("highlight");
});

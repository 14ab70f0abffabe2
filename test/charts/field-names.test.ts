import { expect, test } from "vitest";
import { compileChart, tileMapSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

test.each(["area", "state"])("an area without a row is named where the field of areas is called %s", async (area) => {
  const tiles = {
    Kent: { column: 0, row: 0, label: "KEN" },
    Essex: { column: 1, row: 0, label: "ESS" },
    Surrey: { column: 0, row: 1, label: "SUR" },
  };
  const chart = await compileChart({ id: "tiles", spec: tileMapSpec({ area, value: "rate", tiles }), fonts });
  const { alt } = await chart.render([
    { [area]: "Kent", rate: 1 },
    { [area]: "Essex", rate: 2 },
  ]);
  expect(alt).toContain("1 area has no figure: Surrey");
});

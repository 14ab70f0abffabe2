import { expect, test } from "vitest";
import { compileChart } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

const values = ["Kent", "Essex", "Surrey"].flatMap((area, index) =>
  [2019, 2020, 2021, 2022].map((year, at) => ({ area, year, x: 10 + 3 * index + at, y: 20 + 5 * index - at })),
);
const places = { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } };

test.each([
  ["of an encoding", { mark: "line", encoding: { detail: { field: "area" }, opacity: { value: 0 } } }],
  ["of the mark", { mark: { type: "point", opacity: 0 } }],
])("what waits for a mouse is not told as if it were seen: %s", async (_, unseen) => {
  const spec = {
    data: { values },
    encoding: places,
    layer: [unseen, { transform: [{ filter: "datum.year === 2022" }], mark: "circle" }],
  };
  const chart = await compileChart({ id: "chart", spec, fonts, data: "inline" });
  const { alt, longDescription } = await chart.render([]);
  expect(`${alt} ${longDescription}`).toContain("3 points");
  expect(`${alt} ${longDescription}`).not.toContain("12");
});

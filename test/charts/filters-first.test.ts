import * as vegaModule from "vega";
import { expect, test } from "vitest";
import type { JsonObject } from "../../src/charts/json.ts";
import { withFiltersFirst } from "../../src/charts/vega/filters-first.ts";
import type { Vega } from "../../src/charts/vega/vega-modules.ts";

const vega = vegaModule as unknown as Vega;

const twice = { type: "formula", expr: "datum.size * 2", as: "twice" };
const spec: JsonObject = {
  signals: [{ name: "least", value: 3 }],
  data: [
    { name: "table", values: [1, 5, 3, 4].map((size) => ({ size })) },
    {
      name: "large",
      source: "table",
      transform: [{ type: "filter", expr: "datum.size >= least" }, { type: "filter", expr: "datum.size < 5" }, twice],
    },
    { name: "all", source: "table", transform: [twice, { type: "filter", expr: "datum.twice > 2" }] },
  ],
};

/** The rows of each source as they are first, when others come, and when fewer are left out. */
function rowsOf(whole: JsonObject): unknown {
  const view = new vega.View(vega.parse(whole), { renderer: "none" });
  const read = () => JSON.stringify(["large", "all"].map((name) => view.data(name)));
  view.run();
  const first = read();
  view.change("table", vega.changeset().insert([{ size: 4.5 }, { size: 0 }]));
  view.run();
  const more = read();
  view.signal("least", 0);
  view.run();
  return [first, more, read()];
}

test("a source that begins with filters has the same rows in two steps, and others stay", () => {
  const lean = withFiltersFirst(spec);
  expect(lean.data).toMatchObject([
    { name: "table" },
    { name: "large filtered", source: "table", transform: [{ type: "filter" }, { type: "filter" }] },
    { name: "large", source: "large filtered", transform: [twice] },
    { name: "all", source: "table" },
  ]);
  expect(rowsOf(lean)).toEqual(rowsOf(spec));
});

test("a source of filters alone is one", () => {
  const filters = { data: [{ name: "few", source: "table", transform: [{ type: "filter", expr: "datum.size < 5" }] }] };
  expect(withFiltersFirst(filters)).toEqual(filters);
});

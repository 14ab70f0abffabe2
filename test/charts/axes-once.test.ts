import { compile } from "vega-lite";
import { expect, test } from "vitest";
import { isObject, type JsonObject } from "../../src/charts/json.ts";
import { defaultTheme } from "../../src/charts/theme/chart-theme.ts";
import { themeConfig } from "../../src/charts/theme/theme-config.ts";
import { withAxesOnce } from "../../src/charts/vega/axes-once.ts";
import { recipeSamples } from "./recipe-samples.ts";
import { silent } from "./silent-logger.ts";

const compiled = (spec: object) =>
  compile(spec as Parameters<typeof compile>[0], { logger: silent as never, config: themeConfig(defaultTheme) }).spec;

const specs = recipeSamples.flatMap(({ name, spec }) => (isObject(spec) ? [[name, spec] as const] : []));

test.each(specs)("%s is compiled to the same with its axes once", (_, spec) => {
  const { usermeta: _notes, ...own } = spec;
  expect(compiled(withAxesOnce(own))).toEqual(compiled(own));
});

test("charts of several layers have them once", () => {
  const changed = specs.filter(([, spec]) => withAxesOnce(spec) !== spec).map(([name]) => name);
  expect(changed.length).toBeGreaterThan(5);
  expect(changed).toEqual(expect.arrayContaining(["trend", "funnel", "strip", "histogram"]));
});

test("layers that each have the axis have it once, and one without a title decides for all", () => {
  const x = (field: string, title: string | null) => ({ field, type: "quantitative", title, axis: { ticks: true } });
  const layer = (each: object) => ({ mark: "point", encoding: { x: each } });
  const spec = {
    data: { name: "data" },
    layer: [
      layer(x("a", "Rate")),
      { layer: [layer(x("b", "Rate")), layer({ value: 2 })] },
      layer(x("c", null)),
      layer({ field: "d", scale: null, type: "quantitative" }),
    ],
  };
  const once = withAxesOnce(spec);
  expect(JSON.stringify(once).match(/"axis":\{"ticks"/g)).toHaveLength(1);
  expect(compiled(once)).toEqual(compiled(spec));
  expect(compiled(once)).toMatchObject({ axes: [{ grid: true }, { ticks: true }] });
  expect(JSON.stringify(compiled(once).axes)).not.toContain("title");
  const others = { ...spec, layer: [layer(x("a", "Rate")), layer(x("b", "Limit"))] };
  expect(withAxesOnce(others)).toBe(others);
});

test.each<[what: string, change: JsonObject]>([
  ["an axis of its own for each layer", { resolve: { axis: { y: "independent" } } }],
  ["no axis", { encoding: { x: { field: "a" }, y: { field: "n", type: "quantitative" } } }],
  [
    "a layer of another field",
    { layer: [{ mark: "line" }, { mark: "bar", encoding: { x: { field: "b" }, y: { field: "m" } } }] },
  ],
])("a spec with %s is left as it is", (_, change) => {
  const axis = { title: null };
  const spec = {
    encoding: { x: { field: "a", axis }, y: { field: "n", axis } },
    layer: [{ mark: "line" }, { mark: "text" }],
    ...change,
  };
  expect(withAxesOnce(spec)).toBe(spec);
});

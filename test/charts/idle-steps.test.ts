import type { Runtime } from "vega";
import * as vegaModule from "vega";
import { expect, test } from "vitest";
import type { JsonObject } from "../../src/charts/json.ts";
import type { Vega } from "../../src/charts/vega/vega-modules.ts";
import { withoutIdleSteps } from "../../src/charts/vega/without-idle-steps.ts";

const vega = vegaModule as unknown as Vega;

const values = [1, 5, 3, 4].map((size, index) => ({ size, name: "abcd"[index], group: index % 2 }));

/** With what tells what of its change: groups of groups, guides with and without their parts, marks that stand by other marks. */
const spec: JsonObject = {
  width: 200,
  height: 100,
  signals: [{ name: "most", update: "length(data('small'))" }],
  data: [
    { name: "table", values },
    { name: "small", source: "table", transform: [{ type: "filter", expr: "datum.size < 5" }] },
    { name: "unread", source: "table", transform: [{ type: "formula", expr: "datum.size * 2", as: "twice" }] },
  ],
  scales: [
    { name: "x", type: "band", domain: { data: "table", field: "name" }, range: "width" },
    { name: "y", domain: { data: "table", field: "size" }, zero: true, range: "height" },
  ],
  axes: [
    { orient: "bottom", scale: "x" },
    { orient: "left", scale: "y", labels: false, ticks: false, grid: false },
  ],
  legends: [{ fill: "y", type: "symbol" }],
  marks: [
    {
      type: "group",
      from: { facet: { name: "part", data: "table", groupby: "group" } },
      marks: [
        {
          name: "bars",
          type: "rect",
          from: { data: "part" },
          encode: {
            update: {
              x: { scale: "x", field: "name" },
              width: { scale: "x", band: 1 },
              y: { scale: "y", field: "size" },
              y2: { scale: "y", value: 0 },
              opacity: { signal: "most / 4" },
            },
          },
        },
        {
          type: "text",
          from: { data: "bars" },
          encode: { update: { x: { field: "x" }, y: { field: "y" }, text: { field: "datum.name" } } },
        },
      ],
    },
  ],
};

const leaveOut = (key: string, value: unknown) =>
  ["mark", "group", "context", "source", "_svg", "dirty", "marktypes", "zdirty"].includes(key) ? undefined : value;

/** The scene as it is first, and when its rows and its width are others. */
function drawn(runtime: Runtime): readonly string[] {
  const view = new vega.View(runtime, { renderer: "none" });
  const picture = (): string => JSON.stringify(view.run().scenegraph().root, leaveOut);
  const first = picture();
  view.change("table", vega.changeset().insert([{ size: 12, name: "e", group: 0 }]));
  const more = picture();
  view.signal("width", 300);
  return [first, more, picture()];
}

const typesIn = (runtime: Runtime) => [...JSON.stringify(runtime).matchAll(/"type":"(\w+)"/g)].map(([, type]) => type);
const countOf = (runtime: Runtime, type: string) => typesIn(runtime).filter((each) => each === type).length;

test("a view draws the same without the steps that it does not need, at first and later", () => {
  const whole = vega.parse(spec);
  const lean = withoutIdleSteps(whole);
  const pictures = drawn(lean);
  expect(pictures).toEqual(drawn(vega.parse(spec)));
  expect(new Set(pictures).size).toBe(3);
  expect(countOf(lean, "render")).toBe(0);
  expect(countOf(lean, "sieve")).toBeLessThan(countOf(whole, "sieve"));
  expect(countOf(lean, "axisticks")).toBe(countOf(whole, "axisticks") - 1);
});

test("what an order of items asks for stays", () => {
  const bars = { type: "rect", from: { data: "table" }, encode: { update: { zindex: { field: "size" } } } };
  const runtime = vega.parse({ ...spec, marks: [bars] });
  expect(withoutIdleSteps(runtime)).toBe(runtime);
});

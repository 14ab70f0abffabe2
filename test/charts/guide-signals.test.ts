import * as vegaModule from "vega";
import { expect, test } from "vitest";
import type { JsonObject } from "../../src/charts/json.ts";
import { withGuideSignals } from "../../src/charts/vega/guide-signals.ts";
import type { Vega } from "../../src/charts/vega/vega-modules.ts";

const vega = vegaModule as unknown as Vega;

const columns = "length(data('table')) > 3 ? 2 : 1";
const ofLabel = "datum.index > 1 ? 0 : -4 * (room > 2 ? 1 : 2)";
const spec: JsonObject = {
  width: 200,
  height: 80,
  signals: [{ name: "room", value: 3 }],
  data: [{ name: "table", values: ["Abbey", "Bridge", "Castle", "Dock"].map((name, size) => ({ name, size })) }],
  scales: [
    { name: "x", type: "band", range: "width", domain: { data: "table", field: "name" } },
    { name: "color", type: "ordinal", range: "category", domain: { data: "table", field: "name" } },
  ],
  axes: [
    {
      scale: "x",
      orient: "bottom",
      labelLimit: { signal: columns },
      labelOffset: { signal: ofLabel },
      tickSize: { signal: "room" },
    },
  ],
  legends: [{ fill: "color", direction: "horizontal", columns: { signal: columns }, offset: 4 }],
};

const drawnOf = async (whole: JsonObject) => new vegaModule.View(vegaModule.parse(whole), { renderer: "none" }).toSVG();

test("an expression of a guide is a signal, one for all that have the same, and draws the same", async () => {
  const lean = withGuideSignals(spec);
  expect(lean.signals).toEqual([
    { name: "room", value: 3 },
    { name: "guide_0", update: columns },
  ]);
  expect(lean.legends).toMatchObject([{ columns: { signal: "guide_0" }, offset: 4 }]);
  expect(lean.axes).toMatchObject([
    { labelLimit: { signal: "guide_0" }, labelOffset: { signal: ofLabel }, tickSize: { signal: "room" } },
  ]);
  expect(await drawnOf(lean)).toBe(await drawnOf(spec));
});

test("what Vega's parser writes of it is less", () => {
  const written = (whole: JsonObject) => JSON.stringify(vega.parse(whole)).split("data('table')").length - 1;
  expect(written(spec)).toBeGreaterThan(8);
  expect(written(withGuideSignals(spec))).toBe(1);
});

test("guides without expressions are left as they are", () => {
  const plain = { ...spec, axes: [], legends: [{ fill: "color", columns: 2 }] };
  expect(withGuideSignals(plain)).toBe(plain);
});

import { describe, expect, test } from "vitest";
import { renderSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

const vega = (marks: readonly object[], more: object = {}) => ({
  $schema: "https://vega.github.io/schema/vega/v6.json",
  width: 100,
  height: 50,
  padding: 0,
  // With the default, Vega itself makes room for all items, seen or not.
  autosize: "fit",
  marks,
  ...more,
});
const mark = (type: string, enter: object, more: object = {}) => ({
  type,
  encode: { enter: Object.fromEntries(Object.entries(enter).map(([key, value]) => [key, { value }])) },
  ...more,
});
const frame = mark("rect", { x: 0, y: 0, width: 100, height: 50, fill: "#eee" });
const sizeOf = async (marks: readonly object[], more: object = {}) => {
  const { widthPx, heightPx } = await renderSpec(vega(marks, more), { fonts });
  return [widthPx, heightPx];
};

test("what a selection begins with is drawn: it is set when the first run is over", async () => {
  const spec = {
    data: {
      values: [
        { area: "Kent", n: 12 },
        { area: "Essex", n: 1400 },
      ],
    },
    params: [{ name: "picked", select: { type: "point", fields: ["area"] }, value: [{ area: "Kent" }] }],
    mark: "bar",
    encoding: {
      y: { field: "area", type: "nominal" },
      x: { field: "n", type: "quantitative" },
      color: { condition: { param: "picked", empty: false, value: "#aa0000" }, value: "#00aa00" },
    },
  };
  const { svg } = await renderSpec(spec, { fonts });
  expect(svg.match(/fill="#aa0000"/g)).toHaveLength(1);
  expect(svg.match(/fill="#00aa00"/g)).toHaveLength(1);
});

describe("a picture grows by what hangs over its edge", () => {
  test("a shape, a text, a shape within a group", async () => {
    expect(await sizeOf([frame])).toEqual([100, 50]);
    const square = { width: 10, height: 10, fill: "red" };
    expect(await sizeOf([frame, mark("rect", { x: 110, y: -20, ...square })])).toEqual([120, 70]);
    const [width = 0] = await sizeOf([frame, mark("text", { x: 90, y: 20, text: "A long label", fill: "red" })]);
    expect(width).toBeGreaterThan(130);
    const inside = [mark("rect", { x: 80, y: 0, ...square })];
    expect(await sizeOf([frame, mark("group", { x: 50, y: 0 }, { marks: inside })])).toEqual([140, 50]);
  });

  test.each([
    ["an opacity of nothing", { fill: "red", opacity: 0 }],
    ["a fill without opacity", { fill: "red", fillOpacity: 0 }],
    ["a transparent fill", { fill: "transparent" }],
  ])("not by what is not seen: %s", async (_, paint) => {
    expect(await sizeOf([frame, mark("rect", { x: 300, y: 0, width: 10, height: 10, ...paint })])).toEqual([100, 50]);
  });

  test("not by an empty text, nor by what is clipped", async () => {
    expect(await sizeOf([frame, mark("text", { x: 300, y: 20, text: "", fill: "red" })])).toEqual([100, 50]);
    const far = { x: 300, y: 0, width: 10, height: 10, fill: "red" };
    expect(await sizeOf([frame, mark("rect", far, { clip: true })])).toEqual([100, 50]);
    const group = mark("group", { width: 50, height: 50, clip: true }, { marks: [mark("rect", far)] });
    expect(await sizeOf([frame, group])).toEqual([100, 50]);
  });

  test("not where the spec wants its own size", async () => {
    const square = mark("rect", { x: 110, y: 0, width: 10, height: 10, fill: "red" });
    expect(await sizeOf([frame, square], { autosize: "none" })).toEqual([100, 50]);
  });
});

import { describe, expect, test } from "vitest";
import type { MarkChannels } from "../../src/charts/scene-reading/mark-channels.ts";
import type { ReadMark, SceneItem, SceneScale } from "../../src/charts/scene-reading/read-scene.ts";
import { rowTag } from "../../src/charts/scene-reading/row-tags.ts";
import { createScaleFields } from "../../src/charts/scene-reading/scale-fields.ts";
import { createStacks } from "../../src/charts/scene-reading/stack.ts";
import { createDatumTracer } from "../../src/charts/scene-reading/traced-datum.ts";
import { bareMark } from "./bare-mark.ts";
import { madeScale } from "./made-scale.ts";
import { noChannels } from "./no-channels.ts";

/** Of what fields the figures are that readers read off a scale. */

const rows = Array.from({ length: 10 }, (_, index) => ({
  n: index + 1,
  m: 30 - 2 * index,
  k: index === 0 ? 1 : 50 + index,
}));
const tracer = createDatumTracer(rows, () => undefined);

const scales: Readonly<Record<string, SceneScale>> = {
  across: madeScale("linear", [0, 100], [0, 400]),
  up: madeScale("linear", [0, 100], [200, 0]),
  size: madeScale("linear", [0, 100], [0, 1000]),
  radius: madeScale("linear", [0, 100], [0, 80]),
  color: madeScale("linear", [0, 100], ["rgb(0, 0, 0)", "rgb(200, 0, 0)"]),
  names: madeScale(
    "band",
    rows.map(({ n }) => n),
    [0, 100],
  ),
};
const px = (scale: string, value: number) => Number(scales[scale]?.(value));

const mark = (type: string, items: readonly SceneItem[], name = "marks"): ReadMark => ({
  ...bareMark,
  type,
  name,
  items,
  scaleOf: (each) => scales[each],
});
type Row = (typeof rows)[number];
const drawn = (type: string, itemOf: (row: Row, index: number) => SceneItem, from = rows) =>
  mark(
    type,
    from.map((row, index) => ({ datum: { [rowTag]: rows.indexOf(row) }, ...itemOf(row, index) })),
  );
const fields = (marks: readonly ReadMark[], channels: Partial<MarkChannels>, scale: string) =>
  createScaleFields([marks], {
    known: new Map(),
    channels: new Map([["marks", { ...noChannels, ...channels }]]),
    tracer,
    stackOf: createStacks(tracer),
  }).fieldsOf(scale);

describe("a scale shows the figures of the field", () => {
  test.each<[string, Partial<MarkChannels>, string, (row: Row) => SceneItem]>([
    ["symbol", { x: ["across"] }, "across", ({ n }) => ({ x: px("across", n) })],
    ["symbol", { y: ["up"] }, "up", ({ n }) => ({ y: px("up", n) })],
    ["rect", { y: ["up"] }, "up", ({ n }) => ({ y: px("up", n), height: 200 - px("up", n) })],
    // A figure of heat is in the middle of its cell.
    ["rect", { y: ["up"] }, "up", ({ n }) => ({ y: px("up", n) - 3, height: 6 })],
    ["rule", { y: ["up"] }, "up", ({ n }) => ({ y: px("up", n), y2: 200 })],
    ["symbol", { size: ["size"] }, "size", ({ n }) => ({ size: px("size", n) })],
    ["arc", { radius: ["radius"] }, "radius", ({ n }) => ({ outerRadius: px("radius", n) })],
    ["rect", { color: ["color"] }, "color", ({ n }) => ({ fill: scales.color?.(n) })],
    ["rule", { color: ["color"] }, "color", ({ n }) => ({ stroke: scales.color?.(n) })],
  ])("that its marks are drawn by: %s of %j", (type, channels, scale, itemOf) => {
    expect(fields([drawn(type, itemOf)], channels, scale)).toEqual(["n"]);
    // Of none, where they are drawn by none of the row's; and a scale that no channel has is of no field.
    const elsewhere = drawn(type, (row) => itemOf({ ...row, n: row.n + 0.4 }));
    expect(fields([elsewhere], channels, scale)).toEqual([]);
    expect(fields([drawn(type, itemOf)], {}, scale)).toEqual([]);
  });

  test("and not of one that is as high by chance, now and then", () => {
    const points = drawn("symbol", ({ n }) => ({ y: px("up", n) }));
    expect(fields([points], { y: ["up"] }, "up")).toEqual(["n"]);
    // Both, where they are alike throughout: here in the one row that is drawn.
    const one = drawn("symbol", ({ n }) => ({ y: px("up", n) }), rows.slice(0, 1));
    expect(fields([one], { y: ["up"] }, "up")).toEqual(["n", "k"]);
  });

  test("nor of one by which less than half of the marks are drawn", () => {
    const some = (count: number) =>
      drawn("symbol", ({ n }, index) => ({ y: px("up", index < count ? n : n + 0.4) }), rows);
    expect(fields([some(5)], { y: ["up"] }, "up")).toEqual(["n"]);
    expect(fields([some(4)], { y: ["up"] }, "up")).toEqual([]);
  });

  test("of names it shows none, nor where nothing is drawn", () => {
    expect(fields([drawn("symbol", ({ n }) => ({ x: px("names", n) }))], { x: ["names"] }, "names")).toEqual([]);
    const hidden = drawn("symbol", ({ n }) => ({ y: px("up", n), opacity: 0 }));
    expect(fields([hidden], { y: ["up"] }, "up")).toEqual([]);
    expect(fields([mark("symbol", [])], { y: ["up"] }, "up")).toEqual([]);
  });

  test("and all scales together those of all fields", () => {
    const both = drawn("symbol", ({ n, m }) => ({ x: px("across", n), y: px("up", m), size: px("size", n) }));
    const { all } = createScaleFields([[both]], {
      known: new Map(),
      channels: new Map([["marks", { ...noChannels, x: ["across"], y: ["up"], size: ["size"] }]]),
      tracer,
      stackOf: createStacks(tracer),
    });
    expect(all().toSorted()).toEqual(["m", "n"]);
    expect(all()).toBe(all());
  });
});

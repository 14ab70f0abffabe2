import { describe, expect, test } from "vitest";
import { nameElsewhere, tickElsewhere } from "../../src/charts/scene-reading/check-ticks.ts";
import type { MarkChannels } from "../../src/charts/scene-reading/mark-channels.ts";
import type { ReadMark, SceneItem } from "../../src/charts/scene-reading/read-scene.ts";
import { rowTag } from "../../src/charts/scene-reading/row-tags.ts";
import { createDatumTracer } from "../../src/charts/scene-reading/traced-datum.ts";
import { bareMark } from "./bare-mark.ts";
import { madeScale } from "./made-scale.ts";
import { noChannels } from "./no-channels.ts";

const rows = [{ area: "Kent" }, { area: "Essex" }, { area: "Devon" }];
const [kent, essex, devon] = rows.map((_, index) => ({ [rowTag]: index }));
const tracer = createDatumTracer(rows, () => undefined);

/** A hundred px each. */
const areas = madeScale("band", ["Kent", "Essex", "Devon"], [0, 300]);

const mark = (more: Partial<ReadMark>, scale = areas): ReadMark => ({
  ...bareMark,
  name: "bars",
  scaleOf: (name) => (name === "s" ? scale : undefined),
  ...more,
});
const axisOf = (items: readonly SceneItem[], direction: "x" | "y" = "x", scale = areas, at = 0) =>
  mark({ type: "text", role: "axis-label", guideScale: "s", axis: { direction, at }, items }, scale);
const label = (value: unknown, x: number, more: SceneItem = {}): SceneItem => ({
  datum: { value },
  x,
  text: String(value),
  ...more,
});

describe("a label of a category", () => {
  const bars = mark({
    items: [
      { datum: kent, x: 10, width: 80 },
      { datum: essex, x: 110, width: 80 },
    ],
  });
  const channels = new Map<string, MarkChannels>([["bars", { ...noChannels, x: ["s"] }]]);
  /** Ten px a character. */
  const measure = (_: SceneItem, text: string) => 10 * text.length;
  const told = (item: SceneItem, shapes: readonly ReadMark[] = [bars], axis = axisOf([item])) => {
    const found = nameElsewhere(axis, { shapes, channels, tracer, measure });
    return found && [found.name, found.other];
  };

  test("is nearer to its own mark than to another one", () => {
    expect(told(label("Kent", 50))).toBeUndefined();
    expect(told(label("Kent", 99))).toBeUndefined();
    expect(told(label("Kent", 102))).toEqual(["Kent", "Essex"]);
    expect(told(label("Essex", 50))).toEqual(["Essex", "Kent"]);
    expect(told(label("Kent", 2), [bars], axisOf([label("Kent", 2)], "x", areas, 100))).toEqual(["Kent", "Essex"]);
  });
  test("has its middle where its text has it, on whichever side that is of where it is anchored", () => {
    // Forty px wide.
    expect(told(label("Kent", 90, { align: "left" }))).toEqual(["Kent", "Essex"]);
    expect(told(label("Kent", 90, { align: "right" }))).toBeUndefined();
    expect(told(label("Kent", 118, { align: "right" }))).toBeUndefined();
    expect(told(label("Kent", 90, { align: "center" }))).toBeUndefined();
    // A turned one begins at its tick.
    expect(told(label("Kent", 90, { align: "left", angle: 270 }))).toBeUndefined();
    expect(told(label("Kent", 90, { align: "left", angle: 360 }))).toEqual(["Kent", "Essex"]);
    // At the edge of a plot a wide one begins or ends at its mark.
    expect(told(label("Kent", 60, { align: "left", text: "Kent and Medway" }))).toBeUndefined();
  });
  test("of one among many at its end may be a pixel beside its mark, as labels stand at whole ones, and no further", () => {
    const periods = Array.from({ length: 200 }, (_, index) => ({ area: String(1800 + index) }));
    const close = madeScale(
      "point",
      periods.map(({ area }) => area),
      [0, 199],
    );
    const dots = mark(
      { type: "symbol", items: periods.map((_, index) => ({ datum: { [rowTag]: index }, x: index })) },
      close,
    );
    const isElsewhere = (x: number) => {
      const item = label("1999", x, { align: "right" });
      const tracer = createDatumTracer(periods, () => undefined);
      return nameElsewhere(axisOf([item], "x", close), { shapes: [dots], channels, tracer, measure }) !== undefined;
    };
    expect([199, 198, 200, 197, 150].map(isElsewhere)).toEqual([false, false, false, true, true]);
  });
  test("is asked for where it is seen, and its mark is there", () => {
    expect(told(label("Kent", 150, { opacity: 0 }))).toBeUndefined();
    expect(told(label("Devon", 50))).toBeUndefined();
    expect(told(label(7, 50))).toBeUndefined();
    expect(told(label("Kent", 150), [mark({ ...bars, name: "others" })])).toBeUndefined();
    expect(told(label("Kent", 150), [mark({ items: [{ ...bars.items[0], opacity: 0 }, bars.items[1] ?? {}] })])).toBe(
      undefined,
    );
    expect(told(label("Kent", 150), [bars], axisOf([label("Kent", 150)], "y"))).toBeUndefined();
    expect(told(label("Kent", 150), [bars], mark({ items: [label("Kent", 150)], guideScale: "s" }))).toBeUndefined();
  });
  test("of marks that stand beside one another is near one of them", () => {
    const beside = mark({
      items: [
        { datum: kent, x: 0, width: 20 },
        { datum: kent, x: 60, width: 40 },
        { datum: devon, x: 200, width: 100 },
      ],
    });
    expect(told(label("Kent", 85), [beside])).toBeUndefined();
    expect(told(label("Kent", 200), [beside])).toEqual(["Kent", "Devon"]);
  });
});

describe("a tick", () => {
  const linear = madeScale("linear", [0, 100], [0, 300]);
  const isElsewhere = (value: unknown, x: number, scale = linear, at = 0) =>
    tickElsewhere(axisOf([label(value, x)], "x", scale, at)) !== undefined;
  test("stands where its value has its position, or a little beside", () => {
    expect([150, 162, 138, 163, 137].map((x) => isElsewhere(50, x))).toEqual([false, false, false, true, true]);
    expect(isElsewhere(50, 50, linear, 100)).toBe(false);
    expect(isElsewhere(50, 150, linear, 100)).toBe(true);
  });
  test("of a category belongs to the one that it is nearest to", () => {
    expect([50, 101, -1, 102].map((x) => isElsewhere("Kent", x, areas))).toEqual([false, false, false, true]);
  });
  test("along y is asked for by y", () => {
    const along = (y: number) => tickElsewhere(axisOf([{ datum: { value: 50 }, x: 7, y }], "y", linear)) !== undefined;
    expect([along(150), along(200)]).toEqual([false, true]);
  });
});

import { describe, expect, test } from "vitest";
import { headingsElsewhere } from "../../src/charts/scene-reading/check-headings-placed.ts";
import type { ReadMark, SceneItem } from "../../src/charts/scene-reading/read-scene.ts";
import { bareMark } from "./bare-mark.ts";

/** A small chart of 100 by 80 px. */
const chart = (panel: object, x: number, y: number): ReadMark => ({
  ...bareMark,
  panel,
  origin: { x, y },
  plots: [{ width: 100, height: 80 } as SceneItem],
});
/** A heading of 40 by 10 px, by the middle of it. */
const heading = (panel: object, x: number, y: number, more: Partial<ReadMark> = {}, item: object = {}): ReadMark =>
  ({
    ...bareMark,
    role: "title-text",
    panel,
    origin: { x: 0, y: 0 },
    items: [
      { text: String(Object.values(panel)[0]), bounds: { x1: x - 20, x2: x + 20, y1: y - 5, y2: y + 5 }, ...item },
    ],
    ...more,
  }) as ReadMark;
const told = (data: readonly ReadMark[], ...texts: readonly ReadMark[]) =>
  headingsElsewhere({ data, texts }).map(({ text, of }) => `${text}: ${of}`);
const at = (name: string) => `a heading at the small chart of "${name}"`;

const [kent, essex, devon] = [{ area: "Kent" }, { area: "Essex" }, { area: "Devon" }];

describe("a heading over a column", () => {
  const across = [chart(kent, 0, 20), chart(essex, 120, 20)];
  const over = (x: number, item: object = {}) =>
    told(across, heading(kent, x, 10, { heads: "x" }, item), heading(essex, 170, 10, { heads: "x" }));
  test("is that of its own", () => {
    expect(over(50)).toEqual([]);
    expect(over(0)).toEqual([]);
    // As far in one as in the other.
    expect(over(110)).toEqual([]);
    expect(over(111)).toEqual([`Kent: ${at("Essex")}`]);
    expect(over(170)).toEqual([`Kent: ${at("Essex")}`]);
    expect(over(300)).toEqual([]);
  });
  test("is not seen without a place or a colour, and says all its lines", () => {
    expect(over(170, { opacity: 0 })).toEqual([]);
    expect(over(170, { bounds: undefined })).toEqual([]);
    expect(over(170, { opacity: 1, text: ["Kent", "and Medway"] })).toEqual([`Kent and Medway: ${at("Essex")}`]);
  });
  test("is nobody's business where there is one, or of a chart that is not drawn", () => {
    expect(told(across, heading(kent, 170, 10, { heads: "x" }))).toEqual([]);
    expect(told(across, heading(devon, 170, 10, { heads: "x" }), heading(kent, 50, 10, { heads: "x" }))).toEqual([]);
    const ofNone = { heads: "x", panel: undefined } as const;
    expect(told(across, heading(kent, 170, 10, ofNone), heading(kent, 170, 10, ofNone))).toEqual([]);
    const label = { heads: "x", role: "axis-label" } as const;
    expect(told(across, heading(kent, 170, 10, label), heading(kent, 170, 10, label))).toEqual([]);
  });
});

test("a heading at a row is that of its own", () => {
  const down = [chart(kent, 50, 0), chart(essex, 50, 100)];
  const beside = (y: number) =>
    told(down, heading(kent, 20, y, { heads: "y" }), heading(essex, 20, 140, { heads: "y" }));
  expect(beside(40)).toEqual([]);
  expect(beside(140)).toEqual([`Kent: ${at("Essex")}`]);
  expect(beside(180)).toEqual([`Kent: ${at("Essex")}`]);
  expect(beside(220)).toEqual([]);
});

test("a heading of a column is that of all its charts, and of a number as well as its text", () => {
  const by = (year: unknown, area: string) => ({ year, area });
  const grid = [
    chart(by(2018, "Kent"), 0, 20),
    chart(by(2019, "Kent"), 120, 20),
    chart(by(2018, "Essex"), 0, 120),
    chart(by(2019, "Essex"), 120, 120),
  ];
  const over = (x: number) =>
    told(grid, heading({ year: "2018" }, x, 10, { heads: "x" }), heading({ year: "2019" }, 170, 10, { heads: "x" }));
  expect(over(50)).toEqual([]);
  expect(over(170)).toEqual([`2018: ${at("Kent")}`]);
});

describe("a heading where charts go on in a next row", () => {
  const wrapped = [chart(kent, 0, 20), chart(essex, 120, 20), chart(devon, 0, 140)];
  const all = (x: number, y: number) =>
    told(wrapped, heading(kent, x, y), heading(essex, 170, 10), heading(devon, 50, 130));
  test("stands over its own chart, on its plot or between the rows", () => {
    expect(all(50, 10)).toEqual([]);
    expect(all(50, 60)).toEqual([]);
    expect(all(50, 120)).toEqual([]);
  });
  test("is told over a chart beside it, or on the plot of one below", () => {
    expect(all(170, 10)).toEqual([`Kent: ${at("Essex")}`]);
    expect(all(50, 180)).toEqual([`Kent: ${at("Devon")}`]);
    expect(all(150, 180)).toEqual([`Kent: ${at("Essex")}`]);
    expect(all(110, 180)).toEqual([]);
  });
  test("of several charts is beside whatever stands in one of their rows", () => {
    const several = [chart({ ...kent, n: 1 }, 0, 20), chart(essex, 120, 20), chart({ ...kent, n: 2 }, 0, 140)];
    expect(told(several, heading(kent, 170, 10), heading(essex, 170, 10))).toEqual([`Kent: ${at("Essex")}`]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  joinedLabels,
  labelsElsewhere,
  readLabels,
  signsBeside,
} from "../../src/charts/scene-reading/check-labels-placed.ts";
import { type ReadMark, type SceneItem, sortMarks } from "../../src/charts/scene-reading/read-scene.ts";
import { rowTag } from "../../src/charts/scene-reading/row-tags.ts";
import { createDatumTracer } from "../../src/charts/scene-reading/traced-datum.ts";
import { bareMark } from "./bare-mark.ts";

const rows = [
  { area: "Kent", n: 40 },
  { area: "Essex", n: 30 },
];
const [kent, essex] = rows.map((_, index) => ({ [rowTag]: index }));
const tracer = createDatumTracer(rows, () => undefined);
const plot: SceneItem = {};
const mark = (type: string, items: readonly SceneItem[], more: Partial<ReadMark> = {}): ReadMark => ({
  ...bareMark,
  type,
  name: type,
  items,
  plots: [plot],
  ...more,
});
const placed = (...marks: readonly ReadMark[]) =>
  labelsElsewhere(sortMarks(marks), tracer).map(({ item }) => item.text);

describe("a label on a bar", () => {
  const bars = mark("rect", [
    { datum: kent, x: 0, y: 0, width: 100, height: 20 },
    { datum: essex, x: 0, y: 40, width: 100, height: 20 },
  ]);
  const label = (more: SceneItem): ReadMark => mark("text", [{ datum: kent, text: "40", ...more }]);

  test("of another row is told, on its own or on none it is not", () => {
    expect(placed(bars, label({ x: 50, y: 50 }))).toEqual(["40"]);
    expect(placed(bars, label({ x: 50, y: 10 }))).toEqual([]);
    expect(placed(bars, label({ x: 50, y: 30 }))).toEqual([]);
    expect(placed(bars, mark("text", [{ datum: kent, x: 50, y: 10, text: "40" }]), label({ x: 50, y: 50 }))).toEqual([
      "40",
    ]);
  });
  test("is a figure that one sees, of a row that has a bar in its plot", () => {
    expect(placed(bars, label({ x: 50, y: 50, opacity: 0 }))).toEqual([]);
    expect(placed(bars, label({ x: 50, y: 50, text: "Kent" }))).toEqual([]);
    expect(placed(bars, label({ x: 50, y: 50, datum: {} }))).toEqual([]);
    expect(placed(bars, mark("text", [{ datum: kent, x: 50, y: 50, text: "40" }], { plots: [{}] }))).toEqual([]);
    expect(placed(bars, mark("text", [{ datum: kent, x: 50, y: 50, text: "40" }], { role: "axis-label" }))).toEqual([]);
    const alone = mark("rect", [{ datum: essex, x: 0, y: 40, width: 100, height: 20 }]);
    expect(placed(alone, label({ x: 50, y: 50 }))).toEqual([]);
    const faded = mark("rect", [
      { datum: kent, x: 0, y: 0, width: 100, height: 20 },
      { datum: essex, x: 0, y: 40, width: 100, height: 20, opacity: 0 },
    ]);
    expect(placed(faded, label({ x: 50, y: 50 }))).toEqual([]);
    expect(placed({ ...bars, role: "legend-symbol" }, label({ x: 50, y: 50 }))).toEqual([]);
    expect(placed({ ...bars, type: "symbol" }, label({ x: 50, y: 50 }))).toEqual([]);
  });
  test("is more than a pixel within it", () => {
    const edge = { min: 0, max: 3, noNaN: true };
    fc.assert(
      fc.property(fc.double(edge), fc.constantFrom("left", "right", "top", "bottom"), (inside, side) => {
        const at = { left: [inside, 50], right: [100 - inside, 50], top: [50, 40 + inside], bottom: [50, 60 - inside] };
        const [x = 0, y = 0] = at[side];
        fc.pre(Math.abs(inside - 1) > 1e-9);
        expect(placed(bars, label({ x, y }))).toEqual(inside > 1 ? ["40"] : []);
      }),
    );
  });
  test("stands where its offset takes it, turned with the text", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        (angle, dx, dy) => {
          // By complex numbers: the offset times the unit of that angle.
          const [re, im] = [Math.cos((angle / 360) * 2 * Math.PI), Math.sin((angle / 360) * 2 * Math.PI)];
          const [x, y] = [50 + dx * re - dy * im, 30 + dx * im + dy * re];
          const depth = Math.min(x, 100 - x, y - 40, 60 - y);
          fc.pre(Math.abs(depth - 1) > 1e-6);
          expect(placed(bars, label({ x: 50, y: 30, dx, dy, angle }))).toEqual(depth > 1 ? ["40"] : []);
        },
      ),
    );
  });
});

describe("a label around a slice", () => {
  const slice = (datum: unknown, startAngle: number, endAngle: number): SceneItem => ({
    datum,
    x: 100,
    y: 100,
    startAngle,
    endAngle,
  });
  const label = (more: SceneItem): ReadMark =>
    mark("text", [{ datum: kent, text: "40", x: 100, y: 100, radius: 50, ...more }]);

  test("stands in the direction of its own, and of no other", () => {
    const angle = fc.double({ min: -7, max: 7, noNaN: true });
    fc.assert(
      fc.property(
        angle,
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        angle,
        fc.boolean(),
        (start, wide, theta, turned) => {
          const ends = turned ? [start + wide, start] : [start, start + wide];
          const shapes = mark("arc", [
            slice(essex, ends[0] as number, ends[1] as number),
            slice(kent, start + wide + 0.01, start + wide + 0.02),
          ]);
          // As a point on the circle: within the slice, if it is nearer to its middle than its ends are.
          const middle = start + wide / 2;
          const apart = Math.acos(Math.max(-1, Math.min(1, Math.cos(theta - middle))));
          fc.pre(Math.abs(apart - (wide / 2 - 0.02)) > 1e-6);
          expect(placed(shapes, label({ theta }))).toEqual(apart < wide / 2 - 0.02 ? ["40"] : []);
        },
      ),
    );
  });
  test("has the middle of its pie, and is away from it", () => {
    const shapes = mark("arc", [slice(essex, 0, 3), slice(kent, 3, 6)]);
    expect(placed(shapes, label({ theta: 1 }))).toEqual(["40"]);
    for (const other of [{ theta: 1, radius: 0 }, { theta: 1, x: 90 }, { theta: 1, y: 90 }, {}])
      expect(placed(shapes, label(other))).toEqual([]);
  });
});

describe("labels that touch", () => {
  const joined = (...marks: readonly ReadMark[]) =>
    joinedLabels(readLabels(sortMarks(marks).labels)).map(({ left, right }) => `${left}|${right}`);
  const text = (words: unknown, x1: number, x2: number, y1 = 0, y2 = 10): SceneItem => ({
    text: words,
    bounds: { x1, x2, y1, y2 },
  });

  test("are told in whatever order they are drawn", () => {
    const [first, below, second] = [text("12", 0, 10), text("9", 0, 10, 100, 110), text("7", 11, 20)];
    for (const order of [
      [first, below, second],
      [below, first, second],
      [first, second, below],
    ])
      expect(joined(mark("text", order))).toEqual(["12|7"]);
  });
  test("are those of one plot that end and begin with a digit within two pixels, on one line", () => {
    const item = fc.record({
      words: fc.constantFrom("12", "7 of", "of 7", "Kent", "3"),
      x1: fc.integer({ min: 0, max: 30 }),
      width: fc.integer({ min: 1, max: 12 }),
      y1: fc.integer({ min: 0, max: 14 }),
      height: fc.integer({ min: 6, max: 12 }),
      opacity: fc.constantFrom(0, 1, undefined),
      inPlot: fc.nat(1),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 9 }), (drawn) => {
        const plots = [plot, {}];
        const marks = [0, 1].map((own) =>
          mark(
            "text",
            drawn
              .filter(({ inPlot }) => inPlot === own)
              .map(({ words, x1, width, y1, height, opacity }) => ({
                ...text(words, x1, x1 + width, y1, y1 + height),
                ...(opacity !== undefined && { opacity }),
              })),
            { plots: [plots[own] as SceneItem] },
          ),
        );
        const pairs = drawn.flatMap((a) =>
          drawn.flatMap((b) => {
            const overlap = Math.min(a.y1 + a.height, b.y1 + b.height) - Math.max(a.y1, b.y1);
            const touch =
              a !== b &&
              a.inPlot === b.inPlot &&
              a.opacity !== 0 &&
              b.opacity !== 0 &&
              "0123456789".includes(a.words.at(-1) as string) &&
              "0123456789".includes(b.words.at(0) as string) &&
              Math.abs(b.x1 - (a.x1 + a.width)) <= 2 &&
              overlap > 0.6 * Math.min(a.height, b.height);
            return touch ? [`${a.words}|${b.words}`] : [];
          }),
        );
        expect(joined(...marks).toSorted()).toEqual(pairs.toSorted());
      }),
    );
  });
  test("are no labels of guides, nor what is not a text, nor what is not drawn", () => {
    const both = [text("12", 0, 10), text("34", 11, 20)];
    expect(joined(mark("text", both))).toEqual(["12|34"]);
    expect(joined(mark("text", [both[0] as SceneItem]), mark("text", [both[1] as SceneItem]))).toEqual(["12|34"]);
    expect(joined(mark("text", both, { role: "axis-label" }))).toEqual([]);
    expect(joined(mark("symbol", both))).toEqual([]);
    expect(joined(mark("text", [both[0] as SceneItem, { text: "34" }, {}]))).toEqual([]);
  });
  test("are read by their lines, without the blanks around them", () => {
    expect(joined(mark("text", [text(["Kent", "12 "], 0, 10), text(" 34", 10, 20)]))).toEqual(["Kent\n12|34"]);
  });
});

describe("a sign beside a label of figures", () => {
  const other: SceneItem = {};
  const text = (words: string, x1: number, more: Partial<SceneItem> = {}): SceneItem => ({
    text: words,
    bounds: { x1, x2: x1 + 10, y1: 0, y2: 10 },
    ...more,
  });
  const signs = (...marks: readonly ReadMark[]) =>
    signsBeside(
      readLabels(sortMarks(marks).labels),
      ({ left, right }) => ["-", "£"].includes(left) || ["%", "k"].includes(right),
    ).map(({ sign, label }) => `${sign} ${label}`);

  test("changes the one that it stands before or behind, within six pixels and on one line", () => {
    expect(signs(mark("text", [text("-", 0), text("12", 16)]))).toEqual(["- 12"]);
    expect(signs(mark("text", [text("12", 0), text("k", 16)]))).toEqual(["k 12"]);
    expect(signs(mark("text", [text("%", 0), text("12", 10), text("%", 20)]))).toEqual(["% 12"]);
    expect(signs(mark("text", [text("-", 0), text("12", 17)]))).toEqual([]);
    expect(signs(mark("text", [text("12", 0), text("k", 17)]))).toEqual([]);
    const below = { x1: 10, x2: 20, y1: 5, y2: 15 };
    expect(signs(mark("text", [text("-", 0), text("12", 10, { bounds: below })]))).toEqual([]);
    expect(signs(mark("text", [text("12", 0), text("k", 10, { bounds: below })]))).toEqual([]);
  });
  test("is of its plot, without a digit, beside a digit, and short", () => {
    for (const [first, second] of [
      [text("-", 0), text("12", 10)],
      [text("12", 0), text("k", 10)],
    ] as const)
      expect(signs(mark("text", [first]), mark("text", [second], { plots: [other] }))).toEqual([]);
    expect(signs(mark("text", [text("-", 0), text("of 12", 10)]))).toEqual([]);
    expect(signs(mark("text", [text("12 of", 0), text("k", 10)]))).toEqual([]);
    expect(signs(mark("text", [text("²", 0), text("12", 10)]))).toEqual([]);
    expect(signs(mark("text", [text("-", 0), text("\u0661\u0662", 10)]))).toEqual(["- \u0661\u0662"]);
    expect(signs(mark("text", [text("\u0661\u0662", 0), text("k", 10)]))).toEqual(["k \u0661\u0662"]);
    const long = (words: string) =>
      signsBeside(readLabels([mark("text", [text(words, 0), text("12", 10)])]), ({ left }) => left === words).length;
    expect([long("hundred thousand"), long("hundred thousands")]).toEqual([1, 0]);
  });
});

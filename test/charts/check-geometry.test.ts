import { describe, expect, test } from "vitest";
import {
  checkGeometry,
  createDomains,
  findMerePositions,
  type GeometryContext,
} from "../../src/charts/scene-reading/check-geometry.ts";
import type { MarkChannels } from "../../src/charts/scene-reading/mark-channels.ts";
import {
  type ReadMark,
  type SceneItem,
  type SceneScale,
  sortMarks,
} from "../../src/charts/scene-reading/read-scene.ts";
import { rowTag } from "../../src/charts/scene-reading/row-tags.ts";
import { createStacks } from "../../src/charts/scene-reading/stack.ts";
import { createDatumTracer } from "../../src/charts/scene-reading/traced-datum.ts";
import { ledNames } from "../../src/charts/spec/led-names.ts";
import { languages } from "../../src/language/index.ts";
import { bareMark } from "./bare-mark.ts";
import { madeScale } from "./made-scale.ts";
import { noChannels } from "./no-channels.ts";

const rows = [
  { area: "Kent", n: 40, weight: 7, start: "2018-04-01", end: "2019-03-31" },
  { area: "Essex", n: 30, weight: 6, start: "2019-04-01", end: "2020-03-31" },
  { area: "Surrey", n: 10, weight: 9, start: "2020-04-01", end: "2021-03-31" },
  { area: "Devon", n: 0, weight: 8 },
  { area: "Bolton", n: 101 },
  { area: "Bury", n: 100.4 },
  { area: "Hull", n: null, state: "suppressed" },
];
const [kent, essex, surrey, devon, bolton, bury, hull] = rows.map((_, index) => ({ [rowTag]: index }));
const tracer = createDatumTracer(rows, () => undefined);

/** Whether words say so of a scale, in English or Welsh. */
const saying =
  (words: string): GeometryContext["says"] =>
  (scale) =>
    languages.some(({ figureAffixes }) => figureAffixes.scales[scale].test(words));

/** Two px a unit, zero at the foot. */
const up = madeScale("linear", [0, 100], [200, 0]);
const down = madeScale("linear", [0, 100], [0, 200]);
const share = madeScale("linear", [0, 1], [200, 0]);
const areas = madeScale("band", ["Kent", "Essex", "Surrey"], [0, 90]);
const years = madeScale("utc", [Date.UTC(2016, 0, 1), Date.UTC(2026, 0, 1)], [0, 1000]);

interface Drawn extends Partial<Pick<ReadMark, "clip" | "guided" | "name">> {
  readonly type: string;
  readonly items: readonly SceneItem[];
}

interface Setting extends Partial<Omit<GeometryContext, "channels">> {
  readonly scales?: Readonly<Record<string, SceneScale>>;
  /** Null for a mark that the spec has not named. */
  readonly channels?: Partial<MarkChannels> | null;
}

function check(
  drawn: Drawn | readonly Drawn[],
  { scales = { y: up }, channels = { y: ["y"] }, ...context }: Setting = {},
) {
  const marks = [drawn].flat().map(
    (each): ReadMark => ({
      ...bareMark,
      scaleOf: (name) => scales[name],
      ...each,
    }),
  );
  return checkGeometry(marks, {
    tracer,
    stackOf: createStacks(tracer),
    meaningOf: () => undefined,
    literals: [],
    merePositions: new Set(),
    yearless: () => new Set(),
    belowZero: () => new Set(),
    domainOf: createDomains(),
    says: () => false,
    ...context,
    channels: channels === null ? undefined : { ...noChannels, ...channels },
  });
}
const faults = (...input: Parameters<typeof check>) => check(...input).map(({ fault }) => fault);
const bar = (datum: unknown, y: number, height: number): Drawn => ({ type: "rect", items: [{ datum, y, height }] });
const one = (type: string, item: SceneItem): Drawn => ({ type, items: [item] });
const atY = (reads: unknown) => ({ kind: "position", direction: "y", reads, scale: "y" });
const atX = (reads: unknown) => ({ kind: "position", direction: "x", reads, scale: "x" });

describe("bars from zero", () => {
  test.each<[string, Drawn, readonly object[]]>([
    ["as long as their figure", bar(kent, 120, 80), []],
    ["with a gap of a pixel at their end", bar(kent, 121.2, 78.8), []],
    ["with a larger gap", bar(kent, 121.3, 78.7), [atY(39.35)]],
    ["half a pixel below zero", bar(kent, 120, 80.7), []],
    ["a pixel below zero", bar(kent, 120, 81.2), [{ kind: "baseline", reads: -0.6 }]],
    ["that hang from the top", bar(kent, 0, 120), [{ kind: "baseline", reads: 100 }]],
    ["that leave the scale", bar(kent, 120, 82), [{ kind: "beyond", scale: "y" }]],
    ["that leave it at its other end", bar(bolton, -2, 202), [{ kind: "beyond", scale: "y" }]],
    ["that end with it, but for a pixel", bar(bury, -0.8, 200.8), []],
    ["of nothing", bar(devon, 200, 0), []],
    ["of nothing, with a figure's length", bar(devon, 120, 80), [atY(40)]],
    ["of no row", bar({}, 120, 80), [{ kind: "no-row" }]],
    ["of another's length", bar(essex, 120, 80), [atY(40)]],
    ["with no height", one("rect", { datum: kent, y: 120 }), []],
    ["with no height, elsewhere", one("rect", { datum: kent, y: 110 }), [atY(45)]],
    ["at no number", one("rect", { datum: kent, y: Number.NaN, height: 80 }), []],
  ])("%s", (_, mark, expected) => {
    expect(faults(mark)).toEqual(expected);
  });

  test("along x", () => {
    const scales = { x: down };
    const wide = (width: number, x = 0): Drawn => one("rect", { datum: kent, x, width, y: 3, height: 7 });
    const at = (mark: Drawn) => faults(mark, { scales, channels: { x: ["x"] } });
    expect(at(wide(80))).toEqual([]);
    expect(at(wide(100))).toEqual([{ kind: "position", direction: "x", reads: 50, scale: "x" }]);
    expect(at(wide(20, 60))).toEqual([{ kind: "baseline", reads: 30 }]);
  });

  test("from one of its own figures to another", () => {
    const row = { from: 40, to: 90 };
    const own = createDatumTracer([row], () => undefined);
    const at = (y: number, height: number) => faults(bar(kent, y, height), { tracer: own });
    expect(at(20, 100)).toEqual([]);
    expect(at(20, 90)).toEqual([{ kind: "baseline", reads: 45 }]);
    expect(at(30, 90)).toEqual([{ kind: "baseline", reads: 85 }]);
  });

  test("with their middle where the figure is, where the spec puts it there", () => {
    const centered = { channels: { y: ["y"], centered: { x: false, y: true } } };
    expect(faults(bar(kent, 110, 20), centered)).toEqual([]);
    expect(faults(bar(kent, 100, 20), centered)).toEqual([atY(45)]);
    expect(faults(bar(kent, 110, 20))).toEqual([atY(45)]);
    const across = { channels: { y: ["y"], centered: { x: true, y: false } } };
    expect(faults(bar(kent, 110, 20), across)).toEqual([atY(45)]);
  });
});

test("a picture has its middle or either end where its figure is, however the spec places it", () => {
  for (const centered of [true, false]) {
    const at = (y: number) =>
      faults(one("image", { datum: kent, y, height: 20 }), {
        channels: { y: ["y"], centered: { x: false, y: centered } },
      }).length;
    expect([120, 110, 100, 105, 125].map(at)).toEqual([0, 0, 0, 1, 1]);
  }
});

describe("scales that lengths are compared on", () => {
  const scaled = (type: string, words: string, domain: readonly number[] = [1, 100]) => {
    const y = madeScale(type, domain, [200, 0]);
    const zero = type === "log" ? 200 : Number(y(0));
    const top = Number(y(40));
    return faults(bar(kent, top, zero - top), { scales: { y }, says: saying(words) });
  };
  test.each<[string, string, string, readonly number[], boolean]>([
    ["a logarithm", "log", "Offences", [1, 100], false],
    ["a logarithm that is said", "log", "Offences (Log scale)", [1, 100], true],
    ["a logarithm said to be a root", "log", "square root", [1, 100], false],
    ["a symmetric logarithm", "symlog", "", [0, 100], false],
    ["a symmetric logarithm that is said", "symlog", "logarithmic", [0, 100], true],
    ["a root", "sqrt", "", [0, 100], false],
    ["a root said to be a logarithm", "sqrt", "log", [0, 100], false],
    ["a root that is said", "sqrt", "Square root of offences", [0, 100], true],
    ["a root by its sign", "sqrt", "√ offences", [0, 100], true],
    ["a root by its short name", "sqrt", "sqrt(offences)", [0, 100], true],
    ["a power that is said", "pow", "to the power of two", [0, 100], true],
    ["a straight one", "linear", "", [0, 100], true],
  ])("%s", (_, type, words, domain, isFine) => {
    expect(scaled(type, words, domain)).toEqual(isFine ? [] : [{ kind: "scale", type }]);
  });

  test("upside down, unless the words say so", () => {
    const at = (words: string, y = down) => faults(bar(kent, 0, 80), { scales: { y }, says: saying(words) });
    expect(at("Offences")).toEqual([{ kind: "reversed" }]);
    for (const words of ["Axis reversed", "Inverted", "upside down", "Echelin wedi'i gwrthdroi"])
      expect(at(words)).toEqual([]);
    const falling = madeScale("linear", [100, 0], [200, 0]);
    expect(at("", falling)).toEqual([]);
    const wide = one("rect", { datum: kent, x: 0, width: 80 });
    expect(faults(wide, { scales: { x: down }, channels: { x: ["x"] } })).toEqual([]);
  });

  test("of pieces", () => {
    const pieces = (range: readonly number[]) =>
      faults(bar(kent, 120, 80), { scales: { y: madeScale("linear", [0, 50, 100], range) } });
    expect(pieces([200, 100, 0])).toEqual([{ kind: "scale", type: "piecewise" }]);
    const two = madeScale("linear", [0, 100], [200, 0, -200]);
    expect(faults(bar(kent, 120, 80), { scales: { y: two } })).toEqual([]);
  });

  test("that begin above zero", () => {
    const y = madeScale("linear", [20, 120], [200, 0]);
    expect(faults(bar(kent, 160, 80), { scales: { y } })).toEqual([{ kind: "baseline", reads: 20 }]);
    expect(faults(bar(kent, 160, 40), { scales: { y } })).toEqual([{ kind: "baseline", reads: 20 }]);
    expect(faults(bar({}, 160, 80), { scales: { y } })).toEqual([{ kind: "no-row" }]);
  });
});

describe("pieces of stacks", () => {
  const stack = (pieces: readonly (readonly [unknown, number, number])[], x = 0): Drawn => ({
    type: "rect",
    items: pieces.map(([datum, y, height]) => ({ datum, x, y, height, width: 10 })),
  });
  const lying = (pieces: readonly (readonly [unknown, number, number])[], y = 0): Drawn => ({
    type: "rect",
    items: pieces.map(([datum, x, width]) => ({ datum, x, width, y, height: 10 })),
  });
  const whole = stack([
    [kent, 120, 80],
    [essex, 60, 60],
    [surrey, 40, 20],
  ]);

  test("one on another", () => {
    expect(faults(whole)).toEqual([]);
    expect(
      faults(
        stack([
          [kent, 120, 80],
          [essex, 59, 60],
        ]),
      ),
    ).toEqual([]);
    expect(
      faults(
        stack([
          [kent, 120, 80],
          [essex, 50, 60],
        ]),
      ),
    ).toEqual([atY(75)]);
    expect(
      faults(
        stack([
          [kent, 120, 80],
          [essex, 64, 56],
        ]),
      ),
    ).toEqual([atY(68)]);
  });

  test("of several breadths, with one middle", () => {
    const piece = (datum: unknown, at: number, long: number, across: number, broad: number) => ({
      upright: { datum, x: across, width: broad, y: 200 - at - long, height: long },
      lying: { datum, x: at, width: long, y: across, height: broad },
    });
    const drawn = (across: number) => {
      const pieces = [piece(kent, 0, 80, 0, 10), piece(essex, 80, 60, across, 6)];
      return {
        upright: faults({ type: "rect", items: pieces.map(({ upright }) => upright) }).length,
        lying: faults(
          { type: "rect", items: pieces.map(({ lying }) => lying) },
          { scales: { x: down }, channels: { x: ["x"] } },
        ).length,
      };
    };
    expect(drawn(2)).toEqual({ upright: 0, lying: 0 });
    expect(drawn(0)).toEqual({ upright: 1, lying: 1 });
  });

  test("where the other stands elsewhere", () => {
    expect(faults([stack([[kent, 120, 80]]), stack([[essex, 60, 60]], 20)])).toEqual([atY(70)]);
    expect(faults([stack([[kent, 120, 80]]), stack([[essex, 60, 60]])])).toEqual([]);
  });

  test("that lie", () => {
    const setting = { scales: { x: down }, channels: { x: ["x"] } };
    expect(
      faults(
        lying([
          [kent, 0, 80],
          [essex, 80, 60],
        ]),
        setting,
      ),
    ).toEqual([]);
    expect(faults([lying([[kent, 0, 80]]), lying([[essex, 80, 60]], 20)], setting)).toEqual([atX(70)]);
    expect(
      faults(
        lying([
          [kent, 0, 80],
          [essex, 90, 60],
        ]),
        setting,
      ),
    ).toEqual([atX(75)]);
  });

  test("of areas, each a mark of its own", () => {
    const layer = (datum: unknown, y: number, y2: number): Drawn =>
      one("area", { datum, x: 5, y, y2, orient: "vertical" });
    expect(faults([layer(kent, 120, 200), layer(essex, 60, 120)])).toEqual([]);
    expect(faults([layer(kent, 120, 200), layer(essex, 50, 110)])).toEqual([atY(75)]);
  });

  test("that one does not see", () => {
    const hidden: Drawn = { type: "rect", items: [{ datum: kent, x: 0, y: 120, height: 80, opacity: 0 }] };
    expect(faults([hidden, stack([[essex, 60, 60]])])).toEqual([atY(70)]);
  });

  test("that begin at zero, as long as their figure, on either side of it", () => {
    const y = madeScale("linear", [-100, 100], [400, 0]);
    expect(faults(bar(kent, 120, 80), { scales: { y } })).toEqual([]);
    expect(faults(bar(kent, 200, 80), { scales: { y } })).toEqual([]);
    expect(faults(bar(kent, 200, 60), { scales: { y } })).toEqual([atY(-30)]);
    expect(faults(bar(kent, 100, 80), { scales: { y } })).toEqual([atY(50)]);
    expect(faults(bar(kent, 240, 60), { scales: { y } })).toEqual([atY(-50)]);
  });

  test("as shares of their whole", () => {
    const setting = { scales: { y: share } };
    const right = stack([
      [kent, 100, 100],
      [essex, 25, 75],
      [surrey, 0, 25],
    ]);
    expect(faults(right, setting)).toEqual([]);
    // Another stack has a whole of its own.
    const other = stack(
      [
        [essex, 50, 150],
        [surrey, 0, 50],
      ],
      20,
    );
    expect(faults([right, other], setting)).toEqual([]);
    const wrong = stack([
      [kent, 90, 110],
      [essex, 25, 65],
      [surrey, 0, 25],
    ]);
    expect(faults(wrong, setting)).toEqual([atY(0.55)]);
  });
});

describe("points", () => {
  test.each<[string, SceneItem, readonly object[]]>([
    ["at their figure", { datum: kent, y: 120 }, []],
    ["half a pixel off", { datum: kent, y: 120.7 }, []],
    ["a pixel off", { datum: kent, y: 121 }, [atY(39.5)]],
    ["at zero", { datum: kent, y: 200 }, []],
    ["at another's figure", { datum: kent, y: 140 }, [atY(30)]],
    ["of no row", { datum: {}, y: 140 }, [{ kind: "no-row" }]],
    ["of no row, at zero", { datum: {}, y: 200 }, []],
    ["that are not seen", { datum: kent, y: 10, opacity: 0 }, []],
    ["that a gap leaves out", { datum: kent, y: 10, defined: false }, []],
    ["that are faint", { datum: kent, y: 10, opacity: 0.1 }, [atY(95)]],
    ["where none is said", { datum: kent }, [atY(100)]],
  ])("%s", (_, item, expected) => {
    expect(faults(one("symbol", item))).toEqual(expected);
  });

  test("at what the author declares", () => {
    expect(faults(one("symbol", { datum: kent, y: 150 }), { literals: [25] })).toEqual([]);
    expect(faults(one("symbol", { datum: {}, y: 150 }), { literals: [25] })).toEqual([]);
    expect(faults(one("symbol", { datum: kent, y: 150 }), { literals: [26] })).toEqual([atY(25)]);
  });

  test("on a scale that is clamped, or of one value", () => {
    const clamped = madeScale("linear", [0, 20], [200, 0], { clamp: true });
    expect(faults(one("symbol", { datum: kent, y: 0 }), { scales: { y: clamped } })).toEqual([{ kind: "clipped" }]);
    expect(faults(one("symbol", { datum: kent, y: 100 }), { scales: { y: clamped } })).toEqual([atY(10)]);
    expect(faults(one("symbol", { datum: surrey, y: 100 }), { scales: { y: clamped } })).toEqual([]);
    const high = madeScale("linear", [35, 60], [200, 0], { clamp: true });
    expect(faults(one("symbol", { datum: surrey, y: 200 }), { scales: { y: high } })).toEqual([{ kind: "clipped" }]);
    const single = madeScale("linear", [40, 40], [200, 0]);
    expect(faults(one("symbol", { datum: kent, y: Number(single(40)) }), { scales: { y: single } })).toEqual([]);
    expect(faults(one("symbol", { datum: essex, y: Number(single(30)) }), { scales: { y: single } })).toEqual([
      atY(40),
    ]);
  });

  test("of which each fault is told once, with the first that has it", () => {
    const items = [
      { datum: kent, y: 120 },
      { datum: essex, y: 10, size: 1 },
      { datum: surrey, y: 20, size: 1 },
    ];
    const setting = { channels: { y: ["y"], size: ["size"] }, scales: { y: up, size: up } };
    expect(check({ type: "symbol", items }, setting)).toEqual([
      { fault: atY(95), item: items[1] },
      { fault: { kind: "size" }, item: items[1] },
    ]);
    const [, second, third] = items.map((item) => one("symbol", item));
    expect(check([third as Drawn, second as Drawn], setting).map(({ item }) => item)).toEqual([items[2], items[2]]);
  });

  test("where a scale has no guide, or a layout put them", () => {
    const point = one("symbol", { datum: kent, y: 10 });
    expect(faults(point, { merePositions: new Set(["y"]) })).toEqual([]);
    const two = { scales: { y: up, z: up }, channels: { y: ["y", "z"] }, merePositions: new Set(["y"]) };
    expect(faults(point, two)).toEqual([atY(95)]);
    expect(faults(point, { channels: {} })).toEqual([]);
    expect(faults(point, { channels: { isLaidOut: true } })).toEqual([{ kind: "laid-out" }]);
    expect(faults(one("symbol", { datum: kent, y: 10, opacity: 0 }), { channels: { isLaidOut: true } })).toEqual([]);
    expect(faults(one("symbol", { datum: kent, y: 120 }), { channels: { isLaidOut: true, y: ["y"] } })).toEqual([]);
    expect(faults(point, { channels: { isLaidOut: true, hasAngle: true } })).toEqual([]);
    expect(faults(point, { channels: { y: ["unknown"] } })).toEqual([]);
    expect(faults(point, { channels: null })).toEqual([]);
    // Where no axis says so, larger figures further down are taken for smaller ones.
    const turned = one("symbol", { datum: kent, y: 80 });
    const reversed = { scales: { y: down } };
    expect(faults(turned, reversed)).toEqual([{ kind: "unread", type: "reversed" }]);
    expect(faults({ ...turned, guided: new Set(["y"]) }, reversed)).toEqual([]);
    expect(faults(one("arc", { datum: kent, endAngle: 1 }), { channels: null })).toEqual([]);
  });

  test("cut off at the edge", () => {
    const clip = { width: 90, height: 200 };
    const at = (datum: unknown, item: SceneItem) =>
      faults({ type: "symbol", items: [{ datum, ...item }], clip }, { literals: [-0.5, -1] });
    expect(at(bolton, { y: -2 })).toEqual([{ kind: "clipped" }]);
    expect(faults(one("symbol", { datum: bolton, y: -2 }))).toEqual([]);
    expect(at(bury, { y: -0.8 })).toEqual([]);
    expect(at(kent, { y: 201 })).toEqual([]);
    expect(at(kent, { y: 202 })).toEqual([{ kind: "clipped" }]);
    const across = { scales: { x: down }, channels: { x: ["x"] } };
    const wide = (width: number) => faults({ ...one("rect", { datum: kent, x: 0, width }), clip }, across);
    expect(wide(80)).toEqual([]);
    expect(faults({ ...one("rect", { datum: kent, x: 0, width: 80 }), clip: { ...clip, width: 70 } }, across)).toEqual([
      { kind: "clipped" },
    ]);
  });
});

describe("lines, texts and pictures", () => {
  test.each<[string, Drawn, readonly object[]]>([
    ["a rule from a figure to zero", one("rule", { datum: kent, y: 120, y2: 200 }), []],
    ["a rule from a figure to nowhere", one("rule", { datum: kent, y: 120, y2: 100 }), [atY(50)]],
    ["a rule from nowhere to a figure", one("rule", { datum: kent, y: 100, y2: 120 }), [atY(50)]],
    ["a rule at a figure", one("rule", { datum: kent, y: 120, y2: 120.5 }), []],
    ["a rule without an end", one("rule", { datum: kent, y: 120 }), []],
    ["a rule from edge to edge", one("rule", { datum: {}, y: 0, y2: 200 }), []],
    ["a rule from an edge to the middle", one("rule", { datum: {}, y: 0, y2: 100 }), [{ kind: "no-row" }]],
    ["a rule at one edge", one("rule", { datum: {}, y: 0 }), [{ kind: "no-row" }]],
    ["a text anywhere", one("text", { datum: kent, y: 10 }), []],
    ["a line at its figure", one("line", { datum: kent, y: 120 }), []],
    ["a picture that begins there", one("image", { datum: kent, y: 120, height: 20 }), []],
    ["a picture with its middle there", one("image", { datum: kent, y: 110, height: 20 }), []],
    ["a picture that ends there", one("image", { datum: kent, y: 100, height: 20 }), []],
    ["a picture beside it", one("image", { datum: kent, y: 105, height: 20 }), [atY(47.5)]],
    ["a picture as wide as it would have to be high", one("image", { datum: kent, y: 110, width: 20 }), [atY(45)]],
    ["a picture of no size", one("image", { datum: kent, y: 120 }), []],
    ["an area to zero", one("area", { datum: kent, y: 120, y2: 200 }), []],
    ["an area to zero, by its height", one("area", { datum: kent, y: 120, height: 80 }), []],
    ["an area from nowhere", one("area", { datum: kent, y: 120, y2: 180 }), [{ kind: "baseline", reads: 10 }]],
    ["an area that is a line along it", one("area", { datum: kent, y: 120, y2: 180, orient: "horizontal" }), []],
    [
      "an area of which that line is elsewhere",
      one("area", { datum: kent, y: 100, y2: 120, orient: "horizontal" }),
      [atY(50)],
    ],
  ])("%s", (_, mark, expected) => {
    expect(faults(mark)).toEqual(expected);
  });

  test("a picture along x", () => {
    const along = { scales: { x: down }, channels: { x: ["x"] } };
    expect(faults(one("image", { datum: kent, x: 70, width: 20, height: 4 }), along)).toEqual([]);
    expect(faults(one("image", { datum: kent, x: 75, width: 20, height: 10 }), along)).toEqual([atX(37.5)]);
  });

  test("an area along x", () => {
    const along = { scales: { x: down }, channels: { x: ["x"] } };
    expect(faults(one("area", { datum: kent, x: 80, x2: 3, orient: "vertical" }), along)).toEqual([]);
    expect(faults(one("area", { datum: kent, x: 80, x2: 3, orient: "horizontal" }), along)).toEqual([
      { kind: "baseline", reads: 1.5 },
    ]);
  });
});

describe("dates", () => {
  test("of a scale in local time", () => {
    const local = madeScale("time", [Date.UTC(2016, 0, 1), Date.UTC(2026, 0, 1)], [0, 1000]);
    const at = (type: string, date: string) => {
      const x = Number(local(Date.parse(date)));
      const own = { scales: { x: local }, channels: { x: ["x"] } };
      return faults(one(type, { datum: kent, x, width: 200 }), own);
    };
    expect(at("symbol", "2018-04-01")).toEqual([]);
    expect(at("symbol", "2023-04-01")).toEqual([atX("2023-04-01")]);
    expect(at("rect", "2018-04-01")).toEqual([]);
  });
  test("of no row", () => {
    expect(faults(one("symbol", { datum: {}, x: 300 }), setting)).toEqual([{ kind: "no-row" }]);
  });
  const setting = { scales: { x: years }, channels: { x: ["x"] } };
  const px = (date: string) => Number(years(Date.parse(date)));
  const at = (date: string) => faults(one("symbol", { datum: kent, x: px(date) }), setting);
  test("are those of the row, as of its start and its end", () => {
    expect(at("2018-04-01")).toEqual([]);
    expect(at("2017-06-01")).toEqual([]);
    expect(at("2020-02-01")).toEqual([]);
    expect(at("2022-06-01")).toEqual([{ kind: "position", direction: "x", reads: "2022-06-01", scale: "x" }]);
    expect(at("2016-06-01")).toEqual([{ kind: "position", direction: "x", reads: "2016-06-01", scale: "x" }]);
  });
  test("may be figures of the row", () => {
    const own = createDatumTracer([{ at: Date.parse("2023-06-01") }], () => undefined);
    const drawn = (date: string) => faults(one("symbol", { datum: kent, x: px(date) }), { ...setting, tracer: own });
    expect(drawn("2023-06-01")).toEqual([]);
    expect(drawn("2023-07-01")).toEqual([atX("2023-07-01")]);
  });
  test("that bars go from, or to", () => {
    const span = (from: string, to: string) =>
      faults(one("rect", { datum: kent, x: px(from), width: px(to) - px(from) }), setting);
    expect(span("2018-04-01", "2019-03-31")).toEqual([]);
    expect(span("2018-04-01", "2025-03-31")).toEqual([]);
    expect(span("2016-04-01", "2019-03-31")).toEqual([]);
    expect(span("2022-04-01", "2023-04-01")).toEqual([
      { kind: "position", direction: "x", reads: "2023-04-01", scale: "x" },
    ]);
  });
});

describe("what changes the look of a mark", () => {
  const kinds = (mark: Drawn) => faults(mark, { channels: null }).map(({ kind }) => kind);
  test("an outline of more than six pixels", () => {
    const outlined = (type: string, item: SceneItem) => kinds(one(type, { datum: kent, ...item }));
    for (const type of ["rect", "arc"]) {
      expect(outlined(type, { stroke: "black", strokeWidth: 6 })).toEqual([]);
      expect(outlined(type, { stroke: "black", strokeWidth: 6.5 })).toEqual(["outline"]);
      expect(outlined(type, { stroke: "black" })).toEqual([]);
      for (const stroke of [undefined, null, "transparent", "none"])
        expect(outlined(type, { stroke, strokeWidth: 20 })).toEqual([]);
    }
    expect(outlined("line", { stroke: "black", strokeWidth: 20 })).toEqual([]);
  });
  test("a curve that leaves its points", () => {
    const curve = (type: string, interpolate: string | undefined, tension?: number) =>
      kinds(one(type, { datum: kent, ...(interpolate && { interpolate }), ...(tension !== undefined && { tension }) }));
    for (const type of ["line", "area"]) {
      for (const loose of ["basis", "basis-open", "basis-closed", "bundle", "cardinal-open", "catmull-rom-open"])
        expect(curve(type, loose)).toEqual(["smoothed"]);
      for (const close of [undefined, "linear", "monotone", "step-after", "natural", "cardinal", "cardinal-closed"])
        expect(curve(type, close)).toEqual([]);
      expect([-0.1, 0, 0.5, 1, 1.1].map((tension) => curve(type, "cardinal", tension).length)).toEqual([1, 0, 0, 0, 1]);
      expect(curve(type, "linear", 3)).toEqual([]);
    }
    expect(curve("rect", "basis")).toEqual([]);
  });
  test("figures upside down", () => {
    const turned = (angle: number, text: unknown = "12") => kinds(one("text", { datum: kent, text, angle })).length;
    expect([0, 90, 135, 136, 180, 224, 225, 270, -180, 540, 360].map((angle) => turned(angle))).toEqual([
      0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0,
    ]);
    expect(turned(180, "Kent")).toBe(0);
    expect(kinds(one("symbol", { datum: kent, angle: 180 }))).toEqual([]);
  });
});

describe("rings", () => {
  const ring = (items: readonly SceneItem[], channels: Partial<MarkChannels> = {}) =>
    faults({ type: "arc", items }, { channels: { hasAngle: true, ...channels } }).map(({ kind }) => kind);
  const slice = (datum: unknown, startAngle: number, endAngle: number, more: SceneItem = {}): SceneItem => ({
    datum,
    startAngle,
    endAngle,
    innerRadius: 0,
    outerRadius: 100,
    ...more,
  });
  // Forty, thirty and ten of eighty.
  const unit = (2 * Math.PI) / 80;
  const whole = (more: readonly SceneItem[] = []) => [
    slice(kent, 0, 40 * unit, more[0]),
    slice(essex, 40 * unit, 70 * unit, more[1]),
    slice(surrey, 70 * unit, 80 * unit, more[2]),
  ];
  test("reach as far as one another, but for what sets one off", () => {
    expect(ring(whole())).toEqual([]);
    expect(ring(whole([{ outerRadius: 114 }]))).toEqual([]);
    expect(ring(whole([{ outerRadius: 116 }]))).toEqual(["size"]);
    expect(ring(whole([{}, {}, { outerRadius: 116 }]))).toEqual(["size"]);
    // Of a figure by its radius that is another's affair.
    expect(ring(whole([{ outerRadius: 116 }]), { radius: ["r"] })).toEqual([]);
    // Rings that lie in one another.
    const outer = { innerRadius: 110, outerRadius: 150 };
    expect(ring([slice(kent, 0, 40 * unit), slice(essex, 40 * unit, 70 * unit, outer)])).toEqual([]);
  });
  test("go round once each, with narrow gaps", () => {
    expect(ring(whole([{ padAngle: 0.06 }]))).toEqual([]);
    expect(ring(whole([{ padAngle: 0.07 }]))).toEqual(["angle"]);
    expect(ring([...whole(), ...whole()])).toEqual(["angle"]);
    const inner = { innerRadius: 110, outerRadius: 150 };
    expect(ring([...whole(), ...whole([inner, inner, inner])])).toEqual([]);
    // One of several that goes round twice is enough.
    const twice = [inner, inner, inner];
    expect(ring([...whole(), ...whole(twice), ...whole(twice)])).toEqual(["angle"]);
    expect(ring([slice(kent, 0, 40 * unit), slice({}, 40 * unit, 70 * unit)])).toEqual(["no-row"]);
  });
});

describe("categories", () => {
  const setting = { scales: { x: areas }, channels: { x: ["x"] } };

  test("of a name behind the last period are those that it says in brackets, and no others", () => {
    const own = createDatumTracer([{ area: "Kent", period: "2017/18", n: 3 }], () => undefined);
    const periods = madeScale("band", ["2017/18", "2018/19", "2019/20"], [0, 300]);
    const said = (text: string, name: string) =>
      faults(
        { ...one("text", { datum: { [rowTag]: 0 }, x: 250, text }), name },
        { scales: { x: periods }, channels: { x: ["x"] }, tracer: own },
      );
    const wrong = [{ kind: "category", direction: "x", reads: "2019/20" }];
    expect(said("Kent 3 (2017/18)", `${ledNames}-others_marks`)).toEqual([]);
    for (const text of ["Kent 3 (2018/19)", "Kent 3 (17/18)", "Kent 3", "Kent 3 (2017/18) now"])
      expect(said(text, `${ledNames}-others_marks`)).toEqual(wrong);
    // Nor does another mark stand elsewhere because it says so.
    expect(said("Kent 3 (2017/18)", "others_marks")).toEqual(wrong);
  });
  const besideEssex = [{ kind: "category", direction: "x", reads: "Essex" }];
  test.each<[string, Drawn, readonly object[]]>([
    ["a bar at its own", one("rect", { datum: kent, x: 2, width: 26 }), []],
    ["a bar at its neighbour's", one("rect", { datum: kent, x: 32, width: 26 }), besideEssex],
    ["a bar that is as far off as a step allows", one("rect", { datum: kent, x: 17, width: 28 }), []],
    ["a bar that is further", one("rect", { datum: kent, x: 17.5, width: 28 }), besideEssex],
    ["the last at the first", one("rect", { datum: surrey, x: 0, width: 30 }), [{ ...besideEssex[0], reads: "Kent" }]],
    ["a label at its own", one("text", { datum: kent, x: 15 }), []],
    ["a label at its neighbour's", one("text", { datum: kent, x: 45 }), besideEssex],
    ["a label that has a width, by where it stands", one("text", { datum: kent, x: 15, width: 60 }), []],
    ["a label of no row", one("text", { datum: {}, x: 45 }), []],
    ["a row that the scale does not have", one("symbol", { datum: devon, x: 45 }), []],
    ["beside the chart", one("symbol", { datum: kent, x: 400 }), []],
  ])("%s", (_, mark, expected) => {
    expect(faults(mark, setting)).toEqual(expected);
  });

  test("along y", () => {
    const along = { scales: { y: areas }, channels: { y: ["y"] } };
    expect(faults(one("rect", { datum: kent, x: 40, y: 0, height: 30 }), along)).toEqual([]);
    expect(faults(one("rect", { datum: kent, x: 0, y: 30, height: 30 }), along)).toEqual([
      { ...besideEssex[0], direction: "y" },
    ]);
  });

  test("that are points, numbers and dates", () => {
    const drawn = (domain: readonly unknown[], x: number) =>
      faults(one("symbol", { datum: kent, x }), { ...setting, scales: { x: madeScale("point", domain, [0, 60]) } });
    expect(drawn(["Kent", "Essex", "Surrey"], 0)).toEqual([]);
    expect(drawn(["Kent", "Essex", "Surrey"], 30)).toEqual(besideEssex);
    expect(drawn([40, 30, 10], 0)).toEqual([]);
    expect(drawn([40, 30, 10], 30)).toEqual([{ ...besideEssex[0], reads: 30 }]);
    const [first, second, third] = ["2018-04-01", "2022-04-01", "2023-04-01"].map((date) => new Date(date));
    expect(drawn([first, second, third], 0)).toEqual([]);
    expect(drawn([first, second, third], 60)).toEqual([{ ...besideEssex[0], reads: third }]);
  });

  test("that are numbers of the order are read where an axis says them", () => {
    const own = createDatumTracer([{ area: "Kent", n: 3 }], () => undefined);
    const places = madeScale("band", [1, 2, 3], [0, 90]);
    const at = (x: number, guided: readonly string[]) =>
      faults(
        { ...one("symbol", { datum: { [rowTag]: 0, order: 1 }, x }), guided: new Set(guided) },
        { scales: { x: places }, channels: { x: ["x"] }, tracer: own },
      );
    // It is the first, whatever its figure.
    expect(at(15, [])).toEqual([]);
    expect(at(15, ["x"])).toEqual([{ kind: "category", direction: "x", reads: 1 }]);
    expect(at(75, ["x"])).toEqual([]);
  });

  test("of colours are no places", () => {
    const colors = madeScale("ordinal", ["Kent", "Essex"], [0, 30]);
    expect(faults(one("symbol", { datum: kent, x: 30 }), { ...setting, scales: { x: colors } })).toEqual([]);
  });
});

describe("looks", () => {
  const look = (
    type: string,
    item: SceneItem,
    channels: Partial<MarkChannels>,
    scales: Readonly<Record<string, SceneScale>>,
  ) => faults(one(type, item), { channels, scales });
  const size = (item: SceneItem, scale = down) => look("symbol", item, { size: ["size"] }, { size: scale });
  const radius = (item: SceneItem, scale = down) => look("arc", item, { radius: ["r"] }, { r: scale });
  test("sizes are those of the figure, to one in a hundred", () => {
    expect(size({ datum: kent, size: 80 })).toEqual([]);
    expect(size({ datum: kent, size: 80.8 })).toEqual([]);
    expect(size({ datum: kent, size: 79.3 })).toEqual([]);
    expect(size({ datum: kent, size: 82 })).toEqual([{ kind: "size" }]);
    expect(size({ datum: kent, size: 78 })).toEqual([{ kind: "size" }]);
    expect(size({ datum: kent })).toEqual([]);
    expect(size({ datum: {}, size: 3 })).toEqual([]);
    expect(size({ datum: devon, size: 0 })).toEqual([]);
    expect(size({ datum: devon, size: 0.1 })).toEqual([{ kind: "size" }]);
    expect(size({ datum: kent, size: 3 }, madeScale("ordinal", ["Kent"], [80]))).toEqual([]);
    expect(look("symbol", { datum: kent, size: 3 }, {}, { size: down })).toEqual([]);
  });
  test("sizes on an uneven scale are told, unless its words say so", () => {
    const root = madeScale("sqrt", [0, 100], [0, 10]);
    const drawn = one("symbol", { datum: kent, size: Number(root(40)) });
    const setting = { channels: { size: ["size"] }, scales: { size: root } };
    expect(faults(drawn, setting)).toEqual([{ kind: "scale", type: "sqrt" }]);
    expect(faults(drawn, { ...setting, says: saying("by square root") })).toEqual([]);
    expect(faults(drawn, { ...setting, says: saying("horsepower") })).toEqual([{ kind: "scale", type: "sqrt" }]);
  });
  test("radii are", () => {
    expect(radius({ datum: kent, outerRadius: 80 })).toEqual([]);
    expect(radius({ datum: kent, outerRadius: 60 })).toEqual([{ kind: "size" }]);
    expect(radius({ datum: kent })).toEqual([]);
    expect(radius({ datum: kent, outerRadius: 3 }, madeScale("point", ["Kent"], [80, 90]))).toEqual([]);
    expect(look("arc", { datum: kent, outerRadius: 3 }, {}, { r: down })).toEqual([]);
  });

  const shades = madeScale("linear", [0, 100], ["#ffffff", "#000000"]);
  const own = String(shades(40));
  const other = String(shades(41));
  const color = (item: SceneItem, constants: readonly unknown[] = [], scale = shades, type = "rect") =>
    look(type, item, { color: ["c"], constants: new Set(constants) }, { c: scale });
  test("colours are those of the figure, but for those that no scale gives", () => {
    expect(color({ datum: kent, fill: own })).toEqual([]);
    expect(color({ datum: kent, stroke: own })).toEqual([]);
    expect(color({ datum: kent, fill: other })).toEqual([{ kind: "color" }]);
    expect(color({ datum: kent, stroke: other })).toEqual([{ kind: "color" }]);
    expect(color({ datum: kent, fill: own, stroke: "#ccc" })).toEqual([]);
    expect(color({ datum: kent, fill: "#c00" }, ["#c00"])).toEqual([]);
    expect(color({ datum: {}, fill: "#ccc" }, ["#ccc"])).toEqual([]);
    // It is the colour of another figure.
    expect(color({ datum: kent, fill: "#ccc" }, ["#ccc"])).toEqual([{ kind: "color" }]);
    expect(color({ datum: kent, fill: "#ccc" }, ["#ddd"])).toEqual([{ kind: "color" }]);
    expect(color({ datum: kent, fill: "#ccc", stroke: other }, ["#ccc"])).toEqual([{ kind: "color" }]);
    // What is hidden has no colour that another could be taken for.
    expect(color({ datum: hull, fill: "#ccc" }, ["#ccc"])).toEqual([]);
    expect(color({ datum: kent, fill: { gradient: "linear" } })).toEqual([]);
    expect(color({ datum: kent })).toEqual([]);
    expect(color({ datum: {}, fill: other })).toEqual([]);
    expect(color({ datum: kent, fill: other }, [], shades, "text")).toEqual([]);
    expect(color({ datum: kent, fill: other }, [], madeScale("ordinal", ["Kent"], ["#123456"]))).toEqual([]);
    expect(look("rect", { datum: kent, fill: other }, {}, { c: shades })).toEqual([]);
  });
  test("where several scales give colours, one of them has its own", () => {
    const warm = madeScale("linear", [0, 100], ["#ffffff", "#ff0000"]);
    const either = (fill: string) =>
      look("rect", { datum: kent, fill }, { color: ["c", "w"], constants: new Set() }, { c: shades, w: warm });
    expect(either(own)).toEqual([]);
    expect(either(String(warm(40)))).toEqual([]);
    expect(either(String(warm(41)))).toEqual([{ kind: "color" }]);
  });
  test("a logarithm has a colour for what is more than nothing", () => {
    const log = madeScale("log", [1, 100], ["#ffffff", "#000000"]);
    expect(color({ datum: kent, fill: String(log(40)) }, [], log)).toEqual([]);
    expect(color({ datum: devon, fill: String(log(0)) }, [], log)).toEqual([{ kind: "color" }]);
    expect(color({ datum: devon, fill: String(shades(0)) })).toEqual([]);
  });
});

describe("angles", () => {
  const pie = (...pieces: readonly (readonly [datum: unknown, angle: number])[]): Drawn => {
    let at = 0;
    const items = pieces.map(([datum, angle]) => {
      const startAngle = at;
      at += angle / 2;
      return { datum, startAngle, endAngle: at };
    });
    return { type: "arc", items };
  };
  const hasAngle = { channels: { hasAngle: true }, scales: {} };
  test("are in proportion to one figure of all", () => {
    expect(faults(pie([kent, 4], [essex, 3], [surrey, 1]), hasAngle)).toEqual([]);
    expect(faults(pie([kent, 4], [essex, 3.05], [surrey, 1]), hasAngle)).toEqual([]);
    expect(faults(pie([kent, 4], [essex, 3.2], [surrey, 1]), hasAngle)).toEqual([{ kind: "angle" }]);
    expect(faults(pie([kent, 4], [essex, 2.8], [surrey, 1]), hasAngle)).toEqual([{ kind: "angle" }]);
    expect(faults(pie([kent, 3], [essex, 4], [surrey, 1]), hasAngle)).toEqual([{ kind: "angle" }]);
    expect(faults(pie([kent, 4], [devon, 0], [surrey, 1]), hasAngle)).toEqual([]);
    expect(faults(pie([kent, 4], [devon, 1]), hasAngle)).toEqual([{ kind: "angle" }]);
    expect(faults(pie([devon, 4], [devon, 3]), hasAngle)).toEqual([{ kind: "angle" }]);
    expect(faults(pie([kent, -4], [essex, -3]), hasAngle)).toEqual([]);
    expect(faults(pie([devon, 0], [surrey, 1], [kent, 4]), hasAngle)).toEqual([]);
    expect(faults(pie([kent, 4], [{}, 3]), hasAngle)).toEqual([{ kind: "no-row" }]);
  });
  test("are asked for of arcs whose angle is data, and that are drawn", () => {
    expect(faults(pie([kent, 4], [essex, 1]), { channels: {}, scales: {} })).toEqual([]);
    expect(faults({ ...pie([kent, 4], [essex, 1]), type: "symbol" }, hasAngle)).toEqual([]);
    const gap = { datum: essex, startAngle: 4, endAngle: 5, opacity: 0 };
    expect(faults(pie([kent, 8], [essex, 6]), hasAngle)).toEqual([{ kind: "angle" }]);
    expect(faults({ type: "arc", items: [{ datum: kent, endAngle: 4 }, gap] }, hasAngle)).toEqual([]);
  });
  test("that are alike tell nothing where slices differ by how far they reach", () => {
    const reaching = (far: number): Drawn => {
      const third = (2 * Math.PI) / 3;
      const items = [kent, essex, surrey].map((datum, index) => ({
        datum,
        startAngle: index * third,
        endAngle: (index + 1) * third + (index === 2 ? far : 0),
        outerRadius: [80, 60, 20][index] as number,
      }));
      return { type: "arc", items };
    };
    const rose = { channels: { hasAngle: true, radius: ["r"] }, scales: { r: down } };
    expect(faults(reaching(0), rose)).toEqual([]);
    expect(faults(reaching(-0.3), rose)).toEqual([{ kind: "angle" }]);
  });
  test("of two figures with one field in common", () => {
    const rows = [
      { n: 40, m: 1 },
      { n: 1, m: 4 },
    ];
    const own = createDatumTracer(rows, () => undefined);
    const at = (a: number, b: number) => faults(pie([kent, a], [essex, b]), { ...hasAngle, tracer: own });
    expect(at(4, 0.1)).toEqual([]);
    expect(at(1, 4)).toEqual([]);
    expect(at(4, 4)).toEqual([{ kind: "angle" }]);
  });
});

describe("figures that make no sum", () => {
  const meaning = (unit: "number" | "percent" | "percentage", additive = false) => ({
    meaningOf: () => ({
      unit,
      additive,
      decimals: 0,
      own: [],
      others: [],
      label: undefined,
      otherLabels: [],
      addsOver: () => true,
      spanMonths: () => undefined,
      isSigned: false,
    }),
  });
  const stack: Drawn = {
    type: "rect",
    items: [
      { datum: kent, y: 120, height: 80 },
      { datum: essex, y: 60, height: 60 },
    ],
  };
  const pie: Drawn = {
    type: "arc",
    items: [
      { datum: kent, startAngle: 0, endAngle: 4 },
      { datum: essex, startAngle: 4, endAngle: 7 },
    ].map((item) => ({ ...item, startAngle: item.startAngle / 2, endAngle: item.endAngle / 2 })),
  };
  const round = { channels: { hasAngle: true }, scales: {} };
  test("are not stacked, nor pieces of a pie", () => {
    expect(faults(stack, meaning("number", true))).toEqual([]);
    expect(faults(stack, meaning("number"))).toEqual([{ kind: "stacked", field: "n" }]);
    expect(faults(pie, { ...round, ...meaning("number", true) })).toEqual([]);
    expect(faults(pie, { ...round, ...meaning("number") })).toEqual([{ kind: "stacked", field: "n" }]);
  });
  test("but per cent that are no more than a whole are", () => {
    expect(faults(stack, meaning("percentage"))).toEqual([]);
    expect(faults(stack, meaning("percent"))).toEqual([{ kind: "stacked", field: "n" }]);
    expect(faults(pie, { ...round, ...meaning("percentage") })).toEqual([]);
    expect(faults(pie, { ...round, ...meaning("percent") })).toEqual([{ kind: "stacked", field: "n" }]);
  });
  test("be it as shares of one", () => {
    const parts = [{ part: 0.4 }, { part: 0.3 }, { part: 0.8 }, { part: 0.6 }, { part: 0.65 }, { part: 0.66 }];
    const tracer = createDatumTracer(parts, () => undefined);
    const wide = madeScale("linear", [0, 2], [200, 0]);
    const setting = { tracer, stackOf: createStacks(tracer), scales: { y: wide }, ...meaning("percent") };
    const onTop = (first: number, second: number): Drawn => {
      const heights = [first, second].map((index) => (parts[index]?.part ?? 0) * 100);
      const [lower = 0, upper = 0] = heights;
      return {
        type: "rect",
        items: [
          { datum: { [rowTag]: first }, y: 200 - lower, height: lower },
          { datum: { [rowTag]: second }, y: 200 - lower - upper, height: upper },
        ],
      };
    };
    expect(faults(onTop(0, 1), setting)).toEqual([]);
    expect(faults(onTop(1, 2), setting)).toEqual([{ kind: "stacked", field: "part" }]);
    // All of a whole, and five hundredths more, as ten parts that were rounded have it: a recipe of shares allows as much.
    expect(faults(onTop(0, 3), setting)).toEqual([]);
    expect(faults(onTop(0, 4), setting)).toEqual([]);
    expect(faults(onTop(0, 5), setting)).toEqual([{ kind: "stacked", field: "part" }]);
  });
  test("stand beside one another", () => {
    expect(faults(bar(kent, 120, 80), meaning("number"))).toEqual([]);
    const apart: Drawn = {
      type: "arc",
      items: pie.items.map((item) => ({
        ...item,
        startAngle: 0,
        endAngle: (item.endAngle ?? 0) - (item.startAngle ?? 0),
      })),
    };
    expect(faults(apart, { ...round, ...meaning("number") })).toEqual([]);
  });
});

describe("tiles", () => {
  const columns = madeScale("linear", [-100, 100], [-1000, 1000]);
  const tiles = (sizes: readonly (readonly [width: number, height: number])[], mark: Partial<ReadMark> = {}) =>
    findMerePositions(
      sortMarks([
        {
          ...bareMark,
          name: "tiles",
          items: sizes.map(([width, height]) => ({ width, height })),
          ...mark,
        },
      ]).shapes,
      new Map([["tiles", { ...noChannels, x: ["column"], y: ["row"] }]]),
    );
  test.each<[string, readonly string[], readonly SceneItem[]]>([
    [
      "fill a unit",
      ["column"],
      [
        { x: 0, width: 10 },
        { x: 50, width: 10 },
      ],
    ],
    [
      "of what has no figure, lie within theirs",
      ["column"],
      [
        { x: 0, width: 10 },
        { x: 50.6, width: 8.8 },
      ],
    ],
    [
      "are no bars of a unit of which one is cut",
      [],
      [
        { x: 0, width: 10 },
        { x: 0, width: 8.8 },
      ],
    ],
    [
      "are no bars of several units",
      [],
      [
        { x: 0, width: 10 },
        { x: 0, width: 20 },
      ],
    ],
  ])("%s", (_, mere, items) => {
    const mark: ReadMark = { ...bareMark, items, scaleOf: () => columns };
    const found = findMerePositions([mark], new Map([["marks", { ...noChannels, x: ["column"] }]]));
    expect([...found]).toEqual(mere);
  });
  test("do not begin anywhere that is read, also where one ends at the number of its row", () => {
    const setting = { scales: { x: columns }, channels: { x: ["x"] } };
    const tile: Drawn = { type: "rect", items: [{ datum: kent, x: 390, width: 10 }] };
    const mere = { merePositions: new Set(["x"]) };
    expect(faults(tile, setting)).toEqual([{ kind: "baseline", reads: 39 }]);
    expect(faults(tile, { ...setting, ...mere })).toEqual([]);
    // Of one length as they begin far from zero, which no axis says.
    const long: Drawn = {
      type: "rect",
      items: [
        { datum: kent, x: -600, width: 1000 },
        { datum: essex, x: -600, width: 900 },
      ],
    };
    expect(faults(long, { ...setting, ...mere })).toEqual([{ kind: "baseline", reads: -60 }]);
  });
  test("are bars of one size along a scale that has no axis", () => {
    expect([
      ...tiles([
        [20, 30],
        [20, 30],
      ]),
    ]).toEqual(["column", "row"]);
    expect([
      ...tiles([
        [20, 30],
        [18, 29],
      ]),
    ]).toEqual(["column", "row"]);
    expect([
      ...tiles([
        [20, 30],
        [17.9, 30],
      ]),
    ]).toEqual(["row"]);
    expect([
      ...tiles([
        [20, 20],
        [20, 30],
        [20, 25],
      ]),
    ]).toEqual(["column"]);
    expect([...tiles([[20, 30]])]).toEqual([]);
    const two = [
      [20, 30],
      [20, 30],
    ] as const;
    expect([...tiles(two, { guided: new Set(["row"]) })]).toEqual(["column"]);
    expect([...tiles(two, { type: "symbol" })]).toEqual([]);
    expect([...tiles(two, { role: "legend-symbol" })]).toEqual([]);
    expect([...tiles(two, { name: "others" })]).toEqual([]);
  });
});

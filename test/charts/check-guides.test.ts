import { describe, expect, test } from "vitest";
import { checkGuides } from "../../src/charts/scene-reading/check-guides.ts";
import type { MarkChannels } from "../../src/charts/scene-reading/mark-channels.ts";
import {
  type ReadMark,
  type SceneItem,
  type SceneScale,
  sortMarks,
} from "../../src/charts/scene-reading/read-scene.ts";
import { rowTag } from "../../src/charts/scene-reading/row-tags.ts";
import { createDatumTracer } from "../../src/charts/scene-reading/traced-datum.ts";
import { bareMark } from "./bare-mark.ts";
import { madeScale } from "./made-scale.ts";
import { noChannels } from "./no-channels.ts";

const rows = [
  { area: "Kent", n: 40 },
  { area: "Essex", n: 30 },
];
const [kent, essex] = rows.map((_, index) => ({ [rowTag]: index }));
const tracer = createDatumTracer(rows, () => undefined);

const plot: SceneItem = {};
type Scales = Readonly<Record<string, SceneScale>>;
const mark = (more: Partial<ReadMark>, scales: Scales = {}): ReadMark => ({
  ...bareMark,
  type: "symbol",
  scaleOf: (name) => scales[name],
  plots: [plot],
  ...more,
});
const channelsOf = (own: Partial<MarkChannels>) => new Map([["marks", { ...noChannels, ...own }]]);
const faults = (marks: readonly ReadMark[], own: Partial<MarkChannels> = {}) =>
  checkGuides(sortMarks(marks), { channels: channelsOf(own), tracer }).map(({ fault }) => fault);

describe("a symbol of a legend", () => {
  const fill = madeScale("ordinal", ["Kent", "Essex"], ["red", "blue"]);
  const size = madeScale("linear", [0, 100], [0, 1000]);
  const legend = (items: readonly SceneItem[], legendScales: ReadMark["legendScales"] = { fill: "color" }) =>
    faults([mark({ role: "legend-symbol", items, legendScales }, { color: fill, size })]);

  test("looks as its scale has it", () => {
    expect(legend([{ datum: { value: "Kent" }, fill: "red" }])).toEqual([]);
    expect(
      legend([
        { datum: { value: "Kent" }, fill: "red" },
        { datum: { value: "Essex" }, fill: "red" },
      ]),
    ).toEqual([{ kind: "legend", scale: "color" }]);
    expect(legend([{ datum: { value: "Kent" }, fill: "blue", opacity: 0 }])).toEqual([]);
    expect(legend([{ datum: { value: "Kent" }, fill: "blue", opacity: 0.5 }])).toHaveLength(1);
  });
  test("by size may be off by a hundredth", () => {
    const bySize = (drawn: number, value: unknown = 50) =>
      legend([{ datum: { value }, size: drawn }], { size: "size" }).length;
    expect([500, 495.5, 504.5, 494, 506].map((drawn) => bySize(drawn))).toEqual([0, 0, 0, 1, 1]);
    expect(bySize(-500)).toBe(1);
    expect(legend([{ datum: { value: 50 } }], { size: "size" })).toEqual([{ kind: "legend", scale: "size" }]);
  });
  test("of no value that it says, or of a scale that nobody knows, is not asked for", () => {
    for (const value of [undefined, null, Number.NaN, Infinity, {}])
      expect(legend([{ datum: { value }, fill: "green" }])).toEqual([]);
    expect(legend([{ fill: "green" }])).toEqual([]);
    for (const legendScales of [{ fill: "unknown" }, { fill: 7 }, {}])
      expect(legend([{ datum: { value: "Kent" }, fill: "green" }], legendScales)).toEqual([]);
    expect(
      faults([
        mark(
          { items: [{ datum: { value: "Kent" }, fill: "green" }], legendScales: { fill: "color" } },
          { color: fill },
        ),
      ]),
    ).toEqual([]);
  });
  test("of a scale of yes and no", () => {
    const yes = madeScale("ordinal", [true, false], ["red", "blue"]);
    const items = [{ datum: { value: true }, stroke: "blue" }];
    expect(faults([mark({ role: "legend-symbol", items, legendScales: { stroke: "s" } }, { s: yes })])).toEqual([
      { kind: "legend", scale: "s" },
    ]);
  });
});

describe("a mark whose scale has no axis", () => {
  const wide = madeScale("linear", [0, 100], [200, 0]);
  const half = madeScale("linear", [0, 200], [200, 0]);
  const same = madeScale("linear", [0, 100], [200.5, 0]);
  const axisOf = (guideScale: string, scales: Scales, more: Partial<ReadMark> = {}) =>
    mark(
      {
        type: "text",
        role: "axis-label",
        items: [{}],
        guideScale,
        axis: { direction: "y", at: 0 },
        ...more,
      },
      scales,
    );
  const beside = (
    scales: Scales,
    {
      own = "own",
      item = { datum: kent, y: 3 },
      axis = {},
      drawn = {},
    }: {
      readonly own?: string;
      readonly item?: SceneItem;
      readonly axis?: Partial<ReadMark>;
      readonly drawn?: Partial<ReadMark>;
    } = {},
  ) => faults([axisOf("seen", scales, axis), mark({ items: [item], ...drawn }, scales)], { y: [own] });
  const told = [{ kind: "other-axis", scale: "own" }];

  test("is told where the axis that it stands beside says another value of it", () => {
    expect(beside({ own: half, seen: wide })).toEqual(told);
    expect(beside({ own: wide, seen: same })).toEqual([]);
    expect(beside({ own: half, seen: wide }, { own: "seen" })).toEqual([]);
    expect(beside({ own: half, seen: wide }, { drawn: { guided: new Set(["own"]) } })).toEqual([]);
    expect(beside({ own: half, seen: wide }, { drawn: { type: "text" } })).toEqual([]);
    expect(beside({ own: half, seen: wide }, { drawn: { plots: [{}] } })).toEqual([]);
    expect(beside({ own: half, seen: wide }, { axis: { axis: { direction: "x", at: 0 } } })).toEqual([]);
    expect(beside({ own: half, seen: wide }, { axis: { items: [] } })).toEqual([]);
    expect(beside({ own: half, seen: wide }, { item: { datum: {}, y: 3 } })).toEqual([]);
    expect(beside({ own: half, seen: wide }, { item: { datum: kent, y: 3, opacity: 0 } })).toEqual([]);
    expect(beside({ own: half })).toEqual([]);
  });
  test("by one of several scales is told of that one", () => {
    const scales = { first: wide, second: half, seen: wide };
    const drawn = mark({ items: [{ datum: kent, y: 3 }] }, scales);
    const own = (...names: readonly string[]) => faults([axisOf("seen", scales), drawn], { y: names });
    expect(own("first")).toEqual([]);
    expect(own("second")).toEqual([{ kind: "other-axis", scale: "second" }]);
    expect(own("first", "second")).toEqual([{ kind: "other-axis", scale: "first, second" }]);
  });
  test("by time has dates of its own, and names are none of numbers", () => {
    const time = madeScale("utc", [0, 100], [200, 0]);
    expect(beside({ own: time, seen: wide })).toEqual([]);
    expect(beside({ own: wide, seen: time })).toEqual([]);
    const local = madeScale("time", [0, 100], [200, 0]);
    expect(beside({ own: local, seen: wide })).toEqual([]);
    expect(beside({ own: half, seen: local })).toEqual([]);
    expect(beside({ own: madeScale("band", ["Kent"], [0, 200]), seen: wide })).toEqual([]);
  });
  test("stands with the middle of its band where the other scale has the name", () => {
    const band = madeScale("band", ["Kent", "Essex"], [0, 200]);
    const point = madeScale("point", ["Kent", "Essex"], [50, 150]);
    const other = madeScale("point", ["Kent", "Essex"], [0, 100]);
    const turned = madeScale("band", ["Essex", "Kent"], [0, 200]);
    expect(beside({ own: band, seen: point })).toEqual([]);
    expect(beside({ own: point, seen: band })).toEqual([]);
    expect(beside({ own: band, seen: other })).toEqual(told);
    expect(beside({ own: band, seen: turned })).toEqual(told);
    // A name that one of them has not is said by none.
    expect(beside({ own: band, seen: madeScale("band", ["Essex"], [0, 200]) })).toEqual([]);
    expect(beside({ own: madeScale("band", ["Essex"], [0, 200]), seen: band })).toEqual([]);
  });
});

describe("a colour of a figure by a scale without a legend", () => {
  const ramp = (from: string, to: string) =>
    Object.assign((value: unknown) => (Number(value) < 35 ? from : to), madeScale("linear", [0, 100], [from, to]));
  const [own, alike, other] = [ramp("pink", "red"), ramp("pink", "red"), ramp("aqua", "blue")];
  const legendOf = (scale: string, more: Partial<ReadMark> = {}) =>
    mark({
      type: "text",
      role: "legend-label",
      guideScale: scale,
      items: [{ datum: { value: 0 }, text: "0" }],
      ...more,
    });
  const beside = (
    seen: SceneScale,
    {
      item = { datum: kent },
      legend = {},
      drawn = {},
      by = own,
    }: {
      readonly item?: SceneItem;
      readonly legend?: Partial<ReadMark>;
      readonly drawn?: Partial<ReadMark>;
      readonly by?: SceneScale;
    } = {},
  ) => faults([legendOf("seen", legend), mark({ items: [item], ...drawn }, { own: by, seen })], { color: ["own"] });

  test("is told where the legend beside it gives that figure another", () => {
    expect(beside(other)).toEqual([{ kind: "other-legend", scale: "own" }]);
    expect(beside(alike)).toEqual([]);
    expect(beside(other, { drawn: { guided: new Set(["own"]) } })).toEqual([]);
    expect(beside(other, { item: { datum: kent, opacity: 0 } })).toEqual([]);
    expect(beside(other, { item: { datum: {} } })).toEqual([]);
    expect(beside(other, { legend: { role: "axis-label" } })).toEqual([]);
    expect(beside(other, { legend: { guideScale: undefined } })).toEqual([]);
    expect(faults([legendOf("seen"), mark({ items: [{ datum: kent }] }, { own, seen: other })])).toEqual([]);
  });
  test("is asked of scales of several figures that give colours", () => {
    expect(beside(madeScale("ordinal", ["Kent", "Essex"], ["aqua", "blue"]))).toEqual([]);
    expect(beside(madeScale("linear", [0], ["aqua"]))).toEqual([]);
    expect(beside(other, { by: madeScale("ordinal", ["Kent", "Essex"], ["aqua", "blue"]) })).toEqual([]);
    expect(beside(madeScale("linear", [0, 100], [0, 500]))).toEqual([]);
  });
});

describe("a colour that a legend explains", () => {
  const legend = (channel: "fill" | "stroke" = "fill") =>
    mark({
      role: "legend-symbol",
      items: [
        { datum: { value: "Kent" }, [channel]: "red" },
        { datum: { value: "Essex" }, [channel]: "blue" },
      ],
      legendScales: { [channel]: "color" },
    });
  const drawn = (item: SceneItem, ...legends: readonly ReadMark[]) => faults([...legends, mark({ items: [item] })]);
  const told = [{ kind: "other-color", reads: "Essex" }];

  test("is that of the category of its mark", () => {
    expect(drawn({ datum: kent, fill: "red" }, legend())).toEqual([]);
    expect(drawn({ datum: kent, fill: "blue" }, legend())).toEqual(told);
    expect(drawn({ datum: kent, stroke: "blue" }, legend("stroke"))).toEqual(told);
    expect(drawn({ datum: kent, fill: "blue", opacity: 0 }, legend())).toEqual([]);
    expect(drawn({ datum: essex, fill: "blue" }, legend())).toEqual([]);
    expect(drawn({ datum: kent, fill: "green" }, legend())).toEqual([]);
    expect(drawn({ datum: {}, fill: "blue" }, legend())).toEqual([]);
    expect(drawn({ datum: kent, fill: "blue" })).toEqual([]);
  });
  test("of one entry, of numbers, or of names that no row has, says nothing", () => {
    const one = mark({ ...legend(), items: [{ datum: { value: "Essex" }, fill: "blue" }] });
    expect(drawn({ datum: kent, fill: "blue" }, one)).toEqual([]);
    const others = ["a", "b"].map((value, index) => ({ datum: { value }, fill: ["red", "blue"][index] }));
    expect(drawn({ datum: kent, fill: "blue" }, mark({ ...legend(), items: others }))).toEqual([]);
    const unscaled = { ...legend(), legendScales: { size: "s" } };
    expect(drawn({ datum: kent, fill: "blue" }, unscaled)).toEqual([]);
  });
  test("in small charts side by side is that of the legend of its own", () => {
    const [whole, left, right]: SceneItem[] = [{}, {}, {}];
    const legendOf = (panel: SceneItem, kentIs: string, essexIs: string) =>
      mark({
        ...legend(),
        items: [
          { datum: { value: "Kent" }, fill: kentIs },
          { datum: { value: "Essex" }, fill: essexIs },
        ],
        plots: [whole as SceneItem, panel],
      });
    const inPanel = (panel: SceneItem, fill: string) =>
      mark({ items: [{ datum: kent, fill }], plots: [whole as SceneItem, panel] });
    const both = [legendOf(left as SceneItem, "red", "blue"), legendOf(right as SceneItem, "blue", "red")];
    const of = (first: string, second: string, around = (marks: readonly ReadMark[]) => marks) =>
      faults(around([...both, inPanel(left as SceneItem, first), inPanel(right as SceneItem, second)]));
    // Charts within charts, however deep.
    const deeper = (marks: readonly ReadMark[]) => marks.map((each) => ({ ...each, plots: [plot, ...each.plots] }));
    const alone = (marks: readonly ReadMark[]) => marks.map((each) => ({ ...each, plots: each.plots.slice(1) }));
    for (const around of [undefined, deeper, alone]) {
      expect(of("red", "blue", around)).toEqual([]);
      expect(of("blue", "blue", around)).toEqual(told);
      expect(of("red", "red", around)).toEqual(told);
    }
  });
  test("that stands for several may be of any of them", () => {
    const both = mark({
      ...legend(),
      items: [
        { datum: { value: "Kent" }, fill: "red" },
        { datum: { value: "Essex" }, fill: "red" },
        { datum: { value: "Surrey" }, fill: "blue" },
      ],
    });
    expect(drawn({ datum: kent, fill: "red" }, both)).toEqual([]);
    expect(drawn({ datum: kent, fill: "blue" }, both)).toEqual([{ kind: "other-color", reads: "Surrey" }]);
  });
});

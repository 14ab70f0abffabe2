import { describe, expect, test } from "vitest";
import { checkNamesDrawn } from "../../src/charts/scene-reading/check-names-drawn.ts";
import { type ReadMark, type SceneItem, sortMarks } from "../../src/charts/scene-reading/read-scene.ts";
import { rowTag } from "../../src/charts/scene-reading/row-tags.ts";
import { createDatumTracer } from "../../src/charts/scene-reading/traced-datum.ts";
import { bareMark } from "./bare-mark.ts";

const rows = [
  { area: "Kent", sex: "Women", n: 40 },
  { area: "Essex", sex: "Men", n: 2013 },
];
const [kent, essex] = rows.map((_, index) => ({ [rowTag]: index }));
const fieldsOfName = new Map([
  ["Kent", new Set(["area"])],
  ["Essex", new Set(["area"])],
  ["Women", new Set(["sex"])],
  ["2013", new Set(["area"])],
]);
const plot: SceneItem = {};
const mark = (role: string, items: readonly SceneItem[], more: Partial<ReadMark> = {}): ReadMark => ({
  ...bareMark,
  type: "text",
  role,
  name: role,
  items,
  plots: [plot],
  ...more,
});
const bars = (...items: readonly SceneItem[]): ReadMark => mark("mark", items, { type: "rect" });
const tracer = createDatumTracer(rows, () => undefined);
const misnamed = (...marks: readonly ReadMark[]) =>
  checkNamesDrawn(sortMarks(marks), { tracer, fieldsOfName }).map(({ text, of }) => `${text}: ${of}`);

describe("a name in a chart", () => {
  test("as a label is that of its own row", () => {
    expect(misnamed(mark("mark", [{ text: "Kent", datum: kent }]))).toEqual([]);
    expect(misnamed(mark("mark", [{ text: "Kent", datum: essex }]))).toEqual(['Kent: the label of "Essex"']);
    expect(misnamed(mark("mark", [{ text: ["Kent"], datum: essex }]))).toEqual(['Kent: the label of "Essex"']);
    expect(misnamed(mark("mark", [{ text: "Kent: £274", datum: essex }]))).toEqual(['Kent: the label of "Essex"']);
    expect(misnamed(mark("mark", [{ text: "Kent 12 and more", datum: essex }]))).toEqual([]);
    expect(misnamed(mark("mark", [{ text: "Kent 12x%", datum: essex }]))).toEqual([]);
    expect(misnamed(mark("mark", [{ text: "Kent", datum: essex, opacity: 0 }]))).toEqual([]);
    expect(misnamed(mark("mark", [{ text: "Kent", datum: {} }]))).toEqual([]);
    expect(
      misnamed(mark("mark", [{ text: "2013", datum: essex }]), mark("mark", [{ text: "2013", datum: kent }])),
    ).toEqual(['2013: the label of "Kent"']);
  });
  test.each([
    "Kent 274",
    "Kent, 274",
    "Kent:274",
    "Kent – 2,013.5",
    "Kent—£274",
    "Kent-3",
    "Kent: 27%",
    "Kent 27\u00A0%",
  ])("is one before its figure: %s", (text) => {
    expect(misnamed(mark("mark", [{ text, datum: essex }]))).toEqual(['Kent: the label of "Essex"']);
    expect(misnamed(mark("mark", [{ text, datum: kent }]))).toEqual([]);
  });
  test("is heard in titles alone, and not of what only begins or ends as one", () => {
    const role = (name: string) => misnamed(bars({ datum: essex }), mark(name, [{ text: "Kent" }]));
    for (const name of ["title-text", "title-subtitle", "axis-title"]) expect(role(name)).toHaveLength(1);
    for (const name of ["axis-label", "legend-title", "axis-titles", "sub-axis-title", "subtitle-text"])
      expect(role(name)).toEqual([]);
  });
  test("over a small chart is that of the chart, and in the title of its axis one of its rows", () => {
    const drawn = bars({ datum: essex });
    const panel = { panel: { area: "Essex" } };
    expect(misnamed(drawn, mark("title-text", [{ text: "Kent" }], panel))).toEqual([
      'Kent: the heading of the small chart of "Essex"',
    ]);
    expect(misnamed(drawn, mark("title-text", [{ text: "Essex" }], panel))).toEqual([]);
    expect(misnamed(drawn, mark("axis-title", [{ text: "Kent" }], panel))).toEqual([
      'Kent: the title of a plot of "Essex"',
    ]);
    expect(misnamed(bars({ datum: kent }), mark("axis-title", [{ text: "Kent" }], panel))).toEqual([]);
  });
  test("beside a plot is one of the rows that are drawn in it", () => {
    const title = mark("title-text", [{ text: "Kent" }]);
    expect(misnamed(bars({ datum: kent }, { datum: essex }), title)).toEqual([]);
    expect(misnamed(bars({ datum: essex }), title)).toEqual(['Kent: the title of a plot of "Essex"']);
    expect(misnamed(mark("mark", [{ datum: essex }], { type: "rect", plots: [{}] }), title)).toEqual([]);
    expect(misnamed(bars({ datum: essex }), mark("axis-label", [{ text: "Kent" }]))).toEqual([]);
    expect(misnamed(mark("title-text", [{ text: "Kent" }], { plots: [] }))).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { type DrawnMark, partsOf } from "../../src/charts/scene-reading/drawn-parts.ts";
import { readDrawnBy } from "../../src/charts/scene-reading/mark-fields.ts";
import type { SceneScale } from "../../src/charts/scene-reading/read-scene.ts";

const scales: Readonly<Record<string, string>> = { n: "linear", m: "sqrt", t: "utc", a: "band", c: "ordinal" };
const scaleOf = (name: string) =>
  scales[name] === undefined ? undefined : ({ type: scales[name] } as unknown as SceneScale);
const by = (field: string, scale: string, end?: string) => ({ field, scale, ...(end !== undefined && { end }) });
const drawn = (type: string, channels: DrawnMark["channels"], more: Partial<DrawnMark> = {}): DrawnMark => ({
  type,
  styles: [],
  channels,
  panels: [],
  lines: [],
  isPath: false,
  name: "marks",
  items: [],
  scaleOf,
  ...more,
});
/** In short: the kind, what is told of, and the figure. */
const parts = (...input: Parameters<typeof drawn>) => {
  const found = partsOf(drawn(...input));
  if (!found) return undefined;
  const { kind, category, value, series, down, low, high } = found;
  const named = (own: typeof category) =>
    own && [own.kind, ...("field" in own ? [own.field] : []), ...("end" in own ? [own.end] : [])].join(" ");
  return [
    kind,
    named(category),
    named(value),
    ...(series ? [series.field] : []),
    ...(down ? [named(down)] : []),
    ...(low === undefined ? [] : [low, high]),
  ].join(", ");
};

describe("what a mark shows", () => {
  const area = by("area", "a");
  const n = by("n", "n");
  const bars = (...xs: readonly number[]): Partial<DrawnMark> => ({
    items: xs.map((x) => ({ item: { x, width: 10, height: 5 } as DrawnMark["items"][number]["item"], panel: {} })),
  });
  test.each<[string, string, DrawnMark["channels"], Partial<DrawnMark>, string | undefined]>([
    ["bars", "rect", { x: area, y: n }, {}, "bar, name area, figure n"],
    ["lying bars", "rect", { x: n, y: area }, {}, "bar, name area, figure n"],
    ["a bar by itself", "rect", { x: n }, {}, "bar, none, figure n"],
    ["bars by their middles", "rect", { xc: area, y: n }, {}, "bar, name area, figure n"],
    ["bars of names alone", "rect", { x: area, y: by("who", "a") }, {}, undefined],
    ["bars of nothing", "rect", {}, {}, undefined],
    ["squares between figures", "rect", { x: n, y: by("m", "m") }, {}, undefined],
    ["bars without a scale", "rect", { x: area, y: { field: "n", scale: undefined } }, {}, undefined],
    ["bars by a scale that is not known", "rect", { x: area, y: by("n", "unknown") }, {}, undefined],
    ["ticks", "rect", { x: n, y: area }, { styles: ["tick"] }, "strip, name area, figure n"],
    [
      "stacks",
      "rect",
      { x: area, y: by("n_end", "n"), y2: by("n_start", "n"), fill: by("who", "c") },
      bars(0, 20, 0),
      "stacked, name area, figure n, who",
    ],
    [
      "stacks of one piece each, side by side",
      "rect",
      { x: area, y: by("n_end", "n"), y2: by("n_start", "n"), fill: by("who", "c") },
      bars(0, 10, 20),
      "bar, name area, figure n, who",
    ],
    [
      "stacks of one colour each",
      "rect",
      { x: area, y: by("n_end", "n"), y2: by("n_start", "n"), fill: by("area", "c") },
      {},
      "bar, name area, figure n, area",
    ],
    [
      "stacks without colours",
      "rect",
      { x: area, y: by("n_end", "n"), y2: by("n_start", "n") },
      {},
      "bar, name area, figure n",
    ],
    ["bars beside one another", "rect", { x: area, y: n, fill: by("who", "c") }, {}, "bar, name area, figure n, who"],
    [
      "a histogram",
      "rect",
      { x: by("bin", "n"), x2: by("bin_end", "n"), y: n },
      {},
      "histogram, class bin bin_end, figure n",
    ],
    [
      "one turned round",
      "rect",
      { x: by("bin_end", "n"), x2: by("bin", "n"), y: n },
      {},
      "histogram, class bin bin_end, figure n",
    ],
    [
      "a lying one",
      "rect",
      { y: by("bin", "n"), y2: by("bin_end", "n"), x: n },
      {},
      "histogram, class bin bin_end, figure n",
    ],
    [
      "months",
      "rect",
      { x: by("month", "t"), x2: by("month_end", "t"), y: n },
      {},
      "bar, class month month_end, figure n",
    ],
    ["stretches of time", "rect", { x: by("from", "t"), x2: by("to", "t"), y: n }, {}, "bar, class from to, figure n"],
    [
      "stretches of figures",
      "rect",
      { x: by("from", "n"), x2: by("to", "n"), y: n },
      {},
      "histogram, class from to, figure n",
    ],
    [
      "pieces in time",
      "rect",
      { x: by("t_start", "t"), x2: by("t_end", "t"), y: n },
      {},
      "bar, class t_start t_end, figure n",
    ],
    [
      "lying stretches of figures",
      "rect",
      { y: by("from", "n"), y2: by("to", "n"), x: n },
      {},
      "histogram, class from to, figure n",
    ],
    [
      "stretches without a figure",
      "rect",
      { x: by("from", "n"), x2: by("to", "n"), y: by("a", "n"), y2: by("b", "n") },
      {},
      undefined,
    ],
    ["points of stretches", "symbol", { x: by("from", "n"), x2: by("to", "n"), y: n }, {}, "dot, range, figure n"],
    ["bars from a figure to itself", "rect", { x: area, y: n, y2: n }, {}, "bar, name area, figure n"],
    [
      "bars that have the end of a figure alone",
      "rect",
      { x: area, y: { field: undefined, scale: "n" }, y2: n },
      {},
      "bar, name area, figure n",
    ],
    [
      "bars from a figure to no scale",
      "rect",
      { x: area, y: n, y2: { field: "m", scale: undefined } },
      {},
      "bar, name area, figure n",
    ],
    [
      "ranges from the end of one to the start of another",
      "rect",
      { x: area, y: by("n_end", "n"), y2: by("m_start", "n") },
      {},
      "range, name area, figure m_start, n_end, m_start",
    ],
    [
      "ranges of which one is called as an end",
      "rect",
      { x: area, y: by("n_start", "n"), y2: by("m", "n") },
      {},
      "range, name area, figure m, n_start, m",
    ],
    ["a map by colours that are no scale's", "shape", { fill: { field: "color", scale: undefined } }, {}, undefined],
    ["a map by a scale that is not known", "shape", { fill: by("n", "unknown") }, {}, "map, area, figure n"],
    ["a middle between two", "symbol", { x: by("bin", "n", "bin_end"), y: n }, {}, "dot, class bin bin_end, figure n"],
    ["a middle of one", "symbol", { x: by("bin", "n", "bin"), y: n }, {}, "scatter, figure bin, figure n"],
    ["a line", "line", { x: by("month", "t"), y: n }, {}, "line, time month, figure n"],
    ["lines", "line", { x: by("month", "t"), y: n }, { lines: ["who"] }, "line, time month, figure n, who"],
    ["a trail", "trail", { x: by("month", "t"), y: n, size: by("m", "m") }, {}, "line, time month, figure n"],
    ["a path", "line", { x: n, y: by("m", "m") }, { isPath: true }, undefined],
    ["a line of nothing else", "line", { y: n }, {}, undefined],
    ["an area", "area", { x: by("month", "t"), y: n }, {}, "area, time month, figure n"],
    [
      "areas on one another",
      "area",
      { x: by("month", "t"), y: by("n_end", "n"), y2: by("n_start", "n"), fill: by("who", "c") },
      bars(0, 20, 0),
      "stackedArea, time month, figure n, who",
    ],
    [
      "a band",
      "area",
      { x: by("month", "t"), y: by("high", "n"), y2: by("low", "n") },
      {},
      "range, time month, figure low, high, low",
    ],
    [
      "a range",
      "rect",
      { x: area, y: by("high", "n"), y2: by("low", "n") },
      {},
      "range, name area, figure low, high, low",
    ],
    [
      "a rule from one to another",
      "rule",
      { x: area, y: by("a1", "n"), y2: by("b1", "n") },
      {},
      "range, name area, figure b1, a1, b1",
    ],
    ["rules by colour", "rule", { y: n, stroke: by("who", "c") }, {}, "dot, name who, figure n"],
    ["a rule", "rule", { y: n }, {}, undefined],
    ["a rule of a name", "rule", { x: area, y: n, stroke: by("who", "c") }, {}, undefined],
    ["points", "symbol", { x: area, y: n }, {}, "dot, name area, figure n"],
    ["points between figures", "symbol", { x: n, y: by("m", "m") }, {}, "scatter, figure n, figure m"],
    ["points along a line", "symbol", { x: n }, {}, "strip, none, figure n"],
    ["texts between figures", "text", { x: n, y: by("m", "m") }, {}, "scatter, figure n, figure m"],
    ["texts of names", "text", { x: area, y: n }, {}, undefined],
    ["cells", "rect", { x: area, y: by("who", "a"), fill: n }, {}, "heat, name area, figure n, name who"],
    ["sizes by name", "symbol", { x: area, size: n }, {}, "dot, name area, figure n"],
    ["sizes by name, down", "symbol", { y: area, size: n }, {}, "dot, name area, figure n"],
    ["sizes of nothing", "symbol", { size: n }, {}, undefined],
    ["bubbles", "symbol", { x: n, y: by("m", "m"), size: by("s", "n") }, {}, "scatter, figure n, figure m"],
    ["sizes that name", "symbol", { x: area, y: n, size: by("who", "c") }, {}, "dot, name area, figure n"],
    ["a map", "shape", { fill: n }, {}, "map, area, figure n"],
    ["a map of names", "shape", { fill: by("who", "c") }, {}, undefined],
    ["a map of both", "shape", { fill: n, stroke: by("who", "c") }, {}, undefined],
    ["slices", "arc", { startAngle: by("n_start", "n"), fill: by("who", "c") }, {}, "pie, name who, figure n, "],
    ["slices without names", "arc", { startAngle: by("n_start", "n") }, {}, undefined],
    ["slices by name", "arc", { startAngle: by("who", "c"), fill: by("who", "c") }, {}, undefined],
    [
      "boxes",
      "rect",
      { x: area, y: by("lower_box_n", "n"), y2: by("upper_box_n", "n") },
      { styles: ["boxplot-box"] },
      "box, name area, figure mid_box_n, lower_box_n, upper_box_n",
    ],
    ["boxes of one end", "rect", { x: area, y: by("lower_box_n", "n") }, { styles: ["boxplot-box"] }, undefined],
    ["pictures by name", "image", { x: area, y: n }, {}, undefined],
    ["what has no look", "group", { x: area, y: n }, {}, undefined],
  ])("%s", (_, type, channels, more, expected) => {
    expect(parts(type, channels, more)).toBe(expected?.replace(/, $/, ""));
  });

  test("ends of a stack are those of a figure that its data still have, and else of a class", () => {
    const of = (...data: readonly object[]) =>
      partsOf(
        drawn(
          "rect",
          { x: area, y: by("n_end", "n"), y2: by("n_start", "n") },
          { items: data.map((datum) => ({ item: { datum }, panel: {} })) },
        ),
      )?.value;
    const ends = { n_start: 1, n_end: 3 };
    expect(of({ ...ends, n: 2 })).toMatchObject({ kind: "figure", field: "n", piece: true });
    expect(of(ends)).toBeUndefined();
    expect(of({ ...ends, n: 2 }, ends)).toBeUndefined();
  });
  test("a point on the edge of a stack is of its piece, where its data has both ends", () => {
    const at = (datum: object) =>
      partsOf(drawn("symbol", { x: area, y: by("n_end", "n") }, { items: [{ item: { datum }, panel: {} }] }))?.value;
    expect(at({ n_start: 1, n_end: 3 })).toMatchObject({ field: "n", piece: true });
    expect(at({ n_end: 3 })).toMatchObject({ field: "n_end", piece: false });
    const items = [{ item: { datum: { n_start_year: 2018 } }, panel: {} }];
    expect(partsOf(drawn("symbol", { x: area, y: by("n_start_year", "n") }, { items }))?.value).toMatchObject({
      field: "n_start_year",
      piece: false,
    });
  });
});

describe("what a compiled mark is drawn by", () => {
  const marksOf = (...marks: readonly object[]) => readDrawnBy({ marks }).marks;
  const one = (mark: object) => marksOf({ name: "m", type: "symbol", ...mark }).get("m");

  test("is the last field of each channel, and its scale", () => {
    const encode = {
      enter: { x: { field: "early", scale: "x" } },
      update: {
        x: { field: "area", scale: "x" },
        fill: [{ test: "a", value: "red" }, { field: "who", scale: "color" }, { value: "blue" }],
        y: { signal: 'scale("y", 0.5 * datum["bin"] + 0.5 * datum["bin_end"])' },
        y2: { signal: "scale('y', datum['a'] + datum['b'])" },
        size: { value: 30 },
        text: { signal: "datum.n" },
      },
    };
    expect(one({ encode, style: ["point", 7] })).toEqual({
      type: "symbol",
      styles: ["point"],
      channels: {
        x: { field: "area", scale: "x" },
        fill: { field: "who", scale: "color" },
        y: { field: "bin", end: "bin_end", scale: "y" },
        y2: { field: undefined, end: undefined, scale: "y" },
        size: { field: undefined, scale: undefined },
        text: { field: undefined, end: undefined, scale: undefined },
      },
      panels: [],
      lines: [],
      isPath: false,
    });
  });
  test("is a path where its points go by what is no position", () => {
    const isPath = (sort: unknown) => one({ encode: {}, sort })?.isPath;
    expect([undefined, {}, { field: "x" }, { field: ["y"] }, { field: ["x", "y"] }].map(isPath)).toEqual(
      new Array(5).fill(false),
    );
    expect([{ field: "year" }, { field: ["x", "year"] }].map(isPath)).toEqual([true, true]);
  });
  test("is split by the groups around it", () => {
    const inner = { name: "m", type: "line", encode: { update: { y: { field: "n", scale: "y" } } } };
    const group = (name: string, facet: object, more: object = {}) => ({
      name,
      type: "group",
      from: { facet },
      marks: [inner],
      ...more,
    });
    const split = (mark: object) => {
      const found = marksOf(mark).get("m");
      return [found?.panels, found?.lines, Object.keys(found?.channels ?? {})];
    };
    expect(split(group("facet", { groupby: "area" }))).toEqual([["area"], [], ["y"]]);
    expect(split(group("layer_0_pathgroup", { groupby: ["who"] }))).toEqual([[], ["who"], ["y"]]);
    const around = { encode: { update: { x: { field: "area", scale: "x" } } } };
    expect(split(group("stack", { name: "stack_group_main", groupby: ["area"] }, around))).toEqual([
      [],
      [],
      ["x", "y"],
    ]);
    expect(split({ ...group("facet", { groupby: "area" }), marks: [group("facet", { groupby: "who" })] })).toEqual([
      ["area", "who"],
      [],
      ["y"],
    ]);
    expect(split({ type: "group", marks: [inner] })).toEqual([[], [], ["y"]]);
  });
  test("has guides that title each scale with the first title, and write it in the first format", () => {
    const { guides } = readDrawnBy({
      axes: [
        { scale: "y" },
        { scale: "y", title: ["Offences", "a year"], format: ",d" },
        { scale: "y", title: "Other", format: "%" },
      ],
      legends: [{ fill: "color", size: "size", title: "Who" }, { stroke: 7 }],
      marks: [{ type: "group", axes: [{ scale: "x", title: "Area" }], marks: [] }],
    });
    expect([...guides]).toEqual([
      ["y", { title: "Offences a year", format: ",d" }],
      ["color", { title: "Who", format: undefined }],
      ["size", { title: "Who", format: undefined }],
      ["x", { title: "Area", format: undefined }],
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { readScene, sortMarks } from "../../src/charts/scene-reading/read-scene.ts";

/** A scene as Vega has it: groups within marks of groups. */
const scale = (type: string) => ({ value: Object.assign(() => 0, { type }) });
const mark = (marktype: string, more: object = {}) => ({
  marktype,
  role: "mark",
  name: marktype,
  items: [{}],
  ...more,
});
const group = (items: readonly object[], more: object = {}) => ({ items, ...more });
const groups = (role: string, items: readonly object[], name = "") => ({ marktype: "group", role, name, items });
const scene = (...items: readonly object[]) =>
  groups("frame", [
    group(items, { width: 200, height: 100, context: { scales: { x: scale("band"), y: scale("linear") } } }),
  ]);

const axis = (orient: string, datum: unknown, at: object = {}) =>
  groups("axis", [
    group([groups("axis-group", [group([mark("text", { role: "axis-label" })])])], { orient, datum, ...at }),
  ]);

describe("a mark of a scene", () => {
  test("has its type, role, name and items; a mark that says none of these has none", () => {
    const items = [{ x: 3 }];
    expect(readScene(scene(mark("rect", { name: "marks", items }), {}))).toMatchObject([
      { type: "rect", role: "mark", name: "marks", items },
      { type: "", role: "", name: "", items: [] },
    ]);
  });

  test("is cut off at the edge of its group where it says so", () => {
    expect(
      readScene(scene(mark("rect", { clip: true }), mark("rect"), mark("rect", { clip: "path" }))).map(
        ({ clip }) => clip,
      ),
    ).toEqual([{ width: 200, height: 100 }, undefined, undefined]);
    expect(readScene(groups("frame", [group([mark("rect", { clip: true })])]))[0]?.clip).toEqual({
      width: 0,
      height: 0,
    });
  });

  test("knows the scales of its group, and those around it", () => {
    const inner = group([mark("rect")], { context: { scales: { y: scale("log") } } });
    const [own] = readScene(scene(groups("scope", [inner])));
    expect(["x", "y", "z"].map((name) => own?.scaleOf(name)?.type)).toEqual(["band", "log", undefined]);
    expect(readScene(mark("rect"))[0]?.scaleOf("x")).toBeUndefined();
  });

  test("stands in the small chart that the nearest group with a datum is of, which the lines of one chart are not", () => {
    const panel = { area: "Kent" };
    const line = groups("scope", [group([mark("line")], { datum: { who: "boys" } })], "layer_0_pathgroup");
    const panels = readScene(
      scene(
        mark("rule"),
        groups("scope", [group([mark("rect"), line], { datum: panel }), group([mark("rect")], { datum: {} })]),
      ),
    );
    expect(panels.map(({ type, panel }) => [type, panel])).toEqual([
      ["rule", undefined],
      ["rect", panel],
      ["line", panel],
      ["rect", undefined],
    ]);
  });
});

describe("an axis or a legend", () => {
  test.each([
    ["left", { x: 4, y: 7 }, { direction: "y", at: 7 }],
    ["right", { x: 4, y: 7 }, { direction: "y", at: 7 }],
    ["top", { x: 4, y: 7 }, { direction: "x", at: 4 }],
    ["bottom", {}, { direction: "x", at: 0 }],
    ["none", { x: 4, y: 7 }, undefined],
  ])("at the %s goes one way", (orient, at, expected) => {
    expect(readScene(scene(axis(orient, { scale: "y" }, at)))[0]?.axis).toEqual(expected);
  });

  test("names its scale, or is of the first that it names", () => {
    const legend = (datum: unknown) =>
      groups("legend", [group([mark("text", { role: "legend-label" })], { datum, orient: "left" })]);
    const read = (...items: readonly object[]) =>
      readScene(scene(...items)).map(({ guideScale, axis }) => [guideScale, axis]);
    expect(read(axis("bottom", { scale: "x" }))).toEqual([["x", { direction: "x", at: 0 }]]);
    // A legend stands at the left and goes nowhere.
    expect(read(legend({ scales: { fill: "color", size: "size" } }))).toEqual([["color", undefined]]);
    expect(read(legend({ scale: 1, scales: { fill: 2, size: "size" } }))).toEqual([["size", undefined]]);
    expect(
      read(legend({}), legend(undefined), groups("scope", [group([mark("text")], { datum: { scale: "x" } })])),
    ).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test("is no plot, whatever groups it has: what stands in one stands in the plot that it is of", () => {
    const symbols = groups("scope", [group([mark("symbol", { role: "legend-symbol" })])]);
    const legend = groups("legend", [group([symbols], { datum: { scales: { fill: "color" } } })]);
    const read = readScene(scene(mark("rect"), legend, groups("scope", [group([mark("line")])])));
    const [bar, symbol, line] = read.map(({ plots }) => plots);
    expect(bar).toHaveLength(1);
    expect(symbol).toEqual(bar);
    expect(line).toHaveLength(2);
  });

  test("that writes labels guides its scale, for all marks of the chart", () => {
    const silent = groups("axis", [
      group([mark("text", { role: "axis-label", items: [] }), mark("rule", { role: "axis-grid" })], {
        datum: { scale: "x" },
      }),
    ]);
    const labelled = axis("left", { scale: "y" });
    const [first] = readScene(scene(mark("rect"), silent, labelled, mark("text", { role: "title-label" })));
    expect([...(first?.guided ?? [])]).toEqual(["y"]);
  });
});

test("marks of the data of one name and one small chart belong together", () => {
  const [kent, essex] = [{ area: "Kent" }, { area: "Essex" }];
  const panel = (datum: object) =>
    group([mark("rect", { name: "bars" }), mark("rect", { name: "bars" }), mark("text", { name: "texts" })], { datum });
  const read = readScene(
    scene(groups("scope", [panel(kent), panel(essex)]), mark("text", { role: "axis-label", name: "bars" })),
  );
  expect(sortMarks(read).groups.map((own) => [own[0]?.name, own[0]?.panel, own.length])).toEqual([
    ["bars", kent, 2],
    ["bars", essex, 2],
    ["texts", kent, 1],
    ["texts", essex, 1],
  ]);
});

import { describe, expect, test } from "vitest";
import type { FieldMeaning } from "../../src/charts/scene-reading/field-meaning.ts";
import { readMarkChannels } from "../../src/charts/scene-reading/mark-channels.ts";
import { keepMembers, memberTag, peersTag, rowTag, tagRows } from "../../src/charts/scene-reading/row-tags.ts";
import { createDatumTracer } from "../../src/charts/scene-reading/traced-datum.ts";

const rows = [
  { area: "Kent", n: 40, rate: 2, rounding: 5 },
  { area: "Essex", n: 30, rate: 4, rounding: 5 },
  { area: "Surrey", n: 10, rate: 9, state: "value" },
];
const tags = rows.map((_, index) => ({ [rowTag]: index }));
const measure = {
  unit: "number",
  own: [],
  others: [],
  label: undefined,
  otherLabels: [],
  addsOver: () => true,
  spanMonths: () => undefined,
  isSigned: false,
} as const;
const meanings: Readonly<Record<string, FieldMeaning>> = {
  rate: { ...measure, decimals: 1, additive: false },
  n: { ...measure, decimals: 0, additive: true },
};
const trace = (datum: unknown, data: readonly Readonly<Record<string, string | number | null>>[] = rows) =>
  createDatumTracer(data, (field) => meanings[field]).trace(datum);
const figuresOf = (...input: Parameters<typeof trace>) =>
  [...(trace(...input)?.figures ?? [])].map(([value, fields]) => [value, fields.join()]);

describe("what a mark is of", () => {
  test("is its row, with all its figures and names", () => {
    expect(trace(tags[1])).toMatchObject({ rows: [rows[1]], names: new Set(["Essex"]) });
    expect(figuresOf(tags[1])).toEqual([
      [30, "n"],
      [4, "rate"],
    ]);
    expect(figuresOf({ [rowTag]: 0 }, [{ a: 1, b: 1 }])).toEqual([[1, "a,b"]]);
  });
  test("is nothing without one", () => {
    for (const datum of [undefined, null, 7, {}, { [rowTag]: 9 }, { n: 40 }]) expect(trace(datum)).toBeUndefined();
    const tracer = createDatumTracer(rows, () => undefined);
    const nothing = {};
    expect([tracer.trace(nothing), tracer.trace(nothing)]).toEqual([undefined, undefined]);
    expect(tracer.trace(tags[0])).toBe(tracer.trace(tags[0]));
  });

  test("are several rows: their number, sums where they add up, extremes and quartiles", () => {
    const together = { [memberTag]: tags };
    expect(trace(together)).toMatchObject({ rows, names: new Set(["Kent", "Essex", "Surrey", "value"]) });
    const figures = new Map(trace(together)?.figures);
    const has = (value: number, field: string) => figures.get(value)?.includes(field) ?? false;
    expect(figures.get(3)?.some((field) => field.startsWith("\u0000"))).toBe(true);
    expect([80, 10, 20, 30, 35, 40].filter((value) => has(value, "n"))).toEqual([80, 10, 20, 30, 35, 40]);
    expect([2, 3, 4, 6.5, 9].filter((value) => has(value, "rate"))).toEqual([2, 3, 4, 6.5, 9]);
    expect(has(15, "rate")).toBe(false);
    expect(has(5, "rate")).toBe(false);
    expect(figures.size).toBe(11);
  });
  test("of what was taken together twice, too", () => {
    const twice = { [memberTag]: [{ [memberTag]: [tags[0], tags[1]] }, { [memberTag]: [tags[2]] }] };
    expect(trace(twice)?.figures.get(80)).toContain("n");
    expect(trace(twice)?.rows).toEqual(rows);
  });
  test("with what is said beside it of all of its group", () => {
    const beside = { ...tags[0], [`${peersTag}1`]: tags };
    expect(trace(beside)?.rows).toEqual([rows[0]]);
    expect(trace(beside)?.names).toEqual(new Set(["Kent"]));
    expect(trace(beside)?.figures.get(80)).toEqual(["n"]);
    expect(trace(beside)?.figures.get(40)?.[0]).toBe("n");
    const within = { [memberTag]: [{ ...tags[0], [`${peersTag}2`]: tags }] };
    expect(trace(within)?.figures.get(80)).toEqual(["n"]);
    expect(trace({ ...tags[0], other: tags })?.figures.get(80)).toBeUndefined();
  });
  test("with the ends of a class that holds it, and its middle", () => {
    const classed = (bin: number, bin_end: number, members: readonly unknown[] = tags) =>
      trace({ [memberTag]: members, bin, bin_end })?.figures;
    expect([0, 50, 100].map((value) => classed(0, 100)?.get(value))).toEqual([["n"], ["n"], ["n"]]);
    expect(classed(20, 100)?.get(100)).toBeUndefined();
    expect(classed(0, 8)?.get(8)).toBeUndefined();
    expect(classed(1, 9.5)?.get(9.5)).toEqual(["rate"]);
    expect(classed(10, 40)?.get(25)).toEqual(["n"]);
    const piece = trace({ ...tags[0], n: 20, n_end: 60 })?.figures;
    expect(piece?.get(60)).toBeUndefined();
    expect(trace({ ...tags[0], bin: 20, other_end: 60 })?.figures.get(60)).toBeUndefined();
  });
  test("with the figure of the column that was turned into its row", () => {
    const folded = trace({ ...tags[0], key: "rate", value: 2 })?.figures;
    expect(folded?.get(2)).toEqual(["rate", "\u0000fold"]);
    expect(trace({ ...tags[0], key: "rate", value: 7 })?.figures.get(2)).toEqual(["rate"]);
    expect(trace({ [memberTag]: tags, key: "rate", value: 2 })?.figures.get(2)).toEqual(["rate"]);
    expect(trace({ ...tags[0], key: "area", value: "Kent" })?.figures.size).toBe(2);
    // What else stands there, a name of a column among it, hides no figure.
    const beside = { ...tags[0], title: "area", label: "Kent", key: "rate", value: 2 };
    expect(trace(beside)?.figures.get(2)).toEqual(["rate", "\u0000fold"]);
  });

  describe("that was looked up, or turned into columns, is the row that has the figure under its name", () => {
    test.each<[string, object, readonly unknown[] | undefined]>([
      ["a figure beside the row's name", { id: "Kent", found: 40 }, [rows[0]]],
      ["two figures of two rows", { a: "Kent", b: "Essex", n: 40, m: 30 }, [rows[0], rows[1]]],
      ["a figure under the row's name", { Essex: 30 }, [rows[1]]],
      ["a figure beside another's name", { id: "Essex", found: 40 }, undefined],
      ["a figure under another's name", { Kent: 30 }, undefined],
      ["a figure without a name", { found: 40 }, undefined],
      ["a name without a figure", { id: "Kent" }, undefined],
      ["a figure that is a text", { id: "Kent", found: "40" }, undefined],
      ["a figure beside the state of its cell", { id: "value", found: 10 }, undefined],
    ])("%s", (_, datum, expected) => {
      expect(trace(datum)?.rows).toEqual(expected);
    });
    test("with the field that it stands in, and all names of the row", () => {
      const found = trace({ id: "Surrey", found: 10, other: 3 });
      expect([...(found?.figures ?? [])]).toEqual([[10, ["found"]]]);
      expect(found?.names).toEqual(new Set(["Surrey", "value"]));
    });
    test("is of a group or a class no more than a row is", () => {
      expect(trace({ id: "Surrey", found: 10 })).toMatchObject({ hasFurther: false });
      const found = trace({ id: "Surrey", found: 10 });
      expect([...(found?.own ?? [])]).toEqual([[10, ["found"]]]);
    });
    test("of equal figures that of its name", () => {
      const equal = [
        { area: "Kent", n: 7 },
        { area: "Essex", n: 7 },
      ];
      expect(trace({ id: "Essex", found: 7 }, equal)?.rows).toEqual([equal[1]]);
    });
  });
});

describe("tags", () => {
  test("number the rows of all datasets", () => {
    const { tagged, rows: all } = tagRows(
      new Map([
        ["a", [{ n: 1 }, { n: 2 }]],
        ["b", [{ n: 3 }]],
      ]),
    );
    expect(tagged.get("b")).toEqual([{ n: 3, [rowTag]: 2 }]);
    expect(all.map(({ n }) => n)).toEqual([1, 2, 3]);
  });
  const kept = (transform: unknown) =>
    (keepMembers({ data: [{ transform }] }) as { data: [{ transform: unknown }] }).data[0].transform;
  test("keep the members of what is taken together", () => {
    expect(kept([{ type: "aggregate", ops: ["sum"], fields: ["n"], as: ["total"] }])).toEqual([
      { type: "aggregate", ops: ["sum", "values"], fields: ["n", rowTag], as: ["total", memberTag] },
    ]);
    expect(kept([{ type: "aggregate" }])).toEqual([
      { type: "aggregate", ops: ["count", "values"], fields: [null, rowTag], as: ["count", memberTag] },
    ]);
    expect(kept([{ type: "aggregate", ops: ["count", "max"], fields: [null, "n"] }])).toEqual([
      { type: "aggregate", ops: ["count", "max", "values"], fields: [null, "n", rowTag], as: [null, null, memberTag] },
    ]);
    expect(kept([{ type: "aggregate", ops: { signal: "s" } }])).toEqual([{ type: "aggregate", ops: { signal: "s" } }]);
  });
  test("number what is said beside rows, and leave other transforms as they are", () => {
    const beside = { type: "joinaggregate", ops: ["sum"], fields: ["n"], as: ["total"] };
    expect(kept([beside, { type: "filter", expr: "x" }, "word", beside])).toEqual([
      { ...beside, ops: ["sum", "values"], fields: ["n", rowTag], as: ["total", `${peersTag}1`] },
      { type: "filter", expr: "x" },
      "word",
      { ...beside, ops: ["sum", "values"], fields: ["n", rowTag], as: ["total", `${peersTag}2`] },
    ]);
    expect(kept("none")).toBe("none");
  });
});

describe("the scales that a mark is read by", () => {
  const channelsOf = (encode: object, more: object = {}) =>
    readMarkChannels({ marks: [{ name: "m", type: "rect", encode, ...more }] } as never).get("m");
  const scaled = (scale: string) => ({ scale, field: "n" });
  test("are those of its channels, each once", () => {
    const update = { x: scaled("a"), x2: scaled("a"), width: scaled("b"), yc: scaled("c"), height: scaled("d") };
    expect(channelsOf({ update })).toMatchObject({ x: ["a", "b"], y: ["c", "d"], size: [], radius: [], color: [] });
    const look = {
      outerRadius: scaled("r"),
      innerRadius: scaled("i"),
      size: scaled("s"),
      fill: scaled("f"),
      stroke: scaled("g"),
    };
    expect(channelsOf({ enter: look })).toMatchObject({ radius: ["r", "i"], size: ["s"], color: ["f", "g"], x: [] });
    expect(
      channelsOf({
        enter: { x2: scaled("a"), xc: scaled("b"), y: scaled("c"), y2: scaled("d") },
        update: { x: scaled("e") },
      }),
    ).toMatchObject({
      x: ["a", "b", "e"],
      y: ["c", "d"],
    });
    expect(channelsOf({ hover: { x: scaled("a") }, update: { opacity: scaled("o"), text: 7 } })).toMatchObject({
      x: [],
      y: [],
    });
  });
  test("may be named under conditions, or called in expressions", () => {
    expect(channelsOf({ update: { fill: [{ test: "t", value: "#ccc" }, scaled("f")] } })).toMatchObject({
      color: ["f"],
      constants: new Set(["#ccc"]),
    });
    const called = { signal: "scale('a', datum.n) + scale( \"b c\" , 0) - rescale('d', 1)" };
    expect(channelsOf({ update: { x: called } })?.x).toEqual(["a", "b c"]);
    expect(channelsOf({ update: { x: { scale: { signal: "s" }, signal: "scale('z', 1)" } } })?.x).toEqual(["z"]);
    expect(channelsOf({ update: { x: { scale: { signal: "s" } } } })?.x).toEqual([]);
    expect(channelsOf({ update: { x: { value: 3 }, fill: { value: null } } })).toMatchObject({
      x: [],
      constants: new Set([null]),
    });
    expect(channelsOf({ update: { x: { value: 3 } } })?.constants.size).toBe(0);
  });
  test("say what has its middle at its figure, an angle, or a layout", () => {
    expect(channelsOf({ update: { xc: scaled("a") } })?.centered).toEqual({ x: true, y: false });
    expect(channelsOf({ update: { yc: scaled("a") } })?.centered).toEqual({ x: false, y: true });
    for (const angle of ["startAngle", "endAngle"])
      expect(channelsOf({ update: { [angle]: { field: "a" } } })?.hasAngle).toBe(true);
    expect(channelsOf({ update: { x: scaled("a") } })).toMatchObject({ hasAngle: false, isLaidOut: false });
    expect(channelsOf({ update: { x: { field: "x" } } })?.isLaidOut).toBe(true);
    expect(channelsOf({ update: { y: { field: "y" } } })?.isLaidOut).toBe(true);
    expect(channelsOf({ update: { size: { field: "s" }, x: { value: 3 } } })?.isLaidOut).toBe(false);
    expect(channelsOf({ update: { x: { field: { group: "width" } } } })?.isLaidOut).toBe(false);
    expect(channelsOf({}, { transform: [{ type: "force" }] })?.isLaidOut).toBe(true);
    expect(channelsOf({}, { transform: [{ type: "geoshape" }, { type: "label" }, {}] })?.isLaidOut).toBe(false);
  });
  test("are of marks that have a name", () => {
    const marks = [
      { name: "a", type: "rect", encode: {} },
      { type: "rect", encode: {} },
      { name: "c", encode: {} },
      { name: "d", type: "rect" },
      { name: "g", type: "group", marks: [{ name: "e", type: "rule", encode: {} }] },
    ];
    expect([...readMarkChannels({ marks } as never).keys()]).toEqual(["a", "e"]);
  });
});

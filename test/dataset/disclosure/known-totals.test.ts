import { describe, expect, test } from "vitest";
import type { CategoryRegistry } from "../../../src/dataset/category-registry.ts";
import type { Cell } from "../../../src/dataset/cell.ts";
import { packObservations } from "../../../src/dataset/columns/build-columns.ts";
import { createObservationStore } from "../../../src/dataset/columns/observation-store.ts";
import type { DatasetSpec } from "../../../src/dataset/definition.ts";
import type { DisclosureSpec } from "../../../src/dataset/disclosure/disclosure-spec.ts";
import { withKnownTotals } from "../../../src/dataset/disclosure/known-totals.ts";
import type { Observation } from "../../../src/dataset/observation.ts";
import type { DiagnosticDetails, Diagnostics } from "../../../src/diagnostics/index.ts";

const parents: Readonly<Record<string, string | undefined>> = {
  north: undefined,
  leeds: "north",
  york: "north",
  all: undefined,
};
const hidden: Cell = { state: "suppressed" };
const gap: Cell = { state: "missing", reason: "not-supplied" };

interface Row {
  readonly area: string;
  readonly sex: string;
  readonly is: number | Cell;
  readonly vintage?: string;
  readonly measure?: string;
}
const observation = ({ area, sex, is, vintage = "v1", measure = "n" }: Row): Observation =>
  ({
    measure,
    at: { area, sex },
    cell: typeof is === "number" ? { state: "value", value: is } : is,
    vintage,
    source: "s",
    statuses: [],
    note: "",
  }) as Observation;

function add(
  rows: readonly Row[],
  {
    total,
    by = ["area"],
    disclosure = {},
  }: { readonly total?: string; readonly by?: readonly string[]; readonly disclosure?: Partial<DisclosureSpec> } = {},
) {
  const errors: DiagnosticDetails[] = [];
  const spec = {
    title: "Made up",
    dimensions: { area: { role: "area" }, sex: { role: "category", ...(total !== undefined && { total }) } },
    measures: { n: {}, other: {} },
    disclosure: { profile: { hide: { from: 1, to: 4 } }, knownTotals: [{ measure: "n", by }], ...disclosure },
  } as unknown as DatasetSpec;
  const categories = {
    list: () => [],
    find: (_: string, name: string) =>
      name in parents || name === "m" || name === "f" ? { id: name, parent: parents[name] } : undefined,
    period: () => undefined,
  } as unknown as Pick<CategoryRegistry, "list" | "find" | "period">;
  const diagnostics = { error: (each: DiagnosticDetails) => errors.push(each) } as unknown as Diagnostics;
  const observations = rows.map(observation);
  const result = withKnownTotals({ spec, categories, columns: packObservations(spec, observations), diagnostics });
  const made = createObservationStore(result.columns)
    .observations.slice(rows.length)
    .map(({ at, cell, vintage }) => [at.area, at.sex, "value" in cell ? cell.value : cell.state, vintage]);
  return { result, made, errors };
}

const two = (area: string, m: number | Cell, f: number | Cell): readonly Row[] => [
  { area, sex: "m", is: m },
  { area, sex: "f", is: f },
];
const all = "\u0000all";

describe("totals that readers know", () => {
  test("are added where no row has them", () => {
    const { made, result, errors } = add([...two("leeds", 3, 4), ...two("york", 5, 6)]);
    expect(made).toEqual([
      ["leeds", all, 7, "v1"],
      ["york", all, 11, "v1"],
    ]);
    expect(errors).toEqual([]);
    expect(result.spec.dimensions.sex).toMatchObject({ total: all });
    expect(result.spec.dimensions.area).not.toHaveProperty("total");
    expect(result.categories.list("sex").map(({ id }) => id)).toEqual([all]);
    expect(result.categories.list("area")).toEqual([]);
    expect(result.categories.find("sex", all)).toMatchObject({ dimension: "sex", id: all });
    expect(result.categories.find("sex", "m")?.id).toBe("m");
    expect(result.isMade("n", { area: "leeds", sex: all })).toBe(true);
    expect(result.isMade("n", { area: "leeds", sex: "m" })).toBe(false);
    expect(result.isKnownTotal("n", { area: "leeds", sex: all })).toBe(true);
    expect(result.isKnownTotal("n", { area: "leeds", sex: "m" })).toBe(false);
    expect(result.isKnownTotal("other", { area: "leeds", sex: all })).toBe(false);
  });
  test("are not added where a row has them, and where it is not missing", () => {
    const own = [...two("leeds", 3, 4), { area: "leeds", sex: "all", is: 8 }, ...two("york", 5, 6)];
    const { made, result } = add(own, { total: "all" });
    expect(made).toEqual([["york", "all", 11, "v1"]]);
    expect(result.spec.dimensions.sex).toMatchObject({ total: "all" });
    expect(result.categories.list("sex")).toEqual([]);
    expect(result.isKnownTotal("n", { area: "leeds", sex: "all" })).toBe(true);
    expect(add([...two("leeds", 3, 4), { area: "leeds", sex: "all", is: gap }], { total: "all" }).made).toEqual([
      ["leeds", "all", 7, "v1"],
    ]);
    expect(add([...two("leeds", 3, 4), { area: "leeds", sex: "all", is: hidden }], { total: "all" }).made).toEqual([]);
    expect(add(two("leeds", 3, 4), { total: "nobody" }).made).toEqual([["leeds", all, 7, "v1"]]);
  });
  test("are of the measure, and of the figures that are in no other", () => {
    const other = { area: "leeds", sex: "m", is: 90, measure: "other" };
    expect(add([...two("leeds", 3, 4), other]).made).toEqual([["leeds", all, 7, "v1"]]);
    const nested = [
      { area: "north", sex: "m", is: 10 },
      { area: "leeds", sex: "m", is: 4 },
      { area: "york", sex: "m", is: 5 },
      { area: "leeds", sex: "f", is: 2 },
    ];
    expect(add(nested, { by: ["sex"] }).made).toEqual([[all, "m", 10, "v1"]]);
    const partly = [...two("leeds", 3, 4), { area: "leeds", sex: "all", is: 7 }, ...two("york", 5, 6)];
    expect(add(partly, { by: [], total: "all" }).made).toEqual([[all, "all", 18, "v1"]]);
    expect(add(two("leeds", 3, 4), { by: [] }).made).toEqual([[all, all, 7, "v1"]]);
    expect(add(two("leeds", 3, 4), { by: ["area", "sex"] }).made).toEqual([]);
    expect(add([]).made).toEqual([]);
  });
  test("leave out what is missing", () => {
    expect(add(two("leeds", 3, gap)).made).toEqual([["leeds", all, 3, "v1"]]);
    expect(add(two("leeds", gap, gap)).made).toEqual([]);
  });
  test("are an error where a part of them is hidden", () => {
    const { made, errors } = add([...two("leeds", 3, hidden), ...two("york", hidden, 4), ...two("north", 1, 2)]);
    expect(made).toEqual([["north", all, 3, "v1"]]);
    expect(errors).toEqual([
      expect.objectContaining({ code: "unknown-total", message: expect.stringMatching(/^2 of the totals/) }),
    ]);
  });
  test("are made for each edition, of what it gives, or the last before it, or the first after", () => {
    const editions = [
      { area: "leeds", sex: "m", is: 3, vintage: "v2" },
      { area: "leeds", sex: "m", is: 5, vintage: "v3" },
      { area: "leeds", sex: "f", is: 10, vintage: "v1" },
      { area: "leeds", sex: "f", is: 20, vintage: "v3" },
    ];
    expect(add(editions).made.toSorted((a, b) => (String(a[3]) < String(b[3]) ? -1 : 1))).toEqual([
      ["leeds", all, 13, "v1"],
      ["leeds", all, 13, "v2"],
      ["leeds", all, 25, "v3"],
    ]);
    expect(add(editions.toReversed()).made).toHaveLength(3);
  });
  test("are none where nothing is protected, or nothing is said to be known", () => {
    const rows = two("leeds", 3, 4);
    expect(add(rows, { disclosure: { profile: "none" } }).made).toEqual([]);
    const silent = add(rows, { disclosure: { knownTotals: undefined as never } });
    expect(silent.made).toEqual([]);
    expect(silent.result.spec.dimensions.sex).not.toHaveProperty("total");
    expect(silent.result.isKnownTotal("n", { area: "leeds", sex: all })).toBe(false);
  });
});

import { expect, test } from "vitest";
import { cellCount, firstNames, labelOf, namedCells } from "../../../src/dataset/disclosure/name-cells.ts";
import type { DatasetSpec } from "../../../src/dataset/index.ts";
import { createDiagnostics } from "../../../src/diagnostics/index.ts";

const unit = { one: "case", other: "cases" };
const spec: DatasetSpec = {
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
  measures: { n: { label: "Cases", unit, statType: "count" }, m: { label: "Others", unit, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
};
type Categories = Parameters<typeof labelOf>[0]["categories"];
/** Kent and Surrey, by label; 2019 to 2021. */
const categories = {
  find: (dimension: string, name: string) =>
    ["Kent", "Surrey", "2019/20", "2020/21"].includes(name) || ["kent", "surrey"].includes(name)
      ? { dimension, id: name.toLowerCase(), label: name[0]?.toUpperCase() + name.slice(1) }
      : undefined,
  period: (id: string) => (id === "2020/21" ? { id, label: "2020/21, provisional" } : undefined),
} as unknown as Categories;

test("a cell is named by its measure, its categories and its periods; what has no label by its id", () => {
  const name = (measure: string, at: Readonly<Record<string, string>>) => labelOf({ spec, categories }, measure, at);
  expect(name("n", { area: "kent", year: "2020/21" })).toBe("Cases for Kent, 2020/21, provisional");
  expect(name("gone", { area: "essex", year: "2018" })).toBe("gone for essex, 2018");
  expect(name("m", { side: "left" })).toBe("Others for left");
});

function named(
  list: NonNullable<NonNullable<DatasetSpec["disclosure"]>["known"]>,
  earlier?: readonly Readonly<Record<string, string>>[],
) {
  const diagnostics = createDiagnostics();
  const isNamed = namedCells(
    { spec, categories, diagnostics, earlier: earlier && { cells: earlier.map((at) => ({ at })) } },
    list,
    "known",
  );
  return { isNamed, said: diagnostics.all.map(({ code, message }) => `${code}: ${message}`), all: diagnostics.all };
}

test("a cell is listed where all that an entry says of it holds", () => {
  const { isNamed, said } = named([
    { area: "Kent", measure: "n" },
    { area: ["Surrey", "Kent"], year: "2020/21" },
  ]);
  expect(said).toEqual([]);
  expect(isNamed({ area: "kent", measure: "n", year: "2019/20" })).toBe(true);
  expect(isNamed({ area: "kent", measure: "m", year: "2019/20" })).toBe(false);
  expect(isNamed({ area: "surrey", measure: "m", year: "2020/21" })).toBe(true);
  expect(isNamed({ area: "kent", measure: "m", year: "2020/21" })).toBe(true);
  expect(isNamed({ area: "surrey", measure: "n", year: "2019/20" })).toBe(false);
  expect(isNamed({ measure: "n" })).toBe(false);
  expect(named([]).isNamed({ area: "kent" })).toBe(false);
});

test("names that there are not are told of, unless an earlier edition had them as ids", () => {
  const list = [{ area: ["Essex", "Kent"], measure: ["n", "cas"] }];
  const { said, all, isNamed } = named(list);
  expect(said).toEqual([
    'unknown-category: There is no area "Essex" in the data.',
    'unknown-measure: The dataset has no measure "cas".',
  ]);
  expect(all.map(({ severity, source }) => [severity, source?.field])).toEqual([
    ["error", "disclosure.known"],
    ["error", "disclosure.known"],
  ]);
  expect(isNamed({ area: "kent", measure: "n" })).toBe(true);
  const before = named([{ area: "essex" }], [{ area: "surrey" }, { area: "essex" }]);
  expect(before.said).toEqual([]);
  expect(before.isNamed({ area: "essex" })).toBe(true);
  // Of another dimension, or of another name, it is none of them; and what there is goes by its own id.
  expect(named([{ area: "essex" }], [{ side: "essex" }, { area: "sussex" }]).said).toHaveLength(1);
  expect(named([{ area: "Kent" }], [{ area: "Kent" }]).isNamed({ area: "kent" })).toBe(true);
});

test("of many names the first five are said, and how many more there are", () => {
  expect(firstNames(["a"])).toBe("a");
  expect(firstNames(["a", "b", "c", "d", "e"])).toBe("a; b; c; d; e");
  expect(firstNames(["a", "b", "c", "d", "e", "f", "g"])).toBe("a; b; c; d; e; and 2 more");
  expect([cellCount(1, "has", "have"), cellCount(3, "has", "have")]).toEqual(["A cell has", "3 cells have"]);
});

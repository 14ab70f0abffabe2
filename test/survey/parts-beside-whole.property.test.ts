import fc from "fast-check";
import { expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { partsBesideWhole } from "../../src/survey/areas/parts-beside-whole.ts";

const definition = defineDataset({
  title: "Homes",
  dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
  measures: { homes: { label: "Homes", unit: { one: "home", other: "homes" }, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
});

const names = fc.uniqueArray(
  fc
    .array(fc.constantFrom("London", "Inner", "Outer", "West", "Greater Kent"), { minLength: 1, maxLength: 3 })
    .map((words) => words.join(" ")),
  { minLength: 2, maxLength: 14 },
);
const endsWith = (name: string, end: string) => name.toLowerCase().endsWith(` ${end.toLowerCase()}`);

test("property: areas that end with the name of another are its parts where they come to it, and no others are", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(names, fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }), async (all, isWhole) => {
      const partsOf = (name: string) => all.filter((other) => endsWith(other, name));
      // The shortest names last: a whole may be a part of one that is larger.
      const figures = new Map<string, number>();
      for (const [at, name] of all.toSorted((a, b) => b.length - a.length).entries()) {
        const parts = partsOf(name);
        const sum = parts.reduce((total, part) => total + (figures.get(part) ?? 0), 0);
        figures.set(name, parts.length >= 2 && isWhole[at] ? sum : 1000 + at * 137 + sum * 2);
      }
      const rows = all.flatMap((area) =>
        ["2021", "2022"].map((year, at) => ({ area, year, homes: (figures.get(area) ?? 0) * (at + 1) })),
      );
      const dataset = await readDataset(definition, { rows }, { id: "homes" });
      const labelOf = (id: string) => dataset.category("area", id)?.label ?? id;
      const told = [...partsBesideWhole(dataset, "area")].map(([whole, parts]) => [
        labelOf(whole),
        parts.map(labelOf).sort(),
      ]);
      const expected = all.flatMap((name) => {
        const parts = partsOf(name);
        const sum = parts.reduce((total, part) => total + (figures.get(part) ?? 0), 0);
        return parts.length >= 2 && sum === figures.get(name) ? [[name, parts.sort()]] : [];
      });
      found += expected.length;
      expect(told.sort()).toEqual(expected.sort());
    }),
    { numRuns: 100, endOnFailure: true },
  );
  expect(found).toBeGreaterThan(20);
});

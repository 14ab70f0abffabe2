import { describe, expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import type { MeasureSpec } from "../../src/dataset/measure-spec.ts";

const areas = Array.from({ length: 10 }, (_, index) => `Area ${index}`);
const kinds = ["theft", "fraud", "arson", "other"];

/** Counts by area, kind and year. */
const counts = (own: Partial<MeasureSpec> = {}) =>
  defineDataset({
    title: "Offences",
    dimensions: {
      area: { role: "area", label: "Area" },
      kind: { role: "category", label: "Kind" },
      year: { role: "time", label: "Year" },
    },
    measures: {
      offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count", ...own },
    },
    sources: { home: { title: "Offences", publisher: "Home Office", kind: "official-statistics" } },
  });

/** Every second kind of every second area has no row. */
const sparse = areas.flatMap((area, index) =>
  kinds
    .filter((_, kind) => (index + kind) % 2 === 0 || kind === 0)
    .map((kind) => ({ area, kind, year: "2019", offences: 7 })),
);

describe("cells that a file leaves out", () => {
  test("have no figure, and a sum over them none, unless the definition says that they are zero", async () => {
    const unsaid = await readDataset(counts({ absent: "not-available" }), { rows: sparse }, { id: "offences" });
    expect(unsaid.lookup("offences", { area: "area-1", kind: "arson", year: "2019-01-01/2020-01-01" })).toEqual([]);
    const zero = await readDataset(counts({ absent: "zero" }), { rows: sparse }, { id: "offences" });
    expect(zero.observations).toHaveLength(areas.length * kinds.length);
    expect(zero.where({ area: "area-1", kind: "arson" })).toMatchObject([{ offences: 0, state: "value" }]);
    expect(zero.where({ area: "area-0", kind: "arson" })).toMatchObject([{ offences: 7 }]);
  });

  test("are warned of where counts seem to leave zeros out, with the line to paste", async () => {
    const read = async (own: Partial<MeasureSpec>, rows: readonly Readonly<Record<string, unknown>>[] = sparse) =>
      (await readDataset(counts(own), { rows }, { id: "offences" })).diagnostics;
    expect(await read({})).toMatchObject([
      {
        code: "sparse-counts",
        message: expect.stringContaining("38% of the cells of reported area and year are not in the file"),
        hint: expect.stringContaining('measures.offences.absent: { zeroWhereReported: ["area", "year"] }'),
      },
    ]);
    for (const absent of ["zero", "not-available", { zeroWhereReported: ["area", "year"] }] as const)
      expect(await read({ absent })).toEqual([]);
    expect(await read({}, [...sparse, { area: "Area 1", kind: "theft", year: "2018", offences: 0 }])).toEqual([]);
  });

  test("are not made by the million", async () => {
    const many = Array.from({ length: 2500 }, (_, index) => ({
      area: `Area ${index}`,
      kind: `Kind ${index}`,
      year: "2019",
      offences: 7,
    }));
    await expect(readDataset(counts({ absent: "zero" }), { rows: many }, { id: "offences" })).rejects.toMatchObject({
      diagnostics: [{ code: "absent-too-many", message: expect.stringContaining("6,250,000 cells") }],
    });
  });
});

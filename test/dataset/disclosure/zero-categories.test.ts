import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";

/** Cases of ten years, in regions that have no rows of their own; nobody is ever "Not stated". */
const years = Array.from({ length: 10 }, (_, year) => ({
  Kent: 41 + 7 * year,
  Surrey: 93 - 3 * year,
  "Not stated": 0,
}));

const spec: DatasetSpec = {
  title: "Cases",
  dimensions: {
    area: {
      role: "area",
      label: "Area",
      total: "All",
      categories: [
        { id: "all", label: "All" },
        { id: "south", label: "South" },
        { id: "elsewhere", label: "Elsewhere" },
        { id: "kent", label: "Kent", parent: "south" },
        { id: "surrey", label: "Surrey", parent: "south" },
        { id: "not-stated", label: "Not stated", parent: "elsewhere" },
      ],
    },
    year: { role: "time", label: "Year" },
  },
  measures: { n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { s: { title: "Cases", publisher: "P", kind: "other" } },
  disclosure: { profile: "under10" },
};

test("a category that is always zero is hidden among the others, where zeros are hidden", async () => {
  const rows = years.flatMap((own, index) => {
    const all = Object.values(own).reduce((sum, value) => sum + value, 0);
    return Object.entries({ All: all, ...own }).map(([area, n]) => ({ area, year: 2010 + index, n }));
  });
  const dataset = await readDataset(defineDataset(spec), { rows }, { id: "cases" });
  for (const year of years.keys()) {
    const stateOf = (area: string) =>
      dataset.observations.find(({ at }) => at.area === area && at.year?.startsWith(`${2010 + year}`))?.cell.state;
    const hidden = ["kent", "surrey", "not-stated"].filter((area) => stateOf(area) === "suppressed");
    expect(hidden).toContain("not-stated");
    expect(hidden).toHaveLength(2);
    expect(stateOf("all")).toBe("value");
  }
});

import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

/** Without what is so young that it is collected all the time. */
const oldMegabytes = () =>
  getHeapSpaceStatistics()
    .filter(({ space_name }) => !space_name.startsWith("new_"))
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0) /
  2 ** 20;

const years = ["2019", "2020", "2021", "2022"];
const size = 10_000;

function rowsOf(year: string, at: number) {
  const own = Array.from({ length: size }, (_, index) => ({
    area: `Area ${index}`,
    year,
    cases: (index * 7919 + at * 104_729) % 12 === 0 ? 3 : 20 + ((index * 31 + at * 17) % 400),
  }));
  return [{ area: "All", year, cases: own.reduce((sum, { cases }) => sum + cases, 0) }, ...own];
}

test("a large table that is read and protected leaves little behind that nobody needs", async () => {
  const definition = defineDataset({
    title: "Cases",
    dimensions: { area: { role: "area", label: "Area", total: "All" }, year: { role: "time", label: "Year" } },
    measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
    sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
    disclosure: { profile: { hide: { from: 1, to: 4 } } },
  });
  gc();
  const dataset = await readDataset(definition, { rows: years.flatMap(rowsOf) }, { id: "cases" });
  const after = oldMegabytes();
  gc();
  const kept = oldMegabytes();
  expect(dataset.observations.length).toBe((size + 1) * years.length);
  expect(after - kept).toBeLessThan(30);
});

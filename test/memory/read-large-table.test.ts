import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { ensureBuilt, packageFolder } from "../cli/ensure-built.ts";

beforeAll(() => ensureBuilt());

/** In a process of its own, that runs alike each time (`--predictable`): how far V8 lets a heap grow depends on all that was in it before. */
const program = `
import { getHeapSpaceStatistics } from "node:v8";
import { defineDataset, readDataset } from ${JSON.stringify(pathToFileURL(join(packageFolder, "dist", "index.js")))};

/** Without what is so young that it is collected all the time. */
const oldMegabytes = () =>
  getHeapSpaceStatistics()
    .filter(({ space_name }) => !space_name.startsWith("new_"))
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0) / 2 ** 20;

const size = 10_000;
function rowsOf(year, at) {
  const own = Array.from({ length: size }, (_, index) => ({
    area: "Area " + index,
    year,
    cases: (index * 7919 + at * 104_729) % 12 === 0 ? 3 : 20 + ((index * 31 + at * 17) % 400),
  }));
  return [{ area: "All", year, cases: own.reduce((sum, { cases }) => sum + cases, 0) }, ...own];
}
const definition = defineDataset({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area", total: "All" }, year: { role: "time", label: "Year" } },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
});
gc();
const dataset = await readDataset(definition, { rows: ["2019", "2020", "2021", "2022"].flatMap(rowsOf) }, { id: "cases" });
const after = oldMegabytes();
gc();
console.log(JSON.stringify({ observations: dataset.observations.length, left: after - oldMegabytes() }));
`;

test("a large table that is read and protected leaves little behind that nobody needs", async () => {
  const args = ["--expose-gc", "--predictable", "--input-type=module", "-e", program];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { observations, left } = JSON.parse(stdout) as { readonly observations: number; readonly left: number };
  expect(observations).toBe(4 * 10_001);
  expect(left).toBeLessThan(30);
});

import { readdirSync, readFileSync } from "node:fs";

/**
 * Tests that `npm test` leaves to `npm run test:long`, which CI runs too: they start the program over and over, kill it and
 * fill its disks, attack what was published for a whole year, look at all that the package holds, or stand for limits: what is very large,
 * damaged or hostile. Where `npm test` tries a part of a file's cases, the file says `inPart(` and stands in no list.
 */
export const longTests = [
  "test/batch/content-key.property.test.ts",
  "test/batch/workers.test.ts",
  "test/briefing/brands.test.ts",
  "test/briefing/read-again.test.ts",
  "test/claims/every-reason.property.test.ts",
  "test/claims/select/recent-map-heap.test.ts",
  "test/cli/batch.test.ts",
  "test/cli/build-as-process.test.ts",
  "test/cli/data.test.ts",
  "test/cli/editions.test.ts",
  "test/cli/faults.test.ts",
  "test/cli/first-briefing.test.ts",
  "test/cli/init.test.ts",
  "test/cli/isolate.test.ts",
  "test/cli/javascript-modules.test.ts",
  "test/cli/output-folder.test.ts",
  "test/cli/pdf-limits.test.ts",
  "test/cli/preview-processes.test.ts",
  "test/cli/preview.test.ts",
  "test/cli/scheduled.test.ts",
  "test/cli/twins-corrected.test.ts",
  "test/cli/twins.test.ts",
  "test/cli/watch-files.test.ts",
  "test/cli/watch.test.ts",
  "test/dataset/disclosure/attack-editions.test.ts",
  "test/dataset/disclosure/cost.test.ts",
  "test/dataset/disclosure/growing-tables.test.ts",
  "test/dataset/disclosure/large.test.ts",
  "test/dataset/disclosure/limits.test.ts",
  "test/dataset/disclosure/many-names.test.ts",
  "test/dataset/disclosure/same-editions.test.ts",
  "test/launch/command-line.test.ts",
  "test/memory/create-collector.test.ts",
  "test/memory/create-midway-collector.test.ts",
  "test/memory/read-large-table.test.ts",
  "test/package/api-report.test.ts",
  "test/package/first-briefing.test.ts",
  "test/package/loaded-modules.test.ts",
  "test/package/public-exports.test.ts",
  "test/package/unused.test.ts",
  "test/pdf/bounded.test.ts",
  "test/pdf/broken-input.test.ts",
  "test/pdf/fuzz.test.ts",
  "test/pdf/svg-broken.test.ts",
  "test/queue/closing.test.ts",
  "test/queue/faults.test.ts",
  "test/queue/operations.test.ts",
  "test/queue/queue.test.ts",
  "test/store/bucket.test.ts",
  "test/survey/limits.test.ts",
  "test/tables/broken-workbooks.test.ts",
  "test/tables/limits.test.ts",
  "test/tables/parquet-and-sql.test.ts",
  "test/verify/strangers.test.ts",
  "test/verify/tampering.test.ts",
];

/** Test files of which `npm test` tries a part, and the long tests all, or on CI more. */
export const triedInPart = () =>
  readdirSync("test", { recursive: true, encoding: "utf8" })
    .map((file) => `test/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".test.ts") && !file.startsWith("test/conformance/"))
    .filter((file) => readFileSync(file, "utf8").includes("inPart("));

/** For the command line of vitest. */
export const without = (files) => files.map((file) => `--exclude=${file}`);

/**
 * Tests that `npm run test:quick` leaves to `npm test`, unless they were touched themselves: those that take more than five seconds of
 * processor time, and by which most of its half minute would go.
 */
export const dearTests = [
  "test/briefing/order.property.test.ts",
  "test/briefing/tricks.test.ts",
  "test/charts/awkward.property.test.ts",
  "test/claims/series-sentences.property.test.ts",
  "test/dataset/disclosure/attack.test.ts",
  "test/dataset/disclosure/derived-figures.property.test.ts",
  "test/dataset/disclosure/editions.test.ts",
  "test/dataset/disclosure/published-wholes.property.test.ts",
  "test/dataset/disclosure/random-editions.test.ts",
  "test/pdf/looking-closer.test.ts",
];

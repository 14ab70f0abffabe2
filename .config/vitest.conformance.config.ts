import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { TableReporter } from "../test/conformance/setup/table-reporter.ts";
import { LongestFirst } from "./longest-first.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const report = process.env.CONFORMANCE_REPORT;

/** The checks of the written files by other people's programs: see test/conformance/README.md. */
export default defineConfig({
  root,
  test: {
    include: ["test/conformance/**/*.test.ts"],
    globalSetup: ["test/conformance/setup/install-checkers.ts", "test/conformance/setup/make-examples.ts"],
    // The report of the run as JSON goes to the file that CI names.
    reporters: ["dot", new TableReporter(), ...(report ? ["json"] : [])],
    ...(report && { outputFile: report }),
    env: { CONFORMANCE: "1" },
    // One for each core, as in vitest.config.ts.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});

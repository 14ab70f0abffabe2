import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vitest/config";
import { doors, sourceOf, specifierOf } from "./doors.ts";
import { LongestFirst } from "./longest-first.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Of the packages that are installed: vitest empties a cache that was made with others while its workers write into it. */
const packages = createHash("sha256")
  .update(readFileSync(`${root}package-lock.json`))
  .digest("hex")
  .slice(0, 12);

/**
 * Most code of a test runs a few times, and compiling it anew for speed takes more than it gives: V8 waits nine times as long as it would
 * before it does. Newer versions, of Node 22 on, count in another way.
 */
const compilesLate = Number(process.versions.v8.split(".")[0]) < 12 ? ["--interrupt-budget=600000"] : [];
/** What is quick to compile is compiled at once. */
const compilesPlainly = ["--always-sparkplug"];
/**
 * What is young is collected seldom, with room for it: a twentieth less of the processor's time. Not where tests have threads with limits of
 * memory: so much that is kept at once goes beyond these and ends the process.
 */
const collectsLess = ["--min-semi-space-size=32", "--max-semi-space-size=64"];

export const plain = defineConfig({
  root,
  resolve: {
    alias: doors.map((door) => ({
      find: new RegExp(`^${specifierOf(door)}$`),
      replacement: `${root}${sourceOf(door)}`,
    })),
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/conformance/**", "test/tools/**"],
    // Files of a worker share what they import, which would take most of their time: nothing in `src` has a state that one could leave behind.
    isolate: false,
    // One for each core: vitest leaves one core free, which is half of two.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    execArgv: [...compilesLate, ...compilesPlainly],
    env: { TZ: "Pacific/Auckland", LANG: "cy_GB.UTF-8" },
    setupFiles: ["test/seed-properties.ts"],
    // What files become is kept by their content: a tenth of the processor's time from the second run on, and for the long tests of CI.
    experimental: { fsModuleCache: true, fsModuleCachePath: `.cache/vitest-${packages}` },
    // No test fails because a machine is slow: these end what hangs.
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});

/** For `npm test`. */
export default mergeConfig(plain, { test: { execArgv: collectsLess } });

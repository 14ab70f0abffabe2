import { readdirSync, readFileSync } from "node:fs";
import { mergeConfig } from "vitest/config";
import { longTests } from "./long-tests.mjs";
import { plain } from "./vitest.config.ts";

/** Test files of which `npm test` tries a part. */
const inPart = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((file) => `test/${file.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".test.ts") && !file.startsWith("test/conformance/"))
  .filter((file) => readFileSync(file, "utf8").includes("inPart("));

const { include: _, ...test } = plain.test;

/** `npm run test:long`: the tests that `npm test` leaves out, and all cases of those of which it tries a part. */
export default mergeConfig({ ...plain, test }, { test: { include: [...longTests, ...inPart], env: { LONG: "1" } } });

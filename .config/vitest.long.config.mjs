import { mergeConfig } from "vitest/config";
import { longTests, triedInPart } from "./long-tests.mjs";
import { plain } from "./vitest.config.ts";

const { include: _, ...test } = plain.test;

/** `npm run test:long`: the tests that `npm test` leaves out, and all cases of those of which it tries a part. */
export default mergeConfig(
  { ...plain, test },
  { test: { include: [...longTests, ...triedInPart()], env: { LONG: "1" } } },
);

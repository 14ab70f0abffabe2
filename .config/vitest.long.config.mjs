import { availableParallelism } from "node:os";
import { mergeConfig } from "vitest/config";
import { longTests, triedInPart } from "./long-tests.mjs";
import { plain } from "./vitest.config.ts";

const { include: _, ...test } = plain.test;

/** Many of these wait: those of queues, which take longest, for three of four seconds. So more are at work than there are cores. */
const maxWorkers = availableParallelism() + 3;

/** `npm run test:long`: the tests that `npm test` leaves out, and of those of which it tries a part all cases, on CI more of them. */
export default mergeConfig(
  { ...plain, test },
  { test: { include: [...longTests, ...triedInPart()], env: { LONG: "1" }, maxWorkers } },
);

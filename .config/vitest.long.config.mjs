import { mergeConfig } from "vitest/config";
import { longTests } from "./long-tests.mjs";
import base from "./vitest.config.ts";

const { test, ...config } = base;

/** `npm run test:long`: the tests that `npm test` leaves out, with the same cases. */
export default mergeConfig(config, { test: { ...test, include: longTests } });

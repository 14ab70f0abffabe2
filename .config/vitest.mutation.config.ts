import { mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** The tests of one scope of `mutation.mjs`, which names them. */
const { test, ...config } = base;

export default mergeConfig(config, {
  test: { ...test, include: (process.env.MUTATION_TESTS ?? "").split(" ").filter(Boolean), isolate: false },
});

import { mergeConfig } from "vitest/config";
import { plain } from "./vitest.config.ts";

/** `npm run deep`: the properties with all their cases, where `npm test` tries a sample (`test/support/trials.ts`). */
export default mergeConfig(plain, { test: { env: { DEEP: "1" }, testTimeout: 3_600_000 } });

import fc from "fast-check";
import { trials } from "./support/trials.ts";

/**
 * The same random cases on every run, so that a run that passes passes again. `FC_SEED=random` looks further; a number
 * repeats the run that failed with it. `FC_TIME_LIMIT` ends a property after so many milliseconds, for `test:quick` and mutation testing.
 */
const { FC_SEED = "20260919", FC_TIME_LIMIT } = process.env;
fc.configureGlobal({
  numRuns: trials(100, 30),
  ...(FC_SEED !== "random" && { seed: Number(FC_SEED) }),
  ...(FC_TIME_LIMIT !== undefined && { interruptAfterTimeLimit: Number(FC_TIME_LIMIT) }),
});

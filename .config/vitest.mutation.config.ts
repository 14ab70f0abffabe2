import { mergeConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import base from "./vitest.config.ts";

/** The tests of one scope of `mutation.mjs`, which names them in the order in which they run. */
const tests = (process.env.MUTATION_TESTS ?? "").split(" ").filter(Boolean);
const { test, ...config } = base;

class AsNamed extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => tests.findIndex((name) => moduleId.endsWith(name));
    return [...files].sort((a, b) => placeOf(a) - placeOf(b));
  }
}

export default mergeConfig(config, {
  // A busy machine ends no test: Stryker has a limit of its own, which goes by how long the tests take there. It runs them in
  // threads, which take no flags of V8.
  test: { ...test, include: tests, sequence: { sequencer: AsNamed }, testTimeout: 600_000, execArgv: [] },
});

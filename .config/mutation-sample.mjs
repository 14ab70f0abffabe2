/**
 * A checker for Stryker that lets through those mutants which a sample draws. Which they are follows from a hash of what
 * each changes and where, so that two runs look at the same ones, and a mutant is in or out whatever else is asked for.
 */
import { createHash } from "node:crypto";

/** `percent:seed`, from the environment, as checkers run in a process of their own. */
const [percent, seed] = (process.env.MUTATION_SAMPLE ?? "100:1").split(":");

function isDrawn({ fileName, location, mutatorName, replacement }) {
  const file = fileName.replaceAll("\\", "/").replace(/^.*\/src\//, "");
  const { start, end } = location;
  const what = [seed, file, start.line, start.column, end.line, end.column, mutatorName, replacement].join("\n");
  const drawn = createHash("sha256").update(what).digest().readUInt32BE(0) / 2 ** 32;
  return drawn * 100 < Number(percent);
}

const sample = {
  async init() {},
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  },
  // A status that counts neither for nor against.
  async check(mutants) {
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        isDrawn(mutant) ? { status: "passed" } : { status: "compileError", reason: "not drawn" },
      ]),
    );
  },
};

export const strykerPlugins = [{ kind: "Checker", name: "sample", factory: () => sample }];

/**
 * A checker for Stryker that lets through those mutants which a sample draws, and a reporter that writes down at once what
 * became of each. Which are drawn follows from a hash of what each changes and where, so that two runs look at the same
 * ones, and a mutant is in or out whatever else is asked for. What is in the log was looked at, and is not again.
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** From the environment, as checkers run in a process of their own; and only when asked, as whoever starts them sets it first. */
const sampleOf = () => (process.env.MUTATION_SAMPLE ?? "100:1").split(":");
const logFile = () => process.env.MUTATION_LOG ?? "";

/** @returns one object a mutant: `id`, `file` below src/, `place`, `status`, and what it changes. */
export const readLog = (file) =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];

const fileOf = ({ fileName }) => fileName.replaceAll("\\", "/").replace(/^.*\/src\//, "");

function idOf(mutant) {
  const { start, end } = mutant.location;
  const { mutatorName, replacement } = mutant;
  const [, seed] = sampleOf();
  const what = [seed, fileOf(mutant), start.line, start.column, end.line, end.column, mutatorName, replacement];
  return createHash("sha256").update(what.join("\n")).digest("hex");
}

function isDrawn(mutant, known) {
  const [percent] = sampleOf();
  const id = idOf(mutant);
  const drawn = Number.parseInt(id.slice(0, 8), 16) / 2 ** 32;
  return drawn * 100 < Number(percent) && !known.has(id);
}

const sample = {
  async init() {},
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  },
  // A status that counts neither for nor against.
  async check(mutants) {
    const known = new Set(readLog(logFile()).map(({ id }) => id));
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        isDrawn(mutant, known) ? { status: "passed" } : { status: "compileError", reason: "not drawn" },
      ]),
    );
  },
};

/** Those that say something: a mutant that does not compile or was not drawn does not. */
const counted = new Set(["Killed", "Timeout", "Survived", "NoCoverage"]);

const writer = {
  onMutantTested(mutant) {
    const { status, mutatorName, replacement, location } = mutant;
    if (!counted.has(status)) return;
    // Lines and columns count from zero there, and from one where a range is asked for.
    const { start, end } = location;
    const place = `${start.line + 1}:${start.column + 1}-${end.line + 1}:${end.column + 1}`;
    const change = `${mutatorName} ${replacement.replace(/\s+/g, " ").slice(0, 120)}`;
    const line = { id: idOf(mutant), file: fileOf(mutant), place, status, change };
    appendFileSync(logFile(), `${JSON.stringify(line)}\n`);
  },
};

export const strykerPlugins = [
  { kind: "Checker", name: "sample", factory: () => sample },
  { kind: "Reporter", name: "log", factory: () => writer },
];

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

/** By what it changes and where: lines and columns from zero. */
function idOf(mutant) {
  const { start, end } = mutant.location;
  const { mutatorName, replacement } = mutant;
  const [, seed] = sampleOf();
  const what = [seed, fileOf(mutant), start.line, start.column, end.line, end.column, mutatorName, replacement];
  return createHash("sha256").update(what.join("\n")).digest("hex");
}

function isDrawn(id) {
  const [percent] = sampleOf();
  const drawn = Number.parseInt(id.slice(0, 8), 16) / 2 ** 32;
  return drawn * 100 < Number(percent);
}

const sample = {
  async init() {},
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  },
  // A status that counts neither for nor against.
  async check(mutants) {
    const known = new Set(readLog(logFile()).map(({ id }) => id));
    const isLeft = (id) => isDrawn(id) && !known.has(id);
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        isLeft(idOf(mutant)) ? { status: "passed" } : { status: "compileError", reason: "not drawn" },
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
    // Lines and columns count from one here, as where a range is asked for; and from zero in the checker.
    const { start, end } = location;
    const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
    const fromZero = ({ line, column }) => ({ line: line - 1, column: column - 1 });
    const id = idOf({ ...mutant, location: { start: fromZero(start), end: fromZero(end) } });
    // What no test runs is told of before a checker is asked, and each time.
    if (!isDrawn(id) || readLog(logFile()).some((line) => line.id === id)) return;
    const change = `${mutatorName} ${replacement.replace(/\s+/g, " ").slice(0, 120)}`;
    const line = { id, file: fileOf(mutant), place, status, change };
    appendFileSync(logFile(), `${JSON.stringify(line)}\n`);
  },
};

export const strykerPlugins = [
  { kind: "Checker", name: "sample", factory: () => sample },
  { kind: "Reporter", name: "log", factory: () => writer },
];

/**
 * Mutation testing: changes the source in small ways, one at a time, and sees whether a test notices.
 *
 *   npm run mutation -- stated                                 one scope, see below
 *   npm run mutation -- stated src/claims/stated/interval.ts   some of its files, or `file.ts:10-40`, some lines of one
 *
 * It works on a copy in the system's temporary folder, one mutant at a time, and takes minutes to an hour: for a person
 * with a question, not for CI. Prints the score of each file and what survived; exit code 1 below the level.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";

/** What is mutated, and the tests that are to notice: those of the same room, as all others are slower and notice less. */
const scopes = {
  stated: {
    mutate: ["src/claims/stated/*.ts"],
    tests: [
      "test/claims/{arithmetic,article,consistency,kinds,mutation,promises}.test.ts",
      "test/claims/stated/*.test.ts",
    ],
  },
  disclosure: {
    mutate: ["src/dataset/disclosure/*.ts"],
    tests: ["test/dataset/**/*.test.ts"],
  },
  audit: {
    mutate: [
      "src/document/audit-*.ts",
      "src/document/{css-figures,read-traced-text,resolve-traced-text}.ts",
      "src/charts/checks/{audit-alt,audit-spec,check-figures}.ts",
      "src/briefing/traced-rows.ts",
    ],
    tests: [
      "test/document/*.test.ts",
      "test/charts/{audit-spec,recipes-labels}.test.ts",
      "test/briefing/{generate-briefing,provenance,chart-descriptions}.test.ts",
    ],
  },
};

/** Per cent of the mutants that some test has to notice. */
const level = 85;

const [name, ...files] = process.argv.slice(2);
const scope = scopes[name];
if (!scope) {
  console.error(`Name one of: ${Object.keys(scopes).join(", ")}. For example: npm run mutation -- stated`);
  process.exit(2);
}

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);
const folder = await mkdtemp(join(tmpdir(), "briefwright-mutation-"));
process.env.MUTATION_TESTS = scope.tests.join(" ");
try {
  const results = await new Stryker({
    mutate: files.length > 0 ? files : scope.mutate,
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: ".config/vitest.mutation.config.ts", related: false },
    coverageAnalysis: "perTest",
    concurrency: 1,
    // A test that computes in a loop may not end; others take a second or two.
    timeoutMS: 20_000,
    ignoreStatic: false,
    // What only a text says is for people to read.
    mutator: { excludedMutations: ["StringLiteral"] },
    ignorePatterns: ["dist", "examples/samples", "test/{conformance,bench,tools}", "coverage", "out"],
    tempDirName: folder,
    cleanTempDir: "always",
    disableTypeChecks: "{src,test}/**/*.ts",
    reporters: ["progress-append-only"],
    allowEmpty: false,
  }).runMutationTest();
  report(results);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function report(results) {
  const counted = results.filter(({ status }) => ["Killed", "Timeout", "Survived", "NoCoverage"].includes(status));
  const isFound = ({ status }) => status === "Killed" || status === "Timeout";
  const scoreOf = (mutants) => (100 * mutants.filter(isFound).length) / mutants.length;
  for (const mutant of counted.filter((mutant) => !isFound(mutant))) {
    const { fileName, location, mutatorName, replacement, status } = mutant;
    const text = replacement.replace(/\s+/g, " ").slice(0, 120);
    // The location counts from zero.
    console.log(
      `${relative(root, fileName)}:${location.start.line + 1}:${location.start.column + 1} ${status} ${mutatorName} ${text}`,
    );
  }
  console.log("");
  const line = (mutants, what) =>
    console.log(`${scoreOf(mutants).toFixed(1).padStart(6)}% of ${String(mutants.length).padStart(4)}  ${what}`);
  for (const file of new Set(counted.map(({ fileName }) => fileName))) {
    line(
      counted.filter(({ fileName }) => fileName === file),
      relative(root, file),
    );
  }
  line(counted, `${name}, where ${level}% is the level`);
  if (scoreOf(counted) < level) process.exitCode = 1;
}

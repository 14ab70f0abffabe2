/**
 * Mutation testing: changes the source in small ways, one at a time, and sees whether a test notices.
 *
 *   npm run mutation -- stated                                 one scope, see below
 *   npm run mutation -- stated src/claims/stated/grain.ts   some of its files, or `file.ts:10-40`, some lines of one
 *   npm run mutation -- audit --sample 10 --seed 2             a tenth of all mutants, drawn at random, with a seed (1 is usual)
 *   npm run mutation -- audit --log audit.jsonl                writes down what became of each mutant, and goes on where a
 *                                                              run with this log was stopped (Ctrl-C); counts all in it
 *
 * It works on a copy in the system's temporary folder, one mutant at a time, and takes minutes to an hour: for a person
 * with a question, not for CI. Prints the score of each file and what survived; exit code 1 below the level. Properties
 * are tried for a second each, so what survives may still be noticed by a run of all their cases: ask again for its lines
 * with `--property-ms 60000`.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { dearTests, longTests } from "./long-tests.mjs";
import { readLog } from "./mutation-sample.mjs";

/**
 * What is mutated, and the tests that are to notice: those of the same room, as all others are slower and notice less.
 * They run in this order, the quick first; after them what else is in the folder `room`, but for the dearest.
 */
const scopes = {
  stated: {
    mutate: ["src/claims/stated/*.ts"],
    room: "test/claims/stated",
    tests: [
      "test/claims/stated/interval.test.ts",
      "test/claims/stated/left-open.test.ts",
      "test/claims/stated/rounded.test.ts",
      "test/claims/stated/stated.test.ts",
      "test/claims/codes.test.ts",
      "test/claims/article.test.ts",
      "test/claims/promises.test.ts",
      "test/claims/kinds.test.ts",
      "test/claims/consistency.test.ts",
      "test/claims/signed-changes.test.ts",
      "test/claims/population-rates.test.ts",
      "test/claims/arithmetic.test.ts",
      "test/claims/stated/hedges.test.ts",
      "test/claims/rounded-figures.property.test.ts",
      "test/claims/stated/unknown.test.ts",
      "test/claims/mutation.test.ts",
    ],
  },
  disclosure: {
    mutate: ["src/dataset/disclosure/*.ts"],
    room: "test/dataset/disclosure",
    tests: [
      "test/dataset/disclosure/is-proof.test.ts",
      "test/dataset/disclosure/rounding-bounds.test.ts",
      "test/dataset/disclosure/follow-counts.test.ts",
      "test/dataset/disclosure/vanished-totals.test.ts",
      "test/dataset/disclosure/past-periods.test.ts",
      "test/dataset/disclosure/past-cells.test.ts",
      "test/dataset/disclosure/past-families.test.ts",
      "test/dataset/disclosure/past-relations.test.ts",
      "test/dataset/disclosure/withdraw.test.ts",
      "test/dataset/disclosure/same-past.test.ts",
      "test/dataset/disclosure/name-cells.test.ts",
      "test/dataset/disclosure/pair-names.test.ts",
      "test/dataset/disclosure/report-past.test.ts",
      "test/dataset/disclosure/said-of-protection.test.ts",
      "test/dataset/disclosure/relations.test.ts",
      "test/dataset/disclosure/count-table.test.ts",
      "test/dataset/disclosure/known-totals.test.ts",
      "test/dataset/disclosure/solve.test.ts",
      "test/dataset/disclosure/check-disclosure.test.ts",
      "test/dataset/disclosure/cost-of-hiding.test.ts",
      "test/dataset/disclosure/lines.test.ts",
      "test/dataset/disclosure/known-alternatives.test.ts",
      "test/dataset/disclosure/attacker.test.ts",
      "test/dataset/disclosure/dive.test.ts",
      "test/dataset/disclosure/moves.test.ts",
      "test/dataset/disclosure/master-program.test.ts",
      "test/dataset/disclosure/branch-and-cut.test.ts",
      "test/dataset/disclosure/search-whole.test.ts",
      "test/dataset/disclosure/choose.test.ts",
      "test/dataset/disclosure/zero-categories.test.ts",
      "test/dataset/disclosure/blocks.test.ts",
      "test/dataset/disclosure/last-attack.test.ts",
      "test/dataset/disclosure/same-choice.test.ts",
      "test/dataset/disclosure/same-datasets.test.ts",
      "test/dataset/disclosure/same-editions.test.ts",
      "test/dataset/disclosure/protect.test.ts",
      "test/dataset/disclosure/editions.test.ts",
      "test/dataset/disclosure/unlike-editions.test.ts",
      "test/dataset/disclosure/lancashire.test.ts",
      "test/dataset/disclosure/data-equations.property.test.ts",
      "test/dataset/disclosure/publisher-bounds.property.test.ts",
      "test/dataset/disclosure/published-wholes.property.test.ts",
      "test/dataset/disclosure/many-names.test.ts",
      "test/dataset/disclosure/attack.test.ts",
      "test/dataset/disclosure/attack-linked.test.ts",
      "test/dataset/disclosure/attack-editions.test.ts",
      "test/dataset/disclosure/cost.test.ts",
      "test/dataset/disclosure/limits.test.ts",
    ],
  },
  audit: {
    mutate: [
      "src/document/audit-*.ts",
      "src/document/{css-affixes,css-figures,match-selector,read-traced-text,resolve-traced-text}.ts",
      "src/charts/checks/{audit-alt,check-figures}.ts",
      "src/charts/scene-reading/*.ts",
      "src/tracing/*.ts",
      "src/briefing/{lint-labels,traced-rows}.ts",
    ],
    tests: [
      "test/charts/check-geometry.test.ts",
      "test/charts/check-guides.test.ts",
      "test/charts/check-ticks.test.ts",
      "test/charts/drawn-text.test.ts",
      "test/charts/check-labels-placed.test.ts",
      "test/charts/check-names-drawn.test.ts",
      "test/charts/drawn-parts.test.ts",
      "test/document/audit-neighbours.test.ts",
      "test/document/audit-css-looks.test.ts",
      "test/charts/check-texts-drawn.test.ts",
      "test/charts/traced-datum.test.ts",
      "test/charts/written-figure.test.ts",
      "test/charts/beside-titled.test.ts",
      "test/charts/read-scene.test.ts",
      "test/charts/drawn-names.test.ts",
      "test/charts/scale-fields.test.ts",
      "test/charts/field-meaning.test.ts",
      "test/charts/check-headings-placed.test.ts",
      "test/charts/counted-squares.test.ts",
      "test/tracing/traced-figure.test.ts",
      "test/tracing/check-said-figures.test.ts",
      "test/tracing/check-figure-rows.test.ts",
      "test/document/codes.test.ts",
      "test/document/audit-figures.test.ts",
      "test/document/match-selector.test.ts",
      "test/document/css-effects.test.ts",
      "test/document/audit-bars.test.ts",
      "test/document/resolve-traced-text.test.ts",
      "test/briefing/traced-rows.test.ts",
      "test/document/css-figures.test.ts",
      "test/document/css-affixes.test.ts",
      "test/document/audit-said-figures.test.ts",
      "test/document/audit-affixes.test.ts",
      "test/language/said-figures.test.ts",
      "test/document/audit-css-affixes.test.ts",
      "test/document/audit.test.ts",
      "test/document/from-template.test.ts",
      "test/template/known.test.ts",
      "test/charts/rounded-alt.property.test.ts",
      "test/charts/describe-chart.test.ts",
      "test/charts/described-as-drawn.test.ts",
      "test/charts/describe-kinds.test.ts",
      "test/charts/hidden-cells.test.ts",
      "test/charts/tooltips.test.ts",
      "test/briefing/lint-labels.test.ts",
      "test/briefing/sparse-period.test.ts",
      "test/briefing/rounded-figures.test.ts",
      "test/briefing/provenance.test.ts",
      "test/charts/recipes-hidden.test.ts",
      "test/charts/drawn-descriptions.property.test.ts",
      "test/charts/audit-scene.test.ts",
      "test/briefing/right-place.test.ts",
      "test/briefing/chart-descriptions.test.ts",
      "test/charts/texts-over-marks.test.ts",
      "test/charts/honest-charts.test.ts",
      "test/charts/annotations.test.ts",
      "test/charts/recipes-counted.test.ts",
      "test/document/joined-figures.property.test.ts",
      "test/charts/recipes-parts.test.ts",
      "test/charts/recipes-labels.test.ts",
      "test/briefing/table-bars.property.test.ts",
      "test/briefing/rounded-charts.property.test.ts",
      "test/briefing/chart-parts.test.ts",
      "test/briefing/attach.test.ts",
      "test/briefing/disclosure.test.ts",
      "test/charts/boundaries.test.ts",
      "test/charts/color-alone.test.ts",
      "test/charts/funnel.test.ts",
      "test/charts/gallery.test.ts",
      "test/charts/recipes.test.ts",
      "test/charts/recipes-layout.test.ts",
      "test/charts/recipes-samples.test.ts",
      "test/charts/names-with-digits.property.test.ts",
      "test/charts/names-with-room.test.ts",
      "test/charts/title-affixes.property.test.ts",
      "test/charts/audited-once.test.ts",
      "test/document/declared-names.test.ts",
      "test/document/find-names.test.ts",
      "test/document/structure.test.ts",
      "test/language/disguised-figures.test.ts",
      "test/language/label-figures.test.ts",
      "test/language/named-figures.test.ts",
      "test/language/planted-figures.test.ts",
      "test/language/quantity-figures.test.ts",
      "test/language/other-units.test.ts",
      "test/language/remembered-affixes.test.ts",
      "test/template/bars.property.test.ts",
      "test/template/render.test.ts",
      "test/template/shipped.test.ts",
      "test/briefing/tricks.test.ts",
    ],
  },
};

/** Per cent of the mutants that some test has to notice. */
const level = 85;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    "property-ms": { type: "string", default: "1000" },
    log: { type: "string" },
  },
});
const [name, ...files] = positionals;
const scope = scopes[name];
if (!scope) {
  console.error(`Name one of: ${Object.keys(scopes).join(", ")}. For example: npm run mutation -- stated`);
  process.exit(2);
}

const here = process.cwd();
const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);
// A test that was renamed would be left out in silence, and the score be too low.
const gone = scope.tests.filter((test) => !existsSync(test));
if (gone.length > 0) {
  console.error(`Not there, though the scope names them: ${gone.join(", ")}`);
  process.exit(2);
}
// So would one that is new.
const others = scope.room ? readdirSync(scope.room).map((file) => `${scope.room}/${file}`) : [];
const left = new Set([...scope.tests, ...dearTests, ...longTests]);
const tests = [...scope.tests, ...others.filter((file) => file.endsWith(".test.ts") && !left.has(file))];
const folder = await mkdtemp(join(tmpdir(), "briefwright-mutation-"));
process.env.MUTATION_TESTS = tests.join(" ");
process.env.MUTATION_SAMPLE = `${options.sample}:${options.seed}`;
process.env.FC_TIME_LIMIT = options["property-ms"];
const log = options.log === undefined ? join(folder, "mutants.jsonl") : resolve(here, options.log);
process.env.MUTATION_LOG = log;
process.once("SIGINT", () => {
  report(readLog(log));
  rmSync(folder, { recursive: true, force: true });
  process.exit(130);
});
try {
  await new Stryker({
    mutate: files.length > 0 ? files : scope.mutate,
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner", fileURLToPath(new URL("mutation-sample.mjs", import.meta.url))],
    checkers: ["sample"],
    vitest: { configFile: ".config/vitest.mutation.config.ts", related: false },
    coverageAnalysis: "perTest",
    concurrency: 1,
    // A test that computes in a loop may not end; others take a second or two.
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 60,
    ignoreStatic: false,
    // What only a text says is for people to read.
    mutator: { excludedMutations: ["StringLiteral"] },
    ignorePatterns: ["dist", "examples/samples", "test/{conformance,bench,tools}", "coverage", "out"],
    tempDirName: folder,
    cleanTempDir: "always",
    disableTypeChecks: "{src,test}/**/*.ts",
    reporters: ["progress-append-only", "log"],
    allowEmpty: false,
  }).runMutationTest();
  report(readLog(log));
} finally {
  await rm(folder, { recursive: true, force: true });
}

function report(mutants) {
  const isFound = ({ status }) => status === "Killed" || status === "Timeout";
  const scoreOf = (some) => (100 * some.filter(isFound).length) / some.length;
  for (const { file, place, status, change } of mutants.filter((mutant) => !isFound(mutant)))
    console.log(`src/${file}:${place} ${status} ${change}`);
  console.log("");
  const line = (some, what) =>
    console.log(`${scoreOf(some).toFixed(1).padStart(6)}% of ${String(some.length).padStart(4)}  ${what}`);
  for (const file of new Set(mutants.map((mutant) => mutant.file).sort())) {
    line(
      mutants.filter((mutant) => mutant.file === file),
      `src/${file}`,
    );
  }
  const [low, high] = confidence(mutants.filter(isFound).length, mutants.length);
  const isAll = options.sample === "100" && options.log === undefined;
  const known = isAll ? "" : `; of all there are, ${low}% to ${high}% (95% confidence)`;
  line(mutants, `${name}, where ${level}% is the level${known}`);
  // A busy machine ends tests that would have passed: these may have survived.
  const late = mutants.filter(({ status }) => status === "Timeout");
  for (const { file, place, change } of late)
    console.log(`src/${file}:${place} counted as noticed, out of time: ${change}`);
  if (scoreOf(mutants) < level) process.exitCode = 1;
}

/** Wilson's interval of a share, in per cent. */
function confidence(found, looked) {
  const z = 1.96;
  const share = found / looked;
  const middle = share + z ** 2 / (2 * looked);
  const half = z * Math.sqrt((share * (1 - share)) / looked + z ** 2 / (4 * looked ** 2));
  return [middle - half, middle + half].map((end) => ((100 * end) / (1 + z ** 2 / looked)).toFixed(1));
}

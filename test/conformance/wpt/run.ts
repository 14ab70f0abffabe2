import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runProgram } from "../run-program.ts";
import { areas, findReftests, type Reftest, sampleOf } from "./find-reftests.ts";
import { createRenderer, type Renderer } from "./renderer.ts";
import { createReftestRunner, type Outcome } from "./run-reftest.ts";

/**
 * Reftests of a checkout of the web-platform tests, with `briefwright/pdf` and, where it is installed, with WeasyPrint:
 *
 *   npx jiti test/conformance/wpt/run.ts <checkout> [--sample 100] [--seed 1] [--area css-grid] [--results file.jsonl]
 *
 * What is in the file of results is not run again. `--only` runs one of the two formatters, `--list` prints each test that
 * does not pass with the reason.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    area: { type: "string", multiple: true },
    results: { type: "string" },
    only: { type: "string" },
    list: { type: "boolean", default: false },
    seconds: { type: "string", default: "20" },
  },
});

interface Result {
  readonly engine: string;
  readonly area: string;
  readonly path: string;
  readonly outcome: Outcome;
}

const [checkout] = positionals;
if (checkout === undefined || !existsSync(join(checkout, "css"))) {
  console.error("Where are the web-platform tests? npx jiti test/conformance/wpt/run.ts <checkout>");
  process.exit(2);
}
const root = resolve(checkout);
const chosen = values.area ?? areas.filter((area) => existsSync(join(root, "css", area)));
const count = values.sample === undefined ? Number.POSITIVE_INFINITY : Number(values.sample);
const tests = chosen.flatMap((area) => sampleOf(findReftests(root, area), { count, seed: values.seed }));

const here = fileURLToPath(new URL(".", import.meta.url));
const timeLimit = Number(values.seconds) * 1000;
const jiti = fileURLToPath(new URL("../../../node_modules/jiti/lib/jiti-cli.mjs", import.meta.url));
const python = { program: "python3", args: [join(here, "render_weasyprint.py"), root], timeLimit };
const ours = { program: process.execPath, args: [jiti, join(here, "render-pages.ts"), root], timeLimit };
const hasWeasyPrint = await runProgram("python3", ["-c", "import weasyprint"]).then(
  ({ exitCode }) => exitCode === 0,
  () => false,
);
const engines: Readonly<Record<string, Renderer>> = {
  briefwright: createRenderer(ours),
  ...(hasWeasyPrint && { WeasyPrint: createRenderer(python) }),
};

const results: Result[] = [];
const known = new Map<string, Result>();
if (values.results !== undefined && existsSync(values.results)) {
  for (const line of readFileSync(values.results, "utf8").split("\n").filter(Boolean)) {
    const result = JSON.parse(line) as Result;
    known.set(`${result.engine}|${result.path}`, result);
  }
}

const names = Object.keys(engines).filter((name) => values.only === undefined || values.only === name);
const folder = mkdtempSync(join(tmpdir(), "briefwright-wpt-"));
try {
  for (const engine of names) {
    const renderer = engines[engine] as Renderer;
    const runner = createReftestRunner({ root, folder, renderer });
    for (const test of tests)
      results.push(known.get(`${engine}|${test.path}`) ?? (await runOne(engine, test, runner.run)));
    renderer.close();
  }
} finally {
  rmSync(folder, { recursive: true });
}
report();

async function runOne(engine: string, test: Reftest, run: (test: Reftest) => Promise<Outcome>): Promise<Result> {
  const result = { engine, area: test.area, path: test.path, outcome: await run(test) };
  if (values.results !== undefined) appendFileSync(values.results, `${JSON.stringify(result)}\n`);
  return result;
}

function report(): void {
  if (values.list) {
    for (const { engine, path, outcome } of results)
      if (outcome !== "pass" && outcome !== "near") console.log(`${engine} ${path}: ${outcome.replaceAll("\n", " ")}`);
  }
  const row = (cells: readonly string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(16) : cell.padStart(40))).join("");
  const passes = (engine: string, area?: string) => {
    const own = results.filter((each) => each.engine === engine && (area === undefined || each.area === area));
    const ended = (...as: readonly Outcome[]) => own.filter(({ outcome }) => as.includes(outcome)).length;
    const percent = (passed: number) => (own.length === 0 ? "" : ` ${((passed / own.length) * 100).toFixed(1)}%`);
    const [passed, near] = [ended("pass"), ended("pass", "near")];
    return `${passed} of ${own.length}${percent(passed)}, near: ${near}${percent(near)}`;
  };
  console.log(row(["area", ...names]));
  for (const area of chosen) console.log(row([area, ...names.map((name) => passes(name, area))]));
  console.log(row(["all", ...names.map((name) => passes(name))]));
}

// What a run over an unchanged set takes, and over one of which a cell has changed: node test/bench/batch-unchanged.mjs [1000]. It reports; nothing passes or fails.
// Times are of processor (user and system), of processes that end: that of reading and protecting has loaded the library too.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printTable } from "./print-table.mjs";

const size = Number(process.argv[2] ?? 1000);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const module = here("./many-areas.mjs");
const folder = mkdtempSync(join(tmpdir(), "briefwright-unchanged-"));
const env = { ...process.env, AREAS: String(size), XDG_CACHE_HOME: join(folder, "cache") };
const out = join(folder, "out");
const repeats = 2;

try {
  const build = [here("../../dist/cli.js"), "build", module, "--each", "area", "--format", "html", "--out", out];
  const made = run(build);
  printTable([
    [`${size} briefings, HTML`, "wall", "processor"],
    [`made, by ${availableParallelism()} processors`, ...told(made)],
    ["again, unchanged", ...told(least(() => run(build)))],
    ["again, one cell changed", ...told(least((turn) => run(build, { CHANGED: String(turn + 1) })))],
    ["of which starting, reading and protecting", ...told(least(() => run([here("./read-only.mjs"), module])))],
    ["of which up to the plan (--dry-run)", ...told(least(() => run([...build, "--dry-run"])))],
  ]);
} finally {
  rmSync(folder, { recursive: true });
}

function run(args, more = {}) {
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", new URL("./tell-usage.mjs", import.meta.url).href, ...args],
    {
      env: { ...env, ...more },
      encoding: "utf8",
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) throw new Error(`It ended with ${status}: ${stderr.slice(-2000)}`);
  const cpu = Number(/processor (\d+) ms\s*$/.exec(stderr)?.[1]);
  return { ms: performance.now() - began, cpuMs: cpu };
}

function least(measure) {
  return Array.from({ length: repeats }, (_, turn) => measure(turn)).reduce((best, own) =>
    own.cpuMs < best.cpuMs ? own : best,
  );
}

function told({ ms, cpuMs }) {
  return [`${(ms / 1000).toFixed(1)} s`, `${(cpuMs / 1000).toFixed(1)} s`];
}

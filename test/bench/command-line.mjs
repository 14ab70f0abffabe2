import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { areas } from "./briefing.mjs";
import { makers } from "./makers/index.mjs";
import { printTable } from "./print-table.mjs";

const rounds = 10;
const fileAt = (path) => fileURLToPath(new URL(path, import.meta.url));
const tellUsage = ["--import", new URL("./tell-usage.mjs", import.meta.url).href];
const baseId = "typst";

/** Whole processes of Node, timed by the clock and of the processors, with the code that earlier ones kept in the folder; what else they keep is in a folder of their own. */
function createRunner(folder) {
  return (args, own = folder) => {
    const env = { ...process.env, BRIEFWRIGHT_CACHE: join(folder, "code"), XDG_CACHE_HOME: own };
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [...tellUsage, ...args], { env, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return { ms: performance.now() - start, processorMs: Number(/processor (\d+) ms/.exec(stderr)?.[1]) };
  };
}

const buildOf = (format, folder) => [
  fileAt("../../dist/cli.js"),
  "build",
  fileAt("./briefing.mjs"),
  ...["-f", format, "-o", folder],
];

/**
 * The first briefing by the command line, with the code that earlier runs kept, in turn with the library and what both are compared with. Whole
 * processes, by the clock and of the processors; the least of ten, since what else the machine does can only add to it.
 */
export function reportCommandLine(ids, folder) {
  const run = createRunner(folder);
  const build = (format) => [...buildOf(format, folder), "-p", `area=${areas[0]}`];
  const cold = (id) => [fileAt("./cold.mjs"), id, folder];
  const all = [
    ["briefwright build, PDF, code kept", build("pdf")],
    ["briefwright build, HTML, code kept", build("html")],
    ...["briefwright-pdf", "briefwright-html", baseId]
      .filter((id) => ids.includes(id))
      .map((id) => [makers[id].name, cold(id)]),
  ];
  // Twice: what the first run loads late is kept by the second.
  for (const [, args] of [...all, ...all]) run(args);
  const times = all.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, [, args]] of all.entries()) times[index].push(run(args));
  const least = (index, of) => Math.min(...times[index].map(of));
  const base = ids.includes(baseId) ? all.length - 1 : undefined;
  const cell = (index, of) => {
    const ratio = base === undefined ? "" : ` (${(least(index, of) / least(base, of)).toFixed(2)} ×)`;
    return `${least(index, of).toFixed(0)}${ratio}`;
  };
  printTable([
    ["first, ms", "by the clock", "of the processors"],
    ...all.map(([name], index) => [name, cell(index, ({ ms }) => ms), cell(index, ({ processorMs }) => processorMs)]),
  ]);
  console.log("");
}

const batchRounds = 3;

/**
 * All areas by the command line as PDF, by one thread and by two workers: the least of three, in turn. Each time in folders of their own, since what is as it was is
 * not made again.
 *
 * @param base what one and two processes of what it is compared with take, ms by the clock; undefined where that is not here.
 */
export function reportWorkers(folder, base) {
  const run = createRunner(folder);
  const ways = [1, 2];
  const runs = ways.map(() => []);
  for (let round = 0; round < batchRounds; round += 1)
    for (const [index, jobs] of ways.entries()) {
      const out = join(folder, `batch-${round}-${jobs}`);
      runs[index].push(run([...buildOf("pdf", out), "--each", "area", "--jobs", String(jobs)], out));
    }
  const least = (index, of) => Math.min(...runs[index].map(of));
  const ratio = (ms, to) => (to === undefined ? "" : `${(ms / to).toFixed(2)} ×`);
  printTable([
    [`${areas.length} by the command line, s`, "by the clock", "of one process", "of two", "of the processors"],
    ...ways.map((jobs, index) => {
      const ms = least(index, (each) => each.ms);
      const processors = (least(index, ({ processorMs }) => processorMs) / 1000).toFixed(2);
      const ratios = [ratio(ms, base?.one), ratio(ms, base?.two)];
      return [jobs === 1 ? "one thread" : `${jobs} workers`, (ms / 1000).toFixed(2), ...ratios, processors];
    }),
  ]);
}

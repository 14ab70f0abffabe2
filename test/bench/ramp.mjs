import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { reportWorkers } from "./command-line.mjs";
import { makers } from "./makers/index.mjs";
import { median } from "./median.mjs";
import { printTable } from "./print-table.mjs";

/** Briefings of a run: what it is compared with makes 43, and what comes after those is steady. */
const count = 63;
const batch = 43;
const rounds = 3;
/** Whoever takes so long for one, ms, takes many minutes for a round: one of them is enough. */
const slow = 400;
const script = fileURLToPath(new URL("./ramp-run.mjs", import.meta.url));

/** Names of columns, and the briefings that each is the mean of, from the first, 0, to the one before the last. */
const spans = [
  ["first", 0, 1],
  ["2nd", 1, 2],
  ["3–10", 2, 10],
  ["11–20", 10, 20],
  ["21–42", 20, 42],
  ["steady", batch, count],
];

/** What is compared with: native, and given values and charts. */
const baseId = "typst";

/**
 * How fast each maker gets, from the start of a process to a steady state, and what two of its processes at once take for 43. Each run is a process of
 * its own, of each maker in turn; the least of three, since what else the machine does can only add to it, and one of slow ones.
 */
export async function reportRamp(ids, folder) {
  const runs = new Map(ids.map((id) => [id, []]));
  const pairs = new Map(ids.map((id) => [id, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const id of ids) {
      if (runs.get(id).some(({ ms }) => median(ms) > slow)) continue;
      runs.get(id).push(runOnce(id, folder));
      pairs.get(id).push(await runPair(id, folder));
    }
  }
  const least = (id, of) => Math.min(...runs.get(id).map(of));
  const byTime = (id, of) => [
    ...spans.map(([, from, to]) => least(id, (run) => mean(of(run).slice(from, to)))),
    least(id, (run) => sum(of(run).slice(0, batch))),
  ];
  const names = [...spans.map(([name]) => name), `all ${batch}`];
  printRatios(ids, ["ms each, by the clock", ...names, `all ${batch}, in two processes`, "peak, MB"], (id) => [
    ...byTime(id, ({ ms }) => ms),
    Math.min(...pairs.get(id)),
    median(runs.get(id).map(({ peakMb }) => peakMb)),
  ]);
  const alone = ids.filter((id) => !makers[id].startsProcesses);
  printRatios(alone, ["ms each, of the processors", ...names], (id) => byTime(id, ({ processorMs }) => processorMs));
  const isCompared = ids.includes(baseId);
  const all43 = ({ ms }) => sum(ms.slice(0, batch));
  reportWorkers(folder, isCompared ? { one: least(baseId, all43), two: Math.min(...pairs.get(baseId)) } : undefined);
  console.log(
    "Two processes share nothing. What larger batches take with workers is printed by `npm run bench:batch`.",
  );
  console.log(
    isCompared
      ? `In brackets: against ${makers[baseId].name}, which is given values and charts. Where others use the machine, the clock says little.\n`
      : `${makers[baseId].name} is not here: no ratios.\n`,
  );
}

function printRatios(ids, head, columnsOf) {
  const base = ids.includes(baseId) ? columnsOf(baseId) : undefined;
  const cell = (value, index) => `${value.toFixed(0)}${base ? ` (${(value / base[index]).toFixed(2)} ×)` : ""}`;
  printTable([head, ...ids.map((id) => [makers[id].name, ...columnsOf(id).map(cell)])]);
}

function runOnce(id, folder) {
  const { status, stdout } = spawnSync(process.execPath, [script, id, folder, String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${id} ended with ${status}.`);
  return JSON.parse(stdout);
}

/** Two processes that share 43 briefings, from start to end, ms. */
async function runPair(id, folder) {
  const start = performance.now();
  const halves = [Math.ceil(batch / 2), Math.floor(batch / 2)];
  const children = halves.map((half) =>
    spawn(process.execPath, [script, id, folder, String(half)], { stdio: ["ignore", "ignore", "inherit"] }),
  );
  for (const [status] of await Promise.all(children.map((child) => once(child, "exit"))))
    if (status !== 0) throw new Error(`${id} ended with ${status}.`);
  return performance.now() - start;
}

const sum = (values) => values.reduce((all, value) => all + value, 0);
const mean = (values) => sum(values) / values.length;

// How long batches take, by one and by two workers: npm run bench:batch [-- --all], which adds 10,000; or other sizes, and --workers=1,2 for some lines. It reports; nothing passes or fails.
// Each line is a process of its own. What stands beside it is there or is named; --alone leaves that out, the areas and the unchanged set.
import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { makers } from "./makers/index.mjs";
import { median } from "./median.mjs";
import { prepare } from "./prepare.mjs";
import { printTable } from "./print-table.mjs";

const runFile = promisify(execFile);
const given = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const sizes = given.length > 0 ? given : process.argv.includes("--all") ? [43, 1000, 10_000] : [43, 1000];
/** Small batches are measured several times. */
const repeatsOf = (size) => (size < 100 ? 3 : 1);
/** 0: in this process, without a worker. */
const workers = (process.argv.find((arg) => arg.startsWith("--workers="))?.slice(10) ?? "0,1,2").split(",").map(Number);

/** A process that has one processor, its compiler and its collector with it: what a second one adds is told against that. */
const pinned = "on one processor";
/** Two such processes at once, which share nothing, with half of the briefings each: what the second processor of this machine can add at most, since processors share caches and memory. */
const apart = "in two processes, each on a processor of its own";
const hasPinned = spawnSync("taskset", ["-V"]).status === 0;

console.log(
  `Node ${process.version}, ${availableParallelism()} processors; HTML and PDF of four pages with three charts each.\n`,
);
if (!hasPinned) console.log("Not here, left out: taskset, which keeps a process on one processor\n");
for (const size of sizes) {
  const ways = [
    ...workers,
    ...(hasPinned && size < 10_000 ? [pinned, ...(availableParallelism() > 1 ? [apart] : [])] : []),
  ];
  const runs = new Map(ways.map((way) => [way, []]));
  // One after the other, so that all meet the same weather.
  for (let repeat = 0; repeat < repeatsOf(size); repeat += 1)
    for (const way of ways) runs.get(way).push(way === apart ? await measureApart(size) : measure(size, way));
  report(size, runs);
}
if (!process.argv.includes("--alone")) {
  reportLostCode();
  reportAreas();
  await reportOthers(43);
  run("./batch-unchanged.mjs", { stdio: "inherit" });
}

function nameOf(way) {
  if (way === apart) return way;
  if (way === pinned) return `in one process, ${pinned}`;
  return way === 0 ? "in one process" : `${way} ${way === 1 ? "worker" : "workers"}`;
}

function measure(size, way) {
  const count = way === pinned ? 0 : way;
  return JSON.parse(run("./batch-run.mjs", { args: [String(size), String(count)], isPinned: way === pinned }));
}

/** Both processors have such a process until the later one ends. */
async function measureApart(size) {
  const start = performance.now();
  const halves = await Promise.all(
    [Math.ceil(size / 2), Math.floor(size / 2)].map(async (count, processor) => {
      const args = ["-c", String(processor), process.execPath, fileOf("./batch-run.mjs"), String(count), "0"];
      const { stdout } = await runFile("taskset", args);
      return JSON.parse(stdout);
    }),
  );
  const sum = (key) => halves.reduce((total, half) => total + half[key], 0);
  return { ms: performance.now() - start, cpuMs: sum("cpuMs"), megabytes: sum("megabytes"), memory: [] };
}

function fileOf(name) {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** A process of its own, to its end. Returns what it prints. */
function run(name, { flags = [], args = [], env = {}, stdio = ["ignore", "pipe", "inherit"], isPinned = false } = {}) {
  const file = fileOf(name);
  const [program, ...given] = [...(isPinned ? ["taskset", "-c", "0"] : []), process.execPath, ...flags, file, ...args];
  const { status, stdout } = spawnSync(program, given, {
    stdio,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${name} ${args.join(" ")} ended with ${status}.`);
  return stdout;
}

/** How often V8 threw optimised code away since what it was optimised for was collected: next to never, or all is compiled again and again. */
function reportLostCode() {
  const size = 60;
  const lost = [0, 1].map((count) => {
    const traced = run("./batch-run.mjs", { flags: ["--trace-deopt"], args: [String(size), String(count)] });
    return `${traced.match(/reason: weak objects/g)?.length ?? 0} ${nameOf(count)}`;
  });
  console.log(`Functions whose optimised code was lost to a collection, in ${size} briefings: ${lost.join(", ")}.\n`);
}

/** What memory depends on beside the number of briefings: the areas that each is ranked among. 100 briefings show it. */
function reportAreas() {
  const [few, many] = [100, 10_000].map((size) => ({
    size,
    ...JSON.parse(run("./batch-areas.mjs", { env: { AREAS: String(size) } })),
  }));
  printTable([
    ["100 briefings, two workers", "processor", "peak memory", "against 100 areas"],
    ...[few, many].map(({ size, cpuMs, megabytes }) => [
      `ranked among ${size} areas`,
      `${(cpuMs / 1000).toFixed(1)} s`,
      `${megabytes.toFixed(0)} MB`,
      `${(megabytes / few.megabytes).toFixed(2)} ×`,
    ]),
  ]);
}

function report(size, runs) {
  const of = (count, key) => median(runs.get(count).map((run) => run[key]));
  const base = of(workers[0], "ms");
  printTable([
    [`${size} briefings`, "wall", "a second", "processor", "peak memory", `against ${nameOf(workers[0])}`],
    ...[...runs.keys()].map((way) => [
      nameOf(way),
      `${(of(way, "ms") / 1000).toFixed(1)} s`,
      ((1000 * size) / of(way, "ms")).toFixed(1),
      `${(of(way, "cpuMs") / 1000).toFixed(1)} s`,
      `${of(way, "megabytes").toFixed(0)} MB`,
      `${(base / of(way, "ms")).toFixed(2)} ×`,
    ]),
  ]);
  const [last] = runs.get(workers.at(-1));
  console.log(`Peak memory at each tenth, ${nameOf(workers.at(-1))}: ${last.memory.join(", ")} MB.`);
  if (workers.includes(0) && workers.includes(1)) {
    const dearer = of(1, "cpuMs") / of(0, "cpuMs");
    console.log(`A worker takes ${dearer.toFixed(2)} times the processor time of the same in one process.`);
  }
  if (workers.includes(2) && runs.has(pinned)) {
    const gain = of(pinned, "ms") / of(2, "ms");
    console.log(
      `Two workers on two processors are ${gain.toFixed(2)} times as fast as one process that has one: ${(50 * gain).toFixed(0)}% of twice.`,
    );
    if (runs.has(apart)) {
      const most = of(pinned, "ms") / of(apart, "ms");
      console.log(
        `Two processes that share nothing are ${most.toFixed(2)} times as fast: ${(50 * most).toFixed(0)}% of twice is what two processors of this machine give.`,
      );
    }
  }
  if (!workers.includes(1) || !workers.includes(2)) return;
  const efficiency = of(1, "ms") / of(2, "ms") / 2;
  // Where others use the processors too, the time that work takes on them says more than the clock.
  const more = of(2, "cpuMs") / of(1, "cpuMs");
  console.log(
    `Two workers are ${(200 * efficiency).toFixed(0)}% as fast as one, ${(100 * efficiency).toFixed(0)}% of what two could be; they take ${more.toFixed(2)} times its processor time.`,
  );
  // V8 compiles and collects on threads of its own beside that of a worker, so that one worker is more than one processor's work.
  const busy = of(1, "cpuMs") / of(1, "ms");
  const bound = availableParallelism() / busy;
  console.log(
    `One worker keeps ${busy.toFixed(2)} processors busy: ${availableParallelism()} processors could do ${bound.toFixed(2)} times its work (${(50 * bound).toFixed(0)}%), if two took no more processor time than one.\n`,
  );
}

/** Others, who are given the words and charts finished, make the same number of pages in two processes. */
async function reportOthers(size) {
  const folder = await mkdtemp(join(tmpdir(), "briefwright-batch-"));
  try {
    await prepare(folder);
    for (const id of ["typst", "chromium"]) {
      if (!makers[id].available()) console.log(`Not here, left out: ${makers[id].name}`);
      else
        console.log(
          `${makers[id].name}: ${size} in two processes, PDF alone, ${(await measureOther(id, folder, size)).toFixed(1)} s`,
        );
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measureOther(id, folder, size) {
  const start = performance.now();
  const processes = [Math.ceil(size / 2), Math.floor(size / 2)].map((count) =>
    spawn(process.execPath, [fileOf("./batch-other.mjs"), id, folder, String(count)], { stdio: "inherit" }),
  );
  for (const [code] of await Promise.all(processes.map((child) => once(child, "exit"))))
    if (code !== 0) throw new Error(`${id} ended with ${code}.`);
  return (performance.now() - start) / 1000;
}

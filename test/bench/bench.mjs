// How long a briefing takes, side by side with others: npm run bench [-- --hot]; by stage alone: npm run bench -- --stages, from the first to the steady: -- --ramp; and the first alone: -- --first. It reports; nothing passes or fails.
// Others are measured where they are: `npm ci --prefix test/tools`, and `pip install weasyprint vl-convert-python` for the Python
// that PYTHON names (else python3). What is not there is named and left out.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateBriefings } from "briefwright";
import { areas, briefing, data } from "./briefing.mjs";
import { reportCharts } from "./charts.mjs";
import { reportCommandLine } from "./command-line.mjs";
import { makers } from "./makers/index.mjs";
import { median } from "./median.mjs";
import { reportMillion } from "./million.mjs";
import { prepare } from "./prepare.mjs";
import { preparedFiles } from "./prepared-files.mjs";
import { printTable } from "./print-table.mjs";
import { profileStages, stages } from "./profile-stages.mjs";
import { reportRamp } from "./ramp.mjs";

const warmUps = 10;
const runs = 20;
const coldRuns = 10;
const stageRounds = 9;

// Node would read them at the start of each process that is measured, for 30 ms.
delete process.env.NODE_EXTRA_CA_CERTS;

const folder = await mkdtemp(join(tmpdir(), "briefwright-bench-"));
try {
  const { pageCount } = await prepare(folder);
  console.log(`A briefing of ${pageCount} pages with three charts and a table of 43 rows, head included.`);
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}; medians of ${runs} (cold: ${coldRuns}).\n`,
  );
  if (process.argv.includes("--stages")) await reportStages();
  else if (process.argv.includes("--ramp")) await reportRamp(available(), folder);
  else if (process.argv.includes("--first")) reportCommandLine(available(), folder);
  else await reportAll();
} finally {
  await rm(folder, { recursive: true });
}

/** The makers that are here; the others are named. */
function available() {
  const ids = Object.keys(makers).filter((id) => makers[id].available());
  for (const id of Object.keys(makers)) if (!ids.includes(id)) console.log(`Not here, left out: ${makers[id].name}`);
  return ids;
}

async function reportAll() {
  const ids = available();
  report(ids, measureCold(ids), await measureFurther(ids));
  reportCommandLine(ids, folder);
  await reportRamp(ids, folder);
  await reportStages();
  await reportCharts();
  // PDF.js, by which it looks into files, puts functions of its own in place of V8's, `push` among them: not before all else is measured.
  const { reportPdf } = await import("./pdf.mjs");
  await reportPdf();
  await reportMillion();
}

/** From the start of a process to the written file, ms by maker; one of each in turn, so that all meet the same weather. */
function measureCold(ids) {
  const times = new Map(ids.map((id) => [id, []]));
  const script = fileURLToPath(new URL("./cold.mjs", import.meta.url));
  for (let run = 0; run < coldRuns; run++) {
    for (const id of ids) {
      const start = performance.now();
      const { status } = spawnSync(process.execPath, [script, id, folder], { stdio: "inherit" });
      if (status !== 0) throw new Error(`${id} ended with ${status}.`);
      times.get(id).push(performance.now() - start);
    }
  }
  return times;
}

/** One more briefing in a process that has made some, ms by maker. */
async function measureFurther(ids) {
  const times = new Map(ids.map((id) => [id, []]));
  const opened = new Map();
  for (const id of ids) opened.set(id, await makers[id].open(preparedFiles(folder)));
  for (let run = -warmUps; run < runs; run++) {
    for (const id of ids) {
      const start = performance.now();
      await opened.get(id).make();
      if (run >= 0) times.get(id).push(performance.now() - start);
    }
  }
  for (const maker of opened.values()) await maker.close();
  return times;
}

function report(ids, cold, further) {
  const [first] = ids;
  const [coldBase, furtherBase] = [median(cold.get(first)), median(further.get(first))];
  const rows = ids.map((id) => {
    const [a, b] = [median(cold.get(id)), median(further.get(id))];
    const ms = [`${a.toFixed(0)} ms`, times(a / coldBase), `${b.toFixed(1)} ms`, times(b / furtherBase)];
    return [makers[id].name, ...ms, makers[id].missing ?? ""];
  });
  printTable([["", "cold", "", "each further", "", "does without"], ...rows]);
  console.log(
    "briefwright computes claims and charts each time; the others are given them finished, with the same fonts.\n" +
      "Cold: from process start to the written file. Each further: another area in the same process.\n",
  );
}

async function reportStages() {
  const each = Array.from({ length: warmUps + 2 * stageRounds * runs }, (_, index) => ({
    area: areas[index % areas.length],
  }));
  const results = generateBriefings(briefing, { data, each });
  for (let run = 0; run < warmUps; run++) await results.next();
  const { stageMs, hot } = await profileStages(async () => {
    for (let run = 0; run < runs; run++) await results.next();
  }, stageRounds);
  const msOf = (...of) => of.reduce((sum, stage) => sum + (stageMs.get(stage) ?? 0) / runs, 0);
  const row = (name, ms) => [name, `${ms.toFixed(2)} ms`, `${((ms / msOf(...stages)) * 100).toFixed(0)}%`];
  printTable([
    ["stage, both formats", "each further", "of all"],
    ...stages.map((stage) => row(stage, msOf(stage))),
    row("audit and record together", msOf("audit", "record")),
  ]);
  console.log(
    `Time on a processor: medians of ${stageRounds} × ${runs} briefings. What else the machine does is not in it.`,
  );
  if (!process.argv.includes("--hot")) return;
  console.log("");
  printTable([
    ["most time of their own", "each further"],
    ...hot.slice(0, 30).map(([name, ms]) => [name, `${(ms / runs).toFixed(2)} ms`]),
  ]);
}

function times(ratio) {
  return `${ratio.toFixed(1)} ×`;
}

// One line of batch.mjs: makes so many briefings by so many workers, and prints what that took as JSON.
import { availableParallelism } from "node:os";
import { generateBriefings } from "briefwright";
import { areas, briefing, data } from "./briefing.mjs";
import { peakMemory } from "./peak-memory.mjs";

const [size, workers] = process.argv.slice(2).map(Number);
if (availableParallelism() < workers) console.error(`There are fewer processors than ${workers} workers.`);
const start = performance.now();
const results = generateBriefings(briefing, {
  data,
  each: Array.from({ length: size }, (_, index) => ({ area: areas[index % areas.length] })),
  ...(workers > 0 && {
    module: new URL("./briefing.mjs", import.meta.url),
    concurrency: workers,
    // A single worker is wanted only where there is something to limit.
    limits: {},
  }),
});
let bytes = 0;
let finished = 0;
/** Memory along the way, in megabytes: whether it grows with the batch, or has come to its height. */
const memory = [];
for await (const { status, html, pdf, diagnostics } of results) {
  if (status !== "generated") throw new Error(JSON.stringify(diagnostics));
  bytes += html.length + pdf.length;
  finished += 1;
  if (finished % Math.ceil(size / 10) === 0) memory.push(Math.round(peakMemory()));
}
const ms = performance.now() - start;
const { user, system } = process.cpuUsage();
const megabytes = peakMemory();
console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, megabytes, memory, bytes }));

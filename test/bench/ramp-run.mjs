// Briefings one after another in a process of its own: node ramp-run.mjs MAKER FOLDER COUNT. Prints as JSON what each took by the clock and of the
// processors, ms, the first with the start of the process, and the peak of memory.

import { peakMemory } from "./peak-memory.mjs";
import { preparedFiles } from "./prepared-files.mjs";

const [id, folder, count] = process.argv.slice(2);
const { maker } = await import(`./makers/${id}.mjs`);
const opened = await maker.open(preparedFiles(folder));
const ms = [];
const processorMs = [];
// `performance` counts from the start of the process.
let before = 0;
let used = 0;
for (let index = 0; index < Number(count); index += 1) {
  await opened.make();
  const now = performance.now();
  ms.push(now - before);
  before = now;
  const { user, system } = process.cpuUsage();
  processorMs.push((user + system) / 1000 - used);
  used = (user + system) / 1000;
}
const peakMb = peakMemory();
await opened.close();
console.log(JSON.stringify({ ms, processorMs, peakMb }));

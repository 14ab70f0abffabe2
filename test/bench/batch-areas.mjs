// A line of batch.mjs: makes 100 briefings, each of one of AREAS areas that it is ranked among, by two workers, and prints the peak memory as JSON.
import { generateBriefings } from "briefwright";
import { areaNames, briefing, data } from "./many-areas.mjs";
import { peakMemory } from "./peak-memory.mjs";

const made = 100;
const step = Math.max(1, Math.floor(areaNames.length / made));
const results = generateBriefings(briefing, {
  data,
  each: areaNames.filter((_, index) => index % step === 0).map((area) => ({ area })),
  formats: ["html"],
  module: new URL("./many-areas.mjs", import.meta.url),
  concurrency: 2,
});
for await (const { status, diagnostics } of results)
  if (status !== "generated") throw new Error(JSON.stringify(diagnostics));
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ cpuMs: (user + system) / 1000, megabytes: peakMemory() }));

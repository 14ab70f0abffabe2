import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";
import { median } from "./median.mjs";

/** Folders of src/, and the packages that only one stage uses: their callbacks have no frame of ours below them. */
const stageOf = [
  [
    /\/src\/(?:tracing|charts\/scene-reading)\/|\/document\/(?:audit(?:ed)?-|css-|find-names|read-letters|text-flow)|\/src\/language\/(?:audit|\w+\/(?:(?:said|named)-figures|figure-affixes))|\/briefing\/(?:traced-rows|field-meanings|check-)/,
    "audit",
  ],
  [/\/src\/record\//, "record"],
  [/\/src\/dataset\//, "data"],
  [/\/src\/claims\//, "claims"],
  [/\/src\/charts\/|\/node_modules\/(vega|d3)/, "charts"],
  [/\/src\/template\/|\/node_modules\/handlebars/, "template"],
  [/\/src\/document\//, "document"],
  [/\/src\/html\//, "html"],
  [/\/src\/pdf\/|\/node_modules\/pdfkit/, "pdf"],
];
export const stages = [
  "data",
  "claims",
  "charts",
  "template",
  "document",
  "audit",
  "record",
  "html",
  "pdf",
  "garbage collection",
  "other",
];

/**
 * Where the processor's time of the real pipeline goes. Samples the stack while `run` works; a sample belongs to the innermost
 * frame of a stage, so what a stage does inside a package counts as the stage's. A stage's time is its share of the samples, of
 * what the thread ran on a processor for as many runs that nobody watched: what else the machine does in the meantime counts for nothing,
 * and neither does the profiler, which takes a fifteenth. Runs several times, twice each.
 * Gives the median by stage, ms a run, and the functions with the most time of their own.
 */
export async function profileStages(run, rounds) {
  const all = [];
  for (let round = 0; round < rounds; round++) all.push(await profileOnce(run));
  const medianOf = (maps) =>
    new Map(
      [...new Set(maps.flatMap((map) => [...map.keys()]))].map((key) => [
        key,
        median(maps.map((map) => map.get(key) ?? 0)),
      ]),
    );
  return {
    stageMs: medianOf(all.map(({ stageMs }) => stageMs)),
    hot: [...medianOf(all.map(({ ownMs }) => ownMs))].sort((a, b) => b[1] - a[1]),
  };
}

async function profileOnce(run) {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 200 });
  const started = processorMs();
  await run();
  const ran = processorMs() - started;
  await session.post("Profiler.start");
  await run();
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  return summarise(profile, ran);
}

/** What this thread has run on a processor; where the system does not say, what the process has, with its collector and compiler. */
function processorMs() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

function summarise({ nodes, samples }, ranMs) {
  const locate = createLocator();
  const byId = new Map(nodes.map((node) => [node.id, { node, place: locate(node.callFrame) }]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const stageOfNode = (id) => {
    const name = byId.get(id).node.callFrame.functionName;
    if (name === "(garbage collector)") return "garbage collection";
    // "dispatch" is the profiler itself, while it starts and stops.
    if (name === "(idle)" || name === "dispatch") return undefined;
    for (let at = id; at !== undefined; at = parents.get(at)) {
      const { place } = byId.get(at);
      const stage = stageOf.find(([pattern]) => pattern.test(place))?.[1];
      if (stage) return stage;
    }
    return "other";
  };
  const counted = samples.map((id) => ({ id, stage: stageOfNode(id) })).filter(({ stage }) => stage !== undefined);
  const ms = ranMs / counted.length;
  const stageMs = new Map();
  const ownMs = new Map();
  for (const { id, stage } of counted) {
    stageMs.set(stage, (stageMs.get(stage) ?? 0) + ms);
    const { node, place } = byId.get(id);
    const key = `${node.callFrame.functionName || "(anonymous)"} ${place.replace(/^.*\/(src|node_modules)\//, "$1/")}`;
    ownMs.set(key, (ownMs.get(key) ?? 0) + ms);
  }
  return { stageMs, ownMs };
}

/** Gives the file and line that a frame was written in, by the source maps of the build. */
function createLocator() {
  const maps = new Map();
  const mapOf = (url) => {
    if (!maps.has(url)) {
      try {
        maps.set(url, new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, "utf8"))));
      } catch {
        maps.set(url, undefined);
      }
    }
    return maps.get(url);
  };
  return ({ url, lineNumber, columnNumber }) => {
    if (!url.startsWith("file:")) return url;
    const entry =
      url.includes("/dist/") && !url.includes("/node_modules/")
        ? mapOf(url)?.findEntry(lineNumber, columnNumber)
        : undefined;
    return entry?.originalSource
      ? `/${entry.originalSource.replace(/^(\.\.\/)+/, "")}:${entry.originalLine + 1}`
      : `${url}:${lineNumber + 1}`;
  };
}

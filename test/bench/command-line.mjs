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

/**
 * The first briefing by the command line, with the code that earlier runs kept, in turn with the library and what both are compared with. Whole
 * processes, by the clock and of the processors; the least of ten, since what else the machine does can only add to it.
 */
export function reportCommandLine(ids, folder) {
  const env = { ...process.env, BRIEFWRIGHT_CACHE: join(folder, "code") };
  const run = (args) => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [...tellUsage, ...args], { env, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return { ms: performance.now() - start, processorMs: Number(/processor (\d+) ms/.exec(stderr)?.[1]) };
  };
  const build = (format) => {
    const args = [fileAt("../../dist/cli.js"), "build", fileAt("./briefing.mjs"), "-p", `area=${areas[0]}`];
    return [...args, "-f", format, "-o", folder];
  };
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

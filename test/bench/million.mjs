// A dataset of 1,000,000 observations: how long reading and 1,000 claims take, and how much memory, next to a database and a
// data-frame library doing the same sums: node test/bench/million.mjs [areas], after a build. It reports; nothing passes.
import { spawnSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeMillion } from "./million/data.mjs";
import { printTable } from "./print-table.mjs";

const areas = Number(process.argv[2] ?? 1000);
const ways = ["briefwright", "duckdb", "arquero"];

const folder = await mkdtemp(join(tmpdir(), "briefwright-million-"));
try {
  const file = join(folder, "offences.csv");
  const count = await writeMillion(createWriteStream(file), areas);
  console.log(`${count.toLocaleString("en")} observations, 1,000 claims of each way: counts, changes, shares.`);
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}; each in a process of its own.\n`,
  );
  const results = ways.map((way) => [way, measure(way, file)]);
  for (const [way, result] of results) if (!result) console.log(`Not here, left out: ${way}`);
  const found = results.filter(([, result]) => result);
  const [[, first]] = found;
  printTable([
    ["", "read", "", "1,000 claims", "", "peak memory"],
    ...found.map(([way, { readMs, claimsMs, peakMb }]) => [
      way,
      `${(readMs / 1000).toFixed(1)} s`,
      `${(readMs / first.readMs).toFixed(2)} ×`,
      `${claimsMs.toFixed(0)} ms`,
      `${(claimsMs / first.claimsMs).toFixed(2)} ×`,
      `${peakMb} MB`,
    ]),
  ]);
  const sums = new Set(found.map(([, { sum }]) => sum));
  console.log(
    sums.size === 1 ? `All agree: the results add up to ${[...sums][0]}.` : `They differ: ${[...sums].join(", ")}`,
  );
  console.log(
    "briefwright also checks every cell, keeps its row, source and vintage, and words each claim with a note and evidence;\n" +
      "the others keep columns of numbers.",
  );
} finally {
  await rm(folder, { recursive: true });
}

function measure(way, file) {
  const script = fileURLToPath(new URL(`./million/${way}.mjs`, import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [script, file, String(areas)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${way} ended with ${status}.`);
  return stdout === "" ? undefined : JSON.parse(stdout);
}

// A dataset of 1,000,000 observations: how long reading and 1,000 claims take, and how much memory, next to a database, a
// data-frame library and a script doing the same sums: node test/bench/million.mjs [areas], after a build, or as a part of
// `npm run bench`. It reports; nothing passes or fails.
import { spawnSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeMillion } from "./million/data.mjs";
import { printTable } from "./print-table.mjs";

const ways = ["briefwright", "csv-parse", "duckdb", "arquero"];

if (process.argv[1] === fileURLToPath(import.meta.url)) await reportMillion(Number(process.argv[2] ?? 1000));

export async function reportMillion(areas = 1000) {
  const folder = await mkdtemp(join(tmpdir(), "briefwright-million-"));
  try {
    const file = join(folder, "offences.csv");
    const count = await writeMillion(createWriteStream(file), areas);
    console.log(`\n${count.toLocaleString("en")} observations, 1,000 claims: counts, changes, shares; a process each.`);
    const results = ways.map((way) => [way, measure(way, { file, areas })]);
    for (const [way, result] of results) if (!result) console.log(`Not here, left out: ${way}`);
    printResults(results.filter(([, result]) => result));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function printResults(found) {
  const [[, first]] = found;
  const cells = (own, base) => [`${(own / 1000).toFixed(2)} s`, `${(own / base).toFixed(2)} ×`];
  printTable([
    ["", "read", "", "processor", "1,000 claims", "", "peak memory"],
    ...found.map(([way, { readMs, readCpuMs, claimsMs, peakMb }]) => [
      way,
      ...cells(readMs, first.readMs),
      `${(readCpuMs / 1000).toFixed(2)} s`,
      ...cells(claimsMs, first.claimsMs),
      `${peakMb} MB`,
    ]),
  ]);
  const sums = new Set(found.map(([, { sum }]) => sum));
  console.log(
    sums.size === 1 ? `All agree: the results add up to ${[...sums][0]}.` : `They differ: ${[...sums].join(", ")}`,
  );
  console.log(
    "briefwright also checks every cell, looks for sums that nobody declared, keeps sources and vintages, and words each claim\n" +
      "with a note and evidence; the others keep columns of numbers, or a number a place.",
  );
}

function measure(way, { file, areas }) {
  const script = fileURLToPath(new URL(`./million/${way}.mjs`, import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [script, file, String(areas)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${way} ended with ${status}.`);
  return stdout === "" ? undefined : JSON.parse(stdout);
}

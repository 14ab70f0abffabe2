import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect } from "vitest";
import { runProgram } from "../conformance/run-program.ts";
import { testWith } from "../conformance/test-with.ts";
import { trials } from "../support/trials.ts";
import { fuzzInput } from "./random/fuzz.ts";
import { createFuzzRunner } from "./random/run-in-worker.ts";

const count = trials(20_000, 30);
const folder = await mkdtemp(join(tmpdir(), "fuzz-"));
// Formattings take 5 s at most where nothing else runs: this is for those that never end.
const runner = createFuzzRunner(60_000);
afterAll(async () => {
  await runner.end();
  await rm(folder, { recursive: true, force: true });
});

async function readCases(): Promise<readonly string[]> {
  const cases = fileURLToPath(new URL("cases", import.meta.url));
  const names = (await readdir(cases, { recursive: true })).filter((name) => name.endsWith(".html")).sort();
  return Promise.all(names.map((name) => readFile(join(cases, name), "utf8")));
}

describe(`${count} inputs, of a grammar and of cases with changes`, () => {
  testWith("qpdf")("each become a sound PDF, the same twice, or a BriefingError, in seconds", async () => {
    const corpus = await readCases();
    const faults: string[] = [];
    let written = 0;
    for (let seed = 0; seed < count; seed += 1) {
      const outcome = await runner.run(fuzzInput(seed, corpus));
      if (outcome.kind === "fault") faults.push(`Seed ${seed}: ${outcome.reason}`);
      if (outcome.kind !== "pdf") continue;
      written += 1;
      const path = join(folder, "fuzz.pdf");
      await writeFile(path, outcome.bytes);
      const { exitCode, stderr } = await runProgram("qpdf", ["--check", path]);
      if (exitCode !== 0) faults.push(`Seed ${seed}: ${stderr}`);
    }
    expect(faults).toEqual([]);
    expect(written).toBeGreaterThan(count / 2);
  });
});

import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCodeCache } from "../../src/launch/code-cache.ts";
import { ensureBuilt, packageFolder } from "../cli/ensure-built.ts";
import { modulesLoadedBy } from "./modules-loaded.ts";

/**
 * What a process loads for its first briefing, of the bench's: modules and bytes by import, scripts and bytes by the command line. Counted and
 * not timed, so that it is the same on each machine. More than this is a start that takes longer.
 */
const budget = {
  import: { html: { modules: 600, megabytes: 7.3 }, pdf: { modules: 640, megabytes: 8.8 } },
  commandLine: { html: { scripts: 66, megabytes: 4.1 }, pdf: { scripts: 66, megabytes: 4.1 } },
} as const;
const formats = ["html", "pdf"] as const;

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "briefwright-first-"));
const addressOf = (path: string) => JSON.stringify(pathToFileURL(join(packageFolder, path)).href);
const megabytes = (files: readonly string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;

async function loadedByImport(format: string): Promise<readonly string[]> {
  const lines = `const { generateBriefing } = await import(${addressOf("dist/index.js")});
     const { areas, briefing, data } = await import(${addressOf("test/bench/briefing.mjs")});
     await generateBriefing(briefing, { data, parameters: { area: areas[0] }, formats: ["${format}"] });`;
  const urls = await modulesLoadedBy(lines, { folder, name: format });
  return urls.filter((url) => url.startsWith("file:")).map((url) => fileURLToPath(url));
}

async function loadedByCommand(format: string): Promise<readonly string[]> {
  const kept = join(folder, `code-${format}`);
  const module = join(packageFolder, "test/bench/briefing.mjs");
  const args = ["build", module, "-p", "area=surrey", "-f", format, "-o", join(folder, "out")];
  const env = { ...process.env, BRIEFWRIGHT_CACHE: kept, XDG_CACHE_HOME: folder };
  await run(process.execPath, [join(packageFolder, "dist/cli.js"), ...args], { env });
  const cache = readCodeCache(join(kept, readdirSync(kept)[0] ?? ""));
  return [...(cache?.scripts.keys() ?? [])].map((name) => join(packageFolder, "dist/program", name));
}

describe("a first briefing loads no more than it did", () => {
  beforeAll(ensureBuilt, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(formats)("by import, as %s", async (format) => {
    const loaded = await loadedByImport(format);
    expect(loaded.length).toBeLessThanOrEqual(budget.import[format].modules);
    expect(megabytes(loaded)).toBeLessThanOrEqual(budget.import[format].megabytes);
  });

  it.each(formats)("by the command line, as %s", async (format) => {
    const loaded = await loadedByCommand(format);
    expect(loaded.length).toBeGreaterThan(20);
    expect(loaded.length).toBeLessThanOrEqual(budget.commandLine[format].scripts);
    expect(megabytes(loaded)).toBeLessThanOrEqual(budget.commandLine[format].megabytes);
  });
});

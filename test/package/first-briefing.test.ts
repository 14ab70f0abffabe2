import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCodeCache } from "../../src/launch/code-cache.ts";
import { ensureBuilt, packageFolder } from "../cli/ensure-built.ts";
import { modulesLoadedBy } from "./modules-loaded.ts";

/**
 * What a process loads for its first briefing, of the bench's: modules and bytes by import, scripts and bytes by the command line. And what it
 * does: expressions that are compiled, tables of fonts that are read, megabytes that are allocated (160 and 204; other versions of V8 take others), also of a further one (10.3 and 10.7). Counted and not timed, so that it is the same on each machine. More than this is a start that takes longer.
 */
const budget = {
  import: { html: { modules: 527, megabytes: 7.462 }, pdf: { modules: 557, megabytes: 8.811 } },
  work: {
    html: { expressions: 465, fontTables: 5, allocatedMegabytes: 166, furtherMegabytes: 11.1 },
    pdf: { expressions: 502, fontTables: 48, allocatedMegabytes: 211, furtherMegabytes: 11.6 },
  },
  commandLine: { html: { scripts: 59, megabytes: 3.561 }, pdf: { scripts: 62, megabytes: 4.272 } },
} as const;
/** A PDF takes more than a page, and most of what a page takes. */
const formats = ["pdf", "html"] as const;

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

const makeFirst = (format: string) => `
  const { generateBriefing } = await import(${addressOf("dist/index.js")});
  const { areas, briefing, data } = await import(${addressOf("test/bench/briefing.mjs")});
  const before = process.memoryUsage().heapUsed;
  await generateBriefing(briefing, { data, parameters: { area: areas[0] }, formats: ["${format}"] });
  const allocatedMegabytes = (process.memoryUsage().heapUsed - before) / 1e6;`;

/** An expression is compiled when it is first asked. */
async function expressionsOf(format: string): Promise<number> {
  return runLines<number>(
    `const expressions = new Set();
     const { exec } = RegExp.prototype;
     RegExp.prototype.exec = function (text) {
       expressions.add(String(this));
       return exec.call(this, text);
     };
     ${makeFirst(format)}
     console.log(expressions.size);`,
    { name: `work-${format}`, flags: [] },
  );
}

/** What Intl is asked for: the first of each kind looks through all locales of the world. Segmenters do not. */
async function localesOf(format: string): Promise<readonly string[]> {
  return runLines<readonly string[]>(
    `const asked = [];
     for (const name of ["NumberFormat", "DateTimeFormat", "PluralRules", "ListFormat", "Collator", "DisplayNames"])
       Intl[name] = new Proxy(Intl[name], {
         construct: (made, given) => (asked.push(name), Reflect.construct(made, given)),
       });
     for (const [of, name] of [[String, "localeCompare"], [Number, "toLocaleString"], [Date, "toLocaleString"]]) {
       const own = of.prototype[name];
       of.prototype[name] = function (...given) {
         asked.push(name);
         return own.apply(this, given);
       };
     }
     ${makeFirst(format)}
     console.log(JSON.stringify(asked));`,
    { name: `locales-${format}`, flags: [] },
  );
}

/** A table of a font is a view of its file from where the table begins to where it ends. */
async function fontTablesOf(format: string): Promise<readonly string[]> {
  return runLines<readonly string[]>(
    `const signatures = [0x10000, 0x74727565, 0x4f54544f];
     const tables = new Map();
     const read = [];
     globalThis.DataView = class extends DataView {
       constructor(buffer, offset = 0, length = buffer.byteLength - offset) {
         super(buffer, offset, length);
         const tag = tables.get(buffer)?.get(offset + " " + length);
         if (tag) read.push(tag);
         else if (length > 12 && signatures.includes(this.getUint32(0))) tables.set(buffer, tablesOf(this));
       }
     };
     const tablesOf = (file) => new Map(Array.from({ length: file.getUint16(4) }, (_, index) => {
       const at = 12 + 16 * index;
       const tag = String.fromCharCode(...[0, 1, 2, 3].map((place) => file.getUint8(at + place)));
       return [(file.byteOffset + file.getUint32(at + 8)) + " " + file.getUint32(at + 12), tag];
     }));
     ${makeFirst(format)}
     console.log(JSON.stringify(read));`,
    { name: `tables-${format}`, flags: [] },
  );
}

/** With so much room nothing is collected: what is used has been allocated. */
async function allocatedBy(format: string): Promise<number> {
  return runLines<number>(
    `const { PerformanceObserver } = await import("node:perf_hooks");
     let collections = 0;
     new PerformanceObserver((list) => { collections += list.getEntries().length; }).observe({ entryTypes: ["gc"] });
     ${makeFirst(format)}
     await new Promise((resolve) => setTimeout(resolve, 10));
     if (collections > 0) throw new Error("Something was collected: the count says too little.");
     console.log(JSON.stringify(allocatedMegabytes));`,
    {
      name: `allocated-${format}`,
      flags: ["--min-semi-space-size=512", "--max-semi-space-size=512", "--initial-old-space-size=3000"],
    },
  );
}

/** Of each of twelve, when sixty others have been made. */
async function allocatedByFurther(format: string): Promise<number> {
  return runLines<number>(
    `const { generateBriefings } = await import(${addressOf("dist/index.js")});
     const { areas, briefing, data } = await import(${addressOf("test/bench/briefing.mjs")});
     const each = Array.from({ length: 73 }, (_, index) => ({ area: areas[index % areas.length] }));
     const results = generateBriefings(briefing, { data, each, formats: ["${format}"] });
     const make = async (count) => {
       for (let index = 0; index < count; index += 1) await results.next();
     };
     await make(60);
     gc();
     const before = process.memoryUsage().heapUsed;
     await make(12);
     console.log(JSON.stringify((process.memoryUsage().heapUsed - before) / 12 / 1e6));
     process.exit(0);`,
    {
      name: `further-${format}`,
      flags: ["--expose-gc", "--min-semi-space-size=1024", "--max-semi-space-size=1024"],
    },
  );
}

async function runLines<T>(lines: string, { name, flags }: { name: string; flags: readonly string[] }): Promise<T> {
  const program = join(folder, `${name}.mjs`);
  writeFileSync(program, lines);
  const { stdout } = await run(process.execPath, [...flags, program]);
  return JSON.parse(stdout) as T;
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
  beforeAll(() => ensureBuilt());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(formats)("by import, as %s", async (format) => {
    const loaded = await loadedByImport(format);
    expect(loaded.length).toBeLessThanOrEqual(budget.import[format].modules);
    expect(megabytes(loaded)).toBeLessThanOrEqual(budget.import[format].megabytes);
  });

  it.each(formats)("and compiles no more, as %s", async (format) => {
    const expressions = await expressionsOf(format);
    expect(expressions).toBeGreaterThan(100);
    expect(expressions).toBeLessThanOrEqual(budget.work[format].expressions);
  });

  it.each(formats)("and asks Intl for nothing, as %s", async (format) => {
    expect(await localesOf(format)).toEqual([]);
  });

  it.each(formats)("and reads no more tables of fonts, as %s", async (format) => {
    const read = await fontTablesOf(format);
    expect(read).toContain("cmap");
    expect(read.length, read.join(" ")).toBeLessThanOrEqual(budget.work[format].fontTables);
  });

  it.each(formats)("and allocates no more, as %s", async (format) => {
    const allocated = await allocatedBy(format);
    expect(allocated).toBeGreaterThan(50);
    expect(allocated).toBeLessThanOrEqual(budget.work[format].allocatedMegabytes);
  });

  it.each(formats)("and a further one allocates no more, as %s", async (format) => {
    const allocated = await allocatedByFurther(format);
    expect(allocated).toBeGreaterThan(10);
    expect(allocated).toBeLessThanOrEqual(budget.work[format].furtherMegabytes);
  });

  it.each(formats)("by the command line, as %s", async (format) => {
    const loaded = await loadedByCommand(format);
    expect(loaded.length).toBeGreaterThan(20);
    expect(loaded.length).toBeLessThanOrEqual(budget.commandLine[format].scripts);
    expect(megabytes(loaded)).toBeLessThanOrEqual(budget.commandLine[format].megabytes);
  });
});

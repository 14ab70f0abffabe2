import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type doors, specifierOf } from "../../.config/doors.ts";
import { ensureBuilt, packageFolder } from "../cli/ensure-built.ts";
import { modulesLoadedBy } from "./modules-loaded.ts";

/** What each door loads before anything is asked of it: how many modules at most, and of which packages those of ours come. */
const loads: Readonly<Record<(typeof doors)[number], { readonly modules: number; readonly packages: string }>> = {
  index: { modules: 150, packages: "csv-stringify fastest-levenshtein fraction.js zod" },
  // The fonts and the theme are read by functions that give an answer at once.
  charts: {
    modules: 165,
    packages:
      "@csstools/color-helpers @csstools/css-color-parser @csstools/css-parser-algorithms @csstools/css-tokenizer css-tree csv-stringify fastest-levenshtein fraction.js zod",
  },
  check: { modules: 150, packages: "csv-stringify fastest-levenshtein fraction.js zod" },
  record: { modules: 150, packages: "csv-stringify fastest-levenshtein zod" },
  pdf: {
    modules: 170,
    packages:
      "@csstools/color-helpers @csstools/css-color-parser @csstools/css-parser-algorithms @csstools/css-tokenizer bidi-js css-tree fastest-levenshtein hastscript hyphen linebreak nth-check parse5 property-information saxes svg-pathdata",
  },
  // What reads a file and works its figures out again is loaded when there is one.
  verify: { modules: 10, packages: "fastest-levenshtein" },
  // BullMQ, the client of S3 and OpenTelemetry are optional, and loaded when a queue or a bucket is opened.
  queue: { modules: 150, packages: "csv-stringify fastest-levenshtein fraction.js zod" },
};

const folder = mkdtempSync(join(tmpdir(), "briefwright-loaded-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The addresses of all modules that a process loads which imports a door, and does nothing else. */
const modulesOf = (door: string) =>
  modulesLoadedBy(`await import(${JSON.stringify(pathToFileURL(join(packageFolder, "dist", `${door}.js`)).href)});`, {
    folder,
    name: door,
  });

const packageOf = (url: string): string => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? "";

describe("a door loads no more than it needs", () => {
  beforeAll(() => ensureBuilt());
  const { dependencies } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };

  it.each(Object.entries(loads))("%s", async (door, { modules, packages }) => {
    const loaded = await modulesOf(door);
    const ours = [...new Set(loaded.map(packageOf))].filter((name) => name in dependencies).sort();
    expect(ours.join(" "), specifierOf(door)).toBe(packages);
    expect(loaded.length, specifierOf(door)).toBeLessThanOrEqual(modules);
    expect(loaded).toContain(pathToFileURL(join(packageFolder, "dist", `${door}.js`)).href);
  });
});

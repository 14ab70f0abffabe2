import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "vitest";
import { checkersRequire } from "./checkers-require.ts";

/** Programs and packages that checks use, and how one gets them. */
const tools = {
  qpdf: { found: onPath("qpdf"), from: "the qpdf package of the system" },
  poppler: { found: onPath("pdftotext") && onPath("pdfinfo"), from: "poppler-utils" },
  chromium: { found: chromiumPath() !== undefined, from: "chromium, or its path in CHROMIUM" },
  aspell: { found: onPath("aspell"), from: "aspell, aspell-en and aspell-cy" },
  java: { found: onPath("java"), from: "a JDK, 17 or later" },
  maven: { found: onPath("mvn"), from: "Maven" },
  checkers: { found: canRequire("axe-core"), from: "npm ci --ignore-scripts --prefix test/tools" },
} as const;

export type Tool = keyof typeof tools;

/**
 * A `test` that needs tools. Where one is missing the test is skipped and says so, but on CI it fails: a check that
 * nobody runs must not look like one that passes.
 */
export function testWith(
  ...needed: readonly Tool[]
): (name: string, run: () => Promise<void> | void, timeout?: number) => void {
  const missing = needed.filter((tool) => !tools[tool].found);
  if (missing.length === 0) return (name, run, timeout) => test(name, run, timeout);
  const reason = missing.map((tool) => `${tool} is missing (get ${tools[tool].from})`).join("; ");
  return (name) =>
    test(name, ({ skip }) => {
      if (process.env.CI) throw new Error(reason);
      skip(reason);
    });
}

export function chromiumPath(): string | undefined {
  const known = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return known.find((path) => path !== undefined && existsSync(path));
}

function onPath(program: string): boolean {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)) || existsSync(join(folder, `${program}.exe`)));
}

function canRequire(name: string): boolean {
  try {
    checkersRequire.resolve(name);
    return true;
  } catch {
    return false;
  }
}

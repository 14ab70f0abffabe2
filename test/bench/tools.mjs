import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const requireFromTools = createRequire(new URL("../tools/package.json", import.meta.url));

/** A package of test/tools, or undefined where they are not installed. */
export function requireTool(name) {
  try {
    return requireFromTools(name);
  } catch {
    return undefined;
  }
}

/** The same for a package of ECMAScript modules. */
export async function importTool(name) {
  try {
    return await import(pathToFileURL(requireFromTools.resolve(name)).href);
  } catch {
    return undefined;
  }
}

export function chromiumPath() {
  const known = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return known.find((path) => path !== undefined && existsSync(path));
}

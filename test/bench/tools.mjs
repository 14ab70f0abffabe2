import { existsSync } from "node:fs";
import { createRequire } from "node:module";

const requireFromTools = createRequire(new URL("../tools/package.json", import.meta.url));

/** A package of test/tools, or undefined where they are not installed. */
export function requireTool(name) {
  try {
    return requireFromTools(name);
  } catch {
    return undefined;
  }
}

export function chromiumPath() {
  const known = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return known.find((path) => path !== undefined && existsSync(path));
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FontResolver } from "../../../src/pdf/index.ts";

const require = createRequire(import.meta.url);

/** The fonts that cases name in `@font-face`: `npm:` and a file of a package, `@expo-google-fonts/…` mostly. */
export const caseFonts: FontResolver = (url) =>
  url.startsWith("npm:") ? readFileSync(require.resolve(url.slice("npm:".length))) : undefined;

/** The same document with its fonts inside it, for a browser. */
export function withCaseFonts(html: string): string {
  return html.replaceAll(/npm:[^")]+/g, (url) => {
    const data = caseFonts(url, undefined) as Uint8Array;
    return `data:font/ttf;base64,${Buffer.from(data).toString("base64")}`;
  });
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FontResolver } from "../../../src/pdf/index.ts";

const require = createRequire(import.meta.url);

/** The fonts that cases name in `@font-face`: `npm:` and a file of a package, `@expo-google-fonts/…` mostly, or `own:` and one beside the tests of fonts. */
export const caseFonts: FontResolver = (url) => {
  const [kind, name = ""] = url.split(/:(.*)/s);
  if (kind === "npm") return readFileSync(require.resolve(name));
  return kind === "own" ? readFileSync(new URL(`../../fonts/${name}`, import.meta.url)) : undefined;
};

/** The same document with its fonts inside it, for a browser. */
export function withCaseFonts(html: string): string {
  return html.replaceAll(/\b(?:npm|own):[^")]+/g, (url) => {
    const data = caseFonts(url, undefined) as Uint8Array;
    return `data:font/otf;base64,${Buffer.from(data).toString("base64")}`;
  });
}

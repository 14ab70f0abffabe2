import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bundledFonts, createFontSet } from "../../src/fonts/index.ts";

/** The fonts of the package, parsed once a test file. */
export const fonts = createFontSet(await bundledFonts());

/** A fixed date: documents never ask the clock. */
export const date = new Date("2026-01-02T03:04:05Z");

/** The regular face of a Noto Sans of one script, from its npm package. */
export function notoSans(script: string): Uint8Array {
  const file = `NotoSans${script[0]?.toUpperCase()}${script.slice(1)}_400Regular.ttf`;
  const require = createRequire(import.meta.url);
  return readFileSync(require.resolve(`@expo-google-fonts/noto-sans-${script}/400Regular/${file}`));
}

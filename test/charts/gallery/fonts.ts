import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bundledFonts, createFontSet, type FontFileSpec } from "../../../src/fonts/index.ts";

const require = createRequire(import.meta.url);

const scripts = {
  arabic: { file: "NotoSansArabic_400Regular.ttf", range: "U+600-6FF, U+750-77F, U+8A0-8FF, U+FB50-FDFF, U+FE70-FEFF" },
  hebrew: { file: "NotoSansHebrew_400Regular.ttf", range: "U+590-5FF, U+FB1D-FB4F" },
} as const;

const noto = Object.entries(scripts).map(([script, { file, range }]) => ({
  data: readFileSync(require.resolve(`@expo-google-fonts/noto-sans-${script}/400Regular/${file}`)),
  family: `Noto Sans ${script}`,
  range,
}));

const bundled = await bundledFonts();
const inter = bundled.filter(({ family }) => family === "Inter");

/** What measures and draws our charts: the package's fonts, and two more scripts. */
export const galleryFonts = createFontSet([
  ...bundled,
  ...noto.map(({ data, family }): FontFileSpec => ({ data, family, weight: 400, style: "normal" })),
]);

/** The same files for a browser, in one family: what a set finds by character, a browser does by ranges. */
export function fontFaceRules(family: string): string {
  const rule = (data: Uint8Array, descriptors: string) =>
    `@font-face { font-family: "${family}"; ${descriptors}; src: url(data:font/ttf;base64,${Buffer.from(data).toString("base64")}) }`;
  return [
    ...inter.map(({ data, weight, style }) => rule(data, `font-weight: ${weight}; font-style: ${style}`)),
    ...noto.flatMap(({ data, range }) =>
      ["400", "700"].map((weight) => rule(data, `font-weight: ${weight}; font-style: normal; unicode-range: ${range}`)),
    ),
  ].join("\n");
}

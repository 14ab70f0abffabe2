import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import type { FontFileSpec, FontStyle } from "./font-face.ts";

const faces: readonly { readonly name: string; readonly weight: number; readonly style: FontStyle }[] = [
  { name: "regular", weight: 400, style: "normal" },
  { name: "italic", weight: 400, style: "italic" },
  { name: "bold", weight: 700, style: "normal" },
  { name: "bold-italic", weight: 700, style: "italic" },
];

/** Tinos is as wide as Times New Roman, letter by letter, and Cousine as Courier New. */
const families: readonly {
  readonly family: string;
  readonly inHtml: boolean;
  readonly standsFor: readonly string[];
}[] = [
  { family: "Inter", inHtml: true, standsFor: [] },
  { family: "Tinos", inHtml: false, standsFor: ["serif", "ui-serif", "Times", "Times New Roman", "Liberation Serif"] },
  {
    family: "Cousine",
    inHtml: false,
    standsFor: ["monospace", "ui-monospace", "Courier", "Courier New", "Liberation Mono"],
  },
];

/**
 * Reads the fonts that ship with the package (SIL OFL 1.1): Inter, with Welsh, Greek and Cyrillic; Tinos, which stands for `serif`;
 * Cousine, which stands for `monospace`.
 */
export async function bundledFonts(): Promise<FontFileSpec[]> {
  const folder = join(packageRoot(), "templates", "fonts");
  const specs = families.flatMap(({ family, inHtml, standsFor }) =>
    faces.map(async ({ name, weight, style }): Promise<FontFileSpec> => {
      const file = join(folder, `${family.toLowerCase()}-${name}`);
      const [data, woff2] = await Promise.all([
        readFile(`${file}.ttf`),
        inHtml ? readFile(`${file}.woff2`) : undefined,
      ]);
      return {
        family,
        weight,
        style,
        data,
        woff2,
        standsFor,
      };
    }),
  );
  return Promise.all(specs);
}

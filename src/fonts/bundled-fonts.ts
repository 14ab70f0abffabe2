import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import type { FontFileSpec, FontStyle } from "./font-face.ts";

const faces: readonly { file: string; weight: number; style: FontStyle }[] = [
  { file: "inter-regular", weight: 400, style: "normal" },
  { file: "inter-italic", weight: 400, style: "italic" },
  { file: "inter-bold", weight: 700, style: "normal" },
  { file: "inter-bold-italic", weight: 700, style: "italic" },
];

/** Reads the fonts that ship with the package: Inter (SIL OFL 1.1), with Welsh, Greek and Cyrillic. */
export async function bundledFonts(): Promise<FontFileSpec[]> {
  const folder = join(packageRoot(), "templates", "fonts");
  return Promise.all(
    faces.map(async ({ file, weight, style }) => {
      const [data, woff2] = await Promise.all([
        readFile(join(folder, `${file}.ttf`)),
        readFile(join(folder, `${file}.woff2`)),
      ]);
      return { family: "Inter", weight, style, data, woff2 };
    }),
  );
}

import { readFile } from "node:fs/promises";
import { bundledFonts, createFontSet, type FontSet, readFontSpec } from "../fonts/index.ts";
import { inputError, readingInput } from "./input-error.ts";
import { whyUnreadable } from "./read-text-file.ts";

/** The fonts of the package, and those of these files before them. Throws an `InputError`. */
export async function readFonts(files: readonly string[]): Promise<FontSet> {
  const bundled = createFontSet(await bundledFonts());
  if (files.length === 0) return bundled;
  return bundled.with(await Promise.all(files.map(readFont)));
}

async function readFont(file: string) {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw inputError({ code: "unreadable-file", message: whyUnreadable(error), source: { file } });
  }
  return readingInput(() => readFontSpec(bytes, file));
}

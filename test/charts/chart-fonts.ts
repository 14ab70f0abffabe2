import { bundledFonts, createFontSet } from "../../src/fonts/index.ts";

/** Parsed once for all tests of a file. */
export const fonts = createFontSet(await bundledFonts());

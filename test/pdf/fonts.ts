import { bundledFonts, createFontSet } from "../../src/fonts/index.ts";

/** The fonts of the package, parsed once a test file. */
export const fonts = createFontSet(await bundledFonts());

/** A fixed date: documents never ask the clock. */
export const date = new Date("2026-01-02T03:04:05Z");

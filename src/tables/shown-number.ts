import type { SheetCell } from "./sheet.ts";

/** Digits with separators, signs and brackets, or a power of ten. */
const digitsAlone = /^[\s(\-−+]*[\d.,'\s]*\d[\d.,'\s]*(?:E[+\-−]?\d+)?[)\-−\s]*$/iu;

/** A number as a cell shows it: with what is shown where that is more than its digits. */
export const shownNumber = (value: number, shown: string): SheetCell =>
  digitsAlone.test(shown) ? value : { kind: "number", value, shown: shown.trim() };

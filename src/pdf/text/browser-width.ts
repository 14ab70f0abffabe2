import { shareTolerance } from "../geometry/tolerance.ts";

/** Of a font size, pt. */
const steps = 64 / 0.75;

/**
 * By what share text of this size is narrower in browsers: their fonts (FreeType, and what follows it) measure in whole 64ths of a px, and cut off
 * what is over. Of 10 pt it is 0.04%, of 12 pt nothing. Letters are drawn here as large as was asked; only whether a word finds room in its line
 * is asked as browsers ask it, so that paragraphs break where they do there.
 */
export function browserCut(fontSize: number): number {
  const size = fontSize * steps;
  const cut = size - Math.floor(size + shareTolerance);
  return cut > 0 ? cut / size : 0;
}

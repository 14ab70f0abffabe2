import type { FontFace, FontQuery } from "./font-face.ts";

/** Whether two names are of one family: their case says nothing (CSS Fonts 4, 5.1). */
export const isSameFamily = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/**
 * The faces of one family that match a style best (CSS Fonts 4, 5.2): several where they share descriptors but for
 * `unicode-range`. Of two that claim a character the later counts, so they come last first. Empty for no faces.
 */
export function matchFaces(faces: readonly FontFace[], query: Pick<FontQuery, "weight" | "style">): FontFace[] {
  const costs = faces.map((face) => costOf(face, query));
  const least = Math.min(...costs);
  return faces.filter((_, index) => costs[index] === least).reverse();
}

/** Style first, then weight; above 500 look heavier first, else lighter first, from 400 up to 500 before that. */
function costOf(face: FontFace, { weight, style }: Pick<FontQuery, "weight" | "style">): number {
  const last = Math.max(face.weight, face.lastWeight ?? face.weight);
  const nearest = Math.min(last, Math.max(face.weight, weight));
  const isMiddling = weight >= 400 && weight <= 500;
  const isWrongWay = weight > 500 ? nearest < weight : nearest > weight && !(isMiddling && nearest <= 500);
  const isBelowMiddling = isMiddling && nearest < weight;
  return (
    (face.style === style ? 0 : 10_000) +
    (isWrongWay ? 2_000 : isBelowMiddling ? 1_000 : 0) +
    Math.abs(nearest - weight)
  );
}

/** Whether a face has a character, and may be used for it. */
export function hasCharacter({ font, unicodeRange }: FontFace, codePoint: number): boolean {
  return isInRange(unicodeRange, codePoint) && font.glyphOf(codePoint) !== 0;
}

export function isInRange(ranges: FontFace["unicodeRange"], codePoint: number): boolean {
  return !ranges || ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** Of `font-size: medium` for all but monospaced type, pt. */
export const mediumPt = 12;

/** Of monospaced type, which browsers set smaller, pt. */
const monospacedPt = 9.75;

/** Of `font-size: medium`, pt: of what is monospaced and nothing else, or of anything else. */
export const mediumSize = ([family = "", ...others]: readonly string[]) =>
  others.length === 0 && family.toLowerCase() === "monospace" ? monospacedPt : mediumPt;

/** CSS Fonts 4, 2.5: the absolute sizes, in parts of `medium`; for monospaced type browsers have whole px of their own. */
const parts: Readonly<Record<string, readonly [usual: number, monospaced: number]>> = {
  "xx-small": [9 / 16, 9 / 13],
  "x-small": [10 / 16, 10 / 13],
  small: [13 / 16, 12 / 13],
  medium: [1, 1],
  large: [18 / 16, 16 / 13],
  "x-large": [24 / 16, 20 / 13],
  "xx-large": [32 / 16, 26 / 13],
  "xxx-large": [48 / 16, 39 / 13],
};

/** What a keyword asks for, where `medium` is this size; undefined if it is none. */
export function absoluteSize(keyword: string, medium: number): number | undefined {
  const part = Object.hasOwn(parts, keyword) ? parts[keyword] : undefined;
  return part && part[medium === monospacedPt ? 1 : 0] * medium;
}

/** The keyword that asks for this size. */
export const keywordOfSize = (size: number, medium: number): string | undefined =>
  Object.keys(parts).find((keyword) => absoluteSize(keyword, medium) === size);

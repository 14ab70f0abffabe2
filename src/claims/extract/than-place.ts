import type { Sentence } from "./sentence.ts";

/** Where the other side of a comparison begins: after `than in`, `as in`, `the figure for`, before a place. */
export function thanPlace(sentence: Sentence, from: number): number | undefined {
  const tail = sentence.source.slice(from, sentence.end);
  const match =
    /^[^.;:]*?(?<!\p{L})(?:than|as|that\s+of|(?:the\s+)?(?:number|rate|figure|total|share|level|average)\s+(?:in|for|of|on))\s+(?:(?:in|for|on|at|by)\s+)?(?:(?:the\s+(?:figure|rate|number|one)|that|those)\s+(?:in|for|on|of|by)\s+)?/iu;
  for (let offset = 0; ; ) {
    const found = match.exec(tail.slice(offset));
    if (!found) return undefined;
    const place = from + offset + found[0].length;
    if (sentence.categories.some(({ start, role }) => start === place && role !== undefined)) return place;
    offset += Math.max(1, found[0].length - 1);
  }
}

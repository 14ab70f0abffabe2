import type { Sentence } from "./sentence.ts";

const lead =
  /(?<!\p{L})(?:than|as|that\s+of|(?:number|rate|figure|total|share|level|average)\s+(?:in|for|of|on))\s+(?:(?:in|for|on|at|by)\s+)?(?:(?:the\s+(?:figure|rate|number|one)|that|those)\s+(?:in|for|on|of|by)\s+)?$/iu;

/** Where the other side of a comparison begins: the place that is named after `than in`, `as in`, `the rate in`. */
export function thanPlace({ source, categories }: Sentence, from: number): number | undefined {
  return categories.find(({ start }) => {
    const between = source.slice(from, start);
    return start >= from && !/[.;:]/.test(between) && lead.test(between);
  })?.start;
}

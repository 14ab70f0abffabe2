import type { Hedge } from "../claim-spec.ts";

/** Hedges by their words, the longer ones first: "no more than" is not "more than". */
const hedges: readonly (readonly [Hedge, string])[] = [
  ["at-most", "no more than|not more than|at most|up to|a maximum of|as many as"],
  ["at-least", "at least|no fewer than|no less than|not fewer than|not less than|a minimum of"],
  ["nearly", "nearly|almost|just under|just below|just short of|close to|approaching|not quite"],
  ["more-than", "(?:just |well |slightly )?(?:more than|over|above)|upwards of|in excess of|exceeding|greater than"],
  ["less-than", "(?:well )?(?:less than|fewer than|under|below)|lower than"],
  ["about", "about|around|roughly|approximately|approx\\.?|some|circa|c\\.|an estimated|estimated|in the region of"],
];
const before = hedges.map(
  ([hedge, words]) => [hedge, new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})\\s+(?:an?\\s+|the\\s+)?$`, "iu")] as const,
);
const after = [
  ["at-least", /^(?:\+|\s+or\s+more\b|\s+and\s+(?:more|counting)\b)/i],
  ["at-most", /^\s+or\s+(?:fewer|less)\b/i],
  ["about", /^(?:-odd\b|\s+or\s+so\b)/i],
] as const satisfies readonly (readonly [Hedge, RegExp])[];

export interface HedgedSpan {
  readonly hedge: Hedge;
  readonly start: number;
  readonly end: number;
}

/** The hedge at a number, and the span of both. */
export function hedgeAt(text: string, start: number, end: number): HedgedSpan {
  const head = text.slice(Math.max(0, start - 40), start);
  for (const [hedge, pattern] of before) {
    const match = pattern.exec(head);
    if (match) return { hedge, start: start - match[0].length, end };
  }
  const tail = text.slice(end, end + 20);
  for (const [hedge, pattern] of after) {
    const match = pattern.exec(tail);
    if (match) return { hedge, start, end: end + match[0].length };
  }
  return { hedge: "none", start, end };
}

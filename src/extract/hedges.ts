import type { Hedge } from "../claims/index.ts";

/** Hedges by their words, the longer ones first: "no more than" is not "more than". */
const hedges: readonly (readonly [Hedge, string])[] = [
  ["at-most", "(?:no|not) (?:more|higher|greater) than|at (?:the )?most|up to|a maximum of|as (?:many|much|high) as"],
  ["at-least", "at least|(?:no|not) (?:fewer|less|lower) than|a minimum of|as (?:few|little|low) as"],
  [
    "nearly",
    "nearly|almost|virtually|(?:just|slightly|marginally|fractionally|a (?:little|bit|shade|fraction|touch)) (?:under|below|less than|fewer than|lower than|short of|shy of)|close to|getting on for|approaching|nearing|not quite",
  ],
  [
    "just-over",
    "(?:just|only just|slightly|marginally|fractionally|a (?:little|bit|shade|fraction|touch)) (?:over|above|more than|higher than|greater than|in excess of)|little more than",
  ],
  [
    "well-over",
    "(?:well|far|much|way|considerably|significantly|substantially) (?:over|above|more than|higher than|greater than|in excess of)",
  ],
  [
    "well-under",
    "(?:well|far|much|way|considerably|significantly|substantially) (?:under|below|less than|fewer than|lower than|short of)",
  ],
  [
    "more-than",
    "more than|over|above|upwards? of|north of|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|(?:topped|topping)|greater than|higher than",
  ],
  ["less-than", "less than|fewer than|under|below|lower than|south of"],
  [
    "about",
    "about|around|roughly|approximately|approx\\.?|some|circa|c\\.|an estimated|estimated|in the region of|something like|on the order of",
  ],
];
const before = [
  ...hedges.map(
    ([hedge, words]) =>
      [
        hedge,
        new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.replaceAll(" ", "\\s+")})\\s+(?:an?\\s+|the\\s+)?$`, "iu"),
      ] as const,
  ),
  ["about", /[~≈]\s?$/u],
  ["at-least", /[≥⩾]\s?$/u],
  ["at-most", /[≤⩽]\s?$/u],
  ["more-than", />\s?$/u],
  ["less-than", /<\s?$/u],
] as const;
const after = [
  ["at-least", /^(?:\+|[-\s]plus\b|\s+(?:or|and)\s+(?:more|over|above|higher|counting|upwards)\b)/i],
  ["at-most", /^\s+or\s+(?:fewer|less|under|below|lower)\b/i],
  ["about", /^(?:-odd\b|\s+or\s+(?:so|thereabouts)\b|-ish\b)/i],
] as const satisfies readonly (readonly [Hedge, RegExp])[];

export interface HedgedSpan {
  readonly hedge: Hedge;
  readonly start: number;
  readonly end: number;
}

/** The hedge at a number, and the span of both; `1,000-plus per cent` has it within. */
export function hedgeAt(text: string, start: number, end: number): HedgedSpan {
  if (/\d(?:[-\s]plus|\+)/iu.test(text.slice(start, end))) return { hedge: "at-least", start, end };
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

import type { Hedge } from "../claims/index.ts";
import { families } from "./families/index.ts";
import type { Mention } from "./mention.ts";

/** A mention, with the hedge of a quantity; the span takes the hedge in. */
export type HedgedMention = Mention & { readonly hedge: Hedge };

export type PeriodMention = Extract<HedgedMention, { kind: "period" }>;

/** All mentions in a text, in its order. Where two overlap, the family that comes first in the registry has it. */
export function findMentions(text: string): readonly HedgedMention[] {
  const found: Mention[] = [];
  // Which characters of the text are covered; a list of spans would be searched once for every match.
  const covered = new Uint8Array(text.length);
  const isFree = (start: number, end: number) => covered.subarray(start, end).every((covering) => covering === 0);
  for (const { pattern, read } of families) {
    for (const match of text.matchAll(pattern)) {
      const mention = read(match, text);
      if (!mention || !isFree(mention.start, mention.end)) continue;
      found.push(mention);
      covered.fill(1, mention.start, mention.end);
    }
  }
  found.push(...leftovers(text, covered));
  found.sort((a, b) => a.start - b.start);
  return found.map((mention, index): HedgedMention => {
    if (mention.kind !== "quantity") return { ...mention, hedge: "none" };
    const hedged = hedgeAt(text, mention.start, mention.end);
    // "over two years" is a time that ends here; its "over" is no hedge of what follows.
    const start = Math.max(hedged.start, found[index - 1]?.end ?? 0);
    return { ...mention, ...hedged, start };
  });
}

/** Whatever holds a digit and was taken by no family, so that no digit of a text goes without a word. */
function leftovers(text: string, taken: Uint8Array): readonly Mention[] {
  const left: Mention[] = [];
  for (const { index, 0: digits } of text.matchAll(/\p{N}+(?:[.,:/–-]\p{N}+)*/gu)) {
    let start: number | undefined;
    for (let offset = index; offset <= index + digits.length; offset += 1) {
      if (offset < index + digits.length && taken[offset] === 0) start ??= offset;
      else if (start !== undefined) {
        const isNumber = /\p{N}/u.test(text.slice(start, offset));
        if (isNumber) left.push({ start, end: offset, kind: "not-understood", what: "number" });
        start = undefined;
      }
    }
  }
  return left;
}

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

interface HedgedSpan {
  readonly hedge: Hedge;
  readonly start: number;
  readonly end: number;
}

/** The hedge at a number, and the span of both; `1,000-plus per cent` has it within. */
function hedgeAt(text: string, start: number, end: number): HedgedSpan {
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

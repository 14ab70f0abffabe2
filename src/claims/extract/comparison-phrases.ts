import type { TextSpan } from "./extraction.ts";

/**
 * What something is set against: `compared with 258 in November 2018`, `up from 114`, `than in 2017`. Its times are not
 * those of the rest of the sentence, nor theirs its own.
 */
export interface ComparisonPhrase extends TextSpan {
  /** `from`: what it was before. `beside`: at another time, or of somebody else. */
  readonly kind: "from" | "beside";
}

const markers =
  /(?<!\p{L})(?:(?<from>from)|(?:as\s+)?compared\s+(?:with|to)|in\s+comparison\s+(?:with|to)|relative\s+to|as\s+opposed\s+to|in\s+contrast\s+(?:with|to)|against|versus|vs\.?|(?<!(?:rather|other)\s)than)(?!\p{L})/giu;

/** Words between a marker and what it sets against: not many, and no verb. */
const lead =
  /^\s+(?:(?:a|an|the|just|only|some|about|around|in|for|during|at|of|with|on|that|those|figures?|number|numbers|rate|total|level|average|record|low|high|peak|previous|just\s+over|estimated|revised|same|period|it\s+was|there\s+were|was)\s+)*$/iu;

const moves =
  /(?<!\p{L})(?:up|down|ris(?:e|es|en|ing)|rose|increas\p{L}*|grew|grow\p{L}*|fall\p{L}*|fell|drop\p{L}*|declin\p{L}*|decreas\p{L}*|reduc\p{L}*|chang\p{L}*|went|gone|jump\p{L}*|climb\p{L}*|surg\p{L}*|soar\p{L}*|plung\p{L}*|plummet\p{L}*|improv\p{L}*|worsen\p{L}*|narrow\p{L}*|widen\p{L}*|shr[aiu]nk\p{L}*|halv\p{L}*|doubl\p{L}*|tripl\p{L}*|dipp?\p{L}*|slump\p{L}*|compared|lower|higher|slow\p{L}*|eas(?:ed|ing)|mov(?:ed|ing)|swell\p{L}*|expand\p{L}*|reach\p{L}*|now)(?!\p{L})/iu;

interface Found {
  readonly quantities: readonly TextSpan[];
  readonly periods: readonly TextSpan[];
  /** What is said of the sentence's own figure, wherever it stands: `the highest since 2011`. */
  readonly stops: readonly TextSpan[];
}

/**
 * The phrases of a sentence, in its order; none lies within another.
 * @param offset where `words` begin in the text; the spans that are given and returned are of the text.
 */
export function findComparisonPhrases(
  words: string,
  offset: number,
  { quantities, periods, stops }: Found,
): readonly ComparisonPhrase[] {
  const found: ComparisonPhrase[] = [];
  const periodsAt = new Set(periods.map(({ start }) => start - offset));
  const mentions = [...quantities, ...periods]
    .map(({ start, end }) => ({ start: start - offset, end: end - offset }))
    .sort((a, b) => a.start - b.start);
  for (const match of words.matchAll(markers)) {
    const start = match.index;
    const after = start + match[0].length;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    // "More than 4,000" is a hedge, "from April to June" a time.
    if (mentions.some((mention) => mention.start <= start && start < mention.end)) continue;
    const next = mentions.find((mention) => mention.start >= after);
    const isFrom = match.groups?.from !== undefined;
    if (isFrom || /^(?:against|versus|vs)/iu.test(match[0])) {
      if (!next || !lead.test(`${words.slice(after, next.start)} `)) continue;
    }
    const reach = endOf(words, after, mentions);
    const group = groupEnd(words.slice(after, next?.start ?? reach));
    const stop = stops.find((span) => span.start - offset > after)?.start;
    // "Than for boys in 2018": who it is, and when both were.
    const isGroup = !isFrom && group !== undefined && next && periodsAt.has(next.start) && next.start < reach;
    const end = Math.min(isGroup ? after + group : reach, stop === undefined ? reach : stop - offset);
    if (isFrom && !moves.test(words.slice(0, start)) && !/^\s+to(?!\p{L})/iu.test(words.slice(end))) continue;
    found.push({ start, end, kind: isFrom ? "from" : "beside" });
  }
  return found.map(({ start, end, kind }) => ({ start: start + offset, end: end + offset, kind }));
}

const small = new Set(
  "a an the that those these this it they there was were is are had in on at for of with by during among between all any same previous last first year years quarter month period time level levels number numbers figure figures rate rates total share proportion record peak high low average about around just over under nearly almost estimated revised".split(
    " ",
  ),
);

/** Where, after a marker and before a time, the words for somebody or something end, if there are any: `for boys in `. */
function groupEnd(words: string): number | undefined {
  const others = [...words.matchAll(/[\p{L}’'-]+/gu)].filter(([word]) => !small.has(word.toLowerCase()));
  const last = others.at(-1);
  return last && last.index + last[0].length;
}

const stop =
  /[;)\]]|:\s|\s[–—-]\s|,(?!\d)|\s(?=(?:while|whilst|whereas|but|although|though)(?!\p{L}))|\s(?=to(?!\p{L}))/giu;

/** Where a phrase ends: at a clause, at its bracket, at the `to` of `from … to`, at a comma once it has said something. */
function endOf(words: string, from: number, mentions: readonly TextSpan[]): number {
  let depth = 0;
  for (const { index, 0: sign } of words.slice(from).matchAll(new RegExp(`[(\\[]|${stop.source}`, "giu"))) {
    const place = from + index;
    if (sign === "(" || sign === "[") depth += 1;
    else if (mentions.some(({ start, end }) => start < place && place < end)) continue;
    else if (sign === ")" || sign === "]") {
      if (depth === 0) return place;
      depth -= 1;
    } else if (depth === 0) {
      const hasSaid = mentions.some(({ start, end }) => start >= from && end <= place);
      const isTo = sign.trim() === "" && /^\s+to(?!\p{L})/iu.test(words.slice(place));
      if (
        isTo
          ? hasSaid &&
            mentions.some(
              ({ start }) => start >= place && /^\s+to\s+(?:\p{L}+\s+){0,3}$/iu.test(words.slice(place, start)),
            )
          : sign !== "," || hasSaid
      )
        return place;
    }
  }
  return words.length;
}

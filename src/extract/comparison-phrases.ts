import type { TextSpan } from "./extraction.ts";
import type { PeriodMention } from "./find-mentions.ts";

/**
 * What something is set against: `compared with 258 in November 2018`, `up from 114`, `than in 2017`. Its times are not
 * those of the rest of the sentence, nor theirs its own.
 */
export interface ComparisonPhrase extends TextSpan {
  /** `from`: what it was before. `other`: at another time, or of somebody else. */
  readonly kind: "from" | "other";
}

const markers =
  /(?<!\p{L})(?:(?<from>from)|(?:as\s+)?compared\s+(?:with|to)|in\s+comparison\s+(?:with|to)|relative\s+to|as\s+opposed\s+to|in\s+contrast\s+(?:with|to)|(?<on>on)|against|versus|vs\.?|(?:below|above)(?=\s+(?:the|its|their|an?)\s+(?:\p{L}+\s+){0,2}?(?:peak|high|low|levels?|figures?|totals?|record)(?!\p{L}))|of(?=\s+(?:the|its|their)\s+(?:\p{L}+\s+)?(?:peak|high|low)(?!\p{L}))|(?<!(?:rather|other)\s)than)(?!\p{L})/giu;

/** Words between a marker and what it sets against: not many, and no verb. */
const lead =
  /^\s+(?:(?:a|an|the|just|only|some|about|around|in|for|during|at|of|with|on|that|those|figures?|number|numbers|rate|total|level|average|record|low|high|peak|previous|just\s+over|estimated|revised|same|period|point|baseline|government’s|government's|it\s+was|there\s+were|was)\s+)*$/iu;

const changeNouns =
  /(?<!\p{L})(?:up|down|ris(?:e|es|en|ing)|rose|increas\p{L}*|grew|grow\p{L}*|fall\p{L}*|fell|drop\p{L}*|declin\p{L}*|decreas\p{L}*|reduc\p{L}*|chang\p{L}*|went|gone|jump\p{L}*|climb\p{L}*|surg\p{L}*|soar\p{L}*|plung\p{L}*|plummet\p{L}*|improv\p{L}*|worsen\p{L}*|narrow\p{L}*|widen\p{L}*|shr[aiu]nk\p{L}*|halv\p{L}*|doubl\p{L}*|tripl\p{L}*|dipp?\p{L}*|slump\p{L}*|compared|lower|higher|slow\p{L}*|eas(?:ed|ing)|mov(?:ed|ing)|swell\p{L}*|expand\p{L}*|reach\p{L}*|now)(?!\p{L})/iu;

interface Found {
  readonly quantities: readonly TextSpan[];
  readonly periods: readonly PeriodMention[];
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
  const at = (span: TextSpan) => ({ start: span.start - offset, end: span.end - offset });
  const numbers = quantities.map(at);
  const times = periods.map(at);
  const text: MarkedText = {
    words,
    numbers,
    times,
    mentions: [...numbers, ...times].sort((a, b) => a.start - b.start),
    spansAt: new Set(
      periods.flatMap(({ start, period }) => (period.kind === "named" && period.ends ? [start - offset] : [])),
    ),
    stops: stops.map(at),
  };
  const found: ComparisonPhrase[] = [];
  for (const match of words.matchAll(markers)) {
    if (match.index < (found.at(-1)?.end ?? 0)) continue;
    const phrase = phraseAt(text, match);
    if (phrase) found.push(phrase);
  }
  return found.map(({ start, end, kind }) => ({ start: start + offset, end: end + offset, kind }));
}

/** A sentence; all offsets are within `words`. */
interface MarkedText {
  readonly words: string;
  readonly numbers: readonly TextSpan[];
  readonly times: readonly TextSpan[];
  /** Numbers and times. */
  readonly mentions: readonly TextSpan[];
  /** Where times begin that have two ends. */
  readonly spansAt: ReadonlySet<number>;
  readonly stops: readonly TextSpan[];
}

/** The phrase that a marker opens; undefined where the word is another use of it. */
function phraseAt(text: MarkedText, match: RegExpExecArray): ComparisonPhrase | undefined {
  const { words, mentions, spansAt } = text;
  const start = match.index;
  const after = start + match[0].length;
  // "More than 4,000" is a hedge, "from April to June" a time.
  if (mentions.some((mention) => mention.start <= start && start < mention.end)) return undefined;
  const next = mentions.find((mention) => mention.start >= after);
  const isFrom = match.groups?.from !== undefined;
  // "From 2012–2017" is both ends of a change.
  if (isFrom && next && spansAt.has(next.start)) return undefined;
  const isOn = match.groups?.on !== undefined;
  const mayBeOther = isFrom || isOn || /^(?:against|versus|vs)/iu.test(match[0]);
  if (mayBeOther && !(next && lead.test(`${words.slice(after, next.start)} `))) return undefined;
  if (isOn && !(next && isSizeBefore(text, start) && text.numbers.includes(next))) return undefined;
  const end = phraseEnd(text, { after, next, isFrom });
  if (isFrom && !changeNouns.test(words.slice(0, start)) && !/^\s+to(?!\p{L})/iu.test(words.slice(end)))
    return undefined;
  return { start, end, kind: isFrom ? "from" : "other" };
}

/** "Up 6% on 14,390", "up slightly on 14,390": the change, or the size of one, right before. */
function isSizeBefore({ words, mentions }: MarkedText, start: number): boolean {
  if (/(?<!\p{L})(?:up|down)(?:\s\p{L}+ly)?\s+$/iu.test(words.slice(0, start))) return true;
  const size = mentions.findLast((mention) => mention.end <= start);
  return (
    size !== undefined &&
    /^\s+(?:(?:more|higher|lower|fewer|less|increase|rise|fall|decrease|drop)\s+)?$/iu.test(
      words.slice(size.end, start),
    )
  );
}

interface PhraseStart {
  readonly after: number;
  readonly next: TextSpan | undefined;
  readonly isFrom: boolean;
}

function phraseEnd(
  { words, mentions, numbers, times, stops }: MarkedText,
  { after, next, isFrom }: PhraseStart,
): number {
  const stop = stops.find(({ start }) => start > after)?.start;
  const reach = Math.min(endOf(words, after, mentions), stop ?? Number.POSITIVE_INFINITY);
  if (!next || next.start >= reach || !times.includes(next)) return reach;
  // "Than for boys in 2018": who it is, and when both were.
  const group = isFrom ? undefined : groupEnd(words.slice(after, next.start));
  if (group !== undefined) return after + group;
  // "From 2009 and 13% from 2006": what began with a time ends before the next number.
  const number = numbers.find(({ start }) => start > next.start);
  const and =
    number && number.start < reach ? words.slice(0, number.start).search(/\s+and\s+(?:\p{L}+\s+){0,6}$/iu) : -1;
  return and > after ? and : reach;
}

/** Words that say how much or when, and not who. */
const small = new Set(
  "a an the that those these this it they there was were is are had in on at for of with by during among between all any same previous last first year years quarter month period time level levels number numbers figure figures rate rates total share proportion record peak high low average about around just over under nearly almost estimated revised survey survey's survey’s".split(
    " ",
  ),
);

/** Where, after a marker and before a time, the words for somebody or something end, if there are any: `for boys in `. */
function groupEnd(words: string): number | undefined {
  // "Than when records began in", "than the average for", "of the peak reached in", "with data gathered in": the time is theirs.
  if (
    /^\s*when(?!\p{L})|(?<!\p{L})(?:peak|high|low)\s+(?:it\s+|they\s+)?(?:reached|seen|recorded|set|hit)\s|(?<!\p{L})(?:data|statistics)\s+(?:\p{L}+ed\s+)?(?:in|for|from)\s+$|(?<!\p{L})(?:average|total|figure|number|rate|level)\s+(?:for|of|in)\s+$/iu.test(
      words,
    )
  )
    return undefined;
  const others = [...words.matchAll(/[\p{L}’'-]+/gu)].filter(([word]) => !small.has(word.toLowerCase()));
  const last = others.at(-1);
  return last && last.index + last[0].length;
}

const moved =
  "up|down|rise|rose|fall|fell|increased?|decreased?|drop(?:ped)?|reduction|more|fewer|higher|lower|a\\s+(?:rise|fall|increase|decrease|drop|reduction)|an\\s+increase";
/** "And crimes recorded by the police fell": another clause. */
const movedVerbs = "rose|fell|grew|increased|decreased|dropped|declined|doubled|halved|was|were|had|has|have";
/** Brackets and what ends a phrase; of a space, what comes after it ends it. */
const ends = new RegExp(
  [
    "[()[\\];]|:\\s|\\s[–—-]\\s|,(?!\\d)",
    "\\s(?=(?:while|whilst|whereas|but|although|though|to)(?!\\p{L}))",
    `\\s(?=and\\s+(?:${moved})(?!\\p{L}))`,
    `\\s(?=and\\s+(?:[\\p{L}’'-]+\\s+){1,6}(?:${movedVerbs})(?!\\p{L}))`,
    `\\s(?=\\((?:${moved}|by(?!\\p{L})|[+−-]))`,
    "\\s(?=(?:reveals?|shows?|represents?|means?|is|are|was|were)(?!\\p{L}))",
  ].join("|"),
  "giu",
);

/** Where a phrase ends: at a clause, at its bracket, at the `to` of `from … to`, at a comma once it has said something. */
function endOf(words: string, from: number, mentions: readonly TextSpan[]): number {
  let depth = 0;
  for (const { index, 0: sign } of words.slice(from).matchAll(ends)) {
    const position = from + index;
    const rest = words.slice(position);
    if (mentions.some(({ start, end }) => start < position && position < end)) continue;
    if (sign === "(" || sign === "[") depth += 1;
    else if (sign === ")" || sign === "]") {
      if (depth === 0) return position;
      depth -= 1;
    } else if (depth === 0) {
      const hasSaid = mentions.some(({ start, end }) => start >= from && end <= position);
      const next = mentions.find(({ start }) => start >= position);
      const isTo = /^\s+to(?!\p{L})/iu.test(rest);
      const needsMore =
        sign === "," ||
        isTo ||
        (/^\s/u.test(sign) && /^\s+(?!(?:while|whilst|whereas|but|although|though)(?!\p{L})|\()/iu.test(rest));
      if (needsMore && !hasSaid) continue;
      // "To 274" ends "from 114"; "to the service" does not.
      if (isTo && !(next && /^\s+to\s+(?:\p{L}+\s+){0,3}$/iu.test(words.slice(position, next.start)))) continue;
      return position;
    }
  }
  return words.length;
}

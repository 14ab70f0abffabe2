import type { FigureAffixes } from "../contract/audit.ts";

const scale = "hundreds?|thousands?|millions?|billions?|trillions?|dozens?|myriads?|lakhs?|crores?";
const number = "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a hundred|a thousand";

/** What makes another figure of an English one that it stands beside. */
export const figureAffixes: FigureAffixes = {
  before: new RegExp(
    `(?<!\\p{L})(?:minus|negative|(?:half|twice|double|treble|triple|thrice|quadruple)(?: of)?|(?:an?|one|two|three) (?:third|quarter|fifth|tenth)s? of|(?:${number}) times|${scale}|(?:hundred|thousand|million) and|(?:nought|zero|one) point|pounds?|euros?|dollars?|usd|gbp|eur|(?:the|an?) (?:square|square root|cube|cube root|root|inverse|reciprocal|logarithm|log|fraction|multiple|factor) of|one in|tens of|per ?cent|percentages?)\\s?$`,
    "iu",
  ),
  after: new RegExp(
    `^(?:(?:\\s?[,([–—]\\s?|\\s)(?:in )?(?:${scale})(?!\\p{L})|\\s?(?:${scale}|k|m|mm|mn|mil|mill(?=\\s*(?:[.,;:!?)]|$))|mln|mio|bn|bln|tn|trn|ths|doz|squared|cubed|per ?cent(?:age points?)?|percentage (?:points?|pts)|ppt|pp|pc|pts|bps|basis points?|score|times|fold|x|(?:ten|hundred|thousand|million)ths?|gross(?=\\s*(?:[.,;:!?)]|$| of ))|grand(?!\\s(?!(?:in|of|on|for|by|more|less|fewer|from|an?|each|per|was|were|is|are|this|last|since)(?!\\p{L}))\\p{L})|thou|ppm|parts per [a-z]+|pct|to one(?!\\s(?!(?:against|on|in|for|odds|that|chance)(?!\\p{L}))\\p{L})|quid|pounds?|p|pence|euros?|dollars?|usd|gbp|eur|kg|km|mph|and a (?:half|quarter)|point (?:zero|nought|one|${number})|per [a-z]+|(?:an?|each|every) (?:second|minute|hour|day|week|month)|(?:in|out of) (?:every |each |the )?(?:${number}|hundred|thousand|million)|or so (?:${scale}))(?!\\p{L})|-\\p{L}+)`,
    "iu",
  ),
  often:
    /^\s(?:(?:were|was|are|is) \p{L}+(?:ed|en) )?(?:(?:an?|each|every|per) (?:second|minute|hour|day|night|week|fortnight|month|quarter)(?!\p{L}|-|\s(?:ago|earlier|later|before|after)(?!\p{L}))|(?:hourly|daily|weekly|fortnightly|monthly)(?=\s*(?:[.,;:!?)]|$)))/iu,
  alone: /^(?:minus|(?:in )?(?:hundred|thousand|million|billion|trillion)s?)$/iu,
  counted:
    /^(?:children|child|people|persons?|adults?|victims?|offenders?|suspects?|girls?|boys?|women|woman|men|man|pupils?|patients?|families|households?|homes?|schools?|teachers?|offences?|deaths?|arrests?|convictions?|cases?|incidents?|reports?|prisoners?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|miles?|kilometres?|metres?|kilograms?|tonnes?|pounds?|euros?|dollars?|pence|degrees?)$/iu,
  stops: /^\p{L}{1,3}$/u,
  magnitudes: {
    hundred: 100,
    hundreds: 100,
    thousand: 1e3,
    thousands: 1e3,
    k: 1e3,
    million: 1e6,
    millions: 1e6,
    m: 1e6,
    mn: 1e6,
    billion: 1e9,
    billions: 1e9,
    bn: 1e9,
    trillion: 1e12,
    trillions: 1e12,
    tn: 1e12,
    lakh: 1e5,
    lakhs: 1e5,
    crore: 1e7,
    crores: 1e7,
  },
  percent: /(?<!\p{L})(?:per ?cent|percentages?|percentage points?)(?!\p{L})/iu,
  moves:
    /(?<!\p{L})(?:rose|risen|rises|rising|fell|fallen|falls|falling|grew|grown|increased?|increases|decreased?|decreases|dropped|declined|doubled|trebled|halved|jumped|up|down|total(?:s|led)?|averages?|recorded|reported|saw|had|has)(?!\p{L})/iu,
  bands:
    /(?<!\p{L})(?:under|over|above|below|less|more|than|up to|to|at least|at most|and|or|between|most|least|top|bottom|first|last|decile|quintile|quartile|percentile|band|group|class|aged?|deprived|income|price|rate band)(?!\p{L})|[–—‐‑-]\s?\p{Sc}?\p{N}|\p{N}\s?\+|[<>≤≥]/iu,
  ordinal: /^(?:st|nd|rd|th)(?!\p{L})/u,
  whose: /^(?:in|for|of) /u,
  // Whole words: "horsepower" and "catalogue" say nothing of a scale.
  scales: {
    reversed: /revers|invert|upside/iu,
    logarithmic: /(?<!\p{L})(?:sym)?log(?:arithm\p{L}*)?(?!\p{L})/iu,
    power: /(?<!\p{L})(?:square root|sqrt|power)(?!\p{L})|√/iu,
  },
};

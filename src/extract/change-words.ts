/** Words that say which way a figure went, and how much it did. */

export interface SaidChange {
  readonly direction: "up" | "down" | "flat";
  /** As an adverb: `significantly`, `steeply`. */
  readonly degree?: string | undefined;
}

const up = {
  verbs:
    "rose|rises?|risen|rising|increase[sd]?|increasing|grew|grows?|grown|growing|jump(?:ed|s|ing)?|soar(?:ed|s|ing)?|surg(?:ed|es?|ing)|climb(?:ed|s|ing)?|leapt|leaped|rocketed|spiked|swelled|escalated|shot\\s+up|(?:went|gone|going|goes)\\s+up|raised|widen(?:ed|s|ing)?|improved|expanded|strengthened|rebounded",
  nouns: "rise|increase|jump|surge|growth|leap|hike|spike|upturn|uplift",
  short: "up",
  compared: "more|higher|above|greater|larger",
};
const down = {
  verbs:
    "fell|falls?|fallen|falling|drop(?:ped|s|ping)?|declin(?:ed|es?|ing)|decreas(?:ed|es?|ing)|plung(?:ed|es?|ing)|plummet(?:ed|s|ing)?|shrank|shrunk|shrinking|slump(?:ed|s|ing)?|dipped|tumbled|slid|eased|(?:went|gone|going|goes)\\s+down|reduced|cut|narrow(?:ed|s|ing)|contract(?:ed|s|ing)|slowed|weakened|shrinks",
  nouns: "fall|drop|decrease|decline|reduction|dip|slump|cut|downturn",
  short: "down",
  compared: "fewer|less|lower|below|smaller",
};
const flat =
  "(?:is|was|are|were|remain(?:s|ed)?|stay(?:s|ed)?|held)\\s+(?:broadly\\s+|largely\\s+)?(?:unchanged|stable|level|flat|the\\s+same)|did\\s+not\\s+change";
/** "Made up 83%", "shut down 90%" and "were dropped" are no changes. */
const isOtherUse = (head: string, words: string): boolean =>
  (/^up/i.test(words) &&
    /(?<!\p{L})(?:ma[dk]e|makes|making|sign(?:ed)?|set|take|took|taken|eat(?:s|ing)?|ate|end(?:s|ed)?|giv(?:e|es|en|ing)|gave|pick(?:s|ed)?|snap(?:ped)?)\s+$/iu.test(
      head,
    )) ||
  (/^down/i.test(words) &&
    /(?<!\p{L})(?:shut(?:s|ting)?|clos(?:es?|ed|ing)|t[ao]ken?|track(?:ed|s)?|turn(?:ed|s)?|shot|struck|voted|knocked|torn?|tore|pulled|burn(?:ed|t)|broken?|laid|handed)\s+$/iu.test(
      head,
    )) ||
  (/^(?:dropped|cut|reduced|raised|eased|declined)/i.test(words) &&
    // "Was cut by 38,600" says by how much.
    !/^(?:cut|reduced|raised)\s.*(?<!\p{L})by\s*$/iu.test(words) &&
    /(?<!\p{L})(?:was|were|been|be|being)\s+$/iu.test(head));

const adjectives = [
  "significant",
  "sharp",
  "steep",
  "dramatic",
  "rapid",
  "huge",
  "massive",
  "substantial",
  "marked",
  "slight",
  "steady",
  "big",
  "large",
  "small",
  "modest",
];
const adverb = `(?:${adjectives.map((word) => `${word}ly`).join("|")}|hugely)`;
const adjective = `(?:${adjectives.join("|")}|overall|further|annual|net|record|year[-\\s]on[-\\s]year)`;

/** Words that may stand before a number without a say in which way it moved. */
const little = "(?:an?|just|only|mere|further|another|some|as\\s+much\\s+as)";

const both = ["up", "down"] as const;

/** Every pattern of one direction, made once: these are asked of each number of a text. */
function patternsOf({ verbs, nouns, short, compared }: typeof up) {
  const word = (source: string, flags = "iu") => new RegExp(source, flags);
  return {
    before: [
      word(
        `(?<![\\p{L}])(?:(?:${verbs})(?:\\s+(?<adverb>${adverb}))?(?:\\s+(?:again|further|back))?(?:,?\\s+by)?|(?:${short})(?:\\s+by)?|(?:${compared})\\s+by|(?:(?<adjective>${adjective})\\s+)?(?:${nouns})s?\\s+of)\\s+(?:${little}\\s+)*$`,
      ),
      // Between the verb and its "by" stands what moved: "cut offences by", "a rise in such crimes of".
      word(
        `(?<![\\p{L}])(?:(?:${verbs})\\s[^,.;:]{1,60}\\sby|(?:${nouns})\\s+in\\s[^,.;:]{1,60}\\sof)\\s+(?:${little}\\s+)*$`,
      ),
      // "The decrease over the twelve months was".
      word(
        `(?<![\\p{L}])(?:the|this|an?)\\s+(?:${adjective}\\s+)?(?:${nouns})(?:\\s(?!(?:was|were|is|are|had|has|have|means?|led|left|took|brought|that|which|who)\\s)[^,.;:()\\s]+){0,20}\\s(?:was|were|is|of)\\s+(?:${little}\\s+)*$`,
      ),
    ],
    // "The largest increase in its population at 14%".
    at: word(
      `(?<![\\p{L}])(?:the|an?)\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:${nouns})(?:\\s+in\\s[^,.;:()]{1,60}?)?\\s+at\\s+(?:${little}\\s+)*$`,
    ),
    // "A slight dip – 0.3% – from", "down a great deal - 36% -".
    beforeDash: word(`(?<![\\p{L}])(?:${verbs}|${nouns}|${short})(?:\\s+\\p{L}+){0,4}\\s+[–—-]\\s+$`),
    level: word(`(?<![\\p{L}])(?:${verbs})(?:\\s+(?:back|again|to))?\\s+$`),
    after: word(`^[-\\s]+(?:(?<adjective>${adjective})\\s+)?(?:${nouns})s?(?![\\p{L}])`),
    compares: word(`^[-\\s]+(?:points?\\s+)?(?:${compared}|${short}\\s+on)(?![\\p{L}])`),
    bare: word(
      `(?<![\\p{L}])(?:(?<before>${adverb})\\s+)?(?:(?<verb>${verbs})(?:\\s+(?<adverb>${adverb}))?|on\\s+the\\s+(?:${nouns})|an?\\s+(?:(?<adjective>${adjective})\\s+)?(?:${nouns})\\s+in)(?![\\p{L}])`,
    ),
    governing: word(`(?<![\\p{L}])(?:(?:${verbs})|(?<noun>(?:${nouns})s?))(?![\\p{L}])`, "giu"),
  };
}

const patterns = { up: patternsOf(up), down: patternsOf(down) } as const;
const isFlat = new RegExp(`(?<![\\p{L}])(?:${flat})(?![\\p{L}])`, "iu");
const isDegree = new RegExp(`^(?:${adverb})$`, "iu");

/**
 * The change that a number right after this text is the size of: `rose by`, `up`, `a sharp fall of`, `cut offences by`;
 * `denied` for `did not fall by`.
 */
export function changeBefore(text: string): SaidChange | "denied" | undefined {
  for (const direction of both) {
    const match = firstMatch(patterns[direction].before, text);
    const head = text.slice(0, match?.index);
    if (match && !isOtherUse(head, match[0])) return isNegated(head) ? "denied" : changeIn(direction, match.groups);
  }
  return undefined;
}

/** The change that per cent right after this text are the size of, where no verb says so: `the largest rise at`, `a slight dip –`. */
export function changeAtNoun(text: string, isBeforeDash: boolean): SaidChange | undefined {
  for (const direction of both) {
    const { at, beforeDash } = patterns[direction];
    const match = (isBeforeDash ? beforeDash : at).exec(text);
    const head = text.slice(0, match?.index);
    if (match && !isOtherUse(head, match[0]) && !isNegated(head)) return { direction };
  }
  return undefined;
}

/** Whether a number right after this text, with "below" or "above" before it, is what a figure came to: `fell`, `rose`. */
export const passesLevel = (text: string): boolean => both.some((direction) => patterns[direction].level.test(text));

const firstMatch = (all: readonly RegExp[], text: string): RegExpExecArray | undefined => {
  for (const pattern of all) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return undefined;
};

/** The change that a number right before this text is the size of: `rise`, `more`, `lower than`. */
export function changeAfter(text: string): (SaidChange & { readonly compares: boolean }) | undefined {
  for (const direction of both) {
    const { after, compares } = patterns[direction];
    const noun = after.exec(text);
    if (noun) return { ...changeIn(direction, noun.groups), compares: false };
    if (compares.test(text)) return { direction, compares: true };
  }
  return undefined;
}

/** A change that has no number: `have risen steeply`, `a growing number of`, `on the rise`. With where it stands. */
export function changeVerb(text: string): (SaidChange & { readonly start: number; readonly end: number }) | undefined {
  for (const direction of both) {
    const match = patterns[direction].bare.exec(text);
    const head = text.slice(0, match?.index);
    if (!match || isNegated(head) || isOtherUse(head, match[0])) continue;
    const { before, ...groups } = match.groups ?? {};
    return {
      ...changeIn(direction, before ? { ...groups, adverb: before } : groups),
      start: match.index,
      end: match.index + match[0].length,
    };
  }
  const same = isFlat.exec(text);
  return same ? { direction: "flat", start: same.index, end: same.index + same[0].length } : undefined;
}

/**
 * The change that numbers in brackets after this text are the sizes of: `the largest rises were in Leeds`, `fell in 2018`; none
 * where the text says what the figure came to.
 */
export function governingChange(text: string): SaidChange | undefined {
  const found = both
    .flatMap((direction) =>
      [...text.matchAll(patterns[direction].governing)].map(({ index, 0: words, groups }) => ({
        direction,
        index,
        words,
        isNoun: groups?.noun !== undefined,
      })),
    )
    .sort((a, b) => a.index - b.index)
    .at(-1);
  if (!found) return undefined;
  const { direction, index, words, isNoun } = found;
  const head = text.slice(0, index);
  const rest = text.slice(index + words.length);
  // "Fell to its lowest (12%)" says what it came to; "the reduction in damage to property (12%)" does not.
  const toLevel = isNoun && /^\s+in\s/iu.test(rest) ? /(?<!\p{L})(?:from|than)(?!\p{L})/iu : levelWords;
  const isOther =
    isNegated(head) ||
    isOtherUse(head, words) ||
    toLevel.test(rest) ||
    /^\s+(?:number|proportion|share|trend|demand)/iu.test(rest);
  return isOther ? undefined : { direction };
}

const levelWords = /(?<!\p{L})(?:to|from|than)(?!\p{L})/iu;

function changeIn(
  direction: "up" | "down",
  groups: Readonly<Record<string, string | undefined>> | undefined,
): SaidChange {
  const said = groups?.adverb ?? (groups?.adjective && `${groups.adjective}ly`);
  return { direction, degree: said && isDegree.test(said) ? said.toLowerCase() : undefined };
}

/** "Did not rise", "no rise": no change, and not its opposite either. */
const isNegated = (head: string): boolean =>
  /(?:\bnot|n['’]t|\bnever|\bno|\bwithout|\bneither|\bnor)\s+(?:\p{L}+\s+)?$/iu.test(head);

/** What may come, or should: no figure decides it. */
export function isForecast(before: string): boolean {
  return /(?:(?<!\p{L})(?:will|would|could|may|might|should|shall)(?!\p{L})(?!\s+(?:say|claim|boast|brag|see|point|argue)(?!\p{L}))|(?<!\p{L})(?:expected|forecast|predicted|projected|set|likely|hopes?|hoping|aims?|aiming|plans?|planning|pledged|promised|promises|wants?|need|needs)\s+to(?!\p{L})|(?<!\p{L})due\s+to\s+(?:rise|fall|be|have|increase|decrease|reach|drop|grow|decline|start|begin|open|close)(?!\p{L})|(?<!\p{L})(?:expect|anticipate|forecast|predict)s?(?!\p{L})|(?<!\p{L})(?:target|goal)\s+of)[^.;:!?]{0,80}$/u.test(
    before,
  );
}

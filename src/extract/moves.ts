/** Words that say which way a figure went, and how much it did. */

export interface Move {
  readonly direction: "up" | "down" | "flat";
  /** As an adverb: `significantly`, `steeply`. */
  readonly degree?: string;
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
/** "Made up 83%", "shut down 90%" and "were dropped" are no moves. */
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

const inOrder = (direction: "up" | "down"): typeof up => (direction === "up" ? up : down);
const both = ["up", "down"] as const;
const word = (source: string, flags = "iu") => new RegExp(source, flags);

/**
 * The move that a number right after this text is the size of: `rose by`, `up`, `a sharp fall of`, `cut offences by`;
 * `denied` for `did not fall by`.
 */
export function moveBefore(text: string): Move | "denied" | undefined {
  for (const direction of both) {
    const { verbs, nouns, short } = inOrder(direction);
    const match =
      word(
        `(?<![\\p{L}])(?:(?:${verbs})(?:\\s+(?<adverb>${adverb}))?(?:\\s+(?:again|further|back))?(?:,?\\s+by)?|(?:${short})(?:\\s+by)?|(?:(?<adjective>${adjective})\\s+)?(?:${nouns})\\s+of)\\s+(?:${little}\\s+)*$`,
      ).exec(text) ??
      // Between the verb and its "by" stands what moved: "cut offences by", "a rise in such crimes of".
      word(
        `(?<![\\p{L}])(?:(?:${verbs})\\s[^,.;:]{1,60}\\sby|(?:${nouns})\\s+in\\s[^,.;:]{1,60}\\sof)\\s+(?:${little}\\s+)*$`,
      ).exec(text) ??
      // "The decrease over the twelve months was".
      word(
        `(?<![\\p{L}])(?:the|this|an?)\\s+(?:${adjective}\\s+)?(?:${nouns})(?:\\s(?!(?:was|were|is|are|had|has|have|means?|led|left|took|brought|that|which|who)\\s)[^,.;:()\\s]+){0,14}\\s(?:was|were|is|of)\\s+(?:${little}\\s+)*$`,
      ).exec(text);
    const head = text.slice(0, match?.index);
    if (match && !isOtherUse(head, match[0])) return isNegated(head) ? "denied" : move(direction, match.groups);
  }
  return undefined;
}

/** The move that a number right before this text is the size of: `rise`, `more`, `lower than`. */
export function moveAfter(text: string): (Move & { readonly compares: boolean }) | undefined {
  for (const direction of both) {
    const { nouns, short, compared } = inOrder(direction);
    const noun = word(`^[-\\s]+(?:(?<adjective>${adjective})\\s+)?(?:${nouns})s?(?![\\p{L}])`).exec(text);
    if (noun) return { ...move(direction, noun.groups), compares: false };
    if (word(`^[-\\s]+(?:${compared}|${short}\\s+on)(?![\\p{L}])`).test(text)) return { direction, compares: true };
  }
  return undefined;
}

/** A move that has no number: `have risen steeply`, `a growing number of`, `on the rise`. With where it stands. */
export function bareMove(text: string): (Move & { readonly start: number; readonly end: number }) | undefined {
  for (const direction of both) {
    const { verbs, nouns } = inOrder(direction);
    const match = word(
      `(?<![\\p{L}])(?:(?<before>${adverb})\\s+)?(?:(?<verb>${verbs})(?:\\s+(?<adverb>${adverb}))?|on\\s+the\\s+(?:${nouns})|an?\\s+(?:(?<adjective>${adjective})\\s+)?(?:${nouns})\\s+in)(?![\\p{L}])`,
    ).exec(text);
    const head = text.slice(0, match?.index);
    if (!match || isNegated(head) || isOtherUse(head, match[0])) continue;
    const { before, ...groups } = match.groups ?? {};
    return {
      ...move(direction, before ? { ...groups, adverb: before } : groups),
      start: match.index,
      end: match.index + match[0].length,
    };
  }
  const same = word(`(?<![\\p{L}])(?:${flat})(?![\\p{L}])`).exec(text);
  return same ? { direction: "flat", start: same.index, end: same.index + same[0].length } : undefined;
}

/**
 * The move that numbers in brackets after this text are the sizes of: `the largest rises were in Leeds`, `fell in 2018`; none
 * where the text says what the figure came to.
 */
export function governingMove(text: string): Move | undefined {
  const found = both
    .flatMap((direction) => {
      const { verbs, nouns } = inOrder(direction);
      const all = text.matchAll(word(`(?<![\\p{L}])(?:(?:${verbs})|(?:${nouns})s?)(?![\\p{L}])`, "giu"));
      return [...all].map(({ index, 0: words }) => ({ direction, index, words }));
    })
    .sort((a, b) => a.index - b.index)
    .at(-1);
  if (!found) return undefined;
  const { direction, index, words } = found;
  const head = text.slice(0, index);
  const rest = text.slice(index + words.length);
  const isOther =
    isNegated(head) ||
    isOtherUse(head, words) ||
    /(?<!\p{L})(?:to|from|than)(?!\p{L})|^\s+(?:number|proportion|share|trend|demand)/iu.test(rest);
  return isOther ? undefined : { direction };
}

function move(direction: "up" | "down", groups: Readonly<Record<string, string | undefined>> | undefined): Move {
  const said = groups?.adverb ?? (groups?.adjective && `${groups.adjective}ly`);
  const isDegree = said && word(`^(?:${adverb})$`).test(said);
  return { direction, ...(isDegree && { degree: said.toLowerCase() }) };
}

/** "Did not rise", "no rise": no move, and not its opposite either. */
const isNegated = (head: string): boolean =>
  /(?:\bnot|n['’]t|\bnever|\bno|\bwithout|\bneither|\bnor)\s+(?:\p{L}+\s+)?$/iu.test(head);

/** What may come, or should: no figure decides it. */
export function isForecast(before: string): boolean {
  return /(?:(?<!\p{L})(?:will|would|could|may|might|should|shall)(?!\p{L})|(?<!\p{L})(?:expected|forecast|predicted|projected|set|likely|hopes?|hoping|aims?|aiming|plans?|planning|pledged|promised|promises|wants?|need|needs)\s+to(?!\p{L})|(?<!\p{L})due\s+to\s+(?:rise|fall|be|have|increase|decrease|reach|drop|grow|decline|start|begin|open|close)(?!\p{L})|(?<!\p{L})(?:expect|anticipate|forecast|predict)s?(?!\p{L})|(?<!\p{L})(?:target|goal)\s+of)[^.;:!?]{0,80}$/u.test(
    before,
  );
}

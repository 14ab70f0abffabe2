import { type Family, spanOf } from "../mention.ts";
import { number, readNumber } from "../number-pattern.ts";

/** Verbs that say how many times; a quarter of a time to either side is what people mean by them. */
const verbs: Readonly<Record<string, { readonly value: number; readonly step: number }>> = {
  doubl: { value: 2, step: 0.5 },
  tripl: { value: 3, step: 0.5 },
  trebl: { value: 3, step: 0.5 },
  quadrupl: { value: 4, step: 0.5 },
  halv: { value: 0.5, step: 0.1 },
};

/** `doubled`, `has more than tripled`, `twice as many`, `three times higher`, `2.4 times the figure`, `a fivefold rise`. */
export const multiples: Family = {
  pattern: new RegExp(
    `(?<!\\p{L})(?<verb>doubl|tripl|trebl|quadrupl|halv)(?:ed|ing|es|e(?!\\p{L}))(?!\\p{L})|(?<twice>(?<!\\p{L})twice(?!\\p{L}))|(?<n>${number})(?:\\s+times|[-\\s]?fold)(?!\\p{L})|(?<!\\p{L})(?<fold>two|three|four|five|six|seven|eight|nine|ten)fold(?!\\p{L})`,
    "giu",
  ),
  read(match, text) {
    const { verb, twice, n, fold } = match.groups ?? {};
    const span = spanOf(match);
    const after = text.slice(span.end, span.end + 40);
    if (verb) {
      const isAdjective = /^(?:double|triple|treble)$/iu.test(match[0]);
      // "Double the number" compares; "a double room" counts nothing; "to double" has not happened.
      if (isAdjective && !/^\s+(?:the\s+(?:number|rate|figure|total|share|level)|that\s+of|what\b|in\s)/iu.test(after))
        return undefined;
      const { value, step } = verbs[verb.toLowerCase()] as { value: number; step: number };
      return {
        ...span,
        kind: "quantity",
        value,
        step,
        unit: "times",
        inWords: true,
        ...(!isAdjective && { isVerb: true }),
      };
    }
    const compares =
      /^\s+(?:as\s+(?:many|much|high|likely|large|big|often)|the\s+(?:number|rate|figure|total|share|level|average)|more|higher|that\s+of|greater|larger|what|rise|increase)/iu.test(
        after,
      ) ||
      (n === undefined && fold !== undefined) ||
      /fold$/iu.test(match[0]);
    if (!compares) return { ...span, kind: "not-a-statistic", what: "frequency" };
    const read = twice ? { value: 2, inWords: true } : readNumber(n ?? fold ?? "");
    if (!read) return undefined;
    const { value, inWords } = read;
    // Whole numbers of times are rounded more freely than counts are.
    return {
      ...span,
      kind: "quantity",
      value,
      unit: "times",
      inWords,
      ...(Number.isInteger(value) && value < 10 && { step: 0.5 }),
    };
  },
};

import { type Family, type Quantity, spanOf } from "../mention.ts";
import { number, readNumber } from "../number-pattern.ts";

/**
 * Verbs that say how many times; a quarter of a time to either side is what people mean by them. To halve is to fall by
 * half: "more than halved" is a larger fall.
 */
const verbs: Readonly<Record<string, Pick<Quantity, "value" | "unit" | "step">>> = {
  doubl: { value: 2, unit: "times", step: 0.5 },
  tripl: { value: 3, unit: "times", step: 0.5 },
  trebl: { value: 3, unit: "times", step: 0.5 },
  quadrupl: { value: 4, unit: "times", step: 0.5 },
  halv: { value: 0.5, unit: "fraction" },
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
      if (
        isAdjective &&
        !/^\s+(?:the\s+(?:\p{L}+\s+){0,2}?(?:number|rate|figure|total|share|level|average|\d)|that(?!\p{L})|what\b|in\s|its\s|those\s)/iu.test(
          after,
        )
      )
        return undefined;
      const said = verbs[verb.toLowerCase()];
      if (!said) return undefined;
      return {
        ...span,
        kind: "quantity",
        ...said,
        inWords: true,
        isVerb: !isAdjective,
      };
    }
    const compares =
      /^\s+(?:as\s+(?:many|much|high|likely|large|big|often)|the\s+(?:[\p{L}’'-]+\s+){0,3}?(?:number|rate|figure|total|share|level|average)|that(?!\p{L})|more|higher|that\s+of|greater|larger|what|rise|increase)/iu.test(
        after,
      ) ||
      (n === undefined && fold !== undefined) ||
      /fold$/iu.test(match[0]);
    if (!compares) return { ...span, kind: "not-a-statistic", what: "frequency" };
    const read = twice ? { value: 2, inWords: true, lastDigit: 1 } : readNumber(n ?? fold ?? "");
    if (!read) return undefined;
    const { value, inWords, lastDigit } = read;
    // Whole numbers of times are rounded more freely than counts are.
    const step = lastDigit === 1 && value < 10 ? 0.5 : lastDigit;
    return { ...span, kind: "quantity", unit: "times", value, step, inWords };
  },
};

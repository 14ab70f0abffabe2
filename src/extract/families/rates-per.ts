import { type Family, spanOf } from "../mention.ts";
import { number, readNumber } from "../number-pattern.ts";

const people =
  "people|persons|women|men|children|population|residents|inhabitants|adults|girls|boys|households|pupils|patients|live\\sbirths|births|workers|employees";
const base = `(?:per|for\\s+every|in\\s+every)\\s+(?:head|person|capita|household|pupil|woman|adult|child|(?<population>${number}|hundred|thousand|lakh|million|billion))`;
/** Words that may stand between a number and what it is a rate of; "14,000 fewer died each day" is how far two rates are apart, "12 people in
 * hospital per 100,000" is one. */
const what = (most: number) =>
  `(?:\\s+(?!per\\b|in\\b(?!\\s+[\\p{L}’'-]+\\s+\\(?per\\b)|an?\\b|for\\b|each\\b|every\\b|more\\b|fewer\\b|higher\\b|lower\\b)[\\p{L}’'-]+){0,${most}}?`;

/** `15.0 per 100,000`, `4.2 women per 100,000 women`, `12 in every 1,000`; and over time: `12 a day`. */
export const ratesPer: Family = {
  pattern: new RegExp(
    `(?<n>${number})(?:(?<what>${what(7)})\\s+\\(?${base}(?:\\s+(?<whom>${people}))?|(?<doing>${what(4)})\\s+(?:a|an|per|each|every)\\s+(?<per>day|week|month)(?!\\s+(?:ago|earlier|before|previously|later|prior)(?!\\p{L})))(?!\\p{L})`,
    "giu",
  ),
  read(match) {
    const { n = "", per, population, whom, doing = "", what = "" } = match.groups ?? {};
    const read = readNumber(n);
    if (!read) return undefined;
    const time = per?.toLowerCase() as "day" | "week" | "month" | undefined;
    // "Twice a day", "three hours a day", "8 glasses a day" are no counts of cases.
    if (/^\s+times|(?:hours?|minutes?|times|glasses|portions|cups)\b/iu.test(doing || what)) {
      return { ...spanOf(match), kind: "not-a-statistic", what: "frequency" };
    }
    const { value, inWords } = read;
    return {
      ...spanOf(match),
      kind: "quantity",
      value,
      unit: "number",
      step: time ? read.step : read.lastDigit,
      inWords,
      ...(time ? { per: time } : { population: populationOf(population) }),
      whom:
        whom === undefined
          ? undefined
          : { start: match.index + match[0].length - whom.length, end: match.index + match[0].length },
    };
  },
};

/** `the rate per 100,000 was 129`: the number comes after. */
export const rateBases: Family = {
  pattern: new RegExp(`(?<!\\p{L})${base}(?:\\s+(?<whom>${people}))?(?!\\p{L})`, "giu"),
  read(match) {
    const { population } = match.groups ?? {};
    if (population === undefined) return undefined;
    return { ...spanOf(match), kind: "rate base", population: populationOf(population) };
  },
};

const named: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  lakh: 100_000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

/** "Per head" is per one. */
const populationOf = (words: string | undefined): number =>
  words === undefined ? 1 : (named[words.toLowerCase()] ?? readNumber(words)?.value ?? 1);

import { type Family, spanOf } from "../mention.ts";
import { number, readNumber } from "../number-pattern.ts";

/** `15.0 per 100,000`, `4.2 women per 100,000 women`, `12 in every 1,000`; and over time: `12 a day`. */
export const ratesPer: Family = {
  pattern: new RegExp(
    `(?<n>${number})(?<what>(?:\\s+(?!per\\b|in\\b|of\\b|a\\b|for\\b)\\p{L}+){0,4}?)\\s+(?:(?:per|for\\s+every|in\\s+every)\\s+(?:head|person|capita|(?<population>${number})(?:\\s+(?<whom>people|women|men|children|population|residents|inhabitants|adults|girls|boys|households|pupils))?)|(?:a|an|per|each|every)\\s+(?<per>day|week|month))(?!\\p{L})`,
    "giu",
  ),
  read(match) {
    const { n = "", per, population, whom } = match.groups ?? {};
    const read = readNumber(n);
    if (!read) return undefined;
    const time = per?.toLowerCase() as "day" | "week" | "month" | undefined;
    // "twice a day", "three times a week" are how often somebody does something.
    if (/^\s+times/i.test(match.groups?.what ?? ""))
      return { ...spanOf(match), kind: "not-a-statistic", what: "frequency" };
    // "three hours a day", "8 glasses a day" are not counts of cases.
    if (/(?:hours?|minutes?|times|glasses|portions|cups)\b/i.test(match.groups?.what ?? "")) {
      return { ...spanOf(match), kind: "not-a-statistic", what: "frequency" };
    }
    return {
      ...spanOf(match),
      kind: "quantity",
      value: read.value,
      unit: "number",
      step: read.step,
      inWords: read.inWords,
      ...(time ? { per: time } : { population: readNumber(population ?? "")?.value ?? 1 }),
      ...(whom !== undefined && {
        whom: { start: match.index + match[0].length - whom.length, end: match.index + match[0].length },
      }),
    };
  },
};

import { type NumberWords, wordPattern } from "../contract/audit.ts";
import { type Counted, isCapital, isWord, type NumberContext, tokensOf, yearLike } from "./number-context.ts";
import type { createEvidence } from "./number-evidence.ts";
import type { createStatements } from "./number-statements.ts";
import type { KindOfUnit } from "./unit-kinds.ts";

/** Words of a rule for a number, and to who reads, stand no further before it. */
const charactersNear = 50;
/** So near is what somebody takes a share of, to that. */
const levyNear = 80;
/** Groups are cut where it is easy to say. */
const roundShare = /^(?:[1-5]|[1-9][05])$/;
/** An amount at a time that has a number, and what joins another: 116 in March 2017 to, 274 ar 31 Mawrth 2018 i. */
const amountAtTime = /\d[\d,.]*%?(?: \p{Ll}[\p{L}’'-]*){1,4} (?:\d{1,2} )?\p{Lu}\p{L}+ \d+,? \p{L}{1,3} $/u;
/** So many words on either side of a number are near it. */
const mostNear = 5;

/**
 * Makes what reads numbers that could be figures of the data by their form alone: shares, and so many of a unit that data is in. A rule
 * (`within 28 days`, `90% of your pay`), the kind of a thing or who is chosen has the same form. What speaks of the data, of a sum or
 * of a move is a figure; of what does not, that is a guess.
 */
export function createGuesses(
  words: NumberWords,
  kinds: readonly KindOfUnit[],
  { isSum, isSaid, isStatistic, verbBefore }: ReturnType<typeof createStatements>,
  { clauseOf, isOfData }: ReturnType<typeof createEvidence>,
) {
  const joining = wordPattern(words.joins);
  const nearOf = ({ spoken, behind }: NumberContext): readonly string[] =>
    [...spoken.slice(0, mostNear), ...tokensOf(behind).slice(0, mostNear)].filter(isWord);

  /** Whether its clause has a word of the data or of what any briefing counts, or one of a sum near it. */
  const speaksOfData = (context: NumberContext): boolean =>
    clauseOf(context).some((each) => isOfData(context, each) || words.counted.test(each)) ||
    nearOf(context).some(isSum);

  /** Whether it says what somebody may or must do, and not what happened. */
  function isRule({ before, after }: NumberContext): boolean {
    const near = `${before.slice(-charactersNear)}#${after.slice(0, charactersNear / 2)}`;
    return words.ruling.test(near) || (words.asked.test(near) && !words.telling.test(near));
  }

  /** What a thing is like, in front of its name: a 100% cotton shirt. A rise, a rate and a part of something are measured. */
  function isLike({ number, last }: NumberContext, rest: string): boolean {
    const [next = "", ...further] = tokensOf(rest).slice(0, 3);
    if (!/^ \p{Ll}/u.test(rest) || words.link.test(next) || words.ratio.test(rest)) return false;
    if ([next, ...further].some((each) => words.moves.test(each) || isSum(each)) || words.lasting.test(rest))
      return false;
    return Number(number) === 100 || (words.determiner.test(last) && !words.verb.test(next));
  }

  /** So many per cent. */
  function asShare(context: NumberContext): "figure" | "quantity" {
    const sign = words.percent.exec(context.afterShared)?.[0];
    if (sign !== undefined && isGroup(context, context.afterShared.slice(sign.length))) return "quantity";
    if (isLevied(context)) return "quantity";
    if (sign === undefined || isSaid(context) || isStatistic(context)) return "figure";
    if (words.top.test(context.said))
      return clauseOf(context).some((each) => isOfData(context, each)) ? "figure" : "quantity";
    const rest = context.afterShared.slice(sign.length);
    const isAll = Number(context.number) === 100 && isLike(context, rest);
    const isData = isAll
      ? nearOf(context).some((each) => isOfData(context, each) || words.counted.test(each) || isSum(each))
      : speaksOfData(context);
    // All of nothing that is named: it protects you 100%.
    const { verb } = verbBefore(context);
    const isEntire =
      Number(context.number) === 100 &&
      ![words.moves, words.being, words.does].some((each) => each.test(verb)) &&
      !(/^ of(?!\p{L})/u.test(rest) || words.happened.test(rest) || isStatistic(context));
    const isGuess = isAll || isEntire || isRule(context) || isLike(context, rest) || isTheRich(context, rest);
    return !isData && isGuess ? "quantity" : "figure";
  }

  /** Those who have the most or the least of something, by their share: the most deprived 20% of areas. Nothing that rose by so much, or that an area of the data is among. */
  function isGroup(context: NumberContext, rest: string): boolean {
    const { number, said, data } = context;
    if (!roundShare.test(number) || words.lasting.test(rest) || clauseOf(context).some(data.isCategory)) return false;
    return words.groupOfShare.test(`${said.slice(-charactersNear)}#${rest.slice(0, charactersNear)}`);
  }

  /** How much a law, a bank or an employer takes or adds: taxed at 18%, VAT at 20%. What moves, and what data or any briefing counts, is measured. */
  function isLevied(context: NumberContext): boolean {
    const { said, behind, data } = context;
    if (!words.levied.test(`${said.slice(-levyNear)}#${behind.slice(0, levyNear)}`)) return false;
    const clause = clauseOf(context);
    const isOfFigures = (each: string) => data.isCategory(each) || (data.isMeasured(each) && !isSum(each));
    return !clause.some((each) => words.moves.test(each) || words.counted.test(each) || isOfFigures(each));
  }

  /** Who has the most, and all others, by the share that they are: take the wealth off the 1%. */
  function isTheRich({ number, last }: NumberContext, rest: string): boolean {
    return (number === "1" || number === "99") && words.determiner.test(last) && /^(?:[.,;!?)]|$)/u.test(rest);
  }

  /** What the longest, the highest or the like is said to be. */
  function isExtreme(context: NumberContext): boolean {
    const { at, verb } = verbBefore(context);
    return (
      words.being.test(verb) && context.spoken.slice(at + 1, at + 5).some((each) => words.rankAfter.test(` ${each}`))
    );
  }

  /** So many of a unit that data is in. */
  function asOfUnit(context: NumberContext, { noun, ofUnits, isInUnit }: Counted): "figure" | "quantity" | "other" {
    const { behind } = context;
    const rest = behind.slice(behind.indexOf(noun) + noun.length);
    const isNamed = (each: string) =>
      !(words.link.test(each) || kinds.some(({ hasWord }) => hasWord(each))) &&
      ofUnits.some((unit) => unit.isNamed(each));
    const isAll =
      rest === "" && !tokensOf(context.text.slice(0, context.start)).some((each) => !words.saying.test(each));
    const isStated =
      isAll ||
      isExtreme(context) ||
      isSaid(context) ||
      isStatistic(context) ||
      words.lasting.test(rest) ||
      words.each.test(context.said);
    if (isStated || clauseOf(context).some(isNamed)) return "figure";
    if (speaksOfData(context)) {
      const isLimit = words.limit.test(context.said) && !clauseOf(context).some((each) => isOfData(context, each));
      return isLimit || isRule(context) ? "quantity" : "figure";
    }
    return isRule(context) && !isInUnit ? "other" : "quantity";
  }

  /** So many at another time, and no further number of what the first is named by: from 116 in March 2017 to 146 in February 2018. */
  function asOneOfMove(context: NumberContext): "figure" | "quantity" | undefined {
    const { number, before, behind, said, sharing, isShared, isSubject } = context;
    if (!isShared || yearLike.test(number) || !/\d[^\p{L}\p{N}]*(?:\p{L}{1,3} )?$/u.test(before)) return undefined;
    const [link = "", ...next] = tokensOf(behind);
    const isThen = words.link.test(link) && !joining.test(link) && isTimeNext(next);
    const isBehindYear = yearLike.test(sharing[sharing.indexOf(number) - 1] ?? "") && /^\d{3}$/.test(number);
    if (!(isThen || isBehindYear || amountAtTime.test(before))) return undefined;
    return tokensOf(said).some((each) => isSubject(each) || words.moves.test(each)) ? "figure" : "quantity";
  }

  /** A year, or what has a number and a capital, right behind a word of grammar: February 2018, 31 March 2019, Week 13. */
  function isTimeNext(tokens: readonly string[]): boolean {
    const at = tokens.findIndex((each) => isCapital(each) || yearLike.test(each));
    return at >= 0 && at < 2 && (yearLike.test(tokens[at] ?? "") || /^\d/.test(tokens[at + 1] ?? ""));
  }

  return { asShare, asOfUnit, asOneOfMove };
}

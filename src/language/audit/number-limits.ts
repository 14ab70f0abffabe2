import type { NumberWords } from "../contract/audit.ts";
import {
  isWord,
  lastClause,
  type NumberContext,
  roundPopulation,
  saysFigure,
  tokensOf,
  yearLike,
} from "./number-context.ts";
import type { createEvidence } from "./number-evidence.ts";

/** As `or more` is written, of what says how many. */
const twoWords = /^ \p{Ll}{2,3} \p{Ll}{3,5}(?!\p{L})/u;
const unitBefore = /\d( \p{L}+), $/u;
const longestBound = 60;
/** An example is told in a sentence of so many characters at most. */
const longestExample = 300;
const pence = /^\d[\d,]*\.\d\d$/;
const penceBefore = /\d\.\d\d $/;
const penceAfter = /^ \d[\d,]*\.\d\d(?!\d)/;
/** Who is meant, by age: a member (18–24). */
const agesInBrackets = /(?<=\p{L}) \(\d\d?[–-]\d\d?\)/u;
/** How many that many are said to be, and no number of a thing. */
const round = /,000$/;

/** Makes what tells whether a number says how many something may be, what a rate is of or what a word means, and not how many there were. */
export function createLimits(
  words: NumberWords,
  { isOfData }: Pick<ReturnType<typeof createEvidence>, "isOfData">,
): (context: NumberContext) => boolean {
  return (context) =>
    [isRateOf, isBound, isOneOrMore, isPartOfUnit, isInColumns, isDefined, isSupposed, isInterest].some((each) =>
      each(context),
    );

  /** What rates are of, where none is beside it: rates per 10,000 population are shown, the rate (per 100,000 women), admissions per 100,000 of the population; one member for every 10,000. */
  function isRateOf({ number, said, spoken: [, ...further], before, after, afterShared }: NumberContext): boolean {
    const isRule = round.test(number) && words.ruling.test(before);
    if (!((roundPopulation.test(number) || isRule) && words.each.test(said))) return false;
    const [noun = ""] = further.filter((each) => each !== "(");
    const isHeading = words.counted.test(noun) && !tokensOf(after).some((each) => words.moves.test(each));
    if (words.sums.test(noun) || isHeading) return !saysFigure(`${before} ${after}`);
    return isRule && !saysFigure(`${said.replace(agesInBrackets, "")} ${afterShared}`);
  }

  /** The most or the least that something may be: max. 10 people, a minimum of 2 meetings. What became of so many is how many there were. */
  function isBound({ text, start, number, last, behind, counted: { noun } }: NumberContext): boolean {
    const rest = noun === "" ? behind : behind.slice(behind.indexOf(noun) + noun.length);
    // Of a rate at which something is paid up to there: mileage (first 10,000).
    if (/^\)/.test(behind)) return words.oneOfList.test(last) && round.test(number);
    return (
      words.bounds.test(text.slice(Math.max(0, start - longestBound), start)) &&
      !words.happened.test(rest.toLowerCase())
    );
  }

  /** At least one of a kind that somebody has: a parent with 1 or more children. */
  function isOneOrMore({ number, behind, counted }: NumberContext): boolean {
    return number === "1" && counted.what === "counted" && words.many.test(behind) && twoWords.test(behind);
  }

  /** Some of the unit of the number before it: for 30 years, 20 of them in Leeds. */
  function isPartOfUnit({ before, behind, counts }: NumberContext): boolean {
    const unit = unitBefore.exec(before)?.[1];
    return unit !== undefined && words.partOf.test(behind) && counts(unit).what === "measured";
  }

  /** In pounds and pence beside others, as columns of accounts are: Total 1389.09 5.00 1394.09. */
  function isInColumns({ number, before, after }: NumberContext): boolean {
    return pence.test(number) && (penceBefore.test(before) || penceAfter.test(after));
  }

  /** What a word in front of a bracket means, or what one is said to: persistent absentees (10% or more missed). What is reported, moved, of a year or of an area is so much. */
  function isDefined(context: NumberContext): boolean {
    const { before, after, data } = context;
    const said = `${before}#${after}`;
    if (
      words.defined.test(said) &&
      !tokensOf(said).some((each) => isOfEvent(each) || words.moves.test(each) || data.isCategory(each))
    )
      return true;
    const [sign = ""] = words.percent.exec(after) ?? [];
    const rest = after.slice(sign.length);
    return sign !== "" && /\p{L} \($/u.test(before) && words.many.test(rest) && twoWords.test(rest);
  }
  /** Of what a reader is asked to think of: Suppose 30% of a class are away. What is reported, of the data or of a year happened. */
  function isSupposed(context: NumberContext): boolean {
    const { text, start, before, after } = context;
    const sentence = lastClause(text.slice(Math.max(0, start - longestExample), start));
    const said = `${sentence.length > before.length ? sentence : before}#${after}`;
    return words.supposed.test(said) && !tokensOf(said).some((each) => isOfEvent(each) || isOfData(context, each));
  }

  /** Whether a word says what somebody reported, or when. */
  function isOfEvent(word: string): boolean {
    return words.reported.test(word) || yearLike.test(word);
  }
  /** In a list of what is taken in a span of time, with nothing before it: 48% per year or. */
  function isInterest({ text, start, after, counts }: NumberContext): boolean {
    const [sign = ""] = words.percent.exec(after) ?? [];
    const [each = "", span = "", ...further] = tokensOf(after.slice(sign.length));
    if (sign === "" || !words.each.test(`${each} `) || counts(` ${span}`).what !== "measured") return false;
    return text.slice(0, start).trim() === "" && further.every((token) => words.link.test(token) || !isWord(token));
  }
}

import type { NumberWords } from "../contract/audit.ts";
import { isCapital, isWord, mostBetween, type NumberContext, tokensOf, yearLike } from "./number-context.ts";

export const oneOrTwo = /^\d\d?$/;
/** So much of a hundred: in 2006 to 19.5%. */
const tens = /^\d\d?(?:\.\d+)?$/;
/** What the short end of a span of years stands behind: 1983-86. */
const yearBefore = /(?<![\d,])(?:1[5-9]|20)\d\d[–/-]$/;

/** A number behind a verb, and what it counts; and the last verb, which may be the same: had 53 weeks, and 2019 had; has 366 days, and others have. */
const saidAlike = /(?<!\p{L})(\p{L}+) \d{1,3}( \p{L}+)(?!\p{L})[^\d].* (\p{L}+) $/u;

const unitInYear = /\d( \p{L}+) \p{L}+ (?:19|20)\d\d,?(?: \p{L}{1,4})? $/u;

/** Years with what was so much then, the first behind a word, and one of them. */
export const yearsWithShares =
  /(\p{L}+) (?:1[5-9]|20)\d\d \([^()]*\)(?:,? (?:\p{L}{1,3} )?(?:1[5-9]|20)\d\d \([^()]*\))*,? (?:\p{L}{1,3} )?$/u;
const yearWithShare = /(?<![\p{N}.,])(?:19|20)\d\d \(\d[\d.]*\s?%/u;
/** What was so much in a year, behind it; and where that has a further year. */
const amountBehind = /^ \p{L}{1,3} \p{Sc}?\d/u;
const amountInYear = /^ \p{L}{1,3} \p{Sc}?\d[\d.,]* (\p{L}+) (?:1[5-9]|20)\d\d(?!\d)/u;

/** Makes what tells whether the words around a number say that something is so many, by the words of a language. */
export function createStatements(words: NumberWords) {
  function isSum(word: string): boolean {
    return words.sums.test(word);
  }

  /** Beside the name of an area or another category: `Kent: 274`, `Kent recorded 274`, `274 (Kent)`, `274 in Kent`. */
  function isOfCategory(context: NumberContext): boolean {
    const { spoken, behind, isShared, data } = context;
    const isYear = mayBeYear(context);
    if (isYear && (isShared || !/[:=]/u.test(spoken[0] ?? ""))) return false;
    const { at, verb } = verbBefore(context);
    const isVerb = [words.does, words.being, words.moves].some((pattern) => pattern.test(verb));
    const near = isVerb && !isYear ? spoken.slice(at + 1, at + 5) : spoken.slice(0, 5);
    const ahead = tokensOf(behind.replace(/^[\s,:;()–—=+-]+/u, "").replace(words.whose, "")).slice(0, 4);
    // Names have words of grammar too, which are of everything: All forces.
    const named = capitalsAtStart(ahead).filter((each) => !words.link.test(each));
    return capitalsAtStart(near.slice(near.findIndex(isWord))).some(data.isCategory) || named.some(data.isCategory);
  }

  /** A sum, or what is counted, is said to be so many, or to move by or to so many: `the number of offences was 274`. */
  function isSaid(context: NumberContext): boolean {
    const { said, spoken, isCounted, isSubject, data } = context;
    if (mayBeYear(context)) return isYearSaid(context);
    if (words.reaching.test(said) && (spoken.slice(0, 9).some(isSum) || isMovedFromStart(context))) return true;
    const { at, verb } = verbBefore(context);
    const subject = spoken.slice(at + 1, at + 9);
    if (words.moves.test(verb)) return at > 0 || subject.some(isSubject);
    if (words.being.test(verb)) return subject.some((each) => isSum(each) || data.isMeasured(each));
    if (isSum(verb)) return at > 0 || !(words.label.test(verb) || words.determiner.test(spoken[1] ?? ""));
    const isLabelled = /^[:=(]$/u.test(spoken[0] ?? "");
    return (
      (isCounted(verb) && ((at === 0 && data.isMeasured(verb)) || isLabelled)) ||
      (isLabelled && words.reported.test(verb))
    );
  }

  /** By the verb that opens its clause, as verbs of Welsh do, and what that has for a subject: Cynyddodd y troseddau i 274. */
  function isMovedFromStart({ spoken, isSubject }: NumberContext): boolean {
    return words.moves.test(spoken.at(-1) ?? "") && spoken.length > 2 && spoken.slice(1, -1).some(isSubject);
  }

  /** By how many times something moved, before whose noun Welsh has the verb: Cynyddodd y troseddau 3 gwaith. */
  function isMovedOften(context: NumberContext): boolean {
    if (!words.often.test(context.after)) return false;
    if (words.moves.test(verbBefore(context).verb)) return true;
    const { spoken, isSubject } = context;
    return words.moves.test(spoken.at(-1) ?? "") && spoken.slice(0, -1).some(isSubject);
  }

  /** By itself where an amount stands: `We counted 140.`, `140 were hurt`. */
  function isBare(context: NumberContext): boolean {
    const { number, behind, last, hasNoun, isShared } = context;
    if (hasNoun || isShared || words.label.test(last) || mayBeYear(context) || !/^[1-9]\d{1,5}$/.test(number))
      return false;
    const { verb } = verbBefore(context);
    // With two digits it may be somebody's age.
    const isSo = words.being.test(verb) && number.length > 2;
    const isObject = isSo || words.does.test(verb) || words.moves.test(verb);
    if (isObject && /^(?:[.;!?)]|$)/u.test(behind)) return !isOfUnitBefore(context);
    return words.happened.test(behind);
  }

  /** Of the unit that the number before it is in, in another year: 2020 had 53 weeks, and 2019 had 52; 52 weeks in 2019 and 53 in 2020. */
  function isOfUnitBefore({ before, counts }: NumberContext): boolean {
    const [, first = "", said = "", second = ""] = saidAlike.exec(before) ?? [];
    const isAlike = first !== "" && (first === second || [first, second].every((each) => words.does.test(each)));
    const unit = isAlike ? said : unitInYear.exec(before)?.[1];
    return unit !== undefined && counts(unit).what === "measured";
  }

  /** The same of a number that may be a year: a sum has to be said right before it. */
  function isYearSaid({ said, spoken, last, behind, isSubject }: NumberContext): boolean {
    // What it was then stands behind it: the rate in 2010 at 19%.
    if (amountBehind.test(behind) && words.time.test(last)) return false;
    if (spoken[0] === ":") return isSubject(spoken[1] ?? "");
    if (isWord(spoken[0]) && words.whole.test(last) && isSum(spoken[1] ?? "")) return true;
    const isReached = words.reaching.test(said) && spoken.some((each) => words.being.test(each));
    return (words.being.test(last) || isReached) && spoken.slice(1, 9).some(isSum);
  }

  /** Said to be what many come to, to be so much of an area, or to have moved; or all that a text says. */
  function isStatistic(context: NumberContext): boolean {
    const { at, verb } = verbBefore(context);
    if ((words.moves.test(verb) && at > 0) || isAllOf(context)) return true;
    const near = words.being.test(verb) ? context.spoken.slice(at, at + 9) : context.spoken.slice(0, 4);
    return near.some((each) => words.typical.test(each)) || isOfCategory(context);
  }

  /** A year beside another with its share, where nothing says that they are so many: lower than 2015 (18%), 2014 (15%) or 2010 (19%). */
  function isOneOfYears(context: NumberContext): boolean {
    const { number, before, after, spoken, last, counted } = context;
    if (!yearLike.test(number) || counted.what === "counted" || !(spoken[0] === "," || words.link.test(last)))
      return false;
    const first = yearsWithShares.exec(before);
    const near = first
      ? tokensOf(before.slice(0, first.index + (first[1] ?? "").length)).slice(-2)
      : [verbBefore(context).verb];
    if (near.some((each) => [words.being, words.does, words.moves].some((pattern) => pattern.test(each)))) return false;
    return yearWithShare.test(before) || yearWithShare.test(after);
  }

  /** With its unit all of the text, but for words of grammar: `over 5 years`. */
  function isAllOf({ text, start, end }: NumberContext): boolean {
    const [left, right] = [text.slice(0, start), text.slice(end)];
    if (left.length > 20 || right.length > 30) return false;
    return tokensOf(right).filter(isWord).length < 2 && tokensOf(left).every((each) => words.saying.test(each));
  }

  /** The word that says the number, across those that say how. */
  function verbBefore({ spoken: all }: NumberContext) {
    const spoken = all.slice(/^\p{Sc}$/u.test(all[0] ?? "") ? 1 : 0);
    const at = spoken.findIndex((each) => !words.saying.test(each));
    return { at, verb: at <= mostBetween ? (spoken[at] ?? "") : "" };
  }

  /** Written as a year is, and so is what shares its count; a span of years goes forward. */
  function mayBeYear({ number, before, behind, sharing, last }: NumberContext): boolean {
    const isWritten = yearLike.test(number) || (yearBefore.test(before) && oneOrTwo.test(number));
    if (!isWritten || words.partOf.test(behind)) return false;
    // Both ends of a move have their year: 412 in 2006 to 380 in 2010.
    if (words.time.test(last) && words.time.test(amountInYear.exec(behind)?.[1] ?? "")) return true;
    return sharing.every(
      (each, at) => tens.test(each) || (yearLike.test(each) && Number(each) >= Number(sharing[at - 1] ?? 0)),
    );
  }

  return {
    isSum,
    isOfCategory,
    isSaid,
    isMovedOften,
    isBare,
    isStatistic,
    isAllOf,
    isOneOfYears,
    isOfUnitBefore,
    verbBefore,
    mayBeYear,
  };
}

const capitalsAtStart = (tokens: readonly string[]): readonly string[] => {
  const end = tokens.findIndex((each) => !isCapital(each));
  return end < 0 ? tokens : tokens.slice(0, end);
};

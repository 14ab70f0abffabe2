import { type NumberWords, wordPattern } from "../contract/audit.ts";
import {
  currencyBefore,
  isCapital,
  isDisguised,
  isWord,
  type NumberContext,
  otherNumeral,
  tokensOf,
  touchesTraced,
  wordsAtStart,
} from "./number-context.ts";
import type { createEvidence } from "./number-evidence.ts";
import { createLimits } from "./number-limits.ts";
import { type createStatements, oneOrTwo, yearsWithShares } from "./number-statements.ts";

const amount = "(?:\\p{Sc}|[+~−–<>≈=≤≥±-])*\\p{N}[\\p{N}.,'’\\u00A0\\u202F]*(?:[%‰+]|\\*{1,3}|\\p{L}{1,3}(?!\\p{L}))?";
/** One or two numbers as amounts are written, in their brackets and quotes, with what they equal, what multiplies them and the end of a compound. */
const amounts = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:\\p{L}+(?:\\+\\p{L}+)*=)?${amount}(?:(?:[-=]{1,2}>?|[–—+/:→&])${amount})?(?:[-‐‑]\\p{Ll}[\\p{Ll}-]*)?[^\\p{L}\\p{N}]*$`,
  "u",
);
/** What ends a word that a number is of, before it and behind it. */
const edge = /[\s—\u00A0\uFFFC(["“‘:;|]/u;
/** The same, and what stands between two words that lost their space: 400+victims, offences:412,victims:388. */
const edgeBehind = /[\s—\u00A0\uFFFC(["“‘:;|]|[,+](?=\p{L}{3})/u;
const longestWord = 40;
/** An escaped character of an address. */
const escaped = /%[\dA-F]{2}[\p{L}\p{N}%-]/u;
/** A year with the mark of a note (2020.1), a month of one (01/2020). */
const odd = /^(?:19|20)\d\d\.\d{1,2}$|^\d{1,2}\/(?:19|20)\d\d$/;
/** 9:30, which may be a ratio. */
const timeOfDay = /^(?:1?\d|2[0-4]):[0-5]\d$/;
const multiplying = /^[kmxp](?!\p{L})/iu;
const shareInBrackets = /%\s?\($/;
/** So many at most are parts of one text: (1 of 3). */
const mostParts = 12;
const mostInBrackets = 6;
/** Classes and wards that are named together have numbers of so much at most. */
const mostOfNoun = 20;
const hoursOfDay = 24;
/** As in 50/50, which is said of what is not certain. */
const half = "50";
/** A clause is so near that its words are of what moved. */
const mostWords = 6;
/** An amount with a nought before it has so many digits at most: it rose by 08. */
const mostDigits = 3;
/** How many that many are said to be, and no number of a thing: 1,000 Islands. */
const round = /,000$/;
const year = /^(?:19|20)\d\d$/;
const shareBehindYear = /^ \(\d[\d.]*\s?%/u;
const shareOfYearBefore = /(?<![\p{N}.,])(?:19|20)\d\d \(\d[^()]*\)[^.]*$/u;
/** The day and month of a date, also where the month is misspelt. */
const dayBefore = /(?<!\p{N})\d{1,2}(?:\p{Ll}{2})? \p{Lu}\p{Ll}+,? $/u;
const smallNumber = /(?<![\p{L}\p{N}])\d{1,2}(?= \p{L})/gu;
/** Another number in brackets, as lists of counts have. */
const inBrackets = /\(\d[\d,]*\)/;
const wordInList = /(\p{L}+) \(\d[\d,]*\)/gu;

/**
 * Makes what tells whether a number that reads as a figure may be none, by how it is written and by what else it may be of: an error is
 * sure of both. What stands by the data's own words is sure, and what somebody hid.
 */
export function createDoubts(
  words: NumberWords,
  { isSum, isOfCategory, isSaid, isStatistic, isOfUnitBefore, verbBefore }: ReturnType<typeof createStatements>,
  evidence: ReturnType<typeof createEvidence>,
) {
  const joining = wordPattern(words.joins);
  const { isOfFormAlone } = evidence;
  const isLimit = createLimits(words, evidence);
  const { year: years = "", ...spans } = words.units.time ?? {};
  const shortSpan = wordPattern(Object.values(spans).join("|"));
  const anySpan = wordPattern([...Object.values(spans), years].join("|"));
  return (context: NumberContext, isOfName: boolean): boolean => {
    if (isDisguised(context) || touchesTraced(context) || otherNumeral.test(context.number)) return false;
    if (context.counted.isOwn) return false;
    const isOddAlone = [isOddlyWritten, isMultiplied, isOfNoun].some((each) => each(context));
    // How a name is written, and the noun that has it, are its form; what the sentence is about is a doubt besides, and no certainty.
    if (isOfName) return isOddAlone && !isOfCategory(context);
    if (isOfCategory(context)) return isOfThing(context);
    if (isInYear(context) || isAgeOf(context) || isLimit(context)) return true;
    if (words.shareAfter.test(context.after)) return escaped.test(wordAround(context));
    return isOddAlone || [isOfOne, isInName, isOfParts, isTime, isOfFormAlone].some((each) => each(context));
  };

  /** A year behind what a year has before it, or with the share of that year: between 2006 (21%) and 2010; the survey of 2015 (18% of girls). */
  function isInYear(context: NumberContext): boolean {
    const { number, last, counted, before, after, behind } = context;
    if (!year.test(number) || counted.what === "counted") return false;
    const [first = "", second = ""] = tokensOf(behind);
    // What has a year of its own is so many: from 1998 in 2014.
    if (words.time.test(last)) return !(isSaid(context) || (words.time.test(first) && year.test(second)));
    if (dayBefore.test(before)) return true;
    const of = yearsWithShares.exec(before)?.[1] ?? last;
    if (!words.mayBeTime.test(of) || words.reaching.test(`${of} `)) return false;
    return shareBehindYear.test(after) || shareOfYearBefore.test(before);
  }

  /** The age of those who are meant: those over 40 are fewer; people under 21, who were asked. */
  function isAgeOf({ number, said, spoken: [, who = ""], behind, isShared, counted }: NumberContext): boolean {
    if (isShared || !oneOrTwo.test(number) || counted.what !== "none" || !words.ageBefore.test(said)) return false;
    const [next = ""] = tokensOf(behind);
    return (words.determiner.test(who) || words.counted.test(who)) && (words.verb.test(next) || words.link.test(next));
  }

  /** Of a thing with a number, which is in an area: junction 7, Kent. */
  function isOfThing({ text, number, before, behind, spoken, hasNoun, last, counted, data }: NumberContext): boolean {
    if (!hasNoun || words.pluralBefore.test(last) || counted.what !== "none" || !/^[,:]? /.test(behind)) return false;
    // What is the highest, and what another number stands beside, is how many: Rape 45 in Kent, 38 in Essex.
    if (isRanked(spoken) || isPeak([last]) || !oneOrTwo.test(number) || /\d/.test(`${before}${behind}`)) return false;
    // A row has its label, its number and its area, and no more: Online 45, Kent.
    const isRow = Number(number) > mostOfNoun && spoken.every(isWord) && tokensOf(text).length < mostWords;
    return !(isRow || spoken.slice(0, mostWords).some(isReported) || tokensOf(before).some(data.isCategory));
  }

  /** Whether a word says what briefings of this kind tell of. */
  function isReported(word: string): boolean {
    return words.reported.test(word);
  }

  /** Whether one of the words does up to which nothing parts what stands behind a number. */
  function isReportedBehind(behind: string): boolean {
    return wordsAtStart(tokensOf(behind).slice(0, mostWords)).some(isReported);
  }

  /** In a word, with letters or signs that no amount has: P1-7, i5-4670K. */
  function isOddlyWritten(context: NumberContext): boolean {
    const { number, before, counted } = context;
    const [, part, all] = /^(\d+)\/(\d+)$/.exec(number) ?? [];
    // No share is all of it or more: 24/7, 50/50. No amount has a nought before it; by itself it is hidden what it is.
    const isAllCounted =
      part === all && counted.what === "counted" && (part !== half || (counted.isDirect && isReported(counted.noun)));
    // As a ratio to those to whom it happened: 1:10 children are abused.
    if (timeOfDay.test(number) && counted.what === "counted" && counted.isDirect && isTold(context)) return false;
    if (oneOrTwo.test(part ?? "") && Number(all) <= Number(part) && !isAllCounted) return true;
    if (/^0\d+$/.test(number) && /\p{L}/u.test(before)) return number.length > mostDigits || !isSaid(context);
    // What is counted may have lost its space: 45Children.
    if (/^\p{L}/u.test(context.after) && context.counts(context.after).isDirect) return false;
    return odd.test(number) || (timeOfDay.test(number) && !isSaid(context)) || !amounts.test(wordAround(context));
  }

  /** The word that it is of or in, without what multiplies it in letters. */
  function wordAround({ text, start, end }: NumberContext): string {
    const multiplier = words.magnitudeAfter.exec(text.slice(end))?.[0] ?? "";
    const left = text.slice(Math.max(0, start - longestWord), start);
    const right = text.slice(end + multiplier.length, end + multiplier.length + longestWord);
    const from = [...left].findLastIndex((each) => edge.test(each));
    return `${[...left].slice(from + 1).join("")}${text.slice(start, end)}${right.split(edgeBehind)[0]}`;
  }

  /** By a letter, where nothing says that it is so many: Couch to 5k, 5x) */
  function isMultiplied(context: NumberContext): boolean {
    const { before, after, counts, spoken } = context;
    if (!multiplying.test(after) || currencyBefore.test(before)) return false;
    const rest = after.slice(1);
    const isCounted = counts(rest).what === "counted" || words.partOf.test(rest);
    if (!isCounted && words.asked.test(rest)) return true;
    // Of what is measured it may be a size: 8K of memory.
    if (/^ of \p{Ll}/u.test(rest) && !(isCounted || isReportedBehind(rest))) return true;
    const around = [verbBefore(context).verb, tokensOf(rest)[0] ?? ""];
    if (around.some((word) => [words.does, words.being, words.moves].some((each) => each.test(word)))) return false;
    if (
      (/^x/iu.test(after) && /^ \p{L}/u.test(rest) && (/^ \p{Ll}/u.test(rest) || words.magnitude.test(after))) ||
      shareInBrackets.test(before)
    )
      return false;
    // Files have so many K, of bytes.
    const isSo = isHedged(context) && !after.startsWith("K");
    const isMoney =
      after.startsWith("m") &&
      (isReportedBehind(rest) ||
        spoken.slice(0, 3).some((each) => words.spent.test(each)) ||
        words.spent.test(tokensOf(rest)[0] ?? ""));
    return !(isCounted || isSo || isMoney || isSaid(context) || isStatistic(context));
  }

  /** Behind the noun that it and others are numbers of: Grade 5 and 6 students. */
  function isOfNoun(context: NumberContext): boolean {
    const { hasNoun, last, isShared, sharing, spoken, isCounted, counted } = context;
    if (!(isShared && hasNoun && counted.what === "counted") || words.pluralBefore.test(last)) return false;
    if (spoken.slice(0, mostWords).some(isReported) || isReportedBehind(context.afterShared)) return false;
    // A span of time has so many, and what they do stands behind people: Each week 3 or 4 children; Police believe 12 to 14 children.
    const [, previous = ""] = spoken;
    const isVerb = !isCapital(last) && (isCounted(previous) || words.plural.test(previous.toLowerCase()));
    const isThisSpan = anySpan.test(last) && words.determiner.test(previous);
    if (shortSpan.test(last) || isThisSpan || isVerb || isInTimeBehind(context)) return false;
    // They go upwards, as what is named does.
    return sharing.every((each, at) => Number(each) <= mostOfNoun && Number(each) > Number(sharing[at - 1] ?? 0));
  }

  /** So many in a span of time: 5–6 cases a week. */
  function isInTimeBehind({ behind, counted: { noun } }: NumberContext): boolean {
    return isInTime(behind.slice(behind.indexOf(noun) + noun.length));
  }

  /** Of one thing, which it is the number of: a case (3). Of a row, of several and of a sum it is how many; of a sample that a sentence goes on from it is the name: Sample 5 was taken. */
  function isOfOne(context: NumberContext): boolean {
    const { number, before, behind, spoken, isCounted, counted } = context;
    const [first = "", noun = ""] = spoken;
    if (/\p{L} ?\($/u.test(before) && /^\)/.test(behind)) {
      // What was done, and what moved, is so many: the commonest offence (45), abuse by a teacher (14) rose.
      if (isReported(noun) || words.moves.test(tokensOf(behind.slice(1))[0] ?? "")) return false;
      const isSingle = isCounted(noun) && !(isSum(noun) || words.plural.test(noun.toLowerCase()));
      return isSingle && oneOrTwo.test(number) && isOneTold(context);
    }
    if (!(isCapital(first) && words.numberedSums.test(first)) || words.typical.test(first) || counted.what !== "none")
      return false;
    const [next = ""] = tokensOf(behind);
    const isVerb = [words.being, words.does].some((each) => each.test(next));
    return /^ \p{Ll}/u.test(behind) && (isVerb || (words.label.test(first) && oneOrTwo.test(number)));
  }

  /** By an article or the like, in a sentence that goes on behind the bracket, and in no list of more than a text has parts: by a parent (45) or a teacher (12). */
  function isOneTold({ text, start, end, number, behind, spoken }: NumberContext): boolean {
    const near = spoken.slice(2, 4);
    if (!near.some((each) => words.determiner.test(each)) || near.some((each) => words.each.test(`${each} `)))
      return false;
    // One of the list is what was done: abuse of a child (14), rape (12).
    if ([...text.matchAll(wordInList)].some(([, word = ""]) => isReported(word))) return false;
    if (isRanked([...spoken, ...tokensOf(behind)])) return false;
    const isListed = inBrackets.test(text.slice(0, start - 1)) || inBrackets.test(text.slice(end + 1));
    return /[\p{L}.!?]/u.test(text.slice(end)) && !(isListed && Number(number) > mostOfNoun);
  }

  /** Before words with capitals, as in a title or behind the number of a heading: 12 Angry Men, 7,000 B.C.; Fell (21). */
  function isInName(context: NumberContext): boolean {
    const { number, before, after, behind, spoken, counted, data } = context;
    if (/\p{Lu}\p{Ll}+ \($/u.test(before) && words.moves.test(spoken[1] ?? "") && spoken.length > 2)
      return !isMovedBefore(context) && !spoken.slice(2, mostWords).some(isReported);
    if (!/^ \p{Lu}/u.test(behind) || isHedged(context) || isReportedBehind(behind)) return false;
    if (tokensOf(`${before} ${after}`).some((each) => isCapital(each) && data.isCategory(each))) return false;
    if (counted.what === "counted") return isCapital(counted.noun) && Number(number) <= mostParts && !isTold(context);
    const ahead = tokensOf(behind).slice(0, 5);
    if (isInTime(behind)) return false;
    return counted.what === "none" && round.test(number) && !ahead.some((each) => words.plural.test(each));
  }

  /** Behind what moves, and no surname: Where Offences Fell (21). */
  function isMovedBefore({ spoken, isSubject }: NumberContext): boolean {
    const [, , before = ""] = spoken;
    // It rose, which fell: no name has such a word before it.
    if (words.link.test(before) && !words.determiner.test(before)) return true;
    const end = spoken.findIndex((each, at) => at > 1 && !isWord(each));
    return spoken.slice(2, end < 0 ? mostWords : end).some(isSubject);
  }

  /** Of those who did something, or beside others that are counted: 12 Victims Came Forward; 12 Girls, 14 Boys. */
  function isTold({ before, behind, counted: { noun }, counts }: NumberContext): boolean {
    const rest = behind.slice(behind.indexOf(noun) + noun.length);
    if (words.happened.test(rest.toLowerCase()) || words.moves.test(tokensOf(rest)[0] ?? "") || isInTime(rest))
      return true;
    const others = `${before}#${rest}`;
    return [...others.matchAll(smallNumber)].some(
      ({ 0: found, index }) => counts(others.slice(index + found.length)).what === "counted",
    );
  }

  /** In a year, or in each of a span: 9 Child Deaths In 2019, 2,000 A Year. */
  function isInTime(rest: string): boolean {
    const ahead = tokensOf(rest).slice(0, 4);
    if (ahead.some((each, at) => words.time.test(each) && year.test(ahead[at + 1] ?? ""))) return true;
    const [first = "", ...further] = ahead;
    return words.link.test(first) && further.some((each) => anySpan.test(each));
  }

  /** Behind a word that says how a number is meant: over, about. */
  function isHedged({ said, last }: NumberContext): boolean {
    if (words.near.test(said)) return true;
    const isOther =
      [words.determiner, joining, words.time].some((each) => each.test(last)) || words.reaching.test(said);
    return words.saying.test(last) && !isOther;
  }

  /** One of a few parts in brackets (1 of 3), several things in one (3 in 1), one of a year (5 of 2004); where nothing says how many. */
  function isOfParts(context: NumberContext): boolean {
    const { number, before, behind, counts } = context;
    const [joined = "", all = ""] = (words.ratio.test(behind) && /^\D+(\d+)(?!\d|[.,]\d|%)/.exec(behind)) || [];
    const rest = behind.slice(joined.length);
    if (all === "" || !oneOrTwo.test(number) || counts(rest).what === "counted") return false;
    if (year.test(all))
      return isOfUnitBefore(context) || !(isOfYear(context, rest) || isReportedBehind(rest.replace(/^['’]s?/u, "")));
    if (Number(all) > mostParts || isCountedBefore(context)) return false;
    const [of = "", next = ""] = tokensOf(behind);
    const isPart = words.whole.test(of) && next === all;
    if (/\($/.test(before)) return isPart && Number(all) <= mostInBrackets && /^\)(?! \p{Ll})/u.test(rest);
    if (isPart || Number(all) > Number(number)) return false;
    return counts(rest).what !== "plural" && !words.happened.test(rest);
  }

  /** As many in a year, and no Act of it: from 30 in 2014 to 45 in 2019. Behind a noun or `was` it may be how old somebody was then. */
  function isOfYear(context: NumberContext, rest: string): boolean {
    const { before, said, behind, spoken, last, hasNoun, isSubject } = context;
    if (isSaid(context) || isStatistic(context)) return true;
    // The mark of a note: over the years:1 in 1960.
    if (/\p{L}:$/u.test(before) && !isSubject(spoken[1] ?? "")) return false;
    // There were 45 in 2019; and not: She was only 12 in 2004.
    if (words.near.test(said) && words.being.test(last)) return true;
    if (words.whole.test(tokensOf(behind)[0] ?? ""))
      return !/\p{L}/u.test(before + rest) || (last === "" && isSubject(spoken[1] ?? ""));
    return !(hasNoun || (words.being.test(verbBefore(context).verb) && !isRanked(spoken) && !isPeak(spoken)));
  }

  /** A peak, a low or another of what figures move by. */
  function isPeak(near: readonly string[]): boolean {
    return near.some((each) => words.lasting.test(` ${each.toLowerCase()}`));
  }

  /** Among the highest, the lowest and the like. */
  function isRanked(near: readonly string[]): boolean {
    return near.some((each) => words.rankAfter.test(` ${each.toLowerCase()}`));
  }

  /** In a clause of a move, or of several that are counted and no name of theirs: Offenders convicted (7 of 10), and not Families newsletter (2 of 2). */
  function isCountedBefore({ spoken, isCounted }: NumberContext): boolean {
    const isMoved = spoken.some((each) => words.moves.test(each));
    const [last = ""] = spoken.filter(isWord);
    const isName = !(words.verb.test(last) || words.plural.test(last.toLowerCase()));
    return isMoved || (!isName && spoken.some((each) => isCounted(each) && words.plural.test(each.toLowerCase())));
  }

  /** When something was done: They met at 10. */
  function isTime(context: NumberContext): boolean {
    const { number, said, behind, spoken, last, counted, isCounted } = context;
    if (counted.what !== "none" || !(words.time.test(last) || words.reaching.test(said)) || last === "") return false;
    if (spoken.slice(0, 9).some((each) => words.sums.test(each))) return false;
    const { at, verb } = verbBefore(context);
    if (joining.test(last) || !words.does.test(verb) || !oneOrTwo.test(number) || Number(number) > hoursOfDay)
      return false;
    // What was counted was so in, and moved by, so many.
    const isOfCounts =
      isCounted(verb) ||
      (!words.reaching.test(said) && (spoken.some(isCounted) || words.being.test(spoken[at + 1] ?? "")));
    return !(isOfCounts || words.partOf.test(behind) || words.many.test(behind));
  }
}

import { type NumberWords, wordPattern } from "../contract/audit.ts";
import {
  currencyBefore,
  isCapital,
  isDisguised,
  type NumberContext,
  otherNumeral,
  tokensOf,
  touchesTraced,
  yearLike,
} from "./number-context.ts";
import { type createStatements, oneOrTwo } from "./number-statements.ts";

const amount = "(?:\\p{Sc}|[+~−–<>≈=≤≥±-])*\\p{N}[\\p{N}.,'’\\u00A0\\u202F]*(?:[%‰+]|\\*{1,3}|\\p{L}{1,3}(?!\\p{L}))?";
/** One or two numbers as amounts are written, in their brackets and quotes, with what multiplies them and the end of a compound. */
const amounts = new RegExp(
  `^[^\\p{L}\\p{N}]*${amount}(?:(?:-{1,2}|[–—+/:])${amount})?(?:[-‐‑]\\p{Ll}[\\p{Ll}-]*)?[^\\p{L}\\p{N}]*$`,
  "u",
);
/** What ends a word that a number is of, before it and behind it. */
const edge = /[\s—\u00A0\uFFFC(["“‘:;|]/u;
const longestWord = 40;
/** An escaped character of an address. */
const escaped = /%[\dA-F]{2}[\p{L}\p{N}%-]/u;
/** A year with the mark of a note (2020.1), a month of one (01/2020), a time of day (9:30). */
const odd = /^(?:19|20)\d\d\.\d{1,2}$|^\d{1,2}\/(?:19|20)\d\d$|^(?:1?\d|2[0-4]):[0-5]\d$/;
const multiplying = /^[kmxp](?!\p{L})/iu;
const shareInBrackets = /%\s?\($/;
/** So many at most are parts of one text: (1 of 3). */
const mostParts = 12;

/**
 * Makes what tells whether a number that reads as a figure may be none, by how it is written and by what else it may be of: an error is
 * sure of both. What stands by the data's own words is sure, and what somebody hid.
 */
export function createDoubts(
  words: NumberWords,
  { isOfCategory, isSaid, isStatistic, verbBefore }: ReturnType<typeof createStatements>,
) {
  const joining = wordPattern(words.joins);
  return (context: NumberContext): boolean => {
    if (isDisguised(context) || touchesTraced(context) || otherNumeral.test(context.number)) return false;
    if (context.counted.isOwn) return false;
    if (isOfCategory(context)) return isOfThing(context);
    if (words.shareAfter.test(context.after)) return escaped.test(wordAround(context));
    return [isOddlyWritten, isMultiplied, isOfNoun, isOfOne, isInName, isOfParts, isTime].some((each) => each(context));
  };

  /** Of a thing with a number, which is in an area: junction 7, Kent. */
  function isOfThing({ before, behind, hasNoun, last, counted, data }: NumberContext): boolean {
    if (!hasNoun || words.pluralBefore.test(last) || counted.what !== "none" || !/^[,:]? /.test(behind)) return false;
    return !tokensOf(before).some(data.isCategory);
  }

  /** In a word, with letters or signs that no amount has: P1-7, i5-4670K. */
  function isOddlyWritten(context: NumberContext): boolean {
    const { number, before } = context;
    const [, part, all] = /^(\d+)\/(\d+)$/.exec(number) ?? [];
    // No share is all of it or more: 24/7, 50/50. No amount has a nought before it; by itself it is hidden what it is.
    if (Number(all) <= Number(part) || (/^0\d+$/.test(number) && /\p{L}/u.test(before))) return true;
    // What is counted may have lost its space: 45Children.
    if (/^\p{L}/u.test(context.after) && context.counts(context.after).isDirect) return false;
    return odd.test(number) || !amounts.test(wordAround(context));
  }

  /** The word that it is of or in, without what multiplies it in letters. */
  function wordAround({ text, start, end }: NumberContext): string {
    const multiplier = words.magnitudeAfter.exec(text.slice(end))?.[0] ?? "";
    const left = text.slice(Math.max(0, start - longestWord), start);
    const right = text.slice(end + multiplier.length, end + multiplier.length + longestWord);
    const from = [...left].findLastIndex((each) => edge.test(each));
    return `${[...left].slice(from + 1).join("")}${text.slice(start, end)}${right.split(edge)[0]}`;
  }

  /** By a letter, where nothing says that it is so many: Couch to 5k, 5x) */
  function isMultiplied(context: NumberContext): boolean {
    const { before, after, counts } = context;
    if (!multiplying.test(after) || currencyBefore.test(before)) return false;
    const rest = after.slice(1);
    const isCounted = counts(rest).what === "counted" || words.partOf.test(rest);
    // Of what is measured it may be a size: 8K of memory.
    if (/^ of \p{Ll}/u.test(rest) && !isCounted) return true;
    const { verb } = verbBefore(context);
    if ([words.does, words.being, words.moves].some((each) => each.test(verb))) return false;
    if ((/^x/iu.test(after) && /^ \p{Ll}/u.test(rest)) || shareInBrackets.test(before)) return false;
    // Files have so many K, of bytes.
    const isSo = isHedged(context) && !after.startsWith("K");
    return !(isCounted || isSo || isSaid(context) || isStatistic(context));
  }

  /** Behind the noun that it and others are numbers of: Grade 5 and 6 students. */
  function isOfNoun({ hasNoun, last, isShared, sharing, counted }: NumberContext): boolean {
    if (!(isShared && hasNoun && counted.what === "counted") || words.pluralBefore.test(last)) return false;
    return sharing.every((each) => oneOrTwo.test(each));
  }

  /** Of one thing, which it is the number of: a case (3). Of several, and of a sum, it is how many; of a sum that a sentence goes on from it is the name: Sample 5 was taken. */
  function isOfOne({ before, behind, spoken, isCounted, counted }: NumberContext): boolean {
    const [first = "", second = ""] = spoken;
    if (/\p{L} ?\($/u.test(before) && /^\)/.test(behind)) {
      return isCounted(second) && !(words.sums.test(second) || words.plural.test(second.toLowerCase()));
    }
    return isCapital(first) && words.sums.test(first) && counted.what === "none" && /^ \p{Ll}/u.test(behind);
  }

  /** Before words with capitals, as in a title or behind the number of a heading: 12 Angry Men, 7,000 B.C.; Fell (21). */
  function isInName(context: NumberContext): boolean {
    const { number, before, after, behind, spoken, counted, data } = context;
    if (/\p{Lu}\p{Ll}+ \($/u.test(before) && words.moves.test(spoken[1] ?? "") && spoken.length > 2) return true;
    if (!/^ \p{Lu}/u.test(behind) || isHedged(context)) return false;
    if (tokensOf(`${before} ${after}`).some((each) => isCapital(each) && data.isCategory(each))) return false;
    if (counted.what === "counted") return oneOrTwo.test(number) && isCapital(counted.noun);
    const ahead = tokensOf(behind).slice(0, 5);
    return counted.what === "none" && number.includes(",") && !ahead.some((each) => words.plural.test(each));
  }

  /** Behind a word that says how a number is meant: over, about. */
  function isHedged({ said, last }: NumberContext): boolean {
    if (words.near.test(said)) return true;
    const isOther =
      [words.determiner, joining, words.time].some((each) => each.test(last)) || words.reaching.test(said);
    return words.saying.test(last) && !isOther;
  }

  /** One of a few parts in brackets (1 of 3), several things in one (3 in 1), one of a year (5 of 2004). */
  function isOfParts({ number, before, behind }: NumberContext): boolean {
    const [, all = ""] = (words.ratio.test(behind) && /^\D+(\d+)(?!\d|[.,]\d|%)/.exec(behind)) || [];
    if (all === "" || !oneOrTwo.test(number)) return false;
    if (yearLike.test(all) || (Number(all) <= Number(number) && Number(all) <= mostParts)) return true;
    return /\($/.test(before) && /^\D+\d+\)/.test(behind) && Number(all) <= mostParts;
  }

  /** When something was done: They met at 10. */
  function isTime(context: NumberContext): boolean {
    const { said, spoken, last, counted } = context;
    if (counted.what !== "none" || !(words.time.test(last) || words.reaching.test(said)) || last === "") return false;
    if (spoken.slice(0, 9).some((each) => words.sums.test(each))) return false;
    return words.does.test(verbBefore(context).verb) && oneOrTwo.test(context.number);
  }
}

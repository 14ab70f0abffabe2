import type { NumberWords } from "../contract/audit.ts";
import {
  createContextFinder,
  currencyBefore,
  type DataWords,
  isCapital,
  isDisguised,
  isWord,
  mostBetween,
  type NumberContext,
  otherNumeral,
  roundPopulation,
  saysFigure,
  tokensOf,
  touchesTraced,
  wordsAtStart,
  yearLike,
} from "./number-context.ts";
import { createDoubts } from "./number-doubts.ts";
import { createEvidence } from "./number-evidence.ts";
import { createGuesses } from "./number-guesses.ts";
import { createMarkReader } from "./number-marks.ts";
import { createStatements, oneOrTwo, yearsWithShares } from "./number-statements.ts";
import { type KindOfUnit, kindsOfUnits } from "./unit-kinds.ts";

export type { DataUnit, DataWords } from "./number-context.ts";

/**
 * What a number that nobody traced is.
 * - `figure`: it could be one of the data: a share, or the number of what the data or any briefing counts, or measures in, or what that
 *   comes to or moves by.
 * - `quantity`: it is a statistic of something else, or nothing says what it is.
 * - `other`: it is of something else, and no statistic: in a unit that no data measures in, an amount of money where none is in money, or
 *   fewer than ten of what no briefing counts.
 * - `name`: it stands as the number of one thing does (`step 3`, `Channel 4`), as a year or a code does, and nothing says how many.
 */
export type NumberReading = "figure" | "quantity" | "other" | "name";

/**
 * Reads the digits between two offsets of a text. In what has the form of a name, a doubt of its sentence makes no quantity of a figure: two
 * reasons to think that it is none are no certainty.
 */
export type ReadNumber = (
  text: string,
  start: number,
  end: number,
  data: DataWords,
  isOfName?: boolean,
) => NumberReading;

/** Measures are written with halves and quarters, which are shares of what is counted. */
const vulgarFraction = /^\d*[¼-¾⅐-⅞]$/u;
const thousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Numbers of several parts, such as nobody counts with, and such as anyone may call in need. */
const ofParts = /^\d+(?:[.:/]\d+){2,}$|^\d{1,2}[:/]\d{1,4}$/;
const register = /^0\d+$|^\d{7,}$/;
const calledNumber = /^(?:999|101|105|111|112|[2-9]11|988|18000)$/;
/** An edition has at most two digits on either side of its point. */
const longDecimal = /^\d+\.\d{3,}$|^\d{3,}\.\d+$/;
/** Years before this one are rarely told with plurals behind them: for 1378 residential spaces. */
const firstOfPlurals = 1900;
/** Letters of a code: 990-PF. */
const codeAfter = /^-\p{Lu}{1,4}(?![\p{L}\p{N}])/u;
/** Fewer of what no data counts are parts of a text, or what somebody is asked for. */
const mostParts = 10;
/** As many words at most say what somebody reported: Road Traffic matters. */
const mostOfThing = 4;
/** Few fees come to 10,000: what has as many digits may be a statistic. */
const longAmount = /^\d{2,3},\d{3}|^\d,\d{3},\d{3}|^\d{5,}/;
/** So many millions are said as thousands of millions: what has as many digits is in metres. */
const mostMillions = 1000;
/** Counts of so many digits have commas. */
const longCode = /^[1-9]\d{4,5}$/;
/** Of those whom a rate is of: children aged 10–17. */
const ages = /\d{1,2}(?:[–-]\d{1,2})?(?![\d%])/g;
/** As a whole: CarpentryCon2020 has no `on` at its number. */
const wordTouching = /(?<!\p{L})\p{L}?\p{Ll}{2,}$/u;
/** The raised mark of a note, behind a word or what ends a sentence: recorded crime¹ rose. */
const noteMark = /^[\p{L}.,;:)”’"'][¹²³⁰⁴-⁹]{1,2}(?:[\s.,;:)]|$)/u;
/** So much for each of them, and no percentage points: £143pp. */
const forEach = /^ ?pp(?![\p{L}\p{N}])/iu;
/** A share in brackets, or an amount that a word or a comma joins. */
const amountBehindYear = /^(?: \(| \p{L}{1,3} |, )\p{Sc}?\d/u;
/** A year with letters like its digits. */
const slipOfYear = /^(?:[1lI]9|2[0O])[\dOlI]{2}$/;
/** The label of what stands behind it: Convicted: 1991 Crimes: theft. */
const labelAhead = /^ \p{Lu}\p{Ll}+: /u;
/** Before pence behind a dash: £6-50 a year. */
const isPrice = /\p{Sc}\d+-$/u;
/** A digit that ends a version: 7.0. */
const roundVersion = /^\d{1,2}\.0$/;

/**
 * Makes what reads numbers by the words of a language. It is asked in turn whether a number is an amount, part of a word, an ordinal, a
 * mark of the text, a count, said of something, a year, or the number of a thing; what is none of these is a quantity.
 */
export function createNumberReader(words: NumberWords): ReadNumber {
  const kinds = kindsOfUnits(words.units);
  const contextOf = createContextFinder(words, kinds);
  const asMark = createMarkReader(words);
  const ofTime = kinds.find(({ kind }) => kind === "time");
  const statements = createStatements(words);
  const {
    isSum,
    isOfCategory,
    isSaid,
    isMovedOften,
    isBare,
    isStatistic,
    isAllOf,
    isOneOfYears,
    verbBefore,
    mayBeYear,
  } = statements;
  const evidence = createEvidence(words, kinds);
  const isDoubtful = createDoubts(words, statements, evidence);
  const { asShare, asOfUnit, asOneOfMove } = createGuesses(words, kinds, statements, evidence);

  return (text, start, end, data, isOfName = false) => {
    const context = contextOf(text, start, end, data);
    const reading = readingOf(context);
    return reading === "figure" && isDoubtful(context, isOfName) ? "quantity" : reading;
  };

  function readingOf(context: NumberContext): NumberReading {
    return (
      asBaseExplained(context, words) ??
      (isRateOfList(context, words) ? "quantity" : undefined) ??
      (isTimesWhat(context, words) ? "quantity" : undefined) ??
      asAmount(context) ??
      withinWord(context) ??
      asOrdinal(context, words) ??
      asMark(context) ??
      (isNumbered(context) ? "quantity" : undefined) ??
      asShown(context, words) ??
      asCount(context) ??
      asOneOfMove(context) ??
      (isArticle(context) ? "other" : isLongCode(context) ? "name" : undefined) ??
      (isOfCategory(context) || isSaid(context) || isBare(context) ? "figure" : undefined) ??
      (isRegister(context) ? "name" : undefined) ??
      alone(context) ??
      asYear(context) ??
      asThing(context)
    );
  }

  /** The number of a telephone or an account; nobody has a short one to themselves. */
  function isRegister(context: NumberContext): boolean {
    return register.test(context.number) && (context.number.length > 4 || alone(context) === undefined);
  }

  /** Written as an amount: `12%`, `£3`, `2 million`, `1,204`. */
  function asAmount(context: NumberContext): NumberReading | undefined {
    const { number, before, after, afterShared } = context;
    if (isDisguised(context)) return isSlipOfYear(context, words) ? "quantity" : "figure";
    if (otherNumeral.test(number)) return asFraction(context);
    if (touchesTraced(context)) return "figure";
    // The digits of a word have no share in brackets: 179 km2 (2%).
    if (/\p{L}$/u.test(before) && /^,? \(/u.test(after)) return undefined;
    if (isYearWithShare(context, words)) return undefined;
    if (isShare(context, words)) return isOneOfYears(context) ? "quantity" : asShare(context);
    if (isMovedOften(context)) return "figure";
    return currencyBefore.test(before) || !words.shareAfter.test(afterShared) ? asMultiple(context) : asShare(context);
  }

  function asFraction(context: NumberContext): NumberReading {
    if (words.money.test(context.after)) return asMoney(context, "");
    if (noteMark.test(`${context.before.slice(-1)}${context.number}${context.after.slice(0, 1)}`)) return "quantity";
    const isMeasure = vulgarFraction.test(context.number) && context.counted.what === "measured";
    return isMeasure ? asMeasure(context, context.afterShared) : "figure";
  }

  /** So many thousand or million, or an amount of money. */
  function asMultiple(context: NumberContext): NumberReading | undefined {
    const { number, before, after, afterShared, counts } = context;
    const magnitude = [after, afterShared].map((each) => words.magnitudeAfter.exec(each)?.[0]).find(Boolean) ?? "";
    const from = afterShared.startsWith(magnitude) ? afterShared : after;
    const rest = from.slice(magnitude.length);
    if (currencyBefore.test(before) || words.money.test(rest)) return asMoney(context, magnitude);
    const metres = magnitude === "m" ? inMetres(context, rest) : undefined;
    if (metres !== undefined) return metres;
    if (magnitude === "" && !thousands.test(number)) return undefined;
    const { what, noun } = counts(rest);
    if (what === "measured") return isAgo(rest, noun) ? "other" : asMeasure(context, rest);
    return what === "plural" && !isOfCategory(context) && !isSaid(context) ? "quantity" : "figure";
  }

  /** Too many for millions, or among words of lengths. */
  function inMetres(context: NumberContext, rest: string): NumberReading | undefined {
    if (Number(context.number.replaceAll(",", "")) < mostMillions)
      return isOfLength(context, rest, words) ? "quantity" : undefined;
    return context.counts(" m.").what === "measured" ? asMeasure(context, rest) : "figure";
  }

  /** Of money, where none of the data is, a statistic is a large amount or one that says what many come to. */
  function asMoney(context: NumberContext, magnitude: string): NumberReading {
    const { number, data } = context;
    if (data.units().some(({ word }) => /\p{Sc}/u.test(word) || words.money.test(` ${word}`))) return "figure";
    const isSpent = isSpentOn(context, verbBefore(context).verb, words);
    return magnitude !== "" || longAmount.test(number) || isSpent || isStatistic(context) ? "quantity" : "other";
  }

  /** Of a unit that none of the data is in. */
  function asMeasure(context: NumberContext, rest: string): NumberReading {
    const unit = /^[ \u00A0\u202F-]?\p{L}+/u.exec(rest)?.[0] ?? "";
    const isLasting = words.lasting.test(rest.slice(unit.length));
    return isLasting || words.each.test(context.said) || isStatistic(context) ? "quantity" : "other";
  }

  /** With letters that touch it: `12k`, `5km`, `#12`, `A4`. */
  function withinWord(context: NumberContext): NumberReading | undefined {
    const { number, before, after } = context;
    if (/^\.x(?!\p{L})/u.test(after) || (number === "1" && /(?<!\S)\+$/u.test(before))) return "name";
    if (/[\p{L}_#/\\][.-]?$/u.test(before)) return behindLetters(context);
    const letters = /^\p{L}+/u.exec(after)?.[0];
    return letters === undefined || words.ordinal.test(after)
      ? asKind(context, words)
      : beforeLetters(context, letters);
  }

  function behindLetters({ before, after, counts, data }: NumberContext): NumberReading {
    if (data.isCategory(/\p{L}{2,}$/u.exec(before)?.[0] ?? "")) return "figure";
    if (data.isCategory(/\p{L}{2,}(?= ?#$)/u.exec(before)?.[0] ?? "")) return "quantity";
    const { what } = counts(after);
    // In the middle of a name: What3Words.
    if (/^\p{Lu}\p{Ll}{2}/u.test(after) && what !== "counted") return "name";
    const isSlip = words.link.test(wordTouching.exec(before)?.[0] ?? "");
    return isSlip || what === "counted" || (before.endsWith("#") && what !== "none") ? "quantity" : "name";
  }

  function beforeLetters(context: NumberContext, letters: string): NumberReading {
    const { number, after, counts, isCounted } = context;
    const found = counts(after);
    const { what, isDirect, ofUnits } = found;
    if (isDirect && what === "measured" && !register.test(number)) return asMeasure(context, after);
    if (isDirect && what === "counted") return ofUnits.length > 0 ? asOfUnit(context, found) : "figure";
    if (words.magnitude.test(after) || isCounted(letters)) return "figure";
    if (/^\p{Ll}{2}/u.test(letters) && words.link.test(letters)) return "quantity";
    // A name may open with its number: 360Giving staff. So may what lost its space: 45Sexual offences.
    return counts(after.replace(/^[\p{L}\p{N}]+/u, "")).what === "counted" ? "quantity" : "name";
  }

  /** Things may have it for a name, in front of what they are. */
  function isNumbered({ number, behind, said, counted, data }: NumberContext): boolean {
    return words.numbered.test(`${number}${behind}`) && !words.near.test(said) && !data.isMeasured(counted.noun);
  }

  /** The number of what stands behind it. */
  function asCount(context: NumberContext): NumberReading | undefined {
    const { behind, said, hasNoun, counted } = context;
    const { what, noun, isDirect } = counted;
    const isYear = mayBeYear(context);
    if (isTimeNamed(context)) return "other";
    if (what === "counted" && (!isYear || words.plural.test(noun.toLowerCase()))) return asCounted(context, isYear);
    if (words.ratio.test(behind) && !hasNoun) return isOneOfFew(context) ? "other" : "figure";
    if (isYear && !(isDirect && what === "measured" && words.near.test(said))) return undefined;
    return asOther(context);
  }

  /** So long ago, or in the time up to now: the time of something, and no length that was measured. */
  function isTimeNamed({ said, behind, counted: { noun } }: NumberContext): boolean {
    if (noun === "" || !(ofTime?.hasWord(noun) || ofTime?.hasSymbol(noun))) return false;
    return words.lately.test(said) || isAgo(behind, noun);
  }

  /** So long ago: 11,000 years ago. */
  function isAgo(behind: string, noun: string): boolean {
    return words.ago.test(behind.slice(behind.indexOf(noun) + noun.length));
  }

  /** In a unit that data is in, what kind of a thing it is: the 10-day festival. A 10-day wait is measured. */
  function isKindOfSpan({ afterShared, counted: { noun, isDirect, ofUnits }, data }: NumberContext): boolean {
    if (!isDirect || !ofTime?.hasWord(noun) || !/^[-‐‑]/u.test(afterShared)) return false;
    const rest = afterShared.slice(afterShared.indexOf(noun) + noun.length);
    const [next = ""] = /(?<=^[ -])\p{L}+/u.exec(rest) ?? [];
    if (next === "" || isSum(next) || data.isMeasured(next) || ofUnits.some((unit) => unit.isNamed(next))) return false;
    return !(words.link.test(next) || words.moves.test(next) || words.lasting.test(rest) || words.plural.test(next));
  }

  /** The number of what the data or any briefing counts. */
  function asCounted(context: NumberContext, isYear: boolean): NumberReading {
    const { number, before, said, behind, last, hasNoun, counted, data } = context;
    const mayBeNamed = hasNoun && !counted.isOwn && !data.isCategory(last) && !words.counting.test(behind);
    const mayBeAsked = isFew(number) && !counted.isOwn && words.asked.test(`${before} ${behind}`);
    if (isKindOfSpan(context)) return "other";
    if (counted.ofUnits.length > 0 && !isYear) return asOfUnit(context, counted);
    const isChosen = isOfTop(context, words) && !counted.isOwn;
    const isUncertain =
      (mayBeNamed && said === before) ||
      mayBeAsked ||
      isChosen ||
      isOfOne(context, words) ||
      (isYear && (isYearBefore(context, words) || labelAhead.test(behind)));
    return isUncertain ? "quantity" : "figure";
  }

  /** The number of something else. */
  function asOther(context: NumberContext): NumberReading | undefined {
    const { number, behind, afterShared, last, hasNoun, counted } = context;
    const isPart = words.partOf.test(behind);
    if (number === "1" && isPart && counted.what !== "measured") return "other";
    const mayCount = !isCode(number) && !(hasNoun && isCapital(last));
    if (mayCount && counted.what === "measured") return asMeasure(context, afterShared);
    if (!mayCount || calledNumber.test(number) || counted.what !== "plural")
      return isPart && !isFew(number) && !hasNoun ? "figure" : undefined;
    if (isOfCategory(context) || (!isFew(number) && isAllOf(context))) return "figure";
    if (isOfTop(context, words)) return "other";
    const isBodies = words.bodies.test(counted.noun);
    return isFew(number) && !(isPart || isBodies || isSaid(context) || isAllOf(context)) ? "other" : "quantity";
  }

  /** One of what neither the data nor any briefing counts: 1 white onion. */
  function isArticle(context: NumberContext): boolean {
    const { number, behind, isShared, hasNoun, counted } = context;
    const [next = ""] = /(?<=^ )\p{Ll}[\p{L}’'-]*/u.exec(behind) ?? [];
    if (number !== "1" || isShared || hasNoun || counted.what !== "none" || next === "") return false;
    return !(words.link.test(next) || words.verb.test(next) || words.many.test(behind) || isOfCategory(context));
  }

  /** All of the text but for words of grammar: `From 114`. */
  function alone(context: NumberContext): NumberReading | undefined {
    const { text, start, end } = context;
    const left = text.slice(0, start);
    if (left.length > 20 || /[\p{L}\p{N}]/u.test(text.slice(end))) return undefined;
    if (oneOrTwo.test(context.number) && isMonth(left, words)) return undefined;
    if (!tokensOf(left).every((each) => words.link.test(each) || !/[\p{L}\p{N}]/u.test(each))) return undefined;
    return mayBeYear(context) ? "quantity" : "figure";
  }

  function asYear(context: NumberContext): NumberReading | undefined {
    if (!mayBeYear(context)) return undefined;
    const { said, last, hasNoun, counted, isCounted, behind } = context;
    if (words.movedBy.test(said) || words.near.test(said) || isCountInBrackets(context, words)) return "quantity";
    if (/\(\p{Lu}[\p{L} ]*\)\s$/u.test(said) || words.time.test(last)) return "name";
    if (words.mayBeTime.test(last)) return isOldOfPlurals(context) ? "quantity" : "name";
    const isCount = counted.what === "plural" && !isYearBefore(context, words) && !hasNoun;
    // A word that may be a noun has the year of what it names: the crime report 2015.
    const isTitled = counted.what === "none" && isCounted(last) && /^(?:[.;:)]|$)/u.test(behind);
    return (isMany(context) && !isTitled) || isCount || countsFurther(context, words) ? "quantity" : "name";
  }

  /** The number of one thing, of which nothing says how many: `step 3`, `aged 12`, `10 Downing Street`. */
  function asThing(context: NumberContext): NumberReading {
    const { number, last, hasNoun, isShared, counted } = context;
    const isOfNothing = counted.what === "none";
    if (isOfNothing && isCertainlyNamed(context)) return "name";
    if (isOfList(context, words) || (isOfNothing && number === "0" && !isShared)) return "other";
    if (isMany(context)) return "quantity";
    if (isCodeBehind(context) || ofParts.test(number) || roundVersion.test(number)) return "name";
    if (!hasNoun) return isOfNothing && isTitle(context, words) ? "name" : "quantity";
    const mayBeCount = !isShared && (/^\d{3,}$/.test(number) || words.pluralBefore.test(last));
    return isOfNothing && !mayBeCount ? "name" : "quantity";
  }

  function isCertainlyNamed(context: NumberContext): boolean {
    const { behind } = context;
    if (isCallOrAge(context) || isAbridgedSpan(context) || codeAfter.test(behind)) return true;
    return isPair(context) && (isPrice.test(context.before) || !words.many.test(behind));
  }

  /** A number that is called, the age of who is meant, the day of a month. */
  function isCallOrAge({ number, before, said, last, spoken, sharing, isCounted }: NumberContext): boolean {
    const isOfCounts = spoken.some((each) => isCounted(each) && isPlural(each, words));
    if (calledNumber.test(number) && words.call.test(before)) return !isOfCounts;
    const mayBeAge = words.ageBefore.test(said) && !spoken.some(isSum) && !sharing.some((each) => yearLike.test(each));
    return oneOrTwo.test(number) && (words.month.test(last) || mayBeAge);
  }

  /** Words right around it say how much, and not which. */
  function isMany(context: NumberContext): boolean {
    const { number, said, last, behind } = context;
    if (words.near.test(said) || words.does.test(last) || words.many.test(behind)) return true;
    return isDoneInSpan(context, words, ofTime) || longDecimal.test(number);
  }
}

/** So many in brackets are behind a plural, and no title: Opening a new school (2019). */
function isCountInBrackets(
  { spoken: [first, of = "", ...further], isCounted }: NumberContext,
  words: NumberWords,
): boolean {
  const isTitle = isCapital(of) && further.length > 0;
  return first === "(" && isCounted(of) && isPlural(of, words) && !isTitle;
}

/** A year that is rarely told with plurals behind it: for 1378 residential spaces. */
const isOldOfPlurals = ({ number, counted }: NumberContext): boolean =>
  counted.what === "plural" && Number(number) < firstOfPlurals;

/** Before what is counted, some words on: logged 1850 child cruelty crimes. */
function countsFurther({ last, hasNoun, behind, isCounted }: NumberContext, words: NumberWords): boolean {
  if (last === "" || hasNoun || words.determiner.test(last)) return false;
  const ahead = wordsAtStart(tokensOf(behind).slice(0, mostOfThing + 1));
  const end = ahead.findIndex((each) => words.link.test(each));
  return ahead.slice(0, end < 0 ? undefined : end).some((each) => isPlural(each, words) && isCounted(each));
}

/** Behind the words that a year has before it, or one thing: `in 2019`, `the 2019 …`. */
function isYearBefore({ number, last, counted }: NumberContext, words: NumberWords): boolean {
  if (words.time.test(last) && Number(number) >= 1500) return true;
  return (words.determiner.test(last) && Number(number) >= 1900) || !counted.isDirect;
}

/** The first 2; a score of 6.5. */
function isOfList({ number, last, spoken, counted }: NumberContext, words: NumberWords): boolean {
  if (words.whole.test(last) && words.mark.test(spoken[1] ?? "")) return true;
  return counted.what === "none" && isFew(number) && words.oneOfList.test(last);
}

/** Behind what several did in a span of time: Officers log 24 each day. */
function isDoneInSpan(
  { behind, last, spoken: [, who = ""] }: NumberContext,
  words: NumberWords,
  ofTime: KindOfUnit | undefined,
): boolean {
  const [first = "", span = ""] = tokensOf(behind);
  if (!words.determiner.test(first) || !ofTime?.hasWord(span) || isCapital(last)) return false;
  return words.plural.test(who.toLowerCase());
}

/** A number of a list, behind what it is of: file descriptors 23433. */
function isCodeBehind({ number, spoken, counted }: NumberContext): boolean {
  return counted.what === "none" && longCode.test(number) && isWord(spoken[0]) && !isCapital(spoken[0]);
}

/** So many of what is named behind it: 1 x theft, 3x burglary; and no 10x project, and no size, which has a number there. */
function isTimesWhat({ number, after }: NumberContext, words: NumberWords): boolean {
  if (!/^ ?x \p{Ll}{3}/u.test(after) || (number.length > 1 && !after.startsWith(" "))) return false;
  // So many times as much is a share: 3x higher, 3x the rate, a 3x rise.
  const [first = "", ...further] = tokensOf(after.replace(/^ ?x/u, "")).slice(0, 3);
  const isMore = words.link.test(first) && !words.determiner.test(first);
  const isCompared = words.magnitude.test(after) && (isMore || words.ratio.test(` ${first}`));
  return !(isCompared || [first, ...further].some((each) => words.moves.test(each) || words.sums.test(each)));
}

const isShare = ({ before, after }: NumberContext, { shareAfter }: NumberWords): boolean =>
  shareAfter.test(after) && !(currencyBefore.test(before) && forEach.test(after));

const isFew = (number: string): boolean => Number(number) < mostParts;
const isCode = (number: string): boolean => ofParts.test(number) || register.test(number);

/** What a rate is of, where it is explained and no figure is said: the number of births per 1,000 people. */
function asBaseExplained(context: NumberContext, words: NumberWords): NumberReading | undefined {
  const { number, before, after } = context;
  const isRateOf = roundPopulation.test(number) && words.rateOf.test(before) && !saysFigure(`${before} ${after}`);
  return isRateOf ? "other" : asBaseGiven(context, words);
}

/** The same in a note on all rates that are shown: Rates are given per 100,000 people. Where the data's have other bases only, it may be wrong. */
function asBaseGiven(
  { number, before, after, data }: NumberContext,
  { ratesGiven, ageBefore }: NumberWords,
): NumberReading | undefined {
  if (!roundPopulation.test(number) || !ratesGiven.test(before)) return undefined;
  const rest = after.replaceAll(ages, (age: string, at: number) => (ageBefore.test(after.slice(0, at)) ? "" : age));
  if (saysFigure(`${before} ${rest}`)) return undefined;
  const bases = data.numbers?.().filter((each) => roundPopulation.test(each)) ?? [];
  const isOfData = bases.some((each) => each.replaceAll(",", "") === number.replaceAll(",", ""));
  return bases.length === 0 || isOfData ? "other" : "quantity";
}

/** The same above a list of rates, by whose end it is one: offences per 100,000 people: */
function isRateOfList({ text, start, end, number, said }: NumberContext, { each }: NumberWords): boolean {
  if (!roundPopulation.test(number) || !each.test(said) || !/:\s*$/.test(text)) return false;
  return !saysFigure(text.slice(0, start) + text.slice(end));
}

/** A year, of which the share behind it was: in 2015 (18% of girls), 2014 (15%); from 21% in 2006 to 19%. */
function isYearWithShare(
  { number, before, after, afterShared, said, last, counted }: NumberContext,
  { magnitudeAfter, movedBy, shareAfter, time }: NumberWords,
): boolean {
  if (!yearLike.test(number) || !amountBehindYear.test(after)) return false;
  // In so many of what is counted: in 2015 (17%) of cases.
  if (counted.what === "counted" || movedBy.test(said)) return false;
  if (![shareAfter.test(after), shareAfter.test(afterShared), magnitudeAfter.test(afterShared)].some(Boolean))
    return false;
  return time.test(last) || time.test(yearsWithShares.exec(before)?.[1] ?? "");
}

/** A year behind its month, or another word of time, that was typed with letters like digits, and nothing behind it that it counts: 4 March 2O24. */
function isSlipOfYear({ number, before, after, counts }: NumberContext, words: NumberWords): boolean {
  const left = /[\p{L}\p{N}]*$/u.exec(before)?.[0] ?? "";
  const right = /^[\p{L}\p{N}]*/u.exec(after)?.[0] ?? "";
  if (!slipOfYear.test(`${left}${number}${right}`) || counts(after.slice(right.length)).what !== "none") return false;
  const said = before.slice(0, before.length - left.length);
  return !words.movedBy.test(said) && words.time.test(/(\p{L}+)\.?,? $/u.exec(said)?.[1] ?? "");
}

/** Said to have been paid, or to be what one of those that somebody reported costs: Each offence costs £4,300. */
function isSpentOn({ spoken }: NumberContext, verb: string, words: NumberWords): boolean {
  return words.does.test(verb) || (words.spent.test(verb) && spoken.some((each) => words.reported.test(each)));
}

/** 1 of the 4 areas: no more than one of several. */
function isOneOfFew({ number, behind, counts }: NumberContext): boolean {
  const rest = /^ of (?:the|these|those) [2-9](?= )/u.exec(behind)?.[0];
  return number === "1" && rest !== undefined && counts(behind.slice(rest.length)).what !== "counted";
}

/** Nothing but a month, whose day is no amount: (May 31). */
const isMonth = (text: string, { month }: NumberWords): boolean => month.test(text.replaceAll(/[^\p{L}]/gu, ""));
const isPlural = (word: string, { plural }: NumberWords): boolean => plural.test(word.toLowerCase());

/** Of so many digits in a row, and of nothing that is counted: the code is 3109328. */
function isLongCode({ number, text, start, end }: NumberContext): boolean {
  return /^\d{7,}$/.test(number) && /\p{L}/u.test(text.slice(0, start) + text.slice(end));
}

/** What two sides came to, or a span: `2-1`. Of more digits it may be a span of counts. */
function isPair({ sharing, before, after }: NumberContext): boolean {
  const isJoined = /^ ?[–-] ?\d/.test(after) || /\d ?[–-] ?$/.test(before);
  return isJoined && sharing.length === 2 && sharing.every((each) => oneOrTwo.test(each));
}

/** A span of pages, whose end is cut to what differs: 163–90. */
function isAbridgedSpan({ sharing: [from = "", to = ""], before, after }: NumberContext): boolean {
  if (!(/^[–-]\d/.test(after) || /\d[–-]$/.test(before)) || to.length >= from.length) return false;
  return Number(to) > Number(from) % 10 ** to.length;
}

/** What a form or a text shows how to write, `eg 9000`, or how long a list is: `the top 10 are`. */
const isExample = (context: NumberContext, words: NumberWords): boolean =>
  context.counted.what === "none" && (words.example.test(context.said) || isOfTop(context, words));

/** The best so many: the top 10. What is counted may come to more: offences top 400. */
const isOfTop = ({ said, spoken: [, subject = ""], isSubject }: NumberContext, { top }: NumberWords): boolean =>
  top.test(said) && !isSubject(subject);

/** What stands for no figure, or is so many of what somebody reported. */
const asShown = (context: NumberContext, words: NumberWords): NumberReading | undefined =>
  isExample(context, words) ? "other" : isToldOf(context, words) ? "figure" : undefined;

/** So many of what ends with what was done, and of no noun before it: 2 Road Traffic matters reported. */
function isToldOf({ number, behind, hasNoun, isShared, counted }: NumberContext, words: NumberWords): boolean {
  if (hasNoun || isShared || counted.what === "counted" || yearLike.test(number) || !/^ \p{L}/u.test(behind))
    return false;
  const told = wordsAtStart(tokensOf(behind).slice(0, mostOfThing + 2));
  const last = told.at(-1) ?? "";
  if (told.length < 2 || told.length > mostOfThing + 1 || told.some((each) => words.link.test(each))) return false;
  return words.reported.test(last) && words.verb.test(last);
}

/** A place in an order, and other ordinals. */
function asOrdinal(
  { isOrdinal, behind, before, last, counted }: NumberContext,
  words: NumberWords,
): NumberReading | undefined {
  if ((isOrdinal && words.rankAfter.test(behind)) || words.rankBefore.test(before)) return "figure";
  if (!isOrdinal) return undefined;
  // The number of what is called so: the 7th International School.
  const isTitled = /^ \p{Lu}\p{Ll}/u.test(behind) && !(counted.isOwn || counted.isDirect) && isCapital(counted.noun);
  if (words.rankAfter.test(behind.toLowerCase())) return "quantity";
  if (isTitled) return "name";
  const mayBeRank = !words.determiner.test(last) && /^(?: \p{Ll}{1,3}(?!\p{L})|[.,;)]|$)/u.test(behind);
  return counted.what === "counted" || mayBeRank ? "quantity" : "name";
}

/** Right before a singular, and of no count then: the 5 and 7 report. */
function isOfOne({ number, behind, counted: { noun, isDirect, isOwn } }: NumberContext, words: NumberWords): boolean {
  if (number === "1" || !isDirect || isOwn || words.plural.test(noun.toLowerCase())) return false;
  const further = tokensOf(behind.slice(behind.indexOf(noun) + noun.length)).slice(0, mostBetween);
  const end = further.findIndex((each) => !isWord(each) || words.link.test(each));
  return !further.slice(0, end < 0 ? undefined : end).some((each) => words.plural.test(each.toLowerCase()));
}

/** What kind of a thing it is, in one of what it has so many of: a 3-bedroom house, a 32-bit system. */
function asKind({ after, afterShared, counts, data }: NumberContext, words: NumberWords): NumberReading | undefined {
  const [, noun = ""] = /^[-‐‑](\p{Ll}+)/u.exec(afterShared) ?? /^[-‐‑](\p{Ll}+)/u.exec(after) ?? [];
  if (noun === "" || words.compound.test(noun) || words.plural.test(noun) || data.isMeasured(noun)) return undefined;
  return counts(` ${noun}`).what === "none" ? "name" : undefined;
}

/** In metres and no millions, by the words around it: a 25m pool, the wall is 3m by 2m. So many of a thing are millions. */
function isOfLength(
  { number, before, after, counts, isSubject }: NumberContext,
  rest: string,
  words: NumberWords,
): boolean {
  if (/^0/.test(number) || counts(rest).what !== "none" || !words.spatial.test(`${before}${number}${after}`))
    return false;
  const near = [...tokensOf(before), ...tokensOf(rest).slice(0, 1)];
  return !near.some((each) => isSubject(each) || words.moves.test(each));
}

/** Before words with capitals, which are no plural that goes on: `10 Downing Street`. */
function isTitle({ behind, spoken }: NumberContext, words: NumberWords): boolean {
  const capitals = /^[.)\]:]*((?: \p{Lu}[\p{L}’']*)+)( \p{Ll})?/u.exec(behind);
  if (capitals === null) return false;
  const [, named = "", goesOn] = capitals;
  return !(spoken.length > 0 && goesOn && words.plural.test(named.split(" ").at(-1)?.toLowerCase() ?? ""));
}

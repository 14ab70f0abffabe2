import type { NumberWords } from "../contract/audit.ts";
import {
  createContextFinder,
  type DataWords,
  isCapital,
  isWord,
  mostBetween,
  type NumberContext,
  tokensOf,
} from "./number-context.ts";

export type { DataWords } from "./number-context.ts";

/**
 * What a number that nobody traced is. `figure`: it is written as an amount or a share, or is the number of what the data or any
 * briefing counts, or what that comes to or moves by. `quantity`: it may be the number of something else, or nothing says what it
 * is. `name`: it stands as the number of one thing does (`step 3`, `Channel 4`), as a year or a code does, and nothing says how many.
 */
export type NumberReading = "figure" | "quantity" | "name";

/** Reads the digits between two offsets of a text. */
export type ReadNumber = (text: string, start: number, end: number, data: DataWords) => NumberReading;

/** Numerals of another script, fractions and the like: no name is written with them. */
const otherNumeral = /[^\P{N}0-9]/u;
/**
 * What nobody writes in a name, and what hides digits: characters that are not seen or change how others look, references that were
 * escaped twice, tags that are text, letters that look like digits beside them, a traced figure.
 */
const disguised =
  /[\p{Default_Ignorable_Code_Point}\p{Mn}\p{Me}\u200B\u202A-\u202E\uFDD0-\uFDEF]|&#|<\/?\p{L}+>|^[\dlIO|]*[lIO|][\dlIO|]*$|\uFFFC/u;
const thousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const currencyBefore = /(?:\p{Sc}|(?<!\p{L})(?:GBP|USD|EUR))\s?$/u;

const oneOrTwo = /^\d\d?$/;
const age = /^(?:\d\d?|1[0-3]\d)$/;
const yearLike = /^(?:1\d\d\d|20[0-5]\d|2100)$/;
/** What the short end of a span of years stands behind: 1983-86. */
const yearBefore = /(?<![\d,])(?:1[5-9]|20)\d\d[–/-]$/;
/** Numbers of several parts, such as nobody counts with, and such as anyone may call in need. */
const ofParts = /^\d+(?:[.:/]\d+){2,}$|^\d{1,2}[:/]\d{1,4}$/;
const register = /^0\d+$|^\d{7,}$/;
const calledNumber = /^(?:999|101|105|111|112|911|988|18000)$/;
/** An edition has at most two digits on either side of its point. */
const longDecimal = /^\d+\.\d{3,}$|^\d{3,}\.\d+$/;
/** Letters of a code: 990-PF. */
const codeAfter = /^-\p{Lu}{1,4}(?![\p{L}\p{N}])/u;
/** Fewer of what no data counts are as often parts of a text: these 3 goals. */
const mostParts = 10;

/** Two names with a number each: `Devon 30, Dorset 12`. */
const pairOfNames =
  /(?<!\p{L})(\p{Lu}\p{Ll}[\p{L}’'-]*):? \d+(?:[,;] ?|,? \p{L}{1,3} )(\p{Lu}\p{Ll}[\p{L}’'-]*):? \d+(?![\d:])/gu;

/**
 * Makes what reads numbers by the words of a language. It is asked in turn whether a number is an amount, part of a word, an ordinal, a
 * mark of the text, a count, said of something, a year, or the number of a thing; what is none of these is a quantity.
 */
export function createNumberReader(words: NumberWords): ReadNumber {
  const contextOf = createContextFinder(words);

  return (text, start, end, data) => {
    const context = contextOf(text, start, end, data);
    if (isAmount(context)) return "figure";
    return (
      withinWord(context) ??
      asOrdinal(context) ??
      asMark(context) ??
      (isNumbered(context) ? "quantity" : undefined) ??
      asCount(context) ??
      (isOfCategory(context) || isSaid(context) || isBare(context) ? "figure" : undefined) ??
      (isRegister(context) ? "name" : undefined) ??
      alone(context) ??
      asYear(context) ??
      asThing(context)
    );
  };

  /** The number of a telephone or an account; nobody has a short one to themselves. */
  function isRegister(context: NumberContext): boolean {
    return register.test(context.number) && (context.number.length > 4 || alone(context) === undefined);
  }

  function isSum(word: string): boolean {
    return words.sums.test(word);
  }

  function isAmount({ number, before, after, afterShared }: NumberContext): boolean {
    const written = `${/\S*$/u.exec(before)?.[0]}${number}${/^\S*/u.exec(after)?.[0]}`;
    if (otherNumeral.test(number) || disguised.test(written) || thousands.test(number)) return true;
    if (/\uFFFC[ .,’']?$/u.test(before) || /^[ .,’']?\uFFFC/u.test(after)) return true;
    // The digits of a word have no share in brackets: 179 km2 (2%).
    if (/\p{L}$/u.test(before) && /^,? \(/u.test(after)) return false;
    return currencyBefore.test(before) || [after, afterShared].some((each) => words.amountAfter.test(each));
  }

  /** With letters that touch it: `12k`, `5km`, `#12`, `A4`. */
  function withinWord({ before, after, counts, isCounted, data }: NumberContext): NumberReading | undefined {
    if (words.unit.test(after.replace(/^(?:[–-]|--)\d[\d.]*(?=\p{L})/u, ""))) return "quantity";
    if (/[\p{L}_#/\\][.-]?$/u.test(before)) {
      if (data.isCategory(/\p{L}{2,}$/u.exec(before)?.[0] ?? "")) return "figure";
      const { what } = counts(after);
      const isSlip = words.link.test(/\p{Ll}{2,}$/u.exec(before)?.[0] ?? "");
      return isSlip || what === "counted" || (before.endsWith("#") && what !== "none") ? "quantity" : "name";
    }
    const letters = /^\p{L}+/u.exec(after)?.[0];
    if (letters === undefined || words.ordinal.test(after)) return undefined;
    if (words.magnitude.test(after) || isCounted(letters)) return "figure";
    if (/^\p{Ll}{2}/u.test(letters) && words.link.test(letters)) return "quantity";
    return counts(after.replace(/^[\p{L}\p{N}]+/u, "")).what === "counted" ? "quantity" : "name";
  }

  /** A place in an order, and other ordinals. */
  function asOrdinal({ isOrdinal, behind, before, last, counted }: NumberContext): NumberReading | undefined {
    if ((isOrdinal && words.rankAfter.test(behind)) || words.rankBefore.test(before)) return "figure";
    if (!isOrdinal) return undefined;
    const mayBeRank = !words.determiner.test(last) && /^(?: \p{Ll}{1,3}(?!\p{L})|[.,;)]|$)/u.test(behind);
    return counted.what === "counted" || mayBeRank ? "quantity" : "name";
  }

  /** The number of a heading, an item, a note; an age; of two areas the number of each. */
  function asMark({ text, start, end, number, before, after, afterShared, behind, counted, counts }: NumberContext) {
    const [left, right] = [text.slice(0, start), text.slice(end)];
    if (age.test(number) && [behind, afterShared].some((each) => words.ageAfter.test(each))) return "name";
    if (isInList(text, start, end)) return "quantity";
    const isFirst = /^\s*\(?$/u.test(left) && counted.what !== "counted";
    if (isFirst && /^\d{1,2}(?:\.\d{1,2})?$/.test(number) && /^[.)]\s/u.test(right)) return "name";
    if (isFirst && /^\d{1,2}\.\d{1,2}$/.test(number) && /^\s["“‘]?\p{Lu}|^\s[“"‘]\p{L}/u.test(right)) return "name";
    if (!oneOrTwo.test(number)) return undefined;
    if (before.endsWith("[") && after.startsWith("]")) return "name";
    const isEnclosed = /(?:[:;,]|\p{L}|^) ?\($/u.test(left) && /^\) \p{L}/u.test(right);
    if (!isEnclosed || !text.includes("(1) ") || !text.includes("(2) ")) return undefined;
    return counts(right.slice(1)).what === "counted" ? "quantity" : "name";
  }

  /** One of two names with a number each. Two of one name are parts of a whole: Viking 1 and Viking 2. */
  function isInList(text: string, start: number, end: number): boolean {
    if (text[start] === "0") return false;
    for (const { 0: found, 1: one = "", 2: other = "", index } of text.matchAll(pairOfNames)) {
      const areMonths = [one, other].some((each) => words.month.test(each));
      if (index < start && end <= index + found.length && one !== other && !areMonths) return true;
    }
    return false;
  }

  /** Things may have it for a name, in front of what they are. */
  function isNumbered({ number, behind, said, counted, data }: NumberContext): boolean {
    return words.numbered.test(`${number}${behind}`) && !words.near.test(said) && !data.isMeasured(counted.noun);
  }

  /** The number of what stands behind it. */
  function asCount(context: NumberContext): NumberReading | undefined {
    const { number, before, said, behind, last, hasNoun, counted, data } = context;
    const { what, noun } = counted;
    const isYear = mayBeYear(context);
    if (what === "counted" && (!isYear || words.plural.test(noun.toLowerCase()))) {
      const hasName = hasNoun && said === before && !data.isCategory(last);
      return hasName || (isYear && isYearBefore(context)) ? "quantity" : "figure";
    }
    const isFew = Number(number) < mostParts;
    const mayBeParts = isFew && last !== "" && (words.determiner.test(last) || !words.link.test(last));
    const isCountable =
      !isYear && !isCode(number) && !calledNumber.test(number) && (!hasNoun || (!isCapital(last) && !isFew));
    if (isCountable && (what === "measured" || (what === "plural" && !mayBeParts))) return "figure";
    const isPart = words.ratio.test(behind) || (words.partOf.test(behind) && !isFew && !isYear);
    return isPart && !hasNoun ? "figure" : undefined;
  }

  /** Beside the name of an area or another category: `Kent: 274`, `Kent recorded 274`, `274 (Kent)`, `274 in Kent`. */
  function isOfCategory(context: NumberContext): boolean {
    const { spoken, behind, data } = context;
    const isYear = mayBeYear(context);
    if (isYear && !/[:=]/u.test(spoken[0] ?? "")) return false;
    const { at, verb } = verbBefore(context);
    const isVerb = [words.does, words.being, words.moves].some((pattern) => pattern.test(verb));
    const near = isVerb && !isYear ? spoken.slice(at + 1, at + 5) : spoken.slice(0, 5);
    const ahead = tokensOf(behind.replace(/^[\s,:;()–—=+-]+/u, "").replace(words.whose, "")).slice(0, 4);
    return [near.slice(near.findIndex(isWord)), ahead].some((each) => capitalsAtStart(each).some(data.isCategory));
  }

  /** A sum, or what is counted, is said to be so many, or to move by or to so many: `the number of offences was 274`. */
  function isSaid(context: NumberContext): boolean {
    const { said, spoken, isCounted, isSubject, data } = context;
    if (mayBeYear(context)) return isYearSaid(context);
    if (words.reaching.test(said) && spoken.slice(0, 9).some(isSum)) return true;
    const { at, verb } = verbBefore(context);
    const subject = spoken.slice(at + 1, at + 9);
    if (words.moves.test(verb)) return at > 0 || subject.some(isSubject);
    if (words.being.test(verb)) return subject.some((each) => isSum(each) || data.isMeasured(each));
    if (isSum(verb)) return at > 0 || !(words.label.test(verb) || words.determiner.test(spoken[1] ?? ""));
    return isCounted(verb) && ((at === 0 && data.isMeasured(verb)) || /^[:=(]$/u.test(spoken[0] ?? ""));
  }

  /** By itself where an amount stands: `We counted 140.`, `140 were hurt`. */
  function isBare(context: NumberContext): boolean {
    const { number, behind, hasNoun, isShared } = context;
    if (hasNoun || isShared || mayBeYear(context) || !/^[1-9]\d{1,5}$/.test(number)) return false;
    const { verb } = verbBefore(context);
    // With two digits it may be somebody's age.
    const isSo = words.being.test(verb) && number.length > 2;
    const isObject = isSo || words.does.test(verb) || words.moves.test(verb);
    return (isObject && /^(?:[.;!?)]|$)/u.test(behind)) || words.happened.test(behind);
  }

  /** The same of a number that may be a year: a sum has to be said right before it. */
  function isYearSaid({ said, spoken, last, isSubject }: NumberContext): boolean {
    if (spoken[0] === ":") return isSubject(spoken[1] ?? "");
    if (isWord(spoken[0]) && words.whole.test(last) && isSum(spoken[1] ?? "")) return true;
    const isReached = words.reaching.test(said) && spoken.some((each) => words.being.test(each));
    return (words.being.test(last) || isReached) && spoken.slice(1, 9).some(isSum);
  }

  /** The word that says the number, across those that say how. */
  function verbBefore({ spoken }: NumberContext) {
    const at = spoken.findIndex((each) => !words.saying.test(each));
    return { at, verb: at <= mostBetween ? (spoken[at] ?? "") : "" };
  }

  /** All of the text but for words of grammar: `From 114`. */
  function alone(context: NumberContext): NumberReading | undefined {
    const { text, start, end } = context;
    const left = text.slice(0, start);
    if (left.length > 20 || /[\p{L}\p{N}]/u.test(text.slice(end))) return undefined;
    if (!tokensOf(left).every((each) => words.link.test(each) || !/[\p{L}\p{N}]/u.test(each))) return undefined;
    return mayBeYear(context) ? "quantity" : "figure";
  }

  /** Written as a year is, and so is what shares its count; a span of years goes forward. */
  function mayBeYear({ number, before, behind, sharing }: NumberContext): boolean {
    const isWritten = yearLike.test(number) || (yearBefore.test(before) && oneOrTwo.test(number));
    if (!isWritten || words.partOf.test(behind)) return false;
    return sharing.every(
      (each, at) => oneOrTwo.test(each) || (yearLike.test(each) && Number(each) >= Number(sharing[at - 1] ?? 0)),
    );
  }

  /** Behind the words that a year has before it, or one thing: `in 2019`, `the 2019 …`. */
  function isYearBefore({ number, last, counted }: NumberContext): boolean {
    if (words.time.test(last) && Number(number) >= 1500) return true;
    return (words.determiner.test(last) && Number(number) >= 1900) || !counted.isDirect;
  }

  function asYear(context: NumberContext): NumberReading | undefined {
    if (!mayBeYear(context)) return undefined;
    const { said, spoken, last, hasNoun, counted, isCounted } = context;
    if (words.movedBy.test(said) || words.near.test(said)) return "quantity";
    if (spoken[0] === "(" && isCounted(spoken[1] ?? "")) return "quantity";
    if (/\(\p{Lu}[\p{L} ]*\)\s$/u.test(said)) return "name";
    if (words.time.test(last) || words.mayBeTime.test(last)) return "name";
    const isCount = counted.what === "plural" && !isYearBefore(context) && !hasNoun;
    // A word that may be a noun has the year of what it names: the crime report 2015.
    const isTitled = counted.what === "none" && isCounted(last) && /^(?:[.;:)]|$)/u.test(context.behind);
    return (isMany(context) && !isTitled) || isCount ? "quantity" : "name";
  }

  /** The number of one thing, of which nothing says how many: `step 3`, `aged 12`, `10 Downing Street`. */
  function asThing(context: NumberContext): NumberReading {
    const { number, behind, spoken, last, hasNoun, isShared, counted } = context;
    const isOfNothing = counted.what === "none";
    if (isOfNothing && (isCallOrAge(context) || isAbridgedSpan(context) || codeAfter.test(behind))) return "name";
    if (isMany(context)) return "quantity";
    if (ofParts.test(number)) return "name";
    if (hasNoun) {
      const mayBeCount = !isShared && (/^\d{3,}$/.test(number) || words.pluralBefore.test(last));
      return isOfNothing && !mayBeCount ? "name" : "quantity";
    }
    const capitals = isOfNothing ? /^[.)\]:]*((?: \p{Lu}[\p{L}’']*)+)( \p{Ll})?/u.exec(behind) : null;
    if (capitals === null) return "quantity";
    const [, named = "", goesOn] = capitals;
    const mayBeCounted = spoken.length > 0 && goesOn && words.plural.test(named.split(" ").at(-1)?.toLowerCase() ?? "");
    return mayBeCounted ? "quantity" : "name";
  }

  /** A number that is called, the age of who is meant, the day of a month. */
  function isCallOrAge({ number, said, last, spoken }: NumberContext): boolean {
    if (calledNumber.test(number) && words.call.test(said)) return true;
    return oneOrTwo.test(number) && (words.month.test(last) || (words.ageBefore.test(said) && !spoken.some(isSum)));
  }

  /** A span of pages, whose end is cut to what differs: 163–90. */
  function isAbridgedSpan({ sharing: [from = "", to = ""], before, after }: NumberContext): boolean {
    if (!(/^[–-]\d/.test(after) || /\d[–-]$/.test(before)) || to.length >= from.length) return false;
    return Number(to) > Number(from) % 10 ** to.length;
  }

  /** Words right around it say how much, and not which. */
  function isMany({ number, said, last, behind }: NumberContext): boolean {
    return words.near.test(said) || words.does.test(last) || words.many.test(behind) || longDecimal.test(number);
  }
}

const isCode = (number: string): boolean => ofParts.test(number) || register.test(number);

const capitalsAtStart = (tokens: readonly string[]): readonly string[] => {
  const end = tokens.findIndex((each) => !isCapital(each));
  return end < 0 ? tokens : tokens.slice(0, end);
};

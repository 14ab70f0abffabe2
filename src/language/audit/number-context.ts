import type { NumberWords } from "../contract/audit.ts";
import { type KindOfUnit, unitSymbol } from "./unit-kinds.ts";

/** What the data says of a word. */
export interface DataWords {
  /** Whether it is of what a measure is called or counted in. */
  readonly isMeasured: (word: string) => boolean;
  /** Whether it is of the name of an area or another category. */
  readonly isCategory: (word: string) => boolean;
  /** The units that it measures in. */
  readonly units: () => readonly DataUnit[];
  /** The numbers in what measures are called and counted in: per 1,000 people. */
  readonly numbers?: () => readonly string[];
}

/** A word, a sign or an abbreviation of the unit of a measure. */
export interface DataUnit {
  readonly word: string;
  /** Whether a word is of the name of a measure in it. */
  readonly isNamed: (word: string) => boolean;
  /** The least and the greatest that its figures, and what they come to, are; undefined where it has none. */
  readonly figures: () => { readonly least: number; readonly most: number } | undefined;
}

/** What a number stands before. */
export interface Counted {
  /** `counted`: what the data counts or measures in, or any briefing counts. `measured`: another unit of time, length and the like. `plural`: other things. */
  readonly what: "counted" | "measured" | "plural" | "none";
  readonly noun: string;
  /** Whether no other word stands between. */
  readonly isDirect: boolean;
  /** Whether the data counts it, or measures in it. */
  readonly isOwn: boolean;
  /** The units of the data that so many of it could be a figure in. */
  readonly ofUnits: readonly DataUnit[];
  /** Whether one of these is the very unit, and not another of its kind. */
  readonly isInUnit: boolean;
}

/** A number of a text, and what stands around it. */
export interface NumberContext {
  readonly text: string;
  /** Its digits in the text: all of them, where elements split them. */
  readonly start: number;
  readonly end: number;
  readonly number: string;
  /** The clause up to the number, and from it on, 120 characters at most. */
  readonly before: string;
  readonly after: string;
  /** `after` without further numbers that share what is counted. */
  readonly afterShared: string;
  /** `before` without further numbers that share what is counted, and `after` without the letters of an ordinal. */
  readonly said: string;
  readonly behind: string;
  readonly isOrdinal: boolean;
  /** Words, numbers and signs of `said`, from the number backwards. */
  readonly spoken: readonly string[];
  /** The word right before it; empty where that is a sign. */
  readonly last: string;
  /** Whether that word may be the noun that has the number: `step 3`. */
  readonly hasNoun: boolean;
  /** Whether further numbers share what is counted. */
  readonly isShared: boolean;
  /** These and itself, as they stand in the text. */
  readonly sharing: readonly string[];
  readonly counted: Counted;
  /** Whether a word says what the data or any briefing counts. */
  readonly isCounted: (word: string) => boolean;
  /** Whether it does, or says a sum: `total`, `average`. */
  readonly isSubject: (word: string) => boolean;
  readonly data: DataWords;
  /** What a number before `following` would stand before. */
  readonly counts: (following: string) => Counted;
}

/** Numerals of another script, fractions and the like: no name is written with them. */
export const otherNumeral = /[^\P{N}0-9]/u;
/**
 * What nobody writes in a name, and what hides digits: characters that are not seen or change how others look, references that were
 * escaped twice, tags that are text, letters that look like digits beside them, a traced figure.
 */
const disguised =
  /[\p{Default_Ignorable_Code_Point}\p{Mn}\p{Me}\u200B\u202A-\u202E\uFDD0-\uFDEF]|&#|<\/?\p{L}+>|^[\dlIO|]*[lIO|][\dlIO|]*$|\uFFFC/u;
/** How a sign is drawn, which is none of a letter or a digit: ↩︎. */
const drawnAs = /(?<=[^\p{L}\p{N}\p{M}\s])[\uFE0E\uFE0F]/gu;
/** Whether characters hide what it is. */
export const isDisguised = ({ number, before, after }: NumberContext): boolean =>
  disguised.test(`${/\S*$/u.exec(before)?.[0]}${number}${/^\S*/u.exec(after)?.[0]}`.replaceAll(drawnAs, ""));
/** Whether it would be read as one with a traced figure. */
export const touchesTraced = ({ before, after }: NumberContext): boolean =>
  /\uFFFC[ .,’']?$/u.test(before) || /^[ .,’']?\uFFFC/u.test(after);

const reach = 120;
export const yearLike = /^(?:1\d\d\d|20[0-5]\d|2100)$/;
/** What rates are of. */
export const roundPopulation = /^(?:100|10{0,2},?000|1,?000,?000)$/;
const numberOrFigure = /(?<!\p{L}[-–]?\p{N}*)\p{N}|\uFFFC/u;
const yearOrSpan = /(?<![\p{N}.,])(?:19|20)\d\d(?:[/–-]\d{2,4})?(?![\p{N}%]|[.,]\p{N})/gu;
/** Whether a text has a number, or a traced figure, besides years and names: Table A7, under-75. */
export const saysFigure = (text: string): boolean => numberOrFigure.test(text.replaceAll(yearOrSpan, ""));
export const currencyBefore = /(?:\p{Sc}|(?<!\p{L})(?:GBP|USD|EUR))\s?$/u;
/** Words that may stand between a number and what it counts, and between it and the verb that says it. */
export const mostBetween = 3;

const token = /(?:\p{Lu}\.){2,}|[\p{L}\p{M}][\p{L}\p{M}'’&-]*|\p{N}[\p{N}.,:/]*|\S/gu;
export const tokensOf = (text: string): readonly string[] => text.match(token) ?? [];
export const isWord = (each: string | undefined): each is string => each !== undefined && /^\p{L}/u.test(each);
/** The words up to a sign or a number. */
export function wordsAtStart(tokens: readonly string[]): readonly string[] {
  const end = tokens.findIndex((each) => !isWord(each));
  return tokens.slice(0, end < 0 ? undefined : end);
}
export const isCapital = (each: string): boolean => /^\p{Lu}/u.test(each);

/** A point behind a short word with a capital ends no sentence: Sept. 15. */
export const lastClause = (text: string): string =>
  text.slice(/^[\s\S]*(?:(?<!\p{Lu}\p{Ll}{0,3}\.)(?<=[.;!?])(?=\s)|\n)/u.exec(text)?.[0].length ?? 0);
/** Nor does the one that ends an abbreviation in capitals, before what goes on in lower case: U.S. deaths. */
const firstClause = (text: string): string =>
  /^[\s\S]*?(?=(?!(?<=\p{Lu}\.\p{Lu})\.\s\p{Ll})[.;!?](?:\s|$)|\n|$)/u.exec(text)?.[0] ?? "";

/** A number, and what the data has. */
interface Said {
  readonly number: string;
  readonly isCounted: (word: string) => boolean;
  readonly data: DataWords;
}

/** How many times as much or as little as any figure of the data one may be that is meant for one of them. */
const farthest = 10;

/**
 * Whether so many of a unit could be a figure in a unit of the data: of the same kind, and, where both have a size, as large as one of its
 * figures may be. A wait of weeks is no `30 seconds`, and no `200 years`.
 */
function isOfUnit(number: string, said: string, { hasWord, hasSymbol, sizeOf }: KindOfUnit, unit: DataUnit): boolean {
  if (!hasWord(unit.word) && !hasSymbol(unit.word)) return false;
  const [size, ownSize] = [sizeOf(said), sizeOf(unit.word)];
  const figures = size === ownSize ? undefined : unit.figures();
  if (!figures) return true;
  const amount = (Number(number.replaceAll(",", "")) * size) / ownSize;
  return !(amount < figures.least / farthest || amount > figures.most * farthest);
}

/** Makes what finds what a number before a text would stand before. */
function createCountedFinder(
  { shared, link, quantifier, plural, sums, moves }: NumberWords,
  kinds: readonly KindOfUnit[],
) {
  const measured = (noun: string, kind: KindOfUnit, isDirect: boolean, { number, data }: Said): Counted => {
    const ofUnits = data.units().filter((unit) => isOfUnit(number, noun, kind, unit));
    const isOwn = ofUnits.length > 0;
    const size = isOwn ? kind.sizeOf(noun) : 0;
    const isInUnit = ofUnits.some(({ word }) => Number.isNaN(size) || kind.sizeOf(word) === size);
    return { what: isOwn ? "counted" : "measured", noun, isDirect, isOwn, ofUnits, isInUnit };
  };
  const plain = (what: Counted["what"], noun: string, isDirect: boolean, isOwn = false): Counted => ({
    what,
    noun,
    isDirect,
    isOwn,
    ofUnits: [],
    isInUnit: false,
  });
  /** The plural that a singular stands before is what there are so many of: 10 visitor hotspots. */
  const counted = (noun: string, next: string | undefined, isDirect: boolean, said: Said): Counted => {
    const isHead = isWord(next) && plural.test(next) && !(plural.test(noun) || sums.test(next) || moves.test(next));
    return said.number !== "1" && isHead && !said.isCounted(next)
      ? plain("plural", next, false)
      : plain("counted", noun, isDirect, said.data.isMeasured(noun));
  };
  const atWord = (noun: string, next: string | undefined, at: number, said: Said): Counted | undefined => {
    const kind = at < 2 ? kinds.find(({ hasWord }) => hasWord(noun)) : undefined;
    const ofKind = kind && measured(noun, kind, at === 0, said);
    if (said.isCounted(noun) && !ofKind?.isOwn) return counted(noun, next, at === 0, said);
    if (ofKind || !plural.test(noun) || link.test(noun)) return ofKind;
    // Of two plurals the second is what there are so many of: 4 police officers.
    return isWord(next) && plural.test(next) && said.isCounted(next)
      ? plain("counted", next, false, said.data.isMeasured(next))
      : plain("plural", noun, at === 0);
  };
  /** None before another number of things, where it may be a year; the span that says of what kind they are is no unit: 100 five year old children. */
  const wordsCounted = (ahead: readonly string[], { number }: Said): readonly string[] => {
    const [first = "", next = ""] = ahead;
    if (!quantifier.test(first)) return ahead;
    if (yearLike.test(number)) return [];
    return kinds.some(({ hasWord }) => hasWord(next)) ? ahead.slice(2) : ahead;
  };
  return (following: string, said: Said): Counted => {
    const symbol = unitSymbol.exec(following)?.[0].replace(/^[\s-]/u, "") ?? "";
    const ofSymbol = symbol === "" ? undefined : kinds.find(({ hasSymbol }) => hasSymbol(symbol));
    if (ofSymbol) return measured(symbol, ofSymbol, true, said);
    const ahead = wordsCounted(tokensOf(following.replace(/^[-‐‑]/u, " ").replace(shared, " ")), said);
    for (const [at, noun] of ahead.slice(0, mostBetween + 1).entries()) {
      if (!isWord(noun)) break;
      const found = atWord(noun, ahead[at + 1], at, said);
      if (found) return found;
      if (link.test(noun)) break;
    }
    return plain("none", "", false);
  };
}

/** Makes what finds out what stands around the digits between two offsets of a text. */
export function createContextFinder(words: NumberWords, kinds: readonly KindOfUnit[]) {
  const countedIn = createCountedFinder(words, kinds);
  // 3 to 5, 24, 36 or 48, 12 (4%).
  const another = `\\p{Sc}?\\d[\\d.,]*(?<![.,])(?!\\p{L})`;
  const sharedAfter = new RegExp(
    `^(?:\\+|,? ?(?:[–/]|--?| (?:${words.joins})(?= )| (?:${words.across})(?= )(?! (?:1[5-9]|20)\\d\\d(?![\\d,.]))) ?${another}|, ${another}|,? \\(\\d[\\d.,]*\\s?%?\\))+`,
    "iu",
  );
  const sharedBefore = new RegExp(`(?:\\p{Sc}?\\d[\\d.,]*(?:,? ?(?:[–/]|--?) ?|,? (?:${words.joins}) |, ))+$`, "iu");

  return (text: string, from: number, to: number, given: DataWords): NumberContext => {
    // A label has words of grammar too, which are of everything: `Offences in which the platform was used`.
    const data = { ...given, isMeasured: (each: string) => given.isMeasured(each) && !words.link.test(each) };
    const start = from - (/(?:\p{N}[.,]?)+$/u.exec(text.slice(0, from))?.[0].length ?? 0);
    const end = to + (/^(?:[.,]?\p{N})+/u.exec(text.slice(to))?.[0].length ?? 0);
    const number = text.slice(start, end);
    const before = lastClause(text.slice(Math.max(0, start - reach), start));
    const after = firstClause(text.slice(end, end + reach));
    const [sharesBefore, sharesAfter] = [sharedBefore.exec(before)?.[0] ?? "", sharedAfter.exec(after)?.[0] ?? ""];
    const said = before.slice(0, before.length - sharesBefore.length).replace(/\.(?=\s$)/u, "");
    const behind = after.replace(words.ordinal, "");
    const spoken = tokensOf(said).toReversed();
    const last = isWord(spoken[0]) ? spoken[0] : "";

    const isCounted = (each: string) => words.counted.test(each) || data.isMeasured(each);
    const isSubject = (each: string) => words.sums.test(each) || isCounted(each);
    const isOwner = /['’]s?$/u.test(last);
    const mayHaveNumber =
      (isCapital(last) && spoken.length > 1 && !isOwner) || !(words.link.test(last) || words.verb.test(last));

    const counts = (following: string): Counted =>
      countedIn(following.replace(sharedAfter, ""), { number, isCounted, data });

    return {
      text,
      start,
      end,
      number,
      before,
      after,
      afterShared: after.slice(sharesAfter.length),
      said,
      behind,
      isOrdinal: behind !== after,
      spoken,
      last,
      hasNoun: last !== "" && !isSubject(last) && mayHaveNumber,
      isShared: sharesBefore !== "" || sharesAfter !== "",
      sharing: `${sharesBefore}${number}${sharesAfter}`.match(/\d[\d.,]*\d|\d/gu) ?? [],
      counted: counts(behind),
      isCounted,
      isSubject,
      data,
      counts,
    };
  };
}

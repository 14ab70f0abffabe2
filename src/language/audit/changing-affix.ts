import type { FigureAffixes } from "../contract/audit.ts";
import { createRecentAnswers, type RecentAnswers } from "../recent-answers.ts";

/** What a figure is of. */
export interface FigureUnit {
  /** Its own words: the unit and the label of its measure. */
  readonly own: readonly string[];
  /** Words of other measures' units. */
  readonly others: readonly string[];
}

/** A sign that is no hyphen, dash or list mark: it touches the figure, and no letter stands before it. */
const signBefore =
  /(?:(?<![\p{L}\p{N}\uFFFC)])[-‐‑–⁃﹣+˗־ー〜ˉ‾]|(?![=|+−\u2190-\u21FF\u27F0-\u297F])\p{Sm}|[\^➖➕Σ∏]|(?:^|[^\p{N}])−\s?|\p{Sc}\s?)$/u;
const signAfter = /^(?:\s?[%٪‰‱°′″‴\p{Sc}]|\+|\s?[×÷√^])/u;
/** Thousands and millions of other languages: who reads a figure takes them for that, whatever the rest is written in. */
const scaleOfOthers =
  /^\s?(?:[十百千万萬億亿兆]|(?:Tausend|tausend|Million(?:en|er|i|as)|[Mm]illiard\p{L}*|Mio|Mrd|milliers?|mille|millones|milioni|milhões|miljo(?:en|na|ner|onaa)|miljard\p{L}*|milionów|milion[yů]?|tysi(?:ąc|ące|ęcy)|tisíc|tusen|tuhat(?:ta)?|duizend|миллион\p{L}*|тысяч\p{L}*|млн|млрд|тыс|χιλιάδες|εκατομμύρια|ألف|آلاف|مليون|ملايين|लाख|करोड़|हज़ार|হাজার|லட்சம்|milyon|nghìn|triệu)(?![\p{L}\p{M}]))/u;
/**
 * Behind most figures stands no word, and the expressions for words take V8 milliseconds to compile. Whether one may follow, behind a bracket or a
 * comma with its spaces or a hyphen, or right behind a space: whatever is not of ASCII is taken for a letter.
 */
export const mayBeWordAfter = /^[\s,([–—-]{0,3}[^\0-@[-`{-\x7F–—\uFFFC]/;
const mayBeWordBehindSpace = /^\s[^\0-&(-,.-@[-`{-\x7F\uFFFC]/;
/** Characters that change the order in which others are read. */
export const turningCharacter = /[\u202A-\u202E]/u;
/** Characters that do so where words of that direction stand: marks and isolates. */
export const directionMark = /[\u200F\u061C\u2067\u2068]/u;
/** Letters of scripts that are written from right to left. */
export const rightToLeft =
  /(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** What touches a figure and looks like further digits of it, and a mark that strikes it out or stands over it. */
export const looksLikeDigitAfter = /^(?:[lIOoОоΟοІіӀ|○〇◯∘SBZ]+(?![\p{L}\p{N}])|\p{M})/u;
export const looksLikeDigitBefore = /(?<![\p{L}\p{N}])[lIOoОоΟοІіӀ|○〇◯∘]+$/u;

interface AffixOptions {
  readonly words: Pick<
    FigureAffixes,
    "before" | "after" | "often" | "counted" | "stops" | "percent" | "magnitudes" | "ordinal"
  >;
  /** Undefined: that is not known, and no word beside the figure is another unit. */
  readonly unit: FigureUnit | undefined;
  /** Whether what follows may be a unit: not after a figure that is a phrase with its own. */
  readonly endsInDigits: boolean;
  /** Whether it is in per cent, which may be said of it. */
  readonly isPercent?: boolean;
}

/** What stands on both sides of a figure. */
interface Sides {
  readonly left: string;
  readonly right: string;
}

/** A template has the same words beside its figures in each area, and its figures few units. */
const mostSides = 2_000;
const mostUnits = 200;

/** What was found beside figures, by the words of a language. */
const knownSides = new WeakMap<AffixOptions["words"], RecentAnswers<string | undefined>>();

/** A number for each unit: equal ones have the same, or a new one where long nobody asked. */
const numberOfUnit = new WeakMap<FigureUnit, number>();
const unitsByWords = createRecentAnswers<number>(mostUnits);
let units = 0;

function numberOf(unit: FigureUnit): number {
  const known =
    numberOfUnit.get(unit) ??
    unitsByWords.get(JSON.stringify([unit.own, unit.others]), () => {
      units += 1;
      return units;
    });
  numberOfUnit.set(unit, known);
  return known;
}

/**
 * What stands right before or after a figure and makes another one of it: `million`, `%`, a minus, a currency, another unit.
 * A word of the measure's own unit or label is none.
 */
export function changingAffix(sides: Sides, options: AffixOptions): string | undefined {
  const { left, right } = sides;
  const { words, unit, endsInDigits, isPercent = false } = options;
  const known = knownSides.get(words) ?? createRecentAnswers<string | undefined>(mostSides);
  knownSides.set(words, known);
  const key = `${unit ? numberOf(unit) : 0} ${endsInDigits} ${isPercent} ${left.length} ${left}${right}`;
  return known.get(key, () => findAffix(sides, options));
}

function findAffix(
  { left, right }: Sides,
  { words, unit, endsInDigits, isPercent = false }: AffixOptions,
): string | undefined {
  const { after, often, counted, stops, ordinal } = words;
  const mayBeWord = mayBeWordAfter.test(right);
  const afterIt = [
    mayBeWord ? after.exec(right)?.[0] : undefined,
    right === "" ? undefined : signAfter.exec(right)?.[0],
    mayBeWord ? scaleOfOthers.exec(right)?.[0] : undefined,
  ];
  for (const found of [...affixesBefore(left, words), ...afterIt.flatMap(withoutBracket)])
    if (!unit?.own.flatMap(wordsOf).includes(longest(wordsOf(found)))) return found;
  const [letters] = endsInDigits ? (ordinal.exec(right) ?? []) : [];
  if (letters !== undefined) return letters;
  const labelled = endsInDigits && left !== "" ? unitInLabel({ left, right }, { words, unit, isPercent }) : undefined;
  if (labelled !== undefined) return labelled;
  const spanned =
    often && mayBeWordBehindSpace.test(right) ? howOften(right, unit?.own ?? [], { often, counted }) : undefined;
  return spanned ?? (endsInDigits && unit ? otherUnit(right, unit, { counted, stops }) : undefined);
}

/** What stands right before a figure and makes another one of it, unless it is a word of its unit. */
export const affixesBefore = (left: string, { before }: Pick<AffixOptions["words"], "before">): readonly string[] =>
  left === "" ? [] : [before.exec(left)?.[0], signBefore.exec(left)?.[0]].flatMap(withoutBracket);

/** None of nothing. */
function withoutBracket(affix: string | undefined): readonly string[] {
  const found = affix?.replace(/^\s?[,([–—]\s?(?=\p{L})/u, "").trim();
  return found ? [found] : [];
}

/** What a text before a colon calls the figure behind it: as much of it as is read. */
const label = /([^.;:!?\n\uFFFC]{1,40})[:=]\s?$/u;
const currencyOrPercent = /[%\p{Sc}]/u;
/** A label of more words is a sentence, which may speak of other things: `Of all children in care: 274`. */
const mostInLabel = 3;

/** What a label says that the figure behind it is in, and it is not: `Per cent: 274`, `Thousands: 274`, `Children: 274` of offences. */
function unitInLabel(
  { left, right }: { readonly left: string; readonly right: string },
  { words, unit, isPercent }: Pick<AffixOptions, "words" | "unit"> & { readonly isPercent: boolean },
): string | undefined {
  const [, said] = label.exec(left) ?? [];
  if (said === undefined) return undefined;
  const saidWords = wordsOf(said);
  const own = new Set(unit?.own.flatMap(wordsOf));
  if (saidWords.length > mostInLabel || saidWords.some((word) => own.has(word))) return undefined;
  const [percent] = words.percent.exec(said) ?? [];
  const [sign] = currencyOrPercent.exec(said) ?? [];
  const inPercent = percent ?? (sign === "%" ? sign : undefined);
  if (inPercent !== undefined) return isPercent ? undefined : inPercent;
  const magnitude = saidWords.find((word) => word.length > 1 && word in words.magnitudes);
  if (sign !== undefined || magnitude !== undefined) return sign ?? magnitude;
  const [next = ""] = wordsOf(/^\s?\S+/.exec(right)?.[0] ?? "");
  const last = saidWords.at(-1) ?? "";
  const isOther = words.counted.test(last) || unit?.others.flatMap(wordsOf).includes(last);
  return unit !== undefined && isOther && !own.has(next) ? last : undefined;
}

/** How often what a figure counts is said to be, behind its unit: `274 offences each week`. */
function howOften(
  right: string,
  ownWords: readonly string[],
  { often, counted }: { readonly often: RegExp; readonly counted: RegExp },
): string | undefined {
  const own = new Set(ownWords.flatMap(wordsOf));
  const isUnit = (word: string) => own.has(word.toLowerCase()) || counted.test(word);
  const next = /^(?:\s[\p{L}'’-]+){1,3}/u.exec(right)?.[0].match(/\s\S+/gu) ?? [];
  const behindUnits = next.flatMap((word, at) => (isUnit(word.trim()) ? [next.slice(0, at + 1).join("").length] : []));
  const [found] = [0, ...behindUnits].flatMap((from) => often.exec(right.slice(from))?.[0].trim() ?? []);
  return found !== undefined && !own.has(wordsOf(found).at(-1) ?? "") ? found : undefined;
}

/** The word after a figure that counts something else, of the first three words. */
function otherUnit(
  right: string,
  unit: FigureUnit,
  { counted, stops }: Pick<FigureAffixes, "counted" | "stops">,
): string | undefined {
  if (!mayBeWordBehindSpace.test(right)) return undefined;
  const next = /^\s((?:[\p{L}'’-]+\s?){1,3})/u.exec(right)?.[1]?.trim().split(" ") ?? [];
  if (next.length === 0) return undefined;
  const own = new Set(unit.own.flatMap(wordsOf));
  const others = new Set(unit.others.flatMap(wordsOf));
  for (const word of next) {
    const lower = word.toLowerCase();
    if (own.has(lower)) return undefined;
    if (others.has(lower) || counted.test(word)) return word;
    if (stops.test(word)) return undefined;
  }
  return undefined;
}

/** Of `per cent` or `half of`, what it is about. */
const longest = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length)[0] ?? "";

/** Words, currencies and the per cent sign, in lower case. */
export const wordsOf = (words: string): readonly string[] => words.toLowerCase().match(/[\p{L}\p{Sc}%]+/gu) ?? [];

import { cardinal } from "../language/index.ts";

/** Numbers as prose writes them, in digits or in words, as sources of regular expressions, and what they come to. */

const units = Array.from({ length: 20 }, (_, value) => cardinal(value));
const tens = Array.from({ length: 8 }, (_, index) => cardinal(10 * (index + 2)));
const magnitudes: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  k: 1000,
  million: 1_000_000,
  m: 1_000_000,
  mn: 1_000_000,
  billion: 1_000_000_000,
  bn: 1_000_000_000,
  lakh: 100_000,
  crore: 10_000_000,
  dozen: 12,
};

// Longest first, so that "seventeen" is not "seven".
const anyOf = (words: readonly string[]) => `(?:${[...words].sort((a, b) => b.length - a.length).join("|")})`;
const below20 = anyOf(units);
const below100 = `(?:${anyOf(tens)}(?:[-\\s]${anyOf(units.slice(1, 10))})?|${below20})`;
const hundreds = `(?:(?:${below100}|an?)\\s+hundred(?:\\s+and\\s+${below100})?)`;
const large = `(?:(?:${hundreds}|${below100}|an?|half\\s+a)\\s+(?:thousand|million|billion)(?:,?\\s+(?:and\\s+)?(?:${hundreds}|${below100}))?)`;

/** `twelve`, `forty-two`, `three hundred and six`, `two thousand`, `a dozen`. */
export const wordNumber = `(?:${large}|${hundreds}|(?:${below100}|an?)\\s+dozen|${below100})`;

/** Between thousands: a comma, or a space; in India hundreds are grouped by two, `4,05,861`. */
const grouped =
  "(?:\\d{1,3}(?:[,\\u00a0\\u202f\\u2009]\\d{3})+(?!\\d)|\\d{1,3}(?:\\x20\\d{3})+(?!\\d)|\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d))";

/** `4,373`, `4 373`, `4.3 thousand`, `6.8million`, `1.2m`, `3.4 lakh`, `274`. */
export const digitNumber = `(?:(?:${grouped}|\\d+)(?:\\.\\d+)?(?:\\s?(?:thousand|million|billion|lakhs?|crores?|mn|bn|m|k)(?![\\p{L}\\p{N}]))?)`;

/** Either, with nothing before it that would make it a part of something longer; for a unit to follow at once: `62pc`. */
export const numberBeforeUnit = `(?<![\\p{L}\\p{N}.,/-])(?:${digitNumber}|${wordNumber})`;

/** Either, standing by itself. */
export const number = `${numberBeforeUnit}(?![\\p{L}\\p{N}]|[.,/:]\\p{N})`;

/** A number in digits with a sign right before it: `−0.3`, `+2`, not the second of `2–3`. */
export const signedNumber = `(?<=^|[\\s(])(?<sign>[+\u2212\u2013-])(?<signed>${digitNumber})(?![\\p{L}\\p{N}]|[.,/:]\\p{N})`;

export interface ReadNumber {
  readonly value: number;
  /** What it was rounded to, as far as it shows: 100 for `4.3 thousand`, 0.1 for `17.0`. */
  readonly step: number;
  /** The step of its last digit, round or not: 1 for 4,000, of which `step` makes 100. */
  readonly lastDigit: number;
  /** Written in words. */
  readonly inWords: boolean;
}

const inDigits = new RegExp(`^((?:${grouped}|\\d+)(?:\\.(\\d+))?)(?:\\s?([a-z]+))?$`, "iu");

/** What a number comes to; undefined where the text is none. */
export function readNumber(text: string): ReadNumber | undefined {
  const digits = inDigits.exec(text.trim());
  if (!digits) {
    const value = wordsToNumber(text.toLowerCase());
    return value === undefined ? undefined : { value, step: roundStep(value), lastDigit: 1, inWords: true };
  }
  const [, figure = "", decimals = "", magnitude] = digits;
  const scale =
    magnitude === undefined ? 1 : (magnitudes[magnitude.toLowerCase().replace(/(?<=lakh|crore)s$/, "")] ?? 1);
  const plain = Number(figure.replaceAll(/[,\s]/g, ""));
  // Multiplying doubles would make 4.35 thousand 4349.999….
  const value = Number((plain * scale).toFixed(6));
  const last = Number((10 ** -decimals.length * scale).toFixed(6));
  return { value, step: decimals || scale > 1 ? last : roundStep(value), lastDigit: last, inWords: false };
}

/**
 * A number that ends in two zeros or more is taken as rounded, to two figures at least: 4,000 stands for 3,950 to 4,050,
 * 300 for 295 to 305; 4,370 is 4,370.
 */
function roundStep(value: number): number {
  const digits = String(value);
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0;
  if (zeros < 2) return 1;
  return 10 ** Math.min(zeros, digits.length - 2);
}

function wordsToNumber(text: string): number | undefined {
  let total = 0;
  let current = 0;
  let found = false;
  for (const word of text.split(/[\s,-]+/).filter(Boolean)) {
    const unit = units.indexOf(word);
    const ten = tens.indexOf(word);
    const magnitude = magnitudes[word];
    if (unit >= 0) current += unit;
    else if (ten >= 0) current += (ten + 2) * 10;
    else if (word === "half") current += 0.5;
    else if (magnitude !== undefined) {
      current = (current || 1) * magnitude;
      // Hundreds are multiplied by the thousand that may follow.
      if (magnitude >= 1000) {
        total += current;
        current = 0;
      }
    } else if (word !== "and" && word !== "a" && word !== "an") return undefined;
    found ||= unit >= 0 || ten >= 0 || magnitude !== undefined;
  }
  return found ? total + current : undefined;
}

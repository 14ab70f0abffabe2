import type { Period } from "../../dataset/index.ts";
import { periodMonths, previousPeriod } from "../../dataset/index.ts";
import { exact, formatDecimal, type Rational, roundHalfUp } from "../rational.ts";

/**
 * English phrases for figures. Direction words come from the rounded value, so that nothing ever "rose by 0%". Figures
 * are numerals with a per cent sign (the style of GOV.UK).
 */

export const percent = (share: Rational, decimals = 0): string => `${formatDecimal(share.mul(100), decimals)}%`;

/** A share to the whole per cent; one that is not nothing is never "0%", one that is not all never "100%". */
export function wholePercent(share: Rational): string {
  const rounded = roundHalfUp(share.mul(100), 0);
  if (rounded.equals(0) && share.compare(0) > 0) return "less than 1%";
  if (rounded.equals(100) && share.compare(1) < 0) return "more than 99%";
  return percent(share);
}

/** `1 offence`, `274 offences`. */
export function counted(value: Rational, unit: { readonly one: string; readonly other: string }, decimals = 0): string {
  return `${formatDecimal(value, decimals)} ${value.equals(1) ? unit.one : unit.other}`;
}

/** `an` before a numeral that is spoken with a vowel first: 8, 11, 18, 80, 800, 11,000. */
export function article(numeral: string): string {
  return /^(?:8|1[18](?!\d)|1[18],)/.test(numeral) ? "an" : "a";
}

/** What `to` is compared with: `on the previous year`, or `since 2014` where the two are not neighbours. */
export function comparedWith(from: Period, to: Period): string {
  if (from.id !== previousPeriod(to).id) return `since ${from.label}`;
  if (to.format === "months") return "on the same months of the previous year";
  const names: ReadonlyMap<number, string> = new Map([
    [12, "year"],
    [3, "quarter"],
    [1, "month"],
  ]);
  const name = to.format === "day" ? "day" : names.get(periodMonths(to));
  return name ? `on the previous ${name}` : `since ${from.label}`;
}

/** `2017/18 to 2018/19`, or one label. */
export function periodRange(periods: readonly Period[]): string {
  const labels = [...new Set(periods.map(({ label }) => label))];
  return labels.length > 1 ? `${labels[0]} to ${labels.at(-1)}` : (labels[0] ?? "");
}

export type Direction = "up" | "down" | "flat";

/** Direction of a change once rounded to `decimals`. */
export function directionOf(change: Rational, decimals: number): Direction {
  const rounded = roundHalfUp(change, decimals).compare(0);
  return rounded > 0 ? "up" : rounded < 0 ? "down" : "flat";
}

interface ChangeWords {
  readonly phrase: string;
  readonly change: string;
}

/** `a 140% rise on the previous year` and `rose by 140%`. `amount` is without a sign. */
export function changeWords(input: {
  readonly amount: string;
  readonly direction: Direction;
  readonly compared: string;
  /** Not one more or less, rather than next to nothing. */
  readonly unchanged: boolean;
}): ChangeWords {
  const { amount, direction, compared, unchanged } = input;
  if (direction === "flat") {
    return unchanged
      ? { phrase: `no change ${compared}`, change: "did not change" }
      : { phrase: `little change ${compared}`, change: "changed little" };
  }
  const [noun, verb] = direction === "up" ? ["rise", "rose"] : ["fall", "fell"];
  return { phrase: `${article(amount)} ${amount} ${noun} ${compared}`, change: `${verb} by ${amount}` };
}

/** Counts in place of a percentage: `a rise from 14 to 22 on the previous year` and `rose from 14 to 22`. */
export function countsWords(from: Rational, to: Rational, compared: string): ChangeWords & { readonly value: string } {
  const counts = `from ${formatDecimal(from, 0)} to ${formatDecimal(to, 0)}`;
  const value = `${formatDecimal(from, 0)} to ${formatDecimal(to, 0)}`;
  if (from.equals(to)) {
    return {
      value: `${formatDecimal(to, 0)}`,
      phrase: `no change ${compared}, at ${formatDecimal(to, 0)}`,
      change: `did not change, at ${formatDecimal(to, 0)}`,
    };
  }
  const [noun, verb] = to.compare(from) > 0 ? ["rise", "rose"] : ["fall", "fell"];
  return { value, phrase: `a ${noun} ${counts} ${compared}`, change: `${verb} ${counts}` };
}

const ordinalWords = ["", "", "second ", "third ", "fourth ", "fifth ", "sixth ", "seventh ", "eighth ", "ninth "];

/** `1st`, `2nd`, `11th`, `42nd`. */
export function ordinal(position: number): string {
  const tens = position % 100;
  const suffix = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][position % 10] ?? "th");
  return `${position}${suffix}`;
}

/** `the third highest of 42 police forces`, `the joint highest of 42`. */
export function rankPhrase(input: {
  readonly position: number;
  readonly order: "highest" | "lowest";
  readonly tied: boolean;
  readonly size: number;
  readonly plural: string;
}): string {
  const { position, order, tied, size, plural } = input;
  const place = position < ordinalWords.length ? ordinalWords[position] : `${ordinal(position)} `;
  return `the ${tied ? "joint " : ""}${place}${order} of ${size}${plural ? ` ${plural}` : ""}`;
}

/** Words for a claim that has no figure. They hold no digit. */
export const absentWords = {
  suppressed: {
    value: "[c]",
    phrase: "a figure that is not shown, to protect people [c]",
    change: "cannot be compared, to protect people [c]",
  },
  missing: { value: "[x]", phrase: "a figure that is not available [x]", change: "cannot be compared [x]" },
  conflict: {
    value: "[x]",
    phrase: "a figure on which publications disagree [x]",
    change: "cannot be compared, as publications disagree [x]",
  },
} as const;

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `2019-09-11` → `11 September 2019`; `2019-09` → `September 2019`; anything else as it is. */
export function writtenDate(date: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date) ?? [];
  if (!year) return date;
  const name = month ? monthNames[Number(month) - 1] : undefined;
  return [day ? String(Number(day)) : "", name ?? "", year].filter(Boolean).join(" ");
}

/** A small whole number as a reason prints it. */
export const plain = (value: number): string => formatDecimal(exact(value), 0);

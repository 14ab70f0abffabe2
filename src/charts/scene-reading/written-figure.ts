import { createRecentAnswers, matchesOf, type RecentAnswers } from "../../language/index.ts";
import type { NumberWriting } from "../number-writing.ts";
import type { MeaningOf } from "./field-meaning.ts";

/** A figure in a text, with what touches it. */
export interface WrittenFigure {
  readonly text: string;
  readonly index: number;
  /** Without its sign, unit and prefix. */
  readonly digits: string;
  readonly value: number;
  /** What the last digit is worth. */
  readonly step: number;
  /** Digits that are not zeros before the first or after the last one. */
  readonly significant: number;
  /** How many make a whole: 100 of `12%`, 1,000 of `12‰`; undefined where no sign says it. */
  readonly perWhole: 100 | 1000 | undefined;
  readonly currency: string;
  readonly sign: string;
  /** The same with the word behind it that multiplies it: 1,200,000 of `1.2 million`. */
  readonly multiplied: WrittenFigure | undefined;
}

const pattern =
  /(\p{Sc}?)([-−+]?)(\p{Sc}?)(\p{Nd}[\p{Nd}.,'’\u00A0\u202F]*\p{Nd}|\p{Nd})(?:[eE]([-+]?\d+))?(\s?[%‰]|[kKMGTBbmµn](?![\p{L}\p{N}]))?/gu;
const prefixes: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  B: 1e9,
  b: 1e9,
  T: 1e12,
  m: 1e-3,
  µ: 1e-6,
  n: 1e-9,
};

/** Of each language, what was read of texts: labels of a chart are the same at each width, and many of them in each briefing of a batch. */
const knownFigures = new WeakMap<NumberWriting, RecentAnswers<readonly WrittenFigure[]>>();
const mostTexts = 2000;

/** The numbers that a text writes, in the signs of a language. */
export function writtenFigures(text: string, writing: NumberWriting): readonly WrittenFigure[] {
  const known = knownFigures.get(writing) ?? createRecentAnswers<readonly WrittenFigure[]>(mostTexts);
  knownFigures.set(writing, known);
  return known.get(text, () => readFigures(text, writing));
}

function readFigures(text: string, { decimal, thousands, magnitudes }: NumberWriting): readonly WrittenFigure[] {
  return matchesOf(pattern, text).flatMap((match) => {
    const [found, before = "", sign = "", after = "", digits = "", power = "0", suffix = ""] = match;
    const plain = digits.replaceAll(thousands, "").replace(decimal, ".");
    const number = Number(plain);
    if (!/^[\d.]+$/.test(plain) || Number.isNaN(number)) return [];
    const scale = 10 ** Number(power) * (prefixes[suffix] ?? 1);
    const decimals = plain.split(".")[1]?.length ?? 0;
    const signed = sign === "-" || sign === "−" ? -number : number;
    const written: WrittenFigure = {
      text: found,
      index: match.index,
      digits,
      value: signed * scale,
      step: 10 ** -decimals * scale,
      significant: plain.replace(".", "").replace(/^0+/, "").length,
      perWhole: suffix.endsWith("%") ? 100 : suffix.endsWith("‰") ? 1000 : undefined,
      currency: before || after,
      sign,
      multiplied: undefined,
    };
    const [behind = "", word = suffix] = /^\s?(\p{L}+)/u.exec(text.slice(match.index + found.length)) ?? [];
    const worth = magnitudes[word.toLowerCase()];
    if (worth === undefined) return [written];
    const multiplied = { ...written, text: `${found}${behind}`, value: signed * worth, step: 10 ** -decimals * worth };
    return [{ ...written, multiplied }];
  });
}

/** What a measure counts where it is of a thousand each: `per 1,000 children`. */
const isPerMille = /‰|(?<!\d)1[\s,.'’]?000(?![\d.,])/u;

/** Decimals that floating point leaves at the end. */
const isNear = (a: number, b: number) => Math.abs(a - b) <= Math.abs(b) * 1e-9 + 1e-12;

export interface ReadsAsOptions {
  /** Fields that have the value. */
  readonly fields: readonly string[];
  readonly meaningOf: MeaningOf;
}

/**
 * Whether a written figure says a value: itself, or rounded as its field may be, in its field's own unit. One digit is
 * enough where it is all that the field has; "1k" for 1,274 is another number.
 */
export function readsAs(written: WrittenFigure, value: number, { fields, meaningOf }: ReadsAsOptions): boolean {
  return fields.some((field) => {
    const meaning = meaningOf(field);
    if (written.currency && meaning && !meaning.own.some((words) => words.includes(written.currency))) return false;
    const { perWhole } = written;
    if (perWhole === undefined) return saysValue(written, value, meaning?.decimals);
    if (perWhole === 1000 && meaning?.own.some((words) => isPerMille.test(words)))
      return saysValue(written, value, meaning.decimals);
    const isFraction = !meaning || meaning.unit === "percent";
    const isPercentage = !meaning || meaning.unit === "percentage" || meaning.unit === "percentage-points";
    const [parts, decimals] = perWhole === 100 ? [1, 0] : [10, 1];
    return (
      (isFraction && saysValue(written, value * perWhole, meaning && meaning.decimals - 2 - decimals)) ||
      (isPercentage && saysValue(written, value * parts, meaning && meaning.decimals - decimals))
    );
  });
}

function saysValue({ value: said, step, significant }: WrittenFigure, value: number, decimals = 0): boolean {
  if (isNear(said, value)) return true;
  const isRounded = Math.abs(said - value) <= step / 2 + Math.abs(value) * 1e-9;
  return isRounded && (significant >= 2 || step <= 10 ** -decimals * (1 + 1e-9));
}

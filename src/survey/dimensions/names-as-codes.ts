import { meaningOf } from "../meaning-of.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";

/** What names that are none leave open. */
export const doubtOfNames = ({ isKey, name }: ColumnSurvey, isOfCodes: boolean): string | undefined =>
  isOfCodes ? `${codesForNames}${isKey === true ? ` ${numbersForNames(name)}` : ""}` : undefined;

const numbersForNames = (name: string): string =>
  `Nothing else tells rows apart that "${name}" does: if its numbers are figures all the same, make a measure of them.`;

const codesForNames =
  'Codes in place of names: say what they stand for, as labels in "categories", before anybody reads them.';

/** Says of codes of several levels that they are, by one that lies within another. */
export const nestedCodes = (outer: string, inner: string): string =>
  `They seem to be of several levels ("${inner}" within "${outer}"): say what each holds by "holds", and add up none across them.`;

/** So many of the codes begin with the whole of another. */
const mostlyWithinOthers = 0.3;

/** A code and one that begins with all of it, where many do: `EC-01` and `EC-01A`. */
export function codesWithin(texts: readonly string[]): readonly string[] {
  // `BT1` and `BT11` are districts beside each other.
  if (texts.every((text) => /^[A-Z]{1,2}\d{1,2}[A-Z]?$/u.test(text.trim()))) return [];
  const known = new Set(texts);
  const pairs = texts.flatMap((text) => {
    const outer = [1, 2, 3]
      .map((length) => text.slice(0, -length))
      .find((start) => start.length > 1 && known.has(start));
    return outer === undefined || /^\d+$/u.test(text) ? [] : [[outer, text] as const];
  });
  return pairs.length >= texts.length * mostlyWithinOthers ? (pairs[0] ?? []) : [];
}

/** A code that another one begins with, before a point, where such codes are most of the labels: `1.A` and `1.A.3`. */
export function dottedWithin(texts: readonly string[]): readonly string[] {
  const known = new Set(texts);
  const dotted = texts.filter((text) => /^[\p{Lu}\d]{1,4}(?:\.[\p{Lu}\d]{1,4})*\.?$/u.test(text.trim()));
  const inner = dotted.find((text) => known.has(text.replace(/\.[^.]+$/u, "")) && text.includes("."));
  return inner !== undefined && dotted.length >= texts.length * mostlyWithinOthers
    ? [inner.replace(/\.[^.]+$/u, ""), inner]
    : [];
}

/** Whether labels are the codes of something: `S01006506`, `alb`, 201. Numbers of ages, hours and the like say what they are. */
export function areCodes({ name, texts }: ColumnSurvey): boolean {
  if (texts.length < 2 || texts.some((text) => text.length > longestOfCodes)) return false;
  const areNumbers = texts.every((text) => /^-?\d+(?:\.\d+)?$/u.test(text));
  if (areNumbers) return !ofNumbers.test(meaningOf(name));
  const isCode = (text: string) =>
    /^[\p{L}_.-]{0,4}\d[\p{Lu}\d_.-]*$/u.test(text) || /^(?:\p{Lu}{1,4}|\p{Ll}{2,3}|_T)$/u.test(text);
  return !ofNumbers.test(meaningOf(name)) && texts.filter(isCode).length >= texts.length * mostlyCodes;
}

/** A longer text is more than a code; so many of the labels are codes, where a few are words. */
const [longestOfCodes, mostlyCodes] = [12, 0.9];

/** What goes by numbers. */
const ofNumbers =
  /\b(?:ages?|hours?|days?|weeks?|months?|quarters?|years?|grades?|levels?|deciles?|quintiles?|quartiles?|rank|round|wave|size|bedrooms|rooms|persons|band|stage|zip ?codes?|post ?codes?|tax)\b/iu;

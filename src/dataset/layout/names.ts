import { createGlob } from "../../tables/index.ts";

/** How two names are compared: without case, line breaks, repeated spaces and references to notes. */
export const plainName = (name: string): string => headOf(name).toLowerCase();

/** A heading as messages have it: in one line, without references to notes, `[note 2]`, or `2012(1,2)` behind a year. */
export const headOf = (text: string): string =>
  withoutDivision(text)
    .replaceAll(/\s*\[notes?\b[^\]]*\]/giu, "")
    .replaceAll(/(?<=(?<!\d)(?:19|20)\d{2})\s?\(\d{1,2}(?:, ?\d{1,2})*\)/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** A name in a row as messages have it: in one line, without the dots that lead to its figures. */
export const labelOf = (text: string): string =>
  /\n|\.{4}/u.test(text)
    ? withoutDivision(text)
        .replace(/\s*\.{4,}\s*$/u, "")
        .replaceAll(/\s+/gu, " ")
        .trim()
    : text;

/** A word that is divided at the end of a line is one word: `Mecklen-`, `burgische`. `und` and `oder` follow a part of a word. */
const withoutDivision = (text: string): string =>
  text.includes("\n") ? text.replaceAll(/(?<=\p{Ll})-[ \t]*\r?\n[ \t]*(?=\p{Ll})(?!(?:und|oder)\b)/gu, "") : text;

/** Between the headings of a column that stand in several rows. */
export const headBreak = " | ";

/** The number of a column from 0, by its letters. */
export const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** A heading, or a label, with `*` for anything. */
export const createNameGlob = (pattern: string): ((name: string) => boolean) => createGlob(pattern, plainName);

/** The headings that names with `*` for anything are of. `*` alone is of none. */
export function headsLike(heads: readonly string[], names: readonly string[]): readonly number[] {
  const globs = names.filter((name) => name.includes("*") && /[\p{L}\p{N}]/u.test(name)).map(createNameGlob);
  return globs.length === 0
    ? []
    : [...heads.keys()].filter((index) => heads[index] !== "" && globs.some((fits) => fits(heads[index] ?? "")));
}

/** Whether a heading is one of some names, of which those with `*` are patterns. */
export function createNameTest(names: readonly string[]): (name: string) => boolean {
  const whole = new Set(names.filter((name) => !name.includes("*")).map(plainName));
  const globs = names.filter((name) => name.includes("*")).map(createNameGlob);
  return (name) => whole.has(plainName(name)) || globs.some((fits) => fits(name));
}

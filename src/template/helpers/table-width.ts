import { references } from "../plain-text.ts";
import { markEnd, positionStart, runStart } from "../traced-text.ts";

/** Widths of the shipped stylesheet, in px: of a letter in a table, and of what stands around the words of a cell. */
const letterPx = 9;
const aroundPx = 17;
/**
 * About how narrow a table can be in px, by the longest word of each of its columns. A guess: nobody measures here. It is made for
 * Latin letters, and is too large for figures.
 * @param rows HTML text of `<tr>` elements, or of what they hold.
 */
export function tableWidth(rows: readonly string[]): number {
  return longestWords(rows).reduce((width, letters) => width + letters * letterPx + aroundPx, 0);
}

/** How a table's columns fit beside each other on paper; `close`: with less room between them; `small`: and in smaller type. */
export type PaperFit = "well" | "close" | "small" | "not";

/** Widths of the shipped stylesheet on paper, in em of its tables: of a digit, of the room around a cell, and of that of one set close. */
const digitEm = 0.63;
const aroundEm = 2.7;
const closeEm = 1.2;
/** How many em a page is wide: in the type of tables behind charts, and in the smallest that is read with ease. */
const paperEm = 56;
const smallPaperEm = 72;

/**
 * A guess as `tableWidth` is one: a figure that has no room would be broken, and be read as another.
 * @param longest words of each column, in letters.
 */
export function paperFit(longest: readonly number[]): PaperFit {
  const words = longest.reduce((width, letters) => width + letters * digitEm, 0);
  if (words + longest.length * aroundEm <= paperEm) return "well";
  const close = words + longest.length * closeEm;
  return close <= paperEm ? "close" : close <= smallPaperEm ? "small" : "not";
}

/** The longest word of each column, in letters. */
export function longestWords(rows: readonly string[]): readonly number[] {
  const columns: number[] = [];
  for (const row of rows) measureRow(row, columns);
  return columns;
}

/**
 * Makes each column as wide as the longest word of its cell in a row, in letters. Sign by sign, as a table has many cells: each text that is cut out of
 * a row, and each row without its tags, was half of what the table itself took.
 */
function measureRow(row: string, columns: number[]): void {
  let column = -1;
  let letters = 0;
  for (let at = 0; at < row.length; ) {
    const code = row.charCodeAt(at);
    const end = code === lessThan ? row.indexOf(">", at) : -1;
    if (end !== -1) {
      const isCell = isTag(row, at, "<td") || isTag(row, at, "<th");
      if (isCell || row.startsWith("<br>", at)) letters = 0;
      if (isCell) column += 1;
      at = end + 1;
    } else if (isNoncharacter(code)) at = endOfMark(row, at);
    else {
      letters = isSpace(code) ? 0 : letters + 1;
      at = code === ampersand ? endOfReference(row, at) : at + 1;
    }
    if (column >= 0) columns[column] = Math.max(columns[column] ?? 0, letters);
  }
}

const lessThan = 0x3c;
const ampersand = 0x26;
const greaterThan = 0x3e;

function isTag(html: string, at: number, tag: string): boolean {
  if (!html.startsWith(tag, at)) return false;
  const next = html.charCodeAt(at + tag.length);
  return next === greaterThan || isSpace(next);
}

/** What `\s` means in an expression. */
const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0xa0 && otherSpaces.has(code));

const otherSpaces: ReadonlySet<number> = new Set([
  ...[0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff],
  ...Array.from({ length: 11 }, (_, index) => 0x2000 + index),
]);

/** Those that marks are made of. */
const isNoncharacter = (code: number): boolean => code >= 0xfdd0 && code <= 0xfdef;

/** A mark may have digits of its own, which are no text. */
function endOfMark(html: string, at: number): number {
  if (html[at] !== runStart && html[at] !== positionStart) return at + 1;
  let end = at + 1;
  while (isDigit(html.charCodeAt(end))) end += 1;
  return end > at + 1 && html[end] === markEnd ? end + 1 : at + 1;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** What is written for one sign. */
function endOfReference(html: string, at: number): number {
  for (const reference of references) if (html.startsWith(reference, at)) return at + reference.length;
  return at + 1;
}

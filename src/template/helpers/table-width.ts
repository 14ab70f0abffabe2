import { plainText } from "../plain-text.ts";
import { withoutMarks } from "../traced-text.ts";

/** Widths of the shipped stylesheet, in px: of a letter in a table, and of what stands around the words of a cell. */
const letterPx = 9;
const aroundPx = 17;

/**
 * About how narrow a table can be in px, by the longest word of each of its columns. A guess: nobody measures here. It is made for
 * Latin letters, and is too large for figures.
 * @param rows HTML text of `<tr>` elements, or of what they hold.
 */
export function tableWidth(rows: readonly string[]): number {
  const columns: number[] = [];
  for (const row of rows) {
    const cells = row.split(/<t[hd](?=[\s>])[^>]*>/u).slice(1);
    for (const [index, cell] of cells.entries()) {
      const words = plainText(
        withoutIndexes(cell)
          .replaceAll(/<br>/gu, " ")
          .replaceAll(/<[^>]*>/gu, ""),
      ).split(/\s/u);
      columns[index] = Math.max(columns[index] ?? 0, ...words.map(({ length }) => length));
    }
  }
  return columns.reduce((width, letters) => width + letters * letterPx + aroundPx, 0);
}

/** A mark has digits of its own, which are no text. */
const withoutIndexes = (html: string): string => withoutMarks(html.replaceAll(/[\uFDD0\uFDD3]\d+\uFDD1/gu, ""));

import { cellText, rowCells, type Sheet } from "../../tables/index.ts";
import { type FoundHeadings, topOf } from "./found-headings.ts";
import {
  letteredNotesIn,
  lettersInTurn,
  notesIn,
  withoutLettersOfYears,
  withoutNoteNumbers,
  withoutNumbersOfYears,
  withoutNumbersWithin,
  withoutRunsOfNumbers,
} from "./numbered-notes.ts";

/** The texts of some rows, but for those that are as long as paragraphs; of very many rows, none. */
export function shortTexts(sheet: Sheet, rows: readonly number[]): readonly string[] {
  if (rows.length > mostNotes) return [];
  return rows.flatMap((row) =>
    rowCells(sheet, row).flatMap((cell) => {
      const text = cellText(cell).trim();
      return /\p{L}/u.test(text) && text.length <= longestText ? [text] : [];
    }),
  );
}
/** So many rows are notes, and so long is one of them. */
const [mostNotes, longestText] = [300, 300];

/** The titles, headings and names of a table without the numbers of the notes that stand below it, by the text. */
export function notesOfTexts(
  sheet: Sheet,
  { columns, rows }: FoundHeadings,
  { titles, outside }: { readonly titles: readonly string[]; readonly outside: readonly number[] },
): ReadonlyMap<string, string> {
  const last = rows.at(-1) ?? 0;
  const below = outside.filter((row) => row > last);
  const numbered = notesIn(sheet, below);
  const letters = letteredNotesIn(sheet, below);
  const inTurn = numbered.length > 0 ? 0 : lettersInTurn(sheet, below);
  if (numbered.length === 0 && letters.size === 0 && inTurn === 0) return withoutRunsOfNumbers(columns);
  const names = sheet.columns.map(({ codes, values }) => [
    ...new Set(Array.from(rows, (row) => cellText(values[codes[row] ?? 0] ?? null).trim())),
  ]);
  const ofNames = names.filter((texts) => texts.length <= mostNamed && texts.some((text) => /\p{L}{3}/u.test(text)));
  const kinds = [titles, columns, ...ofNames];
  const behind = withoutNoteNumbers(
    inTurn > 0 ? { count: inTurn, by: "letters" } : { count: numbered.length, by: "numbers" },
    kinds,
  );
  const plain = (text: string) =>
    withoutLettersOfYears(
      withoutNumbersWithin(withoutNumbersOfYears(behind.get(text) ?? text, numbered.length), numbered),
      letters,
    );
  // Names that only their numbers tell apart keep them.
  const areTold = (texts: readonly string[]) => new Set(texts.map(plain)).size === new Set(texts).size;
  const found = kinds
    .filter(areTold)
    .flat()
    .filter((text) => plain(text) !== text);
  return new Map([...behind, ...found.map((text) => [text, plain(text)] as const)]);
}

/** Of more names than these a table has no notes. */
const mostNamed = 2000;

/** The rows above the headings and below the table. */
export function rowsOutside(sheet: Sheet, { headerRow, firstRow, rows }: FoundHeadings): readonly number[] {
  const [first, last] = [topOf({ headerRow, firstRow }), rows.at(-1) ?? 0];
  return [...sheet.rowNumbers.keys()].filter((row) => (sheet.rowNumbers[row] ?? 0) < first || row > last);
}

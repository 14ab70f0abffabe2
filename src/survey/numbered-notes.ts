import { cellText, rowCells, type Sheet } from "../tables/index.ts";

/** So many notes that are numbered in turn are a list of notes. */
const fewestNotes = 2;

/** A note that begins with its number: `1 Sources: …`, `(2) …`, `3. …`, `[note 4] …`. */
const numbered = /^(?:[([]?(?:note )?(?<number>\d{1,2})[)\].:]*)(?:\s+(?<said>.*))?$/iu;

/** How many notes stand in rows outside of a table, which are numbered from 1 in turn; 0 where there is no such list. */
export function notesIn(sheet: Sheet, rows: readonly number[]): number {
  let last = 0;
  for (const row of rows) {
    const [first = "", second = ""] = rowCells(sheet, row).flatMap((cell) =>
      cell === null ? [] : [cellText(cell).trim()],
    );
    const { number, said = second } = numbered.exec(first)?.groups ?? {};
    if (Number(number) === last + 1 && /\p{L}{3}/u.test(said)) last += 1;
  }
  return last >= fewestNotes ? last : 0;
}

/**
 * A text with the numbers of notes behind it, or before a unit: `Age at time of death 22`, `Mortality rate 17 18 19`, `students1`, `Sex (3)`, `area4 (000s)`,
 * `Bristol (City of)1`.
 */
const marked =
  /^(?<words>.*?[\p{L})%])(?:(?<apart>(?: \d{1,2})+)|(?<=\p{Ll}{3}|\p{L}\))(?<glued>[1-9]\d?(?:, ?[1-9]\d?)*)(?<unit> \((?=[^()]*(?:\p{L}|[%£$€]))[^()]*\))?| \((?<inside>\d{1,2}(?:, ?\d{1,2})*)\))$/u;

interface Marked {
  readonly text: string;
  readonly words: string;
  readonly numbers: readonly number[];
}

/** What a number behind is of, and no note: `Under 1`, `Deaths of children aged 2`, `Key stage 1`. */
const isOfNumber =
  /\b(?:under|over|aged|below|above|than|least|most|up to|to|from|since|until|before|after|per|of|in|at|and|or|stage|level|grade|type|tier|phase|class|dose|day|week|month)$/iu;

const readMarked = (text: string, count: number): Marked | undefined => {
  const { words = "", apart, glued, unit = "", inside } = marked.exec(text)?.groups ?? {};
  const numbers = (apart ?? glued ?? inside ?? "").split(/[ ,]+/u).filter(Boolean).map(Number);
  const areNotes =
    numbers.length > 0 &&
    numbers.every((number, at) => number >= 1 && number <= count && number > (numbers[at - 1] ?? 0));
  return areNotes && /\p{L}{3}/u.test(words) && !(apart && isOfNumber.test(words))
    ? { text, words: `${words.trim()}${unit}`, numbers }
    : undefined;
};

/**
 * Texts of a table without the numbers of its notes behind them, by the text: `Age at time of death 22`. Notes are numbered as they are first referred
 * to, and stand behind few of the names of one kind; the numbers of things, `District 1`, `District 2`, are of their names.
 * @param count how many notes the table has.
 * @param kinds texts of one kind each, as they are read: its titles, its headings, the names in a column.
 */
export function withoutNoteNumbers(count: number, kinds: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  if (count === 0) return new Map();
  let last = 0;
  const found = new Map<string, string>();
  for (const texts of kinds) {
    const read = texts.flatMap((text) => readMarked(text, count) ?? []);
    const plain = new Set(texts);
    const areApart =
      new Set(read.map(({ words }) => words)).size === read.length && read.every(({ words }) => !plain.has(words));
    if (!areApart) return new Map();
    for (const { text, words, numbers } of read) {
      for (const number of numbers) {
        if (number > last + 1) return new Map();
        last = Math.max(last, number);
      }
      found.set(text, words);
    }
  }
  return found;
}

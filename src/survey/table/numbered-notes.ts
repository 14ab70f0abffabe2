import { cellText, rowCells, type Sheet } from "../../tables/index.ts";

/** So many notes that are numbered in turn are a list of notes. */
const fewestNotes = 2;

/** A note that begins with its number: `1 Sources: …`, `(2) …`, `3. …`, `[note 4] …`. */
const numbered = /^(?:[([]?(?:note )?(?<number>\d{1,2})[)\].:]*)(?:\s+(?<said>[\s\S]*))?$/iu;

/** Notes that stand in rows outside of a table, which are numbered from 1 in turn; none where there is no such list. */
export function notesIn(sheet: Sheet, rows: readonly number[]): readonly string[] {
  const notes: string[] = [];
  for (const row of rows) {
    const [first = "", second = ""] = rowCells(sheet, row).flatMap((cell) =>
      cell === null ? [] : [cellText(cell).trim()],
    );
    const { number, said = second } = numbered.exec(first)?.groups ?? {};
    if (Number(number) === notes.length + 1 && /\p{L}{3}/u.test(said)) notes.push(said);
  }
  return notes.length >= fewestNotes ? notes : [];
}

/** The letters that notes in rows outside of a table begin with, each alone: `P Provisional data`, `r = revised`. An article, `A total of …`, is none. */
export function letteredNotesIn(sheet: Sheet, rows: readonly number[]): ReadonlySet<string> {
  const texts = rows.flatMap((row) =>
    rowCells(sheet, row).flatMap((cell) => (cell === null ? [] : [cellText(cell).trim()])),
  );
  return new Set(
    texts.flatMap(
      (text) => /^[([]?(?<letter>[^\W\d_AIaio])[)\].:]?(?:\s*[=:–-])?\s+\p{L}{3}/u.exec(text)?.groups?.letter ?? [],
    ),
  );
}

/** A text without the letters of notes that are glued to its years: `(2020P)`, `2015 to 2019r`. */
export const withoutLettersOfYears = (text: string, letters: ReadonlySet<string>): string =>
  text.replace(/(?<=(?<!\d)(?:19|20)\d{2})\p{L}(?![\p{L}\d])/gu, (letter) => (letters.has(letter) ? "" : letter));

/** A span of years with the numbers of notes glued to its last one: `2014-20222,3`, `2014/15 to 2021/221`. */
const gluedToYears =
  /(?<span>(?<!\d)(?:19|20)\d{2}(?:\/\d{2})?\s?(?:[-–—]|to)\s?(?:19|20)\d{2}(?:\/\d{2})?)(?<numbers>[1-9](?:, ?[1-9])*)(?![\p{L}\d/])/u;

/** A text without the numbers of notes, of so many, that are glued to the last year of a span. */
export const withoutNumbersOfYears = (text: string, notes: number): string =>
  text.replace(gluedToYears, (whole, span: string, numbers: string) =>
    areOfNotes(numbers.split(/, ?/u).map(Number), notes) ? span : whole,
  );

/** A word with the number of a note glued to it, within a text or at its end: `Respiratory2 deaths`, `Covid-193 deaths`. */
const gluedWithin = /(?<![\p{L}\d-])(?<word>\p{L}*\p{Ll}{3}(?:-\d{1,2})?)(?<number>[1-9])(?![\p{L}\d])/gu;

/**
 * A text without the numbers of notes that are glued to its words, where the note of this number has the word itself, and so says what it is a note on: `Respiratory2 deaths`
 * above `2 Respiratory deaths include …`.
 * @param notes by their numbers, from 1.
 */
export const withoutNumbersWithin = (text: string, notes: readonly string[]): string =>
  text.replace(gluedWithin, (whole, word: string, number: string) => {
    const said = (notes[Number(number) - 1] ?? "").toLowerCase();
    const at = said.indexOf(word.toLowerCase());
    const isWord = at >= 0 && !/^\d/u.test(said.slice(at + word.length)) && !/[\p{L}\d]$/u.test(said.slice(0, at));
    return isWord ? word : whole;
  });

/** A note that begins with a letter in brackets: `(a) This table …`, `b) Provisional`. */
const lettered = /^[([]?(?<letter>[a-z])[)\]](?:\s+(?<said>[\s\S]*))?$/u;

/** How many notes stand in rows outside of a table that have letters in turn, from `(a)`; 0 where there is no such list. */
export function lettersInTurn(sheet: Sheet, rows: readonly number[]): number {
  let last = 0;
  for (const row of rows) {
    const [first = "", second = ""] = rowCells(sheet, row).flatMap((cell) =>
      cell === null ? [] : [cellText(cell).trim()],
    );
    const { letter, said = second } = lettered.exec(first)?.groups ?? {};
    if (letter !== undefined && placeOf(letter) === last + 1 && /\p{L}{3}/u.test(said)) last += 1;
  }
  return last >= fewestNotes ? last : 0;
}

/** The place of a letter in the alphabet, from 1. */
const placeOf = (letter: string): number => letter.charCodeAt(0) - "a".charCodeAt(0) + 1;

/** The notes that a table has, in turn from 1 or from `a`. */
export interface NoteList {
  readonly count: number;
  readonly by: "numbers" | "letters";
}

/**
 * A text with the numbers of notes behind it, or before a unit: `Age at time of death 22`, `Mortality rate 17 18 19`, `students1`, `Sex (3)`, `area4 (000s)`,
 * `Bristol (City of)1`.
 */
const marked =
  /^(?<words>.*?[\p{L})%])(?:(?<apart>(?: \d{1,2})+)|(?<=\p{Ll}{3}|\p{L}\))(?<glued>[1-9]\d?(?:, ?[1-9]\d?)*)(?<unit> \((?=[^()]*(?:\p{L}|[%£$€]))[^()]*\))?| \((?<inside>\d{1,2}(?:, ?\d{1,2})*)\))$/u;

/** A text with the letters of notes behind it: `Output of potatoes (c)`, `Total (a)(b)`. */
const markedByLetters = /^(?<words>.*?[\p{L})%])\s*(?<letters>(?:\([a-z](?:, ?[a-z])*\)\s?)+)$/u;

interface Marked {
  readonly text: string;
  readonly words: string;
  readonly numbers: readonly number[];
  /** Whether a space stands before the numbers, as before those of things. */
  readonly isApart: boolean;
}

/** What a number behind is of, and no note: `Under 1`, `Deaths of children aged 2`, `Key stage 1`. */
const isOfNumber =
  /\b(?:under|over|aged|below|above|than|least|most|up to|to|from|since|until|before|after|per|of|in|at|and|or|stage|level|grade|type|tier|phase|class|dose|day|week|month|table|figure|chart|annex|appendix|part|section|chapter|wave|round|band|quintile|decile|ward|zone)$/iu;

/** Reads one text, or each of several headings, one below another: `Violent crime3 | Rate per 100,000`. */
function readMarked(text: string, list: NoteList): Marked | undefined {
  const parts = text.split(" | ").map(
    (own) =>
      (list.by === "letters" ? readLetters(own, list.count) : readOne(own, list.count)) ?? {
        words: own,
        numbers: [],
        isApart: false,
      },
  );
  const numbers = parts.flatMap((own) => own.numbers);
  const words = parts.map((own) => own.words).join(" | ");
  return numbers.length > 0 ? { text, words, numbers, isApart: parts.some(({ isApart }) => isApart) } : undefined;
}

function readLetters(text: string, count: number): Omit<Marked, "text"> | undefined {
  const { words = "", letters = "" } = markedByLetters.exec(text.trim())?.groups ?? {};
  const numbers = (letters.match(/[a-z]/gu) ?? []).map(placeOf);
  return areOfNotes(numbers, count) && /\p{L}{3}/u.test(words)
    ? { words: words.trim(), numbers, isApart: false }
    : undefined;
}

/** Whether numbers are those of notes, each once and in order. */
const areOfNotes = (numbers: readonly number[], count: number): boolean =>
  numbers.length > 0 &&
  numbers.every((number, at) => number >= 1 && number <= count && number > (numbers[at - 1] ?? 0));

function readOne(text: string, count: number): Omit<Marked, "text"> | undefined {
  const { words = "", apart, glued, unit = "", inside } = marked.exec(text)?.groups ?? {};
  const numbers = (apart ?? glued ?? inside ?? "").split(/[ ,]+/u).filter(Boolean).map(Number);
  const isApart = apart !== undefined;
  return areOfNotes(numbers, count) && /\p{L}{3}/u.test(words) && !(isApart && isOfNumber.test(words))
    ? { words: `${words.trim()}${unit}`, numbers, isApart }
    : undefined;
}

/**
 * Texts of a table without the numbers of its notes behind them, by the text: `Age at time of death 22`. Notes are numbered as they are first referred
 * to, and stand behind few of the names of one kind; the numbers of things, `District 1`, `District 2`, are of their names.
 * @param list the notes that the table has.
 * @param kinds texts of one kind each, as they are read: its titles, its headings, the names in a column.
 */
export function withoutNoteNumbers(list: NoteList, kinds: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  if (list.count === 0) return new Map();
  const read = kinds.map((texts) => ({ texts, own: texts.flatMap((text) => readMarked(text, list) ?? []) }));
  // One number of a thing, `Site 4`, is no reason to take those that are glued to words for its like.
  const glued = read.map(({ texts, own }) => ({ texts, own: own.filter(({ isApart }) => !isApart) }));
  return numberedInTurn(read) ?? numberedInTurn(glued) ?? mostOfNotes(glued, list.count) ?? new Map();
}

/** So many notes that are referred to, of all, are no chance, in whatever order. */
const [fewestReferred, mostReferred] = [3, 0.5];

/** The texts without numbers that are glued to words, where these are most of the notes: a title may have referred to others before. */
function mostOfNotes(
  kinds: readonly { readonly texts: readonly string[]; readonly own: readonly Marked[] }[],
  count: number,
): ReadonlyMap<string, string> | undefined {
  const marks = kinds.flatMap(({ own }) => own);
  const referred = new Set(marks.flatMap(({ numbers }) => numbers)).size;
  return kinds.every(areTold) && referred >= Math.max(fewestReferred, count * mostReferred)
    ? new Map(marks.map(({ text, words }) => [text, words]))
    : undefined;
}

/** Whether texts without their numbers are still told from each other. */
function areTold({ texts, own }: { readonly texts: readonly string[]; readonly own: readonly Marked[] }): boolean {
  const plain = new Set(texts);
  return new Set(own.map(({ words }) => words)).size === own.length && own.every(({ words }) => !plain.has(words));
}

/** The texts without their numbers, where these are those of notes in the order in which they are first referred to. */
function numberedInTurn(
  kinds: readonly { readonly texts: readonly string[]; readonly own: readonly Marked[] }[],
): ReadonlyMap<string, string> | undefined {
  let last = 0;
  const found = new Map<string, string>();
  for (const kind of kinds) {
    if (!areTold(kind)) return undefined;
    for (const { text, words, numbers } of kind.own) {
      for (const number of numbers) {
        if (number > last + 1) return undefined;
        last = Math.max(last, number);
      }
      found.set(text, words);
    }
  }
  return found;
}

/** Several numbers behind a heading, as no name of a thing ends, or one: `Core inflation (percent change) 2 3 6`. */
const numbersBehind = /^(?<words>.*[\p{L})%])(?<numbers>(?: \d{1,2})+)$/u;
/** So many headings with several numbers are no chance. */
const fewestRuns = 2;

/**
 * Headings without the numbers of notes that are not in the file, by the heading: several of them end with more than one number, each larger than the one before, and all numbers
 * together have no gap. Headings that end with one number are then read so too.
 */
export function withoutRunsOfNumbers(headings: readonly string[]): ReadonlyMap<string, string> {
  const read = headings.flatMap((text) => {
    const { words, numbers = "" } = numbersBehind.exec(text)?.groups ?? {};
    const own = numbers.trim().split(" ").map(Number);
    const isInOrder = own.every((number, at) => at === 0 || number > (own[at - 1] as number));
    return words === undefined || !isInOrder || isOfNumber.test(words)
      ? []
      : [{ text, words, numbers: own, isApart: true }];
  });
  const runs = read.filter(({ numbers }) => numbers.length > 1);
  const all = [...new Set(read.flatMap(({ numbers }) => numbers))].sort((a, b) => a - b);
  const hasGap = all.some((number, at) => at > 0 && number - (all[at - 1] as number) > 1);
  const isList = runs.length >= fewestRuns && !hasGap && areTold({ texts: headings, own: read });
  return new Map(isList ? read.map(({ text, words }) => [text, words]) : []);
}

import { columnLetters } from "../../diagnostics/index.ts";
import { cellAt, cellText, rowCells, type Sheet, type SheetCell } from "../../tables/index.ts";
import { rowsWhere } from "../columns/observation-columns.ts";
import { columnIndex, headBreak, headOf, headsLike, plainName } from "./names.ts";

/** Where the table of a sheet stands. Rows are indices of the sheet's. */
export interface LocatedTable {
  /** The row of the headings, the last where they are several, as a spreadsheet numbers rows; 0 where there is none. */
  readonly headerRow: number;
  /** A heading a column; empty where there is none. */
  readonly columns: readonly string[];
  /** Rows that hold anything, without repeated headings. */
  readonly rows: Uint32Array;
  /** Rows below the table that are its notes. */
  readonly remarks: Uint32Array;
}

/** What a layout needs of a row to take it for the headings. */
export interface WantedHeads {
  /** Columns that have to be there, each by any of its names. */
  readonly names: readonly (readonly string[])[];
  /** For wide tables: whether a heading tells a period, a category or a measure. */
  readonly isWide: ((name: string) => boolean) | undefined;
  /** In how many rows headings stand. */
  readonly levels: number;
  /** Whether a cell is a number, or stands for one: what tells rows from the notes below them. */
  readonly isFigure: (cell: SheetCell) => boolean;
}

export interface Limits {
  readonly headerRow: number | readonly [first: number, last: number] | "none" | undefined;
  /** Of a table without headings. */
  readonly firstRow?: number | undefined;
  readonly lastRow: number | undefined;
}

/** How many rows that hold anything are looked at for the headings. */
const searchedRows = 100;

/** Finds the table of a sheet: its headings, its rows, and where its notes begin. Undefined where there are no headings. */
export function locateTable(sheet: Sheet, wanted: WantedHeads, limits: Limits): LocatedTable | undefined {
  const { rowNumbers } = sheet;
  const filled = countFilled(sheet);
  const header =
    limits.headerRow === "none" ? noHeader : (declaredHeader(sheet, limits) ?? findHeader(sheet, filled, wanted));
  if (!header) return undefined;
  const columns = header === noHeader ? lettersOf(sheet) : headsOf(sheet, header.rows);
  const last = reachOf(sheet, header);
  const { firstRow = 0, lastRow = Number.POSITIVE_INFINITY } = limits;
  const below = endOfMarked(sheet, last, filled);
  const body = rowsWhere(
    rowNumbers,
    (row) => row > last && row < below && within(rowNumbers[row] as number, [firstRow, lastRow]) && filled[row] !== 0,
  );
  const end = limits.lastRow === undefined ? endOfTable(sheet, { body, filled, wanted }) : body.length;
  const isHeader = repeatsOf(sheet, last);
  return {
    headerRow: rowNumbers[last] ?? 0,
    columns,
    rows: body.subarray(0, end).filter((row) => !isHeader(row)),
    remarks: body.subarray(end),
  };
}

/** The row after a table that the workbook marks; rows that somebody wrote right below it are of it. */
function endOfMarked({ markedTables, rowNumbers }: Sheet, header: number, filled: Uint32Array): number {
  const marked = markedTables.find(({ top }) => top === header);
  if (!marked) return rowNumbers.length;
  let end = marked.bottom + 1;
  while (end < rowNumbers.length && filled[end] !== 0) end += 1;
  return end;
}

/** How many cells of each row hold anything. */
function countFilled({ columns, rowNumbers }: Sheet): Uint32Array {
  const filled = new Uint32Array(rowNumbers.length);
  for (const { codes } of columns)
    for (let row = 0; row < codes.length; row += 1) if (codes[row] !== 0) (filled[row] as number) += 1;
  return filled;
}

/** The last row of the headings: a cell that is merged downwards reaches into the rows below. */
const reachOf = ({ merges }: Sheet, { rows }: Header): number =>
  merges.reduce((last, { top, bottom }) => (rows.includes(top) ? Math.max(last, bottom) : last), rows.at(-1) ?? -1);

interface Header {
  /** Indices of its rows. */
  readonly rows: readonly number[];
}

/** That of a table without headings. */
const noHeader: Header = { rows: [] };

/** What columns are called that have no headings. */
const lettersOf = ({ columns }: Sheet): readonly string[] =>
  columns.map((_, index) => `Column ${columnLetters(index + 1)}`);

function declaredHeader({ rowNumbers }: Sheet, { headerRow }: Limits): Header | undefined {
  if (headerRow === undefined || headerRow === "none") return undefined;
  const [first, last] = typeof headerRow === "number" ? [headerRow, headerRow] : headerRow;
  const rows = [...rowNumbers.keys()].filter((row) => within(rowNumbers[row] as number, [first, last]));
  return rows.length === 0 ? undefined : { rows };
}

const within = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;

/** The first row with all that is wanted; else the one with most of it; else the first with more than a title. */
function findHeader(sheet: Sheet, filled: Uint32Array, wanted: WantedHeads): Header | undefined {
  const candidates: number[] = [];
  for (let row = 0; row < filled.length && candidates.length < searchedRows; row += 1)
    if (filled[row] !== 0) candidates.push(row);
  const full = wanted.names.length + (wanted.isWide ? 1 : 0);
  // Where the workbook marks a table, its first row has the headings.
  const marked = sheet.markedTables.map(({ top }) => candidates.filter((row) => row <= top).slice(-wanted.levels));
  const complete = marked.find((rows) => rows.length > 0 && scoreOf(headsOf(sheet, rows), wanted) >= full);
  if (complete && full > 0) return { rows: complete };
  let best: { readonly header: Header; readonly score: number } | undefined;
  for (const position of candidates.keys()) {
    const rows = candidates.slice(Math.max(0, position - wanted.levels + 1), position + 1);
    const score = scoreOf(headsOf(sheet, rows), wanted);
    if (score > (best?.score ?? 0)) best = { header: { rows }, score };
    if (score >= full) break;
  }
  if (best) return best.header;
  const first = candidates.find((row) => (filled[row] as number) > 1) ?? candidates[0];
  return first === undefined ? undefined : { rows: [first] };
}

function scoreOf(heads: readonly string[], { names, isWide }: WantedHeads): number {
  const index = indexHeads(heads);
  const found = names.filter((alternatives) => index.find(alternatives) !== undefined).length;
  const wide = isWide ? heads.filter((head) => head !== "" && isWide(head)).length : 0;
  // One column in two that fits is enough to be sure, and more of them never outweigh a column that is named.
  return found + (wide === 0 ? 0 : Math.min(1, 0.5 + wide / heads.length));
}

/**
 * The headings of all columns. Where they stand in several rows, one that spans columns stands in the first of them only,
 * and holds for those to its right that have a heading below and none above.
 */
function headsOf(sheet: Sheet, given: readonly number[]): readonly string[] {
  const rows = given.filter((row, at) => at === given.length - 1 || !hasAmount(sheet, row));
  const levels = rows.map((row) =>
    withoutNumbering(rowCells(sheet, row).map((cell) => withoutRule(headOf(cellText(cell))))),
  );
  const across = rows.map((row) => sheet.merges.filter(({ top, left, right }) => top === row && right > left));
  const isNamedAbove = (index: number) => levels.slice(0, -1).some((level) => (level[index] ?? "") !== "");
  for (const [level, merges] of across.entries()) {
    // A merged cell says itself how far it spans; in the last row, what is said of columns that are named above it.
    for (const { top, left, right } of merges) {
      const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at);
      if (level < levels.length - 1 || columns.every(isNamedAbove))
        levels[level]?.fill(headOf(cellText(cellAt(sheet, top, left))), left, right + 1);
    }
  }
  joinOpen(levels);
  joinLast(levels);
  const lowest = levels.findLast((level) => level.some((head) => head !== "")) ?? [];
  const isSpaced = isSpacedOut(lowest);
  for (const [at, level] of levels.slice(0, levels.indexOf(lowest)).entries()) {
    if (sheet.merges.every(({ top }) => top !== rows[at])) moveToFirst(level, lowest);
    moveToEqualParts(level, { lowest, spans: across[at] ?? [] });
    // Where several cells are merged, each with a text holds for its own columns, and behind them for merged ones without any.
    const merges = across[at] ?? [];
    const starts = new Set(merges.map(({ left }) => left));
    const named = merges.length > 1 ? merges.filter(({ top, left }) => cellAt(sheet, top, left) !== null) : [];
    const behind = named.map(({ right }) => right + 1).filter((end) => !starts.has(end));
    const ends = new Set(goOnAlike(behind, { level, lowest, spans: named }) ? [] : behind);
    spreadOver(level, { above: levels[at - 1], lowest, ends, isSpaced });
  }
  return lowest.map((_, index) => {
    const parts = levels.map((level) => level[index] as string).filter((part) => part !== "");
    return parts.filter((part, at) => part !== parts[at - 1]).join(headBreak);
  });
}

/**
 * Whether the same headings stand behind each of several merged ones, which nothing but these tells apart, `2024` behind `Number` over `2022 | 2023` and behind `Per cent` over
 * the same: who merged the cells left out the last column of each.
 */
function goOnAlike(
  behind: readonly number[],
  {
    level,
    lowest,
    spans,
  }: {
    readonly level: readonly string[];
    readonly lowest: readonly string[];
    readonly spans: readonly { readonly left: number; readonly right: number }[];
  },
): boolean {
  const tails = behind.map((start) => {
    const length = lowest.slice(start).findIndex((head, at) => head === "" || level[start + at] !== "");
    return lowest.slice(start, length < 0 ? undefined : start + length);
  });
  const [first = []] = tails;
  const inside = new Set(spans.flatMap(({ left, right }) => lowest.slice(left, right + 1)));
  return (
    tails.length > 1 &&
    tails.length === spans.length &&
    first.length > 0 &&
    tails.every((own) => own.join(headBreak) === first.join(headBreak)) &&
    first.every((head) => !inside.has(head))
  );
}

/** So many headings that end in a hyphen go on in the next row. */
const fewestOpen = 2;

/**
 * Writes headings that end in a hyphen, and go on in the next row with a capital or a number, into that: `Jan-` above `June`, `1-` above `4`. What else stands in their row names
 * columns alone.
 */
function joinOpen(levels: string[][]): void {
  for (const [at, level] of levels.slice(0, -1).entries()) {
    const next = levels[at + 1] as string[];
    const filled = level.flatMap((head, index) => (head === "" ? [] : [index]));
    const isOpen = (index: number) =>
      /[\p{L}\d][-–]$/u.test(level[index] ?? "") && /^[\p{Lu}\d]/u.test(next[index] ?? "");
    const open = filled.filter(isOpen);
    if (open.length < fewestOpen || !filled.every((index) => isOpen(index) || next[index] === "")) continue;
    for (const index of filled) next[index] = `${level[index]}${next[index]}`;
    level.fill("");
  }
}

/**
 * Writes the last two rows of headings into the last, where this has names in columns alone that the one above it leaves open: `Class | Region` below
 * `A | B | C`. What stands above them spans columns of both.
 */
function joinLast(levels: string[][]): void {
  const last = levels.findLastIndex((level) => level.some((head) => head !== ""));
  const [above, own] = [levels[last - 1], levels[last]];
  if (!above || !own || own.some((head, index) => head !== "" && above[index] !== "")) return;
  for (const [index, head] of above.entries()) if (head !== "") own[index] = head;
  above.fill("");
}

/** Writes headings over all columns that they span: up to the next one, or to where one above them begins. */
function spreadOver(
  level: string[],
  {
    above = [],
    lowest,
    ends,
    isSpaced,
  }: {
    readonly above: readonly string[] | undefined;
    readonly lowest: readonly string[];
    readonly ends: ReadonlySet<number>;
    readonly isSpaced: boolean;
  },
): void {
  let [last, before] = ["", ""];
  for (const [index, own] of level.entries()) {
    const isEmpty = lowest[index] === "";
    // `Limits` over `Lower | Upper` of boys is none of the headings of girls.
    const upper = isEmpty ? before : (above[index] ?? "");
    if (ends.has(index) || upper !== before) last = "";
    before = upper;
    if (own !== "") last = own;
    else if (!isEmpty) level[index] = last;
    else if (!isSpaced) last = "";
  }
}

/** Whether empty columns stand between most columns, for notes or for room: none of them ends what a heading spans. */
function isSpacedOut(heads: readonly string[]): boolean {
  const named = heads.flatMap((head, index) => (head === "" ? [] : [index]));
  const steps = named.slice(1).map((index, at) => index - (named[at] as number));
  const gaps = steps.filter((step) => step === 2).length;
  return gaps >= fewestGaps && gaps >= steps.length / 2 && steps.every((step) => step <= 2);
}
/** So many empty columns between others are no chance. */
const fewestGaps = 3;

/**
 * Moves headings that stand in the midst of their columns over the first of these: `2019` over `Men`, from over `Women`, where `Men | Women | All` repeat
 * below each.
 */
function moveToFirst(level: string[], lowest: readonly string[]): void {
  const filled = (heads: readonly string[]) => heads.flatMap((head, index) => (head === "" ? [] : [index]));
  const [texts, heads] = [filled(level), filled(lowest)];
  // The first may stand over what names the rows.
  for (const own of [texts, texts.slice(1)]) {
    for (let size = Math.floor(heads.length / own.length); own.length > 1 && size > 1; size -= 1) {
      const columns = heads.slice(-own.length * size);
      const first = (at: number) => columns[at * size] as number;
      const repeats = columns.every((index, at) => lowest[index] === lowest[columns[at % size] as number]);
      const isInside = own.every(
        (index, at) => index >= first(at) && index <= (columns[at * size + size - 1] as number),
      );
      if (!repeats || !isInside) continue;
      const said = own.map((index) => level[index] as string);
      // What is the same in each group names none of them: `Limits` over `Lower | Upper`, behind `Number`.
      if (new Set(said).size === 1) return;
      for (const index of own) level[index] = "";
      for (const [at, text] of said.entries()) level[first(at)] = text;
      return;
    }
  }
}

/**
 * Moves headings over the first of the columns that repeat below each, where they stand over a later one and others follow them: `2019` and `2022` over `Landfilled`, where
 * `Collected | Landfilled` repeats, and the columns of the last of them end at a heading of others.
 */
function moveToEqualParts(
  level: string[],
  { lowest, spans }: { readonly lowest: readonly string[]; readonly spans: Sheet["merges"] },
): void {
  const heads = lowest.flatMap((head, index) => (head === "" ? [] : [index]));
  const texts = level.flatMap((text, index) => (text === "" ? [] : [heads.indexOf(index)]));
  const isOwn = (at: number) => {
    const index = heads[at];
    return index !== undefined && spans.every(({ left, right }) => index < left || index > right);
  };
  const [first = -1, second = -1] = texts;
  const size = second - first;
  const isNext = (at: number, place: number) => isOwn(at) && at === first + place * size;
  const end = texts.findIndex((at, place) => !isNext(at, place));
  const moved = end < 0 ? texts : texts.slice(0, end);
  const behind = texts[moved.length] ?? heads.length;
  const begin = behind - moved.length * size;
  if (moved.length < 2 || size < 2 || begin < 1 || begin >= first) return;
  const columns = heads.slice(begin, behind);
  const repeats = columns.every(
    (index, at) => plainName(lowest[index] as string) === plainName(lowest[columns[at % size] as number] as string),
  );
  const isSaidOnce = new Set(moved.map((at) => level[heads[at] as number])).size === moved.length;
  if (!repeats || !isSaidOnce) return;
  const said = moved.map((at) => level[heads[at] as number] as string);
  for (const at of moved) level[heads[at] as number] = "";
  for (const [place, text] of said.entries()) level[columns[place * size] as number] = text;
}

/** Whether a row between headings has a figure, and names nothing: the population that rates below it are of, `7344362.316`. No period is so long. */
const hasAmount = (sheet: Sheet, row: number): boolean =>
  rowCells(sheet, row).some((cell) => /^(?:\d{5,}\.\d+|(?!(?:19|20)\d{6}$)\d{7,})$/u.test(cellText(cell).trim()));

/** So many columns that are numbered are no chance. */
const fewestNumbered = 3;

/** Headings without a row of the numbers of columns, `(1)`, `(2)`, …, which a workbook may hold as -1, -2, …. */
function withoutNumbering(heads: readonly string[]): string[] {
  const filled = heads.filter((head) => head !== "");
  const numbers = filled.map((head) =>
    Number(/^(?:\((?<inside>\d{1,3})\)|-(?<minus>\d{1,3}))$/u.exec(head)?.slice(1).find(Boolean)),
  );
  const areRun = numbers.every((number, index) => index === 0 || number === (numbers[index - 1] as number) + 1);
  return heads.map((head) => (numbers.length >= fewestNumbered && areRun && !Number.isNaN(numbers[0]) ? "" : head));
}

/** A cell of dashes below headings rules them off, and names nothing. */
const withoutRule = (head: string): string => (/^[-–—=_]{2,}$/u.test(head) ? "" : head);

/** The columns of some headings, by name: each heading is looked at once, however many names are asked for. */
export interface HeadIndex {
  /** The index of a column by one of its names, by a part of its headings that no other column has, by a pattern that fits no other, or by its letter. */
  find(names: readonly string[]): number | undefined;
  /** All columns of some names: two of one name leave open which is meant. */
  named(names: readonly string[]): readonly number[];
}

export function indexHeads(heads: readonly string[]): HeadIndex {
  const [whole, parts] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const add = (to: Map<string, number[]>, name: string, index: number) => {
    const known = to.get(name);
    if (known) known.push(index);
    else to.set(name, [index]);
  };
  for (const [index, head] of heads.entries()) {
    if (head === "") continue;
    const plain = plainName(head);
    add(whole, plain, index);
    if (plain.includes(headBreak)) for (const part of new Set(plain.split(headBreak))) add(parts, part, index);
  }
  const among = (columns: ReadonlyMap<string, readonly number[]>, wanted: readonly string[]): readonly number[] =>
    [...new Set(wanted.flatMap((name) => columns.get(name) ?? []))].sort((a, b) => a - b);
  return {
    find(names) {
      const wanted = names.map(plainName);
      for (const name of wanted) {
        const letters = /^#([a-z]{1,3})$/u.exec(name)?.[1];
        if (letters && columnIndex(letters) < heads.length) return columnIndex(letters);
      }
      const [first] = among(
        whole,
        wanted.filter((name) => name !== ""),
      );
      if (first !== undefined) return first;
      const [only, other] = among(parts, wanted);
      if (only !== undefined) return other === undefined ? only : undefined;
      const [fitting, another] = headsLike(heads, names);
      return another === undefined ? fitting : undefined;
    },
    named: (names) => among(whole, names.map(plainName)),
  };
}

/** As `HeadIndex` finds it, of a few names. */
export const findColumn = (heads: readonly string[], names: readonly string[]): number | undefined =>
  indexHeads(heads).find(names);

/** Whether a row has the headings again, as tables that span pages do. */
function repeatsOf({ columns }: Sheet, header: number): (row: number) => boolean {
  return (row) => header >= 0 && columns.every(({ codes }) => codes[row] === codes[header]);
}

interface Body {
  /** Rows below the headings that hold anything. */
  readonly body: Uint32Array;
  readonly filled: Uint32Array;
  readonly wanted: WantedHeads;
}

/**
 * How many rows of the body are data. Notes below a table are rows with one cell, after an empty row or in the words that
 * notes begin with, and all that follows them.
 */
function endOfTable(sheet: Sheet, { body, filled, wanted }: Body): number {
  const cellsOf = (row: number) => rowCells(sheet, row).filter((cell) => cell !== null);
  const end = startOfNotes(sheet, { body, filled, wanted }) ?? body.length;
  const isData = (row: number) =>
    (filled[row] as number) > 2 || (filled[row] === 2 && wanted.isFigure(cellsOf(row)[1] ?? null));
  let last = end - 1;
  while (last >= 0 && !isData(body[last] as number)) last -= 1;
  if (last < 0) return end;
  for (let index = last + 1; index < end; index += 1) {
    const row = body[index] as number;
    const [first = null] = cellsOf(row);
    const isApart = row > (body[index - 1] as number) + 1;
    if (isApart || isSign.test(cellText(first)) || isRemark(cellText(first))) return index;
  }
  return end;
}

/** Where a line that says that notes follow stands alone, behind an empty row, and no row of figures follows. Undefined where none does. */
function startOfNotes(sheet: Sheet, { body, filled, wanted }: Body): number | undefined {
  const hasFigures = (row: number) => {
    const [, ...others] = rowCells(sheet, row).filter((cell) => cell !== null);
    return others.length > 0 && others.filter(wanted.isFigure).length >= others.length * mostlyFigures;
  };
  for (const [index, row] of body.entries()) {
    const isAlone = filled[row] === 1 && index > 0 && row > (body[index - 1] as number) + 1;
    if (!isAlone || !beginsNotes.test(cellText(rowCells(sheet, row).find((cell) => cell !== null) ?? null).trim()))
      continue;
    if (!body.subarray(index).some(hasFigures)) return index;
  }
  return undefined;
}
/** What stands above notes, or above what signs mean. */
const beginsNotes = /^(?:symbols?(?: legend)?|legend|foot ?notes?|notes?|key|conventions|sources?)\s*:?$/iu;
/** So many of the cells behind the name of a row are figures, where it is no note. */
const mostlyFigures = 0.5;

/** What a key of signs begins with: `*:`, `s:`. */
const isSign = /^(?:[*†‡§#^~]+|\.\.?|\p{L}{1,2})\s*[:=]$/u;

const longestLabel = 100;

const isRemark = (text: string): boolean =>
  text.length > longestLabel ||
  /^(?:sources?\b|notes?\b|footnotes?\b|\*|†|‡|\[\w+\]|\(\w\)\s|\d+[.)]\s|copyright\b|©|contact\b|e-?mail\b|https?:|last updated\b|back to\b|end of\b|ffynhonnell|nodiadau|nodyn)/iu.test(
    text.trim(),
  );

import { createPartReader } from "../../dataset/index.ts";
import { cellText, rowCells, type Sheet, type SheetCell } from "../../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";
import { type FoundHeadings, topOf } from "./found-headings.ts";

/** Blocks of a table that each have a title, and the headings below it once more. */
export interface Blocks {
  /** The rows of the titles. */
  readonly titled: ReadonlySet<number>;
  /** That of the first block, above the headings of all. */
  readonly titleAbove: string | undefined;
  /** All that stands above the headings. */
  readonly titles: readonly string[];
}

/** The rows that stand alone right above headings that come again: `Table 2: Deaths`, above `Area | 2020 | 2021` for the second time. */
export function blocksOf(sheet: Sheet, found: FoundHeadings): Blocks {
  const { rows, columns } = found;
  const textsOf = (row: number) =>
    rowCells(sheet, row).flatMap((cell, index) => (cell === null ? [] : [{ index, text: cellText(cell).trim() }]));
  const isHeading = (row: number) => {
    const named = textsOf(row);
    const isSame = ({ index, text }: (typeof named)[number]) =>
      columns[index] === text || columns[index]?.endsWith(` | ${text}`) === true;
    return named.length > 1 && named.every(isSame);
  };
  const titled = rows.filter((row, at) => {
    const next = rows[at + 1] ?? row;
    const between = Array.from({ length: next - row - 1 }, (_, of) => row + 1 + of);
    return between.length > 0 && textsOf(row).length === 1 && between.some(isHeading);
  });
  const top = topOf(found);
  const above = sheet.rowNumbers.findLastIndex((number) => number < top);
  const [title, other] = above < 0 ? [] : textsOf(above);
  const titles = Array.from({ length: above + 1 }, (_, row) => textsOf(row).map(({ text }) => text)).flat();
  return { titled: new Set(titled), titleAbove: other === undefined ? title?.text : undefined, titles };
}

/**
 * What the titles of blocks tell apart, each above headings that come again, where other headings stand between the rows of each block: `Crime in Zastron,
 * 2003 to 2013`. They are known by the words that all of them have.
 */
export function titledBlocks(
  sheet: Sheet,
  {
    cells,
    label,
    titles,
    rows,
    titled,
    own,
  }: Pick<Blocks, "titled" | "titles"> & {
    readonly cells: Sheet["columns"][number];
    readonly label: ColumnSurvey;
    readonly rows: Uint32Array;
    readonly own: ReadonlySet<number>;
  },
): TitledBlocks | undefined {
  const textIn = (row: number) => cellText(cells.values[cells.codes[row] ?? 0] ?? null).trim();
  const starts = new Set<number>();
  // What stands below a title, and above the headings, is a remark on its block.
  const lines = new Set<number>();
  for (const end of rows.keys()) {
    if (!titled.has(rows[end] as number)) continue;
    let at = end;
    for (; own.has(rows[at - 1] ?? -1); at -= 1) lines.add(rows[at] as number);
    starts.add(rows[at] as number);
  }
  const pattern = patternOfTitles(Array.from(starts, textIn));
  if (pattern === undefined || [...starts].some((row) => !own.has(row))) return undefined;
  const read = createPartReader(pattern);
  const others = [...own].filter((row) => !starts.has(row));
  if (others.some((row) => read(textIn(row)) !== undefined)) return undefined;
  const first = titles.flatMap((text) => read(text) ?? []).at(-1) ?? unnamedSection;
  const values: SheetCell[] = [null, first];
  const codes = new Uint32Array(cells.codes.length);
  for (const row of rows) {
    if (starts.has(row)) values.push(read(textIn(row)) ?? null);
    codes[row] = values.length - 1;
  }
  return {
    column: {
      index: sheet.columns.length + 1,
      name: first,
      ref: label.ref,
      kind: "block",
      texts: [...new Set(values.slice(1).map(cellText))],
      filled: rows.length - own.size,
      figures: undefined,
      pattern,
    },
    cells: { column: sheet.columns.length + 2, values, codes },
    rows: new Set([...starts, ...lines]),
    lines: Array.from(lines, (row) => ({ column: label.ref, text: textIn(row) })),
  };
}

/** So many titles show what is the same in all. */
const fewestTitles = 2;

/** What titles of blocks look like, by the words that all begin and end with; undefined where none is the same, or nothing differs. */
function patternOfTitles(titles: readonly string[]): string | undefined {
  if (titles.length < fewestTitles || titles.some((text) => /[{}*]/u.test(text))) return undefined;
  const all = titles.map((text) => text.split(/\s+/u));
  const [first = []] = all;
  const shortest = Math.min(...all.map((words) => words.length));
  const isSame = (at: number) => all.every((words) => words.at(at) === first.at(at));
  let before = 0;
  while (before < shortest && isSame(before)) before += 1;
  let after = 0;
  while (after < shortest - before && isSame(-1 - after)) after += 1;
  if (before + after === 0 || before + after >= shortest) return undefined;
  return [...first.slice(0, before), "{}", ...first.slice(first.length - after)].join(" ");
}

/** What the titles of blocks tell apart, as a column of its own. */
export interface TitledBlocks {
  readonly column: ColumnSurvey;
  readonly cells: Sheet["columns"][number];
  /** Those of titles, and of lines below them. */
  readonly rows: ReadonlySet<number>;
  /** What stands below titles. */
  readonly lines: TableSurvey["notData"];
}

/** What rows above the first heading between rows are of. */
export const unnamedSection = "Without a heading";

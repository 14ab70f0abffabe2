import { cellText, type Sheet } from "../../tables/index.ts";
import type { ColumnSurvey } from "./column-survey.ts";
import { numberAt } from "./number-at.ts";
import { isTotal } from "./survey-column.ts";

/**
 * The rows that stand below the last row of a heading between rows and are none of its: a total of several of them, behind that of the last
 * one, and what is indented no deeper than the headings, where the rows of all headings are. Each is told by its name, which no other row has.
 */
export function beyondSections(
  sheet: Sheet,
  columns: readonly ColumnSurvey[],
  { rows, own, label, areTitles, endsAtBlank }: SectionRows,
): readonly number[] {
  const cells = sheet.columns[label.index];
  if (!cells || areTitles || endsAtBlank) return [];
  const textAt = (row: number) => cellText(cells.values[cells.codes[row] ?? 0] ?? null);
  const groups = groupsOf(rows, own, textAt);
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(textAt(row).trim(), (counts.get(textAt(row).trim()) ?? 0) + 1);
  const figures = columns.filter(({ kind }) => kind === "figure").map(({ index }) => index);
  const found = [...outdentedIn(groups), ...groups.flatMap((group) => totalsBehind(sheet, group, figures))];
  return [...new Set(found)].filter((row) => counts.get(textAt(row).trim()) === 1);
}

interface SectionRows {
  readonly rows: Uint32Array;
  /** The headings. */
  readonly own: ReadonlySet<number>;
  readonly label: ColumnSurvey;
  /** Whether the headings are titles of blocks, or hold up to the next empty row: these end by themselves. */
  readonly areTitles: boolean;
  readonly endsAtBlank: boolean;
}

interface Group {
  /** How deep the heading is indented. */
  readonly depth: number;
  readonly rows: readonly { readonly row: number; readonly text: string; readonly depth: number }[];
}

function groupsOf(rows: Uint32Array, own: ReadonlySet<number>, textAt: (row: number) => string): readonly Group[] {
  const groups: { depth: number; rows: { row: number; text: string; depth: number }[] }[] = [];
  for (const row of rows) {
    const text = textAt(row);
    const depth = text.length - text.trimStart().length;
    if (own.has(row)) groups.push({ depth, rows: [] });
    else groups.at(-1)?.rows.push({ row, text: text.trim(), depth });
  }
  return groups.filter((group) => group.rows.length > 0);
}

/** The rows behind those of the last heading that stand as far out as it does, where all others are indented. */
function outdentedIn(groups: readonly Group[]): readonly number[] {
  const last = groups.at(-1);
  const areIndented = groups.slice(0, -1).every(({ depth, rows }) => rows.every((row) => row.depth > depth));
  if (!last || groups.length < 2 || !areIndented) return [];
  const from = last.rows.findIndex((row) => row.depth <= last.depth);
  return from < 1 ? [] : last.rows.slice(from).map(({ row }) => row);
}

/**
 * The totals at the end of the rows of a heading that are larger than another total among these: right behind one that is the sum of those
 * before it, or larger than all of them together.
 */
function totalsBehind(sheet: Sheet, { rows }: Group, figures: readonly number[]): readonly number[] {
  const at = rows.findIndex(({ text }) => isOfAll(text));
  const from = rows.findLastIndex(({ text }) => !isOfAll(text)) + 1;
  const total = rows[at];
  const behind = rows.slice(Math.max(at + 1, from));
  const value = ({ row }: { readonly row: number }, index: number) => numberAt(sheet, row, index) || 0;
  const told = figures.filter((index) => total !== undefined && value(total, index) > 0);
  if (!total || behind.length === 0 || told.length === 0) return [];
  const sumOf = (own: Group["rows"], index: number) => own.reduce((all, one) => all + value(one, index), 0);
  const isSum = (index: number) =>
    Math.abs(sumOf(rows.slice(0, at), index) - value(total, index)) <= value(total, index) * roundedAway;
  const isRightBehind = at > 0 && from <= at + 1 && told.filter(isSum).length >= told.length * mostlySums;
  const all = rows.slice(0, -behind.length);
  const largest = (index: number) => (isRightBehind ? value(total, index) : sumOf(all, index)) * (1 + roundedAway);
  return behind.every((row) => told.every((index) => value(row, index) > largest(index)))
    ? behind.map(({ row }) => row)
    : [];
}

const isOfAll = (text: string): boolean => isTotal(text) || /^(?:all|(?:grand )?total)\b/iu.test(text);

/** What rounding may take from a sum, of all of it; so many of the columns are the sums of their rows. */
const [roundedAway, mostlySums] = [0.005, 0.8];

import { cellAt } from "../../tables/index.ts";
import { surveyAgain } from "../areas/levels-of-codes.ts";
import { textIn } from "../text-in.ts";
import type { ColumnKind, ColumnSurvey, TableSurvey } from "./column-survey.ts";

/** So many rows are a block at least; of more in all, nobody wrote blocks below each other. */
const [fewestRows, mostRows] = [4, 20_000];
/** So many of the rows of later blocks have the names of the first one, and so many of those follow each other as there. */
const mostlySame = 0.8;

const between: readonly ColumnKind[] = ["section", "block"];
const beside: readonly ColumnKind[] = ["label", "period", "code", "level", "vintage"];

/**
 * A table without the blocks below its first one, where these have the same rows in the same order, below lines of their own, and no column says of which
 * block a row is: regions below the nation, each with all its rows. Added up, the figures of a nation and of its regions would count twice. Other tables
 * are as they were.
 */
export function withoutBlocksAgain(survey: TableSurvey): TableSurvey {
  const { sheet, columns } = survey;
  if (survey.rows.length > mostRows) return survey;
  const figures = columns.filter(({ kind }) => kind === "figure");
  const hasFigure = (row: number) => figures.some(({ index }) => cellAt(sheet, row, index) !== null);
  const rows = survey.rows.filter(hasFigure);
  const namesBy = (kinds: readonly ColumnKind[]): readonly string[] => {
    const keys = columns.filter(({ kind }) => kinds.includes(kind));
    return Array.from(rows, (row) => keys.map(({ index }) => textIn(sheet, row, index)).join("\n"));
  };
  // Headings between rows may say it of some of them alone.
  if (new Set(namesBy([...beside, ...between])).size === rows.length) return survey;
  const names = namesBy(beside);
  const known = new Set<string>();
  const again = names.findIndex((name) => known.size === known.add(name).size);
  const isEmptyIn = ({ kind, index }: ColumnSurvey, own: Uint32Array) =>
    kind === "figure" && own.every((row) => cellAt(sheet, row, index) === null);
  const inSheet = columns.filter(({ kind }) => !between.includes(kind));
  const isLine = (row: number) => inSheet.filter(({ index }) => cellAt(sheet, row, index) !== null).length === 1;
  const isBelowLine = (at: number) => {
    const [from, to] = [(rows[at - 1] as number) + 1, rows[at] as number];
    return Array.from({ length: to - from }, (_, index) => from + index).some(isLine);
  };
  if (again < fewestRows || !isBelowLine(again) || !areSameAgain(names, again)) return survey;
  const end = rows[again - 1] as number;
  const kept = survey.rows.filter((row) => row <= end);
  return {
    ...survey,
    rows: kept,
    lastRow: sheet.rowNumbers[end],
    blocksBelow: Math.round(names.length / again) - 1,
    columns: columns.map((column) =>
      // A column may have figures in the other blocks alone.
      isEmptyIn(column, kept)
        ? { ...column, kind: "blank", figures: undefined, texts: [], filled: 0 }
        : surveyAgain(column, { survey, rows: kept }),
    ),
  };
}

/** Whether rows from one on have the names of those above it, in their order. */
function areSameAgain(names: readonly string[], again: number): boolean {
  const places = new Map(names.slice(0, again).map((name, at) => [name, at]));
  const later = names.slice(again);
  const known = later.flatMap((name) => places.get(name) ?? []);
  const inOrder = known.filter((place, at) => at === 0 || place > (known[at - 1] as number)).length;
  const blocks = Math.ceil(later.length / again);
  return (
    places.size === again &&
    later.length >= again * mostlySame &&
    known.length >= later.length * mostlySame &&
    inOrder + blocks >= known.length
  );
}

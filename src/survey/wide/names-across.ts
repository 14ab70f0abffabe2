import { cellText } from "../../tables/index.ts";
import type { TableSurvey } from "../table/column-survey.ts";
import { allCategories, type WideGuess } from "./wide-guess.ts";

/**
 * Headings that are the names of the rows once more, with a total perhaps: where people come from down the side, and where they go across the top. Each
 * figure is of two of them.
 */
export function guessNamesAcross({ columns, sheet, rows }: TableSurvey): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  // What stands above some of them, a line of its own, is said of the table.
  const names = new Set(figures.map(({ name }) => name.split(" | ").at(-1)?.trim() ?? ""));
  const isSquare = columns.some(({ kind, index }) => {
    const { codes, values } = sheet.columns[index] ?? {};
    const down = new Set(Array.from(rows, (row) => cellText(values?.[codes?.[row] ?? 0] ?? null).trim()));
    const shared = [...names].filter((name) => down.has(name)).length;
    return (
      kind === "label" &&
      shared >= fewestShared &&
      names.size - shared <= mostTotals &&
      down.size - shared <= mostTotals
    );
  });
  return isSquare && names.size === figures.length
    ? { ...allCategories(figures), label: "counterpart", areRowsAgain: true }
    : undefined;
}
/** So many names down the side and across the top are no chance; beside them, so many total the others or are of none. */
const [fewestShared, mostTotals] = [4, 2];

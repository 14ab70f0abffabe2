import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { numberAt } from "../table/number-at.ts";

/** Columns of areas side by side that come to the whole of them, which stands before or behind all. */
export interface AreasAcross {
  readonly whole: ColumnSurvey;
  /** The smallest of them. */
  readonly own: readonly ColumnSurvey[];
  /** Larger ones, that come to the same whole once more. */
  readonly coarser: readonly ColumnSurvey[];
}

/** In so many of the rows parts come to a whole: of larger areas some may be missing. */
const mostlySummed = 0.6;
/** So many rows with figures that show it. */
const [fewestRows, fewestShown] = [5, 20];
const [fewestParts, mostRows] = [2, 1000];

/** Finds the whole of areas across the top, by its figures: wards, and then the localities of them, beside their city. Undefined where none is. */
export function areasAcross({ sheet, rows }: TableSurvey, figures: readonly ColumnSurvey[]): AreasAcross | undefined {
  const table = Array.from(rows.slice(0, mostRows), (row) =>
    figures.map(({ index }) => numberAt(sheet, row, index)),
  ).filter((cells) => cells.every((own) => Number.isInteger(own) && own >= 0));
  for (const at of [0, figures.length - 1]) {
    const whole = figures[at] as ColumnSurvey;
    const shown = table.filter((cells) => (cells[at] as number) >= fewestShown);
    if (shown.length < fewestRows) continue;
    const others = [...figures.keys()].filter((own) => own !== at);
    const groups = groupsOf(others, (group) => {
      const sumOf = (cells: readonly number[]) => group.reduce((sum, own) => sum + (cells[own] as number), 0);
      return shown.filter((cells) => sumOf(cells) === cells[at]).length >= shown.length * mostlySummed;
    });
    if (!groups) continue;
    const [own = [], ...larger] = groups.toSorted((a, b) => b.length - a.length);
    const columnsOf = (group: readonly number[]) => group.map((one) => figures[one] as ColumnSurvey);
    return { whole, own: columnsOf(own), coarser: larger.flatMap(columnsOf) };
  }
  return undefined;
}

/** All columns in groups of those that stand side by side, each of which comes to the whole. Undefined where some are in none. */
function groupsOf(
  all: readonly number[],
  isWhole: (group: readonly number[]) => boolean,
): readonly (readonly number[])[] | undefined {
  const groups: number[][] = [];
  let current: number[] = [];
  for (const own of all) {
    current.push(own);
    if (current.length < fewestParts || !isWhole(current)) continue;
    groups.push(current);
    current = [];
  }
  return current.length === 0 && groups.length > 0 ? groups : undefined;
}

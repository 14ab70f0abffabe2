import { periodReadings } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { cellText, type Sheet } from "../../tables/index.ts";
import { partsAmong } from "../periods/parts-of-languages.ts";
import type { ColumnSurvey } from "./column-survey.ts";
import { isPeriodCode, isPlainTotal, isTotal, midYear, surveyColumn } from "./survey-column.ts";

/** The rows whose labels are periods, or totals of them: what stands in others is told by no figure. */
function rowsOfPeriods(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array): Uint32Array {
  const period = columns.find(({ kind }) => kind === "period");
  const foreign = period ? undefined : partsAmong(columns);
  const cells = sheet.columns[(period ?? foreign?.columns[0])?.index ?? -1];
  if (!cells) return rows;
  const isOdd = cells.values.map((cell) => {
    const text = cellText(cell).trim();
    if (foreign) return foreign.others.includes(text);
    return (
      text !== "" && !isTotal(text) && !midYear.test(text) && !isPeriodCode(text) && periodReadings(text).length === 0
    );
  });
  return rows.filter((row) => !isOdd[cells.codes[row] ?? 0]);
}

/** Surveys columns again where some rows are of no period, without these rows, which are given back without them. */
export function surveyPeriods(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): Uint32Array {
  const kept = rowsOfPeriods(sheet, columns, rows);
  for (const [index, { kind, name, ref, heading, texts }] of kept.length < rows.length ? columns.entries() : []) {
    // Numbers that have a total among them are names, whatever is left of them.
    if (kind === "period" || kind === "blank" || (kind === "label" && texts.some(isPlainTotal))) continue;
    const own = surveyColumn({ sheet, index, name, rows: kept, isTwin: ref !== name });
    if (kind === "figure" || own.kind === "figure") columns[index] = heading === undefined ? own : { ...own, heading };
  }
  return kept;
}

/**
 * Looks again at columns, by the rows that are read alone: an average above others makes no counts decimals, and headings between rows are no names
 * of rows, which may be periods.
 */
export function takeReadRows(
  sheet: Sheet,
  columns: ColumnSurvey[],
  {
    rows,
    kept,
    sections,
  }: {
    readonly rows: Uint32Array;
    readonly kept: Iterable<number>;
    readonly sections: { readonly column: ColumnSurvey } | undefined;
  },
): void {
  const isKept = new Set(kept);
  const lookAgain = (of: Uint32Array, { index, name, ref, heading }: ColumnSurvey): ColumnSurvey => ({
    ...surveyColumn({ sheet, index, name, rows: of, isTwin: ref !== name }),
    ...defined({ heading }),
  });
  for (const [index, column] of columns.entries()) {
    if (column.kind === "label" && column.ref === sections?.column.ref) {
      const own = lookAgain(rows, column);
      columns[index] = own.kind === "period" ? own : { ...column, texts: own.texts, filled: own.filled };
    } else if (column.kind === "figure") {
      const own = lookAgain(
        rows.filter((row) => isKept.has(row)),
        column,
      );
      if (own.kind === "figure") columns[index] = own;
    }
  }
}

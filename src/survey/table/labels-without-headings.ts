import { cellText, type Sheet } from "../../tables/index.ts";
import type { ColumnSurvey } from "./column-survey.ts";

/** So many columns before the figures tell rows apart together. */
const fewestTelling = 2;

/** So often, on average, stands in row after row what one of several dimensions has. */
const fewestOfEach = 2;

/**
 * Takes the first columns for names of rows that have no heading, though one holds numbers, or several years, below a word: together they tell all rows apart, and none of
 * them does alone. `Total | Total`, `1985 | Total`, `1985 | 1984` before figures below headings, as cubes are printed.
 */
export function takeLabelsWithoutHeadings(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): void {
  const end = columns.findIndex(({ name }) => name.trim() !== "");
  const leading = columns.slice(0, Math.max(0, end));
  const mayTell = ({ kind, texts, filled, figures }: ColumnSurvey) =>
    (kind === "label" ||
      kind === "period" ||
      (kind === "figure" && figures?.isWhole === true && !figures.hasNegative)) &&
    filled === rows.length &&
    texts.length * fewestOfEach <= filled &&
    texts.some((text) => /\p{L}{3}/u.test(text));
  const countOf = (kind: ColumnSurvey["kind"]) => leading.filter((own) => own.kind === kind).length;
  if (leading.length < fewestTelling || !leading.every(mayTell)) return;
  if (countOf("figure") === 0 && countOf("period") < fewestTelling) return;
  const cells = leading.map(({ index }) => sheet.columns[index]);
  const told = new Set(
    Array.from(rows, (row) =>
      JSON.stringify(cells.map((own) => cellText(own?.values[own.codes[row] ?? 0] ?? null).trim())),
    ),
  );
  if (told.size < rows.length) return;
  for (const { index } of leading)
    columns[index] = { ...(columns[index] as ColumnSurvey), kind: "label", figures: undefined };
}

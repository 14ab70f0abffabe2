import { largestOf } from "../extremes.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";

/** So many numbers of places are a list of them, of so many digits or one less, where a workbook has lost the zero that some begin with. */
const [fewestCodes, fewestDigits] = [12, 4];

/** Whether numbers are those that an office has given to places, `1100`, `47201`: as long as each other, and no numbering from one on. */
export function arePlaceNumbers(texts: readonly string[]): boolean {
  const longest = largestOf(
    texts.map(({ length }) => length),
    0,
  );
  return (
    texts.length >= fewestCodes &&
    texts.every((text) => /^\d+$/u.test(text) && text.length >= Math.max(fewestDigits, longest - 1))
  );
}

/** So many of the rows have a code and a name: the whole country may have no code, or a place that is no more no name. */
const mostlyFilled = 0.95;

/** A table whose first column has no heading but that of the names behind it, and a number of its own before each of these, which counts nothing. Other tables are as they were. */
export function withCodesWithoutHeading(survey: TableSurvey): TableSurvey {
  const { columns, rows } = survey;
  const [first, names] = columns;
  const isFilled = ({ filled }: ColumnSurvey) => filled >= rows.length * mostlyFilled;
  const areCodes =
    first?.kind === "figure" &&
    names?.kind === "label" &&
    (first.name === "" || first.name === names.name) &&
    names.texts.some((text) => /\p{L}/u.test(text)) &&
    first.texts.length === first.filled &&
    arePlaceNumbers(first.texts) &&
    isFilled(first) &&
    isFilled(names);
  if (!areCodes) return survey;
  return {
    ...survey,
    columns: columns.map((own) => (own === first ? { ...own, kind: "code" as const, figures: undefined } : own)),
  };
}

import { guessedFrom, type Remarks, someOf } from "./remarks.ts";
import type { ColumnSurvey, TableSurvey } from "./table/column-survey.ts";
import { textIn } from "./text-in.ts";

/** A sign is no longer than that, so many kinds of them stand in a column, and in so many rows. */
const [longestSign, mostSigns, fewestRows] = [4, 8, 3];
/** So many of the empty cells have a sign beside them, where it says why they are empty. */
const mostlySaid = 0.9;

/** The figures that a column of short signs says of why they are not there: it has a sign where they are empty, and nothing beside any of them. */
export function figuresBlankBy(column: ColumnSurvey, { columns, rows, sheet }: TableSurvey): ColumnSurvey | undefined {
  const { texts, filled, kind, index } = column;
  const areSigns = texts.length > 0 && texts.length <= mostSigns && texts.every((text) => text.length <= longestSign);
  if (kind === "figure" || kind === "period" || !areSigns || filled < fewestRows) return undefined;
  const isBlank = (at: number, row: number) => textIn(sheet, row, at) === "";
  const signed = new Set(Array.from(rows).filter((row) => !isBlank(index, row)));
  if (signed.size < fewestRows || signed.size === rows.length) return undefined;
  return columns.find((figures) => {
    if (figures.kind !== "figure") return false;
    const blank = Array.from(rows).filter((row) => isBlank(figures.index, row));
    const said = blank.filter((row) => signed.has(row));
    return said.length === signed.size && said.length >= blank.length * mostlySaid;
  });
}

/** Asks what each sign stands for that a column has beside empty cells of figures: one of them may stand for hidden counts. */
export function remarkOnSignsBeside(survey: TableSurvey, remarks: Remarks): void {
  for (const column of survey.columns) {
    const figures = figuresBlankBy(column, survey);
    if (figures) remarks.also("markers", ask(column, figures));
  }
}

const ask = ({ name, texts }: ColumnSurvey, figures: ColumnSurvey): string =>
  guessedFrom(
    "the figures",
    `"${name}" has a sign in the rows where "${figures.name}" is empty (${someOf([...texts].sort())}), and says why: all of these are read as not supplied. Ask what each stands for, counts that are hidden perhaps; write it into the empty cells, and say in markers what it means.`,
  );

import type { MeasureSpec } from "../../dataset/index.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";

interface GradesInput {
  readonly specs: Readonly<Record<string, MeasureSpec>>;
  /** Names in the data. */
  readonly names: Readonly<Record<string, string>>;
  readonly remarks: Remarks;
}

/** So many columns of so few numbers below ten, in so many rows, may be the grades that somebody was given. */
const [fewestColumns, mostGrades, highestGrade, fewestRows] = [3, 9, 9, 100];

/**
 * Says of several columns whose figures are a few small numbers, in many rows, that these may be grades. They stay counts, so that small ones are hidden.
 * @returns the ids of those measures.
 */
export function remarkOnGrades(
  columns: readonly ColumnSurvey[],
  { specs, names, remarks }: GradesInput,
): ReadonlySet<string> {
  const grades = new Set(columns.filter(mayBeGrades).map(({ ref }) => ref));
  const ids = Object.keys(specs).filter((id) => specs[id]?.statType === "count" && grades.has(names[id] ?? ""));
  if (ids.length < fewestColumns) return new Set();
  for (const id of ids) remarks.also(`measures.${id}.statType`, mayBeGrade);
  return new Set(ids);
}

const mayBeGrades = ({ kind, figures, texts, filled }: ColumnSurvey): boolean =>
  kind === "figure" &&
  figures?.isWhole === true &&
  figures.largest <= highestGrade &&
  texts.length > 1 &&
  texts.length <= mostGrades &&
  filled >= fewestRows &&
  !texts.includes("0");

const mayBeGrade = guessedFrom(
  "its figures",
  'Nothing but a few small numbers, and never none: where these are grades or answers, they are no counts. Say "quantity" then, and add none of them up.',
);

import type { ColumnSurvey } from "../table/column-survey.ts";
import type { PeriodFormat } from "./period-format.ts";

/** What tells the period of a row. */
export interface PeriodGuess {
  /** One column, or a year and a part of it. */
  readonly columns: readonly ColumnSurvey[];
  /** How the texts of several columns are put together: `{Year} Q{Quarter}`. */
  readonly joined: string | undefined;
  /** How the labels are read, where nobody else writes so. */
  readonly format: PeriodFormat | undefined;
  /** Labels of rows that are no period: `Total`. */
  readonly others: readonly string[];
  /** Which periods the days of cases were taken for, whose figures are added up. */
  readonly isOfCases?: "years" | "months";
  /** The language of its months, where it is not English. */
  readonly lang?: string;
  /** Whether its days have a time each, which is not read. */
  readonly isOfTimes?: boolean;
}

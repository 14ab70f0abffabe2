import { saidAcross } from "../said-in-titles.ts";
import type { TableSurvey } from "../table/column-survey.ts";
import { guessNumberHeadings, guessSexesOfAges } from "./age-headings.ts";
import { guessAreaHeadings } from "./area-headings.ts";
import { guessCategoryHeadings } from "./category-headings.ts";
import { guessCodedYears, guessQuarters } from "./coded-periods.ts";
import { guessNamesAcross } from "./names-across.ts";
import { guessPartsOfYears } from "./parts-of-years.ts";
import { guessPeriodHeadings } from "./period-headings.ts";
import { guessToldElsewhere } from "./told-elsewhere.ts";
import type { WideGuess } from "./wide-guess.ts";

/** Finds the columns of figures whose headings tell a period, or else a category beside the measure, and what they look like. */
export function guessWide(given: TableSurvey, dimension: string): WideGuess | undefined {
  const columns = given.columns.map((own) => (own.heading === undefined ? own : { ...own, name: own.heading }));
  const survey = { ...given, columns };
  return (
    guessNamesAcross(survey) ??
    guessSexesOfAges(columns) ??
    guessPartsOfYears(survey, dimension) ??
    guessQuarters(columns, dimension) ??
    guessPeriodHeadings(columns, dimension, saidAcross(survey)) ??
    guessCodedYears(columns, dimension) ??
    guessNumberHeadings(columns) ??
    guessAreaHeadings(survey) ??
    guessCategoryHeadings(columns, survey) ??
    guessToldElsewhere(survey)
  );
}

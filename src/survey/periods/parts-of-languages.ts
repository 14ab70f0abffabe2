import { periodReadings } from "../../dataset/index.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import type { PeriodGuess } from "./period-guess.ts";

/** Languages whose months stand in tables. */
export const languagesOfMonths = [
  "de",
  "fr",
  "es",
  "pt",
  "it",
  "nl",
  "sv",
  "cy",
  "id",
  "da",
  "nb",
  "pl",
  "cs",
  "fi",
  "hu",
  "tr",
] as const;

/** Whether a text is a period, in English or in a language whose months stand in tables: `Dez 2013`. */
export const isPeriodOfAny = (text: string): boolean =>
  [undefined, ...languagesOfMonths].some((lang) => periodReadings(text, undefined, lang).length > 0);

/**
 * A column of parts of years in a language that is not English: `Januar 2019`, `1. Quartal 2019`, `Enero-septiembre 2020`. What says per cent among them is worked
 * out from them, and left out.
 */
export function partsAmong(columns: readonly ColumnSurvey[]): PeriodGuess | undefined {
  for (const column of columns) {
    const periods = column.texts.filter((text) => !text.includes("%"));
    const others = column.texts.filter((text) => text.includes("%"));
    if (column.kind !== "label" || periods.length < 2 || others.length >= periods.length) continue;
    if (!periods.every((text) => wordAndYear.test(text.trim()))) continue;
    const lang = languagesOfMonths.find((own) =>
      periods.every((text) => periodReadings(text, undefined, own).length === 1),
    );
    if (lang !== undefined) return { columns: [column], joined: undefined, format: undefined, others, lang };
  }
  return undefined;
}
/** A word, and a year beside it: of a whole year nothing else is said. */
const wordAndYear = /^(?=.*\p{L}{3})(?:.{3,30}[ ./|-](?:\d{2}|(?:19|20)\d{2})|(?:19|20)\d{2}[ ./|-].{3,30})$/u;

import { periodMonths, periodReadings } from "../../dataset/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import { languagesOfMonths } from "./parts-of-languages.ts";

/** So many years, and so many parts of them, are a series. */
const [fewestYears, fewestParts] = [2, 3];

/**
 * A table of years, where a column names each year and then its months or quarters, which say no year: `2020`, `January`, …, `2021`, `January`. The
 * parts are left out, since no row of theirs says of which year it is. Other tables are as they were.
 */
export function withoutPartsBelowYears(survey: TableSurvey): TableSurvey {
  for (const column of survey.columns) {
    if (column.kind !== "label" || column.texts.length > mostTexts) continue;
    const parts = partsIn(column);
    const own = parts && yearsAbove(survey, column, new Set(parts));
    if (!parts || !own) continue;
    return {
      ...survey,
      rows: own,
      partsOfYears: { column: column.ref, texts: parts },
      columns: survey.columns.map((other) =>
        other === column
          ? {
              ...column,
              kind: "period",
              texts: column.texts.filter((text) => !parts.includes(text)),
              filled: own.length,
            }
          : other,
      ),
    };
  }
  return survey;
}
/** Two centuries, and the parts of a year in two ways. */
const mostTexts = 240;

/** The months or quarters among years, in one language, without a year of their own. Undefined where anything else stands there. */
function partsIn({ texts }: ColumnSurvey): readonly string[] | undefined {
  const isYear = (text: string) => {
    const [first, other] = periodReadings(text);
    return first !== undefined && other === undefined && periodMonths(first) === monthsOfYear;
  };
  const others = texts.filter((text) => !isYear(text));
  if (texts.length - others.length < fewestYears || others.length < fewestParts) return undefined;
  const isPart = (text: string, lang: string) => {
    const [reading, other] = periodReadings(`${text} 2001`, undefined, lang);
    return reading !== undefined && other === undefined && periodMonths(reading) < monthsOfYear;
  };
  const arePartsIn = (lang: string) =>
    others.every((text) => periodReadings(text, undefined, lang).length === 0 && isPart(text, lang));
  return ["en", ...languagesOfMonths].some(arePartsIn) ? others : undefined;
}
const monthsOfYear = 12;

/** The rows of years, each of which stands once, the first above all parts; undefined where none comes again below another year. */
function yearsAbove(
  { sheet, rows }: TableSurvey,
  { index }: ColumnSurvey,
  parts: ReadonlySet<string>,
): Uint32Array | undefined {
  const texts = Array.from(rows, (row) => textIn(sheet, row, index));
  const own = rows.filter((_, at) => !parts.has(texts[at] ?? ""));
  const years = texts.filter((text) => !parts.has(text));
  const isAgain = texts.length - years.length > parts.size;
  return own[0] === rows[0] && isAgain && new Set(years).size === years.length && !years.includes("") ? own : undefined;
}

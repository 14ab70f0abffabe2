import { isPlainlyPeriod } from "../periods/guess-period.ts";
import type { Remarks } from "../remarks.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";

/** Where no periods were found, says of names that look like some why they are none. */
export function remarkOnTimes(field: string, column: ColumnSurvey, remarks: Remarks): void {
  if (isPlainlyPeriod(column) || datesWithYear(column.texts)) remarks.add(field, unreadPeriods);
  if (areDaysWithoutYear(column.texts)) remarks.also(field, withoutYear);
  if (areMoments(column.texts)) remarks.also(field, momentsOfRows);
}

/** Days, each with its year, that are no period that can be read. */
const datesWithYear = (texts: readonly string[]): boolean =>
  texts.length > 2 &&
  texts.every((text) =>
    /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?$/iu.test(text.trim()),
  );

/** Days with hours, which are no periods here. */
const areMoments = (texts: readonly string[]): boolean =>
  texts.length > 2 &&
  texts.every((text) =>
    /^(?:\d{4}-\d{1,2}-\d{1,2}[T ]|\d{1,2}[ ./-](?:\d{1,2}|\p{L}{3,9})[ ./-](?:\d{2}|\d{4}),? )\d{1,2}:\d{2}/u.test(
      text.trim(),
    ),
  );
const momentsOfRows =
  "Moments: for a series, add a column of their days, months or years to the data, and make it the dimension of time.";

const withoutYear = "Days without a year: add it in the data, and make it the dimension of time.";
const areDaysWithoutYear = (texts: readonly string[]): boolean =>
  texts.length > 1 &&
  texts.every((text) =>
    /^(?:\d{1,2}[ .-](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|\d{1,2}[/.]\d{1,2}\.?)$/iu.test(
      text.trim(),
    ),
  );

const unreadPeriods =
  'Called a period, but its labels are none that can be read: give them a format with the role "time", or make columns of them first.';

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
const areDaysWithoutYear = (texts: readonly string[]): boolean => {
  const numbers = texts.map((text) => /^(?<first>\d{1,2})[/.](?<second>\d{1,2})\.?$/u.exec(text.trim())?.groups);
  const [first, second] = (["first", "second"] as const).map((part) => numbers.map((own) => Number(own?.[part] ?? 1)));
  // `5/0` is a term of years and months, and no day of any month.
  const areDays = [
    [first, second],
    [second, first],
  ].some(([days = [], months = []]) => days.every(upTo(31)) && months.every(upTo(12)));
  return (
    texts.length > 1 &&
    areDays &&
    texts.every(
      (text, at) =>
        numbers[at] !== undefined ||
        /^\d{1,2}[ .-](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/iu.test(text.trim()),
    )
  );
};
const upTo = (most: number) => (number: number) => number >= 1 && number <= most;

const unreadPeriods =
  'Called a period, but its labels are none that can be read: give them a format with the role "time", or make columns of them first.';

import type { Span } from "../period-span.ts";

/** Calendars whose years begin on another day than the first of January, as the standard of languages calls them. */
type Calendar = "islamic-umalqura" | "persian";

const day = 86_400_000;

/** The years that the tables of the calendars hold, and that a label may mean. */
const [first, last] = [1300, 1499];

/** The days of a year of another calendar; undefined for one that its tables do not have. */
export function yearOfCalendar(calendar: Calendar, year: number): Span | undefined {
  if (year < first || year > last) return undefined;
  const format = formatOf(calendar);
  const yearAt = (at: number) => Number(format.formatToParts(at).find(({ type }) => type === "year")?.value);
  const begin = (wanted: number): string => {
    // Each begins within this span: lunar years are shorter than those of the sun, and both began to count in 622.
    let [before, from] = [Date.UTC(1800, 0, 1) / day, Date.UTC(2200, 0, 1) / day];
    while (from - before > 1) {
      const middle = (before + from) >> 1;
      if (yearAt(middle * day) >= wanted) from = middle;
      else before = middle;
    }
    return new Date(from * day).toISOString().slice(0, 10);
  };
  return { start: begin(year), endExclusive: begin(year + 1), format: "interval" };
}

const formats = new Map<Calendar, Intl.DateTimeFormat>();

function formatOf(calendar: Calendar): Intl.DateTimeFormat {
  const known = formats.get(calendar);
  if (known) return known;
  const made = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, { year: "numeric", timeZone: "UTC" });
  formats.set(calendar, made);
  return made;
}

/** The Thai year, which begins with the year of most others and counts from 543 years before. */
export const thaiYear = (year: number): number | undefined => (year >= 2400 && year < 2700 ? year - 543 : undefined);

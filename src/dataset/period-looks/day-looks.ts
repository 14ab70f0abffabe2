import { isDate } from "../period.ts";
import { dayOf, dayRange, type Span, spanFrom, weekFrom, weekTo, yearEnding, yearOf } from "../period-span.ts";
import { type FormatName, type LookWords, look, type PeriodLook, type PeriodReading } from "./look.ts";
import { yearTo } from "./month-looks.ts";

/** How a day is written. */
interface DayForm {
  readonly source: string;
  /** Number of groups. */
  readonly size: number;
  readonly readings: readonly DayReading[];
}

interface DayReading {
  readonly name?: FormatName | undefined;
  readonly read: (parts: readonly string[]) => Span | undefined;
}

/**
 * The beginning of a day of Greenwich, or of one in the Americas, told in Greenwich's time, as programs write days: `2023-01-01T05:00:00Z`. It is
 * within the day of the same date here and there; a time of the evening is not.
 */
const beginning = "(?:00|0[4-8]):00(?::00(?:\\.0{1,9})?)?\\s?(?:z|\\+00(?::?00)?)";

/** A time without its zone: of one with it, the day is another one elsewhere. */
const timeOfDay = "\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?";
const weekday = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?";

/** The three numbers of a day, by the positions of year, month and day. */
const numbers = (name: FormatName | undefined, [year, month, day]: readonly [number, number, number]): DayReading => ({
  name,
  read: (parts) => dayOf(yearOf(parts[year]), Number(parts[month]), Number(parts[day])),
});

function dayForms({ months: { source: month, numberOf } }: LookWords): readonly DayForm[] {
  return [
    { source: `(\\d{4})-(\\d{1,2})-(\\d{1,2})`, size: 3, readings: [numbers(undefined, [0, 1, 2])] },
    // The time of day says nothing more of a figure of the day: `2020-03-04T17:00:00`.
    { source: `(\\d{4})-(\\d{1,2})-(\\d{1,2})[T ]${timeOfDay}`, size: 3, readings: [numbers(undefined, [0, 1, 2])] },
    {
      source: `(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})[T ]${beginning}`,
      size: 3,
      readings: [numbers(undefined, [0, 1, 2])],
    },
    ...["\\/", "\\."].map((point) => ({
      source: `(\\d{4})${point}(\\d{1,2})${point}(\\d{1,2})`,
      size: 3,
      readings: [numbers(undefined, [0, 1, 2])],
    })),
    {
      source: `(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})`,
      size: 3,
      readings: [numbers("dd/mm/yyyy", [2, 1, 0]), numbers("mm/dd/yyyy", [2, 0, 1])],
    },
    {
      source: `(\\d{1,2})[-/](\\d{1,2})[-/](\\d{2})`,
      size: 3,
      readings: [
        numbers("dd/mm/yy", [2, 1, 0]),
        numbers("mm/dd/yy", [2, 0, 1]),
        {
          name: "yy/mm/dd",
          read: (parts) => (parts[0]?.length === 2 ? numbers(undefined, [0, 1, 2]).read(parts) : undefined),
        },
      ],
    },
    {
      source: `(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})`,
      size: 3,
      readings: [numbers(undefined, [2, 1, 0])],
    },
    {
      source: "(\\d{2})\\.(\\d{2})\\.(\\d{2})",
      size: 3,
      readings: [numbers("dd/mm/yy", [2, 1, 0]), numbers("yy/mm/dd", [0, 1, 2])],
    },
    {
      source: `${weekday}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of\\s+|[\\s./-]*)${month}\\.?(?:\\s*[,./-]\\s*|\\s*)['’]?(\\d{4}|\\d{2})`,
      size: 3,
      readings: [{ read: ([day, name = "", year]) => dayOf(yearOf(year), numberOf(name), Number(day)) }],
    },
    {
      source: `${weekday}${month}\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|\\s+)(\\d{4})`,
      size: 3,
      readings: [{ read: ([name = "", day, year]) => dayOf(yearOf(year), numberOf(name), Number(day)) }],
    },
    {
      source: `(\\d{4})[-/\\s]${month}[-/\\s](\\d{1,2})`,
      size: 3,
      readings: [{ read: ([year, name = "", day]) => dayOf(yearOf(year), numberOf(name), Number(day)) }],
    },
  ];
}

const weekEnding = "(?:week|wk)\\s?(?:ending|ended|to)|w\\/?e";
const weekStarting = "(?:week|wk)\\s?(?:commencing|beginning|starting|of|from)|w\\/?[cb]";

/** Days, and what is said by days: ranges of them, weeks, and years that end with one. */
export function dayLooks(words: LookWords): readonly PeriodLook[] {
  const of = ({ readings }: DayForm, make: (parts: readonly string[], read: DayReading["read"]) => Span | undefined) =>
    readings.map(({ read, ...reading }): PeriodReading => ({ ...reading, read: (parts) => make(parts, read) }));
  return [
    ...dayForms(words).flatMap((form) => {
      const { source, size } = form;
      return [
        look(source, form.readings),
        look(
          `(?:from )?${source}(?:\\s+to\\s+|\\s*[–—]\\s*|\\s+-\\s+)${source}`,
          of(form, (parts, read) => dayRange(read(parts.slice(0, size)), read(parts.slice(size)))),
        ),
        look(
          `(?:${weekEnding})\\s+${source}`,
          of(form, (parts, read) => weekTo(read(parts))),
        ),
        look(
          `(?:${weekStarting})\\s+${source}`,
          of(form, (parts, read) => weekFrom(read(parts))),
        ),
        look(
          `${yearTo}${source}`,
          of(form, (parts, read) => yearEnding(read(parts))),
        ),
      ];
    }),
    look("(\\d{4}-\\d{2}-\\d{2})\\/(\\d{4}-\\d{2}-\\d{2})", ([start = "", endExclusive = ""]) =>
      isDate(start) && isDate(endExclusive) && start < endExclusive
        ? { start, endExclusive, format: "interval" }
        : undefined,
    ),
    // As ISO 8601 has it, a start and a duration.
    look(
      "(\\d{4}-\\d{2}-\\d{2})(?:t00:00:00z?)?\\/p(\\d{1,2})([ymwd])",
      ([start = "", count, unit = ""]) => spanFrom(start, Number(count), unit.toLowerCase()),
      { isCode: true },
    ),
  ];
}

import { type CalendarNames, calendarNames, exact, type Words } from "../../language/index.ts";
import { numberWriting } from "../number-writing.ts";
import { roundingHalfUp } from "../round-as-printed.ts";
import type { Vega, VegaLocale } from "./vega-modules.ts";

/** Number and date formats of charts, by Intl, given to each chart so that no global setting of Vega reaches them. Numbers are rounded as texts are. */
export function chartLocale(vega: Pick<Vega, "locale">, words: Words): VegaLocale {
  const { decimal, thousands } = numberWriting(words);
  const nothing = exact(0);
  // Behind the number: what a language has before it, d3 cannot write.
  const percent = words.numbers.percentSign(nothing).replace(words.numbers.decimal(nothing, 0), "");
  const locale = vega.locale(
    // `$` in a format is what its author typed: that figures are of pounds, no language knows.
    { decimal, thousands, grouping: [3], currency: ["$", ""], percent },
    {
      dateTime: "%A %e %B %Y, %X",
      date: "%d/%m/%Y",
      time: "%H:%M:%S",
      periods: ["am", "pm"],
      ...calendarOf(words),
    },
  );
  // Asked for each label.
  const writers = new Map<string | undefined, ReturnType<VegaLocale["format"]>>();
  const writerOf = (pattern?: string) => {
    const writer = writers.get(pattern) ?? roundingHalfUp(locale.format(pattern), pattern);
    writers.set(pattern, writer);
    return writer;
  };
  return { ...locale, format: writerOf };
}

/** To make what writes names of dates takes longer than to write them. */
const knownCalendars = new WeakMap<Words, Calendar>();

function calendarOf(words: Words): Calendar {
  const calendar = knownCalendars.get(words) ?? {
    ...calendarNames(words.lang),
    shortMonths: words.charts.shortMonths,
  };
  knownCalendars.set(words, calendar);
  return calendar;
}

interface Calendar extends CalendarNames {
  readonly shortMonths: readonly string[];
}

/** Makes what tells names of days and months, long and short, and what else dates say. They are asked for when the first word is. */
export function dateWords(words: Words): (word: string) => boolean {
  let known: ReadonlySet<string> | undefined;
  return (word) => {
    known ??= new Set(
      [...Object.values(calendarOf(words)).flat(), ...words.charts.dateWords].map((name) => name.toLowerCase()),
    );
    return known.has(word.toLowerCase());
  };
}

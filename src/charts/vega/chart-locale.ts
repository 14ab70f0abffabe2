import type { Words } from "../../language/index.ts";
import { type NumberSigns, numberWriting } from "../number-writing.ts";

/** Number and date formats of charts, by Intl, given to each chart so that no global setting of Vega reaches them. */
export function chartLocale(words: Words): {
  readonly number: NumberSigns & { readonly grouping: readonly number[]; readonly currency: readonly string[] };
  readonly time: object;
} {
  const { lang, charts } = words;
  const { decimal, thousands } = numberWriting(words);
  const names = (count: number, dateOf: (index: number) => number, style: Intl.DateTimeFormatOptions) => {
    const { format } = new Intl.DateTimeFormat(lang, { ...style, timeZone: "UTC" });
    return Array.from({ length: count }, (_, index) => format(dateOf(index)));
  };
  // The fourth of January 1970 was a Sunday.
  const weekday = (index: number) => Date.UTC(1970, 0, 4 + index);
  const month = (index: number) => Date.UTC(1970, index, 1);
  return {
    number: { decimal, thousands, grouping: [3], currency: ["£", ""] },
    time: {
      dateTime: "%A %e %B %Y, %X",
      date: "%d/%m/%Y",
      time: "%H:%M:%S",
      periods: ["am", "pm"],
      days: names(7, weekday, { weekday: "long" }),
      shortDays: names(7, weekday, { weekday: "short" }),
      months: names(12, month, { month: "long" }),
      shortMonths: [...charts.shortMonths],
    },
  };
}

import { monthIndex, monthOf, monthRange, yearEnding, yearOf } from "../period-span.ts";
import { anyYear, type LookWords, look, type PeriodLook, type PeriodReading, until } from "./look.ts";

/** Between a month and its year: `Jan-24`, `Jan 24`, `January, 2024`, `Jan2024`. */
const sep = "\\.?(?:\\s*[-–/,_]\\s*|\\s*)";
const dashed = "\\.?\\s*(?:[-–/,_]\\s*['’]?|['’])";

/** `Oct 18` may be a day: years are shared by months, as `Jan 24` and `Feb 24` share one, or are of the last century. */
const ofDays: NonNullable<PeriodLook["doubt"]> = (labels) => {
  const years = labels.map(({ parts }) => parts[1] ?? "");
  const shared = years.filter((year) => years.filter((other) => other === year).length > 1).length;
  if (shared * 2 > labels.length || years.some((year) => year === "00" || Number(year) > 31)) return undefined;
  const [month = "", day = ""] = labels[0]?.parts ?? [];
  return {
    phrase: `${Number(day)} ${month} of a year that it does not say`,
    hint: `Where they are years, say format: "{month} {yy}"`,
  };
};

/** What stands before the end of twelve months. */
export const yearTo =
  "(?:the )?(?:f?y\\/?e|(?:(?:financial|fiscal) )?year (?:ending|ended|end|to)(?: in)?|(?:12|twelve)[ -]months? (?:to|ending|ended|end)(?: in)?)[:\\s]\\s*(?:the end of |end of |end )?";

/** Months, some months of a year, and years that end with a month. */
export function monthLooks({ months: { source: month, numberOf } }: LookWords): readonly PeriodLook[] {
  const indexOf = (name: string | undefined, year: string | undefined): number | undefined => {
    const number = yearOf(year);
    return number === undefined ? undefined : monthIndex(number, numberOf(name ?? ""));
  };
  const range = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? undefined : monthRange(from, to);
  const monthOfYear: PeriodReading["read"] = ([name = "", year]) => monthOf(yearOf(year), numberOf(name));
  return [
    look(`${month}${dashed}(\\d{4}|\\d{2})`, monthOfYear),
    look(`${month}\\.?\\s*(\\d{4})`, monthOfYear),
    look(`${month}\\.?\\s*(\\d{2})`, monthOfYear, { doubt: ofDays }),
    look(`(\\d{4})(?:\\s*[-/,_]\\s*|\\s*)${month}\\.?`, ([year, name = ""]) => monthOf(yearOf(year), numberOf(name))),
    look("(\\d{4})[- :]?m\\s?(\\d{1,2})", ([year, number]) => monthOf(yearOf(year), Number(number)), { isCode: true }),
    look("(\\d{1,2})[-/.](\\d{4})", ([number, year]) => monthOf(yearOf(year), Number(number)), { isCode: true }),
    look(
      `${month}\\.?(?:\\s*[-–—/]\\s*|\\s+to\\s+)${month}\\.?(?:\\s*[-–,]\\s*|\\s+)${anyYear}`,
      // Dec-Feb 2020 begins in 2019, as rolling quarters are written, or ends in 2021.
      (["months-end", "months-start"] as const).map((name) => ({
        name,
        read([from, to, year]) {
          const [first, last] = [indexOf(from, year), indexOf(to, year)];
          if (first === undefined || last === undefined || first <= last) return range(first, last);
          return name === "months-end" ? range(first - 12, last) : range(first, last + 12);
        },
      })),
    ),
    look(`(\\d{4})(?:\\s*[-,:]\\s*|\\s+)${month}\\.?(?:\\s*[-–—/]\\s*|\\s+to\\s+)${month}\\.?`, ([year, from, to]) =>
      range(indexOf(from, year), indexOf(to, year)),
    ),
    look(`(?:from )?${month}${sep}${anyYear}${until}${month}${sep}${anyYear}`, ([from, fromYear, to, toYear]) =>
      range(indexOf(from, fromYear), indexOf(to, toYear)),
    ),
    look(`${yearTo}${month}${sep}${anyYear}`, ([name = "", year]) => yearEnding(monthOf(yearOf(year), numberOf(name)))),
  ];
}

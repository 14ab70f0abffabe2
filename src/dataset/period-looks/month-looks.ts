import { monthIndex, monthOf, monthRange, yearEnding, yearOf } from "../period-span.ts";
import { anyYear, type LookWords, look, type PeriodLook, until } from "./look.ts";

/** Between a month and its year: `Jan-24`, `Jan 24`, `January, 2024`, `Jan2024`. */
const sep = "\\.?(?:\\s*[-–/,_]\\s*|\\s*)";
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
  return [
    look(`${month}${sep}${anyYear}`, ([name = "", year]) => monthOf(yearOf(year), numberOf(name))),
    look(`(\\d{4})(?:\\s*[-/,_]\\s*|\\s*)${month}\\.?`, ([year, name = ""]) => monthOf(yearOf(year), numberOf(name))),
    look("(\\d{4})[- :]?m\\s?(\\d{1,2})", ([year, number]) => monthOf(yearOf(year), Number(number)), { isCode: true }),
    look("(\\d{1,2})[-/.](\\d{4})", ([number, year]) => monthOf(yearOf(year), Number(number)), { isCode: true }),
    look(`${month}\\.?(?:\\s*[-–—/]\\s*|\\s+to\\s+)${month}\\.?(?:\\s*[-–,]\\s*|\\s+)${anyYear}`, ([from, to, year]) =>
      range(indexOf(from, year), indexOf(to, year)),
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

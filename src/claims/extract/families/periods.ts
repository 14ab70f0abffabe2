import { parsePeriod } from "../../../dataset/index.ts";
import { type Family, type PeriodReading, spanOf } from "../mention.ts";
import { number } from "../number-pattern.ts";
import { month, monthNumber } from "./month.ts";

const named = (...labels: [string, ...string[]]): PeriodReading => ({ kind: "named", labels });

const family = (source: string, read: (parts: readonly string[]) => PeriodReading | undefined): Family => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "giu"),
  read(match) {
    const period = read(match.slice(1).map((part) => part ?? ""));
    return period && { ...spanOf(match), kind: "period", period };
  },
});

const shortYear = (year: number): string => String((year + 1) % 100).padStart(2, "0");
const pad = (value: number): string => String(value).padStart(2, "0");

/** From the first of one month to the last of another, as an interval with an exclusive end. */
function interval(from: { name: string; year: number }, to: { name: string; year: number }): PeriodReading | undefined {
  const end = to.year * 12 + monthNumber(to.name);
  const label = `${from.year}-${pad(monthNumber(from.name))}-01/${Math.floor(end / 12)}-${pad((end % 12) + 1)}-01`;
  return parsePeriod(label) && named(label);
}

/**
 * The times that a figure can be of, the longer forms first. A year to April is the twelve months before the first of
 * April, or those that end with it: the words may mean either.
 */
export const longPeriods: readonly Family[] = [
  family(
    `(?:the\\s+)?(?:(?:financial\\s+|fiscal\\s+)?year|12\\s+months|twelve\\s+months)\\s+(to|up\\s+to|ending|ended|ending\\s+in|ended\\s+in|to\\s+the\\s+end\\s+of)\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+)?(${month})\\s+(\\d{4})`,
    ([how = "", day = "", name = "", year = ""]) => {
      const ending = `year ending ${name} ${year}`;
      if (monthNumber(name) !== 4) return named(ending);
      const before = `${Number(year) - 1}/${shortYear(Number(year) - 1)}`;
      if (day !== "") return Number(day) <= 6 ? named(before) : named(ending);
      return how.toLowerCase() === "to" ? named(before, ending) : named(ending);
    },
  ),
  family(
    `(?:(?:from|between)\\s+)?(?:1(?:st)?\\s+)?(${month})\\s+(\\d{4})\\s*(?:to|and|until|-|–)\\s*(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(${month})\\s+(\\d{4})`,
    ([fromName = "", fromYear = "", toName = "", toYear = ""]) =>
      interval({ name: fromName, year: Number(fromYear) }, { name: toName, year: Number(toYear) }),
  ),
  family(
    `(?:(?:from|between)\\s+)?(${month})\\s*(?:to|and|until|-|–)\\s*(${month})\\s+(\\d{4})`,
    ([from = "", to = "", year = ""]) => interval({ name: from, year: Number(year) }, { name: to, year: Number(year) }),
  ),
];

/** Single years, quarters and months, and times that are only said of another; days have been read before. */
export const periods: readonly Family[] = [
  family("(?:(?:the\\s+)?(?:financial|fiscal)\\s+year\\s+)?(\\d{4})\\s?[/–-]\\s?(\\d{4}|\\d{2})", ([first, second]) => {
    const year = Number(first);
    const follows = second?.length === 4 ? Number(second) === year + 1 : second === shortYear(year);
    return follows ? named(`${year}/${shortYear(year)}`) : undefined;
  }),
  family("q([1-4])\\s+(?:of\\s+)?(\\d{4})", ([quarter, year]) => named(`${year} Q${quarter}`)),
  family("the\\s+(first|second|third|fourth|last)\\s+quarter\\s+of\\s+(\\d{4})", ([which = "", year]) =>
    named(`${year} Q${["first", "second", "third", "fourth"].indexOf(which.toLowerCase()) + 1 || 4}`),
  ),
  {
    // "12 September 2019" is a day.
    ...family(`(${month})\\s+(\\d{4})`, ([name = "", year]) => named(`${name.slice(0, 3)} ${year}`)),
    pattern: new RegExp(`(?<![\\p{L}\\p{N}]|\\d(?:st|nd|rd|th)?\\s)(${month})\\s+(\\d{4})(?![\\p{L}\\p{N}])`, "giu"),
  },
  family(
    "(?:the\\s+|a\\s+)?(?:previous|preceding|prior)\\s+(?:financial\\s+|calendar\\s+)?(?:year|quarter|month)|(?:the|a|one)\\s+year\\s+(?:before|earlier|previously)|(?:12|twelve)\\s+months\\s+(?:before|earlier|previously)|year[-\\s]on[-\\s]year",
    () => ({ kind: "previous" }),
  ),
  family(
    `(?:over|in|within|during|across|for|throughout)\\s+(?:the\\s+|a\\s+|its\\s+)?(?:(?:last|past|next|previous|first|same)\\s+)?(?:${number})[-\\s](?:year|month|week|day|decade)s?(?:\\s+period)?|(?:the\\s+|over\\s+the\\s+|in\\s+the\\s+)?(?:past|last)\\s+(?:financial\\s+)?(?:year|decade|quarter|month|week|(?:${number})\\s+(?:years|months|weeks|days|decades))|this\\s+(?:year|month|quarter)|last\\s+(?:spring|summer|autumn|winter)|in\\s+recent\\s+(?:years|months)`,
    () => ({ kind: "vague" }),
  ),
  {
    // A bare year, unless it counts something: "2019 offences", "up 2019%".
    pattern: /(?<![\p{L}\p{N}£$€.,/-])(?:19|20)\d{2}(?![\p{L}\p{N}%/]|[.,:]\p{N}|[-–]\p{L}|\s?(?:%|per\s?cent))/giu,
    read(match, text) {
      const next = /^\s+(\p{Ll}+)/u.exec(text.slice(match.index + 4));
      const counts =
        next &&
        /(?:ces|mes|ses|nts|rts|ths|ts|ren|ple|ims|als|men|ers|ons|ies)$/u.test(next[1] ?? "") &&
        !/^(?:was|has|is)$/.test(next[1] ?? "");
      const lead = text.slice(Math.max(0, match.index - 14), match.index);
      const isTime =
        /(?:^|[\s(])(?:in|during|since|of|until|by|from|to|between|and|than|year|for|before|after)\s$/iu.test(lead);
      if (counts && !isTime) return undefined;
      return { ...spanOf(match), kind: "period", period: named(match[0]) };
    },
  },
];

import { firstOfTwo, halfOf, isoWeek, monthIndex, monthOf, quarterOf, type Span, yearOf } from "../period-span.ts";
import { railPeriodOf } from "../rail-periods.ts";
import {
  anyYear,
  beginsOrEnds,
  financialYearWord,
  type LookWords,
  look,
  type PeriodLook,
  type PeriodReading,
  twoYears,
} from "./look.ts";

/** How a quarter or a half is written, and which of the groups is its number. */
interface PartForm {
  readonly source: string;
  /** Position of the word and of the number. */
  readonly word: 0 | 1;
  /** It begins with a digit, so that something has to stand between it and a year before it. */
  readonly isDigitFirst: boolean;
}

const ordinals: readonly string[] = ["first", "second", "third", "fourth"];
const romans: readonly string[] = ["i", "ii", "iii", "iv"];

function partOf(word: string, number: string, firstMonth: number): Span | undefined {
  const [digit] = /^[1-4]/.exec(number) ?? [];
  const position = Number(digit ?? Math.max(...[ordinals, romans].map((all) => all.indexOf(number.toLowerCase()) + 1)));
  return /^[hs]/i.test(word) ? halfOf(firstMonth, position) : quarterOf(firstMonth, position);
}

/** Quarters and halves of years of every kind, and ISO weeks. */
export function partLooks({ quarter }: LookWords): readonly PeriodLook[] {
  const forms: readonly PartForm[] = [
    { source: `(q|qtr|quarter|h|half|s${quarter ? `|${quarter}` : ""})\\s?([1-4])`, word: 0, isDigitFirst: false },
    { source: "([1-4])(q|h)", word: 1, isDigitFirst: true },
    { source: `(1st|2nd|3rd|4th|${ordinals.join("|")})\\s(quarter|half)`, word: 1, isDigitFirst: true },
    // `IV quarter`, `III квартал`: something stands between it and a year as before a digit.
    {
      source: `(${romans.join("|")})\\.?\\s(qtr|quarter|half${quarter ? `|${quarter}` : ""})`,
      word: 1,
      isDigitFirst: true,
    },
  ];
  // `1. Quartal`, `4e trimestre`, `1er trimestre`.
  const numbered = quarter && {
    source: `([1-4])(?:\\.|er|e|º|ª)?\\s(${quarter})`,
    word: 1 as const,
    isDigitFirst: true,
  };
  return [...[...forms, ...(numbered ? [numbered] : [])].flatMap(looksOf), joinedLook, ...weekLooks, ...numberedLooks];
}

/** A quarter or a half with the year right behind it, as programs write them: `Q42010`. */
const joinedLook = look(
  "([qh])([1-4])((?:19|20)\\d{2})",
  ([word = "", number = "", year]) => partOf(word, number, monthIndex(Number(year), 1)),
  { isCode: true },
);

function looksOf({ source, word, isDigitFirst }: PartForm): readonly PeriodLook[] {
  const after = isDigitFirst ? "(?:\\s*[-/,:_]\\s*|\\s+)" : "\\s*[-/,:_]?\\s*";
  const before = isDigitFirst ? "\\s*[-/,_'’]?\\s*(?:of\\s+)?" : "(?:\\s*[-/,_'’]\\s*|\\s+(?:of\\s+)?['’]?)";
  const read = (parts: readonly string[], firstMonth: number | undefined): Span | undefined =>
    firstMonth === undefined ? undefined : partOf(parts[word] ?? "", parts[1 - word] ?? "", firstMonth);
  const calendar = (year: string | undefined): number | undefined => {
    const number = yearOf(year);
    return number === undefined ? undefined : monthIndex(number, 1);
  };
  const financial = (first: string | undefined, second: string | undefined, startMonth: number) => {
    const year = firstOfTwo(first, second);
    return year === undefined ? undefined : monthIndex(year, startMonth);
  };
  const yearFirst = isDigitFirst ? "(\\d{4})" : "(\\d{4}|\\d{2})";
  return [
    look(`${yearFirst}${after}${source}`, ([year, ...parts]) => read(parts, calendar(year))),
    look(`${source}${before}(\\d{4}|\\d{2})`, ([one = "", other = "", year]) => read([one, other], calendar(year))),
    look(`(?:${financialYearWord})?${twoYears}${after}${source}`, ([first, second, ...parts], starts) =>
      read(parts, financial(first, second, starts.financial)),
    ),
    look(`${source}${before}(?:${financialYearWord})?${twoYears}`, ([one = "", other = "", first, second], starts) =>
      read([one, other], financial(first, second, starts.financial)),
    ),
    look(
      `${financialYearWord}${anyYear}${after}${source}`,
      beginsOrEnds(
        (year, [, ...parts], starts) => read(parts, monthIndex(year, starts.financial)),
        ([year]) => yearOf(year),
      ),
    ),
    look(
      `${source}${before}${financialYearWord}${anyYear}`,
      beginsOrEnds(
        (year, parts, starts) => read(parts, monthIndex(year, starts.financial)),
        ([, , year]) => yearOf(year),
      ),
    ),
  ];
}

/** `2018/19 P4`: the fourth month of a financial year, or the fourth of its thirteen rail periods. */
const periodsOf = (
  partsOf: (parts: readonly string[]) => { readonly year: number | undefined; readonly number: number },
): readonly PeriodReading[] => [
  {
    name: "fy-months",
    read(parts, { financial }) {
      const { year, number } = partsOf(parts);
      const first =
        year === undefined || number < 1 || number > 12 ? undefined : monthIndex(year, financial) + number - 1;
      return first === undefined ? undefined : monthOf(Math.floor(first / 12), (first % 12) + 1);
    },
  },
  {
    name: "rail-periods",
    read(parts) {
      const { year, number } = partsOf(parts);
      const found = year === undefined ? undefined : railPeriodOf(year, number);
      return found && { ...found, format: "rail-period" };
    },
  },
];

const numberedPeriod = "(?:p|period)\\s?(\\d{1,2})";
const numberedLooks: readonly PeriodLook[] = [
  look(
    `${twoYears}(?:\\s*[-,_]\\s*|\\s+)${numberedPeriod}`,
    periodsOf(([first, second, number]) => ({ year: firstOfTwo(first, second), number: Number(number) })),
  ),
  look(
    `${numberedPeriod}(?:\\s*[-,_]\\s*|\\s+(?:of\\s+)?)${twoYears}`,
    periodsOf(([number, first, second]) => ({ year: firstOfTwo(first, second), number: Number(number) })),
  ),
  look(`rail period (\\d{1,2}) of ${twoYears}`, ([number, first, second]) => {
    const year = firstOfTwo(first, second);
    const found = year === undefined ? undefined : railPeriodOf(year, Number(number));
    return found && { ...found, format: "rail-period" };
  }),
];

const weekLooks: readonly PeriodLook[] = [
  look("(\\d{4})[- ]?w(\\d{1,2})", ([year, week]) => isoWeek(yearOf(year), Number(week)), { isCode: true }),
  look("(\\d{4})[\\s,-]+(?:week|wk)\\s?(\\d{1,2})", ([year, week]) => isoWeek(yearOf(year), Number(week))),
  look("(?:week|wk|w)\\s?(\\d{1,2})(?:\\s*[,/-]\\s*|\\s+(?:of\\s+)?)(\\d{4})", ([week, year]) =>
    isoWeek(yearOf(year), Number(week)),
  ),
];

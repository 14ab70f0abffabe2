import { type Family, type PeriodReading, type PreviousUnit, spanOf } from "../mention.ts";
import { number } from "../number-pattern.ts";
import { month, monthNumber } from "./month.ts";

const named = (...labels: [string, ...string[]]): PeriodReading => ({ kind: "named", labels });
const vague: PeriodReading = { kind: "vague" };

const family = (source: string, read: (parts: readonly string[]) => PeriodReading | undefined): Family => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "giu"),
  read(match) {
    const period = read(match.slice(1).map((part) => part ?? ""));
    return period && { ...spanOf(match), kind: "period", period };
  },
});

const shortYear = (year: number): string => String((year + 1) % 100).padStart(2, "0");
const monthStems = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const pad = (value: number): string => String(value).padStart(2, "0");
const ordinal = ["first", "second", "third", "fourth"];
const monthCounts: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
};

interface MonthOfYear {
  readonly name: string;
  readonly year: number;
}

/**
 * From the first of one month to the last of another: a financial year where it is one, the months of a year, else an
 * interval with an exclusive end.
 */
function interval(from: MonthOfYear, to: MonthOfYear): PeriodReading | undefined {
  const [first, last] = [from, to].map(({ name, year }) => year * 12 + monthNumber(name) - 1) as [number, number];
  if (last < first) return undefined;
  if (last - first === 11 && monthNumber(from.name) === 4) return named(`${from.year}/${shortYear(from.year)}`);
  if (from.year === to.year && first < last) return named(`${stem(from.name)}-${stem(to.name)} ${to.year}`);
  const span = monthSpan(first, last - first + 1);
  // Twelve months are a year; of others, a change is from the first to the last.
  const isYear = last - first === 11;
  const label = ({ name, year }: MonthOfYear) => `${stem(name)} ${year}`;
  return span.kind === "named" && !isYear ? { ...span, ends: { from: label(from), to: label(to) } } : span;
}

/** So many months from one on, which is counted from year 0. */
function monthSpan(first: number, months: number): PeriodReading {
  const [startYear, endYear] = [first, first + months - 1].map((index) => Math.floor(index / 12)) as [number, number];
  const [start, end] = [first % 12, (first + months - 1) % 12] as [number, number];
  if (startYear === endYear && months > 1) return named(`${monthStems[start]}-${monthStems[end]} ${endYear}`);
  const day = (index: number) => `${Math.floor(index / 12)}-${pad((index % 12) + 1)}-01`;
  return named(`${day(first)}/${day(first + months)}`);
}

const stem = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1, 3).toLowerCase()}`;

const until =
  "to|up\\s+to|until|ending|ended|ending\\s+in|ended\\s+in|to\\s+(?:the\\s+)?end(?:\\s+of)?|up\\s+to\\s+the\\s+end\\s+of";

/**
 * The times that a figure can be of, the longer forms first. A year to April is the twelve months before the first of
 * April, or those that end with it: the words may mean either.
 */
export const longPeriods: readonly Family[] = [
  // A part of a year is not the year.
  family(
    `(?:the\\s+)?(first|last|second)\\s+(?:(${Object.keys(monthCounts).join("|")}|\\d{1,2})\\s+months|(half))\\s+(?:of|in)\\s+((?:19|20)\\d{2})`,
    ([which = "", count = "", half = "", year = ""]) => {
      const months = half ? 6 : (monthCounts[count.toLowerCase()] ?? Number(count));
      if (!(months > 1 && months < 12)) return undefined;
      const first = /^first/iu.test(which) ? 1 : 13 - months;
      return named(`${monthStems[first - 1]}-${monthStems[first + months - 2]} ${year}`);
    },
  ),
  family(
    "(?:(?:the\\s+)?(?:early|late|mid|spring|summer|autumn|winter|end|start|beginning|middle)|the\\s+(?:same\\s+\\p{L}+|first\\s+\\p{L}+\\s+months?))[\\s-](?:of\\s+|in\\s+|to\\s+)?(?:the\\s+)?(?:(?:19|20)\\d{2})(?!\\s?[/‐‑‒–-]\\s?\\d)",
    () => vague,
  ),
  family(`(?:${number})\\s+(?:months|weeks|quarters|days)\\s+of\\s+(?:19|20)\\d{2}`, () => vague),
  // Nor is a day of it, or a season.
  family(
    "(?:christmas(?:\\s+(?:eve|day))?|boxing\\s+day|new\\s+year(?:[’']?s)?(?:\\s+(?:eve|day))?|easter(?:\\s+(?:sunday|monday|weekend))?|good\\s+friday|black\\s+friday|halloween|hallowe[’']en|bonfire\\s+night|thanksgiving|ramadan)\\s+(?:of\\s+|in\\s+)?(?:19|20)\\d{2}",
    () => vague,
  ),
  family(`(?:early|late|mid)[\\s-]${month}(?:\\s+\\d{4})?`, () => vague),
  family(
    `(?:the\\s+)?(?:(?:financial\\s+|fiscal\\s+)?years?|(?:12|twelve)[-\\s]months?(?:\\s+period)?|YE)\\s+(${until}|(?=${month}\\s))\\s*(?:(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+)?(${month})\\s+(\\d{4})`,
    ([how = "", day = "", name = "", year = ""]) => {
      const ending = `year ending ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
      if (monthNumber(name) !== 4) return named(ending);
      const before = `${Number(year) - 1}/${shortYear(Number(year) - 1)}`;
      if (day !== "") return Number(day) <= 6 ? named(before) : named(ending);
      return /^(?:up\s+)?to$/iu.test(how) ? named(before, ending) : named(ending);
    },
  ),
  family(
    `(?:the\\s+)?(three|3|six|6|nine|9)[-\\s]months?(?:\\s+period)?\\s+(?:${until})\\s+(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(${month})\\s+(\\d{4})`,
    ([length = "", name = "", year = ""]) => {
      const months = /^(?:three|3)/iu.test(length) ? 3 : /^(?:six|6)/iu.test(length) ? 6 : 9;
      return monthSpan(Number(year) * 12 + monthNumber(name) - months, months);
    },
  ),
  // As New Zealand says it: the December 2008 year, the June 2009 quarter.
  family(`(?:the\\s+)?(${month})\\s+(\\d{4})\\s+(year|quarter)`, ([name = "", year = "", length = ""]) =>
    /^year/iu.test(length)
      ? named(`year ending ${name} ${year}`)
      : monthSpan(Number(year) * 12 + monthNumber(name) - 3, 3),
  ),
  family(`(?:the\\s+)?quarter\\s+(?:${until})\\s+(${month})\\s+(\\d{4})`, ([name = "", year = ""]) =>
    monthSpan(Number(year) * 12 + monthNumber(name) - 3, 3),
  ),
  family(
    `(?:the\\s+)?(?:quarter\\s+([1-4])|q([1-4])|(first|second|third|fourth|last)\\s+quarter)(?:\\s*\\(${month}\\s*(?:to|[‐‑‒–-]|and)\\s*${month}\\))?,?\\s+(?:of\\s+|in\\s+)?(\\d{4})`,
    ([digit = "", short = "", word = "", year = ""]) =>
      named(`${year} Q${digit || short || ordinal.indexOf(word.toLowerCase()) + 1 || 4}`),
  ),
  family(
    "(?:between\\s+|from\\s+)?(?:the\\s+)?(?:(first|second|third)|q([1-3]))\\s+(?:and|to)\\s+(?:the\\s+)?(?:(second|third|fourth|last)\\s+quarters?|q([2-4]))\\s+(?:of\\s+)?(\\d{4})",
    ([first = "", q1 = "", second = "", q2 = "", year = ""]) => {
      const [from, to] = [
        q1 || ordinal.indexOf(first.toLowerCase()) + 1,
        q2 || ordinal.indexOf(second.toLowerCase()) + 1 || 4,
      ].map(Number);
      if (from === undefined || to === undefined || from >= to) return undefined;
      return {
        kind: "named",
        labels: [`${monthStems[(from - 1) * 3]}-${monthStems[to * 3 - 1]} ${year}`],
        ends: { from: `${year} Q${from}`, to: `${year} Q${to}` },
      };
    },
  ),
  family(`(\\d{4})\\s+q([1-4])`, ([year, quarter]) => named(`${year} Q${quarter}`)),
  family(
    `(?:the\\s+)?week\\s+(?:ending|ended|to)\\s+(?:\\p{L}+\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(${month})(?:,?\\s+(\\d{4}))?`,
    ([day = "", name = "", year = ""]) => {
      if (year === "") return vague;
      const end = Date.UTC(Number(year), monthNumber(name) - 1, Number(day));
      const iso = (days: number) => new Date(end + days * 86_400_000).toISOString().slice(0, 10);
      return named(`${iso(-6)}/${iso(1)}`);
    },
  ),
  // The end of a month is a day of it, or the month.
  family(
    `(?:the\\s+)?(?:end|start|beginning|middle|same\\s+month)(?:-|\\s+(?:of\\s+)?)${month}(?:,?\\s+\\d{4})?`,
    () => vague,
  ),
  family(
    `((?:from|between)\\s+)?(?:1(?:st)?\\s+)?(${month})\\s+(\\d{4})\\s*(to|and|until|[‐‑‒–-])\\s*(?:(?:28|29|30|31)(?:st|nd|rd|th)?\\s+)?(${month})\\s+(\\d{4})`,
    // "In April 2000 and September 2017" are two months.
    ([lead = "", fromName = "", fromYear = "", word = "", toName = "", toYear = ""]) =>
      lead === "" && /^and$/iu.test(word)
        ? undefined
        : interval({ name: fromName, year: Number(fromYear) }, { name: toName, year: Number(toYear) }),
  ),
  family(
    `(?:(?:from|between)\\s+)?(?:1(?:st)?\\s+)?(${month})\\s*(?:to|and|until|[‐‑‒–-])\\s*(?:(?:28|29|30|31)(?:st|nd|rd|th)?\\s+)?(${month})\\s+(\\d{4})`,
    ([from = "", to = "", year = ""]) => interval({ name: from, year: Number(year) }, { name: to, year: Number(year) }),
  ),
];

/** "The previous 12 months" go back a year, "on the quarter" one. */
function unitOf(words: string): PreviousUnit {
  if (/year|^y|(?:12|twelve)[-\s]months?|annual/iu.test(words)) return "year";
  if (/quarter|^q|(?:three|3)[-\s]months?/iu.test(words)) return "quarter";
  if (/month|^m/iu.test(words)) return "month";
  return /week/iu.test(words) ? "week" : "period";
}

const before = "before|earlier|previously|prior|previous";
const weekday = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";

/** Nouns that a year stands before without being when they are of: laws, votes, plans. */
const yearNames =
  /^\s+(?:\p{L}+\s+){0,2}?(?:act|bill|election|referendum|budget|review|manifesto|white\s+paper|green\s+paper|regulations?|strategy|plan|target|agreement|olympics|games|world\s+cup|prices|guidance|boundaries|constituencies)(?!\p{L})/iu;

/** Single years, quarters and months, and times that are only said of another; days have been read before. */
export const periods: readonly Family[] = [
  family(
    "(?:(?:the\\s+)?(?:financial|fiscal|academic|school|tax)\\s+years?\\s+(?:ending\\s+)?)?(\\d{4})(\\s?[/‐‑‒–-]\\s?)(\\d{4}|\\d{2})(?!\\s?(?:%|per\\s?cent|pc(?!\\p{L})))(?:\\s+(?:financial|fiscal|academic|school|tax)\\s+year)?",
    ([first = "", dash = "", second = ""]) => {
      const year = Number(first);
      const end = second.length === 4 ? Number(second) : Math.floor(year / 100) * 100 + Number(second);
      if (end === year + 1 || second === shortYear(year)) return named(`${year}/${shortYear(year)}`);
      const isShort = second.length === 2 && end - year < 60 && !/\s/u.test(dash);
      return end > year && year >= 1800 && end < 2100 && (second.length === 4 || isShort)
        ? years(year, end)
        : undefined;
    },
  ),
  {
    // `in 2018 to 2019` is a financial year; `from 2018 to 2019` says when something began and ended.
    ...family(
      "(?:(?:the\\s+)?(?:financial|academic|school|tax)\\s+year\\s+)?((?:19|20)\\d{2})\\s+to\\s+((?:19|20)\\d{2})(?:\\s+(?:financial|academic|school|tax)\\s+year)?",
      ([first, second]) =>
        Number(second) === Number(first) + 1
          ? named(`${first}/${shortYear(Number(first))}`)
          : Number(second) > Number(first)
            ? years(Number(first), Number(second))
            : undefined,
    ),
    pattern:
      /(?<![\p{L}\p{N}.,/-])(?<!(?:from|between)\s)(?:(?:the\s+)?(?:financial|academic|school|tax)\s+year\s+)?((?:19|20)\d{2})\s+to\s+((?:19|20)\d{2})(?:\s+(?:financial|academic|school|tax)\s+year)?(?![\p{L}\p{N}%/-])/giu,
  },
  {
    // "12 September 2019" is a day.
    ...family(`(${month}),?\\s+(\\d{4})`, ([name = "", year]) => named(`${stem(name)} ${year}`)),
    pattern: new RegExp(`(?<![\\p{L}\\p{N}]|\\d(?:st|nd|rd|th)?\\s)(${month}),?\\s+(\\d{4})(?![\\p{L}\\p{N}])`, "giu"),
  },
  family(
    `(?:(?:the\\s+)?(?:same|corresponding|equivalent)\\s+(?:period|quarter|month|week|time|point|\\d+\\s+months)\\s+(?:of\\s+|in\\s+)?)?((?:the\\s+|a\\s+)?(?:previous|preceding|prior)\\s+(?:financial\\s+|calendar\\s+|academic\\s+|school\\s+|reporting\\s+)?(?:year|quarter|month|week|period|(?:12|twelve)[-\\s]months?(?:\\s+period)?|(?:three|3)[-\\s]months?(?:\\s+period)?)|(?:the|a|one)\\s+(?:year|quarter|month|week)\\s+(?:${before})|(?:12|twelve|three|3)\\s+months\\s+(?:${before})|(?:year|quarter|month|week)[-\\s](?:on|over)[-\\s](?:year|quarter|month|week)|[yqm](?:-o-|/)[yqm]|yoy|(?:on|over)\\s+the\\s+(?:year|quarter|month|week)(?=\\s*[,.;)(]|\\s+(?:to|and|from|in|but|while)(?!\\p{L})|\\s*$))`,
    ([words = ""]) => ({ kind: "previous", unit: unitOf(words) }),
  ),
  family(
    [
      `(?:over|in|within|during|across|for|throughout)\\s+(?:the\\s+|a\\s+|its\\s+)?(?:(?:last|past|next|previous|preceding|first|same|following)\\s+)?(?:${number})[-\\s](?:year|month|week|day|decade)s?(?:\\s+period)?`,
      `(?:the\\s+|over\\s+the\\s+|in\\s+the\\s+|a\\s+)?(?:past|last|latest|next|previous|preceding)\\s+(?:financial\\s+|calendar\\s+|academic\\s+)?(?:year|decade|quarter|month|week|(?:few|several|(?:${number}))\\s+(?:years|months|weeks|days|decades|quarters))`,
      `(?:${number}|a\\s+few|several|a)\\s+(?:years?|months|weeks?|decades?)\\s+(?:ago|earlier|before|previously)`,
      "this\\s+(?:year|month|quarter|week|spring|summer|autumn|winter)|last\\s+(?:spring|summer|autumn|winter|night)|(?:in\\s+|the\\s+)?(?:recent|previous|preceding|earlier)\\s+(?:years|months|weeks|quarters)",
      `(?:last|this|on|on\\s+the)\\s+${weekday}|yesterday|overnight`,
      "(?:the\\s+)?(?:same|corresponding|equivalent)\\s+(?:period|quarter|month|week|time|point|day)(?:\\s+(?:last\\s+year|a\\s+year\\s+ago))?",
      "(?:at|by)\\s+the\\s+(?:end|start|beginning)\\s+of\\s+(?:the|this|that|last)\\s+(?:financial\\s+|calendar\\s+|academic\\s+|school\\s+)?(?:year|quarter|month)",
      "currently|presently|at\\s+present",
    ].join("|"),
    () => vague,
  ),
  {
    // A month without a year; "may" and "march" are words too.
    pattern: new RegExp(
      `(?<=(?<!\\p{L})(?:in|during|since|by|for|from|of|to|until|last|this|between|and|early|late|than)\\s)(?:${month})(?:\\s*(?:to|and|[‐‑‒–-])\\s*(?:${month}))?(?![\\p{L}\\p{N}]|\\s\\d)`,
      "giu",
    ),
    read: (match) => (/^\p{Lu}/u.test(match[0]) ? { ...spanOf(match), kind: "period", period: vague } : undefined),
  },
  {
    // A bare year, unless it counts something: "2019 offences", "up 2019%".
    pattern: /(?<![\p{L}\p{N}£$€.,/-])(?:19|20)\d{2}(?![\p{L}\p{N}%/]|[.,:]\p{N}|[-–]\p{L}|\s?(?:%|per\s?cent))/giu,
    read(match, text) {
      const rest = text.slice(match.index + 4);
      const next = /^\s+(\p{Ll}+)/u.exec(rest);
      const counts =
        next &&
        /(?:ces|mes|ses|nts|rts|ths|ts|ren|ple|ims|als|men|ers|ons|ies)$/u.test(next[1] ?? "") &&
        !/^(?:was|has|is)$/.test(next[1] ?? "");
      const lead = text.slice(Math.max(0, match.index - 14), match.index);
      const isTime =
        /(?:^|[\s(])(?:in|during|since|of|until|by|from|to|between|and|than|year|for|before|after|through)\s$/iu.test(
          lead,
        );
      if (counts && !isTime) return undefined;
      const isLaw = /\p{L}\s(?:Act|Order|Regulations|Bill)\s$/u.test(lead);
      // "Up 26% to 2077" may be what it came to.
      const isLevel = /(?:%|per\s?cent|pc)\s+to\s$/iu.test(lead);
      const isOpen = yearNames.test(rest) || isLaw || isLevel;
      return { ...spanOf(match), kind: "period", period: isOpen ? vague : named(match[0]) };
    },
  },
];

/** From the first of one year to the last of another. */
function years(from: number, to: number): PeriodReading {
  return {
    kind: "named",
    labels: [`${from}-01-01/${to + 1}-01-01`],
    ends: { from: String(from), to: String(to) },
  };
}

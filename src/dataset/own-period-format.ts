import { didYouMean } from "../diagnostics/index.ts";
import { englishMonths, type MonthWords } from "./month-names.ts";
import { formatNames, look, type PeriodLook, type YearStarts } from "./period-looks/look.ts";
import {
  calendarYear,
  dayOf,
  firstOfTwo,
  halfOf,
  isoWeek,
  monthIndex,
  monthOf,
  quarterOf,
  type Span,
  yearEnding,
  yearEndingIn,
  yearFrom,
  yearOf,
  yearRange,
} from "./period-span.ts";

/** A text with holes, such as `Season {yyyy}/{yy}`. */
export type OwnFormat = `${string}{${string}}${string}`;

/** What may stand in a hole, by its name. What stands at `any` is not read: `{yyyy}{any}` takes days for their years. */
const holes = {
  yyyy: "(\\d{4})",
  yy: "(\\d{2})",
  "19yy": "(\\d{2})",
  "20yy": "(\\d{2})",
  "start-yyyy": "(\\d{4})",
  "start-yy": "(\\d{2})",
  "end-yyyy": "(\\d{4})",
  "end-yy": "(\\d{2})",
  "from-yyyy": "(\\d{4})",
  "to-yyyy": "(\\d{4})",
  "from-yy": "(\\d{2})",
  "to-yy": "(\\d{2})",
  mm: "(\\d{1,2})",
  month: "",
  "end-month": "",
  dd: "(\\d{1,2})",
  q: "([1-4])",
  h: "([12])",
  ww: "(\\d{1,2})",
  "q-start": "(0?1|0?4|0?7|10)",
  "q-end": "(0?3|0?6|0?9|12)",
  last: "(28|29|30|31)",
  any: "(.*)",
} as const;

type Hole = keyof typeof holes;
export const holeNames = Object.keys(holes) as readonly Hole[];

/** The holes of one format; a second year stands under its own name. */
type Filled = Partial<Record<Hole | "second", string>>;

const isHole = (name: string): name is Hole => Object.hasOwn(holes, name);
const braced = (name: string): string => `{${name}}`;

/** Which holes make a period together, beside those of a year, and the span that they stand for. */
const parts: readonly {
  readonly holes: readonly Hole[];
  readonly read: (filled: Filled, year: Year) => Span | undefined;
}[] = [
  { holes: [], read: (_, year) => year.whole },
  { holes: ["month"], read: ({ month }, year) => year.month(Number(month)) },
  { holes: ["month", "dd"], read: ({ month, dd }, year) => dayOf(year.calendar, Number(month), Number(dd)) },
  { holes: ["q"], read: ({ q }, year) => year.from((first) => quarterOf(first, Number(q))) },
  { holes: ["h"], read: ({ h }, year) => year.from((first) => halfOf(first, Number(h))) },
  {
    holes: ["q-start"],
    read: (filled, year) => year.from((first) => quarterOf(first, (Number(filled["q-start"]) + 2) / 3)),
  },
  { holes: ["month", "last"], read: ({ month, last }, year) => lastDayOf(year.month(Number(month)), last) },
  {
    holes: ["q-end", "last"],
    read: (filled, year) =>
      lastDayOf(
        year.from((first) => quarterOf(first, Number(filled["q-end"]) / 3)),
        filled.last,
      ),
  },
  { holes: ["ww"], read: ({ ww }, year) => isoWeek(year.calendar, Number(ww)) },
  { holes: ["end-month"], read: (filled, year) => yearEnding(monthOf(year.calendar, Number(filled["end-month"]))) },
];

/** A month or a quarter that is called by its last day, and nothing where that day is another; many programs know no leap years. */
const lastDayOf = (span: Span | undefined, day: string | undefined): Span | undefined => {
  if (!span) return undefined;
  const end = new Date(`${span.endExclusive}T00:00:00Z`);
  end.setUTCDate(0);
  const last = end.getUTCDate();
  return last === Number(day) || (last === 29 && Number(day) === 28) ? span : undefined;
};

/** Parts that a financial year has too. */
const ofFinancialYears: readonly string[] = ["", "month", "q", "h"];

interface Year {
  readonly calendar: number | undefined;
  readonly whole: Span | undefined;
  month(number: number): Span | undefined;
  from(read: (firstMonth: number) => Span | undefined): Span | undefined;
}

/**
 * Reads a format of the user's own. The span follows from the holes: a year and a month are a month, two years that follow
 * each other a financial year.
 * @returns the look of its labels, or a sentence that says what is wrong with it.
 */
export function readOwnFormat(format: string, months: MonthWords): PeriodLook | string {
  const pieces = format.trim().split(/\{([^{}]*)\}/);
  const names = pieces.filter((_, index) => index % 2 === 1);
  const texts = pieces.filter((_, index) => index % 2 === 0);
  if (names.length === 0 || texts.some((text) => /[{}]/.test(text))) {
    return `"${format}" is none of the formats ${formatNames.join(", ")}, nor a text with holes such as "Season {yyyy}/{yy}"`;
  }
  const unknown = names.find((name) => !isHole(name));
  if (unknown !== undefined) {
    return `"${format}" has a hole {${unknown}}, and there are ${holeNames.map(braced).join(", ")}. ${didYouMean(unknown, holeNames)}`.trim();
  }
  const keys = keysOf(names as readonly Hole[]);
  const twice = keys.find((key, index) => key !== "any" && keys.indexOf(key) !== index);
  if (twice !== undefined) return `"${format}" has more than one hole for the same, {${twice}}`;
  const read = spanReader(keys);
  if (typeof read === "string") return `"${format}" ${read}`;
  const source = pieces
    .map((piece, index) => (index % 2 === 0 ? literal(piece) : holeSource(piece as Hole, { pieces, index, months })))
    .join("");
  const readSpan = (found: readonly string[], starts: YearStarts) => {
    const filled: Filled = {};
    for (const [index, key] of keys.entries()) {
      const text = found[index] ?? "";
      const name = names[index];
      const isName = name === "month" || name === "end-month";
      filled[key] = isName ? String(months.numberOf(text)) : centuryOf(name) + text;
    }
    return read(filled, starts);
  };
  // `Jan 2021`, read as its year, is no name of that.
  return look(source, readSpan, keys.includes("any") ? { isCode: true } : {});
}

/** What is wrong with a format, the name of a reading or a text with holes; undefined where nothing is. */
export function periodFormatProblem(format: string): string | undefined {
  if ((formatNames as readonly string[]).includes(format)) return undefined;
  const read = readOwnFormat(format, englishMonths);
  return typeof read === "string" ? read : undefined;
}

const centuryOf = (name: string | undefined): string => (/^(?:19|20)yy$/.exec(name ?? "")?.[0] ?? "").slice(0, 2);

/** The holes by what they are for: years in one key, a second in another, months as numbers and as names in one. */
function keysOf(names: readonly Hole[]): readonly (keyof Filled)[] {
  let years = 0;
  return names.map((name) => {
    if (/^(?:19|20|yy)yy$|^yy$/.test(name)) {
      years += 1;
      return years === 1 ? "yyyy" : years === 2 ? "second" : "yyyy";
    }
    if (name === "start-yy") return "start-yyyy";
    if (name === "end-yy") return "end-yyyy";
    if (name === "from-yy") return "from-yyyy";
    if (name === "to-yy") return "to-yyyy";
    return name === "mm" ? "month" : name;
  });
}

const yearKeys: readonly string[] = ["yyyy", "second", "start-yyyy", "end-yyyy", "from-yyyy", "to-yyyy"];

/** How the span is found, or what is wrong with the holes. */
function spanReader(
  keys: readonly (keyof Filled)[],
): ((filled: Filled, starts: YearStarts) => Span | undefined) | string {
  const years = keys
    .filter((key) => yearKeys.includes(key))
    .sort()
    .join("+");
  const others = keys.filter((key) => !yearKeys.includes(key) && key !== "any");
  const part = parts.find(
    ({ holes: own }) => own.length === others.length && own.every((hole) => others.includes(hole)),
  );
  if (years === "") return "has no hole for a year, such as {yyyy}";
  if (years === "from-yyyy+to-yyyy") {
    if (others.length > 0) return "is of a range of years, which has no parts";
    return (filled) => yearRange(yearOf(filled["from-yyyy"]), yearOf(filled["to-yyyy"]));
  }
  const isCalendar = years === "yyyy";
  if (!isCalendar && !["second+yyyy", "end-yyyy", "start-yyyy", "end-yyyy+start-yyyy"].includes(years)) {
    return `has years that say no span together: ${years.split("+").map(braced).join(", ")}`;
  }
  if (!part || (!isCalendar && !ofFinancialYears.includes(others.join()))) {
    return `has holes that say no period together: ${keys.map(braced).join(", ")}`;
  }
  return (filled, starts) => part.read(filled, isCalendar ? calendar(yearOf(filled.yyyy)) : financial(filled, starts));
}

const calendar = (year: number | undefined): Year => ({
  calendar: year,
  whole: calendarYear(year),
  month: (number) => monthOf(year, number),
  from: (read) => (year === undefined ? undefined : read(monthIndex(year, 1))),
});

function financial(filled: Filled, { financial: startMonth }: YearStarts): Year {
  const [start, end] = [filled["start-yyyy"] ?? filled.yyyy, filled["end-yyyy"] ?? filled.second];
  const endYear = yearOf(end);
  const first =
    start !== undefined && end !== undefined
      ? firstOfTwo(start, end)
      : start !== undefined
        ? yearOf(start)
        : endYear === undefined
          ? undefined
          : startMonth === 1
            ? endYear
            : endYear - 1;
  const whole = yearFrom(first, startMonth);
  return {
    calendar: undefined,
    whole: start === undefined ? yearEndingIn(endYear, startMonth) : whole,
    month: (number) => monthOf(first === undefined ? undefined : number >= startMonth ? first : first + 1, number),
    from: (read) => (first === undefined ? undefined : read(monthIndex(first, startMonth))),
  };
}

const literal = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\/]/g, "\\$&").replaceAll(/\s+/g, "\\s+");

interface HoleContext {
  readonly pieces: readonly string[];
  readonly index: number;
  readonly months: MonthWords;
}

/** Numbers of one digit or two have two where digits follow or go before: of `{yyyy}{mm}`, say. */
function holeSource(name: Hole, { pieces, index, months }: HoleContext): string {
  if (name === "month" || name === "end-month") return months.source;
  const touches =
    (index > 1 && pieces[index - 1] === "") ||
    (index + 2 < pieces.length && pieces[index + 1] === "") ||
    /\d$/.test(pieces[index - 1] ?? "") ||
    /^\d/.test(pieces[index + 1] ?? "");
  return touches ? holes[name].replace("{1,2}", "{2}") : holes[name];
}

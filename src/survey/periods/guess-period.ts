import { periodMonths, periodReadings } from "../../dataset/index.ts";
import { cellText } from "../../tables/index.ts";
import { meaningOf } from "../meaning-of.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { formatOfCodes, isPeriodCode, midYear } from "../table/survey-column.ts";
import { textIn } from "../text-in.ts";
import { wordsOf } from "../words.ts";
import { isOfBirth } from "./birth-dates.ts";
import { daysWithTimes } from "./days-of-cases.ts";
import {
  fewestDates,
  formatBySaid,
  formatOfDates,
  formatOfTwoYears,
  formatOfYears,
  isOfYears,
} from "./format-of-dates.ts";
import { languagesOfMonths, partsAmong } from "./parts-of-languages.ts";
import type { PeriodGuess } from "./period-guess.ts";

const ownName =
  /^(?:(?:calend[ae]r|financial|fiscal|academic|school|reporting) ?)?(?:year|period|time ?period|month|quarter|week|date|time|season|yr|fy)s?$|blwyddyn/iu;
const partName = /\b(?:months?|quarters?|qtr|mon|weeks?|mes|monat|mois|mese|m[êe]s|semana|woche|semaine)\b/iu;
const dayName =
  /^(?:date|day|d[ií]a|tag|jour|giorno|day ?(?:of ?(?:the ?)?month|(?:of )?end ?of ?week|num(?:ber)?))$/iu;

const monthCode = /^M(?:0[1-9]|1[0-2])$/u;

/** Ways to write a year and a part of it together. */
const ways: readonly {
  readonly join: (year: string, part: string) => string;
  readonly format?: PeriodGuess["format"];
  readonly part: RegExp;
}[] = [
  { join: (year, part) => `${part} ${year}`, part: /^[a-z]{3,9}$/iu },
  // `Jan-Mar`, as a column of quarters says them.
  { join: (year, part) => `${part} ${year}`, part: /^[a-z]{3,9}(?: ?[-–] ?| to )[a-z]{3,9}$/iu },
  { join: (year, part) => `${year} ${part}`, part: /^(?:(?:q|h)\d|(?:p|period ?)\d{1,2})$/iu },
  { join: (year, part) => `${year} P${part}`, part: /^period:\d{1,2}$/u },
  { join: (year, part) => `${year}-${part}`, format: "{yyyy}-{mm}", part: /^month:(?:0?[1-9]|1[0-2])$/u },
  { join: (year, part) => `${year} Q${part}`, part: /^quarter:[1-4]$/u },
  { join: (year, part) => `${year}-W${part}`, format: "{yyyy}-W{ww}", part: /^week:\d{1,2}$/u },
  // As the Bureau of Labor Statistics writes months.
  { join: (year, part) => `${year}-${part}`, format: "{yyyy}-M{mm}", part: monthCode },
];

/** Finds the columns that tell the period of each row: a year and its part in two columns, else the first that is full. */
export function guessPeriod(
  survey: TableSurvey,
  { figures, downwards }: { readonly figures: readonly ColumnSurvey[]; readonly downwards: readonly ColumnSurvey[] },
): PeriodGuess | undefined {
  const codesOf = (column: ColumnSurvey) => survey.sheet.columns[column.index]?.codes;
  const rows = survey.rows.filter((row) => figures.some((column) => codesOf(column)?.[row] !== 0));
  // Of a list without figures, each row is counted.
  const told = figures.length === 0 ? survey.rows : rows;
  const isFull = (column: ColumnSurvey) =>
    downwards.includes(column) || rows.every((row) => codesOf(column)?.[row] !== 0);
  const { periods, years, parts } = timesAmong(survey.columns.filter(isFull), figures.length > 0);
  const day = survey.columns.find(
    (column) => !column.isOfOnePerson && dayName.test(meaningOf(column.name)) && isFull(column),
  );
  const dated = periods.find((column) => column !== years && areDays(column.texts));
  const joined = years
    ? parts
        .map((part) => (day && joinDays({ years, part, day })) ?? joinParts(survey, { years, part, rows: told }))
        .find((own) => own !== undefined)
    : undefined;
  // A date in each row says more than its year and its month beside it.
  const isByDate = joined !== undefined && dated !== undefined && isFiner(survey, dated, { joined, rows: told });
  if (joined && !isByDate) return asSpans(joined, survey);
  // In most rows there is a period; a filter of rows takes a star for anything.
  const read = periods.filter((own) => {
    const cells = survey.sheet.columns[own.index];
    const isRead = cells?.values.map((cell) => {
      const text = cellText(cell).trim();
      return midYear.test(text) || isPeriodCode(text) || periodReadings(text).length > 0;
    });
    const known = rows.filter((row) => isRead?.[cells?.codes[row] ?? 0] === true).length;
    const hasStar = own.texts.some((text) => text.includes("*") && periodReadings(text).length === 0);
    return downwards.includes(own) || (known >= rows.length / 2 && !hasStar);
  });
  const named = isByDate ? dated : (read.find(({ name }) => ownName.test(meaningOf(name))) ?? read[0]);
  if (!named) {
    const others = survey.columns.filter(isFull);
    return weeksAmong(others) ?? daysWithTimes(others) ?? partsAmong(others) ?? shortYearsAmong(others);
  }
  const column = isByDate ? named : finest(survey, { named, usable: read, rows });
  if (column.format !== undefined) return { columns: [column], joined: undefined, format: column.format, others: [] };
  const half = column.texts.every((text) => midYear.test(text)) ? /\..*$/u.exec(column.texts[0] ?? "")?.[0] : undefined;
  if (half !== undefined) return { columns: [column], joined: undefined, format: `{yyyy}${half}`, others: [] };
  const ofCodes = formatOfCodes(meaningOf(column.name), column.texts);
  if (ofCodes !== undefined) return { columns: [column], joined: undefined, format: ofCodes, others: [] };
  const others = column.texts.filter((text) => periodReadings(text).length === 0);
  // Days on which years end are no quarters.
  const areEnds = endOfYear.test(meaningOf(column.name));
  const format = areEnds
    ? undefined
    : (formatOfDates(column.texts) ??
      formatBySaid(column) ??
      formatOfYears(column.texts, isOfYears(column.name)) ??
      formatOfTwoYears(column.texts, [column.name, ...survey.titles].join(" ")));
  return asSpans({ columns: [column], joined: undefined, format, others }, survey);
}

const endOfYear =
  /^(?:ytd|(?:financial |fiscal |calendar )?year (?:to(?: date)?|end(?:s|ed|ing)?)|(?:12|twelve) months (?:to|end(?:ed|ing)))\b/iu;

/** Whether all rows are of one year of which a part is said above the table to be their period: `April to June 2020` above `2020-21`. */
export function isPartSaidAbove({ columns, joined }: PeriodGuess, { periodAbove }: TableSurvey): boolean {
  const [column] = columns;
  const [above] = periodReadings(periodAbove?.said ?? "");
  const [year, other] = column?.texts.length === 1 ? periodReadings(column.texts[0] ?? "") : [];
  if (joined !== undefined || !above || !year || other) return false;
  const isWithin = year.start <= above.start && above.endExclusive <= year.endExclusive;
  return isWithin && periodMonths(above) < periodMonths(year);
}

/** The columns of periods, that of the years among them, and those of parts of these. */
function timesAmong(columns: readonly ColumnSurvey[], hasFigures: boolean) {
  const all = columns.filter(({ kind }) => kind === "period");
  const ofNobody = all.filter(({ name }) => !isOfBirth(name));
  // When people were born is the time of figures where nothing else is, and never that of a list of them.
  const full = ofNobody.length > 0 || !hasFigures ? ofNobody : all;
  // The one day on which all was written down is the time of none of the figures that have times of their own.
  const periods = full.filter(({ texts }) => texts.length > 1 || !full.some((other) => other.texts.length > 1));
  const parts = columns.filter(
    (column) =>
      partName.test(meaningOf(column.name)) ||
      isOfNumberedPeriods(column) ||
      column.texts.every((text) => monthCode.test(text)) ||
      isOfMonths(column),
  );
  const years =
    periods.find(areYears) ??
    periods.find(({ texts }) => texts.every(isYearOrYears)) ??
    // The year of all rows, of which another column has the months, where none says both.
    (parts.some(({ texts }) => texts.length > 1) && !periods.some(({ texts }) => texts.length > 1)
      ? full.find((column) => isPlainlyPeriod(column) && areYears(column))
      : undefined);
  return { periods, years, parts: parts.filter((part) => part !== years) };
}

/**
 * The column of periods that tells rows apart, with the labels beside it: days of a week each, beside the year that they lie in, or the years of
 * figures, beside the day on which they were written down. The one that is called so, where it does, or where none does.
 */
function finest(
  survey: TableSurvey,
  {
    named,
    usable,
    rows,
  }: { readonly named: ColumnSurvey; readonly usable: readonly ColumnSurvey[]; readonly rows: Uint32Array },
): ColumnSurvey {
  const labels = survey.columns.filter(({ kind }) => kind === "label");
  const told = (column: ColumnSurvey) => {
    const codes = [...labels, column].map(({ index }) => survey.sheet.columns[index]?.codes);
    return new Set(Array.from(rows, (row) => codes.map((own) => own?.[row] ?? 0).join())).size;
  };
  if (usable.length < 2 || told(named) === rows.length) return named;
  return usable.find((column) => column !== named && told(column) === rows.length) ?? named;
}

const areYears = ({ texts }: ColumnSurvey): boolean => texts.every((text) => /^(?:19|20)\d{2}$/u.test(text));

/** `2015`, `2015/16`, `2015-2016`; `2022-01` is a month. */
function isYearOrYears(text: string): boolean {
  const { first = "", second = "" } =
    /^(?<first>(?:19|20)\d{2})(?:[/–-](?<second>\d{2,4}))?$/u.exec(text)?.groups ?? {};
  const next = Number(first) + 1;
  return first !== "" && (second === "" || second === String(next) || second === String(next).slice(2));
}

/** What a heading, or a column that says one thing of all rows, has of periods that are called by their first or last day or month. */
const spanWords: readonly { readonly look: RegExp; readonly words: string; readonly days: number }[] = [
  {
    look: /\b(?:weeks? ?(?:end(?:ing|ed|s)?|to)|end(?:ing)? (?:of )?(?:the )?week|w\/?e)\b/iu,
    words: "week ending",
    days: 7,
  },
  {
    look: /\b(?:weeks? ?(?:commencing|beginning|starting|start|begin)|w\/?[bc])\b/iu,
    words: "week commencing",
    days: 7,
  },
  {
    look: /^(?:12|twelve)[ -]months?[ -](?:ending|ended|to)$|^(?:rolling year|year ending)$/iu,
    words: "12 months ending",
    days: 0,
  },
];

const yearEnding = /^(?:(?:12|twelve)[ -]months?|(?:rolling )?year)[ -](?:end(?:ing|ed)?|to)$/iu;

/** Days that are each the last of a week, by their heading, and months that are each the last of twelve, as the time that they stand for. */
function asSpans(guess: PeriodGuess, { columns }: TableSurvey): PeriodGuess {
  const [column] = guess.columns;
  if (!column || guess.others.length > 0 || guess.format !== undefined) return guess;
  const isOne = guess.joined === undefined;
  // `Year ending` above `Mar 19` says of each month that it is the last of twelve.
  const isSaid = isOne && yearEnding.test(wordsOf(column.name));
  if (guess.columns.some(({ name, ref }) => name === "" || ref !== name || /[{}]/u.test(name))) return guess;
  const said = columns.flatMap(({ texts: [text = "", other] }) => (other === undefined ? [text] : []));
  const span = spanWords.find(({ look, days }) =>
    days > 0 ? isOne && look.test(wordsOf(column.name)) : isSaid || said.some((text) => look.test(text.trim())),
  );
  if (!span) return guess;
  const labels = isOne ? column.texts : ["January 2000"];
  const isRead = labels.every((text) => periodReadings(`${span.words} ${text}`).length > 0);
  const areMonths = isOne
    ? labels.every((text) => periodReadings(text)[0]?.format === "month")
    : /^\{[^{}]+\} \{[^{}]+\}$/u.test(guess.joined ?? "");
  const isOfKind = span.days > 0 ? areWeekly(labels) : areMonths;
  if (!isRead || !isOfKind) return guess;
  return { ...guess, joined: `${span.words} ${guess.joined ?? `{${column.ref}}`}` };
}

/** Whether days are all the same of the week, by one way to read them. */
function areWeekly(texts: readonly string[]): boolean {
  const all = texts.map((text) => periodReadings(text));
  const ways = Math.max(0, ...all.map(({ length }) => length));
  return Array.from({ length: ways }).some((_, way) => {
    const days = all.map((readings) => (readings[way] ?? readings[0])?.start ?? "");
    return (
      days.length > 1 &&
      all.every(([first]) => first?.format === "day") &&
      new Set(days.map((day) => new Date(`${day}T00:00:00Z`).getUTCDay())).size === 1
    );
  });
}

/** Whether texts are days, and each of them the day of something that has several a month. */
const areDays = (texts: readonly string[]): boolean =>
  texts.length >= fewestDates && texts.every((text) => periodReadings(text)[0]?.format === "day");

/** Whether dates lie in the years and months beside them, of which each has several: when somebody came, or was born, lies in others. */
function isFiner(
  { sheet }: TableSurvey,
  dated: ColumnSurvey,
  { joined, rows }: { readonly joined: PeriodGuess; readonly rows: Uint32Array },
): boolean {
  if (joined.columns.includes(dated)) return false;
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const parts = new Set(Array.from(rows, (row) => JSON.stringify(joined.columns.map((column) => textAt(row, column)))));
  const [years] = joined.columns;
  const yearOf = new Map(
    dated.texts.map((text) => [text, periodReadings(text).map(({ start }) => start.slice(0, 4))] as const),
  );
  const within = rows.filter(
    (row) => years && yearOf.get(textAt(row, dated))?.some((year) => textAt(row, years).startsWith(year)),
  );
  return dated.texts.length >= parts.size * fewestOfPart && within.length >= rows.length * mostlyWithin;
}

/** So many dates lie in the years beside them, where some years are financial ones. */
const mostlyWithin = 0.6;

/** So many days has each month or week, on average, of a table that is of days. */
const fewestOfPart = 1.5;

/** So many years of two digits, one after the other, are no codes. */
const fewestShort = 3;

/** A column called after years, of years of two digits that follow each other: `16`, `17`, `18`. */
function shortYearsAmong(columns: readonly ColumnSurvey[]): PeriodGuess | undefined {
  const column = columns.find(({ kind, name, texts }) => {
    if (kind === "figure" || !/^years?$/iu.test(meaningOf(name)) || texts.length < fewestShort) return false;
    if (!texts.every((text) => /^\d{2}$/u.test(text.trim()))) return false;
    const years = texts.map(Number).sort((a, b) => a - b);
    return years.every((year, at) => at === 0 || year === (years[at - 1] as number) + 1);
  });
  return column && { columns: [column], joined: undefined, format: "{yy}", others: [] };
}

/** A column of codes that are years and their weeks, `2021_46`: some are beyond 12, and none is beyond 53. */
function weeksAmong(columns: readonly ColumnSurvey[]): PeriodGuess | undefined {
  for (const column of columns) {
    if (column.kind !== "label" && column.kind !== "code") continue;
    const read = column.texts.map(
      (text) => /^(?:19|20)\d{2}(?<sign>[_ -]|[_ -]?[wW])(?<week>\d{1,2})$/u.exec(text.trim())?.groups,
    );
    const weeks = read.map((own) => Number(own?.week));
    const [sign, other] = new Set(read.map((own) => own?.sign));
    const areWeeks = weeks.length >= fewestDates && weeks.every((week) => week >= 1 && week <= 53);
    if (areWeeks && Math.max(...weeks) > 12 && sign !== undefined && other === undefined)
      return { columns: [column], joined: undefined, format: `{yyyy}${sign}{ww}`, others: [] };
  }
  return undefined;
}

/** Whether a column has the numbers of periods of a year: `P1` to `P13`, or numbers below `Rail period`. */
const isOfNumberedPeriods = ({ name, texts }: ColumnSurvey): boolean =>
  texts.length > 1 &&
  (texts.every((text) => /^(?:p|period ?)(?:0?[1-9]|1[0-3])$/iu.test(text.trim())) ||
    (/\bperiod(?: (?:number|no))?$/iu.test(wordsOf(name)) &&
      texts.every((text) => /^(?:0?[1-9]|1[0-3])$/u.test(text.trim()))));

/** Whether a column has the names of several months, and no heading that says anything else. */
const isOfMonths = ({ name, texts }: ColumnSurvey): boolean =>
  name === "" && texts.length > 1 && texts.every((text) => monthName.test(text.trim()));
const monthName =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/iu;

/** Whether the heading of a column says that it is of periods, and of nothing else. */
export const isPlainlyPeriod = ({ name }: Pick<ColumnSurvey, "name">): boolean => ownName.test(meaningOf(name));

interface Parts {
  readonly years: ColumnSurvey;
  readonly part: ColumnSurvey;
  readonly rows: Uint32Array;
}

/** A year, a month and a day in three columns: the month as a number, or by its name. */
function joinDays({
  years,
  part,
  day,
}: Readonly<Record<"years" | "part" | "day", ColumnSurvey>>): PeriodGuess | undefined {
  const isOf = ({ texts }: ColumnSurvey, most: number) =>
    texts.every((text) => /^\d{1,2}$/u.test(text) && Number(text) >= 1 && Number(text) <= most);
  if (!isOf(day, 31) || !years.texts.every((text) => /^\d{4}$/u.test(text))) return undefined;
  if (part.texts.every((text) => monthName.test(text.trim()) && periodReadings(`1 ${text} 2000`).length > 0))
    return {
      columns: [years, part, day],
      joined: `{${day.ref}} {${part.ref}} {${years.ref}}`,
      format: undefined,
      others: [],
    };
  if (!isOf(part, 12)) return undefined;
  return {
    columns: [years, part, day],
    joined: `{${years.ref}}-{${part.ref}}-{${day.ref}}`,
    format: "{yyyy}-{mm}-{dd}",
    others: [],
  };
}

function joinParts({ sheet }: TableSurvey, { years, part, rows }: Parts): PeriodGuess | undefined {
  const isNameless = years.name === "" || part.name === "";
  if (/[{}]/u.test(years.name + part.name) || (isNameless && !isOfMonths(part))) return undefined;
  const kind = /quarter|qtr/iu.test(part.name)
    ? "quarter"
    : /week|semana|woche|semaine/iu.test(part.name)
      ? "week"
      : /period/iu.test(part.name)
        ? "period"
        : "month";
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  let year = "";
  const pairs = new Set<string>();
  for (const row of rows) {
    year = textAt(row, years) || year;
    pairs.add(JSON.stringify([year, textAt(row, part)]));
  }
  const all = [...pairs].map((pair) => JSON.parse(pair) as [string, string]);
  for (const { join, format, part: look } of ways) {
    const fits = all.every(
      ([year, own]) =>
        (look.test(own) || look.test(`${kind}:${own}`)) &&
        (format !== undefined || periodReadings(join(year, own)).length > 0),
    );
    if (fits) return { columns: [years, part], joined: join(`{${years.ref}}`, `{${part.ref}}`), format, others: [] };
  }
  const lang = languagesOfMonths.find((own) =>
    all.every(
      ([of, name]) => /^\p{L}{3,10}\.?$/u.test(name) && periodReadings(`${name} ${of}`, undefined, own).length === 1,
    ),
  );
  if (lang !== undefined)
    return { columns: [years, part], joined: `{${part.ref}} {${years.ref}}`, format: undefined, others: [], lang };
  return undefined;
}

import { periodMonths, periodReadings } from "../dataset/index.ts";
import { codesOf, isNameOfCountry, isNameOfDivision } from "./areas/area-names.ts";
import { areasAcross } from "./areas/areas-across.ts";
import { guessAreasByMeasure } from "./areas/areas-by-measure.ts";
import { coarserByNames } from "./areas/coarser-areas.ts";
import { isNameOfArea } from "./areas/find-area.ts";
import { meaningOf } from "./meaning-of.ts";
import { isEndOfInterval } from "./measures/bounds-of-measures.ts";
import { unitInHeading } from "./measures/guess-unit.ts";
import { isOfChange, isOfCounts, isOfMoney, ofBase, saysPercent } from "./measures/measure-kind.ts";
import { lastHeading } from "./naming.ts";
import { isForecast, isOutturn } from "./periods/forecasts.ts";
import { formatOfDates, formatOfYears } from "./periods/format-of-dates.ts";
import type { PeriodFormat } from "./periods/period-format.ts";
import { formatOfQuarter, formatOfQuarters } from "./periods/quarters-of-languages.ts";
import { doRowsDecide } from "./rows/rows-decide.ts";
import { areSexes, groupsIn, ofTimes, saidAcross } from "./said-in-titles.ts";
import type { ColumnSurvey, TableSurvey } from "./table/column-survey.ts";
import { numberAt } from "./table/number-at.ts";
import { isPlainTotal, isTotal } from "./table/survey-column.ts";
import { wordsOf } from "./words.ts";

/** The holes of headings that tell a category, or an area; the dimension has the same id. */
export const categoryHole = "group";
export const areaHole = "area";
/** The hole of a second category, where headings stand below others: `Male | 0 Years`. */
export const secondHole = "subgroup";

/** Columns of figures whose headings tell a period, or a category. */
export interface WideGuess {
  readonly tells: readonly ("period" | "category" | "area")[];
  /** The names of the categories that they tell. */
  readonly categories: readonly string[];
  /** Columns of areas that hold others of them, which no rank has: `Euro area` beside countries. */
  readonly coarser?: readonly number[];
  /** The area that holds all others, by their figures. */
  readonly whole?: string | undefined;
  /** The names of a second category that they tell. */
  readonly subgroups?: readonly string[];
  /** Patterns of `layout.wide.columns`. */
  readonly columns: string | readonly string[];
  readonly indices: readonly number[];
  /** What stands beside the periods, where it tells measures apart. */
  readonly measures: readonly string[];
  /** Which of them each column is of, where its heading has it in parts. */
  readonly measureOf?: ReadonlyMap<number, string>;
  /** Those of the columns whose headings are a period and nothing else, where other headings tell measures. */
  readonly bare: readonly number[];
  /** What stands above the names of categories. */
  readonly label?: string | undefined;
  /** The column of labels whose heading says what the headings of figures are. */
  readonly labelled?: ColumnSurvey | undefined;
  /** How the periods are read, where nobody else writes so. */
  readonly format?: PeriodFormat | undefined;
  /** Whether it takes days for the months, quarters or years that they stand for. */
  readonly areDates?: boolean;
  /** What all headings say of the unit. */
  readonly unit?: string | undefined;
  /** The column that tells a part of the period, the year of months, and how both are put together; or a year that is said elsewhere. */
  readonly joined?: { readonly column: ColumnSurvey | undefined; readonly text: string } | undefined;
  /** Rows of that column that are of the whole year, or of nothing in it. */
  readonly others?: readonly string[];
  /** A year that is said above the table alone. */
  readonly yearSaid?: string | undefined;
  /** Whether rows say what is measured, so that headings are categories. */
  readonly isCrossed?: boolean;
  /** The language of the months in the headings, where it is not English. */
  readonly lang?: string | undefined;
}

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
/** A month and no other word that begins as one does: `2019 Marriages`. */
const monthName =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\\p{L})";
/** What a day may have before it that is of it: its name in the week, or that it is the last or the first of one. */
const beforeDay =
  "(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? |(?:(?:weeks?|wk) (?:ending|ended|to|commencing|beginning|starting)|w/?[ebc]):? )";
const ordinal = "(?:st|nd|rd|th)?";
/** A day with the name of its month, or one that says more than its numbers, whole: `January 3, 2022`, `w/e 7 Jan 2022`, `2022-01-03 00:00:00`. */
const wholeDay = [
  String.raw`(?:(?<!\p{L})${beforeDay})?(?:(?<!\d)\d{1,2}${ordinal}[ -]${monthName}\.?,?[ -](?:19|20)\d{2}(?!\d)|(?<!\p{L})${monthName}\.? \d{1,2}${ordinal},? (?:19|20)\d{2}(?!\d))`,
  String.raw`(?<!\p{L})${beforeDay}(?:(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/(?:19|20)\d{2})(?!\d)`,
  String.raw`(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}[T ]00:00(?::00)?(?!\d)`,
  String.raw`(?<!\d)(?:19|20)\d{2}\.(?:0[1-9]|1[0-2])\.(?:0[1-9]|[12]\d|3[01])(?!\d)`,
  String.raw`(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)`,
].join("|");
/** A period within a text. */
export const periodIn = new RegExp(
  `${wholeDay}|(?<!\\d)(?:(?:19|20)\\d{2}[/–-]\\d{2,4} (?:P|Period ?)\\d{1,2}(?!\\d)|(?:19|20)\\d{2} [–-] (?:19|20)\\d{2}(?!\\d)|(?:19|20)\\d{2}[ -]${monthName}(?![ -]\\d)|(?:19|20)\\d{2}M(?:0[1-9]|1[0-2])(?!\\d)|(?:19|20)\\d{2} [1-4]Q(?!\\p{L})|[1-4]Q ?(?:19|20)\\d{2}(?!\\d)|(?:19|20)\\d{2} \\| (?:${month}|Q[1-4])(?!\\p{L})|(?<!\\p{L})${month} \\| (?:19|20)\\d{2}(?!\\d)|(?:19|20)\\d{2}-\\d{2}-\\d{2}|\\d{1,2}[ -]${month}[ -](?:19|20)?\\d{2}|\\d{1,2}/\\d{1,2}/(?:(?:19|20)\\d{2}|\\d{2}(?!\\d))|\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d{2}(?!\\d)|(?<!\\p{L})${month} (?:['’]\\d{2}|\\d{2,4}) (?:to|-|–) ${month} (?:['’]\\d{2}|\\d{2,4})|(?<!\\p{L})${monthName}(?:19|20)?\\d{2}(?!\\d)|(?:year ending |ye )?(?<!\\p{L})${month}[ _-]+(?:to |- ?)?(?:${month} )?\\d{2,4}|(?:19|20)\\d{4}(?!\\d)|(?:19|20)\\d{2}(?:[/–-]\\d{2,4})?(?:[ _-]?Q[1-4])?(?!\\d)|Q[1-4] (?:19|20)\\d{2}|(?<![\\d/.])(?:0[0-9]/(?:0[1-9]|10)|[12][0-9]/[123][0-9])(?![\\d/.%]))`,
  "iu",
);

/** A heading that is a year, of whichever century. */
const earlyYear = /^1[5-8]\d{2}$/u;

/** Finds the columns of figures whose headings tell a period, or else a category beside the measure, and what they look like. */
export function guessWide(given: TableSurvey, dimension: string): WideGuess | undefined {
  const columns = given.columns.map((own) => (own.heading === undefined ? own : { ...own, name: own.heading }));
  const survey = { ...given, columns };
  const across = saidAcross(survey);
  return (
    guessSexesOfAges(columns) ??
    guessPartsOfYears(columns, dimension) ??
    guessYearsOfParts(columns, dimension) ??
    guessPartsOfYearSaid(survey, dimension) ??
    guessQuarters(columns, dimension) ??
    guessOutturns(columns, dimension) ??
    withYears(
      withDates(withSpans(guessWidePeriods(columns, dimension, across), columns), columns, dimension),
      columns,
    ) ??
    guessSpansOfYears(columns, dimension) ??
    guessShortYears(columns, dimension) ??
    guessWindows(columns, dimension) ??
    guessWideNumbers(columns) ??
    guessWideAges(columns) ??
    withoutCoarser(guessWideAreas(survey)) ??
    withoutCoarser(guessAreasOfOne(columns)) ??
    guessPlacesWithCodes(columns) ??
    guessAreasByMeasure(columns, areaHole) ??
    guessAreasAndMore(columns) ??
    guessWideCategories(columns, survey) ??
    guessWideByTitle(survey) ??
    guessPartsOfTotal(survey) ??
    guessWideByRows(survey)
  );
}

/** Months or quarters across the top, and the year of each row down the side. Other figures beside them, of the whole year say, are left out. */
function guessPartsOfYears(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const [year, second] = columns.filter(
    ({ kind, texts }) =>
      kind === "period" && texts.length > 0 && texts.every((text) => /^(?:1[6-9]|20)\d{2}$/u.test(text)),
  );
  if (!year || second) return undefined;
  const figures = columns.filter(({ kind, name }) => kind === "figure" || (kind === "blank" && name !== ""));
  const hole = `{${dimension}}`;
  const named = monthsOfMeasures(figures);
  if (named)
    return {
      ...named,
      columns: `{measure}${named.gap}${hole}`,
      joined: { column: year, text: `${hole} {${year.ref}}` },
    };
  const guess = (own: readonly ColumnSurvey[], text: string, lang?: string): WideGuess => ({
    ...ofPeriods(
      "{}",
      dimension,
      own.map(({ index }) => index),
    ),
    joined: { column: year, text },
    lang,
  });
  const quarters = figures.filter(({ name }) => /^Q[1-4]$/u.test(name.trim()));
  if (new Set(quarters.map(({ name }) => name.trim())).size === quartersOfYear)
    return guess(quarters, `{${year.ref}} ${hole}`);
  const elsewhere = figures.filter(({ name }) => formatOfQuarter(`${anyYear} ${name.trim()}`) !== undefined);
  const format = formatOfQuarters(elsewhere.map(({ name }) => `${anyYear} ${name.trim()}`));
  if (format !== undefined && new Set(elsewhere.map(({ name }) => name.trim())).size === quartersOfYear)
    return { ...guess(elsewhere, `{${year.ref}} ${hole}`), format };
  for (const lang of languagesOfMonths) {
    const monthOf = ({ name }: ColumnSurvey) => {
      const [reading, other] = periodReadings(`${name.trim()} 2001`, undefined, lang);
      const isMonth = /^\p{L}{3,}\.?$/u.test(name.trim()) && reading !== undefined && other === undefined;
      return isMonth && periodMonths(reading) === 1 ? reading.id : undefined;
    };
    const months = figures.filter((column) => monthOf(column) !== undefined);
    if (new Set(months.map(monthOf)).size === monthsOfYear && months.length === monthsOfYear)
      return guess(months, `${hole} {${year.ref}}`, lang === "en" ? undefined : lang);
  }
  return undefined;
}

/** A year as good as any other, to read what is said of one beside it. */
const anyYear = "2001";

/** Years across the top, and down the side the month or the quarter of each row. Rows of the whole year are left out. */
function guessYearsOfParts(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const figures = columns.filter(({ kind, name }) => kind === "figure" && yearWithMark.test(name.trim()));
  // `Y2000`, `Y2001`: what stands before each of the years says that they are years, or nothing; `2000.00` is one that was taken for an amount.
  const around = figures.map(({ name }) => yearWithMark.exec(name.trim())?.groups ?? {});
  const [before = "", other] = new Set(around.map((own) => own.before ?? ""));
  const [after = "", another] = new Set(around.map((own) => own.after ?? ""));
  if (other !== undefined || another !== undefined) return undefined;
  const isPart = (text: string) => monthAlone.test(text.trim()) || /^Q[1-4]$/u.test(text.trim());
  const column = columns.find(({ kind, texts }) => {
    const parts = texts.filter(isPart);
    const others = texts.filter((text) => !isPart(text));
    return (
      kind === "label" &&
      parts.length >= quartersOfYear &&
      new Set(parts.map((text) => /^Q/iu.test(text)).values()).size === 1 &&
      others.every((text) => isTotal(text) || ofWholeYear.test(text.trim()))
    );
  });
  if (!column || figures.length < 2 || new Set(figures.map(({ name }) => name.trim())).size < figures.length)
    return undefined;
  const indices = figures.map(({ index }) => index);
  return {
    ...ofPeriods(`${before}{}${after}`, dimension, indices),
    joined: { column, text: `{${column.ref}} {${dimension}}` },
    others: column.texts.filter((text) => !isPart(text)),
  };
}
const yearWithMark = /^(?<before>(?:y|yr|year)?[ _]?)(?:19|20)\d{2}(?<after>(?:\.0+)?)$/iu;
const ofWholeYear = /^(?:annual|year(?:ly)?|full year|whole year|averages?|mean|sum|ytd|year to date|12 months)\b/iu;

/** Months, days or weeks across the top of a table whose title names one year, and no column another: `2015 total rides by station`. */
function guessPartsOfYearSaid({ columns, titles, sheet }: TableSurvey, dimension: string): WideGuess | undefined {
  if (columns.some(({ kind }) => kind === "period")) return undefined;
  const said = [...titles, sheet.name ?? ""].filter((text) => !ofPublication.test(text));
  const years = new Set(said.flatMap((text) => [...text.matchAll(singleYear)].map(([year]) => year)));
  const [year, other] = years;
  if (year === undefined || other !== undefined || said.some((text) => spanOfYearsSaid.test(text))) return undefined;
  const parts = columns.filter(
    ({ kind, name }) => (kind === "figure" || (kind === "blank" && name !== "")) && partWithoutYear.test(name.trim()),
  );
  const starts = parts.map(({ name }) => periodReadings(`${name.trim()} ${year}`)[0]?.start ?? "");
  // What goes on into another year is of two.
  const areInTurn = starts.every((start, at) => start !== "" && (at === 0 || start > (starts[at - 1] as string)));
  if (parts.length < fewestOfSeries || !areInTurn) return undefined;
  const indices = parts.map(({ index }) => index);
  const joined = { column: undefined, text: `{${dimension}} ${year}` };
  return { ...ofPeriods("{}", dimension, indices), joined, yearSaid: year };
}
/** A month, a day or a week of a year that it does not say: `Mar`, `3 Jan`, `January 3rd`, `w/e 7 Jan`. */
const partWithoutYear = new RegExp(
  `^(?:${monthName}\\.?|(?:${beforeDay})?(?:\\d{1,2}${ordinal}[ -]${monthName}\\.?|${monthName}\\.? \\d{1,2}${ordinal}))$`,
  "iu",
);

const monthAlone = new RegExp(`^${month}\\.?$`, "iu");
const singleYear = /(?<![\d/–-])(?:19|20)\d{2}(?![\d/–-])/gu;
const spanOfYearsSaid = /(?:19|20)\d{2} ?(?:[/–-]|to) ?\d{2}/u;
/** What is said of when data was published, and not of when it is. */
export const ofPublication =
  /©|\(c\)|\b(?:copyright|published|updated|downloaded|released|stand|accessed|extracted)\b/iu;

/** The months of each of several measures: `Quantity January`, `Quantity February`, …, `Cost January`, … Undefined unless each has all twelve. */
function monthsOfMeasures(
  figures: readonly ColumnSurvey[],
): (Omit<WideGuess, "columns"> & { readonly gap: string }) | undefined {
  const read = figures.flatMap(({ index, name }) => {
    const found = new RegExp(`^(?<stem>.*[\\p{L})%])(?<gap>[\\s_:|–-]+)(?<of>${month})\\.?$`, "iu").exec(
      name.trim(),
    )?.groups;
    const { stem, gap, of } = found ?? {};
    const [reading] = of === undefined ? [] : periodReadings(`${of} 2001`);
    return stem === undefined || gap === undefined || !reading || periodMonths(reading) !== 1
      ? []
      : [{ index, stem, gap, month: reading.id }];
  });
  const stems = [...new Set(read.map(({ stem }) => stem))];
  const [gap = ""] = new Set(read.map((own) => own.gap));
  const areAll = stems.every(
    (stem) => new Set(read.filter((own) => own.stem === stem).map((own) => own.month)).size === monthsOfYear,
  );
  if (stems.length === 0 || !areAll || read.length !== stems.length * monthsOfYear) return undefined;
  if (read.some((own) => own.gap !== gap)) return undefined;
  return {
    tells: ["period"],
    gap,
    indices: read.map(({ index }) => index),
    measures: stems,
    measureOf: new Map(read.map(({ index, stem }) => [index, stem] as const)),
    bare: [],
    categories: [],
  };
}

/** `2016-2017` beside `2010-2017`: from one year to another, and no financial years. */
function withSpans(wide: WideGuess | undefined, columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const spans = columns.flatMap(({ index, name }) => {
    const found = wide?.indices.includes(index) ? spanOfYears.exec(name)?.groups : undefined;
    return found ? [Number(found.to) - Number(found.from)] : [];
  });
  const areAll = wide !== undefined && wide.format === undefined && spans.length === wide.indices.length;
  const [least, most] = [Math.min(...spans), Math.max(...spans)];
  return areAll && least > 0 && most > least ? { ...wide, format: "{from-yyyy}-{to-yyyy}" } : wide;
}

/** `2009-10`, `2010-11` across the top are years that end in the next, `2014_q1` a quarter as a program writes it. */
function withYears(wide: WideGuess | undefined, columns: readonly ColumnSurvey[]): WideGuess | undefined {
  if (!wide || wide.format !== undefined || wide.joined) return wide;
  const texts = columns.flatMap(({ index, name }) =>
    wide.indices.includes(index) ? [periodIn.exec(name)?.[0] ?? ""] : [],
  );
  const format = formatOfYears(texts, false) ?? formatOfQuarters(texts);
  return format === undefined ? wide : { ...wide, format };
}

/** Days across the top that are each the last of a month, say, stand for these. */
function withDates(
  wide: WideGuess | undefined,
  columns: readonly ColumnSurvey[],
  dimension: string,
): WideGuess | undefined {
  if (!wide || wide.format !== undefined || wide.joined || typeof wide.columns !== "string") return wide;
  const [before = "", after = "", ...more] = wide.columns.split(`{${dimension}}`);
  if (more.length > 0 || /[{}]/u.test(before + after)) return wide;
  const texts = columns.flatMap(({ index, name }) =>
    wide.indices.includes(index) && name.startsWith(before) && name.endsWith(after)
      ? [name.slice(before.length, name.length - after.length).trim()]
      : [],
  );
  const format = texts.length === wide.indices.length ? formatOfDates(texts) : undefined;
  return format === undefined ? wide : { ...wide, format, areDates: true };
}

const spanOfYears = /(?<!\d)(?<from>(?:19|20)\d{2})-(?<to>(?:19|20)\d{2})(?!\d)/u;

const [quartersOfYear, monthsOfYear] = [4, 12];

/** Tables in these have their months as headings. */
const languagesOfMonths = ["en", "es", "pt", "fr", "it", "de", "nl", "sv", "cy"] as const;

const ofPlaces =
  /\b(?:areas?|regions?|countr(?:y|ies)|authorit(?:y|ies)|councils?|states?|count(?:y|ies)|districts?|forces?|boroughs?|wards?|provinces?)\b/iu;

/**
 * Counts below headings that are groups of what the title says, by one thing more than columns tell: `Deaths by date and place of occurrence`, with dates
 * down the side, and `Home | Hospital | Elsewhere` across. Two words before a colon say themselves what they are of.
 */
function guessWideByTitle(survey: TableSurvey): WideGuess | undefined {
  const { columns, titles } = survey;
  const figures = columns.filter(({ kind }) => kind === "figure");
  const parts = figures.filter(({ name }) => !isTotal(name));
  // People, homes and deaths may be three measures, unless they come to a total.
  const areOfOne = comeToTotal(survey, figures);
  const areGroups = parts.every(
    ({ name }) =>
      /^\p{L}[^:|]*$/u.test(name.trim()) &&
      (areOfOne || !isOfCounts(name)) &&
      !isOfMoney(name) &&
      !isOfChange(name) &&
      unitInHeading(name).said === undefined,
  );
  const areCounts = figures.every((own) => kindOfFigures(own) === "whole");
  if (parts.length < fewestTops || !areGroups || !areCounts || areMeasures(figures)) return undefined;
  const said = groupsIn(titles);
  const labels = columns.filter(
    ({ kind, name, texts }) => kind === "label" && texts.length > 1 && !ofTimes.test(wordsOf(name)),
  );
  const tells = (label: ColumnSurvey, text: string) =>
    wordsOf(label.name).toLowerCase().includes(text.toLowerCase()) ||
    text.toLowerCase().includes(wordsOf(label.name).toLowerCase()) ||
    (ofPlaces.test(text) && label.texts.some(isNameOfArea));
  const [only, other] = said.filter((text) => !labels.some((label) => label.name !== "" && tells(label, text)));
  const areTold = labels.every((label) => label.name !== "" && said.some((text) => tells(label, text)));
  return only !== undefined && other === undefined && areTold ? { ...allCategories(figures), label: only } : undefined;
}

/** In so many of the rows figures come to their total; each of them may be rounded for itself. */
const [mostlyTotal, roundedTotal] = [0.9, 0.02];

/** Whether one of several figures is the total of the others, by its name and in most rows that have them all. */
function comeToTotal({ sheet, rows }: TableSurvey, figures: readonly ColumnSurvey[]): boolean {
  const [total, other] = figures.filter(({ name }) => isTotal(name));
  if (!total || other) return false;
  const parts = figures.filter((own) => own !== total);
  let [told, summed] = [0, 0];
  for (const row of rows) {
    const whole = numberAt(sheet, row, total.index);
    const sum = parts.reduce((all, { index }) => all + numberAt(sheet, row, index), 0);
    if (!(whole > 0) || Number.isNaN(sum)) continue;
    told += 1;
    if (Math.abs(sum - whole) <= figures.length + whole * roundedTotal) summed += 1;
  }
  return told > 1 && summed >= told * mostlyTotal;
}

/** Headings that are names and no words of what is measured, over figures whose size their rows decide: prices, in each of many places. */
function guessWideByRows(survey: TableSurvey): WideGuess | undefined {
  const figures = survey.columns.filter(({ kind }) => kind === "figure");
  const areNames = figures.every(
    ({ name }) =>
      /^\p{Lu}[\p{L} .'’&()/-]+$/u.test(name.trim()) &&
      !isOfCounts(name) &&
      !isOfMoney(name) &&
      !isOfChange(name) &&
      !saysPercent(name, []) &&
      unitInHeading(name).said === undefined,
  );
  if (!areNames || areMeasures(figures) || !doRowsDecide(survey, figures)) return undefined;
  // Few wards of a city are known for places, `City Centre`, `North West`; of parties, crops or causes none is.
  const known = figures.filter(({ name }) => isNameOfArea(name.trim()));
  const all = allCategories(figures);
  if (known.length < fewestKnown) return all;
  const { whole, own, coarser = [] } = areasAcross(survey, figures) ?? {};
  const kept = whole && own ? figures.filter((column) => column === whole || own.includes(column)) : figures;
  return {
    ...allCategories(kept),
    tells: ["area"],
    columns: `{${areaHole}}`,
    coarser: coarser.map(({ index }) => index),
    whole: whole?.name.trim(),
  };
}
/** So many names of places among headings are no chance. */
const fewestKnown = 2;

/** Headings that are all names of areas, and figures of one kind below them. */
function guessWideAreas({ columns, titles, sheet }: TableSurvey): WideGuess | undefined {
  // All of an area may be hidden: `*`.
  const isHidden = (column: ColumnSurvey) =>
    column.kind === "label" && isWithoutFigures(column) && isNameOfArea(column.name.trim());
  const figures = columns.filter((column) => column.kind === "figure" || isHidden(column));
  // `England (million ha)`, `Wales (million ha)`: what all headings end with is the unit.
  const noted = new Map(figures.flatMap(({ name }) => notedAreas(name)));
  const plain = (name: string) => noted.get(name) ?? unitInHeading(name).words.trim();
  const ends = new Set(figures.flatMap(({ name }) => (noted.has(name) ? [] : [name.trim().slice(plain(name).length)])));
  const names = figures.map(({ name }) => plain(name));
  const plainCodes = names.filter((name) => !/^E[AU]\d/u.test(name));
  const areas = codesOf(plainCodes) !== undefined ? figures : figures.filter(({ name }) => isNameOfArea(plain(name)));
  const areSame = new Set(figures.flatMap(({ figures: own }) => own?.hasPercent ?? [])).size === 1;
  const [end = ""] = ends;
  const origins =
    ends.size === 1 && end === "" ? originsOf(figures, { columns, said: [...titles, sheet.name ?? ""] }) : undefined;
  if (origins) return origins;
  const others = figures.filter((own) => !areas.includes(own) && !isTotal(plain(own.name)));
  // Of many areas, some are written in another way, or are no more: `USSR`.
  // `TIME/GEO`: what stands across the top says itself what it is.
  const isSaid = columns.some(({ kind, name }) => kind !== "figure" && acrossAreas.test(name.trim()));
  const areAll = others.length === 0 || (areas.length >= fewestAreas && others.length <= areas.length / 3) || isSaid;
  if ((areas.length < 3 && !isSaid) || !areSame || !areAll || ends.size > 1) return undefined;
  return {
    tells: ["area"],
    columns: noted.size === 0 ? `{${areaHole}}${end}` : patternsOfNotes(noted, end),
    indices: figures.map(({ index }) => index),
    measures: [],
    bare: [],
    categories: figures.map(({ name }) => plain(name)),
    unit: unitInHeading(figures[0]?.name ?? "").said,
  };
}

/** Columns of one area each, without those of areas that hold others of them. What all lie in stays, as their total. */
function withoutCoarser(wide: WideGuess | undefined): WideGuess | undefined {
  const names = wide?.categories ?? [];
  const coarser = new Set(coarserByNames(names).filter((name) => !isPlainTotal(name)));
  if (!wide || coarser.size === 0) return wide;
  const isCoarser = (_: unknown, at: number) => coarser.has(names[at] as string);
  return {
    ...wide,
    indices: wide.indices.filter((own, at) => !isCoarser(own, at)),
    categories: names.filter((name) => !coarser.has(name)),
    coarser: wide.indices.filter(isCoarser),
  };
}

/**
 * Countries across the top, and down the side the parts of one: the latter are the areas, and the former where people are from, or where goods go. What
 * the title or the sheet calls them is their name.
 */
function originsOf(
  figures: readonly ColumnSurvey[],
  { columns, said }: { readonly columns: readonly ColumnSurvey[]; readonly said: readonly string[] },
): WideGuess | undefined {
  const countries = figures.filter(({ name }) => isNameOfCountry(name.trim()) && !isNameOfDivision(name.trim()));
  const areDivided = columns.some(({ kind, texts }) => {
    const parts = texts.filter((text) => isNameOfDivision(text.trim()));
    return kind === "label" && parts.length >= fewestAreas && parts.length >= texts.length * mostlyAreas;
  });
  if (countries.length < fewestAreas || countries.length < figures.length * mostlyAreas || !areDivided)
    return undefined;
  const [called] = said.flatMap((text) => originName.exec(text)?.[0] ?? []);
  return { ...allCategories(figures), label: called ?? "country" };
}
/** Whether groups are called as where people are from, or where goods go: figures are no numbers of these. */
export const isOfOrigins = (label: string): boolean => originName.test(label);
const originName =
  /(?<!\p{L})(?:nationality|citizenship|country of (?:birth|origin|citizenship|nationality|destination|residence)|origin|destination|nationalité|nacionalidad|nacionalidade|staatsangehörigkeit|cittadinanza)(?!\p{L})/iu;

/** The name of an area with the number of a note behind it, `British Columbia 6`: the heading, and the area. None of any other. */
function notedAreas(name: string): readonly (readonly [heading: string, area: string])[] {
  const area = /^(?<area>.*\p{L}) \d{1,2}$/u.exec(name.trim())?.groups?.area;
  return area !== undefined && isNameOfArea(area) && !isNameOfArea(name.trim()) ? [[name, area]] : [];
}

/** What headings of areas look like of which some have the number of a note behind them: those that say more first. */
const patternsOfNotes = (noted: ReadonlyMap<string, string>, end: string): readonly string[] => [
  ...new Set([...noted].map(([heading, area]) => `{${areaHole}}${heading.trim().slice(area.length)}`)),
  `{${areaHole}}${end}`,
];

/** A corner that says what stands down the side and what across the top. */
const acrossAreas =
  /^(?:time|year|date|month|period)s? ?[\\/|] ?(?:geo|country|countries|area|region|state|province|district)s?(?: ?\(.*\))?$/iu;

/** Headings that all begin with what is measured, before the names or the codes of areas: `HOSPRATE_Bronx`, `HOSPRATE_10001`, … */
function guessAreasOfOne(columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const figures = columns.filter(({ kind, name }) => kind === "figure" || (kind === "blank" && name !== ""));
  const [first] = figures;
  if (!first || figures.length < fewestAreas) return undefined;
  const stem = /^(?:[^\s_:|-]+[\s_:|-]+)/u.exec(first.name)?.[0];
  if (stem === undefined || !figures.every(({ name }) => name.startsWith(stem) && name.length > stem.length))
    return undefined;
  const names = figures.map(({ name }) => name.slice(stem.length).trim());
  const others = names.filter((name) => !isTotal(name));
  const codes = others.filter((name) => /^\d{5}$/u.test(name));
  const known = others.filter((name) => isNameOfArea(wordsOf(name)));
  const areAreas = codesOf(others) !== undefined || codes.length + known.length >= others.length * mostlyAreas;
  if (!areAreas || new Set(names).size < names.length) return undefined;
  return {
    tells: ["area"],
    columns: `${stem}{${areaHole}}`,
    indices: figures.map(({ index }) => index),
    measures: [],
    bare: [],
    categories: names,
    unit: unitInHeading(stem).said,
  };
}

/** So many columns with a code of their own and a name each are no measures. */
const fewestWithCodes = 12;

/** Headings that are all the code and the name of a place each, behind one word: `ort_194001_aarau`, `ort_010131_adliswil`, … */
function guessPlacesWithCodes(columns: readonly ColumnSurvey[]): WideGuess | undefined {
  // An empty column may have the name of another place once more.
  const figures = columns.filter(({ kind }) => kind === "figure");
  const read = figures.flatMap(({ index, name }) => {
    const { stem, code, gap, place } =
      /^(?<stem>\p{L}+[_ -])?(?<code>\d{4,8})(?<gap>[_ -]+)(?<place>\p{L}[\p{L}\p{M}_ .,'’()/-]+)$/u.exec(name.trim())
        ?.groups ?? {};
    return code === undefined || place === undefined ? [] : [{ index, stem: stem ?? "", code, gap: gap ?? "", place }];
  });
  const [first] = read;
  const areAll = first !== undefined && read.length >= fewestWithCodes && read.length === figures.length;
  const areAlike = read.every(
    ({ stem, code, gap }) => stem === first?.stem && gap === first.gap && code.length === first.code.length,
  );
  const areOwn = [read.map(({ code }) => code), read.map(({ place }) => place)].every(
    (own) => new Set(own).size === own.length,
  );
  if (!areAll || !areAlike || !areOwn) return undefined;
  return {
    tells: ["area"],
    columns: `${first.stem}*${first.gap}{${areaHole}}`,
    indices: read.map(({ index }) => index),
    measures: [],
    bare: [],
    categories: read.map(({ place }) => place),
  };
}

/** Names of areas, and each once more with what else is told of it: `Alabama`, `Alabama_Moe`, `Alaska`, `Alaska_Moe`, … */
function guessAreasAndMore(columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const areas = figures.filter(({ name }) => isNameOfArea(name.trim()));
  if (areas.length < fewestAreas || areas.length < figures.length * mostlyHalf) return undefined;
  const names = new Set(areas.map(({ name }) => name.trim()));
  const more = figures.flatMap(({ index, name }) => {
    const { area, gap, rest } =
      /^(?<area>.+?)(?<gap>[_:|-]| \| )(?<rest>\p{L}[\p{L} .]*)$/u.exec(name.trim())?.groups ?? {};
    return area !== undefined && gap !== undefined && rest !== undefined && names.has(area)
      ? [{ index, gap, rest }]
      : [];
  });
  const [first] = more;
  const areAlike = first !== undefined && more.every(({ gap, rest }) => gap === first.gap && rest === first.rest);
  if (!areAlike || more.length !== areas.length) return undefined;
  const bare = areas.map(({ index }) => index);
  return {
    tells: ["area"],
    columns: [`{${areaHole}}${first.gap}{measure}`, `{${areaHole}}`],
    indices: [...bare, ...more.map(({ index }) => index)].sort((a, b) => a - b),
    measures: [first.rest],
    measureOf: new Map(more.map(({ index, rest }) => [index, rest] as const)),
    bare,
    categories: [...names],
  };
}

/** Half of the headings are names of areas, but for a total or two beside them. */
const mostlyHalf = 0.4;

/** So many of the headings are names or codes of areas, where others stand among them. */
const mostlyAreas = 0.8;

/** So many names of areas are a list of areas, also where others stand among them. */
const fewestAreas = 8;

/** Between the name of a category and that of a measure, in the order in which they are tried. */
const gaps: readonly { readonly split: RegExp; readonly join: (first: string, second: string) => string }[] = [
  { split: /^(?<first>.+?) \| (?<second>.+)$/u, join: (first, second) => `${first} | ${second}` },
  { split: /^(?<first>.+?) \((?<second>[^()]+)\)$/u, join: (first, second) => `${first} (${second})` },
  { split: /^(?<first>[^_]+)_(?<second>.+)$/u, join: (first, second) => `${first}_${second}` },
  { split: /^(?<first>.+) - (?<second>.+)$/u, join: (first, second) => `${first} - ${second}` },
  { split: /^(?<first>[^:]+): (?<second>.+)$/u, join: (first, second) => `${first}: ${second}` },
];

/** So many headings of two rows are those of a table that is crossed. */
const fewestCrossed = 6;

/** Two categories that all headings tell, each of one with each of the other: `Male | 0 Years`, `Female | 0 Years`. */
function crossed(
  figures: readonly ColumnSurvey[],
): (Required<Pick<WideGuess, "subgroups">> & Pick<WideGuess, "categories" | "columns">) | undefined {
  const parts = figures.map(({ name }) => name.split(" | "));
  const [firsts, seconds] = [0, 1].map((level) => [...new Set(parts.map((own) => own[level] ?? ""))]);
  const areTwo = parts.every(({ length }) => length === 2);
  if (!areTwo || !firsts || !seconds || firsts.length < 2 || seconds.length < 2) return undefined;
  if (firsts.length * seconds.length !== figures.length) return undefined;
  return { categories: firsts, subgroups: seconds, columns: `{${categoryHole}} | {${secondHole}}` };
}

/** Headings that are all categories of one measure. */
export const allCategories = (figures: readonly ColumnSurvey[]) =>
  ({
    tells: ["category"],
    columns: `{${categoryHole}}`,
    indices: figures.map(({ index }) => index),
    measures: [],
    bare: [],
    categories: figures.map(({ name }) => name),
  }) satisfies WideGuess;

/** Men, women and perhaps others, of each of several ages, side by side: `female 18-24`, `male 18-24`, `female 25-29`, … Few figures beside them are others. */
function guessSexesOfAges(columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const read = figures.flatMap((column) => {
    const { sex, gap, age } = /^(?<sex>\p{L}+)(?<gap>[ _:-]+)(?<age>.*\d.*)$/u.exec(column.name.trim())?.groups ?? {};
    return sex === undefined || gap === undefined || age === undefined ? [] : [{ column, sex, gap, age }];
  });
  const partsOf = (part: "sex" | "gap" | "age") => [...new Set(read.map((own) => own[part]))];
  const [sexes, gaps, ages] = [partsOf("sex"), partsOf("gap"), partsOf("age")];
  const known = sexes.filter((name) => sexName.test(name));
  const areSame = new Set(read.map(({ column }) => column.figures?.hasPercent)).size === 1;
  const areCrossed = ages.length > 1 && sexes.length * ages.length === read.length;
  const areAll = read.length >= figures.length * mostlyAreas && areParts(ages.map((name) => ({ name })));
  if (!areSame || !areCrossed || !areAll || gaps.length !== 1 || known.length < 2 || sexes.length > known.length + 2)
    return undefined;
  return {
    ...allCategories(read.map(({ column }) => column)),
    categories: sexes,
    subgroups: ages,
    columns: `{${categoryHole}}${gaps[0]}{${secondHole}}`,
  };
}
const sexName = /^(?:(?:fe)?males?|(?:wo)?men|boys|girls|[mf])$/iu;

/**
 * Headings that are all of some categories and some measures: `Men | Number`, `Men | Rate`, `Women | Number`, … What tells measures is
 * the part whose figures are of several kinds; where neither is, nothing is guessed.
 */
function guessWideCategories(
  columns: readonly ColumnSurvey[],
  { spanning, titles }: Pick<TableSurvey, "spanning" | "titles">,
): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const bounded = withBounds(figures, spanning);
  if (bounded) return bounded;
  const ofOne = categoriesOfOne(figures, spanning);
  if (ofOne) return ofOne;
  for (const { split, join } of gaps) {
    const parts = figures.map(({ name }) => split.exec(name)?.groups as Record<"first" | "second", string> | undefined);
    if (parts.length < 4 || !parts.every((part) => part !== undefined)) continue;
    const [firsts, seconds] = (["first", "second"] as const).map((part) => new Set(parts.map((own) => own[part]))) as [
      Set<string>,
      Set<string>,
    ];
    if (firsts.size < 2 || seconds.size < 2 || firsts.size * seconds.size !== figures.length) continue;
    const byKinds = partByKinds(figures, parts);
    const tellsMeasure = byKinds ?? (areSaidBeforeBy(titles, [...firsts]) ? "first" : undefined);
    if (tellsMeasure === undefined) continue;
    // Cases and deaths are two measures, also where there are new ones and all of both.
    const [groups, own] = tellsMeasure === "second" ? [firsts, seconds] : [seconds, firsts];
    if (areModified([...own], [...groups])) continue;
    const hole = `{${categoryHole}}`;
    return {
      tells: ["category"],
      columns: tellsMeasure === "second" ? join(hole, "{measure}") : join("{measure}", hole),
      indices: figures.map(({ index }) => index),
      bare: [],
      measures: [...own],
      // `Deaths of men | Rate` is of rates, and has the name of another measure.
      measureOf: new Map(figures.map(({ index }, at) => [index, parts[at]?.[tellsMeasure] ?? ""] as const)),
      categories: [...groups],
      label: byKinds === undefined ? labelByTitle(titles) : undefined,
    };
  }
  return undefined;
}

/** Whether names say more of what others count, and are no counts themselves. */
const areModified = (names: readonly string[], counts: readonly string[]): boolean =>
  names.every((name) => modifier.test(name)) && counts.every(isOfCounts);

/** Which of two parts of headings tells measures: the one each of whose names has figures of one kind, where these are not all the same. */
const partByKinds = (
  figures: readonly ColumnSurvey[],
  parts: readonly Readonly<Record<"first" | "second", string>>[],
): "first" | "second" | undefined =>
  (["second", "first"] as const).find((part) => {
    const kinds = new Map<string, Set<string>>();
    for (const [index, column] of figures.entries()) {
      const own = kinds.get(parts[index]?.[part] ?? "") ?? new Set();
      kinds.set(parts[index]?.[part] ?? "", own.add(kindOfFigures(column)));
    }
    const each = [...kinds.values()];
    return each.every(({ size }) => size === 1) && new Set(each.flatMap((own) => [...own])).size > 1;
  });

/** Whether a title says that all of some names are what is told by groups: `Schools and pupils, by school sector`. */
const areSaidBeforeBy = (titles: readonly string[], names: readonly string[]): boolean =>
  titles.some((title) => {
    const [said = "", by] = title.toLowerCase().split(/,? by /u);
    return by !== undefined && names.every((name) => said.includes(wordsOf(name).toLowerCase()));
  });

/** The one thing that titles say a table is by, beside when it is of. */
const labelByTitle = (titles: readonly string[]): string | undefined => {
  const [only, other] = groupsIn(titles);
  return other === undefined ? only : undefined;
};

/** Headings of which one is called a total, and is the sum of all others: `Urban | Rural | Total`. */
function guessPartsOfTotal(survey: TableSurvey): WideGuess | undefined {
  const figures = survey.columns.filter(({ kind }) => kind === "figure");
  const [whole, other] = figures.filter(({ name }) => isPlainTotal(name.trim()));
  const parts = figures.filter((own) => own !== whole);
  const areNames = parts.every(({ name }) => !isOfCounts(name) && unitInHeading(name).unit === undefined);
  const isWhole = whole !== undefined && other === undefined && (whole === figures[0] || whole === figures.at(-1));
  return isWhole && areNames && !areMeasures(parts) && comeToTotal(survey, figures)
    ? allCategories(figures)
    : undefined;
}

/** Categories with a figure each and both ends of its interval: `Cancer | rate`, `Cancer | lower 95% CI`, `Cancer | upper 95% CI`, `Accidents | rate`, … */
function withBounds(figures: readonly ColumnSurvey[], spanning: string | undefined): WideGuess | undefined {
  // What stands above all of them says what the groups are: `Underlying cause of death | Cancer | rate`.
  const shared = sharedStart(figures.map(({ name }) => name));
  const both = crossed(figures.map((own) => ({ ...own, name: own.name.slice(shared.length) })));
  const ends = both?.subgroups.filter(isEndOfInterval) ?? [];
  if (!both || ends.length !== endsOfInterval || both.subgroups.length !== ends.length + 1) return undefined;
  const { categories, subgroups } = both;
  return {
    ...allCategories(figures),
    columns: `${shared}{${categoryHole}} | {measure}`,
    categories,
    measures: subgroups,
    measureOf: new Map(figures.map(({ index, name }) => [index, name.split(" | ").at(-1) ?? ""] as const)),
    label: [shared.replace(/ \| $/u, ""), spanning].find((text) => /\p{L}/u.test(text ?? "")),
  };
}
const endsOfInterval = 2;

/** Headings that are all categories of one measure: parts of a whole, or what stands below one text. */
function categoriesOfOne(figures: readonly ColumnSurvey[], spanning: string | undefined): WideGuess | undefined {
  const areSame = new Set(figures.map((own) => own.figures?.hasPercent)).size === 1;
  if (
    figures.length > 1 &&
    areSame &&
    !areSomeFew(figures) &&
    (areParts(figures) || (spanning !== undefined && !areMeasures(figures)))
  ) {
    // A number above names of categories says nothing of them.
    const isName = /\p{L}/u.test(spanning ?? "") && !/^(?:column labels|values)$/iu.test(spanning ?? "");
    const label = isName ? spanning : undefined;
    return { ...allCategories(figures), ...crossed(figures), label };
  }
  // Men and women: of counts alone, since rates of both may be two measures.
  const names = figures.map(({ name }) => name);
  const areWhole = figures.every((own) => kindOfFigures(own) === "whole" && !own.name.includes(" | "));
  if (areWhole && areSexes(names)) return allCategories(figures);
  const areShares = figures.length >= fewestOfCrosstab && figures.every((own) => own.figures?.hasPercent);
  if (areShares && figures.filter(({ name }) => name.includes(" | ")).length >= figures.length / 2)
    return { ...allCategories(figures), ...crossed(figures) };
  // Men and women of each age are categories of one thing, where nothing says that they are measured in two ways.
  if (
    areSame &&
    figures.length >= fewestCrossed &&
    figures.every((own) => kindOfFigures(own) === "whole") &&
    !areMeasures(figures)
  ) {
    const both = crossed(figures);
    if (both && (areParts(both.subgroups.map((name) => ({ name }))) || areSexesOfGroups(both)))
      return { ...allCategories(figures), ...both };
  }
  return undefined;
}

/**
 * Whether some figures may be counts, small ones among them, and others are below zero, as differences are: of one measure all would be means, and the
 * small counts no longer hidden.
 */
const areSomeFew = (figures: readonly ColumnSurvey[]): boolean =>
  figures.some((own) => kindOfFigures(own) === "whole" && (own.figures?.small ?? 0) > 0) &&
  figures.some((own) => kindOfFigures(own) === "signed");

/** What says more of a count, and is none itself. */
const modifier =
  /^(?:new|cum\w*|total|daily|weekly|monthly|yearly|annual|all|confirmed|probable|suspected|active|current|previous)$/iu;

/** Whether all headings but totals are parts of a whole. */
function areParts(figures: readonly Pick<ColumnSurvey, "name">[]): boolean {
  const isWhole = (text: string) => isTotal(text) || /^all\b/iu.test(text);
  const parts = figures.filter(({ name }) => !saidIn(name).some(isWhole));
  // `0`, the first of several ages.
  const hasSpans =
    parts.filter(({ name }) => /^\d{1,3} ?(?:[-–]|to) ?\d{1,3}$/u.test(name.trim())).length >= fewestTops;
  const isPart = (text: string) =>
    partName.test(text) || foreignMonth.test(text) || (hasSpans && /^\d{1,2}$/u.test(text));
  return parts.length > 1 && parts.every(({ name }) => saidIn(name).some(isPart));
}

/** Whether names are the parts of one whole: by what they say, or since the title says what stands across the top, and none of them is of what is measured. */
function areBreakdown(names: readonly string[], across: string | undefined): boolean {
  const figures = names.map((name) => ({ name }));
  if (names.length < 2) return false;
  if (areSexes(names) || areParts(figures)) return true;
  const isOfMeasure = (name: string) =>
    saysPercent(name, []) ||
    isOfMoney(name) ||
    isOfChange(name) ||
    isOfCounts(name) ||
    unitInHeading(name).unit !== undefined;
  return across !== undefined && !areMeasures(figures) && !names.some((name) => !isTotal(name) && isOfMeasure(name));
}

/** Whether the lower of two rows of headings has men, women and perhaps both, below each of several groups. */
function areSexesOfGroups({
  categories,
  subgroups,
}: Pick<WideGuess, "categories"> & Required<Pick<WideGuess, "subgroups">>): boolean {
  const sexOf = (name: string) =>
    saidIn(name)
      .map(meaningOf)
      .find((text) => /^(?:(?:fe)?males?|(?:wo)?men|boys|girls)$/iu.test(text));
  const others = subgroups.filter((name) => sexOf(name) === undefined);
  return (
    categories.length >= fewestTops &&
    subgroups.length - others.length === 2 &&
    others.every((name) => saidIn(name).some(isTotal))
  );
}
/** Below so many groups sexes are a breakdown, and no names of what is counted. */
const fewestTops = 3;

/** A heading, and each half of one that says the same in two languages: `Kadın-Female`, `Erkek / Male`. */
const saidIn = (name: string): readonly string[] => {
  const words = wordsOf(name);
  const halves = words.split(/\s*[-–/]\s*/u);
  return halves.length === 2 && halves.every((half) => /^\p{L}{2,}$/u.test(half)) ? [words, ...halves] : [words];
};

/** Whether some heading is of what is measured: `Rank` beside `Count` are two measures, whatever stands above them. */
const areMeasures = (figures: readonly Pick<ColumnSurvey, "name">[]): boolean =>
  figures.some(({ name }) => measureWord.test(meaningOf(lastHeading(name)).replace(/\s*\(.*\)$/u, "")));

/** What is measured, and no group of it. */
const measureWord =
  /^(?:ranks?|ranking|counts?|number|rates?|percent(?:age)?|per cent|%|share|average|mean|median|scores?|index|amount|value|change|difference|ratio|n|s\.?e\.?|c\.?v\.?|moe|ci|std|margin of error|standard errors?|(?:lower|upper)(?: (?:limit|bound|ci))?)$/iu;

/** Months in Spanish, Portuguese, French, Italian, German, Dutch, Swedish. */
export const foreignMonth =
  /^(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januar|februar|märz|juni|juli|oktober|dezember|januari|februari|maart|mei|augustus|maj|augusti)$/iu;

/** A heading that is a part of a whole, and so no measure: `16 to 24`, `65+`, `A`, `Year group 3`, `Yes`. */
const partName =
  /^(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?|(?:(?:1[6-9]|20)\d{2}|0) ?(?:-|–|to) ?(?:1[6-9]|20)\d{2}|(?:pre|post|before|after)[ -]?\d{4}|unknown|not (?:stated|known)|\d{1,2}:\d{2}(?: ?(?:-|–|to) ?\d{1,2}:\d{2})?|\d{1,2} ?(?:am|pm)|\p{Lu}[+*]?|\p{Lu} ?(?:to|-|–) ?\p{Lu}|true|false|yes|no|reception|(?:grade|band|class|rating|cat(?:egory)?|type) \p{Lu}|(?:less|more) than [£$€][\d,.]+[km]?|[£$€][\d,.]+[km]? (?:to|-|–) [£$€][\d,.]+[km]?|[£$€][\d,.]+[km]? (?:and|or) (?:more|over|above)|(?:(?:non[- ]?hispanic )?(?:asian|black|white|hispanic|latino|mixed|other|native|pacific islander|african american|multiracial|unknown)(?: |$|\b(?:or|and|\/)? ?))+|(?:year(?: group)?|nursery|grade|band|decile|quintile|level|stage|tier|class|week|wk)[ .]?\d{1,2}\.?|(?:ages? )?(?:\d+ ?(?:-|–|to) ?\d+|\d+ ?(?:\+|(?:and|or) (?:over|above|more|older|under))|(?:under|over|below|less than|more than) \d+)(?: years?)?)$/iu;

const kindOfFigures = ({ figures }: ColumnSurvey): string =>
  figures?.hasPercent ? "percent" : figures?.hasNegative ? "signed" : figures?.isWhole ? "whole" : "decimal";

/** Headings that are a run of numbers, as of weeks or ages: 1, 2, 3, … The last of ages may be that of all above it: `90+`. */
function guessWideNumbers(columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const figures = withoutOthersOfRun(columns.filter(({ kind }) => kind === "figure"));
  // Titles that a program wrote above all headings say nothing of one of them.
  const [first] = figures;
  const above = first?.name.split(" | ").slice(0, -1).join(" | ");
  const isBelow = above !== undefined && above !== "" && figures.every(({ name }) => name.startsWith(`${above} | `));
  const plain = (name: string) => (isBelow ? name.slice(`${above} | `.length) : name).trim();
  const isWhole = (name: string) => isTotal(name) || allAges.test(name);
  const totals = figures.filter(({ name }) => isWhole(plain(name)));
  const others = figures.filter((column) => !totals.includes(column)).map(({ name }) => plain(name));
  const numbers = others.map((name, at) =>
    /^\d{1,3}$/u.test(name) || (at === others.length - 1 && openAge.test(name))
      ? Number.parseInt(name, 10)
      : Number.NaN,
  );
  const isRun = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] as number));
  if (numbers.length < fewestOfRun || !isRun || Number.isNaN(numbers[0])) return undefined;
  const labelled = columns.find(({ kind, name }) => kind === "label" && numberedName.test(wordsOf(name)));
  const areAges = totals.some(({ name }) => allAges.test(plain(name))) || openAge.test(others.at(-1) ?? "");
  const label = areAges ? ageLabel : labelled && wordsOf(labelled.name).replace(/\W*\d+$/u, "");
  const all = allCategories(figures);
  return {
    ...all,
    columns: isBelow ? `${above} | {${categoryHole}}` : all.columns,
    categories: isBelow ? figures.map(({ name }) => plain(name)) : all.categories,
    labelled: areAges ? undefined : labelled,
    label,
  };
}

/**
 * Figures of single ages or years, from 0 on, without those of several ages beside them, which count the same people again, and without a few others:
 * `aged_0_to_15` beside `0`, `1`, `2`, … `Number of tumours` beside how many lived so many years.
 */
function withoutOthersOfRun(figures: readonly ColumnSurvey[]): readonly ColumnSurvey[] {
  const isSingle = ({ name }: ColumnSurvey) => /^\d{1,3}$/u.test(name.trim());
  const single = figures.filter(isSingle);
  if (single.length < fewestSingle || single[0]?.name.trim() !== "0") return figures;
  const isOfRun = (own: ColumnSurvey) =>
    isSingle(own) || isTotal(own.name) || allAges.test(own.name) || openAge.test(own.name.trim());
  const others = figures.filter((own) => !isOfRun(own) && !bandOfAges.test(wordsOf(own.name)));
  return others.length <= single.length * mostOfOthers ? figures.filter(isOfRun) : figures;
}
/** So many figures beside a run of numbers may be others. */
const mostOfOthers = 0.1;
const fewestSingle = 10;
const bandOfAges =
  /^(?:ages?|aged)? ?(?:\d{1,3} ?(?:-|–|to) ?\d{1,3}|\d{1,3} ?(?:and|or) (?:over|under|above|older|younger)|(?:under|over) \d{1,3})$/iu;

/** Everybody, of whichever age. */
const allAges = /^all[ _]?ages?$/iu;
/** An age and all above it. */
const openAge = /^\d{1,3} ?(?:\+|(?:and|or|&) (?:over|above|older)|plus)$/iu;

/**
 * Headings of ages, one after another, behind the same letters: `A_0`, `A_1`, … beside `ALL_AGES`. Other figures beside them are of no age, and
 * are left out.
 */
function guessWideAges(columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const read = figures.flatMap(({ index, name }) => {
    const { stem, age } =
      /^(?<stem>\D*?(?:\ba|age|aged|ages)[ _.-]?)(?<age>\d{1,3}(?:[+]|[ _]?(?:-|–|to|_)[ _]?\d{1,3}|[ _]?plus|[ _](?:and|or)[ _](?:under|over|above|younger|older))?)$/iu.exec(
        name.trim(),
      )?.groups ?? {};
    return stem === undefined || age === undefined ? [] : [{ index, name, stem, from: Number.parseInt(age, 10) }];
  });
  const [first] = read;
  const isRun =
    first !== undefined &&
    read.every(({ stem, from }, at) => stem === first.stem && (at === 0 || from > (read[at - 1]?.from ?? 0)));
  if (!isRun || read.length < fewestAges || read.length < figures.length / 2) return undefined;
  const totals = figures.filter(({ name }) => /^(?:all(?:[ _]?ages?)?|total)$/iu.test(name.trim()));
  return {
    tells: ["category"],
    columns: [`${first.stem}{${categoryHole}}`, ...(totals.length > 0 ? [`{${categoryHole}}`] : [])],
    indices: [...totals, ...read].map(({ index }) => index).sort((a, b) => a - b),
    measures: [],
    bare: [],
    categories: [...totals.map(({ name }) => name), ...read.map(({ name, stem }) => name.slice(stem.length))],
    label: ageLabel,
  };
}

/** What headings of ages are called. */
export const ageLabel = "age";

/** So many ages side by side are those of a population. */
const fewestAges = 4;

/** So many numbers in a row are no measures. */
const fewestOfRun = 4;
const numberedName = /\b(?:weeks?|months?|days?|hours?|ages?|years?|grades?|quarters?|number)\b/iu;

/** Headings that end with two digits of a year: `deaths_15`, `deaths_16`, `population_15`, … */
function guessShortYears(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const read = figures.flatMap(({ index, name }) => {
    const {
      stem = "",
      gap = "",
      year = "",
    } = /^(?<stem>.*\p{L})(?<gap>[_ ’']+)(?<year>\d{2})$/u.exec(name.trim())?.groups ?? {};
    return stem === "" || notOfYears.test(wordsOf(stem)) ? [] : [{ index, stem, gap, year: Number(year) }];
  });
  const [first] = read;
  const stems = [...new Set(read.map(({ stem }) => stem))];
  const yearsOf = (stem: string) =>
    read
      .filter((own) => own.stem === stem)
      .map(({ year }) => year)
      .sort((a, b) => a - b);
  const years = first ? yearsOf(first.stem) : [];
  // Censuses are ten years apart.
  const step = (years[1] ?? 0) - (years[0] ?? 0);
  const isRun =
    step > 0 &&
    (step === 1 || step % 5 === 0) &&
    years.every((year, index) => index === 0 || year === (years[index - 1] as number) + step);
  const areSame = stems.every((stem) => JSON.stringify(yearsOf(stem)) === JSON.stringify(years));
  const century = years.every((year) => year >= 80) ? "19" : years.every((year) => year <= 30) ? "20" : undefined;
  const isOneGap = read.every(({ gap }) => gap === first?.gap);
  if (!first || century === undefined || !isRun || !areSame || !isOneGap || years.length < 2 || stems.length < 2)
    return undefined;
  if (read.length < figures.length / 2) return undefined;
  return {
    tells: ["period"],
    columns: `{measure}${first.gap}{${dimension}}`,
    indices: read.map(({ index }) => index),
    measures: stems,
    bare: [],
    categories: [],
    format: `{${century}yy}`,
  };
}

/** Headings that end with the first and the last of several years, of two digits each: `rate_12_16`, `rate_13_17`, … */
function guessWindows(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const read = figures.flatMap(({ index, name }) => {
    const found = /^(?<stem>.*\p{L})(?<gap>[_ ]+)(?<from>\d{2})(?<sign>[_–-])(?<to>\d{2})$/u.exec(name.trim())?.groups;
    const { stem = "", gap = "", from = "", sign = "", to = "" } = found ?? {};
    return found === undefined || notOfYears.test(wordsOf(stem))
      ? []
      : [{ index, stem, gap, sign, years: Number(to) - Number(from), name: `${from}${sign}${to}` }];
  });
  const [first] = read;
  const stems = [...new Set(read.map(({ stem }) => stem))];
  const windowsOf = (stem: string) => JSON.stringify(read.filter((own) => own.stem === stem).map(({ name }) => name));
  const areAlike =
    first !== undefined &&
    first.years > 0 &&
    read.every(({ gap, sign, years }) => gap === first.gap && sign === first.sign && years === first.years) &&
    stems.every((stem) => windowsOf(stem) === windowsOf(first.stem));
  if (!areAlike || read.length <= stems.length || read.length < figures.length / 2) return undefined;
  const isOne = stems.length === 1;
  return {
    tells: ["period"],
    columns: `${isOne ? first.stem : "{measure}"}${first.gap}{${dimension}}`,
    indices: read.map(({ index }) => index),
    measures: isOne ? [] : stems,
    bare: [],
    categories: [],
    format: `{from-yy}${first.sign}{to-yy}`,
  };
}

/** Headings that are the first and the last of several years, as a program writes names: `1950_1955`, `1955_1960`, … */
function guessSpansOfYears(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const read = figures.flatMap(({ index, name }) => {
    const found = /^(?<stem>[A-Za-z]?)(?<from>(?:19|20|21)\d{2})_(?<to>(?:19|20|21)\d{2})$/u.exec(name.trim())?.groups;
    const { stem = "", from = "", to = "" } = found ?? {};
    return found === undefined || Number(to) <= Number(from) ? [] : [{ index, stem, years: Number(to) - Number(from) }];
  });
  const [first] = read;
  const areAlike = read.every(({ stem, years }) => stem === first?.stem && years === first.years);
  if (!first || !areAlike || read.length < fewestOfSeries || read.length < figures.length / 2) return undefined;
  const indices = read.map(({ index }) => index);
  return { ...ofPeriods(`${first.stem}{}`, dimension, indices), format: "{from-yyyy}_{to-yyyy}" };
}

/**
 * Periods below or beside words that say whether their figures have happened: `Outturn | 2024-25` before `Forecast | 2025-26`. They are one series, of
 * which some are expected.
 */
function guessOutturns(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const figures = columns.filter((column) => column.kind === "figure" || isWithoutFigures(column));
  const read = figures.flatMap(({ index, name }) => {
    const {
      word = "",
      gap = "",
      period = "",
    } = /^(?:(?<word>[^|()]*\p{L})(?<gap> \| ))?(?<period>[^|()]*\d{2}[^|()]*)$/u.exec(name.trim())?.groups ?? {};
    const isKnown = word === "" || isForecast(word) || isOutturn(word);
    return isKnown && periodReadings(period).length > 0 ? [{ index, word, gap, period }] : [];
  });
  const areExpected = read.filter(({ word }) => isForecast(word)).length;
  const isOnce = new Set(read.map(({ period }) => period)).size === read.length;
  const others = figures.filter(({ index, name }) => !isOfChange(name) && !read.some((own) => own.index === index));
  if (areExpected === 0 || areExpected === read.length || !isOnce || others.length > 0) return undefined;
  const patterns = [...new Set(read.map(({ word, gap }) => `${word}${gap}{${dimension}}`))];
  const indices = read.map(({ index }) => index);
  // Of two patterns that fit, the one that says more is tried first.
  return { ...ofPeriods("{}", dimension, indices), columns: patterns.sort((a, b) => b.length - a.length) };
}

/** Headings that are quarters by the letter of another language: `T1_1982`, `T2_1982`, … */
function guessQuarters(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const read = figures.filter(({ name }) => formatOfQuarter(name.trim()) !== undefined);
  const format = formatOfQuarters(read.map(({ name }) => name.trim()));
  if (format === undefined || read.length < fewestOfSeries || read.length < figures.length / 2) return undefined;
  const indices = read.map(({ index }) => index);
  return { ...ofPeriods("{}", dimension, indices), format };
}

const ofAges = /\b(?:ages?|aged)$/iu;
const notOfYears =
  /\b(?:(?:fe)?males?|(?:wo)?men|boys|girls|persons|ages?|aged|class|grade|week|top|over|under|group|pct|percentile|q|rank)$/iu;

/** Whether a column of a series holds no figure yet: `..` in all its rows. */
const isWithoutFigures = ({ kind, name, texts }: ColumnSurvey): boolean =>
  name !== "" &&
  (kind === "blank" ||
    (kind === "label" && texts.every((text) => /^(?:\.{1,3}|…|:|[-–—*]+|n\/?a\.?|null)$/iu.test(text.trim()))));

function guessWidePeriods(
  columns: readonly ColumnSurvey[],
  dimension: string,
  across: string | undefined,
): WideGuess | undefined {
  const figures = columns.filter((column) => column.kind === "figure" || isWithoutFigures(column));
  const all = figures.flatMap(({ index, name }) => {
    const match = wholeHeading(name) ?? earlyYear.exec(name.trim()) ?? periodIn.exec(name);
    const found = match?.[0];
    // `Aged 16/17` is of no year.
    const isAge =
      match !== null && /^\d\d\//u.test(match[0]) && ofAges.test(wordsOf(name.slice(0, match.index)).trim());
    // `Prices (2015 = 100)` are not of 2015, nor is income at `2015/16 prices` of that year.
    const isOfBase =
      ofBase.test(name) || (match !== null && /^ prices?\b/iu.test(name.slice(match.index + match[0].length)));
    const isPeriod = found !== undefined && !isAge && !isOfBase && periodReadings(found.replace("_", " ")).length > 0;
    // `2020 [YR2020]` says its year twice.
    return isPeriod
      ? [{ index, name, found, rest: withoutQuarter(name.replace(found, "{}").replaceAll(found, "*")) }]
      : [];
  });
  // `Change from Q3 2021` is of no quarter but the latest of those beside it, which it is worked out from.
  const isFromThen = ({ name, rest }: (typeof all)[number]) => isOfChange(name) && sinceThen.test(rest);
  const isDoubtful = mayBeDays(all.map(({ found }) => found));
  const own = all.filter((one) => !isFromThen(one) && !(isDoubtful && shortMonth.test(one.found)));
  const read = own.length >= fewestOfSeries || isDoubtful ? own : all;
  const dated = withDays(figures, dimension);
  if (dated) return dated;
  const groups = new Map<string, number[]>();
  const signsOf = marksBehindPeriods(read);
  const notes = notesBehindPeriods(read);
  for (const { index, rest } of read) {
    const plain = signsOf.has(rest) || notes.includes(rest) ? "{}" : rest;
    groups.set(plain, [...(groups.get(plain) ?? []), index]);
  }
  // Columns without any figure are no series, whatever stands above them.
  const hasFigures = (own: readonly number[]) =>
    own.some((index) => figures.some((column) => column.index === index && column.kind === "figure"));
  const several = [...groups].filter(([, own]) => own.length > 1 && hasFigures(own));
  // What changed from one of them to the next is worked out from them, and no figure of its own.
  const others = figures.filter(
    ({ index, name }) => !isOfChange(name) || several.some(([, own]) => own.includes(index)),
  );
  const isMost = several.flatMap(([, own]) => own).length >= others.length * mostlyOfPeriods;
  const series = isMost ? several : several.filter(([, own]) => own.length >= fewestOfSeries);
  const indices = series.flatMap(([, own]) => own);
  if (areBandsOfYears(figures)) return undefined;
  const [single] = read;
  const [alone, further] = figures.filter(({ kind }) => kind === "figure");
  const isYear =
    alone !== undefined &&
    further === undefined &&
    (/^(?:19|20)\d{2}(?:[/–-]\d{2,4}| ?Q[1-4])?$/u.test(alone.name.trim()) || wholeHeading(alone.name) !== null);
  const isOnly = figures.length === 1 && single?.rest !== "{}";
  if (single && (isOnly || isYear) && !columns.some(({ kind }) => kind === "period"))
    return ofPeriods(single.rest, dimension, [single.index]);
  const bare = groups.get("{}") ?? [];
  if (indices.length < 2) return undefined;
  const [only, second] = series;
  // `Change since 2018`, `Change since 2022` beside what changed are two figures of it, and no series.
  if (only && !second && sinceThen.test(only[0]) && indices.length < figures.length) return undefined;
  if (only && !second) return withNotesBehind(ofPeriods(only[0], dimension, indices), notes, dimension);
  // `yr2007`, `yr2008`, … and few others: what stands before the years says no more than they do.
  const years = series.find(([rest, own]) => /^(?:yr|year|y)[ _.-]?\{\}$/iu.test(rest) && own.length >= fewestOfSeries);
  if (years) return ofPeriods(years[0], dimension, years[1]);
  const combined = guessCombined({ all: series, indices, bare, dimension, isMost, across });
  return combined ?? (bare.length < fewestOfSeries ? undefined : ofPeriods("{}", dimension, bare));
}

/** A month right before two digits: `Dec15`. */
const shortMonth = new RegExp(`^${monthName}(?<year>\\d{2})$`, "iu");

/** Whether months right before two digits may be days of one year: of years, most have several months each. */
function mayBeDays(found: readonly string[]): boolean {
  const years = found.flatMap((text) => shortMonth.exec(text)?.groups?.year ?? []);
  const shared = years.filter((year) => years.filter((other) => other === year).length > 1);
  return years.length > 0 && shared.length * 2 <= years.length;
}

/** What a heading says besides its period, without the quarter of a financial year that ends on that day: `As at 30 June 2021 (Q1)`. */
const withoutQuarter = (rest: string): string => rest.replace(/(?<=\{\}\s*)\(Q[1-4]\)\s*$/iu, "(Q*)");

/** All of a heading that names a month and its year, and is a period as it stands: `12 months to March 2020`, `2017 | January to March`. */
const wholeHeading = (name: string): RegExpExecArray | null =>
  (namesMonthAndYear.test(name) || namesYearAndMonths.test(name)) && periodReadings(name.trim()).length > 0
    ? /\S.*\S/u.exec(name)
    : null;
const namesMonthAndYear = new RegExp(`(?<!\\p{L})${monthName}.*(?<!\\d)(?:19|20)\\d{2}(?!\\d)`, "iu");
/** The months of a year that stands above them, a quarter say. */
const namesYearAndMonths = new RegExp(
  `^\\s*(?:19|20)\\d{2}(?!\\d).*(?<!\\p{L})${monthName}\\.?(?: ?[-–—/] ?| to )${monthName}`,
  "iu",
);

/** A year with the day of a count behind it, and a note between them perhaps: `1869 (31.12.)`, `2001 1) (15.5.)`. */
const yearWithDay = /^(?:1[5-9]|20)\d{2}(?<note>\s*\d{1,2}\))?\s*\(\d{1,2}\.\s?(?:\d{1,2}\.?|\p{L}{3,}\.?)\)$/u;

/** Years across the top of which some have the day of a count behind them: each is called by its year. */
function withDays(figures: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const read = figures.flatMap(({ index, name }) => {
    const days = yearWithDay.exec(name.trim());
    const isPlain = /^(?:1[5-9]|20)\d{2}(?:\s*\d{1,2}\))?$/u.test(name.trim());
    const note = /\d\s+\d{1,2}\)/u.test(name) ? " *)" : "";
    return days || isPlain
      ? [{ index, pattern: `{${dimension}}${note}${days ? " (*)" : ""}`, isDated: days !== null }]
      : [];
  });
  if (read.filter(({ isDated }) => isDated).length < 2 || read.length < figures.length) return undefined;
  const patterns = [...new Set(read.map(({ pattern }) => pattern))].sort((a, b) => b.length - a.length);
  return {
    ...ofPeriods(
      "{}",
      dimension,
      read.map(({ index }) => index),
    ),
    columns: patterns,
  };
}

/** What headings of periods look like that have the number of a note behind them, as most others have none: `2011 2)` beside `2010`, and no other `2011`. */
function notesBehindPeriods(read: readonly { readonly found: string; readonly rest: string }[]): readonly string[] {
  const noted = read.filter(({ rest }) => noteBehind.test(rest));
  const told = read.filter(({ rest }) => rest === "{}").concat(noted);
  const isOnce = new Set(told.map(({ found }) => found)).size === told.length;
  return isOnce && noted.length < told.length / 2 ? [...new Set(noted.map(({ rest }) => rest))] : [];
}
const noteBehind = /^\{\} ?(?:\d{1,2}\)|\(\d{1,2}\)|\[\d{1,2}\])$/u;

/** A series of periods some of whose headings have the number of a note behind them: what says more is tried first. */
const withNotesBehind = (wide: WideGuess, notes: readonly string[], dimension: string): WideGuess =>
  notes.length === 0
    ? wide
    : {
        ...wide,
        columns: [...notes.map((rest) => rest.replace("{}", `{${dimension}}`)), ...[wide.columns].flat()],
      };

/**
 * Periods whose headings have a sign behind them, as others have none: `2012 January**` beside `2011 December`. It refers to a note. Or the status of
 * their figures, where no two are of one period: `2019p`, `2019 | provisional`.
 */
function marksBehindPeriods(read: readonly { readonly found: string; readonly rest: string }[]): ReadonlySet<string> {
  const rests = new Set(read.map(({ rest }) => rest));
  const ofStatus = read.filter(({ rest }) => statusBehind.test(rest));
  const told = read.filter(({ rest }) => rest === "{}").concat(ofStatus);
  const isOnce = new Set(told.map(({ found }) => found)).size === told.length;
  return new Set(
    [...rests].filter(
      (rest) => rests.has("{}") && (/^\{\}\s?[*†‡#]{1,3}$/u.test(rest) || (isOnce && statusBehind.test(rest))),
    ),
  );
}
/** As a period with the status of its figures is read. */
const statusBehind =
  /^\{\}(?: ?[pref]| ?\((?:p|r|e|f|prov|prelim|rev|est|proj|provisional|preliminary|revised|estimated?|forecast|projection|projected)\)|(?: \|)? (?:provisional|preliminary|revised|estimated?|forecast|projection|projected))$/iu;

/** How far something has changed from a period on. */
const sinceThen = /\b(?:since|from|against|versus|vs\.?|compared (?:to|with))\b[^{]*\{\}/iu;

/** Whether headings are bands of years that something was built or began in: `1919-1945 | 1946-1960 | Unknown`. */
function areBandsOfYears(figures: readonly ColumnSurvey[]): boolean {
  const bands = figures.flatMap(({ name }) => {
    const { from, to } =
      /^(?<from>(?:1[6-9]|20)\d{2}) ?(?:-|–|to) ?(?<to>(?:1[6-9]|20)\d{2})$/u.exec(name.trim())?.groups ?? {};
    return from === undefined || to === undefined ? [] : [Number(to) - Number(from)];
  });
  const others = figures.filter(({ name }) =>
    /^(?:0 ?(?:-|–|to) ?\d{4}|(?:pre|post|before|after|since|until)[ -]?\d{4}|unknown|not (?:stated|known))$/iu.test(
      name.trim(),
    ),
  );
  return (
    bands.length > 2 &&
    new Set(bands).size > 1 &&
    others.length > 0 &&
    bands.length + others.length >= figures.length * mostlyBands
  );
}

/** So many of the headings are bands, where a total stands among them. */
const mostlyBands = 0.8;

interface CombinedHeadings {
  /** What stands beside the periods of headings, and the columns of each. */
  readonly all: readonly (readonly [rest: string, indices: readonly number[]])[];
  readonly indices: readonly number[];
  readonly bare: readonly number[];
  readonly dimension: string;
  /** Whether most headings tell a period. */
  readonly isMost: boolean;
  /** What the title says that stands across the top. */
  readonly across: string | undefined;
}

/** Headings of a period and a measure, or of a year and its part; what stands behind all periods tells no measures apart: `£ million | 2015-16 outturn`. */
function guessCombined(given: CombinedHeadings): WideGuess | undefined {
  const [ending = "", other] = new Set(
    given.all.map(([rest]) => /\p{L}.*\{\}(?<ending>[^{}]*\p{L}[^{}]*)$/u.exec(rest)?.groups?.ending ?? ""),
  );
  if (ending === "" || other !== undefined || given.all.length < 2) return combinedOf(given);
  const found = combinedOf({ ...given, all: given.all.map(([rest, own]) => [rest.slice(0, -ending.length), own]) });
  if (!found) return undefined;
  const columns = [found.columns].flat().map((pattern) => `${pattern}${ending}`);
  return { ...found, columns: columns.length === 1 ? (columns[0] as string) : columns };
}

function combinedOf({ all, indices, bare, dimension, isMost, across }: CombinedHeadings): WideGuess | undefined {
  const named = all.filter(([rest]) => rest !== "{}");
  const parts = named.map(([rest, own]) => ({
    own,
    ...(/^(?<before>.*?)(?<left>[\s,:|_–-]*)\{\}(?<right>[\s,:|_–-]*)(?<after>.*)$/u.exec(rest)?.groups as Record<
      "before" | "left" | "right" | "after",
      string
    >),
  }));
  // A word ends where a period begins; `pop2014`, `pop2005`, `shops2005`, … have their years at the end, each name several of them.
  const areAtEnd =
    isMost && parts.length > 1 && parts.every(({ own, left, after }) => left === "" && after === "" && own.length > 1);
  // `2012Population`, `2011Population`, `2012Murder`, …: a word that begins with a capital begins where the year ends.
  const areAtStart =
    isMost &&
    parts.length > 1 &&
    parts.every(
      ({ own, before, right, after }) => before === "" && right === "" && /^\p{Lu}/u.test(after) && own.length > 1,
    );
  const areApart =
    areAtEnd ||
    areAtStart ||
    parts.every(({ before, left, right, after }) => (before === "" || left !== "") && (after === "" || right !== ""));
  // Of a few headings among many, what stands on both sides of years are groups: `Moved in 2000 to 2009 - count`.
  const areInParts = parts.some(({ before, after }) => before !== "" && after !== "");
  if (parts.length === 0 || !areApart || (areInParts && !isMost)) return undefined;
  const areAfter = parts.every(({ before, right }) => before === "" && right === parts[0]?.right);
  const shared = areAfter ? sharedStart(parts.map(({ after }) => after)) : "";
  const heads = parts.map(({ after, ...part }) => ({ ...part, after: after.slice(shared.length) }));
  const names = heads.map(({ before, after }) => [before, after].filter(Boolean).join(" "));
  // P1, P2, … are parts of a year, and no measures, nor are men and women.
  const [first] = heads;
  const areGroups = areBreakdown(names, across);
  if (
    bare.length === 0 &&
    (names.every((name) => /^(?:\p{L}|week|wk|month|period|term|wave) ?\d{1,2}$/iu.test(name)) ||
      names.every((name) => partOfYear.test(name)) ||
      areGroups) &&
    heads.every(({ left, right }) => left === first?.left && right === first.right)
  ) {
    const hole = `{${categoryHole}}`;
    return {
      tells: ["period", "category"],
      columns: areAfter ? `{${dimension}}${first?.right}${hole}` : `${hole}${first?.left}{${dimension}}`,
      indices,
      measures: [],
      bare: [],
      categories: names,
      label: areGroups ? across : undefined,
    };
  }
  const patternOf = ({ before, left, right, after }: (typeof heads)[number]) =>
    `${before === "" ? "" : `{measure}${left}`}{${dimension}}${after === "" ? "" : `${right}${shared}{measure}`}`;
  // Of two patterns that fit, the one that says more is tried first.
  const patterns = [...new Set(heads.map(patternOf))].sort((a, b) => b.length - a.length);
  const columns = bare.length === 0 ? patterns : [...patterns, `{${dimension}}`];
  if (new Set(names).size < names.length || patterns.length > mostPatterns) return undefined;
  const [only, ...further] = columns;
  return {
    tells: ["period"],
    columns: further.length === 0 && only !== undefined ? only : columns,
    indices,
    measures: names,
    measureOf: new Map(heads.flatMap(({ own }, at) => own.map((index) => [index, names[at] ?? ""] as const))),
    bare,
    categories: [],
  };
}

/** A part of the year above it, which may begin in any month: `Apr-Jun` below `2018/19`. */
const partOfYear = new RegExp(
  `^(?:${monthName}(?: ?(?:-|–|to) ?${monthName})?|spring|summer|autumn|fall|winter)\\.?$`,
  "iu",
);

/** So many ways to put a measure and a period together are one hand's. */
const mostPatterns = 4;

/** So many shares under two rows of headings are those of groups of people: by sex, by age. */
const fewestOfCrosstab = 6;

/** So many of the headings tell a period, where others beside them tell changes between them. */
const mostlyOfPeriods = 0.4;

/** So many headings that differ by their periods are a series, whatever other columns there are. */
const fewestOfSeries = 3;

/** The headings above them that all names share: `financial year | `. */
function sharedStart(names: readonly string[]): string {
  const parts = names.map((name) => name.split(" | ").slice(0, -1));
  const [first = []] = parts;
  const length = first.findIndex((part, at) => !parts.every((own) => own[at] === part));
  const shared = first.slice(0, length < 0 ? first.length : length);
  return names.length > 1 ? shared.map((part) => `${part} | `).join("") : "";
}

const ofPeriods = (pattern: string, dimension: string, indices: readonly number[]): WideGuess => ({
  tells: ["period"],
  columns: pattern.replace("{}", `{${dimension}}`),
  indices,
  measures: [],
  bare: [],
  categories: [],
});

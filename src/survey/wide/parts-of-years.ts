import { periodMonths, periodReadings } from "../../dataset/index.ts";
import { languagesOfMonths } from "../periods/parts-of-languages.ts";
import { beforeDay, month, monthName, ordinal } from "../periods/period-in-text.ts";
import { formatOfQuarter, formatOfQuarters } from "../periods/quarters-of-languages.ts";
import { ofPublication } from "../said-in-titles.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isTotal } from "../table/survey-column.ts";
import { fewestOfSeries, ofPeriods, type WideGuess } from "./wide-guess.ts";

/** Finds months, quarters or days whose year stands down the side or above the table, and years whose parts stand down the side. */
export const guessPartsOfYears = (survey: TableSurvey, dimension: string): WideGuess | undefined =>
  guessPartsByYear(survey.columns, dimension) ??
  guessForeignParts(survey.columns, dimension) ??
  guessYearsOfParts(survey.columns, dimension) ??
  guessPartsOfYearSaid(survey, dimension);

/** Months or quarters across the top, and the year of each row down the side. Other figures beside them, of the whole year say, are left out. */
function guessPartsByYear(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
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
  const words = figures.filter(({ name }) => /^\p{L}{3,}\.?$/u.test(name.trim()));
  if (words.length < monthsOfYear) return undefined;
  for (const lang of ["en", ...languagesOfMonths]) {
    const months = words.flatMap((column) => {
      const [reading, other] = periodReadings(`${column.name.trim()} ${anyYear}`, undefined, lang);
      const isMonth = reading !== undefined && other === undefined && periodMonths(reading) === 1;
      return isMonth ? [{ column, id: reading.id }] : [];
    });
    if (new Set(months.map(({ id }) => id)).size === monthsOfYear && months.length === monthsOfYear)
      return guess(
        months.map(({ column }) => column),
        `${hole} {${year.ref}}`,
        lang === "en" ? undefined : lang,
      );
  }
  return undefined;
}

/**
 * Months or quarters in another language, with their years above them or beside: `2018 | Mai`, `1998/Ago`, `2021 | 1º trimestre`. Where all are English,
 * they are read as they stand.
 */
function guessForeignParts(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const figures = columns.filter(({ kind, name }) => kind === "figure" || (kind === "blank" && name !== ""));
  const named = figures.filter(({ name }) => yearAndWord.test(name.trim()));
  if (named.length < fewestOfSeries || named.length < figures.length / 2) return undefined;
  const readBy = (lang: string) => {
    const read = named.flatMap((column) => {
      const [reading, other] = periodReadings(column.name.trim(), undefined, lang);
      return reading !== undefined && other === undefined ? [{ column, months: periodMonths(reading) }] : [];
    });
    // Quarters beside months hold them, and are no periods of their series.
    const [months = 0, quarters = 0] = partsOfYear.map((length) => read.filter((own) => own.months === length).length);
    const length = months >= quarters ? 1 : monthsOfQuarter;
    return read.filter((own) => own.months === length).map(({ column }) => column);
  };
  const english = readBy("en");
  if (english.length === named.length) return undefined;
  const [most] = languagesOfMonths
    .map((lang) => ({ lang, parts: readBy(lang) }))
    .sort((a, b) => b.parts.length - a.parts.length);
  // A month may be cut short as no dictionary has it: its columns are left out, and named.
  if (!most || most.parts.length <= english.length || most.parts.length < named.length * mostlyParts) return undefined;
  const indices = most.parts.map(({ index }) => index);
  return { ...ofPeriods("{}", dimension, indices), lang: most.lang };
}
/** A year, and beside it one word with its number perhaps: `2018 | Mai`, `1998/Ago`, `2021 | 1º trimestre`, `IV trimestre 2021`. */
const yearAndWord = new RegExp(
  ["(?:19|20)\\d{2}[ |/_-]{0,3}PART", "PART[ |/_-]{0,3}(?:19|20)\\d{2}"]
    .map(
      (way) =>
        `^${way.replace("PART", "(?:(?:[1-4](?:\\.|er|e|º|ª|°)? ?|(?:I{1,3}|IV)\\.? ))?\\p{L}{3,}\\.?(?: [1-4])?")}$`,
    )
    .join("|"),
  "iu",
);
/** So many words beside years are parts of them in one language. */
const mostlyParts = 0.8;

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

/**
 * Months, days or weeks across the top of a table whose title names one year, and no column another: `2015 total rides by station`; months in the
 * language of the table, `ENERO`, `FEBRERO` below `2020`.
 */
function guessPartsOfYearSaid({ columns, titles, sheet }: TableSurvey, dimension: string): WideGuess | undefined {
  if (columns.some(({ kind }) => kind === "period")) return undefined;
  const said = [...titles, sheet.name ?? ""].filter((text) => !ofPublication.test(text));
  const years = new Set(said.flatMap((text) => [...text.matchAll(singleYear)].map(([year]) => year)));
  const [year, other] = years;
  if (year === undefined || other !== undefined || said.some((text) => spanOfYearsSaid.test(text))) return undefined;
  const figures = columns.filter(({ kind, name }) => kind === "figure" || (kind === "blank" && name !== ""));
  const parts = figures.filter(({ name }) => partWithoutYear.test(name.trim()));
  const guess = (own: readonly ColumnSurvey[], lang?: string): WideGuess | undefined => {
    const starts = own.map(({ name }) => periodReadings(`${name.trim()} ${year}`, undefined, lang)[0]?.start ?? "");
    // What goes on into another year is of two.
    const areInTurn = starts.every((start, at) => start !== "" && (at === 0 || start > (starts[at - 1] as string)));
    if (own.length < fewestOfSeries || !areInTurn) return undefined;
    const indices = own.map(({ index }) => index);
    const joined = { column: undefined, text: `{${dimension}} ${year}` };
    return { ...ofPeriods("{}", dimension, indices), joined, yearSaid: year, lang };
  };
  if (parts.length >= fewestOfSeries) return guess(parts);
  for (const lang of languagesOfMonths) {
    const months = figures.filter(({ name }) => isMonthIn(name, lang));
    const found = months.length > parts.length ? guess(months, lang) : undefined;
    if (found && figures.every((own) => months.includes(own) || isTotal(own.name.trim()))) return found;
  }
  return undefined;
}
/** Whether one word is a month in a language. */
function isMonthIn(name: string, lang: string): boolean {
  const [reading, other] = periodReadings(`${name.trim()} ${anyYear}`, undefined, lang);
  return (
    /^\p{L}{3,}\.?$/u.test(name.trim()) && reading !== undefined && other === undefined && periodMonths(reading) === 1
  );
}
/** A month, a day or a week of a year that it does not say: `Mar`, `3 Jan`, `January 3rd`, `w/e 7 Jan`. */
const partWithoutYear = new RegExp(
  `^(?:${monthName}\\.?|(?:${beforeDay})?(?:\\d{1,2}${ordinal}[ -]${monthName}\\.?|${monthName}\\.? \\d{1,2}${ordinal}))$`,
  "iu",
);

const monthAlone = new RegExp(`^${month}\\.?$`, "iu");
const singleYear = /(?<![\d/–-])(?:19|20)\d{2}(?![\d/–-])/gu;
const spanOfYearsSaid = /(?:19|20)\d{2} ?(?:[/–-]|to) ?\d{2}/u;

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

const [quartersOfYear, monthsOfYear, monthsOfQuarter] = [4, 12, 3];
const partsOfYear = [1, monthsOfQuarter];

import { formatOfQuarter, formatOfQuarters } from "../periods/quarters-of-languages.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";
import { fewestOfSeries, ofPeriods, type WideGuess } from "./wide-guess.ts";

/** Finds headings that end with years as programs write them, in two digits or from one to another. */
export const guessCodedYears = (columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined =>
  guessSpansOfYears(columns, dimension) ?? guessShortYears(columns, dimension) ?? guessWindows(columns, dimension);

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

/** Headings that are quarters by the letter of another language: `T1_1982`, `T2_1982`, … */
export function guessQuarters(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const read = figures.filter(({ name }) => formatOfQuarter(name.trim()) !== undefined);
  const format = formatOfQuarters(read.map(({ name }) => name.trim()));
  if (format === undefined || read.length < fewestOfSeries || read.length < figures.length / 2) return undefined;
  const indices = read.map(({ index }) => index);
  return { ...ofPeriods("{}", dimension, indices), format };
}
const notOfYears =
  /\b(?:(?:fe)?males?|(?:wo)?men|boys|girls|persons|ages?|aged|class|grade|week|top|over|under|group|pct|percentile|q|rank)$/iu;

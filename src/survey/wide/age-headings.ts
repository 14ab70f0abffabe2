import type { ColumnSurvey } from "../table/column-survey.ts";
import { isTotal } from "../table/survey-column.ts";
import { wordsOf } from "../words.ts";
import { areParts } from "./breakdowns.ts";
import { allCategories, categoryHole, secondHole, type WideGuess } from "./wide-guess.ts";

/** Finds headings that are a run of numbers, of weeks say, or the ages of a population. */
export const guessNumberHeadings = (columns: readonly ColumnSurvey[]): WideGuess | undefined =>
  guessWideNumbers(columns) ?? guessWideAges(columns);

/** Men, women and perhaps others, of each of several ages, side by side: `female 18-24`, `male 18-24`, `female 25-29`, … Few figures beside them are others. */
export function guessSexesOfAges(columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const read = figures.flatMap((column) => {
    const { sex, gap, age } = /^(?<sex>\p{L}+)(?<gap>[ _:-]+)(?<age>.*\d.*)$/u.exec(column.name.trim())?.groups ?? {};
    return sex === undefined || gap === undefined || age === undefined ? [] : [{ column, sex, gap, age }];
  });
  const partsOf = (part: "sex" | "gap" | "age") => [...new Set(read.map((own) => own[part]))];
  const [sexes, gaps, whole] = [partsOf("sex"), partsOf("gap"), partsOf("age")];
  const ending = sharedEnding(whole);
  const ages = whole.map((age) => age.slice(0, age.length - ending.length));
  const known = sexes.filter((name) => sexName.test(name));
  const areSame = new Set(read.map(({ column }) => column.figures?.hasPercent)).size === 1;
  const areCrossed = ages.length > 1 && sexes.length * ages.length === read.length;
  const areAll =
    read.length >= figures.length * mostlyOfAges && (areParts(ages.map((name) => ({ name }))) || areSingleAges(ages));
  if (!areSame || !areCrossed || !areAll || gaps.length !== 1 || known.length < 2 || sexes.length > known.length + 2)
    return undefined;
  return {
    ...allCategories(read.map(({ column }) => column)),
    categories: sexes,
    subgroups: ages,
    columns: `{${categoryHole}}${gaps[0]}{${secondHole}}${ending}`,
  };
}

/** The words behind all of several ages, from the space before them: ` Population 31 Dec` of `0 Population 31 Dec`. */
function sharedEnding(ages: readonly string[]): string {
  const [first = [], ...others] = ages.map((age) => age.split(" ").slice(1));
  const isShared = (count: number) => others.every((words) => words.at(-count) === first.at(-count));
  const differs = first.findIndex((_, at) => !isShared(at + 1));
  const shared = first.slice(first.length - (differs < 0 ? first.length : differs)).join(" ");
  // How old somebody is has these words: `18 to 24 years old`.
  return others.length === 0 || shared === "" || /^years?\b/iu.test(shared) ? "" : ` ${shared}`;
}

/** Whether names are a run of single ages, and perhaps all together. */
function areSingleAges(names: readonly string[]): boolean {
  const single = names.filter((name) => !isTotal(name));
  const ages = single.map((name) => (/^\d{1,3}\+?$/u.test(name) ? Number.parseInt(name, 10) : Number.NaN));
  return ages.length >= fewestOfRun && ages.every((age, at) => at === 0 || age === (ages[at - 1] as number) + 1);
}

/** So many of the figures are of one sex and one age, where others stand beside them. */
const mostlyOfAges = 0.8;
const sexName = /^(?:(?:fe)?males?|(?:wo)?men|boys|girls|[mf])$/iu;

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
  const ages = figures.flatMap(({ index, name }) => {
    const { stem, age } = headingOfAge.exec(name.trim())?.groups ?? {};
    return stem === undefined || age === undefined ? [] : [{ index, name, stem, from: firstAge(age) }];
  });
  const [first] = ages;
  const isRun =
    first !== undefined &&
    ages.every(({ stem, from }, at) => stem === first.stem && (at === 0 || from > (ages[at - 1]?.from ?? 0)));
  if (!isRun || ages.length < fewestAges || ages.length < figures.length / 2) return undefined;
  const { stem } = first;
  // `age_all_ages` beside `age_0_4`.
  const ofStem = figures.filter(({ name }) => name.startsWith(stem) && ofAllAges.test(name.slice(stem.length).trim()));
  const alone = figures.filter((own) => !ofStem.includes(own) && ofAllAges.test(own.name.trim()));
  return {
    tells: ["category"],
    columns: [`${stem}{${categoryHole}}`, ...(alone.length > 0 ? [`{${categoryHole}}`] : [])],
    indices: [...alone, ...ofStem, ...ages].map(({ index }) => index).sort((one, other) => one - other),
    measures: [],
    bare: [],
    categories: [...alone.map(({ name }) => name), ...[...ofStem, ...ages].map(({ name }) => name.slice(stem.length))],
    label: ageLabel,
  };
}
/** `age_0_4`, `A_75+`, `aged 75 and over`, `age_75up`, `ages under 5`. */
const headingOfAge =
  /^(?<stem>\D*?(?:\ba|age|aged|ages)[ _.-]?)(?<age>\d{1,3}(?:[+]|[ _]?(?:-|–|to|_)[ _]?\d{1,3}|[ _]?(?:plus|up)|[ _](?:and|or)[ _](?:under|over|above|younger|older|up))?|(?:under|below|lt)[ _]?\d{1,3})$/iu;
/** The first year of several ages: 0 of `under 5`. */
const firstAge = (age: string): number => (/^\d/u.test(age) ? Number.parseInt(age, 10) : 0);
const ofAllAges = /^(?:all(?:[ _]?ages?)?|total)$/iu;

/** What headings of ages are called. */
export const ageLabel = "age";

/** So many ages side by side are those of a population. */
const fewestAges = 4;

/** So many numbers in a row are no measures. */
const fewestOfRun = 4;
const numberedName = /\b(?:weeks?|months?|days?|hours?|ages?|years?|grades?|quarters?|number)\b/iu;

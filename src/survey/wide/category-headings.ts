import { isNameOfArea } from "../areas/find-area.ts";
import { isEndOfInterval } from "../measures/bounds-of-measures.ts";
import { isOfChange, isOfCounts, saysNumber } from "../measures/measure-kind.ts";
import { sharedStart } from "../naming.ts";
import { areSexes, groupsIn } from "../said-in-titles.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isTotal } from "../table/survey-column.ts";
import { wordsOf } from "../words.ts";
import { areMeasures, areParts, areSexesOfGroups, kindOfFigures } from "./breakdowns.ts";
import { allCategories, categoryHole, secondHole, type WideGuess } from "./wide-guess.ts";

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

/**
 * Headings that are all of some categories and some measures: `Men | Number`, `Men | Rate`, `Women | Number`, … What tells measures is
 * the part whose figures are of several kinds; where neither is, nothing is guessed.
 */
export function guessCategoryHeadings(
  columns: readonly ColumnSurvey[],
  { spanning, titles }: Pick<TableSurvey, "spanning" | "titles">,
): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const bounded = withBounds(figures, spanning);
  if (bounded) return bounded;
  const ofOne = categoriesOfOne(figures, spanning) ?? guessBelowBy(figures);
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
    const tellsMeasure =
      byKinds ?? (areSaidBeforeBy(titles, [...firsts]) ? "first" : partBesidePlaces([...firsts], [...seconds]));
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
  return guessBelowMeasures(figures);
}

/**
 * Measures over the same categories with their total, of which some measures have not all: `Dwellings | A`, `Dwellings | B`, `Dwellings | Total`, `Tax base | Total`, … A
 * total tells that they are parts of one thing, and that these are in several measures, that they are no measures.
 */
function guessBelowMeasures(figures: readonly ColumnSurvey[]): WideGuess | undefined {
  const parts = figures.map(({ name }) => {
    const { first = "", second = "" } = /^(?<first>[^|]+?) \| (?<second>[^|]+)$/u.exec(name)?.groups ?? {};
    return { first, second };
  });
  const firstsOf = (second: string) => parts.filter((own) => own.second === second).length;
  const [firsts, seconds] = [
    new Set(parts.map(({ first }) => first)),
    new Set(parts.map(({ second }) => second)),
  ] as const;
  const total = [...seconds].find(isTotal);
  const areShared = [...seconds].every((second) => firstsOf(second) > 1);
  const isOnce = new Set(figures.map(({ name }) => name)).size === figures.length;
  if (parts.some(({ first, second }) => first === "" || second === "") || total === undefined) return undefined;
  if (!areShared || !isOnce || firsts.size < fewestMeasures || seconds.size < fewestOfTotal) return undefined;
  if (firstsOf(total) < firsts.size || areMeasures([...seconds].map((name) => ({ name })))) return undefined;
  return {
    ...allCategories(figures),
    columns: `{measure} | {${categoryHole}}`,
    measures: [...firsts],
    measureOf: new Map(figures.map(({ index }, at) => [index, parts[at]?.first ?? ""] as const)),
    categories: [...seconds],
  };
}
/** So many measures, and so many categories with their total, are no chance. */
const [fewestMeasures, fewestOfTotal] = [3, 4];

/** Which of two parts of headings tells measures: the one beside places, `England (ONS data) | All deaths`. */
function partBesidePlaces(firsts: readonly string[], seconds: readonly string[]): "first" | "second" | undefined {
  const arePlaces = (names: readonly string[]) =>
    names.every((name) => isNameOfArea(name.replace(/ \([^()]*\)$/u, "").trim()));
  const [areFirst, areSecond] = [arePlaces(firsts), arePlaces(seconds)];
  if (areFirst === areSecond) return undefined;
  return areFirst ? "second" : "first";
}

/**
 * Categories below one heading that says what they are told by, `Yield by sector (£m) | Betting`, `Yield by sector (£m) | Bingo`, … How much they have changed is
 * none of them.
 */
function guessBelowBy(all: readonly ColumnSurvey[]): WideGuess | undefined {
  const shared = sharedStart(all.map(({ name }) => name));
  const { by } = / by (?<by>\p{L}[\p{L} ]{2,30}?)(?: \([^()]*\))? \| $/u.exec(shared)?.groups ?? {};
  const figures = all.filter(({ name }) => !isOfChange(name.slice(shared.length)));
  const names = figures.map(({ name }) => name.slice(shared.length));
  const areSame = new Set(figures.map((own) => own.figures?.hasPercent)).size === 1;
  if (by === undefined || /[{}*]/u.test(shared) || figures.length < fewestBelow || !areSame) return undefined;
  if (areMeasures(figures) || areSomeFew(figures)) return undefined;
  if (names.some((name) => name.includes(" | ") || saysNumber(name))) return undefined;
  return { ...allCategories(figures), columns: `${shared}{${categoryHole}}`, categories: names, label: by };
}
/** So many categories stand below a heading that says what they are told by. */
const fewestBelow = 3;

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

/** So many shares under two rows of headings are those of groups of people: by sex, by age. */
const fewestOfCrosstab = 6;

import { areasAcross } from "../areas/areas-across.ts";
import { isNameOfArea } from "../areas/find-area.ts";
import { unitInHeading } from "../measures/guess-unit.ts";
import { isOfChange, isOfCounts, isOfMoney, saysPercent } from "../measures/measure-kind.ts";
import { doRowsDecide } from "../rows/rows-decide.ts";
import { groupsIn, ofTimes } from "../said-in-titles.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { numberAt } from "../table/number-at.ts";
import { isPlainTotal, isTotal } from "../table/survey-column.ts";
import { wordsOf } from "../words.ts";
import { areMeasures, fewestTops, kindOfFigures } from "./breakdowns.ts";
import { type GroupedHeadings, groupsBesideTotals, groupsInHeadings } from "./groups-in-headings.ts";
import { allCategories, areaHole, categoryHole, type WideGuess } from "./wide-guess.ts";

/** Finds headings that are groups of one measure, where they do not say so themselves: the title, a total of them, or their rows do. */
export const guessToldElsewhere = (survey: TableSurvey): WideGuess | undefined =>
  guessGroupsOfTotals(survey) ?? guessWideByTitle(survey) ?? guessPartsOfTotal(survey) ?? guessWideByRows(survey);

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
  // The provinces of counties are told by these.
  const areOfPlaces = said.some((text) => text !== only && ofPlaces.test(text));
  const isTold = (label: ColumnSurvey) =>
    said.some((text) => tells(label, text)) || (areOfPlaces && ofPlaces.test(wordsOf(label.name)));
  const areTold = labels.every((label) => label.name !== "" && isTold(label));
  return only !== undefined && other === undefined && areTold ? { ...allCategories(figures), label: only } : undefined;
}

/** In so many of the rows figures come to their total; each of them may be rounded for itself. */
const [mostlyTotal, roundedTotal] = [0.9, 0.02];

/** Whether one of several figures is the total of the others, by its name and in most rows that have them all. */
function comeToTotal(
  { sheet, rows }: TableSurvey,
  figures: readonly ColumnSurvey[],
  totals: readonly ColumnSurvey[] = figures.filter(({ name }) => isTotal(name)),
): boolean {
  const [total, other] = totals;
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

/**
 * Headings of which one is called a total, and is the sum of all others: `Urban | Rural | Total`, also above the same words in the rows below: `Total | All
 * ages`, `Urban | All ages`.
 */
function guessPartsOfTotal(survey: TableSurvey): WideGuess | undefined {
  const figures = survey.columns.filter(({ kind }) => kind === "figure");
  const end = sharedEnd(figures.map(({ name }) => name));
  const named = figures.map((own) => ({ own, name: own.name.slice(0, own.name.length - end.length) }));
  const [whole, other] = named.filter(({ name }) => isPlainTotal(name.trim()));
  const parts = named.filter((each) => each !== whole);
  const areNames = parts.every(({ name }) => !isOfCounts(name) && unitInHeading(name).unit === undefined);
  const isAtEnd = whole !== undefined && other === undefined && (whole === named[0] || whole === named.at(-1));
  return isAtEnd && areNames && !areMeasures(parts) && comeToTotal(survey, figures, [whole.own])
    ? { ...allCategories(figures), columns: `{${categoryHole}}${end}`, categories: named.map(({ name }) => name) }
    : undefined;
}

/** The rows of headings that all end with: ` | All ages | Total`; "" where there are none. */
function sharedEnd(names: readonly string[]): string {
  const [first = ""] = names;
  const ends = [...first.matchAll(/ \| /gu)].map(({ index }) => first.slice(index));
  return ends.find((end) => names.every((name) => name.endsWith(end)) && !/[{}*]/u.test(end)) ?? "";
}

/**
 * Headings that are all of one measure, or of several, for each of the same groups and their total, which is the sum of these: `Male arrests`, `Female arrests`,
 * `Total arrests`.
 */
function guessGroupsOfTotals(survey: TableSurvey): WideGuess | undefined {
  const figures = survey.columns.filter(({ kind }) => kind === "figure");
  return ofGroups(survey, groupsInHeadings(figures)) ?? ofGroups(survey, groupsBesideTotals(figures));
}

/** Groups of people, who are no measures: where each measure has all of them, nothing has to add up. */
const ofPeople: ReadonlySet<string> = new Set(["sex", "age"]);

function ofGroups(survey: TableSurvey, groups: readonly GroupedHeadings[]): WideGuess | undefined {
  const figures = survey.columns.filter(({ kind }) => kind === "figure");
  const [first] = groups;
  const hole = first?.holes[0];
  // `Männer` says what it counts by itself.
  if (!first || hole === undefined || (first.pattern === `{${hole}}` && figures.some(({ name }) => isOfCounts(name))))
    return undefined;
  const namesOf = ({ columns }: GroupedHeadings) => columns.map(({ at }) => at[hole] ?? "");
  const columnsOf = ({ columns }: GroupedHeadings) => columns.map(({ column }) => column);
  const totalsOf = ({ columns }: GroupedHeadings) =>
    columns.flatMap(({ column, at }) => (isTotal(at[hole] ?? "") ? [column] : []));
  // Counts that do not come to what is called their total are something else; rates and means come to none.
  const mayAddUp = (own: GroupedHeadings) =>
    totalsOf(own).length > 0 && columnsOf(own).every((column) => kindOfFigures(column) === "whole");
  // A category of which a measure counts nothing may stand in no column of figures.
  const fullest = groups.reduce((most, own) => (own.columns.length > most.columns.length ? own : most), first);
  const names = new Set(namesOf(fullest));
  const areComplete = groups.every(
    (own) =>
      own.isRead &&
      own.holes.join() === hole &&
      namesOf(own).every((name) => names.has(name)) &&
      (comeToTotal(survey, columnsOf(own), totalsOf(own)) ||
        (ofPeople.has(hole) && own.columns.length === names.size && !mayAddUp(own))),
  );
  const areAll = groups.reduce((sum, { columns }) => sum + columns.length, 0) === figures.length;
  // What stands beside the name has to be in the same place in all headings, and parted from it in the same way.
  const parted = groups.map(({ pattern }) => partBeside(pattern, `{${hole}}`));
  const [own] = parted;
  const areAlike = parted.every((part) => part !== undefined && part.columns === own?.columns);
  const areMany = groups.length > 1;
  if (!areComplete || !areAll || (areMany && !areAlike)) return undefined;
  const pattern = (areMany ? own?.columns : undefined) ?? first.pattern.replace(`{${hole}}`, "{}");
  const beside = parted.map((part) => part?.measure ?? "");
  const measureOf = new Map(
    groups.flatMap(({ columns }, at) => columns.map(({ column }) => [column.index, beside[at] ?? ""] as const)),
  );
  return {
    ...allCategories(figures),
    columns: pattern.replace("{}", `{${categoryHole}}`),
    categories: [...names],
    label: hole === categoryHole ? undefined : hole,
    ...(areMany ? { measures: beside, measureOf } : {}),
  };
}

/** What stands beside a name in a heading, and how both are written: `{measure}_{}`. Undefined where it stands on both sides. */
function partBeside(pattern: string, hole: string): { readonly measure: string; readonly columns: string } | undefined {
  const [ahead = "", behind = ""] = pattern.split(hole);
  const { measure: before = "", sign: opening = "" } =
    /^(?<measure>.*?)(?<sign>[\s_:;,|/(–—-]*)$/u.exec(ahead)?.groups ?? {};
  const { measure: after = "", sign: closing = "" } =
    /^(?<sign>[\s_:;,|/)–—-]*)(?<measure>.*)$/u.exec(behind)?.groups ?? {};
  if (before === "") return { measure: after, columns: `${opening}{}${closing}{measure}` };
  return after === "" ? { measure: before, columns: `{measure}${opening}{}${closing}` } : undefined;
}

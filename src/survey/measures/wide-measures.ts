import { groupBy, type MeasureSpec } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { isNameOfAverage } from "../areas/average-names.ts";
import { meaningOf } from "../meaning-of.ts";
import { isForecast, isOutturn } from "../periods/forecasts.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isTotal } from "../table/survey-column.ts";
import { ageLabel } from "../wide/age-headings.ts";
import { isOfOrigins, levelOfAreas } from "../wide/area-headings.ts";
import type { WideGuess } from "../wide/wide-guess.ts";
import { wordsOf } from "../words.ts";
import { isEndOfInterval, makeBounds } from "./bounds-of-measures.ts";
import { figuresOfParts, partsOfWhole } from "./columns-alike.ts";
import { guessMeasure } from "./guess-measure.ts";
import { inSentence, pluralOf, unitOfText } from "./guess-unit.ts";
import type { GuessedMeasures, OwnNaming } from "./guessed-measures.ts";
import { ofMeans } from "./measure-kind.ts";
import { commonQuotient, makeShare } from "./measures-together.ts";
import { bareStatistic, isOfAxes, ofTimeAlone, sayingNothing } from "./saying-nothing.ts";
import { oldest } from "./units-by-name.ts";

/** The measures of columns whose headings tell a period, an area or a group, alone or beside what is measured. */
export function wideMeasures(survey: TableSurvey, wide: WideGuess, naming: OwnNaming): GuessedMeasures {
  const { columns } = survey;
  const own = columns.filter(({ index }) => wide.indices.includes(index) && !wide.bare.includes(index));
  const specs: Record<string, MeasureSpec> = {};
  const names: Record<string, string> = {};
  const pattern = [wide.columns].flat().at(-1) ?? "";
  const around = wordsAround(pattern);
  const unitAround = around.replaceAll(/[()[\]]/gu, "").trim();
  const isUnit = unitOfText(unitAround) !== undefined || /^(?:%|per ?cent|pct)$/iu.test(unitAround);
  const sharesOfAll = wide.measures.length === 0 && !naming.unit && areSharesOfAll(survey, own, wide) ? "%" : undefined;
  // What is told with its mean is counted no more than that is: whole percentages, say.
  const means = columns.filter(({ index, name }) => wide.coarser?.includes(index) && isNameOfAverage(name));
  const add = (name: string, fallback: string, of: readonly ColumnSurvey[], saidUnit?: string) => {
    const id = naming.idOf(name, fallback);
    specs[id] = guessMeasure(id, {
      ...naming,
      ...defined({ unit: isUnit && wide.measures.length === 0 ? unitAround : (saidUnit ?? sharesOfAll) }),
      name: name || naming.called,
      isNumber: (name || naming.called) === naming.called && areNoAges(naming.called, of),
      mayBePortion: true,
      figures: [...figuresSaidIn(saidUnit, of), ...figuresIn(means)],
    });
    return id;
  };
  // What names the rows, or the time, says nothing of the figures: `England and Wales | As at: | Sep-18`, `Financial year | 04/05`.
  const isOfRows = columns.some(
    ({ kind, name }) =>
      kind !== "figure" && kind !== "blank" && wordsAround(name).toLowerCase() === around.toLowerCase(),
  );
  const saysNothing =
    isUnit ||
    isOfRows ||
    areTotals(pattern) ||
    // `ort_*_{area}`, `gor:{area}`: the word before codes or names says what these are of.
    (wide.tells.join() === "area" && (around.endsWith("*") || levelOfAreas.test(pattern))) ||
    sayingNothing.test(around) ||
    isForecast(around) ||
    isOutturn(around) ||
    ofTimeAlone.test(meaningOf(around)) ||
    isOfAxes(around);
  const said = saysNothing || wide.label === ageLabel ? naming.called : around;
  const single = numberOfGroups(said, wide, own) ?? said;
  const bare = columns.filter(({ index }) => wide.bare.includes(index));
  const unnamed = wide.measures.length === 0 ? own : bare;
  const only = unnamed.length > 0 ? add(single, "figures", unnamed) : undefined;
  if (only !== undefined && naming.doubtOfCalled !== undefined && single === naming.called)
    naming.remarks.add(`measures.${only}.label`, naming.doubtOfCalled);
  // Of two names, one may be a part of the other.
  const byLength = [...wide.measures].sort((a, b) => b.length - a.length);
  // `Total collected` of one period is `total collected` of another.
  const firstOf = (name: string) => wide.measures.find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;
  const nameIn = (column: ColumnSurvey) => {
    const found =
      wide.measureOf?.get(column.index) ?? byLength.find((name) => (column.heading ?? column.name).includes(name));
    return found === undefined ? undefined : firstOf(found);
  };
  const ids = new Map<string | undefined, string>();
  const columnsOf = new Map<ColumnSurvey, string>();
  const named = wide.measures.filter((name) => firstOf(name) === name);
  const [sole, further] = named.filter((name) => !isEndOfInterval(name));
  const shares = sharesInEach(survey, own, { named, nameIn });
  for (const name of named) {
    const of = own.filter((column) => nameIn(column) === name);
    // `rate`, beside the ends of its interval alone, is that of what the title says.
    const isSole = name === sole && further === undefined && named.length > 1 && bareStatistic.test(name.trim());
    // `£ million`, beside `as a per cent of all`, is the unit of what the title says.
    const said = name.replaceAll(statusOfPublication, "").trim();
    const ofUnit = unitOfText(said, "not")?.kind === "money" ? said : undefined;
    const called = isSole || ofUnit ? naming.called : withoutNotes(name, of);
    const id = add(called, "figures", of, ofUnit ?? shares.get(name));
    names[id] = name;
    ids.set(name, id);
    if (of[0]) columnsOf.set(of[0], id);
  }
  makeBounds(specs, columnsOf, naming.remarks);
  for (const [name, id] of ids) {
    const columns = own.filter((column) => nameIn(column) === name);
    makeShare(specs, id, {
      remarks: naming.remarks,
      quotient: commonQuotient(columns, naming.quotients),
      figures: columns.flatMap(({ figures }) => figures ?? []),
      idOf: (of) => ids.get(nameIn(of)),
    });
  }
  return { specs, names, only };
}

/** Whether rows of headings beside the hole are of all there is, and of nothing that is counted: `{group} | All ages | Total`. */
const areTotals = (pattern: string): boolean => {
  const levels = pattern.split(" | ").filter((level) => !/^\{[^{}]*\}$/u.test(level));
  return levels.length > 0 && levels.every((level) => isTotal(level) || /^all \p{L}+$/iu.test(level.trim()));
};

const figuresSaidIn = (unit: string | undefined, columns: readonly ColumnSurvey[]) =>
  unit === "%" ? figuresOfParts(columns) : figuresIn(columns);
const figuresIn = (columns: readonly ColumnSurvey[]) => columns.flatMap(({ figures }) => figures ?? []);

/** Measures that come to a whole, in each row and in each of all periods or groups: `AtoC 2012` and `DtoG 2012`, `AtoC 2013` and `DtoG 2013`. */
function sharesInEach(
  survey: TableSurvey,
  own: readonly ColumnSurvey[],
  {
    named,
    nameIn,
  }: { readonly named: readonly string[]; readonly nameIn: (column: ColumnSurvey) => string | undefined },
): ReadonlyMap<string, "%"> {
  const restOf = (column: ColumnSurvey) => (column.heading ?? column.name).replace(nameIn(column) ?? "", "");
  const sets = [...groupBy(own, restOf).values()].map((columns) =>
    partsOfWhole(survey, columns).map((column) => nameIn(column) ?? ""),
  );
  const areShares = named.filter((name) => sets.length > 0 && sets.every((names) => names.includes(name)));
  return new Map(areShares.map((name) => [name, "%"] as const));
}

/** Whether figures of categories side by side come to 100 in each row, but for a column of 100 alone, where there is one. */
function areSharesOfAll(survey: TableSurvey, own: readonly ColumnSurvey[], { tells }: WideGuess): boolean {
  const parts = tells.join() === "category" ? partsOfWhole(survey, own) : [];
  return parts.length > 0 && own.every((column) => parts.includes(column) || column.figures?.largest === 100);
}

/** What says of how good figures are, above or below what they are: `£ million | National Statistics`. */
const statusOfPublication = /(?:^| \| )(?:(?:accredited )?official|national|experimental) statistics(?=$| \| )/giu;

/** What a part of headings is called without the numbers of notes behind it, where these were read off the headings. */
function withoutNotes(name: string, columns: readonly ColumnSurvey[]): string {
  const plain = name.replace(/(?:[1-9]\d?)(?:, ?[1-9]\d?)*$/u, "");
  const areRead = columns.every(({ heading, name: own }) => heading?.endsWith(name) && own.endsWith(plain));
  return columns.length > 0 && plain !== name && areRead ? plain : name;
}

/** Whether whole figures of a file that is called after ages count those of each: nobody is so old. */
const areNoAges = (called: string, of: readonly ColumnSurvey[]): boolean =>
  /\bages?\b/iu.test(meaningOf(called)) &&
  of.every(({ figures }) => figures?.isWhole === true && !figures.hasNegative) &&
  of.some(({ figures }) => (figures?.largest ?? 0) > oldest);

/** What whole figures are below the names of groups that they are called by, `All ratings` of A to G: how many have each. */
function numberOfGroups(
  called: string,
  { label = "", tells }: WideGuess,
  columns: readonly ColumnSurvey[],
): string | undefined {
  const nounOf = (text: string) => wordsOf(text).toLowerCase().split(" ").at(-1)?.replace(/s$/u, "") ?? "";
  const areCounts = columns.every(({ figures }) => figures?.isWhole === true && !figures.hasNegative);
  // `Decile groups ranked by income` end as what they are ranked by.
  const isName = label !== "" && label.split(" ").length <= longestGroup && !ofMeans.test(called);
  const isGroup = tells.join() === "category" && isName && !isOfOrigins(label) && nounOf(label) === nounOf(called);
  return isGroup && areCounts ? `Number of ${pluralOf(inSentence(label))}` : undefined;
}

/** So many words has a name of groups that says what there is a number of. */
const longestGroup = 4;

/** What stands beside the holes of a pattern, without the words that only lead to them: `Total in {period}`. */
const wordsAround = (pattern: string): string =>
  pattern
    // `{period}.00`, `{period}.5` of the middle of a year, and `{period}年`
    .replaceAll(/\{[^}]*\}(?:\.(?:0+|5)$|(?:年度?|년)$)?/gu, " ")
    // `{period} [YR*]`
    .replaceAll(/[[(][^\][()]*\*[^\][()]*[\])]/gu, " ")
    // `({period}) *`: the same year again
    .replaceAll(/(?<=^|\s)\*(?=\s|$)/gu, " ")
    .replace(/^(?:sum|count|avg|mean|max|min)\s*\((?<inside>.*)\)$/iu, "$<inside>")
    .replaceAll(/[`"']/gu, "")
    // `Population (mid {period})`
    .replaceAll(/\(\s*(?:mid\W*)?\)/giu, " ")
    // `Population;{period};[persons]`
    .replace(/;\s*\[[^\][]*\]$/u, "")
    // `Total {period}/{group}`
    .replaceAll(/\s\/\s/gu, " ")
    .replaceAll(/[\s,;:|–_-]+/gu, " ")
    .trim()
    .replace(/(?:(?:^| )(?:in|at|for|on|of|as|to|by))+$/iu, "");

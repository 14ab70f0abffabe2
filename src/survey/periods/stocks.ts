import { isAdditive, type MeasureSpec } from "../../dataset/index.ts";
import { cellAt, cellText } from "../../tables/index.ts";
import { meaningOf } from "../meaning-of.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isNameOfDataType } from "../table/metadata-headings.ts";
import { textIn } from "../text-in.ts";
import { areMonthEnds } from "./days-of-cases.ts";
import type { PeriodGuess } from "./period-guess.ts";

interface StocksInput {
  readonly specs: Readonly<Record<string, MeasureSpec>>;
  /** Names in the data. */
  readonly names: Readonly<Record<string, string>>;
  /** Whether figures are of several periods, as far as anybody knows. */
  readonly isTimed: boolean;
  /** The ids of those that may be grades. */
  readonly grades: ReadonlySet<string>;
  readonly remarks: Remarks;
  readonly period: PeriodGuess | undefined;
}

/** Counts that tell how many there are at a time, people or jobs, as stocks, which nobody adds up over time. */
export function withStocks(
  survey: TableSurvey,
  { specs, names, isTimed, grades, remarks, period }: StocksInput,
): Readonly<Record<string, MeasureSpec>> {
  if (!isTimed) return specs;
  const said = columnsOfStocks(survey);
  const areAll = said.size > 0 && survey.columns.every(({ kind, ref }) => kind !== "figure" || said.has(ref));
  const [dates, ...others] = period?.columns ?? [];
  const areOfEnds = dates !== undefined && others.length === 0 && areMonthEnds(dates, survey);
  const areOfDay = areOfOneDay(survey.titles);
  const whyStock = ([id, spec]: readonly [string, MeasureSpec]): string | undefined => {
    if (!isAdditive(spec) || grades.has(id)) return undefined;
    if (areAll || said.has(names[id] ?? "")) return saidStock;
    if (isStock(spec.label)) return namedStock;
    return areOfDay && !flowName.test(meaningOf(spec.label)) ? stockOfDay : undefined;
  };
  const kept = Object.entries(specs).map((entry): readonly [string, MeasureSpec] => {
    const [id, spec] = entry;
    const why = whyStock(entry);
    if (why === undefined) {
      if (areOfEnds && isAdditive(spec) && !grades.has(id)) remarks.also(`measures.${id}.statType`, datedStock);
      return entry;
    }
    remarks.also(`measures.${id}.overTime`, why);
    return [id, { ...spec, overTime: "stock" }];
  });
  return Object.fromEntries(kept);
}

/** Whether titles say of figures of several periods that they are of a day in each. */
export const areOfOneDay = (titles: readonly string[]): boolean =>
  titles.some((text) => text.length <= longestTitle && ofOneDay.test(text));

const saidStock = "A stock, as its data type says: how many there were at a time, which make no sum over time.";
const namedStock = guessedFrom("its name", "How many there are at a time, by its name: these make no sum over time.");
const stockOfDay = guessedFrom(
  "the title",
  "How many there are on a day of each period, as is said above the table: these make no sum over time.",
);
const datedStock = guessedFrom(
  "its labels",
  'Most are of the last day of a month: how many there were then, perhaps, which make no sum over time. Say overTime: "stock" where it is so.',
);

/** What says of figures of several periods that they are of a day in each: `as at 1 July`, `at 31 March each year`, `mid-year`. */
const ofOneDay =
  /\bas (?:at|on|of) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? |(?:first|last|end) )|\b(?:at|on) (?:\d{1,2}(?:st|nd|rd|th)? (?:of )?\p{Lu}\p{Ll}+ (?:each|every|of each)|(?:the )?(?:first|last) day of (?:each|every|the))\b|\bsnapshot(?: date| of)?\b/iu;
/** Longer texts are notes, which say many things. */
const longestTitle = 200;

/** What series are whose data type is a stock, in a row of its own: `Data Type | STOCK | STOCK`. */
function columnsOfStocks({ sheet, columns }: TableSurvey): ReadonlySet<string> {
  const typed = sheet.columns[0] === undefined ? [] : Array.from(sheet.rowNumbers.keys()).slice(0, mostRows);
  const row = typed.find((own) => isNameOfDataType(cellText(cellAt(sheet, own, 0))));
  const isOfStock = ({ kind, index }: ColumnSurvey) =>
    kind === "figure" && row !== undefined && /^stock$/iu.test(textIn(sheet, row, index));
  return new Set(columns.filter(isOfStock).map(({ ref }) => ref));
}

/** What says of each series what it is stands above its figures. */
const mostRows = 40;

const isStock = (label: string): boolean => {
  const said = meaningOf(label);
  return stockName.test(said) && !flowName.test(said);
};

/** What there is so much of at a time. */
const stockName =
  /\b(?:population|residents|inhabitants|(?:un)?employed|(?:un)?employment|workforce|labou?r force|headcount|jobs|claimants|prisoners|pupils|on roll|dwellings|(?:number of|total|all) households|(?:housing|dwelling|vehicle) stock|licensed vehicles|vehicles licensed|electorate|electors|beds|vacancies|waiting lists?|looked after|in care|in prison|caseload|backlog|continu(?:ed|ing) claims|(?:installed |generating )?capacity|outstanding)\b/iu;
/** What happens, and may be added up over time, whoever it happens to. */
export const flowName =
  /\b(?:births?|deaths?|new|newly|start(?:s|ed|ing)?|end(?:ed|ing)|enter(?:ed|ing)|leav(?:ers|ing)|left|joiners|admitted|admissions|lost|hires|hired|created|homeless\p{L}*|assess\p{L}*|owed|accept\p{L}*|appl\p{L}*|complet\p{L}*|built|sold|sales|exclu\p{L}*|suspen\p{L}*|absen\p{L}*|days|hours|change|growth|victims|offen\p{L}*|exits?|evict\p{L}*|referr\p{L}*)\b/iu;

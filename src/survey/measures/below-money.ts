import type { ColumnSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";
import type { OwnNaming, TitledNaming } from "./guessed-measures.ts";
import { isOfClaimants, isOfCounts, isOfMoney } from "./measure-kind.ts";

/** Whether a table is of money: by its title, or by the headings of most of its large figures. */
export function isTableOfMoney(figures: readonly ColumnSurvey[], { called, title }: TitledNaming): boolean {
  // A file may be called after more than the table that it has.
  const isNamed = isOfMoney(title) || (isOfMoney(called) && !isOfCounts(title));
  const large = figures.filter((column) => (column.figures?.largest ?? 0) >= leastMoney);
  return (
    (isNamed && !isOfClaimants(title)) ||
    (large.length > 2 && large.filter(({ name }) => isOfMoney(name)).length > large.length / 2)
  );
}

/**
 * Whether a column of large figures stands below a title of money, and counts or times nothing itself. Where cells of other columns have the sign of money, or
 * most headings beside it say money, one without is told in none, unless it says so itself: `Notices 2020` beside `£89,910` of income, `Grants` beside `Mean amount`.
 */
export const isBelowMoney = (
  name: string,
  { figures }: ColumnSurvey,
  { isMoney }: OwnNaming,
  beside: readonly ColumnSurvey[],
): boolean =>
  isMoney === true &&
  (isOfMoney(name) || figures?.sign !== undefined || saysNothing.test(wordsOf(name)) || !isBesideMoney(name, beside)) &&
  ((figures?.largest ?? 0) >= leastMoney || middleOfMoney.test(wordsOf(name))) &&
  !isOfCounts(name) &&
  !isOfTime(name);

/** Whether other columns say that they are of money, some by the sign in their cells, or most of the large ones by their headings, and this one names things. */
function isBesideMoney(name: string, beside: readonly ColumnSurvey[]): boolean {
  const large = beside.filter(({ figures }) => (figures?.largest ?? 0) >= leastMoney);
  const named = large.filter((column) => isOfMoney(column.name));
  return (
    beside.some(({ figures }) => figures?.sign !== undefined) ||
    (named.length > 1 && named.length * 2 > large.length && namesThings.test(wordsOf(name)))
  );
}
/** `Grants`, `Recipients in year`, and no `Drawn in year`. */
const namesThings = /\p{L}{3,}(?<!s)s(?:$| (?:in|by|at|made|given)\b)/iu;
/** What names no thing beside others that do: `Total`, `Other`. */
const saysNothing = /^(?:(?:grand |sub)?totals?|all|overall|others?|net|gross|sum)$/iu;

/** What a table of rents, of whatever size, has of these: `Median`, `Lower quartile`. */
const middleOfMoney =
  /^(?:means?|medians?|averages?|(?:lower|upper|first|third) quartile|\d{1,2}(?:th|st|nd|rd) percentile)$/iu;

/** What is told in days or years is no amount, also below a title of money. */
const isOfTime = (name: string): boolean =>
  /\b(?<!\bin (?:the )?)(?:days?|weeks?|months?|years?|hours?|age|duration|lag|quarter|qtr|district)\b/iu.test(name);

/** Smaller figures below a title of money are no amounts. */
const leastMoney = 1000;

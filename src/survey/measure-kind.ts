import { type ColumnSurvey, type FigureSurvey, wordsOf } from "./survey-table.ts";

/** What figures are, by their name and by what their cells hold. */
export type MeasureKind =
  | { readonly statType: "share"; readonly isPercent: true }
  | { readonly statType: "count"; readonly isPercent: false }
  | { readonly statType: "rate"; readonly isPercent: false; readonly per: number; readonly people: string }
  /** `isAmount`: of money, say, which is added up. */
  | {
      readonly statType: "mean";
      readonly isPercent: boolean;
      readonly isAmount: boolean;
      readonly isFraction: boolean;
    };

const rateOf = /\b(?:per|y)\s+(?:head\b|(?<per>[\d,]+|thousand|million|mil)?\s*(?<people>[\p{L} ]*))/iu;
const shareName = /%|\bpct\b|per ?cent|percentage|\bshare\b|proportion|canran/iu;
const changeName = /\b(?:change|growth|increase|difference)\b/iu;
const notCounted =
  /\b(?:average|avg|mean|median|index|score|price|age|longest|shortest|highest|lowest|max(?:imum)?|min(?:imum)?|years active|duration|distance|temperature|height|weight|speed|rank(?:ing)?\d*)\b/iu;
/** `Total of primary age` counts people, whatever it says of them. */
const numberOf = /^(?:total|number of|no\.? of|count of)\b(?!.*\b(?:average|avg|mean|median|index|score|price)\b)/iu;
const amountName =
  /\b(?:amounts?|income|spend|spending|spent|costs?|paid|payments?|revenues?|expenditure|awards?|awarded|debts?|loans?|balance|fees?|fines?|budget|funding|grants?|donations?|sales|disposition value)\b/iu;

/** @param heading the name of a measure, and what the table says of it elsewhere. */
export function kindOfMeasure(heading: string, figures: readonly FigureSurvey[]): MeasureKind {
  const said = wordsOf(heading);
  const isSigned = figures.some(({ hasNegative }) => hasNegative);
  // A change in percent is no part of anything.
  const isPart = !isSigned && !changeName.test(said);
  const hasPercent = figures.some((own) => own.hasPercent);
  // A share of 0.4 may be two fifths, or two fifths of one percent: the name alone does not make percents of fractions.
  const areFractions =
    !hasPercent && figures.some(({ isWhole }) => !isWhole) && figures.every(({ largest }) => largest <= 1);
  if (hasPercent || (shareName.test(said) && !areFractions))
    return isPart
      ? { statType: "share", isPercent: true }
      : { statType: "mean", isPercent: true, isAmount: false, isFraction: false };
  const rate = rateOf.exec(said)?.groups;
  const per = perOf(rate?.per);
  // A rate of what is more than expected may fall below none.
  if (rate && !isSigned && (per !== undefined || /\brate\b/iu.test(said)))
    return { statType: "rate", isPercent: false, per: per ?? 1, people: (rate.people ?? "").trim() };
  const isNotCounted = notCounted.test(said) && !numberOf.test(said);
  const isOne = rate !== undefined || isNotCounted;
  const isCount = figures.length > 0 && figures.every(({ isWhole }) => isWhole) && !isSigned && !isNotCounted;
  if (isCount) return { statType: "count", isPercent: false };
  return {
    statType: "mean",
    isPercent: false,
    isAmount: !isOne && isPart && amountName.test(said),
    isFraction: areFractions && shareName.test(said),
  };
}

/** Whether figures of a column may be added up. */
export function isAddable({ name, figures }: ColumnSurvey): boolean {
  const kind = kindOfMeasure(name, figures ? [figures] : []);
  return kind.statType === "count" || (kind.statType === "mean" && kind.isAmount);
}

const perOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const word = { thousand: 1000, mil: 1000, million: 1_000_000 }[text.toLowerCase()];
  const number = word ?? Number(text.replaceAll(",", ""));
  return number > 1 ? number : undefined;
};

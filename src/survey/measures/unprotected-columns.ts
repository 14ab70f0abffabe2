import { meaningOf } from "../meaning-of.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { unitOfText } from "./guess-unit.ts";
import type { OwnNaming } from "./guessed-measures.ts";
import { isOfChange, isOfCounts } from "./measure-kind.ts";
import { givesAway } from "./quotients.ts";

/** So few of the figures of a count are below zero where somebody mistyped them. */
const mostBelowZero = 0.01;

/**
 * Counts of which a few are below zero, small ones among them, beside others: taken for balances, they would say these. Of money, as the table says of its figures, what
 * was paid back is below zero.
 */
export const countsWithSlips = (
  all: readonly ColumnSurvey[],
  { unit }: Pick<OwnNaming, "unit">,
): readonly ColumnSurvey[] => {
  const areMoney = unitOfText(unit)?.kind === "money";
  const areCounted = ({ figures }: ColumnSurvey) => figures?.isWhole === true && !figures.hasNegative;
  const found = all.filter(
    ({ name, figures, filled, texts }) =>
      figures?.hasNegative === true &&
      figures.belowZero <= filled * mostBelowZero &&
      figures.small > 0 &&
      texts.every((text) => /^[-–−]?\d[\d, ]*(?:\.0+)?$/u.test(text)) &&
      !isOfChange(name) &&
      !(areMoney && !isOfCounts(name)),
  );
  return all.some(areCounted) ? found : [];
};

/** Numerators and denominators with decimals in some rows and small counts in others, beside other figures. */
export const uncountedAmong = (all: readonly ColumnSurvey[]): readonly ColumnSurvey[] => {
  const found = all.filter(
    ({ name, figures }) =>
      /\b(?:numerators?|denominators?)$/iu.test(meaningOf(name)) && figures?.isWhole === false && figures.small > 0,
  );
  return found.length < all.length ? found : [];
};

/** Shares that would give away what is hidden. */
export const givingAway = (figures: readonly ColumnSurvey[], { quotients }: OwnNaming): readonly ColumnSurvey[] =>
  figures.filter((column) => {
    const quotient = quotients.get(column);
    return quotient !== undefined && givesAway(quotient);
  });

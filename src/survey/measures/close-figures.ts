import { isNotStated, type MeasureSpec } from "../../dataset/index.ts";
import { guessedFrom, isGuessed, type Remarks } from "../remarks.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";

interface CloseInput {
  readonly specs: Readonly<Record<string, MeasureSpec>>;
  /** Names in the data. */
  readonly names: Readonly<Record<string, string>>;
  /** Whether rows are of several periods: what there is in each year lies close together too. */
  readonly isTimed: boolean;
  readonly remarks: Remarks;
}

/** In so many different numbers, none of them small, the highest would be many times the lowest if they counted what differs in size. */
const [fewestFigures, leastFigure, closest] = [30, 1000, 4];

/**
 * Whole figures that no heading says are counted, and that lie close together in many rows, `step_10` of 60,000 to 90,000 in each district: amounts for each,
 * as pay and prices are, and no counts that add up.
 */
export function withoutCloseCounts(
  columns: readonly ColumnSurvey[],
  { specs, names, isTimed, remarks }: CloseInput,
): Readonly<Record<string, MeasureSpec>> {
  if (isTimed) return specs;
  const close = new Set(columns.filter(areClose).map(({ ref }) => ref));
  const told = Object.entries(specs).map(([id, own]) => {
    const field = `measures.${id}.statType`;
    const isOpen =
      own.statType === "count" && isNotStated(own.unit) && isGuessed(remarks.all.get(field) ?? "", "its figures");
    if (!isOpen || !close.has(names[id] ?? "")) return [id, own] as const;
    remarks.replace(field, areAmounts);
    return [id, { ...own, statType: "quantity", decimals: 0 } as const] as const;
  });
  return Object.fromEntries(told);
}

function areClose({ kind, figures, texts }: ColumnSurvey): boolean {
  if (kind !== "figure" || figures?.isWhole !== true || figures.hasNegative || texts.length < fewestFigures)
    return false;
  const values = texts.map((text) => Number(text.replaceAll(/[,\s]/gu, ""))).filter((value) => !Number.isNaN(value));
  const least = Math.min(...values);
  return least >= leastFigure && figures.largest < least * closest && values.length >= fewestFigures;
}

const areAmounts = guessedFrom(
  "its figures",
  'Whole numbers, the highest of them less than four times the lowest: taken for amounts of each row, which make no sum. Say "count" where they count something.',
);

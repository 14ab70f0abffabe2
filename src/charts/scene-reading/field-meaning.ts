import type { FigureUnit } from "../../language/index.ts";
import type { ChartRow } from "../chart-row.ts";

/** What is known of a field's figures. */
export interface FieldMeaning extends FigureUnit {
  /** Of a measure, as claims have it: `percent` is 0.34 for 34%, `percentage` 34 for 34%. */
  readonly unit: "number" | "percent" | "percentage" | "percentage-points" | "times" | "position";
  /** Decimals that it is written with, in its own unit. */
  readonly decimals: number;
  /** Whether figures of it may be added up. */
  readonly additive: boolean;
  /** Of those that may be: whether these may, which stocks and running totals of several periods may not. */
  readonly addsOver: (rows: readonly ChartRow[]) => boolean;
  /** What it is called; undefined for what a claim has worked out, which has many names. */
  readonly label: string | undefined;
  /** What other measures of its dataset are called. */
  readonly otherLabels: readonly string[];
  /** The months of the shortest period that its figures are of; undefined where they are of none. */
  readonly spanMonths: () => number | undefined;
  /** Whether it is a change, which may be written with a plus. */
  readonly isSigned: boolean;
}

/** Undefined for a field that holds no figure. */
export type MeaningOf = (field: string) => FieldMeaning | undefined;

/** Where a text writes a figure of a field. */
export interface FigurePlace {
  readonly index: number;
  readonly figure: string;
  readonly field: string;
}

/** A figure of a row, where a text writes it. */
export interface FigureInText extends FigurePlace {
  readonly text: string;
  readonly row: ChartRow;
  /** The row's other figures in the text. */
  readonly others: readonly FigurePlace[];
}

/** What a text names beside a figure. */
export interface NamedFigure {
  readonly isRight: boolean;
  /** What the figure is of: `Essex, 2018/19`. */
  readonly of: string;
  /** What it is of is called so, there or elsewhere. */
  readonly names: readonly string[];
}

/** Whether a text names what a figure in it is of. Undefined where it names nothing that the data knows, or of the figure nothing is known. */
export type NamesFigure = (said: FigureInText) => NamedFigure | undefined;

/** Fields that no row has: how many rows there are, a share of a stack, and what was made of several columns. */
export const countField = "\u0000count";
export const shareField = "\u0000share";
export const foldField = "\u0000fold";

const worked: Omit<FieldMeaning, "unit"> = {
  decimals: 0,
  additive: true,
  addsOver: () => true,
  own: [],
  others: [],
  label: undefined,
  otherLabels: [],
  spanMonths: () => undefined,
  isSigned: false,
};

/**
 * With what is known of the fields that are worked out here. A number of rows is called by nothing that these rows have figures of.
 * @param fields all of the rows, when it is first asked.
 */
export function withWorkedOut(meaningOf: MeaningOf, fields: () => Iterable<string>): MeaningOf {
  let count: FieldMeaning | undefined;
  const ofCount = (): FieldMeaning => ({
    ...worked,
    unit: "number",
    otherLabels: [...fields()]
      .map(meaningOf)
      .flatMap((meaning) => (meaning ? [meaning.label ?? "", ...meaning.own] : [])),
  });
  return (field) => {
    if (field === shareField) return share;
    if (field !== countField) return meaningOf(field);
    count ??= ofCount();
    return count;
  };
}

const share: FieldMeaning = { ...worked, unit: "percent", decimals: 2 };

import { type ChartRow, isFigure } from "../chart-row.ts";

/** How a figure was rounded. */
export interface FigureRounding {
  /** The multiple that counts were rounded to: the figure, or those that it is made of. */
  readonly base: number;
  /** The least and the greatest that it may be before that, both included. */
  readonly low: number;
  readonly high: number;
}

/** How the figure of a row in a field was rounded; undefined: it was not, or that is not known. */
export type RoundingOf = (row: ChartRow, field: string) => FigureRounding | undefined;

/** A figure with the least and the greatest that it may be before it was rounded: itself, where it was not. */
export interface Bounded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What is known of figures, and of others what their rows say. */
export const withRows =
  (known: RoundingOf = () => undefined): RoundingOf =>
  (row, field) =>
    known(row, field) ?? roundingOfRow(row, field);

/** What a row says by its own `rounding`: that its figures are multiples, each the nearest to its count. */
const roundingOfRow: RoundingOf = (row, field) => {
  const { rounding: base, [field]: value } = row;
  if (typeof base !== "number" || base <= 1 || !isFigure(value)) return undefined;
  const [low, high] = [value - base / 2, value + base / 2];
  return Number.isInteger(value) ? { base, low: Math.ceil(low), high: Math.ceil(high) - 1 } : { base, low, high };
};

/** What the figures of some fields are rounded to, at most; 1 where none is. */
export const roundedTo = (rows: readonly ChartRow[], fields: readonly string[], roundingOf: RoundingOf): number =>
  rows.reduce((most, row) => fields.reduce((own, field) => Math.max(own, roundingOf(row, field)?.base ?? 1), most), 1);

/** Whether two figures are the same but for the last bits of what was computed. */
export const areEqual = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));

export const isRounded = ({ low, high }: Bounded): boolean => low < high;

/** Whether rounding leaves open which of two figures is the higher. */
export const isOpen = (a: Bounded, b: Bounded): boolean =>
  (isRounded(a) || isRounded(b)) && a.low <= b.high && b.low <= a.high;

/** Of a figure, how much two that are about the same differ by at most. */
const sameShare = 0.05;

/** A figure that is written with decimals and without a sign of its unit, by which it might be another number than it is. */
const plainNumber = /^[+−-]?\d+[.,](\d+)$/;

/**
 * Whether of two figures none is told as the higher: where rounding leaves it open, where they are written alike, and where they differ by less than one of the last
 * decimal that is written and by less than a twentieth. 1.24 and 1.27 are printed 1.2 and 1.3, and differ by less than 3.05 and 3.14, which are both 3.1.
 */
export function areAboutSame(a: Bounded, b: Bounded, format: (value: number) => string): boolean {
  const [from, to] = [format(a.value), format(b.value)];
  if (isOpen(a, b) || from === to) return true;
  const decimals = [from, to].map((text) => plainNumber.exec(text)?.[1]?.length);
  const [places = Infinity] = decimals[0] === decimals[1] ? decimals : [];
  const apart = Math.abs(beforePrint(a) - beforePrint(b));
  return apart < 10 ** -places && apart < sameShare * Math.max(Math.abs(a.value), Math.abs(b.value));
}

/** Whether two that are written alike are not known to be the same: then they are about the same. */
export const isAlikeAsWritten = (a: Bounded, b: Bounded): boolean =>
  isOpen(a, b) || !areEqual(beforePrint(a), beforePrint(b));

/** A figure before it was rounded to be printed, where that is known; else as it is printed. */
export const beforePrint = (figure: Bounded): number => (isRounded(figure) ? figure.value : figure.low);

import { decimalsOf, exact, formatDecimal, type Words } from "../../language/index.ts";

/** Writes one figure of a field for reading, e.g. `1,234` or `14.2%`. */
export type FormatValue = (value: number, field: string) => string;

/** Decimals that a reader can use; of a figure below 1, so many digits that are not zero. */
const mostDecimals = 3;
/** However small a figure is. */
const longest = 12;

/** A figure for reading: in the formats of the language, rounded half up to what `decimalsShown` says. */
export const formatFigure = (value: number, { numbers }: Words): string =>
  numbers.decimal(exact(value), decimalsShown(value));

/** The same of a share, 0 to 1, in per cent: as axes have it. */
export function formatShare(share: number, { numbers }: Words): string {
  const percent = Math.round(share * 1e5) / 1e3;
  return numbers.percentSign(exact(percent).div(100), decimalsShown(percent));
}

/** Decimals that a figure is written with: its own, three at most (0.000123 has three digits, and so six decimals). */
export function decimalsShown(value: number): number {
  if (Number.isInteger(value)) return 0;
  const exponent = Number(value.toExponential().split("e")[1]);
  const most = Math.min(longest, Math.max(mostDecimals, mostDecimals - 1 - exponent));
  const written = formatDecimal(exact(value), Math.min(most, decimalsOf(value)));
  return /\.(\d*[1-9])?/.exec(written)?.[1]?.length ?? 0;
}

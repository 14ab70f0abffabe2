/** What a d3 number format rounds to. */
export interface PrintedDecimals {
  readonly decimals: number;
  /** Whether zeros at the end are left out. */
  readonly isTrimmed: boolean;
  /** Whether it writes hundredths of a whole, with a sign. */
  readonly isShare: boolean;
}

/** The decimals of a d3 number format that has a fixed number of them; undefined where it writes as many as a figure has. */
export function printedDecimals(format: string): PrintedDecimals | undefined {
  const [found, digits, trim, type] = /(?:\.(\d+))?(~)?([fd%])$/.exec(format) ?? [];
  if (found === undefined) return undefined;
  return { decimals: type === "d" ? 0 : Number(digits ?? 6), isTrimmed: trim === "~", isShare: type === "%" };
}

/**
 * Half up, by the digits that a figure has in its data: as texts round it. Those of the double that stands for it may lie below, and d3, which goes by
 * these, would print 124.05 as 124.0 beside a sentence that says 124.1.
 */
export function roundFigure(value: number, decimals: number): number {
  // Nearly all have no more digits than are printed: nothing is made for them.
  const scale = 10 ** decimals;
  if (Math.round(value * scale) / scale === value) return value;
  const [digits, exponent = "0"] = String(Math.abs(value)).split("e");
  const shifted = Number(`${digits}e${Number(exponent) + decimals}`);
  // Beyond, a double has no digits behind the point.
  if (!(shifted < Number.MAX_SAFE_INTEGER)) return value;
  return Math.sign(value) * Number(`${Math.round(shifted)}e${-decimals}`);
}

/** A figure as it is printed, as a number; undefined where all of its digits are. */
export function asPrinted(value: number, format: string): number | undefined {
  const { decimals, isShare } = printedDecimals(format) ?? {};
  return decimals === undefined ? undefined : roundFigure(value, decimals + (isShare ? 2 : 0));
}

/** Significant digits of a d3 number format that names these: `.2s`, `.3r`. */
const significantDigits = /\.(\d+)~?[erspg]?$/;

/** Gives a figure as a format writes it, as a number: to so many decimals, or significant digits; itself where the format writes as many as it has. */
export function writingAs(format: string): (value: number) => number {
  const { decimals, isShare } = printedDecimals(format) ?? {};
  if (decimals !== undefined) return (value) => roundFigure(value, decimals + (isShare ? 2 : 0));
  const [, digits] = significantDigits.exec(format) ?? [];
  if (digits === undefined) return (value) => value;
  return (value) => Number(value.toPrecision(Math.max(1, Number(digits))));
}

/** What d3 makes of a format, of figures rounded half up. */
export function roundingHalfUp(
  write: (value: unknown) => string,
  format: string | undefined,
): (value: unknown) => string {
  if (format === undefined || printedDecimals(format) === undefined) return write;
  return (value) => write(typeof value === "number" ? (asPrinted(value, format) ?? value) : value);
}

/** The same as a Vega expression, of one that is a figure; that itself where all of its digits are printed. */
export function printedExpression(figure: string, format: string): string {
  const { decimals, isShare } = printedDecimals(format) ?? {};
  if (decimals === undefined) return figure;
  const written = `format(abs(${figure}), '.${decimals}${isShare ? "%" : "f"}')`;
  // A language may write a comma for the point.
  const digits = `toNumber(replace(${written}, regexp('[^0-9]', 'g'), ''))`;
  return `((${figure} < 0 ? -1 : 1) * ${digits} / ${10 ** (decimals + (isShare ? 2 : 0))})`;
}

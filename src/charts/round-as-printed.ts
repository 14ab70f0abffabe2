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

/** A figure as it is printed, as a number; undefined where all of its digits are. */
export function asPrinted(value: number, format: string): number | undefined {
  const { decimals, isShare } = printedDecimals(format) ?? {};
  if (decimals === undefined) return undefined;
  // As d3 rounds, and in digits before they are divided: a product of a tenth has digits that the tenth has not.
  const digits = Number((isShare ? value * 100 : value).toFixed(decimals).replace(".", ""));
  return digits / 10 ** (decimals + (isShare ? 2 : 0));
}

/** The same as a Vega expression, of one that is a figure; that itself where all of its digits are printed. */
export function printedExpression(figure: string, format: string): string {
  const { decimals, isShare } = printedDecimals(format) ?? {};
  if (decimals === undefined) return figure;
  const written = `format(abs(${figure})${isShare ? " * 100" : ""}, '.${decimals}f')`;
  // A language may write a comma for the point.
  const digits = `toNumber(replace(${written}, regexp('[^0-9]', 'g'), ''))`;
  return `((${figure} < 0 ? -1 : 1) * ${digits} / ${10 ** (decimals + (isShare ? 2 : 0))})`;
}

import { format, getFormatFromId, getFormatInfo, TOKEN_DURATION, tokenize } from "numfmt";

/** How numbers of a cell are shown. */
export interface NumberFormat {
  /** Nothing is shown but the digits of the number. */
  readonly isPlain: boolean;
  /** Numbers are days since 31 December 1899, or parts of a day. */
  readonly isDate: boolean;
  /** A number as it is shown, names of months and days in English. */
  show(value: number): string;
}

/** The code of a format that a workbook does not define itself (ECMA-376 part 1, 18.8.30). Dates that depend on the reader's country are ISO. */
export function builtInFormat(id: number): string {
  if (id === 14 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return "yyyy-mm-dd";
  return id === 22 ? "yyyy-mm-dd h:mm" : (getFormatFromId(id, "en-GB") ?? "General");
}

const plainCode = /^(?:General|@|[#0?,.]+)$/i;

/** @param code of a number format: `#,##0.0;[Red]-#,##0.0`. What is none shows numbers as they are stored. */
export function createNumberFormat(code: string): NumberFormat {
  const pattern = withoutLocales(code);
  const stored: NumberFormat = { isPlain: false, isDate: false, show: String };
  if (plainCode.test(code)) return { ...stored, isPlain: true };
  try {
    const { type, isDate } = getFormatInfo(pattern);
    // Fractions and spans of time are left as they are stored, and what cannot be read as a format ("error", which `format` throws for).
    if (type === "error" || type === "fraction" || tokenize(pattern).some((token) => token.type === TOKEN_DURATION))
      return stored;
    return { isPlain: false, isDate, show: (value) => format(pattern, value) };
  } catch {
    return stored;
  }
}

/** `[$£-809]` is a sign of money, and nothing else: separators and names of months do not change with the country. */
const withoutLocales = (code: string): string => code.replace(/\[\$([^\]-]*)-[^\]]*\]/g, "[$$$1]");

import { type DateParts, formatDate } from "./format-date.ts";
import { type FormatSection, type FormatToken, parseFormat } from "./format-sections.ts";

/** How numbers of a cell are shown. */
export interface NumberFormat {
  /** Nothing is shown but the digits of the number. */
  readonly isPlain: boolean;
  /** Numbers are days since an epoch, or parts of a day. */
  readonly isDate: boolean;
  /** A date or time as it is shown. */
  showDate(parts: DateParts): string;
  /** A number as it is shown. */
  show(value: number): string;
}

/** Formats that every workbook knows by number (18.8.30). Those of dates that depend on the reader's country are ISO here. */
const builtIn: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy-mm-dd",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy-mm-dd h:mm",
  37: "#,##0;(#,##0)",
  38: "#,##0;(#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;(#,##0.00)",
  41: '#,##0;-#,##0;"-"',
  42: '"£"#,##0;-"£"#,##0;"£-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '"£"#,##0.00;-"£"#,##0.00;"£-"',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

/** The code of a format that a workbook does not define itself. 27 to 36 and 50 to 58 are dates of East Asian countries. */
export function builtInFormat(id: number): string {
  const isEastAsianDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return builtIn[id] ?? (isEastAsianDate ? "yyyy-mm-dd" : "General");
}

const plainCode = /^(?:General|@|[#0?,.]+)$/i;

/** @param code of a number format: `#,##0.0;[Red]-#,##0.0`. */
export function createNumberFormat(code: string): NumberFormat {
  const sections = parseFormat(code);
  const [first] = sections as [FormatSection];
  const isDate =
    first.tokens.some(({ kind }) => kind === "date") && !first.tokens.some(({ kind }) => kind === "elapsed");
  return {
    isPlain: plainCode.test(code),
    isDate,
    showDate: (parts) => formatDate(first.tokens, parts),
    show: (value) => showNumber(value, sections),
  };
}

function showNumber(value: number, sections: readonly FormatSection[]): string {
  const { section, signed } = sectionFor(value, sections);
  if (!section) return "";
  const { tokens } = section;
  // Fractions and spans of time are left as they are stored.
  if (tokens.some(({ kind, ...token }) => kind === "elapsed" || kind === "date" || isSlash(kind, token)))
    return String(value);
  const percents = tokens.filter(({ kind }) => kind === "percent").length;
  const magnitude = Math.abs(value) * 100 ** percents;
  const digits = tokens.filter((token): token is FormatToken & { readonly text: string } => token.kind === "digits");
  const number = digits.length === 0 ? "" : showDigits(magnitude, digits.map(({ text }) => text).join(""));
  let isShown = false;
  const shown = tokens.map((token) => {
    if (token.kind === "literal") return token.text;
    if (token.kind === "percent") return "%";
    if (token.kind === "general" || token.kind === "text") return String(magnitude);
    if (token.kind !== "digits" || isShown) return "";
    isShown = true;
    return number;
  });
  return `${signed && value < 0 ? "-" : ""}${shown.join("")}`;
}

const isSlash = (kind: string, token: object): boolean => kind === "literal" && "text" in token && token.text === "/";

/** Positive, negative and zero numbers have sections of their own, in this order, unless conditions say otherwise. */
function sectionFor(
  value: number,
  sections: readonly FormatSection[],
): { readonly section: FormatSection | undefined; readonly signed: boolean } {
  if (sections.some(({ condition }) => condition)) {
    const section = sections.find(({ condition }) => !condition || condition(value));
    return { section, signed: true };
  }
  const [positive, negative, zero] = sections;
  if (value < 0 && negative) return { section: negative, signed: false };
  if (value === 0 && sections.length > 2) return { section: zero, signed: false };
  return { section: positive, signed: true };
}

/** Digits by their places: `#,##0.0#`, `0.00E+00`; a comma at the end divides by a thousand. */
function showDigits(value: number, format: string): string {
  const [mantissa = "", exponent] = format.split(/E[+-]/i);
  if (exponent !== undefined) return value.toExponential(decimalsOf(mantissa).length).toUpperCase();
  const [whole = "", ...rest] = mantissa.split(".");
  const decimals = rest.join("");
  const thousands = /,+$/.exec(mantissa)?.[0].length ?? 0;
  const wanted = decimals.replace(/[^#0?]/g, "");
  const fixed = (value / 1000 ** thousands).toFixed(Math.min(wanted.length, 100));
  const [integer = "", fraction = ""] = fixed.split(".");
  const least = wanted.replace(/[#?]+$/, "").length;
  const kept = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, "");
  const padded = integer.padStart(whole.replace(/[^0]/g, "").length, "0");
  const grouped = /[#0?],+[#0?]/.test(whole) ? padded.replace(/\B(?=(?:\d{3})+$)/g, ",") : padded;
  return kept === "" ? grouped : `${grouped}.${kept}`;
}

const decimalsOf = (mantissa: string): string => (mantissa.split(".")[1] ?? "").replace(/[^#0?]/g, "");

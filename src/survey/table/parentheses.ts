import type { Sheet, SheetCell } from "../../tables/index.ts";
import { withValues } from "./with-values.ts";

/** `(1,234)`, `(£5.2)`: two digits and more, as `(1)` refers to a note. */
const inParentheses = /^\(\s*(?<number>[£$€¥]?\s*(?:\d{2,}|\d[\d,.]*[,.]\d+)(?:[,.]\d+)*\s?%?)\s*\)$/u;
const plainNumber = /^[+\-−]?[£$€¥]?\s?\d[\d,.]*\s?%?$/u;

/** Whether some column has numbers in parentheses, as accountants write those below zero, among others without. */
export const hasParentheses = ({ columns }: Sheet): boolean =>
  columns.some(({ values }) => {
    const texts = values.flatMap((value) => (typeof value === "string" && /\d/u.test(value) ? [value.trim()] : []));
    const numbers = values.filter((value) => typeof value === "number").length;
    const negative = texts.filter((text) => inParentheses.test(text)).length;
    const plain = numbers + texts.filter((text) => plainNumber.test(text)).length;
    return negative > 0 && plain > 0 && negative + plain >= (texts.length + numbers) * mostlyNumbers;
  });

/** So many of the cells with a digit are numbers. */
const mostlyNumbers = 0.8;

/** A sheet in which what stood in parentheses has a minus. */
export function withMinus(sheet: Sheet): Sheet {
  const signed = (value: SheetCell): SheetCell =>
    typeof value === "string" ? value.trim().replace(inParentheses, "-$<number>") : value;
  return withValues(sheet, signed);
}

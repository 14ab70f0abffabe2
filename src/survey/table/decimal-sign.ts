import { withAsciiDigits } from "../../dataset/index.ts";
import { cellText, rowCells, type Sheet, type SheetCell } from "../../tables/index.ts";
import { isForeign } from "../meaning-of.ts";
import { withValues } from "./with-values.ts";

/** Numbers that can be read with one decimal sign alone: `12,5`, `1.234,50` and `0,125`; with three digits, `1,250` may be either. */
const commaOnly = /^[+\-−]?(?:0,\d+|\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:[. ]\d{3})+,\d+)\s?%?$/u;
const pointOnly = /^[+\-−]?(?:0?\.\d+|\d+\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:[, ]\d{3})+\.\d+)\s?%?$/u;

const pointsOfThousands = /^[+\-−]?[£$€]?[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?$/u;
const commasOfThousands = /^[+\-−]?[£$€]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/u;

/** So many times as many numbers speak for a comma as for a point: `1.2` may be the number of a chapter. */
const clear = 10;

/** The sign before the decimals of the numbers in a sheet: a comma where some can be read with no other, and hardly any speak against it. */
export function decimalOf(sheet: Sheet): "." | "," {
  const { columns } = sheet;
  let [commas, points] = [0, 0];
  // `13,209,439` has its commas between thousands, whatever `13,209` beside it may be.
  if (
    columns.some(({ values }) =>
      values.some((value) => typeof value === "string" && commasOfThousands.test(value.trim())),
    )
  )
    return ".";
  let hasMillions = false;
  for (const { values } of columns)
    for (const value of values) {
      if (typeof value === "number" || (typeof value === "object" && value?.kind === "number")) points += 1;
      if (typeof value !== "string") continue;
      const text = value.trim();
      // `47.026.208` has its points between thousands likewise, where no other number has a point before decimals.
      hasMillions ||= pointsOfThousands.test(text);
      if (commaOnly.test(text)) commas += 1;
      else if (pointOnly.test(text)) points += 1;
    }
  const hasThousands =
    points === 0 && (hasMillions || hasPointsOfThousands(columns) || (commas === 0 && areAllGrouped(sheet)));
  return (commas > 0 && commas >= points * clear) || hasThousands ? "," : ".";
}

/** Whole numbers below 1,000, and those with a point after each third digit. */
const bare = /^\d{1,3}$/u;
const grouped = /^[1-9]\d{0,2}(?:\.\d{3})+$/u;

/** So many numbers of a column have points, and so many of all have none. */
const [fewestGrouped, fewestBare] = [3, 0.03];

/**
 * Whether points stand between thousands: `1.012` among `62` and `314`. Decimals have three digits each only where all are written with
 * three, and then hardly any number has none.
 */
const hasPointsOfThousands = (columns: Sheet["columns"]): boolean =>
  columns.some(({ values }) => {
    const texts = values.flatMap((value) => (typeof value === "string" && /\d/u.test(value) ? [value.trim()] : []));
    const [points, plain] = [texts.filter((text) => grouped.test(text)), texts.filter((text) => bare.test(text))];
    return (
      points.length >= fewestGrouped &&
      plain.length >= Math.max(1, texts.length * fewestBare) &&
      plain.some((text) => text.length === 3) &&
      points.length + plain.length === texts.length
    );
  });

/** So many numbers that all have three digits behind a point, in a table with headings of another language, have it between thousands. */
const fewestOfAll = 8;
/** So many of the headings are words of another language. */
const mostlyForeign = 0.5;
/** Rows that are looked at for the headings. */
const firstRows = 12;

/** Whether all numbers of a column are `456.789`, below headings of a language that writes decimals with a comma: nobody has three decimals of all. */
function areAllGrouped(sheet: Sheet): boolean {
  const textsIn = ({ values }: Sheet["columns"][number]) =>
    values.flatMap((value) => (typeof value === "string" && /^[\d.]+$/u.test(value.trim()) ? [value.trim()] : []));
  const isGrouped = (column: Sheet["columns"][number]) => {
    const texts = textsIn(column);
    return texts.length >= fewestOfAll && texts.every((text) => grouped.test(text));
  };
  if (!sheet.columns.some(isGrouped)) return false;
  const rows = sheet.rowNumbers.length;
  const heads = Array.from({ length: Math.min(rows, firstRows) }, (_, row) => rowCells(sheet, row).map(cellText)).find(
    (texts) => texts.filter((text) => /\p{L}/u.test(text)).length > 1,
  );
  const words = (heads ?? []).filter((text) => /\p{L}{3}/u.test(text));
  return words.filter((text) => isForeign(text.trim())).length >= words.length * mostlyForeign;
}

const commaNumber = /^[+\-−]?[£$€]?\s?[+\-−]?(?:\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,\d+)?(?:e[+\-−]\d{1,3})?\s?%?$/iu;

/** A sheet whose numbers with a decimal comma have a point, and nothing between thousands. */
export function withPoints(sheet: Sheet): Sheet {
  const pointed = (value: SheetCell): SheetCell => {
    if (typeof value !== "string" || !commaNumber.test(value.trim())) return value;
    return value
      .trim()
      .replaceAll(/(?<=\d)[.\s](?=\d{3}(?!\d))/gu, "")
      .replace(",", ".");
  };
  return withValues(sheet, pointed);
}

/** A sheet whose figures and dates are in the digits of ASCII. What has letters is as it was: labels are named as they are written. */
export const withPlainDigits = (sheet: Sheet): Sheet =>
  withValues(sheet, (value) => (typeof value === "string" && !/\p{L}/u.test(value) ? withAsciiDigits(value) : value));

import type { Words } from "../../language/index.ts";
import type { ChartRow } from "../chart-row.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
import { readUtcDate } from "../spec/utc-dates.ts";
import { formatFigure } from "./format-figure.ts";

/** What readers call what a row is of, in one of its fields. */
export type NameOf = (row: ChartRow, field: EncodedField) => string;

/**
 * Names of categories: words as they stand, dates in the language. Dates are as fine as the chart or its rows need them: years
 * where each is a first of January, months where each is the first of one.
 */
export function createNames(rows: readonly ChartRow[], words: Words): NameOf {
  const depths = new Map<string, number>();
  const depthOf = ({ field, timeUnit }: EncodedField) => {
    const known = depths.get(field) ?? depthOfUnit(timeUnit) ?? depthOfDates(rows.map((row) => isoOf(row[field])));
    depths.set(field, known);
    return known;
  };
  // Many marks have the same, and a description asks several times.
  const figures = new Map<number, string>();
  const figureName = (figure: number) => {
    const known = figures.get(figure) ?? formatFigure(figure, words);
    figures.set(figure, known);
    return known;
  };
  return (row, field) => {
    const own = row[field.field];
    // As axes and headings have it: a name that is missing has a place among the others, unlike a date or a figure.
    if (own === null && (field.type === "nominal" || field.type === "ordinal")) return String(own);
    const cell = own ?? "";
    if (field.type === "temporal") {
      const iso = isoOf(cell);
      if (iso !== undefined) return dateName(iso, depthOf(field), words);
    }
    // A year is no figure.
    const isYear = Number.isInteger(cell) && Number(cell) >= 0 && Number(cell) < 10_000;
    return typeof cell === "number" && field.type === "quantitative" && !isYear ? figureName(cell) : String(cell);
  };
}

/** Lengths of an ISO text down to the year, the month, the day, the minute. */
const [year, month, day, minute] = [4, 7, 10, 16] as const;

function dateName(iso: string, depth: number, { numbers }: Words): string {
  const date = numbers.date(iso.slice(0, Math.min(depth, day))) ?? iso.slice(0, depth);
  return depth === minute && iso.length >= minute ? `${date}, ${iso.slice(11, minute)}` : date;
}

/** In UTC, as the chart is drawn. A number is milliseconds. */
function isoOf(cell: ChartRow[string] | undefined): string | undefined {
  if (typeof cell === "string" && /^\d{4}(-\d\d(-\d\d)?)?$/.test(cell)) return cell;
  if (typeof cell !== "string" && typeof cell !== "number") return undefined;
  const date = new Date(typeof cell === "string" ? readUtcDate(cell) : cell);
  return Number.isNaN(date.getTime()) || !/^\d{4}-/.test(date.toISOString()) ? undefined : date.toISOString();
}

function depthOfUnit(unit: string | undefined): number | undefined {
  if (unit === undefined || !unit.startsWith("year")) return undefined;
  if (unit === "year") return year;
  return unit === "yearmonth" || unit === "yearquarter" ? month : undefined;
}

function depthOfDates(isos: readonly (string | undefined)[]): number {
  const known = isos.filter((iso) => iso !== undefined);
  const distinct = new Set(known);
  if (known.some((iso) => iso.length > day && iso.slice(11, minute) !== "00:00")) return minute;
  // Of one date nobody can tell.
  if (distinct.size < 2) return day;
  if (known.some((iso) => iso.length >= day && iso.slice(8, day) !== "01")) return day;
  return known.some((iso) => iso.length >= month && iso.slice(5, month) !== "01") ? month : year;
}

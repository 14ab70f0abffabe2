import type { SheetCell } from "../sheet.ts";
import { shownNumber } from "../shown-number.ts";
import type { DateParts } from "./format-date.ts";
import { createNumberFormat, type NumberFormat } from "./number-format.ts";

const secondsADay = 86_400;
/** 31 December 9999. */
const lastDay = 2_958_465;

/** Makes a function that reads the numbers of a workbook by the codes of their formats. Equal ones are worked out once. */
export function createNumberCells(date1904: boolean): (value: number, code: string) => SheetCell {
  const formats = new Map<string, { readonly format: NumberFormat; readonly cells: Map<number, SheetCell> }>();
  return (value, code) => {
    const known = formats.get(code) ?? { format: createNumberFormat(code), cells: new Map<number, SheetCell>() };
    formats.set(code, known);
    if (known.format.isPlain) return value;
    const cell = known.cells.get(value) ?? numberCell(value, known.format, date1904);
    known.cells.set(value, cell);
    return cell;
  };
}

function numberCell(value: number, format: NumberFormat, date1904: boolean): SheetCell {
  if (!format.isDate) return shownNumber(value, format.show(value));
  const parts = dateParts(value, date1904);
  if (!parts) return value;
  const shown = format.showDate(parts);
  const time = [parts.hour, parts.minute, parts.second].map((part) => String(part).padStart(2, "0")).join(":");
  if (parts.year === 0) return { kind: "date", date: time, shown };
  const day = `${String(parts.year).padStart(4, "0")}-${String(parts.month).padStart(2, "0")}-${String(parts.day).padStart(2, "0")}`;
  return { kind: "date", date: time === "00:00:00" ? day : `${day}T${time}`, shown };
}

/**
 * The day and time of a serial number (ECMA-376 part 1, 18.17.4), to the second. Year 0 where it is a time of day alone. Undefined for
 * what is none: day 0, negative numbers, and 29 February 1900, which there was not.
 */
function dateParts(value: number, date1904: boolean): DateParts | undefined {
  const seconds = Math.round(value * secondsADay);
  const serial = Math.floor(seconds / secondsADay);
  if (seconds < 0 || serial > lastDay || (!date1904 && (seconds === 0 || serial === 60))) return undefined;
  const isTime = serial === 0 && !date1904;
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  // Serial 25569 is 1 January 1970.
  const date = new Date((days - 25_569) * secondsADay * 1000 + (seconds % secondsADay) * 1000);
  return {
    year: isTime ? 0 : date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

import { dateFromSerial } from "numfmt";
import type { SheetCell } from "../sheet.ts";
import { shownNumber } from "../shown-number.ts";
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
  const serial = serialOf(value, date1904);
  if (serial === undefined) return value;
  const [year, month, day, ...time] = dateFromSerial(serial);
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  const clock = time.map(two).join(":");
  const isTime = serial < 1;
  const shown = format.show(serial);
  return { kind: "date", date: isTime ? clock : clock === "00:00:00" ? date : `${date}T${clock}`, shown };
}

const two = (value: number): string => String(value).padStart(2, "0");

/**
 * Days since 31 December 1899, to the second (ECMA-376 part 1, 18.17.4). Undefined for what is no day: 0, negative numbers, and
 * 29 February 1900, which there was not.
 */
function serialOf(value: number, date1904: boolean): number | undefined {
  const serial = Math.round((date1904 ? value + 1462 : value) * secondsADay) / secondsADay;
  const isDay = value >= 0 && serial > 0 && serial < lastDay + 1 && Math.floor(serial) !== 60;
  return isDay ? serial : undefined;
}

import { fieldReference } from "../spec/encoded-field.ts";
import { extentOf } from "./room-for-names.ts";

/** Digits that the highest figure is written with at least, where it has as many. */
const digits = 4;
const mostDecimals = 6;

/**
 * How figures of a field are written: as is said, else all with as many decimals, of which there are no more than the highest figure needs for four digits.
 * `3,491` beside `2,436`, `12.30` beside `4.25`. And the parameters that it reads.
 */
export const writtenFormat = (field: string, format: string | undefined) =>
  format === undefined ? evenDecimals(field) : { format, params: [] };

function evenDecimals(field: string) {
  const name = "evenDecimals";
  const figures = `join(pluck(data('data'), ${JSON.stringify(fieldReference(field))}), ',')`;
  const longest = Array.from({ length: mostDecimals }, (_, decimals) => decimals).reduceRight(
    (longer, decimals) => `test(regexp('[.][0-9]{${decimals + 1}}|e-'), ${figures}) ? ${longer} : ${decimals}`,
    String(mostDecimals),
  );
  const highest = `max(1e-9, abs(${extentOf(field)}[0] || 0), abs(${extentOf(field)}[1] || 0))`;
  const needed = `max(0, ${digits - 1} - floor(log(${highest}) / LN10 + 1e-9))`;
  return { format: { param: name }, params: [{ name, expr: `',.' + min(${longest}, ${needed}) + 'f'` }] };
}

import { isObject, type JsonObject, mapObjects } from "../json.ts";

/**
 * Dates in UTC: all that a chart draws is in it, so a date without a time zone is the day and the hour that it says, on any machine.
 * JavaScript, and with it Vega, takes what is no plain ISO date (`Jan 1 2000`, `2000/01/01`, `2000-01-01T10:00`) for local time.
 */

/** What JavaScript reads as UTC, or with a zone of its own: `2000-01`, `…10:00Z`, `… 10:00 +0100`, `… GMT+0100 (CET)`. */
const zoned = String.raw`^\d{4}(-\d\d){0,2}$|:\d\d.*(Z|[+-]\d\d(:?\d\d)?)$|\b(UT|UTC|GMT|[ECMP][SD]T)\b`;
/** An ISO time, which takes no other name of its zone than a Z. */
const isoTime = String.raw`\dT\d`;

const isZoned = new RegExp(zoned, "i");
const hasIsoTime = new RegExp(isoTime);

/** Numbers, names of months and days in English, and zones: JavaScript would take `Kent 2019` for a year. */
const isOfDateWords =
  /^(?:[\d\s.,:/+()-]|[TZ]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*|[ap]m|utc?|gmt|[ecmp][sd]t)+$/i;

/** The time of a text in ms, as charts read it; NaN where it is no date. */
export function readUtcDate(text: string): number {
  if (!isOfDateWords.test(text)) return Number.NaN;
  return Date.parse(isZoned.test(text) ? text : `${text}${hasIsoTime.test(text) ? "Z" : " UTC"}`);
}

/** A text that is no date, as `Kent`: it stands at no place of a scale of dates. */
export const isUnreadDate = (cell: unknown): boolean => typeof cell === "string" && Number.isNaN(readUtcDate(cell));

/** `1/2/2000`: the second of January in America, and the first of February elsewhere. */
const numbersOnly = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)\b/;

/** Whether a date in numbers could be two days. */
export function mayBeTwoDays(text: string): boolean {
  const [, first, second] = numbersOnly.exec(text) ?? [];
  return first !== undefined && first !== second && Number(first) <= 12 && Number(second) <= 12;
}

const conversion = /^toDate\((datum\[(?:"[^"]*"|'[^']*')\])\)$/;
const localParse = /^timeParse\((datum\[(?:"[^"]*"|'[^']*')\],\s*(?:"[^"]*"|'[^']*'))\)$/;

/** The same in Vega's language of expressions. */
const readInUtc = (field: string): string =>
  `toDate(!isString(${field}) || test(/${zoned}/i, ${field}) ? ${field} : ${field} + (test(/${isoTime}/, ${field}) ? "Z" : " UTC"))`;

/** A compiled (Vega) spec whose fields of dates are read in UTC. What an author's own expressions do with dates is theirs. */
export const withUtcDates = (spec: JsonObject): JsonObject =>
  mapObjects(spec, (object) => {
    if (isObject(object.format)) return withUtcFormat(object, object.format);
    return object.type === "formula" && typeof object.expr === "string"
      ? { ...object, expr: inUtc(object.expr) }
      : object;
  }) as JsonObject;

function inUtc(expression: string): string {
  const [, field] = conversion.exec(expression) ?? [];
  if (field !== undefined) return readInUtc(field);
  const [, parsed] = localParse.exec(expression) ?? [];
  return parsed === undefined ? expression : `utcParse(${parsed})`;
}

/** What reads the data of a file: a plain `date` is read after it. */
function withUtcFormat(data: JsonObject, format: JsonObject): JsonObject {
  const { parse } = format;
  if (!isObject(parse)) return data;
  const fields = Object.keys(parse).filter((field) => parse[field] === "date");
  const others = Object.entries(parse).flatMap(([field, type]) =>
    fields.includes(field) ? [] : [[field, typeof type === "string" ? type.replace(/^date:/, "utc:") : type]],
  );
  const transforms = Array.isArray(data.transform) ? data.transform : [];
  const reading = fields.map((field) => ({
    type: "formula",
    expr: readInUtc(`datum[${JSON.stringify(field)}]`),
    as: field,
  }));
  return {
    ...data,
    format: { ...format, parse: Object.fromEntries(others) },
    transform: [...reading, ...transforms],
  };
}

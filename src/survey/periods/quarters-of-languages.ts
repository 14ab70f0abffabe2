import type { PeriodFormat } from "./period-format.ts";

/**
 * A quarter of a year by the letter of another language, or as a program writes names: `2020T4`, `T1_1982`, `1T2020`, `2020K1`, `2020 Kv1`, `2014_q1`; also below
 * its year: `2020 | T4`, `2020 | 4T`.
 */
const written =
  /^(?:(?:19|20)\d{2}_[Qq][1-4]|[Qq][1-4]_(?:19|20)\d{2}|(?:19|20)\d{2}(?: \| |[ _./-]?)(?:T|Kv?)[1-4]|(?:19|20)\d{2}(?: \| |[ _./-])[1-4](?:T|Kv?)|(?:T|Kv?)[1-4][ _./-]?(?:19|20)\d{2}|[1-4](?:T|Kv?)[ _./-]?(?:19|20)\d{2})$/u;

/** How one is written, with holes for its year and its number. Undefined where it is none. */
export function formatOfQuarter(text: string): PeriodFormat | undefined {
  if (!written.test(text)) return undefined;
  const [year = ""] = /(?:19|20)\d{2}$|^(?:19|20)\d{2}/u.exec(text) ?? [];
  // What stands below its year is read as what stands behind it.
  const part = text.replace(year, "").replace(" | ", " ").replace(/[1-4]/u, "{q}");
  return text.startsWith(year) ? `{yyyy}${part}` : (`${part}{yyyy}` as PeriodFormat);
}

/** How all are written, where it is one way. Terms of schools are three a year: of what has the letter `T`, one is the fourth. */
export function formatOfQuarters(texts: readonly string[]): PeriodFormat | undefined {
  const [format, other] = new Set(texts.map(formatOfQuarter));
  if (format === undefined || other !== undefined) return undefined;
  const isFourth = (text: string) => /T4|4T/u.test(text);
  return !format.includes("T") || texts.some(isFourth) ? format : undefined;
}

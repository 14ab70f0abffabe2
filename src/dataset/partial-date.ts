import { isDate } from "./period.ts";

/** Whether a text is an ISO date as far as it is known: `2019-09-11`, `2019-09` or `2019`. */
export function isPartialDate(text: string): boolean {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) && isDate(`${text}-01-01`.slice(0, "YYYY-MM-DD".length));
}

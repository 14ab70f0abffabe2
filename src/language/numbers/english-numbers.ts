import { englishMonthNames } from "../../dataset/index.ts";

/**
 * Locales whose numbers, dates and lists are written here. For the first number that Intl writes it looks through all locales of the world, and for the
 * first date through all calendars: 8 ms of a first briefing each.
 */
const locales: ReadonlySet<string> = new Set(["en", "en-GB", "en-IE", "en-US"]);

export const isEnglish = (locale: string): boolean => locales.has(locale);

export const englishSigns = { decimal: ".", thousands: "," } as const;

/** `one` is 1 without decimals. */
export const englishPlural = (value: number, decimals: number): Intl.LDMLPluralRule =>
  decimals === 0 && Math.abs(value) === 1 ? "one" : "other";

/** Names of days, from Sunday on, and of months. */
export const englishNames = {
  days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  shortDays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  months: englishMonthNames,
} as const;

const isAmerican = (locale: string): boolean => locale === "en" || locale === "en-US";

/** `12 September 2019`, or `September 12, 2019`; without a day `September 2019`. */
export function englishDate(
  date: Date,
  { locale, hasDay }: { readonly locale: string; readonly hasDay: boolean },
): string {
  const [month, day, year] = [englishNames.months[date.getUTCMonth()], date.getUTCDate(), date.getUTCFullYear()];
  if (!hasDay) return `${month} ${year}`;
  return isAmerican(locale) ? `${month} ${day}, ${year}` : `${day} ${month} ${year}`;
}

/** `A, B and C`, or `A, B, and C`. */
export function englishList(items: readonly string[], locale: string): string {
  const comma = isAmerican(locale) && items.length > 2 ? "," : "";
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(", ")}${comma} and ${items.at(-1)}`;
}

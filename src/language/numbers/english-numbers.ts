/**
 * Locales whose numbers are written here. For the first one that Intl writes it looks through all locales of the world, which takes 8 ms of
 * a first briefing.
 */
const locales: ReadonlySet<string> = new Set(["en", "en-GB", "en-IE", "en-US"]);

export const isEnglish = (locale: string): boolean => locales.has(locale);

export const englishSigns = { decimal: ".", thousands: "," } as const;

/** `one` is 1 without decimals. */
export const englishPlural = (value: number, decimals: number): Intl.LDMLPluralRule =>
  decimals === 0 && Math.abs(value) === 1 ? "one" : "other";

/**
 * `areaType`, `area_type`, `area.type`, `NICases` and `AREA TYPE` are two words, and `NumberOfPupils` is three. A capital between two small letters that
 * stand alone makes no word: `use_kWh` and `usekWh` are two, as `useKWh` is. Where `_` parts words, capitals do not: `cohort_SENDsupport` is short for
 * what nobody here knows.
 */
export const wordsOf = (name: string): string =>
  (/\s/u.test(name) ? name : name.replaceAll(/(?<=[\p{L}\d])\.(?=\p{L})|(?<=\p{L})\.(?=\d|$)/gu, " "))
    .replaceAll(/(?<=\p{Ll})(?=[kKMGT]W[hH]?(?!\p{Ll}))/gu, " ")
    .replaceAll(
      /(?<=\p{Ll})(?<!(?<!\p{L})\p{Ll}(?=\p{Lu}\p{Ll}(?!\p{Ll})))(?=\p{Lu}\p{Ll})|(?<=\p{Ll}{2})(?=\p{Lu}{2})/gu,
      " ",
    )
    .replaceAll(/(?<!_.*)(?<=(?<!\p{L})\p{Lu}{2,}|(?:\p{Ll}{2}| )\p{Lu}{2,})(?=\p{Lu}\p{Ll}{3}(?!.*_))/gu, " ")
    .replaceAll(/[_|]+/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** A name without what puts it in order or sets it off: `a. All bedrooms`, `1) North`, `- All`. */
export const withoutNumbering = (name: string): string =>
  name.replace(/^(?:(?:\p{Ll}{1,2}|\p{Lu}|\d{1,2}|[ivx]{1,4})[.)] +|[-–—•·…] ?|\.{2,} ?)(?=\p{L})/u, "");

/** The letters and digits of a text, whatever stands between: what is written in two ways is one. */
export const wordsIn = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

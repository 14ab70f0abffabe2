import { isNameOfArea } from "./areas/find-area.ts";

/** What a title says that a table is by: `Deaths by cause, sex and age`. */
export const saidToBeBy = (titles: readonly string[]): readonly string[] =>
  titles.flatMap((title) => /\bby (?<by>.+)$/iu.exec(title)?.groups?.by?.split(/,| and | by /u) ?? []);

/** The breakdowns among these, without where and when all of it is of: `place of occurrence`, and not `England`, nor `deaths occurred in 2014`. */
export const breakdownsIn = (titles: readonly string[]): readonly string[] =>
  saidToBeBy(titles).flatMap((said) => {
    const words = said
      .replace(/\(.*$/u, "")
      .replace(/ (?:at|in|for|from|during|since|within|as|per|with)\b.*$/iu, "")
      .trim();
    return /^\p{L}[\p{L} '’/-]{2,40}$/u.test(words) && !isNameOfArea(words) ? [words] : [];
  });

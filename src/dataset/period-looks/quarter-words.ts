/** What data call a quarter in languages other than English, as alternatives of a pattern, by primary language. `Q1` is read in all. */
const words: ReadonlyMap<string, string> = new Map([
  ["cy", "ch|chwarter"],
  ["da", "kvartal"],
  ["de", "quartal"],
  ["es", "t|trimestre"],
  ["fr", "t|trimestre"],
  ["it", "t|trimestre"],
  ["nb", "kvartal"],
  ["nl", "kwartaal"],
  ["no", "kvartal"],
  ["pl", "kw\\.?|kwartał"],
  ["pt", "t|trimestre"],
  ["sv", "kvartal"],
]);

/** @param lang BCP 47. Undefined where no word is known. */
export const quarterWordsOf = (lang: string): string | undefined => words.get(lang.toLowerCase().split("-")[0] ?? "");

import { meaningOf } from "./meaning-of.ts";
import type { TableSurvey } from "./table/column-survey.ts";
import { isTotal } from "./table/survey-column.ts";
import { wordsOf } from "./words.ts";

/**
 * Who alone is counted in a whole table, as its first lines or columns with one text say it: `Race=White`, `Sex | Females`, a column `Sex` that is `F` in all rows.
 * Without it, figures read as those of all.
 */
export function restrictionsOf({
  titles,
  columns = [],
}: Pick<TableSurvey, "titles"> & Partial<TableSurvey>): readonly string[] {
  const inLines = titles.flatMap((text, at) => {
    if (inOneLine.test(text)) return [text];
    const key = text.replace(/\s*:$/u, "");
    // `Age | Gender | Ethnicity` are headings, and what follows is none of one of them.
    const isAmongOthers = at > 0 && isOfPeople(titles[at - 1] ?? "");
    return isOfPeople(key) && !isAmongOthers ? pairOf(key, titles[at + 1] ?? "") : [];
  });
  const inColumns = columns.flatMap(({ name, texts: [only = "", other], firstOf, partOf }) =>
    other === undefined && firstOf === undefined && partOf === undefined && isOfPeople(name) ? pairOf(name, only) : [],
  );
  return [...new Set([...inLines, ...inColumns])];
}

const inOneLine =
  /^(?:race|ethnic(?:ity| group)|sex|gender|age(?: group)?|nationality|citizenship|country of birth|religion|residence|tenure|marital status)\s*=\s*(?!all\b|total\b|both\b)\S/iu;

/** Whether a heading is of what tells people apart, in the languages whose tables are read. */
const isOfPeople = (name: string): boolean => {
  const words = wordsOf(name)
    .replace(/ \((?:labels?|codes?)\)$/iu, "")
    .trim();
  return ofPeople.test(words) || ofAge.test(meaningOf(words));
};
const ofPeople =
  /^(?:sex|gender|sexe|genre|sexo|g[ée]nero|sesso|genere|geschlecht|geslacht|kön|kjønn|køn|płeć|pohlaví|cinsiyet|jenis kelamin|race|ethnic(?:ity| group)|nationality|nationalit[ée]|nacionalidad|nacionalidade|cittadinanza|staatsangehörigkeit|citizen(?:ship)?|country of birth|religion|marital status|disability(?: status)?)$/iu;
const ofAge = /^age(?: (?:class|group|groups|band|range|categor(?:y|ies)))?$/iu;

/** A text that is longer is a note on who is counted. */
const longestValue = 60;

const pairOf = (key: string, value: string): readonly string[] =>
  value === "" || value.length > longestValue || isOfAll(value) || isOfPeople(value)
    ? []
    : [`${value} (${key.charAt(0).toLowerCase()}${key.slice(1)})`];

/** Whether a text is of everybody: `Total`, `Both sexes`, `T`, `_T`, `All ages`, `Total people, ethnic group`. */
const isOfAll = (value: string): boolean =>
  isTotal(value) ||
  /^(?:_?T|MF|BTSX)$|^(?:total|totals|all|both|any|persons?|people|everyone|toutes|tous|todos|todas|ambos|tutt[ei]|alle)\b|(?:^|_)(?:BTSX|TOTAL|_T)$|^[-–:.*]+$/iu.test(
    value.trim(),
  );

import { isAreaName, isNameOfArea } from "./areas/find-area.ts";
import { meaningOf } from "./meaning-of.ts";
import { saysUnitOfRows } from "./measures/unit-evidence.ts";
import { measureName } from "./rows/column-roles.ts";
import type { ColumnSurvey, TableSurvey } from "./table/column-survey.ts";
import { isInEachRow } from "./table/in-each-row.ts";
import { isTotal, notKnown } from "./table/survey-column.ts";
import { wordsOf } from "./words.ts";

/**
 * Who or what alone is counted in a whole table, as its first lines or columns with one text say it: `Race=White`, `Sex | Females`, a column `Sex` that is `F` in all
 * rows, `Diesel cars` below `group`.
 * Without it, figures read as those of all.
 */
export function restrictionsOf({
  titles,
  columns = [],
  rows,
  sheet,
}: Pick<TableSurvey, "titles"> & Partial<TableSurvey>): readonly string[] {
  // What some rows say, and others leave open, holds for no whole table: `Municipality` beside the rows of the country.
  const everywhere = columns.filter(
    (column) => rows === undefined || sheet === undefined || isInEachRow(column, { rows, sheet }),
  );
  const inLines = titles.flatMap((text, at) => {
    if (inOneLine.test(text)) return [text];
    const key = text.replace(/\s*:$/u, "");
    // `Age | Gender | Ethnicity` are headings, and what follows is none of one of them.
    const before = titles[at - 1] ?? "";
    const isAmongOthers = isOfPeople(before) || /,\s*$/u.test(before);
    return isOfPeople(key) && !isAmongOthers ? pairOf(key, titles[at + 1] ?? "") : [];
  });
  const inColumns = everywhere.flatMap(({ name, texts: [only = "", other], firstOf, partOf }) =>
    other === undefined && firstOf === undefined && partOf === undefined && isOfPeople(name) ? pairOf(name, only) : [],
  );
  const figures = columns.filter(({ kind }) => kind === "figure");
  // What stands between figures may be of those beside it alone: `Mother tongue` before the pupils who speak another one, and behind the pupils of a school.
  const isBetween = ({ index }: ColumnSurvey) =>
    figures.some((own) => own.index < index) && figures.some((own) => own.index > index);
  const inConstants = everywhere
    .filter((column) => !isBetween(column) && restrictsAll(column, titles))
    .slice(0, mostConstants);
  return [...new Set([...inLines, ...inColumns, ...inConstants.map(constantOf)])];
}

/** More columns with one text each are the form in which an office writes all of its tables. */
const mostConstants = 3;

/** Whether a column has one text in all rows that says which of several all figures are of: `Diesel cars` below `group`, `rental (private)` below `tenure`. */
function restrictsAll(column: ColumnSurvey, titles: readonly string[]): boolean {
  const { name, kind, texts, filled, firstOf, partOf } = column;
  const [only = "", other] = texts;
  const value = only.trim();
  const isOne = other === undefined && kind === "label" && filled > 1 && firstOf === undefined && partOf === undefined;
  const said = titles.join(" ").toLowerCase();
  return (
    isOne &&
    name !== "" &&
    !isOfPeople(name) &&
    !ofForm.test(meaningOf(name)) &&
    !measureName.test(name.trim()) &&
    // `Currency: US $` is the unit of all figures.
    !saysUnitOfRows(column) &&
    /\p{L}{4}/u.test(value) &&
    value.length <= longestValue &&
    !ofMachines.test(value) &&
    !isOfAll(value) &&
    !notKnown.test(value) &&
    !said.includes(value.toLowerCase())
  );
}

/** What says how a table is made, of which level its areas are or what is measured, and restricts nothing. */
const ofForm =
  /\b(?:codes?|ids?|uri|urls?|links?|files?|sources?|notes?|flags?|status|units?|uom|measures?|measurements?|metrics?|indicators?|indic|variables?|weights?|statistics?|series|items?|subjects?|data ?sets?|tables?|titles?|structure|actions?|freq(?:uency)?|geograph(?:y|ic)|geo|levels?|types? of area|area types?|aggregat\w*|formats?|versions?|curren(?:cy|t)|publishers?|licen[cs]es?|dates?|periods?|years?|months?|quarters?|time|weeks?|scales?|decimals|multiplier|factors?|adjust\w*|methods?|methodology|estimates?|dimensions?|details?|comments?|descriptions?|detail|fuente|fonte|quelle|indicador|medida|unidad|einheit|stand|report)\b/iu;

/** `TRUE`, an address, the name of a file, a code in capitals. */
const ofMachines = /^(?:[Tt]rue|[Ff]alse|[Nn]one|https?:|www\.)|\.(?:csv|xlsx?|pdf)$|^[\p{Lu}\d_-]+$/u;

/** With what it is of, unless it is a place. */
const constantOf = ({ name, texts: [only = ""] }: ColumnSurvey): string => {
  const value = only.trim();
  const key = wordsOf(name).toLowerCase();
  return isAreaName(name) || isNameOfArea(value) || /\b(?:name|label|organi[sz]ation)\b/u.test(key)
    ? value
    : `${value} (${key})`;
};

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
const ofAge = /^age(?: (?:used|class|group|groups|band|range|categor(?:y|ies)))?$/iu;

/** A text that is longer is a note on who is counted. */
const longestValue = 60;

const pairOf = (key: string, value: string): readonly string[] =>
  value === "" || value.length > longestValue || isOfAll(value) || isOfPeople(value) || notApplied.test(value.trim())
    ? []
    : [`${value} (${/\p{Ll}/u.test(key) ? `${key.charAt(0).toLowerCase()}${key.slice(1)}` : key.toLowerCase()})`];

/** What says that rows are not told apart so. */
const notApplied = /^(?:n\.?\/?a\.?|not applicable|none|null|nil)$/iu;

/** Whether a text is of everybody: `Total`, `Both sexes`, `T`, `_T`, `All ages`, `Total people, ethnic group`. */
const isOfAll = (value: string): boolean =>
  isTotal(value) ||
  /^(?:_?T|MF|BTSX)$|^(?:total|totals|all|both|any|persons?|people|everyone|toutes|tous|todos|todas|ambos|tutt[ei]|alle)\b|(?:^|_)(?:BTSX|TOTAL|_T)$|^[-–:.*]+$/iu.test(
    value.trim(),
  );

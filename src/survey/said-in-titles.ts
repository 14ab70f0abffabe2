import { isAreaName, isNameOfArea } from "./areas/find-area.ts";
import { meaningOf } from "./meaning-of.ts";
import type { ColumnSurvey, TableSurvey } from "./table/column-survey.ts";
import { isTotal } from "./table/survey-column.ts";

/** What a title says that a table is by: `Deaths by cause, sex and age`. */
export const saidToBeBy = (titles: readonly string[]): readonly string[] =>
  titles.flatMap(
    (title) => /\bby (?<by>.+)$/iu.exec(title.replace(byWhom, ""))?.groups?.by?.split(/,| and | by /u) ?? [],
  );

/** Who did what a title tells, before what it is told by: `recorded by the police by type`. */
const byWhom =
  /\b(?:\p{L}+ed|held|made|run|after|given|paid) by (?:the )?(?:police|councils|courts|government|hospitals|schools|(?:local )?authorities|departments?)(?= by )/iu;

/** The breakdowns among these, without where and when all of it is of: `place of occurrence`, and not `England`, nor `deaths occurred in 2014`. */
export const breakdownsIn = (titles: readonly string[]): readonly string[] =>
  saidToBeBy(titles).flatMap((said) => {
    const words = said
      .replace(/\(.*$/u, "")
      .replace(/ (?:at|in|for|from|during|since|within|as|per|with)\b.*$/iu, "")
      .trim();
    // `county` is what areas are, and the name of none.
    const isArea = /^\p{Lu}/u.test(words) && isNameOfArea(words);
    return /^\p{L}[\p{L} '’/-]{2,40}$/u.test(words) && !isArea ? [words] : [];
  });

/** Of when something is, and of no group of it. */
export const ofTimes = /\b(?:years?|months?|quarters?|weeks?|days?|dates?|periods?|time)\b/iu;

/** The breakdowns among these that are of no time. */
export const groupsIn = (titles: readonly string[]): readonly string[] =>
  breakdownsIn(titles).filter((text) => !ofTimes.test(text));

/** Whether names are those of the sexes, of both together, and of whom it is not known. */
export function areSexes(names: readonly string[]): boolean {
  const parts = names.filter((name) => !isTotal(name.trim()));
  const known = parts.filter(
    (name) =>
      !/^(?:not (?:known|stated)|unknown|others?|persons|people|both(?: sexes)?)$/iu.test(
        name.trim().replaceAll("-", " "),
      ),
  );
  return known.length > 0 && known.every((name) => ofOneSex.test(name.trim()));
}
// Adjectives of other languages are names of no people that a unit could be.
const ofOneSex =
  /^(?:males?|females?|men|women|boys|girls|m(?:ä|ae)nnlich|weiblich|masculin[eo]?|féminin|femenino|feminino|maschile|femminile)$/iu;

/** Whether all names are those of a sex, in the words of several languages: above headings and blocks, where nothing is counted by these names. */
export function areSexesAnywhere(names: readonly string[]): boolean {
  const parts = names.filter((name) => !isTotal(name.trim()));
  return areSexes(names) || (parts.length > 1 && parts.every((name) => sexElsewhere.test(name.trim())));
}
/** The sexes in the words of several languages, also where `ä` is written `ae`. */
export const sexesElsewhere =
  "m(?:ä|ae)nner|frauen|m(?:ä|ae)nnlich|weiblich|hommes|femmes|masculin|féminin|hombres|mujeres|varones|uomini|donne|maschi|femmine|homens|mulheres|mannen|vrouwen|mænd|kvinder|män|kvinnor|menn|kvinner|miehet|naiset";
const sexElsewhere = new RegExp(`^(?:${sexesElsewhere})$`, "iu");

/**
 * The one thing that a title says a table is by, and that no column of labels tells: it stands across the top, `County | Urban | Rural` below
 * `Deaths by type and county`. Undefined where a heading has a word of what the title says is told: `Cases | Deaths` below `Cases and
 * deaths by age`.
 */
export function saidAcross({ titles, columns }: Pick<TableSurvey, "titles" | "columns">): string | undefined {
  const labels = columns.filter(({ kind }) => kind !== "figure" && kind !== "blank");
  const headings = columns.filter(({ kind }) => kind === "figure").flatMap(({ name }) => stemsIn(name));
  for (const title of titles) {
    const told = new Set(stemsIn(title.replace(byWhom, "").replace(/\bby .+$/iu, "")));
    const open = groupsIn([title]).filter((item) => !isAreaName(item) && !labels.some((own) => tells(own, item)));
    const [only, further] = open;
    const own = stemsIn(only ?? "");
    const isTold = headings.some((stem) => told.has(stem) && !own.includes(stem));
    if (only !== undefined && further === undefined && !isTold) return only;
  }
  return undefined;
}

/** Whether a column of labels is of what a title says: `Age group` of `age`, `Cause of death` of `causes`. */
function tells({ name, texts }: ColumnSurvey, item: string): boolean {
  const [own, said] = [stemsIn(name), stemsIn(item)];
  const isOfSex = said.some((stem) => /^(?:sex|gender)$/u.test(stem));
  return said.some((stem) => own.includes(stem)) || (isOfSex && areSexes(texts)) || (name === "" && texts.length > 1);
}

/** The words of a text by which it is known again, without the endings of plurals. */
const stemsIn = (text: string): readonly string[] =>
  (
    meaningOf(text)
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? []
  )
    .filter((word) => !/^(?:the|and|for|with|from|per|total|number|all|group)s?$/u.test(word))
    .map((word) => word.replace(/ies$/u, "y").replace(/(?<=\p{L}{2}[^s])s$/u, ""));

/** What is said of when data was published, and not of when it is. */
export const ofPublication =
  /©|\(c\)|\b(?:copyright|published|updated|downloaded|released|stand|accessed|extracted|export(?:ed)? (?:date|on|at|made)|date of (?:export|extraction)|run (?:date|on))\b/iu;

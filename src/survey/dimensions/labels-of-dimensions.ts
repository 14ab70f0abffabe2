import { isForeign, meaningOf } from "../meaning-of.ts";
import { countedBy, inSentence } from "../measures/guess-unit.ts";
import { lastHeading, sentence } from "../naming.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
import type { Roles } from "../rows/column-roles.ts";
import { areSexes, saidToBeBy } from "../said-in-titles.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { isTotal } from "../table/survey-column.ts";
import type { DimensionsInput, Guess } from "./dimensions-guess.ts";

/** What a dimension is called in print, by the name of its column. */
export const labelOf = (name: string, isArea: boolean): string =>
  name === "" ? (isArea ? "Area" : "Category") : isArea ? labelOfAreas(name) : sentence(name);

/** What areas are called: as their heading is where that is a word for some, `Local authority`, and `Area` below `LTLA_NM` or `geo`. */
function labelOfAreas(name: string): string {
  const own = sentence(name).replace(/ (?:names?|label|title|nm|codes?|desc(?:ription)?)$/iu, "");
  return areaNoun.test(meaningOf(own)) ||
    placeOf.test(meaningOf(own)) ||
    (isForeign(own) && /^[\p{L} -]{4,}$/u.test(own))
    ? own
    : "Area";
}

/** `Country of origin` */
const placeOf =
  /^(?:countr(?:y|ies)|states?|regions?|districts?|municipalit(?:y|ies)|provinces?|cit(?:y|ies)) of \p{L}+$/iu;

/** What ends a heading that is a word for areas. */
const areaNoun =
  /(?:^|[^\p{L}])(?:areas?|regions?|sub-?regions?|countr(?:y|ies)|forces?|authorit(?:y|ies)|councils?|states?|count(?:y|ies)|districts?|nations?|provinces?|territor(?:y|ies)|boroughs?|wards?|cit(?:y|ies)|towns?|villages?|places?|locations?|(?:health )?boards?|trusts?|constituenc(?:y|ies)|municipalit(?:y|ies)|parish(?:es)?|cantons?|communes?|departments?|neighbou?rhoods?|suburbs?|(?:zip|post) ?codes?|tracts?|nationalit(?:y|ies)|islands?|governorates?|prefectures?|zones?|localit(?:y|ies)|settlements?|jurisdictions?|orgs?|organi[sz]ations?|providers?|hospitals?|schools?)$/iu;

/** What the dimension of a column is called: by its heading, else by its values or the title; and what of that is to be checked. */
export function nameOfDimension(
  name: string,
  column: ColumnSurvey,
  { survey: { titles }, roles }: Pick<DimensionsInput, "survey" | "roles">,
): { readonly called: string; readonly doubt: readonly string[] } {
  const byValues = calledByValues(name, column, titles);
  const isOpen = name === "" && byValues === undefined;
  const byTitle = isOpen ? (calledByList(column, titles) ?? calledByTitle(column, roles, titles)) : undefined;
  return { called: byValues ?? byTitle ?? name, doubt: byTitle === undefined ? [] : [byTheTitle] };
}

/** What a column without a heading is called, where its values tell: ages are numbers too, and are called so where the title is of some. */
function calledByValues(name: string, { texts }: ColumnSurvey, titles: readonly string[]): string | undefined {
  if (name !== "") return undefined;
  if (areSexes(texts)) return "Sex";
  const parts = texts.map((text) => text.trim().replaceAll(/^['"]|['"]$/gu, "")).filter((text) => !isTotal(text));
  if (parts.length < 2 || !saidToBeBy(titles).some((text) => ofAge.test(text))) return undefined;
  if (parts.every((text) => singleAge.test(text))) return "Age";
  return parts.every((text) => singleAge.test(text) || spanOfAges.test(text)) ? "Age group" : undefined;
}
const ofAge = /\bages?\b/iu;
const singleAge = /^(?:1[0-2]\d|\d{1,2})\+?$/u;
const spanOfAges =
  /^(?:ages? )?\d{1,3} ?(?:(?:[-–]|to) ?\d{1,3}|\+|(?:and|or|&) (?:over|under|above|older|younger))(?: years?)?$/iu;

/** What ages are called in the list of what a table is told by, behind a colon in its title: `Deaths: Norland, Years, Sex, Single ages`. */
function calledByList({ texts }: ColumnSurvey, titles: readonly string[]): string | undefined {
  const parts = texts.map((text) => text.trim()).filter((text) => !isTotal(text));
  const ages = parts.filter((text) => singleAge.test(text) || spanOfAges.test(text) || yearsOld.test(text));
  if (ages.length < parts.length * mostlyAges || ages.length < fewestAges) return undefined;
  const lists = joined(titles).map(
    (title) => /^[^:]+: (?<list>[^:]+)$/u.exec(title)?.groups?.list?.split(/, ?/u) ?? [],
  );
  return lists
    .filter(({ length }) => length >= fewestListed)
    .flat()
    .find((item) => saysAge.test(item) && /^\p{L}[\p{L} -]{2,40}$/u.test(item.trim()))
    ?.trim();
}
/** Titles, each with the next line where it ends with a comma. */
const joined = (titles: readonly string[]): readonly string[] =>
  titles.map((title, at) => (/,\s*$/u.test(title) ? `${title.trim()} ${titles[at + 1]?.trim() ?? ""}` : title));
/** So many of the names are ages, and so many things are listed. */
const [mostlyAges, fewestAges, fewestListed] = [0.8, 5, 3];
/** `unter 1 Jahr`, `12-Jährige`, `100 Jahre und mehr`, `5 à 9 ans` */
const yearsOld = /\d{1,3}.*(?<!\p{L})(?:jahr\p{Ll}*|jährig\p{Ll}*|years?|ans|años|anos|anni|jaar|år)(?!\p{L})/iu;
const saysAge =
  /(?<!\p{L})(?:ages?|alter\p{Ll}*|âges?|edad\p{Ll}*|idade\p{Ll}*|età|leeftijd\p{Ll}*|ålder\p{Ll}*|alder\p{Ll}*)(?!\p{L})/iu;

/** What a column without a heading is called by the title, where it is the only one that nothing else names, and the title says one thing more: `Deaths by cause and sex`. */
function calledByTitle(column: ColumnSurvey, { naming }: Roles, titles: readonly string[]): string | undefined {
  const isUnnamed = (own: ColumnSurvey) => lastHeading(own.name) === "" && !calledByValues("", own, titles);
  const others = naming.filter((own) => own !== column);
  // Of one column alone, a title may say what stands across the top.
  if (others.length === 0 || !isUnnamed(column) || others.some(isUnnamed)) return undefined;
  const [only, further] = saidToBeBy(titles).flatMap((text) => {
    const words = text.trim().replace(/^\d+ /u, "");
    const isKnown =
      /\b(?:ages?|sex|gender|years?|months?|quarters?|dates?)\b/iu.test(words) ||
      others.some(({ name }) => name.toLowerCase().includes(words.toLowerCase()));
    return isKnown || !/^\p{L}[\p{L} '’-]{2,40}$/u.test(words) ? [] : [words];
  });
  return further === undefined && only !== undefined ? countedBy(inSentence(only)).one : undefined;
}
const byTheTitle = guessedFrom("the title", "No heading says what these are.");

/** Says of each column without a heading that it has no name, and of several what the title has for them. */
export function remarkOnUnnamed(
  { dimensions, layouts }: Guess,
  { survey, remarks }: Pick<DimensionsInput, "survey"> & { readonly remarks: Remarks },
): void {
  const unnamed = Object.entries(dimensions).filter(([, { label }]) => label === labelOf("", false));
  const said = saidToBeBy(survey.titles).map((text) => text.trim());
  for (const [id, { label }] of unnamed.length > 1 ? [] : Object.entries(dimensions)) {
    const column = survey.columns.find(({ ref }) => ref === layouts[id]);
    if (column?.kind === "label" && lastHeading(column.name) === "" && generic.test(label))
      remarks.add(`dimensions.${id}.label`, withoutName([]));
  }
  for (const [id] of unnamed.length > 1 ? unnamed : []) remarks.also(`dimensions.${id}.label`, withoutName(said));
}

/** What rows are called of which nothing is known. */
const generic = /^(?:area|category)$/iu;

const withoutName = (said: readonly string[]): string => {
  const hint = said.length === 0 ? "" : ` (the title has ${someOf(said)})`;
  return `No heading says what these are${hint}: give it its name by "label" and "plural".`;
};

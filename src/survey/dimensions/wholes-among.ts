import { isNameOfCountry, isNameOfDivision } from "../areas/area-names.ts";
import { coarserAreas } from "../areas/coarser-areas.ts";
import { regionOfWorld } from "../areas/find-area.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isTotal } from "../table/survey-column.ts";
import type { DimensionsInput } from "./dimensions-guess.ts";

/** So many areas lie in a region at most. */
const mostInRegion = 60;

/** Whether a nation is one more beside the regions of England: `Wales`, `Scotland`. */
const standsBesideRegions = (text: string, all: readonly string[]): boolean =>
  /^(?:wales|scotland|northern ireland)$/iu.test(text.trim()) &&
  all.filter((other) => englishRegion.test(other.trim())).length >= fewestRegions;
const englishRegion =
  /^(?:(?:north|south) (?:east|west)|(?:east|west) midlands|east of england|yorkshire and (?:the )?humber)$/iu;
const fewestRegions = 3;

/** A part of a country that holds authorities. */
const regionAmong = /\p{L} regions?$/iu;

/** What is of several of the others by its name, besides the whole of all. */
function wholesAmong(
  column: ColumnSurvey,
  { whole, isArea }: { readonly whole: string | undefined; readonly isArea: boolean },
): { readonly others: readonly string[]; readonly hasCountries: boolean } {
  // The one country among what are no countries is all of them, or of most: `England` beside `Adult services`, or among its councils.
  const hasGroups = isArea && column.texts.some((text) => regionOfWorld.test(text) && !isNameOfCountry(text));
  const isOneCountry =
    !hasGroups && column.texts.filter((text) => isNameOfCountry(text) && !isNameOfDivision(text)).length === 1;
  const hasCountries = isArea && (areCountries(column.texts) || (hasGroups && column.texts.some(isNameOfCountry)));
  // A few of very many are places that are called so.
  const regions = column.texts.filter((text) => regionAmong.test(text)).length;
  const areRegions = regions < column.texts.length && regions * mostInRegion >= column.texts.length;
  const others = column.texts.filter(
    (text) =>
      text !== whole &&
      (isTotal(text) ||
        saysAll(text) ||
        // `North East Region` among its police forces.
        (isArea && regionAmong.test(text) && areRegions) ||
        (hasCountries && regionOfWorld.test(text) && !isNameOfCountry(text)) ||
        (isOneCountry && isNameOfCountry(text) && !isNameOfDivision(text) && !standsBesideRegions(text, column.texts))),
  );
  return { others, hasCountries };
}

/** Whether one part of a long name says that it is of all: `Aged 16-64 - All : All People`, beside `Aged 16-64 - In employment : All People`. */
const saysAll = (text: string): boolean =>
  text.length <= longestOfParts &&
  text
    .split(/\s+[-–:]\s+|[():]\s*/u)
    .slice(1)
    .some((part) => /^(?:all|total)$/iu.test(part.trim()));
const longestOfParts = 100;

/** Names that may be totals of some of the others, and whose rows are not left out. */
export function furtherAmong(
  survey: TableSurvey,
  column: ColumnSurvey,
  {
    roles,
    whole,
    isOfCodes,
  }: Pick<DimensionsInput, "roles"> & { readonly whole: string | undefined; readonly isOfCodes: boolean },
): readonly string[] {
  const isArea = roles.area === column;
  const { others, hasCountries } = wholesAmong(column, { whole, isArea });
  // Of codes, those of several countries alone are known.
  const known = isOfCodes ? others.filter((text) => hasCountries && regionOfWorld.test(text)) : others;
  const areFew = column.texts.length > 1 && others.length <= Math.max(12, column.texts.length / 3);
  if (known.length === 0 || !areFew) return [];
  const leftOut = isArea ? coarserAreas(survey, column, { codes: roles.codes, wholes: [] }) : [];
  return known.filter((text) => !leftOut.includes(text));
}
/** Counties too are called `Lebanon` and `Jamaica`. */
const fewCountries = 0.1;

/** Whether names of areas are of countries, two of them at least and no few of many, or look like codes of these. */
const areCountries = (texts: readonly string[]): boolean =>
  texts.filter(isNameOfCountry).length > Math.max(1, texts.length * fewCountries) ||
  texts.filter((text) => /^[A-Z]{2,3}$/u.test(text)).length > texts.length / 2;

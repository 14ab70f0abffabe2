import { isNameOfCountry, isNameOfDivision } from "../areas/area-names.ts";
import { isTotal } from "./survey-column.ts";

/** Whether rows that are alone are of the kind that the others are, and no headings. */
export const areNamesAmong = (own: readonly string[], all: readonly string[], inRows: readonly string[]): boolean =>
  areCodesAmong(own, all) || areAreasAmong(own, all) || areInOrder(inRows);

/** A code among codes is a row whose figures are not known: `AQ`, between `AO` and `AR`. */
const areCodesAmong = (own: readonly string[], all: readonly string[]): boolean =>
  own.every((text) => isCodeLike(text) && text.length > 1) &&
  all.filter(isCodeLike).length >= all.length * mostlyOfKind;
const isCodeLike = (text: string): boolean => /^[\p{Lu}\d_.-]{1,16}$/u.test(text);

/** So many names in the order of the alphabet are no chance, where so many of them follow the one before. */
const [fewestInOrder, mostlyInOrder] = [8, 0.97];

/** Whether names stand in the order of the alphabet: one of them without figures is a name whose figures are not known, and no heading. */
function areInOrder(texts: readonly string[]): boolean {
  const names = texts.filter((text) => text !== "" && !isTotal(text)).map((text) => text.toLowerCase());
  const following = names.filter((name, at) => at > 0 && name > (names[at - 1] as string)).length;
  return names.length >= fewestInOrder && following >= (names.length - 1) * mostlyInOrder;
}

/** Whether rows that are alone are areas, of the kind that nearly all the others are: `Oregon` among states, `Togo` among countries and their groups. */
const areAreasAmong = (own: readonly string[], all: readonly string[]): boolean =>
  (own.every(isNameOfDivision) && all.filter(isNameOfDivision).length >= all.length * mostlyOfKind) ||
  (own.every(isNameOfCountry) && all.filter(isNameOfCountry).length >= all.length * mostlyCountries);

/** So many of all names are codes or divisions of countries, and so many are countries, where one of these is no heading. */
const [mostlyOfKind, mostlyCountries] = [0.9, 0.8];

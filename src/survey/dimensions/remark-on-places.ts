import { isNameOfArea } from "../areas/find-area.ts";
import { meaningOf } from "../meaning-of.ts";
import { guessedFrom } from "../remarks.ts";
import { type DimensionsInput, dimensionOf, type Guess } from "./dimensions-guess.ts";

/** Where nothing was taken for areas, says of the names that may be some how to say so. */
export function remarkOnPlaces(
  { dimensions, layouts }: Guess,
  { roles, naming }: Pick<DimensionsInput, "survey" | "roles" | "naming">,
): void {
  if (Object.values(dimensions).some(({ role }) => role === "area")) return;
  const [column] = roles.naming
    .filter(
      ({ name, texts }) =>
        texts.length >= fewestPlaces &&
        !noPlace.test(meaningOf(name)) &&
        (texts.filter((text) => /^\P{L}*\p{Lu}/u.test(text)).length >= texts.length * mostlyNames ||
          (texts.length >= fewestCoded && texts.every((text) => /^\d+$/u.test(text)))),
    )
    .sort((a, b) => b.texts.length - a.texts.length);
  const id = column && dimensionOf(column, { dimensions, layouts });
  if (id !== undefined) naming.remarks.also(`dimensions.${id}.role`, mayBePlaces);
}

/** Of a table from areas to areas, says of the other ones that they are areas too: one dimension has that role. */
export function remarkOnOtherAreas(
  { dimensions, layouts }: Guess,
  { roles, naming }: Pick<DimensionsInput, "roles" | "naming">,
): void {
  const isAcross = roles.wide?.tells.includes("area") === true;
  if (!isAcross && !roles.area) return;
  for (const column of roles.naming) {
    const known = column.texts.filter(isNameOfArea).length;
    if (column === roles.area || known < 3 || known < column.texts.length * mostlyAreas) continue;
    const id = dimensionOf(column, { dimensions, layouts });
    if (id !== undefined) naming.remarks.also(`dimensions.${id}.role`, isAcross ? areasInRows : otherAreas);
  }
}

/** So many of the names of rows are known to be areas. */
const mostlyAreas = 0.5;
const otherAreas = guessedFrom(
  "its labels",
  'These are areas too; one dimension has the role "area": give it to the one that briefings are about.',
);
const areasInRows =
  'These are areas too, and so are those in the headings; one dimension has the role "area": give it to the one that briefings are about.';

/** So many numbers may be those of places: `HOOD_158`. */
const fewestCoded = 20;
/** So many names may be those of places, if so many of them begin as names do; and what no place is called. */
export const [fewestPlaces, mostlyNames] = [4, 0.8];
/** What a heading or a title says of names that are those of no places. */
export const noPlace =
  /\b(?:ages?|sex|gender|ethnic(?:ity)?|race|religion|education|income|types?|categor(?:y|ies)|sectors?|industr(?:y|ies)|occupations?|part(?:y|ies)|candidates?|months?|days?|scenarios?|subjects?|questions?|answers?|responses?|indicators?|variables?|measures?|units?|status|causes?|diseases?|diag(?:nos[ei]s|nosen?)?|cancers?|tumou?rs?|krebs\p{L}*|icd\d*|fuels?|gas|causes?|drugs?|species|models?|brands?|products?|items?|disability|first ?names?|surnames?)\b/iu;

/** How to say that names are those of places, which nothing in them shows. */
export const mayBePlaces = 'If these are places or authorities, say "area".';

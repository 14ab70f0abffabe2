import { categoryId, createPartReader, periodReadings } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { isAreaName, isNameOfArea } from "../areas/find-area.ts";
import { inSentence, pluralOf } from "../measures/guess-unit.ts";
import { type Naming, sentence } from "../naming.ts";
import { foreignMonth } from "../periods/period-in-text.ts";
import { guessedFrom, someOf } from "../remarks.ts";
import { type Roles, timeHole } from "../rows/column-roles.ts";
import { areSexesAnywhere, saidToBeBy } from "../said-in-titles.ts";
import { overlappingRanges } from "../sums/parts-by-name.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isTotal } from "../table/survey-column.ts";
import { ageLabel } from "../wide/age-headings.ts";
import { isOfOrigins } from "../wide/area-headings.ts";
import { areaHole, categoryHole, type WideGuess } from "../wide/wide-guess.ts";
import { wordsOf } from "../words.ts";
import type { Guess } from "./dimensions-guess.ts";
import { haveOverlaps } from "./remark-on-categories.ts";
import { fewestPlaces, mayBePlaces, mostlyNames, noPlace } from "./remark-on-places.ts";
import { totalAmong } from "./total-among.ts";

/** What groups in headings are, by what they say, or by the title: `Pupils by local authority and year group`. */
function labelOfGroups(names: readonly string[], titles: readonly string[]): string | undefined {
  const parts = names.filter((name) => !isTotal(name.trim()));
  const fitting = saidToBeBy(titles).find((text) => {
    const words = text.trim().toLowerCase();
    return words !== "" && parts.filter((name) => name.toLowerCase().includes(words)).length > parts.length / 3;
  });
  if (fitting !== undefined) return sentence(fitting.trim());
  if (parts.length > 1 && parts.every((name) => /^(?:ages? )?\d{1,3} ?(?:[-–+]|to |and )/iu.test(name.trim())))
    return "Age group";
  if (parts.length > 1 && parts.every((name) => /^\d{1,2}:\d{2}|^\d{1,2} ?(?:am|pm)$/iu.test(name.trim())))
    return "Hour";
  if (parts.length > 1 && parts.every((name) => monthName.test(name.trim()) || foreignMonth.test(name.trim())))
    return "Month";
  return areSexesAnywhere(parts) ? "Sex" : undefined;
}

const placesByTitle = guessedFrom(
  "the title",
  'It says by what the headings tell figures apart: say "category" where these are no areas.',
);

const monthName = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?$/iu;

/** Adds what the headings over columns tell apart, besides areas and periods. */
export function addGroups(
  { dimensions }: Guess,
  { categories: names, label, areRowsAgain = false }: Pick<WideGuess, "categories" | "label" | "areRowsAgain">,
  { remarks, titles, hole = categoryHole }: Naming & Pick<TableSurvey, "titles"> & { readonly hole?: string },
): void {
  const called = label === undefined ? (labelOfGroups(names, titles) ?? "Group") : sentence(label.toLowerCase());
  const [all, other] = names.filter((name) => /^all\b/iu.test(wordsOf(name)));
  const total = totalAmong(names, false) ?? (other === undefined ? all : undefined);
  const areNames =
    names.length >= fewestPlaces &&
    names.filter((name) => /^\p{Lu}(?:\p{Ll}+|\p{Lu}{1,3}$)/u.test(name)).length >= names.length * mostlyNames;
  // `Admissions by province` says what the names are; a country may be where people are from.
  const areAreas = areNames && isAreaName(called) && !isOfOrigins(called) && !/countr/iu.test(called);
  dimensions[hole] = defined({
    role: areAreas ? "area" : "category",
    label: called,
    plural: pluralOf(inSentence(called)),
    total: total === undefined ? undefined : categoryId(total),
  });
  // Men and women, and their ages, say themselves what they are.
  const areSaid = label === "sex" || label === ageLabel;
  if (areRowsAgain || !areSaid)
    remarks.add(
      `dimensions.${hole}`,
      areRowsAgain ? namesAgain : called === "Group" ? groupsOfHeadings : groupsByTitle,
    );
  if (areAreas) remarks.add(`dimensions.${hole}.role`, placesByTitle);
  else if (areNames && !noPlace.test(called)) remarks.add(`dimensions.${hole}.role`, mayBePlaces);
  if (haveOverlaps(names)) remarks.add(`dimensions.${hole}.label`, overlappingRanges);
}

const groupsOfHeadings = "What the headings tell apart: give it its name.";
const groupsByTitle = guessedFrom("the title", "What the headings tell apart, and how it is called.");

const namesAgain =
  "The names of the rows stand across the top once more, so that each figure is of two of them, from one to the other perhaps: say by both labels which is which.";

/** How headings between rows are written that say a year each, and nothing else that differs but numbers: `(*) Projection of {}`. Undefined of others. */
export function yearsOfSections(
  { period, wide }: Roles,
  { name, texts, endsAtBlank }: ColumnSurvey,
): string | undefined {
  const isNamed = name === "" || texts.includes(name);
  if (period || wide?.tells.includes("period") || !isNamed || endsAtBlank || texts.length < 2) return undefined;
  const years = new Set(texts.flatMap((text) => text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu) ?? []));
  const patterns = new Set(texts.map((text) => text.replaceAll(/\d+/gu, (digits) => (years.has(digits) ? "{}" : "*"))));
  const [pattern = "", other] = patterns;
  const isOnce = pattern.split("{}").length === 2 && !texts.some((text) => /[{}*]/u.test(text));
  return isOnce && other === undefined && years.size === texts.length ? pattern : undefined;
}

/** Adds the years that headings between rows say. */
export function addYears(
  { dimensions, layouts }: Guess,
  { ref, name }: ColumnSurvey,
  { pattern, naming }: { readonly pattern: string; readonly naming: Naming },
): void {
  dimensions[timeHole] = { role: "time", label: "Period" };
  layouts[timeHole] = defined({
    heading: ref,
    pattern: pattern === "{}" ? undefined : pattern,
    // Of the rows above the first heading that stands between others.
    blank: name === "" ? undefined : createPartReader(pattern)(name),
  });
  naming.remarks.add(`layout.dimensions.${timeHole}`, "The year that the heading above each block of rows says.");
}

/** What the titles of blocks tell apart, before the other headings between rows: a title is none of these. */
export function addBlocks(
  { dimensions, layouts }: Guess,
  { ref, name, texts, pattern = "{}" }: ColumnSurvey,
  { idOf, remarks }: Naming,
): void {
  const id = idOf("block", "block");
  dimensions[id] = { role: "category", label: "Block", plural: "blocks" };
  layouts[id] = { heading: ref, pattern, blank: name };
  remarks.add(
    `dimensions.${id}`,
    `What the titles of the blocks tell apart, as ${someOf(texts)}: give it its name, and role: "area" where they are areas.`,
  );
}

/** Adds what the headings of blocks tell apart that have others between their rows: the cells of each are a table. */
export function addRanges(
  guess: Guess,
  { texts, ranges = [] }: ColumnSurvey,
  { idOf, remarks, areTimed }: Naming & { /** Whether rows or headings tell a period. */ readonly areTimed: boolean },
): void {
  if (texts.length === 0) {
    guess.tables = ranges.map((range) => ({ range }));
    remarks.add("layout.tables", rangesThatGoOn);
    return;
  }
  const areTimes = !areTimed && texts.every((text) => periodReadings(text).length === 1);
  const areAreas = texts.filter(isNameOfArea).length >= texts.length * mostlyRegions;
  const areOfSex = areSexesAnywhere(texts);
  const called = areAreas ? "area" : areOfSex ? "sex" : "block";
  const id = areTimes ? timeHole : idOf(called, called);
  const total = areTimes ? undefined : totalAmong(texts, areAreas);
  guess.dimensions[id] = areTimes
    ? { role: "time", label: "Period" }
    : defined({
        role: areAreas ? "area" : "category",
        label: sentence(called),
        plural: areOfSex ? "sexes" : `${called}s`,
        total: total === undefined ? undefined : categoryId(total),
      });
  guess.tables = ranges.map((range, at) => ({ range, at: { [id]: texts[at] ?? "" } }));
  remarks.add("layout.tables", rangesOfBlocks);
  if (!areTimes && !areOfSex)
    remarks.add(
      `dimensions.${id}`,
      `What the heading of each block of rows tells apart, as ${someOf(texts)}: give it its name${areAreas ? "" : ', and role: "area" where they are areas'}.`,
    );
}
const rangesThatGoOn = guessedFrom(
  "the headings",
  "The table goes on beside its first columns, below the same headings: each part by its cells. Where one grows, say its cells anew.",
);
const rangesOfBlocks = guessedFrom(
  "the headings",
  "Each block of rows below a heading of its own, by its cells, below the headings of all: where a block grows, say its cells anew.",
);

/** Adds what the headings between rows tell apart: regions, or sections. */
export function addSections(
  { dimensions, layouts }: Guess,
  { ref, name, texts, endsAtBlank, heads }: ColumnSurvey,
  {
    idOf,
    remarks,
    areAlone,
    titles,
  }: Naming & Pick<TableSurvey, "titles"> & { /** Nothing else names rows but periods. */ readonly areAlone: boolean },
): void {
  const areRegions = texts.filter(isNameOfArea).length >= texts.length * mostlyRegions;
  const names = name === "" ? texts : [name, ...texts];
  const said = areRegions ? "Region" : labelOfGroups(names, titles);
  const isOther = (label: string) => Object.values(dimensions).some((own) => own.label === label);
  const label = said === undefined || (!areRegions && isOther(said)) ? "Section" : said;
  const called = inSentence(label);
  const id = idOf(called, called);
  const areAreas = areRegions && areAlone;
  const total = totalAmong(texts, areAreas);
  dimensions[id] = defined({
    role: areAreas ? "area" : "category",
    label,
    plural: pluralOf(called),
    total: total === undefined ? undefined : categoryId(total),
  });
  layouts[id] = defined({
    heading: ref,
    blank: name === "" ? undefined : name,
    ends: endsAtBlank === true ? ("blank-row" as const) : undefined,
    names: heads,
  });
  remarks.add(`dimensions.${id}`, label === "Section" || areRegions ? namelessSections : namedByRows);
  if (endsAtBlank === true) remarks.add(`layout.dimensions.${id}`, endedByBlank);
  else if (name !== "") remarks.add(`layout.dimensions.${id}`, "What the rows above the first heading are of.");
}

const namelessSections = "What the headings between rows tell apart: give it its name.";
const namedByRows = guessedFrom("its labels", "What the headings between rows tell apart, called by what they are.");

/** So many of the headings between rows are areas that others lie in. */
const mostlyRegions = 0.8;

const endedByBlank = guessedFrom(
  "its labels",
  'Each heading was taken to hold up to the next empty row: rows below that, which have none, are of none. Take "ends" away where they are of the last one above them.',
);

/** Adds the areas that the headings over columns are. */
export function addAreas({ dimensions }: Guess, { categories: names, whole }: WideGuess, { remarks }: Naming): void {
  const total = whole ?? totalAmong(names, true);
  if (whole !== undefined)
    remarks.add(`dimensions.${areaHole}.total`, `"${whole}" is the sum of the others, in most figures.`);
  dimensions[areaHole] = defined({
    role: "area",
    label: "Area",
    plural: "areas",
    total: total === undefined ? undefined : categoryId(total),
  });
}

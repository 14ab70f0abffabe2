import {
  type CategorySpec,
  categoryId,
  type DimensionLayout,
  type DimensionSpec,
  groupBy,
  type Period,
  periodReadings,
} from "../dataset/index.ts";
import { defined } from "../diagnostics/index.ts";
import { cellAt, cellText } from "../tables/index.ts";
import { areOfTwoLetters, codesOf, isNameOfCountry, isNameOfDivision } from "./areas/area-names.ts";
import { isNameOfAverage } from "./areas/average-names.ts";
import { coarserAreas } from "./areas/coarser-areas.ts";
import { isAreaName, isNameOfArea, regionOfWorld, wholeArea } from "./areas/find-area.ts";
import { partsBehind } from "./areas/levels-of-forms.ts";
import { type HeldByCodes, heldByCodes } from "./areas/nested-codes.ts";
import { type HeldByIndents, heldByIndents } from "./areas/nested-indents.ts";
import type { SheetsGuess } from "./guess-sheets.ts";
import { isForeign, meaningOf } from "./meaning-of.ts";
import { countedBy, inSentence, pluralOf } from "./measures/guess-unit.ts";
import { lastHeading, type Naming, sentence } from "./naming.ts";
import { isPlainlyPeriod } from "./periods/guess-period.ts";
import type { PeriodGuess } from "./periods/period-guess.ts";
import { foreignMonth } from "./periods/period-in-text.ts";
import { statusesOfPeriods } from "./periods/period-statuses.ts";
import { hasYear, yearOfAll } from "./periods/said-years.ts";
import { guessedFrom, type Remarks, someOf } from "./remarks.ts";
import { isCornerUnit, measureName, type Roles, timeHole } from "./rows/column-roles.ts";
import { type AlikeRows, areMonths } from "./rows/tell-apart.ts";
import { areSexes, saidToBeBy } from "./said-in-titles.ts";
import { furtherTotals } from "./sums/further-totals.ts";
import { ofOthers, overlapping, overlappingRanges, partByName, withinByName } from "./sums/parts-by-name.ts";
import type { ColumnSurvey, TableSurvey } from "./table/column-survey.ts";
import { mistypedNames } from "./table/mistyped-names.ts";
import { withoutNoteMark } from "./table/note-marks.ts";
import { isOfRowNumbers } from "./table/numberings.ts";
import { aliasesOf, isOneSpelledOtherwise, namesOf, namesOfSeveral } from "./table/spellings.ts";
import { isPlainTotal, isTotal, textsWhere } from "./table/survey-column.ts";
import { areaHole, categoryHole, secondHole, type WideGuess } from "./wide/wide-guess.ts";
import { wordsOf } from "./words.ts";

export interface GuessedDimensions {
  readonly dimensions: Readonly<Record<string, DimensionSpec>>;
  /** Where each is told, if not in a column of its own name. */
  readonly layouts: Readonly<Record<string, DimensionLayout>>;
}

interface DimensionsInput {
  readonly survey: TableSurvey;
  readonly roles: Roles;
  /** Sheets that are a period each. */
  readonly sheets: SheetsGuess | undefined;
  readonly naming: Naming;
  /** The day after which periods are still to come, where somebody says it. */
  readonly date?: string | undefined;
}

export function guessDimensions({ survey, roles, sheets, naming, date }: DimensionsInput): GuessedDimensions {
  const guess: Guess = { dimensions: {}, layouts: {} };
  const areTotals = blanksAreTotals(survey, roles);
  for (const column of roles.naming) addColumn(guess, column, { survey, roles, sheets, naming, areTotals });
  if (roles.block) addBlocks(guess, roles.block, naming);
  const years = roles.section && !sheets ? yearsOfSections(roles, roles.section) : undefined;
  if (years !== undefined && roles.section) addYears(guess, roles.section, { pattern: years, naming });
  else if (roles.section)
    addSections(guess, roles.section, { ...naming, areAlone: roles.naming.length === 0 && !roles.wide });
  if (roles.alike?.rows === "numbered") addCases(guess, roles.alike, naming);
  if (roles.wide?.tells.includes("category")) addGroups(guess, roles.wide, { ...naming, titles: survey.titles });
  if (roles.wide?.subgroups)
    addGroups(guess, { categories: roles.wide.subgroups }, { ...naming, titles: survey.titles, hole: secondHole });
  if (roles.wide?.tells.includes("area")) addAreas(guess, roles.wide, naming);
  if (years === undefined) addTime(guess, { survey, roles, sheets, naming, date });
  remarkOnUnnamed(guess, { survey, remarks: naming.remarks });
  remarkOnPlaces(guess, { survey, roles, naming });
  remarkOnOtherAreas(guess, { roles, naming });
  return guess;
}

/**
 * Whether an empty cell of each column says what its `Total` says: each has one, and no row is then the same as another, or its row
 * says `Total` before it. So the headline figures of a table stand that is broken down in some of its rows.
 */
function blanksAreTotals(survey: TableSurvey, { blanks, naming, period }: Roles): boolean {
  const { sheet, rows } = survey;
  const columns = [...naming, ...(period?.columns ?? [])];
  const totals = new Map([...blanks].map((column) => [column, column.texts.find(isPlainTotal)]));
  if (totals.size === 0 || [...totals.values()].includes(undefined)) return false;
  if ([...blanks].every((column) => standBehindTotals(column, survey))) return true;
  const keys = Array.from(rows, (row) =>
    JSON.stringify(
      columns.map((column) => {
        const text = cellText(cellAt(sheet, row, column.index)).trim();
        return text === "" ? (totals.get(column) ?? "") : text;
      }),
    ),
  );
  return new Set(keys).size === keys.length;
}

/** Whether the cells of a column are empty where the row says `Total` in one before it, and there alone: sums of outer levels, each below its own. */
const standBehindTotals = (column: ColumnSurvey, { sheet, rows, columns }: TableSurvey): boolean => {
  const before = columns.filter(({ index, kind }) => index < column.index && kind !== "figure");
  const saysTotal = (row: number, { index }: ColumnSurvey) => isPlainTotal(cellText(cellAt(sheet, row, index)).trim());
  return [...rows].every((row) => {
    const isEmpty = cellText(cellAt(sheet, row, column.index)).trim() === "";
    return isEmpty === before.some((outer) => saysTotal(row, outer));
  });
};

/** Where nothing was taken for areas, says of the names that may be some how to say so. */
function remarkOnPlaces(
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
function remarkOnOtherAreas(
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

/** The dimension whose names stand in a column: alone, beside codes, or where an empty cell stands for something. */
const dimensionOf = ({ ref }: ColumnSurvey, { dimensions, layouts }: Guess): string | undefined =>
  Object.keys(dimensions).find((own) => {
    const layout = layouts[own];
    if (own === ref || layout === ref) return true;
    if (typeof layout !== "object") return false;
    return (
      ("column" in layout && layout.column === ref) || ("joined" in layout && layout.joined.startsWith(`{${ref}}`))
    );
  });

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
const [fewestPlaces, mostlyNames] = [4, 0.8];
const noPlace =
  /\b(?:ages?|sex|gender|ethnic(?:ity)?|race|religion|education|income|types?|categor(?:y|ies)|sectors?|industr(?:y|ies)|occupations?|part(?:y|ies)|candidates?|months?|days?|scenarios?|subjects?|questions?|answers?|responses?|indicators?|variables?|measures?|units?|status|causes?|diseases?|fuels?|gas|causes?|drugs?|species|models?|brands?|products?|items?|disability|first ?names?|surnames?)\b/iu;

const mayBePlaces = 'If these are places or authorities, say "area".';

interface Guess {
  readonly dimensions: Record<string, DimensionSpec>;
  readonly layouts: Record<string, DimensionLayout>;
}

function addColumn(
  { dimensions, layouts }: Guess,
  column: ColumnSurvey,
  { survey, roles, sheets, naming, areTotals }: DimensionsInput & { readonly areTotals: boolean },
): void {
  const { area, blanks, codes } = roles;
  const { idOf, remarks } = naming;
  const name = standsOverHeadings(column, roles) ? "" : lastHeading(column.name);
  const { called, doubt } = nameOfDimension(name, column, { survey, roles });
  const id = idOf(called, "category");
  const label = labelOf(called, column === area);
  const blank = blanks.has(column) ? nameOfBlank(column, { areTotals, isBroken: blanks.size > 1 }) : undefined;
  const code = codes.get(column);
  const isNamed = column.kind === "label" && !code;
  const { twins, said: saidOfNames } = isNamed
    ? namesThatAreOne(survey, column, { section: roles.section, inSheets: sheets?.textsOf(column.index) ?? [] })
    : { twins: [], said: [] };
  const spellings = spellingsOf(survey, column, { code, isNamed });
  const whole = wholeOf(survey, column, column === area) ?? (blank === allOfThem ? blank : undefined);
  const total = idOfTotal(survey, { column, code, whole, twins });
  const isOfTree = areCalledAnew(twins, column) && !spellings && blank === undefined;
  const held = isOfTree ? calledBy(twins, heldByCodes(survey, column, code)) : undefined;
  const within = isOfTree && !held && isNamed ? calledBy(twins, heldByIndents(survey, column)) : undefined;
  dimensions[id] = defined({
    role: column === area ? "area" : "category",
    label,
    plural: pluralOf(inSentence(label)),
    categories: twins.length > 0 ? twins : undefined,
    open: twins.length > 0 || undefined,
    aliases: spellings,
    total: total ?? held?.total ?? within?.total,
    holds: held?.holds ?? unlessEmpty(within?.holds),
  });
  remarkOnCategories(`dimensions.${id}`, column, { survey, roles, remarks, whole });
  remarkOnHeld(`dimensions.${id}`, { held, isTotal: total === undefined, remarks });
  remarkOnWithin(`dimensions.${id}`, { within, isTotal: total === undefined, remarks });
  const own = column.ref;
  if (column.firstOf) layouts[id] = { firstOf: column.firstOf };
  else if (column.partOf) layouts[id] = column.partOf;
  else if (code) layouts[id] = withItsCode(column, { code, parts: partsBehind(column, survey) });
  else if (blank !== undefined) layouts[id] = { column: own, blank };
  else if (id !== own || isOfAnother(label, column, survey)) layouts[id] = own;
  if (whole !== undefined)
    remarks.add(
      `dimensions.${id}.total`,
      takenForTotal(whole, survey.coarser?.some((own) => own.whole === whole) === true),
    );
  const mistyped = isNamed ? mistypedNames(survey, column) : [];
  remarkOnWords(`dimensions.${id}`, { doubt, mistyped, remarks });
  remarkOnNames(`dimensions.${id}`, { said: saidOfNames, spellings, remarks });
  remarkOnCells(`layout.dimensions.${id}`, { column, code, blank, remarks });
}

/** Whether categories only have other names than the data, one for one: `Kent` for `Kent4`. */
const areCalledAnew = (categories: readonly CategorySpec[], { texts }: ColumnSurvey): boolean =>
  categories.every(({ label, aliases = [] }) => aliases.length === 1 && !texts.includes(label));

/** What categories hold, by the names that they have in the definition. */
function calledBy<T extends Pick<HeldByCodes, "total" | "holds">>(
  categories: readonly CategorySpec[],
  held: T | undefined,
): T | undefined {
  if (!held || categories.length === 0) return held;
  const idsByText = new Map(
    categories.flatMap(({ id, aliases = [] }) => aliases.map((text) => [categoryId(text), id])),
  );
  const idOf = (id: string): string => idsByText.get(id) ?? id;
  const holds = Object.entries(held.holds).map(([whole, parts]) => [idOf(whole), parts.map(idOf)] as const);
  return { ...held, total: held.total === undefined ? undefined : idOf(held.total), holds: Object.fromEntries(holds) };
}

/** A name with the code that tells it from others called so; with the number of its row where its parts stand in further columns, blank in most rows. */
const withItsCode = (
  { ref }: ColumnSurvey,
  { code, parts }: { readonly code: ColumnSurvey; readonly parts: readonly ColumnSurvey[] },
): DimensionLayout =>
  parts.length > 0 && isOfRowNumbers(code.name)
    ? { rowNumber: `${[ref, ...parts.map((part) => part.ref)].map((own) => `{${own}}`).join(" ")} (row {})` }
    : { joined: `{${ref}} ({${code.ref}})` };

/** Whether another column is called as this one is labelled: a column is found by its label too. */
const isOfAnother = (label: string, { index }: ColumnSurvey, { columns }: TableSurvey): boolean =>
  columns.some((other) => other.index !== index && other.name.toLowerCase() === label.toLowerCase());

function spellingsOf(
  survey: TableSurvey,
  column: ColumnSurvey,
  { code, isNamed }: { readonly code: ColumnSurvey | undefined; readonly isNamed: boolean },
): Readonly<Record<string, string>> | undefined {
  if (code) return aliasesOf(namesOf(survey, column, code));
  const several = isNamed ? namesOfSeveral(survey, column) : undefined;
  return several && aliasesOf(column.texts.filter((text) => !several.has(text)));
}

interface NamesSaid {
  readonly said: readonly string[];
  readonly spellings: Readonly<Record<string, string>> | undefined;
  readonly remarks: Remarks;
}

function remarkOnNames(field: string, { said, spellings, remarks }: NamesSaid): void {
  for (const text of said) remarks.also(`${field}.categories`, text);
  if (spellings) remarks.add(`${field}.aliases`, spelledAlike);
}

/** The id of a total, which is called with its code where codes tell names apart. */
function idOfTotal(
  survey: TableSurvey,
  {
    column,
    code,
    whole,
    twins,
  }: {
    readonly column: ColumnSurvey;
    readonly code: ColumnSurvey | undefined;
    readonly whole: string | undefined;
    readonly twins: readonly CategorySpec[];
  },
): string | undefined {
  if (whole === undefined) return undefined;
  const [own, other] = code ? textsWhere(survey, code, { column, text: whole }) : [];
  if (own !== undefined && own !== "" && other === undefined) return categoryId(`${whole} (${own})`);
  return twins.find(({ label, aliases }) => label === whole || aliases?.includes(whole))?.id ?? categoryId(whole);
}

/** Whether what stands above labels is of the headings beside it: `Week | 1 | 2 | 3`. */
const standsOverHeadings = (column: ColumnSurvey, roles: Roles): boolean =>
  roles.wide?.labelled === column ||
  isCornerUnit(roles, column) ||
  ((column === roles.area || roles.naming.length === 1) &&
    roles.wide?.tells.includes("period") === true &&
    isPlainlyPeriod(column) &&
    !isOfMonths(column));

/** Whether a column has months, and at most their sum besides. */
function isOfMonths({ texts }: ColumnSurvey): boolean {
  const parts = texts.filter((text) => !isTotal(text));
  return parts.length > 0 && areMonths(parts);
}

const labelOf = (name: string, isArea: boolean): string =>
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

function remarkOnHeld(
  field: string,
  {
    held,
    isTotal,
    remarks,
  }: { readonly held: HeldByCodes | undefined; readonly isTotal: boolean; readonly remarks: Remarks },
): void {
  if (!held) return;
  remarks.add(`${field}.holds`, "By the codes beside them, and by their figures.");
  if (held.total !== undefined && isTotal)
    remarks.add(`${field}.total`, "The one that holds all others, by the codes beside them and by their figures.");
}

const unlessEmpty = <T extends object>(of: T | undefined): T | undefined =>
  of && Object.keys(of).length > 0 ? of : undefined;

function remarkOnWithin(
  field: string,
  {
    within,
    isTotal,
    remarks,
  }: { readonly within: HeldByIndents | undefined; readonly isTotal: boolean; readonly remarks: Remarks },
): void {
  if (!within) return;
  const said = within.areSums
    ? "By how far labels stand to the right, and by their figures."
    : guessedFrom(
        "its labels",
        "By how far labels stand to the right alone: each was taken to lie within the last one above it that stands less far.",
      );
  if (Object.keys(within.holds).length > 0) remarks.add(`${field}.holds`, said);
  if (within.total !== undefined && isTotal) remarks.add(`${field}.total`, said);
}

/** What the cells of a column leave open: what else they are told by, and what an empty one stands for. */
function remarkOnCells(
  field: string,
  {
    column,
    code,
    blank,
    remarks,
  }: Pick<Naming, "remarks"> & {
    readonly column: ColumnSurvey;
    readonly code: ColumnSurvey | undefined;
    readonly blank: string | undefined;
  },
): void {
  if (code)
    remarks.add(
      field,
      `Rows of one "${column.name || column.ref}" differ: "${code.name || code.ref}" tells them apart.`,
    );
  if (blank !== undefined) remarks.add(field, emptyCells);
  if (column.firstOf) remarks.add(field, column.firstOf[0] === column.name ? codesWithoutNames : areasOfLevels);
}

/** The name of a column that is the total of the others, by itself or by what stands beside it. No indicator is one. */
const wholeOf = (survey: TableSurvey, column: ColumnSurvey, isArea: boolean): string | undefined =>
  measureName.test(lastHeading(column.name).trim())
    ? undefined
    : (totalAmong(column.texts, isArea) ?? wholeOfLevels(survey, column, isArea) ?? totalBeside(survey, column));

/** The one area of a level that holds all others, as a column says of it. */
const wholeOfLevels = ({ coarser }: TableSurvey, { texts }: ColumnSurvey, isArea: boolean): string | undefined =>
  isArea ? coarser?.map(({ whole }) => whole).find((whole) => whole !== undefined && texts.includes(whole)) : undefined;

/** `Total` says what it is, and a column of levels what `England` is, which may else be one of them. */
const takenForTotal = (name: string, isToldByLevel: boolean): string => {
  const said = `"${name}" was taken for the total of all others.`;
  return isPlainTotal(name) || isToldByLevel ? said : guessedFrom("its name", said);
};

/** So many of the names have a code or a kind of their own beside them, where one of these says that its name is the total. */
const mostlyBeside = 0.5;

/** The one name beside a code that says that it is all of them: `California` beside `Statewide`, among `CA-500`, `CA-501`, … */
function totalBeside({ columns, rows, sheet }: TableSurvey, { index, texts }: ColumnSurvey): string | undefined {
  const textAt = (row: number, at: number) => cellText(cellAt(sheet, row, at)).trim();
  for (const other of columns) {
    const [said, further] = other.texts.filter(isTotal);
    const isOfEach = other.texts.length >= Math.max(fewestPlaces, texts.length * mostlyBeside);
    if (other.index === index || (other.kind !== "code" && other.kind !== "label") || !isOfEach) continue;
    if (said === undefined || further !== undefined) continue;
    const named = new Set(Array.from(rows, (row) => (textAt(row, other.index) === said ? textAt(row, index) : "")));
    named.delete("");
    const [name, second] = named;
    const isAlone = rows.every((row) => textAt(row, index) !== name || textAt(row, other.index) === said);
    if (name !== undefined && second === undefined && isAlone) return name;
  }
  return undefined;
}

/** Of so few names, two that are what is left are of two ways to divide the same. */
const mostWithRests = 12;
const severalRests = (rests: readonly string[]): string =>
  `${rests.map((text) => `"${text}"`).join(" and ")} may be what is left of the same, divided in several ways: then add up none across them, and compare those of one way alone (layout.rows).`;

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
function furtherAmong(
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

/** What the names of categories leave open. */
function remarkOnCategories(
  field: string,
  column: ColumnSurvey,
  {
    survey,
    roles,
    remarks,
    whole,
  }: Pick<DimensionsInput, "survey" | "roles"> & { readonly remarks: Remarks; readonly whole: string | undefined },
): void {
  const kinds = [...roles.attributes].find(
    ([{ name, texts }, by]) =>
      by === column && ((texts.length <= 12 && kindsIn(texts) > 1) || areOneOrOther(name, texts)),
  );
  const isOfCodes = areCodes(column);
  const further = furtherAmong(survey, column, { roles, whole, isOfCodes });
  if (further.length > 0 && !(roles.area === column && kinds)) remarks.add(field, furtherTotals(further));
  // `Other regions`, `Other income levels`: the rest of one kind, and of another one.
  const rests = column.texts.filter((text) => /^(?:all )?other \p{L}/iu.test(text));
  if (!kinds && new Set(rests).size > 1 && column.texts.length <= mostWithRests)
    remarks.also(field, severalRests(rests));
  // `Age`, `Borough`, `Sex`: what people are told apart by, each in its own way.
  const areKinds = column.texts.length > 1 && kindsIn(column.texts) >= Math.max(2, column.texts.length * mostlyKinds);
  if (kinds || areKinds) remarks.add(field, overlapping(kinds?.[0].name ?? column.name));
  else remarkOnOverlaps(field, column.texts, remarks);
  const hasNamibia = areOfTwoLetters(column.texts);
  const open = column.texts.filter((text) => openName.test(text) && !(hasNamibia && text === "NA"));
  if (open.length > 0 && column.texts.length > 2) remarks.also(field, leftOpen(open));
  if (!roles.period && !roles.wide?.tells.includes("period") && roles.area !== column)
    remarkOnTimes(field, column, remarks);
  const ofNames = doubtOfNames(column, isOfCodes);
  if (ofNames !== undefined) remarks.also(field, ofNames);
  const [outer, inner] = isOfCodes ? codesWithin(column.texts) : dottedWithin(column.texts);
  if (outer !== undefined && inner !== undefined) remarks.also(field, nestedCodes(outer, inner));
  const averages = column.texts.filter((text) => isNameOfAverage(text));
  if (averages.length > 0 && averages.length <= mostAverages && averages.length < column.texts.length)
    remarks.also(field, averagesAmong(averages));
}

/** Says of categories that lie within others by what they are called that they do. */
function remarkOnOverlaps(field: string, texts: readonly string[], remarks: Remarks): void {
  if (haveOverlaps(texts)) {
    remarks.add(field, overlappingRanges);
    return;
  }
  const both = nameOfOthers(texts);
  if (both !== undefined) remarks.add(field, ofOthers(both));
  const [whole, part] = partByName(texts);
  if (whole !== undefined && part !== undefined) remarks.also(field, withinByName(whole, part));
}

/** Where no periods were found, says of names that look like some why they are none. */
function remarkOnTimes(field: string, column: ColumnSurvey, remarks: Remarks): void {
  if (isPlainlyPeriod(column) || datesWithYear(column.texts)) remarks.add(field, unreadPeriods);
  if (areDaysWithoutYear(column.texts)) remarks.also(field, withoutYear);
  if (areMoments(column.texts)) remarks.also(field, momentsOfRows);
}

/** So many averages among names are not the names themselves. */
const mostAverages = 3;
const averagesAmong = (names: readonly string[]): string =>
  `${names.map((name) => `"${name}"`).join(", ")}: averages of others, by their names; leave their rows out by layout.rows, or out of ranks and sums.`;

/** The first name that is of two others together: `Black or Hispanic`, beside `Black` and `Hispanic`. */
function nameOfOthers(texts: readonly string[]): string | undefined {
  const names = new Set(texts.map((text) => text.trim().toLowerCase()));
  return texts.find((text) => {
    const parts = text.split(/ (?:or|and|und|oder|et|ou|y|e) |\s?[/&+]\s?/iu);
    return parts.length > 1 && parts.every((part) => names.has(part.trim().toLowerCase()));
  });
}

/** What stands in place of a name where a row is broken down by something else. */
const openName = /^(?:na|n\/a|n\.a\.|not applicable|null|none|-+)$/iu;
const leftOpen = (names: readonly string[]): string =>
  `${names.map((name) => `"${name}"`).join(", ")}: all of them, where rows are broken down by something else, or those of which it is not known; say which.`;

/** Days, each with its year, that are no period that can be read. */
const datesWithYear = (texts: readonly string[]): boolean =>
  texts.length > 2 &&
  texts.every((text) =>
    /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?$/iu.test(text.trim()),
  );

/** Days with hours, which are no periods here. */
const areMoments = (texts: readonly string[]): boolean =>
  texts.length > 2 &&
  texts.every((text) =>
    /^(?:\d{4}-\d{1,2}-\d{1,2}[T ]|\d{1,2}[ ./-](?:\d{1,2}|\p{L}{3,9})[ ./-](?:\d{2}|\d{4}),? )\d{1,2}:\d{2}/u.test(
      text.trim(),
    ),
  );
const momentsOfRows =
  "Moments: for a series, add a column of their days, months or years to the data, and make it the dimension of time.";

const codesWithoutNames = "Rows that have no name there are called by what stands in the place of a code.";
const areasOfLevels =
  "Areas of several levels: each row is of the first of these that it names. Those of one level lie within those of the next: add up none across them.";

const withoutYear = "Days without a year: add it in the data, and make it the dimension of time.";
const areDaysWithoutYear = (texts: readonly string[]): boolean =>
  texts.length > 1 &&
  texts.every((text) =>
    /^(?:\d{1,2}[ .-](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|\d{1,2}[/.]\d{1,2}\.?)$/iu.test(
      text.trim(),
    ),
  );

/** Whether a heading names two kinds of its rows, and no more stand below it: `Raised or resolved` above `Raised`, `Resolved`. */
const areOneOrOther = (name: string, texts: readonly string[]): boolean => {
  const { one, other } = /^(?<one>\p{L}+) or (?<other>\p{L}+)$/iu.exec(wordsOf(name))?.groups ?? {};
  const own = texts.map((text) => text.trim().toLowerCase()).sort();
  return (
    one !== undefined &&
    own.join() ===
      [one, other]
        .map((text) => text?.toLowerCase())
        .sort()
        .join()
  );
};

/** What names that are none leave open. */
const doubtOfNames = ({ isKey, name }: ColumnSurvey, isOfCodes: boolean): string | undefined =>
  isOfCodes ? `${codesForNames}${isKey === true ? ` ${numbersForNames(name)}` : ""}` : undefined;

const numbersForNames = (name: string): string =>
  `Nothing else tells rows apart that "${name}" does: if its numbers are figures all the same, make a measure of them.`;

const codesForNames =
  'Codes in place of names: say what they stand for, as labels in "categories", before anybody reads them.';

const nestedCodes = (outer: string, inner: string): string =>
  `They seem to be of several levels ("${inner}" within "${outer}"): say what each holds by "holds", and add up none across them.`;

/** So many of the codes begin with the whole of another. */
const mostlyWithinOthers = 0.3;

/** A code and one that begins with all of it, where many do: `EC-01` and `EC-01A`. */
function codesWithin(texts: readonly string[]): readonly string[] {
  // `BT1` and `BT11` are districts beside each other.
  if (texts.every((text) => /^[A-Z]{1,2}\d{1,2}[A-Z]?$/u.test(text.trim()))) return [];
  const known = new Set(texts);
  const pairs = texts.flatMap((text) => {
    const outer = [1, 2, 3]
      .map((length) => text.slice(0, -length))
      .find((start) => start.length > 1 && known.has(start));
    return outer === undefined || /^\d+$/u.test(text) ? [] : [[outer, text] as const];
  });
  return pairs.length >= texts.length * mostlyWithinOthers ? (pairs[0] ?? []) : [];
}

/** A code that another one begins with, before a point, where such codes are most of the labels: `1.A` and `1.A.3`. */
function dottedWithin(texts: readonly string[]): readonly string[] {
  const known = new Set(texts);
  const dotted = texts.filter((text) => /^[\p{Lu}\d]{1,4}(?:\.[\p{Lu}\d]{1,4})*\.?$/u.test(text.trim()));
  const inner = dotted.find((text) => known.has(text.replace(/\.[^.]+$/u, "")) && text.includes("."));
  return inner !== undefined && dotted.length >= texts.length * mostlyWithinOthers
    ? [inner.replace(/\.[^.]+$/u, ""), inner]
    : [];
}

/** Whether labels are the codes of something: `S01006506`, `alb`, 201. Numbers of ages, hours and the like say what they are. */
function areCodes({ name, texts }: ColumnSurvey): boolean {
  if (texts.length < 2 || texts.some((text) => text.length > longestOfCodes)) return false;
  const areNumbers = texts.every((text) => /^-?\d+(?:\.\d+)?$/u.test(text));
  if (areNumbers) return !ofNumbers.test(meaningOf(name));
  const isCode = (text: string) =>
    /^[\p{L}_.-]{0,4}\d[\p{Lu}\d_.-]*$/u.test(text) || /^(?:\p{Lu}{1,4}|\p{Ll}{2,3}|_T)$/u.test(text);
  return !ofNumbers.test(meaningOf(name)) && texts.filter(isCode).length >= texts.length * mostlyCodes;
}

/** A longer text is more than a code; so many of the labels are codes, where a few are words. */
const [longestOfCodes, mostlyCodes] = [12, 0.9];

/** What goes by numbers. */
const ofNumbers =
  /\b(?:ages?|hours?|days?|weeks?|months?|quarters?|years?|grades?|levels?|deciles?|quintiles?|quartiles?|rank|round|wave|size|bedrooms|rooms|persons|band|stage|zip ?codes?|post ?codes?|tax)\b/iu;

/** What an empty cell stands for: in tables that are broken down by several columns, all; in others, what is not known. */
const [allOfThem, notStated] = ["All", "Not stated"];

/** What people are told apart by, each in its own way, and areas of several levels. */
const isKind =
  /\b(?:(?:upper|lower)[ -]tier|world|continents?|(?:sub-?)?regions?|countr(?:y|ies)|national|nations?|states?|county|counties|local authorit(?:y|ies)|municipalit(?:y|ies)|provinces?|cantons?|communes?|districts?|boroughs?|wards?|ages?|sex|gender|race|ethnic(?:ity)?|income|poverty|religion|disability|education|total|overall|all|\S+wide)\b/iu;
/** How many kinds there are in texts: `Country` and `State` are two, `Low income` and `High income` one. */
const kindsIn = (texts: readonly string[]): number =>
  texts.some((text) => text.length > longestKind)
    ? 0
    : new Set(texts.flatMap((text) => isKind.exec(wordsOf(text))?.[0].toLowerCase() ?? [])).size;
/** So many of a few names are those of kinds. */
const mostlyKinds = 0.6;
/** A longer text is a name, or several. */
const longestKind = 30;

const unreadPeriods =
  'Called a period, but its labels are none that can be read: give them a format with the role "time", or make columns of them first.';
/** Counties too are called `Lebanon` and `Jamaica`. */
const fewCountries = 0.1;

/** Whether names of areas are of countries, two of them at least and no few of many, or look like codes of these. */
const areCountries = (texts: readonly string[]): boolean =>
  texts.filter(isNameOfCountry).length > Math.max(1, texts.length * fewCountries) ||
  texts.filter((text) => /^[A-Z]{2,3}$/u.test(text)).length > texts.length / 2;

/** Whether some ranges of ages, say, lie within others: `16 to 64` and `16 to 24`. */
function haveOverlaps(texts: readonly string[]): boolean {
  const ranges = texts.flatMap((text) => {
    const { from, to, over } =
      /^(?:aged? )?(?<from>\d{1,3}) ?(?:(?:[-–～〜~]|to|and) ?(?<to>\d{1,3})|(?<over>\+|(?:and|or|years and) (?:over|above|older|more)))(?: years?|[歳岁세])?$/iu.exec(
        text.trim(),
      )?.groups ?? {};
    const last = over === undefined ? Number(to) : Number.POSITIVE_INFINITY;
    return from !== undefined && last > Number(from) ? [{ first: Number(from), last }] : [];
  });
  // Single ages beside the groups that hold them.
  const single = texts.flatMap((text) => (/^\d{1,3}$/u.test(text.trim()) ? [Number(text)] : []));
  const held = single.filter((age) => ranges.some(({ first, last }) => first <= age && age <= last));
  if (ranges.length > 1 && held.length > 1 && held.length + ranges.length >= texts.length / 2) return true;
  // `01-08` is the number of a precinct, and a list of a few ranges among many names is none of ages.
  if (ranges.length < texts.length / 3 || texts.some((text) => /^0\d/u.test(text.trim()))) return false;
  const sorted = ranges.sort((a, b) => a.first - b.first || b.last - a.last);
  return sorted.some(({ first }, index) => index > 0 && first < (sorted[index - 1]?.last ?? 0));
}

/** What an empty cell stands for: what the total of its column is called, or a name of its own. */
const nameOfBlank = (
  column: ColumnSurvey,
  { areTotals, isBroken }: { readonly areTotals: boolean; readonly isBroken: boolean },
): string => (areTotals ? totalAmong(column.texts, false) : undefined) ?? standIn(column, isBroken);

/** A name for empty cells that is none of the others. */
function standIn({ texts }: ColumnSurvey, isBroken: boolean): string {
  const taken = new Set(texts.map((text) => text.toLowerCase()));
  const names = [...(isBroken ? [allOfThem] : []), notStated, "Blank", ...texts.map((_, index) => `Blank ${index}`)];
  return names.find((name) => !taken.has(name.toLowerCase())) ?? notStated;
}

const emptyCells = "What an empty cell stands for: all of them, or those of which it is not known.";
const spelledAlike = guessedFrom(
  "its labels",
  "Names that differ in case, accents, hyphens or & alone are one here. Say categories with ids of their own where they are several.",
);
const mayBeOne = ([one, other]: readonly [string, string]): string =>
  `"${one}" and "${other}" differ by a letter, and no period has both: where they are one, say so by aliases: { ${JSON.stringify(one)}: ${JSON.stringify(categoryId(other))} }.`;
const nearlySame = "Names that are nearly the same: make one an alias of the other where they are one.";

function addCases({ dimensions, layouts }: Guess, { by, canAdd }: AlikeRows, { idOf, remarks }: Naming): void {
  const named = by.map(({ name }) => lastHeading(name)).find((name) => name !== "");
  const id = idOf(named ?? "case", "case");
  dimensions[id] =
    named === undefined
      ? { role: "category", label: "Case", plural: "cases" }
      : {
          role: isAreaName(named) ? "area" : "category",
          label: sentence(named),
          plural: pluralOf(inSentence(sentence(named))),
        };
  layouts[id] = {
    rowNumber:
      by.length === 0 ? "Row {}" : `${by.map(({ ref, firstOf }) => `{${firstOf?.[0] ?? ref}}`).join(", ")} (row {})`,
  };
  const sum = canAdd
    ? 'to add up rows that are alike, name the columns that say of what, and say repeatedRows: "sum"'
    : "name more columns in braces that tell them apart";
  remarks.add(`layout.dimensions.${id}`, `Nothing tells these rows apart, so each is called by its number: ${sum}.`);
}

/** What groups in headings are, by what they say, or by the title: `Pupils by local authority and year group`. */
function labelOfGroups(names: readonly string[], titles: readonly string[]): string {
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
  return areSexes(parts) ? "Sex" : "Group";
}

/** Says what of its name and of those of its categories is in doubt by the way they are written. */
function remarkOnWords(
  field: string,
  {
    doubt,
    mistyped,
    remarks,
  }: {
    readonly doubt: readonly string[];
    readonly mistyped: ReturnType<typeof mistypedNames>;
    readonly remarks: Remarks;
  },
): void {
  for (const text of doubt) remarks.add(`${field}.label`, text);
  for (const pair of mistyped) remarks.also(field, mayBeOne(pair));
}

/** What the dimension of a column is called: by its heading, else by its values or the title; and what of that is to be checked. */
function nameOfDimension(
  name: string,
  column: ColumnSurvey,
  { survey: { titles }, roles }: Pick<DimensionsInput, "survey" | "roles">,
): { readonly called: string; readonly doubt: readonly string[] } {
  const byValues = calledByValues(name, column, titles);
  const byTitle = name === "" && byValues === undefined ? calledByTitle(column, roles, titles) : undefined;
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

/** Where several columns have no heading, says of each that it has no name, and what the title has for them. */
function remarkOnUnnamed(
  { dimensions }: Guess,
  { survey, remarks }: Pick<DimensionsInput, "survey"> & { readonly remarks: Remarks },
): void {
  const unnamed = Object.entries(dimensions).filter(([, { label }]) => label === labelOf("", false));
  const said = saidToBeBy(survey.titles).map((text) => text.trim());
  for (const [id] of unnamed.length > 1 ? unnamed : []) remarks.also(`dimensions.${id}.label`, withoutName(said));
}

const withoutName = (said: readonly string[]): string => {
  const hint = said.length === 0 ? "" : ` (the title has ${someOf(said)})`;
  return `No heading says what these are${hint}: give it its name by "label" and "plural".`;
};

const monthName = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?$/iu;

function addGroups(
  { dimensions }: Guess,
  { categories: names, label }: Pick<WideGuess, "categories" | "label">,
  { remarks, titles, hole = categoryHole }: Naming & Pick<TableSurvey, "titles"> & { readonly hole?: string },
): void {
  const called = label === undefined ? labelOfGroups(names, titles) : sentence(label.toLowerCase());
  const [all, other] = names.filter((name) => /^all\b/iu.test(wordsOf(name)));
  const total = totalAmong(names, false) ?? (other === undefined ? all : undefined);
  dimensions[hole] = defined({
    role: "category",
    label: called,
    plural: pluralOf(inSentence(called)),
    total: total === undefined ? undefined : categoryId(total),
  });
  remarks.add(`dimensions.${hole}`, "What the headings tell apart: give it its name.");
  if (
    names.length >= fewestPlaces &&
    names.filter((name) => /^\p{Lu}(?:\p{Ll}+|\p{Lu}{1,3}$)/u.test(name)).length >= names.length * mostlyNames
  )
    remarks.add(`dimensions.${hole}.role`, mayBePlaces);
  if (haveOverlaps(names)) remarks.add(`dimensions.${hole}.label`, overlappingRanges);
}

/** How headings between rows are written that say a year each, and nothing else that differs but numbers: `(*) Projection of {}`. Undefined of others. */
function yearsOfSections({ period, wide }: Roles, { name, texts, endsAtBlank }: ColumnSurvey): string | undefined {
  if (period || wide?.tells.includes("period") || name !== "" || endsAtBlank || texts.length < 2) return undefined;
  const years = new Set(texts.flatMap((text) => text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu) ?? []));
  const patterns = new Set(texts.map((text) => text.replaceAll(/\d+/gu, (digits) => (years.has(digits) ? "{}" : "*"))));
  const [pattern = "", other] = patterns;
  const isOnce = pattern.split("{}").length === 2 && !texts.some((text) => /[{}*]/u.test(text));
  return isOnce && other === undefined && years.size === texts.length ? pattern : undefined;
}

function addYears(
  { dimensions, layouts }: Guess,
  { ref }: ColumnSurvey,
  { pattern, naming }: { readonly pattern: string; readonly naming: Naming },
): void {
  dimensions[timeHole] = { role: "time", label: "Period" };
  layouts[timeHole] = pattern === "{}" ? { heading: ref } : { heading: ref, pattern };
  naming.remarks.add(`layout.dimensions.${timeHole}`, "The year that the heading above each block of rows says.");
}

/** What the titles of blocks tell apart, before the other headings between rows: a title is none of these. */
function addBlocks(
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

function addSections(
  { dimensions, layouts }: Guess,
  { ref, name, texts, endsAtBlank }: ColumnSurvey,
  { idOf, remarks, areAlone }: Naming & { /** Nothing else names rows but periods. */ readonly areAlone: boolean },
): void {
  const areRegions = texts.filter(isNameOfArea).length >= texts.length * mostlyRegions;
  const called = areRegions ? "region" : "section";
  const id = idOf(called, called);
  const areAreas = areRegions && areAlone;
  const total = totalAmong(texts, areAreas);
  dimensions[id] = defined({
    role: areAreas ? "area" : "category",
    label: areRegions ? "Region" : "Section",
    plural: `${called}s`,
    total: total === undefined ? undefined : categoryId(total),
  });
  layouts[id] = defined({
    heading: ref,
    blank: name === "" ? undefined : name,
    ends: endsAtBlank === true ? ("blank-row" as const) : undefined,
  });
  remarks.add(`dimensions.${id}`, "What the headings between rows tell apart: give it its name.");
  if (endsAtBlank === true) remarks.add(`layout.dimensions.${id}`, endedByBlank);
  else if (name !== "") remarks.add(`layout.dimensions.${id}`, "What the rows above the first heading are of.");
}

/** So many of the headings between rows are areas that others lie in. */
const mostlyRegions = 0.8;

const endedByBlank = guessedFrom(
  "its labels",
  'Each heading was taken to hold up to the next empty row: rows below that, which have none, are of none. Take "ends" away where they are of the last one above them.',
);

function addAreas({ dimensions }: Guess, { categories: names, whole }: WideGuess, { remarks }: Naming): void {
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

/** Whether the dimension of time is called as its column is. */
export const isNamedPeriod = ({ columns: [first], joined }: PeriodGuess): boolean =>
  first !== undefined && isPlainlyPeriod(first) && joined === undefined;

function addTime({ dimensions, layouts }: Guess, { survey, roles, sheets, naming, date }: DimensionsInput): void {
  const { period, wide } = roles;
  const { remarks } = naming;
  const [first] = period?.columns ?? [];
  if (wide?.tells.includes("period")) {
    const field = `dimensions.${timeHole}`;
    dimensions[timeHole] = defined({
      role: "time",
      label: "Period",
      format: wide.format,
      statuses: statusesOfPeriods(survey, roles, { field, remarks, date }),
    });
    if (wide.areDates && wide.format !== undefined)
      remarks.add(`dimensions.${timeHole}.format`, remarkOnFormat(wide.format));
    if (wide.joined) layouts[timeHole] = { joined: wide.joined.text };
    if (wide.yearSaid !== undefined)
      remarks.add(
        `layout.dimensions.${timeHole}`,
        `The periods were taken for those of ${wide.yearSaid}, which is said above the table.`,
      );
  } else if (period && first) {
    const hasName = isNamedPeriod(period);
    const id = hasName ? naming.idOf(first.name, timeHole) : timeHole;
    dimensions[id] = defined({
      role: "time",
      label: (hasName && sentence(first.name)) || "Period",
      format: period.format,
      statuses: statusesOfPeriods(survey, roles, { field: `dimensions.${id}`, remarks, date }),
    });
    remarkOnPeriods(id, period, { survey, remarks });
    const own = first.ref;
    if (period.joined !== undefined) layouts[id] = { joined: period.joined };
    else if (own !== id) layouts[id] = own;
  } else addSaidTime({ dimensions, layouts }, { survey, roles, sheets, naming });
}

/** Adds the one time of a whole table, or of each of its sheets, where one is said. */
function addSaidTime({ dimensions, layouts }: Guess, { survey, roles, sheets, naming }: DimensionsInput): void {
  const { cell, pattern, isOfTitle = false, format } = survey.periodAbove ?? {};
  const above = cell === undefined ? undefined : defined({ cell, pattern });
  // Where rows or headings have times of their own, that of the title is none of theirs.
  const isOfTime = ({ kind, name }: ColumnSurvey) => kind === "figure" && (hasYear(name) || areMonths([name]));
  const isOther = isOfTitle && (roles.dates.length > 0 || survey.columns.some(isOfTime));
  const dimensionLayout = sheets ? { sheetName: sheets.pattern } : isOther ? undefined : above;
  if (!dimensionLayout) {
    const year = yearOfAll(roles.figures.map(({ name }) => name));
    if (year === undefined) return;
    naming.remarks.add(`layout.dimensions.${timeHole}`, yearOfHeadings);
    dimensions[timeHole] = { role: "time", label: "Period" };
    layouts[timeHole] = { value: year };
    return;
  }
  if (isOfTitle && !sheets) naming.remarks.add(`layout.dimensions.${timeHole}`, yearOfTitle);
  dimensions[timeHole] = defined({ role: "time", label: "Period", format: sheets ? undefined : format });
  layouts[timeHole] = dimensionLayout;
}

function remarkOnPeriods(
  id: string,
  { columns: [first], format, joined, isOfCases, isOfTimes }: PeriodGuess,
  { survey, remarks }: Pick<DimensionsInput, "survey"> & Pick<Naming, "remarks">,
): void {
  if (isOfCases !== undefined) {
    remarks.add(`dimensions.${id}.format`, casesTogether(isOfCases));
    return;
  }
  if (isOfTimes) {
    remarks.add(`dimensions.${id}.format`, "The day of each row, without its time.");
    return;
  }
  const end = beginning.test(wordsOf(first?.name ?? ""))
    ? survey.columns.find(({ kind, name }) => kind === "period" && ending.test(wordsOf(name)))
    : undefined;
  if (first && end) remarks.add(`dimensions.${id}`, fromTo(first.name, end.name));
  if (format === undefined && joined === undefined && first && areEndsOfMonths(first.texts))
    remarks.add(`dimensions.${id}`, endsOfMonths);
  if (joined === undefined && first && areQuarterly(first.texts)) remarks.also(`dimensions.${id}`, monthsOfQuarters);
  if (first?.format !== undefined) remarks.add(`dimensions.${id}.format`, besideNames);
  else if (format !== undefined && joined === undefined && !format.endsWith("{ww}"))
    remarks.add(`dimensions.${id}.format`, remarkOnFormat(format));
  if (joined?.includes("-W") || format?.endsWith("{ww}")) remarks.add(`layout.dimensions.${id}`, isoWeeks);
}

/** Whether days are each the last of their month, or each the first, of one month each. */
function areEndsOfMonths(texts: readonly string[]): boolean {
  const days = texts.map((text) => periodReadings(text)).filter(([first, other]) => first?.format === "day" && !other);
  if (days.length < texts.length || texts.length < fewestEnds) return false;
  const months = new Set(days.map(([day]) => day?.start.slice(0, 7)));
  const isEach = (of: (period: Period) => string | undefined) => days.every(([day]) => day && of(day)?.endsWith("-01"));
  return months.size === days.length && (isEach(({ start }) => start) || isEach(({ endExclusive }) => endExclusive));
}

/** Whether months are all three apart, as those are that quarters are called by. */
function areQuarterly(texts: readonly string[]): boolean {
  const months = texts.flatMap((text) => {
    const [first, other] = periodReadings(text);
    return first?.format === "month" && !other ? [Number(first.start.slice(5, 7)) % 3] : [];
  });
  return months.length >= fewestEnds && months.length >= texts.length - mostOthers && new Set(months).size === 1;
}
/** Of so many labels that are no months, lines above the first say other things. */
const mostOthers = 8;
const monthsOfQuarters = guessedFrom(
  "its labels",
  "Months, three apart: where each is of the quarter that it ends, say so in the labels of the data.",
);

/** So many days that are each the end of a month are no chance. */
const fewestEnds = 6;
const endsOfMonths =
  "Days, each of them the first or the last of a month: if each stands for the whole of it, write them as months in the data.";

const yearOfHeadings = "The year that is said in all headings of figures.";
const yearOfTitle = guessedFrom(
  "the title",
  "The period that is said above the table: say another, or leave the dimension out, where the figures are of none.",
);
const casesTogether = (of: "years" | "months"): string =>
  guessedFrom(
    "its labels",
    `Cases have a day each, and are added up by the ${of} they are in, of which the first and the last may not be whole: other holes in the format take other parts.`,
  );
/** What a format makes of its labels: of a day that has no hole for its month, the year; of one without a hole for its day, the month. */
const remarkOnFormat = (format: string): string =>
  format.startsWith("{yyyy}.5")
    ? middles
    : /\{(?:mm|month|q-start|q-end)\}/u.test(format)
      ? wholePeriods
      : oneDayOfYear;
const oneDayOfYear = guessedFrom(
  "its labels",
  "One day of each year, which was taken for the year: where figures are as they stood on that day, leave the format out, and they are days.",
);
const besideNames = "The year of each label, beside which it names something else: that is a dimension of its own.";
const middles = "Each label is the middle of a year, and was taken for the whole of it.";
const wholePeriods =
  "Each date is the first or the last day of a month or quarter, or the same day of each, and was taken for the whole of it; without a format, they are days.";
const isoWeeks = "Read as weeks of ISO 8601, Monday to Sunday: compare them with the dates of the data, if it has any.";
const beginning = /\b(?:start|starts|begin|begins|beginning|from|van|von|du|desde|dal|fra|från)\b/iu;
const ending = /\b(?:end|ends|ending|until|to|tot|bis|au|hasta|al|til|till)\b/iu;
const fromTo = (first: string, last: string): string =>
  `Each row is of the time from "${first}" to "${last}", and is called by its first day here.`;

/**
 * The name that is the total of the others. `Total` and `World` come before `IDA total`, of which there is one at most; of areas, a
 * country is the whole of its nations.
 */
function totalAmong(names: readonly string[], areAreas: boolean): string | undefined {
  const wholes = names.filter(isPlainTotal);
  const bothSexes = wholes.length === 0 ? codeOfBothSexes(names) : undefined;
  if (bothSexes !== undefined) return bothSexes;
  const nations = names.filter((name) => /^(?:england|scotland|wales|northern ireland)\b/iu.test(name.trim()));
  const plain = (name: string) => name.replace(/\s*\(?\btotal\b\)?\s*/iu, "");
  const [area, other] = areAreas
    ? names.filter((name) => wholeArea.test(plain(name)) && (nations.length > 1 || endsList(name, names)))
    : [];
  const country = areAreas ? (nationalAmong(names) ?? countryAmong(names) ?? stateAmong(names)) : undefined;
  const [partial, second] = names.filter(isTotal);
  const ofBoth = areAreas || names.length < fewestWithBoth ? undefined : names.find((name) => ofBothName.test(name));
  return (
    wholes[0] ??
    (other === undefined ? area : undefined) ??
    country ??
    (second === undefined ? (partial ?? ofBoth) : undefined)
  );
}

/** `Combined`, beside `On-trade` and `Off-trade`. */
const ofBothName = /^combined$/iu;
const fewestWithBoth = 3;

/** `F`, `M` and `T`, as a code list of sexes has them; `MF` beside one of both or each. */
function codeOfBothSexes(names: readonly string[]): string | undefined {
  const [whole, other] = names.filter((name) => !/^[FM]$/iu.test(name.trim()));
  if (whole === undefined || other !== undefined || names.length < 2) return undefined;
  return /^(?:M[/+&]?F|F[/+&]?M)$/iu.test(whole.trim()) || (whole === "T" && names.length === 3) ? whole : undefined;
}

/** So many areas within a country stand beside it; so many of them are known to be within one, or it is named first or last. */
const [fewestWithin, mostlyWithin] = [4, 0.3];
/** So few divisions of a country are some of it, where nothing but its name stands beside. */
const fewestDivisions = 2;

/** What is said to be of a whole nation, among names of places in it, and no parts of it of another kind: `Rural`. */
const nationalAmong = (names: readonly string[]): string | undefined =>
  names.length > 2 && !names.some((name) => /^(?:rural|urban)$/iu.test(name.trim()))
    ? names.find((name) => /^(?:national|nationwide)$/iu.test(name.trim()))
    : undefined;

/** Whether a name is that of England and Wales together, first or last of many areas. */
const endsList = (name: string, names: readonly string[]): boolean =>
  /^england /iu.test(name) && names.length > fewestWithin && (name === names[0] || name === names.at(-1));

/** The one country among the names of areas within it: `Deutschland` beside its states, `Scotland` or `All Scotland` beside its councils. */
function countryAmong(names: readonly string[]): string | undefined {
  const plain = (name: string) => name.trim().replace(/^all (?:of )?/iu, "");
  const [country, other] = names.filter((name) => isNameOfCountry(plain(name)) && !isNameOfDivision(plain(name)));
  if (country === undefined || other !== undefined || codesOf(names) === "countries") return undefined;
  const isAtAnEnd = country === names[0] || country === names.at(-1);
  // A nation of the United Kingdom stands among the regions of another one.
  const isNation = /^(?:all (?:of )?)?(?:england|scotland|wales|northern ireland)\b/iu.test(country.trim());
  // A few that are known for parts of a country, each of them, are parts of the one beside them.
  const areDivisions = names.length > fewestDivisions && names.filter(isNameOfDivision).length === names.length - 1;
  if (names.length <= fewestWithin && (isNation || !areDivisions)) return undefined;
  if (isAtAnEnd) return country;
  return !isNation && names.filter(isNameOfDivision).length >= names.length * mostlyWithin ? country : undefined;
}

/** So many places are a list in which the one state that they are in stands first, where its name is the only one of a state or country. */
const fewestInState = 12;

/** The state above all places in it: `Colorado` before its school districts, from `Academy 20` on, and in no order with these. */
function stateAmong(names: readonly string[]): string | undefined {
  const [first = "", second = ""] = names;
  const known = names.filter((name) => isNameOfDivision(name) || isNameOfCountry(name));
  const isOutOfOrder = first.localeCompare(second, "en") > 0;
  return names.length >= fewestInState && known.length === 1 && known[0] === first && isOutOfOrder ? first : undefined;
}

/** Names that differ between sheets by references to notes alone: `Wallis` on one, and `Wallis 3)` on another. */
function namesWithNotes(sheets: readonly (readonly string[])[]): readonly CategorySpec[] {
  const spellings = groupBy([...new Set(sheets.flat())].sort(), (text) => withoutNoteMark(text).toLowerCase());
  return [...spellings.values()].flatMap((own) => {
    const isTwice = sheets.some((texts) => texts.filter((text) => own.includes(text)).length > 1);
    const label = withoutNoteMark(own[0] ?? "");
    const id = categoryId(label);
    if (own.length < 2 || isTwice || id === "") return [];
    return [{ id, label, aliases: own.filter((text) => text !== label) }];
  });
}

/** Names of a column that stand for one thing, or are nearly the same, and what is said of them. */
function namesThatAreOne(
  survey: TableSurvey,
  column: ColumnSurvey,
  {
    section,
    inSheets,
  }: { readonly section: ColumnSurvey | undefined; readonly inSheets: readonly (readonly string[])[] },
): { readonly twins: readonly CategorySpec[]; readonly said: readonly string[] } {
  const marked = namesWithNotes(inSheets);
  const ofBlocks = totalOfBlocks(survey, column, section);
  const numbered = withoutMarked(column.texts, [...marked, ...ofBlocks]).flatMap((text) => {
    const label = survey.notesBehind.get(text);
    return label === undefined ? [] : [{ id: categoryId(label), label, aliases: [text] }];
  });
  const known = [...marked, ...ofBlocks, ...numbered];
  const alike = alikeCategories(withoutMarked(column.texts, known), namesOfSeveral(survey, column));
  const said = [
    ...(alike.length > 0 ? [nearlySame] : []),
    ...(ofBlocks.length > 0 ? [totalsOfBlocks] : []),
    ...(marked.length > 0 ? [notesOnNames] : []),
    ...(numbered.length > 0 ? [numbersOfNotes] : []),
  ];
  return { twins: [...known, ...alike], said };
}

/** The total of each block of rows, where blocks call it by different names: `Insgesamt` of all, `Zusammen` of men and of women. */
function totalOfBlocks(
  { sheet, rows }: TableSurvey,
  { index, texts }: ColumnSurvey,
  section: ColumnSurvey | undefined,
): readonly CategorySpec[] {
  const totals = texts.filter(isPlainTotal);
  const [label = "", ...aliases] = totals;
  if (!section || aliases.length === 0) return [];
  const blocks = groupBy([...rows], (row) => cellText(cellAt(sheet, row, section.index)));
  const isOnce = [...blocks.values()].every(
    (own) => own.filter((row) => totals.includes(cellText(cellAt(sheet, row, index)).trim())).length <= 1,
  );
  return isOnce ? [{ id: categoryId(label), label, aliases }] : [];
}
const totalsOfBlocks = guessedFrom(
  "its name",
  "Totals that are called otherwise in each block of rows were taken for one.",
);

/** Labels that none of the named categories stands for. */
const withoutMarked = (texts: readonly string[], marked: readonly CategorySpec[]): readonly string[] => {
  const taken = new Set(marked.flatMap(({ label = "", aliases = [] }) => [label, ...aliases]));
  return texts.filter((text) => !taken.has(text));
};

const numbersOfNotes = "Numbers behind names were taken for those of the notes below the table.";
const notesOnNames = "Names that differ between sheets by a reference to a note alone were taken for one.";

/** Categories whose names make the same id, or none, and are not one name; each gets one of its own. */
function alikeCategories(texts: readonly string[], several: ReadonlySet<string>): readonly CategorySpec[] {
  const labels = new Map(texts.map((text) => [text.replaceAll(/\s+/gu, " ").toLowerCase(), text]));
  const byId = groupBy([...labels.values()].sort(), categoryId);
  for (const [id, own] of byId)
    if (isOneSpelledOtherwise(own) && !own.some((label) => several.has(label))) byId.delete(id);
  const taken = new Set([...byId.keys(), ...labels.keys()]);
  const free = (id: string): string => {
    let number = 2;
    while (taken.has(`${id}-${number}`)) number += 1;
    taken.add(`${id}-${number}`);
    return `${id}-${number}`;
  };
  return [...byId].flatMap(([id, own]) => {
    if (own.length === 1 && id !== "") return [];
    // The one that is called as the id is keeps it.
    const first = own.find((label) => label.toLowerCase() === id) ?? own[0];
    return own.map((label) => ({ id: label === first && id !== "" ? id : free(id || "other"), label }));
  });
}

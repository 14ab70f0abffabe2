import { type CategorySpec, categoryId, type DimensionLayout } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { isOfAreaCodes } from "../areas/find-area.ts";
import { partsBehind } from "../areas/levels-of-forms.ts";
import { type HeldByCodes, heldByCodes } from "../areas/nested-codes.ts";
import { type HeldByIndents, heldByIndents } from "../areas/nested-indents.ts";
import { isForeign } from "../meaning-of.ts";
import { inSentence, pluralOf } from "../measures/guess-unit.ts";
import { lastHeading, type Naming } from "../naming.ts";
import { isPlainlyPeriod } from "../periods/guess-period.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
import { isCornerUnit, type Roles } from "../rows/column-roles.ts";
import { areMonths } from "../rows/tell-apart.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { mistypedNames } from "../table/mistyped-names.ts";
import { withoutNoteMark } from "../table/note-marks.ts";
import { isOfRowNumbers } from "../table/numberings.ts";
import { isTotal, textsWhere } from "../table/survey-column.ts";
import { textIn } from "../text-in.ts";
import { wordsOf } from "../words.ts";
import type { DimensionsInput, Guess } from "./dimensions-guess.ts";
import { labelOf, nameOfDimension } from "./labels-of-dimensions.ts";
import { namesThatAreOne, remarkOnNames, remarkOnWords, spellingsOf } from "./names-that-are-one.ts";
import { remarkOnCategories } from "./remark-on-categories.ts";
import { takenForTotal, totalAmong, wholeOf } from "./total-among.ts";

/** Says what was taken for the total, and by what. */
function remarkOnTotal(
  field: string,
  {
    whole,
    headed,
    survey,
    remarks,
  }: Pick<Naming, "remarks"> & {
    readonly whole: string | undefined;
    readonly headed: readonly CategorySpec[];
    readonly survey: TableSurvey;
  },
): void {
  if (headed.length > 0) remarks.add(field, saidOfHeads);
  else if (whole !== undefined)
    remarks.add(field, takenForTotal(whole, survey.coarser?.some((own) => own.whole === whole) === true));
}

/** What names of a column are called together: in a table that speaks another language, whose plurals are not known, areas are, and others are as their heading is. */
const pluralIn = ({ columns }: DimensionsInput["survey"], label: string, isArea: boolean): string => {
  const isOther = columns.some(
    ({ kind, name }) => kind === "label" && /^\p{L}+$/u.test(name.trim()) && isForeign(name),
  );
  if (!(isOther || isForeign(label)) || /^(?:area|category)$/iu.test(label)) return pluralOf(inSentence(label));
  return isArea ? "areas" : inSentence(label);
};

/** Adds the dimension whose names stand in a column, and says what of it is in doubt. */
export function addColumn(
  { dimensions, layouts }: Guess,
  column: ColumnSurvey,
  { survey, roles, sheets, naming, areTotals }: DimensionsInput & { readonly areTotals: boolean },
): void {
  const { area, blanks, codes } = roles;
  const { idOf, remarks } = naming;
  const name = standsOverHeadings(column, roles) ? "" : withoutNoteMark(lastHeading(column.name));
  const { called, doubt } = nameOfDimension(name, withoutHeads(column), { survey, roles });
  const id = idOf(called, "category");
  const code = codes.get(column);
  const label = labelOf(nameOfSmaller(column, { code, isArea: column === area }) ?? called, column === area);
  const blank = blanks.has(column) ? nameOfBlank(column, { areTotals, isBroken: blanks.size > 1 }) : undefined;
  const isNamed = column.kind === "label" && !code;
  const { twins: same, said: saidOfNames } = isNamed
    ? namesThatAreOne(survey, column, {
        section: roles.section,
        isArea: column === area,
        inSheets: sheets?.textsOf(indexInSheets(survey, column)) ?? [],
      })
    : { twins: [], said: [] };
  const headed = wholeOfHeads(column);
  const twins = [...headed, ...same];
  const spellings = spellingsOf(survey, column, { code, isNamed });
  const whole = wholeOf(survey, column, column === area) ?? (blank === allOfThem ? blank : undefined);
  const total = idOfTotal(survey, { column, code, whole, twins, headed });
  const isOfTree = areCalledAnew(twins, column) && !spellings && blank === undefined;
  const held = isOfTree ? calledBy(twins, heldByCodes(survey, column, code)) : undefined;
  const within = isOfTree && !held && isNamed ? calledBy(twins, heldByIndents(survey, column)) : undefined;
  dimensions[id] = defined({
    role: column === area ? "area" : "category",
    label,
    plural: pluralIn(survey, label, column === area),
    categories: twins.length > 0 ? twins : undefined,
    open: twins.length > 0 || undefined,
    aliases: spellings,
    total: total ?? held?.total ?? within?.total,
    holds: held?.holds ?? unlessEmpty(within?.holds),
  });
  remarkOnCategories(`dimensions.${id}`, column, { survey, roles, remarks, whole });
  const hasNoOther = total === undefined;
  remarkOnHeld(`dimensions.${id}`, { held, saidOf: byCodes, hasNoOther, remarks });
  remarkOnHeld(`dimensions.${id}`, { held: within, saidOf: byIndents, hasNoOther, remarks });
  const own = column.ref;
  if (column.firstOf) layouts[id] = { firstOf: column.firstOf };
  else if (column.partOf) layouts[id] = column.partOf;
  else if (code) layouts[id] = withItsCode(column, { code, parts: partsBehind(column, survey) });
  else if (blank !== undefined) layouts[id] = { column: own, blank };
  else if (id !== own || isOfAnother(label, column, survey)) layouts[id] = own;
  remarkOnTotal(`dimensions.${id}.total`, { whole, headed, survey, remarks });
  const mistyped = isNamed ? mistypedNames(survey, column) : [];
  remarkOnWords(`dimensions.${id}`, { doubt, mistyped, remarks });
  remarkOnNames(`dimensions.${id}`, { said: saidOfNames, spellings, remarks });
  remarkOnCells(`layout.dimensions.${id}`, { column, code, blank, remarks });
}

/** The place of a column in the sheets; of one that was made of several, that of the first of these, which has the names. */
const indexInSheets = ({ columns }: TableSurvey, { index, firstOf: [first] = [] }: ColumnSurvey): number =>
  columns.find(({ ref }) => ref === first)?.index ?? index;

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

/** So many times the names have codes that are of something smaller, each within what is named. */
const timesSmaller = 2;
/** Whether codes that tell names apart are of something smaller than what is named. */
const isOfSmaller = ({ texts }: ColumnSurvey, code: ColumnSurvey): boolean =>
  code.texts.length >= texts.length * timesSmaller && !isOfRowNumbers(code.name);

/**
 * What rows are of that are told apart by codes of something smaller than what is named: `Data zone` beside the larger zone that each lies in, `Census Tract` of `Census Tract Code`.
 * Codes that say no more, `Code`, are of areas: whatever those are, they are not what the larger ones are called.
 */
function nameOfSmaller(
  names: ColumnSurvey,
  { code, isArea }: { readonly code: ColumnSurvey | undefined; readonly isArea: boolean },
): string | undefined {
  if (!code || !isOfSmaller(names, code)) return undefined;
  const words = lastHeading(code.name);
  const name = words.replace(codeBehind, "");
  const isOfCodes = isOfAreaCodes(name) || (name === words && codeWord.test(wordsOf(name)));
  const isNoun = labelOf(name, true) !== labelOf("", true);
  return isNoun && !isOfCodes ? name : isArea ? labelOf("", true) : undefined;
}
/**
 * Whether names are of what holds the things whose codes tell their rows apart: these have a noun of their own, and all rows of a name stand together.
 * Places that are called alike in several larger ones do not.
 */
export function holdCoded(
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
  { names, code }: { readonly names: ColumnSurvey; readonly code: ColumnSurvey },
): boolean {
  const noun = nameOfSmaller(names, { code, isArea: false });
  if (noun === undefined || labelOf(noun, true) === labelOf(lastHeading(names.name), true)) return false;
  const texts = Array.from(rows, (row) => textIn(sheet, row, names.index));
  const runs = texts.filter((text, at) => text !== texts[at - 1]).length;
  return runs === names.texts.length;
}
const codeWord = /(?<!\p{L})(?:codes?|ids?|no|nr|num(?:ber)?|ref(?:erence)?|key)(?!\p{L})/iu;
/** `Code`, and what stands behind it: `Census Tract Code Complete`. */
const codeBehind = /[ _-]+(?:codes?|ids?|no|nr|num(?:ber)?)(?!\p{L}).*$/iu;

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

/** The id of a total, which is called with its code where codes tell names apart. */
function idOfTotal(
  survey: TableSurvey,
  {
    column,
    code,
    whole,
    twins,
    headed: [head],
  }: {
    readonly column: ColumnSurvey;
    readonly code: ColumnSurvey | undefined;
    readonly whole: string | undefined;
    readonly twins: readonly CategorySpec[];
    readonly headed: readonly CategorySpec[];
  },
): string | undefined {
  if (head) return head.id;
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

const unlessEmpty = <T extends object>(of: T | undefined): T | undefined =>
  of && Object.keys(of).length > 0 ? of : undefined;

/** What the names of headings with figures are among the names of the rows below them: all of these. */
function wholeOfHeads({ heads, texts }: ColumnSurvey): readonly CategorySpec[] {
  const label = ["All", "Total", "All of them"].find((name) => !texts.includes(name));
  return heads && label !== undefined ? [{ id: categoryId(label), label, aliases: heads }] : [];
}
/** A column with the names that tell what it is of: those of headings are of something else. */
const withoutHeads = (column: ColumnSurvey): ColumnSurvey =>
  column.heads ? { ...column, texts: column.texts.filter((text) => !column.heads?.includes(text)) } : column;
const saidOfHeads = guessedFrom(
  "its labels",
  "Rows that head those below them, which come again below each, were taken for all of their own.",
);

const byCodes = (): SaidOfHeld => ({
  holds: "By the codes beside them, and by their figures.",
  total: "The one that holds all others, by the codes beside them and by their figures.",
});

function byIndents({ areSums, unlike }: HeldByIndents): SaidOfHeld {
  const refuted =
    unlike.length === 0
      ? ""
      : ` What stands below ${someOf(unlike)} does not come to the figures beside ${unlike.length === 1 ? "it" : "them"}: say what ${unlike.length === 1 ? "it holds" : "each holds"}.`;
  const said = areSums
    ? `By how far labels stand to the right, and by their figures.${refuted}`
    : guessedFrom(
        "its labels",
        "By how far labels stand to the right alone: each was taken to lie within the last one above it that stands less far.",
      );
  return { holds: said, total: said };
}

/** Why categories hold others, and why one is their total. */
type SaidOfHeld = Readonly<Record<"holds" | "total", string>>;

/** @param hasNoOther whether nothing else is the total of the dimension. */
function remarkOnHeld<T extends Pick<HeldByCodes, "holds" | "total">>(
  field: string,
  {
    held,
    saidOf,
    hasNoOther,
    remarks,
  }: {
    readonly held: T | undefined;
    readonly saidOf: (held: T) => SaidOfHeld;
    readonly hasNoOther: boolean;
    readonly remarks: Remarks;
  },
): void {
  if (!held) return;
  const said = saidOf(held);
  if (Object.keys(held.holds).length > 0) remarks.add(`${field}.holds`, said.holds);
  if (held.total !== undefined && hasNoOther) remarks.add(`${field}.total`, said.total);
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

const codesWithoutNames = "Rows that have no name there are called by what stands in the place of a code.";
const areasOfLevels =
  "Areas of several levels: each row is of the first of these that it names. Those of one level lie within those of the next: add up none across them.";

/** What an empty cell stands for: in tables that are broken down by several columns, all; in others, what is not known. */
const [allOfThem, notStated] = ["All", "Not stated"];

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

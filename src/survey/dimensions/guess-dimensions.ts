import type { DimensionLayout, DimensionSpec, LayoutSpec } from "../../dataset/index.ts";
import { isAreaName } from "../areas/find-area.ts";
import { inSentence, pluralOf } from "../measures/guess-unit.ts";
import { lastHeading, type Naming, sentence } from "../naming.ts";
import { type Roles, timeHole } from "../rows/column-roles.ts";
import type { AlikeRows } from "../rows/tell-apart.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isPlainTotal } from "../table/survey-column.ts";
import { textIn } from "../text-in.ts";
import { secondHole } from "../wide/wide-guess.ts";
import { addColumn } from "./add-column.ts";
import { addTime } from "./add-time.ts";
import type { DimensionsInput, Guess } from "./dimensions-guess.ts";
import { remarkOnUnnamed } from "./labels-of-dimensions.ts";
import { remarkOnPairs } from "./remark-on-pairs.ts";
import { remarkOnOtherAreas, remarkOnPlaces } from "./remark-on-places.ts";
import {
  addAreas,
  addBlocks,
  addGroups,
  addRanges,
  addSections,
  addYears,
  yearsOfSections,
} from "./told-by-headings.ts";

/** The dimensions of a table, and where each is told. */
export interface GuessedDimensions {
  readonly dimensions: Readonly<Record<string, DimensionSpec>>;
  /** Where each is told, if not in a column of its own name. */
  readonly layouts: Readonly<Record<string, DimensionLayout>>;
  readonly tables?: LayoutSpec["tables"];
}

/** Guesses what tells the figures of a table apart: names in its columns, headings between rows and over columns, and time. */
export function guessDimensions({
  survey,
  roles,
  sheets,
  elsewhere,
  naming,
  date,
}: DimensionsInput): GuessedDimensions {
  const guess: Guess = { dimensions: {}, layouts: {} };
  const areTotals = blanksAreTotals(survey, roles);
  for (const column of roles.naming) addColumn(guess, column, { survey, roles, sheets, elsewhere, naming, areTotals });
  const areTimed = roles.period !== undefined || roles.wide?.tells.includes("period") === true;
  if (roles.block?.ranges) addRanges(guess, roles.block, { ...naming, areTimed });
  else if (roles.block) addBlocks(guess, roles.block, naming);
  const years = roles.section && !sheets ? yearsOfSections(roles, roles.section) : undefined;
  if (years !== undefined && roles.section) addYears(guess, roles.section, { pattern: years, naming });
  else if (roles.section)
    addSections(guess, roles.section, {
      ...naming,
      titles: survey.titles,
      areAlone: roles.naming.length === 0 && !roles.wide,
    });
  if (roles.alike?.rows === "numbered") addCases(guess, roles.alike, { ...naming, survey });
  if (roles.wide?.tells.includes("category")) addGroups(guess, roles.wide, { ...naming, titles: survey.titles });
  if (roles.wide?.subgroups)
    addGroups(guess, { categories: roles.wide.subgroups }, { ...naming, titles: survey.titles, hole: secondHole });
  if (roles.wide?.tells.includes("area")) addAreas(guess, roles.wide, naming);
  const isTimed = years !== undefined || timeHole in guess.dimensions;
  if (!isTimed) addTime(guess, { survey, roles, sheets, elsewhere, naming, date });
  remarkOnUnnamed(guess, { survey, remarks: naming.remarks });
  remarkOnPlaces(guess, { survey, roles, naming });
  remarkOnOtherAreas(guess, { roles, naming });
  remarkOnPairs(guess, { survey, roles, naming });
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
        const text = textIn(sheet, row, column.index);
        return text === "" ? (totals.get(column) ?? "") : text;
      }),
    ),
  );
  return new Set(keys).size === keys.length;
}

/** Whether the cells of a column are empty where the row says `Total` in one before it, and there alone: sums of outer levels, each below its own. */
const standBehindTotals = (column: ColumnSurvey, { sheet, rows, columns }: TableSurvey): boolean => {
  const before = columns.filter(({ index, kind }) => index < column.index && kind !== "figure");
  const saysTotal = (row: number, { index }: ColumnSurvey) => isPlainTotal(textIn(sheet, row, index));
  return [...rows].every((row) => {
    const isEmpty = textIn(sheet, row, column.index) === "";
    return isEmpty === before.some((outer) => saysTotal(row, outer));
  });
};

/** Adds the numbers of rows that are alike as a dimension of cases. */
function addCases(
  { dimensions, layouts }: Guess,
  { by, canAdd }: AlikeRows,
  { idOf, remarks, survey }: Naming & { readonly survey: TableSurvey },
): void {
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
  const unnamed = rowsWithoutName(by, survey);
  if (unnamed !== undefined) {
    remarks.add(`layout.dimensions.${id}`, withoutName(unnamed, by[0]?.ref ?? ""));
    return;
  }
  const sum = canAdd
    ? 'to add up rows that are alike, name the columns that say of what, and say repeatedRows: "sum"'
    : "name more columns in braces that tell them apart";
  remarks.add(`layout.dimensions.${id}`, `Nothing tells these rows apart, so each is called by its number: ${sum}.`);
}

/** How many rows have no name below the one column that tells all others apart; undefined where these are not told apart, or all have one. */
function rowsWithoutName([column, other]: readonly ColumnSurvey[], { sheet, rows }: TableSurvey): number | undefined {
  if (!column || other) return undefined;
  const names = Array.from(rows, (row) => textIn(sheet, row, column.index));
  const named = names.filter((name) => name !== "");
  return named.length < names.length && new Set(named).size === named.length ? names.length - named.length : undefined;
}
const withoutName = (count: number, column: string): string =>
  `${count} rows have no name in "${column}", which tells all others apart, so each is called by its number: leave these out by layout.rows: { except: { "${column}": [""] } } and name the column alone, or name them in the data.`;

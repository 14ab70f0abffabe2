import { cellText, type SheetCell } from "../../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isAreaName, isNameOfArea } from "./find-area.ts";

/**
 * A table whose rows are of areas of several levels, each in a column of its own (`la_name`, blank where a row is of a region,
 * `region_name`, blank where it is of the country, `country_name`), with one column more: the name of the smallest area that each row
 * has. Other tables are as they were.
 */
export function withAreaLevels(survey: TableSurvey): TableSurvey {
  const { sheet, rows, columns } = survey;
  const codesOf = ({ index }: ColumnSurvey) => sheet.columns[index]?.codes ?? new Uint32Array();
  const isFilled = (column: ColumnSurvey, row: number) => codesOf(column)[row] !== 0;
  const unnamed = [...unnamedLevels(survey), ...largerAreas(survey)];
  const named = columns
    .filter(
      (column) =>
        unnamed.includes(column) || (column.kind === "label" && column.ref === column.name && isAreaName(column.name)),
    )
    .sort((a, b) => b.texts.length - a.texts.length || b.index - a.index);
  const [finest] = named;
  if (!finest || finest.filled === rows.length || (finest.texts.length < 2 && named.length < 2))
    return oneOfTwo(survey);
  const levels = [finest];
  let open = rows.filter((row) => !isFilled(finest, row));
  for (const column of named.slice(1)) {
    const fills = open.filter((row) => isFilled(column, row));
    // A name that stands in the first of its rows only is of those below it too.
    const beside = rows.filter((row) => isFilled(finest, row) && isFilled(column, row)).length;
    if (beside > 0 && beside < finest.filled / 2 && !unnamed.includes(column)) continue;
    if (fills.length === 0 || !levels.every((level) => tells(survey, level, column))) continue;
    levels.push(column);
    open = open.filter((row) => !isFilled(column, row));
    if (open.length === 0) break;
  }
  if (levels.length < 2 || open.length > 0) return oneOfTwo(survey);
  return withFirstOf(survey, levels, "Area") ?? survey;
}

/** A table whose first two columns are one, below one heading, that is set in for what others hold: each row has a name in one of them. */
function oneOfTwo(survey: TableSurvey): TableSurvey {
  const { sheet, rows, columns } = survey;
  const end = columns.findIndex(({ kind }) => kind === "figure");
  const labels = columns.slice(0, Math.max(0, end)).filter(({ kind }) => kind !== "blank");
  const [first, second, other] = labels;
  if (!first || !second || other || second.index !== first.index + 1) return survey;
  if (first.kind !== "label" || second.kind !== "label" || (first.name === "") === (second.name === "")) return survey;
  const codesOf = ({ index }: ColumnSurvey) => sheet.columns[index]?.codes ?? new Uint32Array();
  const areApart = rows.every((row) => (codesOf(first)[row] === 0) !== (codesOf(second)[row] === 0));
  return (areApart && withFirstOf(survey, [second, first], first.name || second.name)) || survey;
}

/** A table with one column more, which has the first text of several that each row has. Undefined where one text stands in two of them. */
export function withFirstOf(
  survey: TableSurvey,
  levels: readonly ColumnSurvey[],
  name: string,
): TableSurvey | undefined {
  const { sheet, rows, columns } = survey;
  const combined = combine(survey, levels);
  if (!combined) return undefined;
  const column: ColumnSurvey = {
    index: sheet.columns.length,
    name,
    ref: name,
    kind: "label",
    texts: combined.values.slice(1).map(cellText),
    filled: rows.length,
    figures: undefined,
    firstOf: levels.map(({ ref }) => ref),
  };
  return {
    ...survey,
    sheet: { ...sheet, columns: [...sheet.columns, { column: sheet.columns.length + 1, ...combined }] },
    columns: [...columns.map((own) => (levels.includes(own) ? { ...own, kind: "level" as const } : own)), column],
  };
}

/**
 * The columns of labels before all figures below no headings, some of whose names are areas, where each row of the first of them has a
 * name in one: `Wales`, and behind it its health boards, and behind these their counties, each as far to the right as it is small.
 */
function unnamedLevels({ sheet, rows, columns }: TableSurvey): readonly ColumnSurvey[] {
  const end = columns.findIndex(({ kind }) => kind === "figure");
  const found = columns.slice(0, Math.max(0, end)).filter(({ kind, name }) => kind === "label" && name === "");
  const finest = found.at(-1);
  if (found.length < 2 || !finest || finest.texts.length < finest.filled) return [];
  const codesOf = ({ index }: ColumnSurvey) => sheet.columns[index]?.codes ?? new Uint32Array();
  // A row of a larger area says nothing of the smaller ones: where all do, the larger ones are of the rows below them.
  const areWholes = found.slice(0, -1).every((column, at) => {
    const next = found[at + 1];
    return next !== undefined && rows.some((row) => codesOf(column)[row] !== 0 && codesOf(next)[row] === 0);
  });
  const names = found.flatMap(({ texts }) => texts);
  return areWholes && names.filter(isNameOfArea).length >= names.length * mostlyKnown ? found : [];
}
/** So many of the names of areas that nothing calls so are known. */
const mostlyKnown = 0.4;

/**
 * The column of labels without a heading that has the larger areas of a table, in rows of their own, where another is called as the smaller ones are:
 * `England` and `North East` beside nothing, and `Darlington` below `Authority`.
 */
function largerAreas({ sheet, rows, columns }: TableSurvey): readonly ColumnSurvey[] {
  const end = columns.findIndex(({ kind }) => kind === "figure");
  const labels = columns.slice(0, Math.max(0, end)).filter(({ kind }) => kind === "label");
  const [larger, other] = labels.filter(({ name }) => name === "");
  const smaller = labels.find(({ name }) => isAreaName(name));
  if (!larger || other || !smaller || smaller.filled < larger.filled) return [];
  const codesOf = ({ index }: ColumnSurvey) => sheet.columns[index]?.codes ?? new Uint32Array();
  const areApart = rows.every((row) => (codesOf(larger)[row] === 0) !== (codesOf(smaller)[row] === 0));
  const known = larger.texts.filter(isNameOfArea).length;
  return areApart && known >= larger.texts.length * mostlyKnown ? [larger] : [];
}

/** Whether one column says of each of its names what another says, in all rows that both say something in. */
function tells({ sheet, rows }: TableSurvey, { index }: ColumnSurvey, told: ColumnSurvey): boolean {
  const [own, other] = [sheet.columns[index]?.codes, sheet.columns[told.index]?.codes];
  const known = new Map<number, number>();
  for (const row of rows) {
    const [name, said] = [own?.[row] ?? 0, other?.[row] ?? 0];
    if (name === 0 || said === 0) continue;
    if ((known.get(name) ?? said) !== said) return false;
    known.set(name, said);
  }
  return true;
}

/** The first that each row has; undefined where one name stands in two levels, and would be two areas. */
function combine(
  { sheet, rows }: TableSurvey,
  levels: readonly ColumnSurvey[],
): { readonly values: SheetCell[]; readonly codes: Uint32Array } | undefined {
  const values: SheetCell[] = [null];
  const codes = new Uint32Array(sheet.columns[0]?.codes.length ?? 0);
  const known = new Map<string, { readonly code: number; readonly level: ColumnSurvey }>();
  for (const row of rows) {
    const level = levels.find(({ index }) => sheet.columns[index]?.codes[row] !== 0);
    const cells = sheet.columns[level?.index ?? -1];
    if (!level || !cells) continue;
    const text = cellText(cells.values[cells.codes[row] ?? 0] ?? null).trim();
    const own = known.get(text) ?? { code: values.push(text) - 1, level };
    if (own.level !== level) return undefined;
    known.set(text, own);
    codes[row] = own.code;
  }
  return { values, codes };
}

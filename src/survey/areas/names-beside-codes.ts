import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import { withFirstOf } from "./area-levels.ts";

/** So many names are a list of them, and so few of the rows have none; below one heading over both columns, so few. */
const [fewestNames, mostUnnamed, mostBelowOne] = [12, 0.05, 0.25];

/**
 * A table whose rows have codes, and names beside these but for a few, `Unknown`, which stand among the codes: with one column more, which has the name
 * of each, or else what stands in its place. Codes alone are read by nobody. Other tables are as they were.
 */
export function withNamesBesideCodes(survey: TableSurvey): TableSurvey {
  const { columns, rows } = survey;
  if (rows.length < fewestNames) return survey;
  for (const [at, code] of columns.entries()) {
    const names = columns[at + 1];
    const mayBe = (code.kind === "code" || code.kind === "label") && code.filled >= rows.length && code.name !== "";
    if (!mayBe || !names || !nameAllBut(survey, { code, names })) continue;
    const named = withFirstOf(survey, [names, code], names.name);
    if (named) return named;
  }
  return survey;
}

/** Whether nearly each code has one name beside it, of which no other has the same, and those that have none are words. */
function nameAllBut(
  { sheet, rows }: TableSurvey,
  { code, names }: { readonly code: ColumnSurvey; readonly names: ColumnSurvey },
): boolean {
  const areBelowOne = names.name === code.name;
  if (names.kind !== "label" || (names.ref !== names.name && !areBelowOne) || names.texts.length < fewestNames)
    return false;
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const unnamed = rows.filter((row) => textAt(row, names) === "");
  if (unnamed.length === 0 || unnamed.length > rows.length * (areBelowOne ? mostBelowOne : mostUnnamed)) return false;
  const areWords = unnamed.every((row) => /^\P{N}*\p{L}{3}\P{N}*$/u.test(textAt(row, code)));
  const codeOf = new Map<string, string>();
  const nameOf = new Map<string, string>();
  for (const row of areWords ? rows : []) {
    const [own, name] = [textAt(row, code), textAt(row, names)];
    if (name === "") continue;
    if (!/\p{N}/u.test(own) || (codeOf.get(name) ?? own) !== own || (nameOf.get(own) ?? name) !== name) return false;
    codeOf.set(name, own);
    nameOf.set(own, name);
  }
  return areWords;
}

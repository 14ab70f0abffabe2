import { cellText } from "../../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";

/** So many names with a code each are a list of them. */
const fewestNames = 8;

/** A code as offices give them to places, `E07000223`, `0114`; the years of models and editions are none. */
const code = /^(?:[A-Z]{1,3}\d{4,9}|(?!(?:19|20)\d{2}$)\d{4,9})$/u;

/** How a code and a name stand in one cell: `E07000223 Adur`, `0114: Halden`, `Adur (E07000223)`. */
const forms: readonly (readonly [pattern: string, look: RegExp])[] = [
  ["* {}", /^(?<code>\S+) (?<name>\p{L}.*)$/u],
  ["*: {}", /^(?<code>[^\s:]+): (?<name>\p{L}.*)$/u],
  ["* - {}", /^(?<code>\S+) - (?<name>\p{L}.*)$/u],
  ["{} (*)", /^(?<name>\p{L}[^()]*) \((?<code>[^\s()]+)\)$/u],
];

/**
 * A table with a column of which each cell has a code and a name, with one column more, of the names: these are what people read. Other tables are as
 * they were.
 */
export function withNamesBehindCodes(survey: TableSurvey): TableSurvey {
  const { sheet, columns } = survey;
  for (const column of columns) {
    const cells = sheet.columns[column.index];
    const found = cells && column.ref === column.name && column.kind === "label" ? formOf(column.texts) : undefined;
    if (!cells || !found) continue;
    const { pattern, look } = found;
    const nameIn = (text: string): string => look.exec(text)?.groups?.name ?? "";
    const own: ColumnSurvey = {
      ...column,
      index: sheet.columns.length,
      ref: `${column.name} name`,
      texts: column.texts.map(nameIn),
      partOf: { column: column.ref, pattern },
    };
    const values = cells.values.map((cell) => (cell === null ? null : nameIn(cellText(cell).trim())));
    return {
      ...survey,
      sheet: { ...sheet, columns: [...sheet.columns, { ...cells, column: sheet.columns.length + 1, values }] },
      columns: columns.flatMap((one) => (one === column ? [{ ...column, kind: "level" as const }, own] : [one])),
    };
  }
  return survey;
}

/** What the codes of British local authorities begin with: of the same level, whatever kind each of them is. */
const ofAuthorities = /^(?:E0[6-9]|W06|S12|N09)/u;

/** Whether codes are of one level, as far as they tell: those of larger areas begin otherwise, or end with zeros. Else they are needed to tell these apart. */
const areOfOneLevel = (codes: readonly string[]): boolean =>
  codes.every((own) => ofAuthorities.test(own)) ||
  (new Set(codes.map((own) => /^(?:[A-Z]+\d{2})?/u.exec(own)?.[0])).size === 1 &&
    !codes.some((own) => /^\d+00$/u.test(own)));

/** The form that all texts have, with codes of one kind that are as long as each other, and a name for each of them alone. */
function formOf(texts: readonly string[]): { readonly pattern: string; readonly look: RegExp } | undefined {
  if (texts.length < fewestNames) return undefined;
  for (const [pattern, look] of forms) {
    const read = texts.flatMap((text) => {
      const { code: own = "", name = "" } = look.exec(text)?.groups ?? {};
      return code.test(own) ? [{ own, name }] : [];
    });
    const codes = read.map(({ own }) => own);
    const names = new Set(read.map(({ name }) => name));
    const areOfOneKind = new Set(codes.map((own) => own.replaceAll(/\d/gu, "0").replaceAll(/[A-Z]/gu, "A"))).size === 1;
    if (
      codes.length === texts.length &&
      areOfOneKind &&
      areOfOneLevel(codes) &&
      new Set(codes).size === names.size &&
      names.size === texts.length
    )
      return { pattern, look };
  }
  return undefined;
}

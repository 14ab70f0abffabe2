import type { ColumnSurvey } from "./column-survey.ts";

/** What stands in the corner over the periods, where each row of the headings is of something else: `Unit`, `Series Type`, `Frequency`. */
const metadata =
  /^(?:units?(?: of measure)?|series (?:type|id|start|end)|data type|freq(?:uency|\.)?|collection month|no\. ?obs\.?|source|last updated|seasonal adjustment|series code|code)$/iu;
/** Whether a text says what its row of the headings is of. */
export const isMetadata = (text: string): boolean => metadata.test(text.trim());
/** Whether a text stands before what each series is: a stock, or a flow. */
export const isNameOfDataType = (text: string): boolean => /^data type$/iu.test(text.trim());
const ofUnits = /^units?(?: of measure)?$/iu;
const gap = " | ";

/**
 * Columns without what their headings say of every series alike, as statistical offices write it over long ones: the unit is a unit, what is the
 * same in all columns says nothing, and the rest tells measures apart. What the corner does not name is the name.
 */
export function withoutMetadata(columns: readonly ColumnSurvey[]): readonly ColumnSurvey[] {
  const corner = columns.find(({ kind }) => kind === "period");
  const kinds = corner?.name.split(gap) ?? [];
  const figures = columns.filter(({ kind }) => kind === "figure");
  if (!kinds.some((text) => ofUnits.test(text.trim())) || !kinds.every((text) => metadata.test(text.trim())))
    return columns;
  const partsOf = ({ name }: ColumnSurvey) => name.split(gap);
  if (figures.length === 0 || !figures.every((column) => partsOf(column).length > kinds.length)) return columns;
  const said = (column: ColumnSurvey, at: number) => partsOf(column).at(at - kinds.length) ?? "";
  const tells = kinds.map(
    (kind, at) =>
      !ofUnits.test(kind.trim()) &&
      !/^(?:freq|data type)/iu.test(kind.trim()) &&
      new Set(figures.map((own) => said(own, at))).size > 1,
  );
  const units = kinds.findIndex((kind) => ofUnits.test(kind.trim()));
  return columns.map((column) => {
    if (column.kind !== "figure") return column;
    const own = partsOf(column);
    const names = [
      ...own.slice(0, -kinds.length).map((text) => text.replace(/[\s;]+$/u, "").replaceAll(/\s*;\s+/gu, ", ")),
      ...kinds.flatMap((_, at) => (tells[at] ? [said(column, at)] : [])),
    ];
    const unit = units < 0 ? undefined : said(column, units);
    return { ...column, name: names.join(", "), ...(unit === undefined ? {} : { unit }) };
  });
}

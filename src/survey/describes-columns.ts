import type { TableSurvey } from "./table/column-survey.ts";
import { wordsIn } from "./words.ts";

/**
 * Whether the rows of a table describe the columns of another one of its workbook, as those of a codebook or an index of series do: a column has the headings of that table, or
 * what these begin with, a row each, and others say in words what they are. A table turned about has the names alone.
 */
export function describesColumns({ columns, sheet }: TableSurvey, surveys: readonly TableSurvey[]): boolean {
  const isText = ({ kind, filled, name }: TableSurvey["columns"][number]) =>
    kind !== "figure" && kind !== "period" && name !== "" && filled >= fewestHeadings;
  if (columns.filter(isText).length <= fewestBeside) return false;
  return surveys.some((other) => {
    if (other.sheet.name === sheet.name) return false;
    const headings = other.columns.map(({ name }) => wordsIn(name));
    const isHeading = (text: string): boolean => {
      const own = wordsIn(text);
      const beginsOne = own.includes(" ") ? (name: string) => name.startsWith(`${own} `) : () => false;
      // The numbers of notes may be those of headings.
      return /\p{L}/u.test(own) && headings.some((name) => name === own || beginsOne(name));
    };
    return columns.some(({ kind, texts }) => {
      if (kind === "figure" || kind === "period" || texts.length < fewestHeadings) return false;
      const named = texts.slice(0, mostTried).filter(isHeading);
      return named.length >= fewestHeadings && named.length > Math.min(texts.length, mostTried) * mostlyHeadings;
    });
  });
}
const [fewestHeadings, fewestBeside, mostlyHeadings, mostTried] = [5, 2, 0.6, 200];

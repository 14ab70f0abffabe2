import { restrictionsOf, type TableSurvey, titleSaid } from "../survey/index.ts";
import { bareName } from "../tables/index.ts";

/**
 * What a table is called where the file says it, or else the name of the file. With who alone is counted.
 * @param cover what stands on a sheet that says what the others are of.
 */
export const titleOf = (
  file: string,
  survey: Pick<TableSurvey, "titles"> & Partial<TableSurvey>,
  cover: readonly string[] = [],
): string => [titleSaid(survey, cover)?.title ?? nameOf(file), ...restrictionsOf(survey)].join(", ");

/** Whether a table is called as the sheet before it says, which may be of more than this table. */
export const isTitleOfCover = (
  survey: Pick<TableSurvey, "titles"> & Partial<TableSurvey>,
  cover: readonly string[],
): boolean => titleSaid(survey, cover)?.by === "cover";

/** The name of a file, in words, without its number among others: `03_Births`, `12__births`. */
export function nameOf(file: string): string {
  const words = bareName(file)
    .replace(/^\d{1,3}__+(?=\p{L})/u, "")
    .replaceAll(/[_\-.+]+|%20/gu, " ")
    .replaceAll(/\s*\(\d+\)$/gu, "")
    .replace(/^0\d{1,2} (?=\p{L})/u, "")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .trim();
  return words === "" ? "Figures" : `${words[0]?.toUpperCase()}${words.slice(1)}`;
}

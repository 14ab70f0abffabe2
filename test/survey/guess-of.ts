import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { completeGuess, type GuessChoices, guessDefinition, surveyTable } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";

/** What is guessed of a table, in the way of `init`. */
export async function guessOf(
  content: string | Uint8Array,
  {
    title = "Figures",
    date,
    file = "figures.csv",
    ...choices
  }: GuessChoices & { readonly title?: string; readonly date?: string; readonly file?: string } = {},
) {
  const [sheet] = await readSheets(content, { file, diagnostics: createDiagnostics() });
  const found = sheet && surveyTable(sheet);
  if (!found) throw new Error("There is no table.");
  const data = typeof content === "string" ? { csv: content, file } : { bytes: content, file };
  return completeGuess(guessDefinition(found, title, { ...choices, date }), data, date);
}

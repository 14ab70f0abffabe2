import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { completeGuess, type GuessChoices, guessDefinition, surveyTable } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";

/** What is guessed of a table, in the way of `init`. */
export async function guessOf(
  csv: string,
  { title = "Figures", date, ...choices }: GuessChoices & { readonly title?: string; readonly date?: string } = {},
) {
  const file = "figures.csv";
  const [sheet] = await readSheets(csv, { file, diagnostics: createDiagnostics() });
  const found = sheet && surveyTable(sheet);
  if (!found) throw new Error("There is no table.");
  return completeGuess(guessDefinition(found, title, choices), { csv, file }, date);
}

import { readFile } from "node:fs/promises";
import { createDiagnostics } from "../diagnostics/index.ts";
import { surveyTable, type TableSurvey } from "../survey/index.ts";
import { readSheets } from "../tables/index.ts";
import { InputError, inputError } from "./input-error.ts";

export interface SurveyOptions {
  /** A sheet of a workbook, by name or number. */
  readonly sheet?: string;
}

/** The table of a data file, as far as its cells tell. Throws an `InputError`. */
export async function readSurvey(file: string, { sheet }: SurveyOptions): Promise<TableSurvey> {
  const diagnostics = createDiagnostics();
  let content: Uint8Array;
  try {
    content = await readFile(file);
  } catch (error) {
    const message = `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    throw inputError({ code: "unreadable-file", message, source: { file } });
  }
  const sheets = await readSheets(content, { file, sheets: sheetChoice(sheet), diagnostics });
  const errors = diagnostics.all.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InputError(errors);
  const surveys = sheets.flatMap((one) => surveyTable(one) ?? []);
  // The sheet with the most figures: cover sheets and notes have none.
  const [best] = surveys.sort((a, b) => figuresIn(b) - figuresIn(a));
  if (best && figuresIn(best) > 0) return best;
  if (best) {
    throw inputError({
      code: "empty-file",
      message: "No column of the table holds figures.",
      hint: "A briefing needs one; inspect another file, or another --sheet.",
      source: { file },
    });
  }
  throw inputError({
    code: "empty-file",
    message: "No table was found: no row has headings with figures below it.",
    source: { file },
  });
}

const sheetChoice = (sheet: string | undefined): string | number | undefined =>
  sheet !== undefined && /^\d+$/u.test(sheet) ? Number(sheet) : sheet;

const figuresIn = ({ columns }: TableSurvey): number =>
  columns.reduce((sum, { kind, filled }) => sum + (kind === "figure" ? filled : 0), 0);

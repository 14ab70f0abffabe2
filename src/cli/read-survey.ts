import { readFile } from "node:fs/promises";
import { createDiagnostics } from "../diagnostics/index.ts";
import { surveyTable, type TableSurvey } from "../survey/index.ts";
import { readSheets, type Sheet } from "../tables/index.ts";
import { InputError, inputError } from "./input-error.ts";
import { whyUnreadable } from "./read-text-file.ts";

export interface SurveyOptions {
  /** A sheet of a workbook, by name or number. */
  readonly sheet?: string;
}

export interface ReadSurvey {
  readonly survey: TableSurvey;
  /** The file, to be read again by what was guessed. */
  readonly data: { readonly bytes: Uint8Array; readonly file: string };
}

/** The table of a data file, as far as its cells tell. Throws an `InputError`. */
export async function readSurvey(file: string, { sheet }: SurveyOptions): Promise<ReadSurvey> {
  const diagnostics = createDiagnostics();
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw inputError({ code: "unreadable-file", message: whyUnreadable(error), source: { file } });
  }
  const sheets = await readSheets(bytes, { file, sheets: sheetChoice(sheet), diagnostics });
  const errors = diagnostics.all.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InputError(errors);
  const survey = bestSurvey(sheets);
  if (survey && figuresIn(survey) > 0) return { survey, data: { bytes, file } };
  if (survey) {
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

/** The table with the most figures: cover sheets and notes have none. */
export const bestSurvey = (sheets: readonly Sheet[]): TableSurvey | undefined =>
  sheets.flatMap((one) => surveyTable(one) ?? []).sort((a, b) => figuresIn(b) - figuresIn(a))[0];

const sheetChoice = (sheet: string | undefined): string | number | undefined =>
  sheet !== undefined && /^\d+$/u.test(sheet) ? Number(sheet) : sheet;

const figuresIn = ({ columns }: TableSurvey): number =>
  columns.reduce((sum, { kind, filled }) => sum + (kind === "figure" ? filled : 0), 0);

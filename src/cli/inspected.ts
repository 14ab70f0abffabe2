import { readFile as readFromDisk } from "node:fs/promises";
import { contentOf, type Dataset, type DatasetSpec, isDataset, readDataset, readInput } from "../dataset/index.ts";
import { BriefingError, createDiagnostics, type Diagnostic } from "../diagnostics/index.ts";
import {
  type CompleteGuess,
  completeGuess,
  guessDefinition,
  remarksByText,
  type TableSurvey,
} from "../survey/index.ts";
import { findData } from "./find-data.ts";
import { inputError, readingInput } from "./input-error.ts";
import { loadDefinitions } from "./load-module.ts";
import { bestSurvey, readSurvey, type SurveyOptions } from "./read-survey.ts";
import { isTitleOfCover, nameOf, titleOf } from "./title-of.ts";

/** Data, and what it is read as. */
export interface Inspected {
  readonly id: string;
  readonly name: string;
  /** Of data that is a table. */
  readonly survey: TableSurvey | undefined;
  readonly spec: DatasetSpec;
  readonly dataset: Dataset | undefined;
  /** What to look at, by what it is about. */
  readonly remarks: readonly (readonly [what: string, text: string])[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A file of which nobody has said anything: what it would be read as. */
export async function inspectFile(file: string, options: SurveyOptions): Promise<Inspected> {
  const { survey, sheets, others, loose, cover, notes, data } = await readSurvey(file, options);
  const guess = await completeGuess(
    guessDefinition(survey, titleOf(file, survey, cover), {
      sheets,
      others,
      loose,
      called: nameOf(file),
      notes,
      isOfCover: isTitleOfCover(survey, cover),
    }),
    data,
  );
  const { spec, dataset, remarks } = guess;
  const small = "cells hold counts from 1 to 4, or come hidden: the definition that init writes hides such counts";
  return {
    id: file,
    name: file,
    survey,
    spec,
    dataset,
    remarks: [
      ...(spec.disclosure ? [["small", small] as const] : []),
      ...remarksByText(new Map([...remarks].filter(([field]) => !field.endsWith(".unit")))).map(
        ([fields, text]) => ["look at", `${fields}: ${text}`] as const,
      ),
    ],
    diagnostics: problemsOf(guess),
  };
}

/** The data of a module, as its definitions read it. */
export async function inspectModule(file: string, { sheet }: SurveyOptions): Promise<readonly Inspected[]> {
  if (sheet !== undefined) {
    throw inputError({
      code: "invalid-option",
      message: "--sheet is of a workbook, and a module says itself which sheets are read.",
      hint: "Say it there: layout: { sheets: … }.",
    });
  }
  const { datasets, data, readFile = (path) => readFromDisk(path) } = await loadDefinitions(file);
  const inputs = findData({ datasets: Object.keys(datasets), given: {}, exported: data, file });
  const inspected: Inspected[] = [];
  for (const [id, definition] of Object.entries(datasets)) {
    const input = inputs[id];
    if (input === undefined) {
      const message = `There is no data for the dataset "${id}": the module exports none, and none stands beside it.`;
      throw inputError({ code: "missing-data", message, source: { file } });
    }
    const { spec } = definition;
    inspected.push(
      await readingInput(async () => {
        const content = await contentOf(input, id);
        const found = createDiagnostics();
        const sheets = isDataset(content)
          ? []
          : await readInput(content, { id, readFile, wanted: spec.layout?.sheets, diagnostics: found });
        found.throwIfErrors();
        const survey = bestSurvey(sheets);
        const name = `${id}: ${survey?.sheet.file ?? (isDataset(content) ? "a dataset that the module reads" : "no table was found")}`;
        const read = { id, name, survey, spec, remarks: [] };
        try {
          const dataset = await readDataset(definition, content, { id, readFile });
          return { ...read, dataset, diagnostics: dataset.diagnostics };
        } catch (error) {
          if (!(error instanceof BriefingError)) throw error;
          return { ...read, dataset: undefined, diagnostics: error.diagnostics };
        }
      }),
    );
  }
  return inspected;
}

const problemsOf = ({ problems, dataset }: CompleteGuess): readonly Diagnostic[] =>
  problems?.diagnostics ?? dataset?.diagnostics ?? [];

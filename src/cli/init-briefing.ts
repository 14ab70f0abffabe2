import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type DataInput, type Dataset, type DatasetSpec, defineDataset, readDataset } from "../dataset/index.ts";
import { BriefingError } from "../diagnostics/index.ts";
import {
  type CompleteGuess,
  completeGuess,
  guessDefinition,
  isGuessed,
  type ReadableGuess,
  type RowsReading,
  remarksByText,
  saferGuesses,
  writeDefinition,
} from "../survey/index.ts";
import { bareName } from "../tables/index.ts";
import { buildBriefings } from "./build-briefings.ts";
import { chooseStart } from "./choose-start.ts";
import type { ExitCode } from "./command-context.ts";
import { heedSignals } from "./defer-signals.ts";
import type { InitOptions } from "./init-options.ts";
import { InputError, inputError, readingInput } from "./input-error.ts";
import { loadDataset } from "./load-module.ts";
import { type ReadSurvey, readSurvey } from "./read-survey.ts";
import { sourceDate } from "./source-date.ts";
import {
  comparedAreas,
  eachArea,
  filesOf,
  isOfEach,
  isPageAlone,
  pageAlone,
  type Starter,
  starterFiles,
} from "./starter-files.ts";
import { type StarterTemplate, templatesFor } from "./starter-templates.ts";
import type { Terminal } from "./terminal.ts";
import { isTitleOfCover, nameOf, titleOf } from "./title-of.ts";
import { templateData } from "./write-briefing.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/** Writes and builds a first briefing of a data file. Throws an `InputError` or a `BriefingError`. */
export const initBriefing = (file: string, options: InitOptions, terminal: Terminal): Promise<ExitCode> =>
  options.dataset === undefined
    ? initByGuess(file, options, terminal)
    : initByDefinition(file, { ...options, dataset: options.dataset }, terminal);

const guessedDefinition = { module: "./dataset.ts", name: "figures" } as const;

async function initByGuess(file: string, options: InitOptions, terminal: Terminal): Promise<ExitCode> {
  if (!options.yes && !terminal.out.isTerminal) {
    throw inputError({
      code: "invalid-option",
      message: "init asks in a terminal, and this is none.",
      hint: "Add --yes to take its guesses.",
    });
  }
  const folder = options.out ?? `${bareName(file)}-briefing`;
  refuseTaken(folder, ["dataset.ts", ...starterFiles], "Name another folder with --out.");
  const read = await readSurvey(file, options);
  const { data } = read;
  let guess = await guessOf(file, read, { options, terminal });
  const questions = options.yes ? undefined : await import("./ask-about-definition.ts");
  if (questions && guess.alike) {
    guess = await guessOf(file, read, { options, terminal, rows: await questions.askAboutRows(guess.alike) });
  }
  if (!guess.dataset) throw new InputError(guess.problems?.diagnostics ?? []);
  const readable = { ...guess, dataset: guess.dataset };
  // What its author answers is protected once, after the questions.
  const known = questions ? readable : await asProtected(readable, data);
  const spec = questions ? await questions.askAboutDefinition(known.spec) : known.spec;
  const build = async (own: ReadableGuess): Promise<ExitCode> => {
    const { dataset, remarks } = own;
    const shown = own.shown ?? (await asShown(dataset, { spec: own.spec, data }));
    const start = chooseStart(shown ?? dataset, own.spec, dateOf(options, terminal));
    const starter: Starter = {
      file,
      folder,
      definition: guessedDefinition,
      spec: own.spec,
      comparabilityOf: (dimension) => own.comparability.get(dimension),
      dataset,
      shown,
      start,
      template: await templateFor({ spec: own.spec, dataset, start }, options.template, questions?.askAboutTemplate),
      encoding: read.survey.sheet.guessedEncoding,
    };
    writeFiles(folder, { "dataset.ts": writeDefinition(starter.definition.name, own.spec, remarks) }, terminal);
    writeFiles(folder, filesOf(starter), terminal);
    tellRemarks(join(folder, "dataset.ts"), remarks, terminal);
    return buildFirst(starter, terminal);
  };
  if (questions) return build({ ...known, spec, shown: spec === known.spec ? known.shown : undefined });
  return buildSafely(known, { data, build, terminal });
}

/** Builds by a guess, and where that cannot be built by one that says less: what nobody has answered yet is no author's to mend. */
async function buildSafely(
  guess: ReadableGuess,
  {
    data,
    build,
    terminal,
  }: {
    readonly data: DataInput;
    readonly build: (guess: ReadableGuess) => Promise<ExitCode>;
    readonly terminal: Terminal;
  },
): Promise<ExitCode> {
  const safer = saferGuesses(guess, data);
  let own = guess;
  for (;;) {
    try {
      return await build(own);
    } catch (error) {
      const next = error instanceof InputError ? await safer.next() : undefined;
      if (!next || next.done) throw error;
      const [first] = error instanceof InputError ? error.diagnostics : [];
      terminal.err.write(
        `\nIt cannot be built so, and is written again with less said of it. ${first?.message ?? ""}\n\n`,
      );
      own = next.value;
    }
  }
}

/** What its folder has not is written by the definition of a module, as its author has it. */
async function initByDefinition(
  file: string,
  options: InitOptions & { readonly dataset: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = dirname(options.dataset);
  refuseTaken(folder, ["briefing.ts"], "Delete it, or give it another name, to have one written by the definition.");
  const { name, spec } = await loadDataset(options.dataset);
  const read = await readAgain(file, spec);
  const guess = read && (await guessOf(file, read, { options, terminal }));
  const data = read?.data ?? { file };
  const { disclosure: _, ...open } = spec;
  const dataset = await readingInput(() => readDataset(defineDataset(open), data, { id: name }));
  const shown = await asShown(dataset, { spec, data });
  const start = chooseStart(shown ?? dataset, spec, dateOf(options, terminal));
  const starter: Starter = {
    file,
    folder,
    definition: { module: `./${basename(options.dataset)}`, name },
    spec,
    comparabilityOf: (dimension) =>
      guess && isAsGuessed(dimension, spec, guess.spec) ? guess.comparability.get(dimension) : undefined,
    dataset,
    shown,
    start,
    template: await templateFor({ spec, dataset, start }, options.template),
    encoding: read?.survey.sheet.guessedEncoding,
  };
  const missing = Object.entries(filesOf(starter)).filter(([own]) => !existsSync(join(folder, own)));
  writeFiles(folder, Object.fromEntries(missing), terminal);
  return buildFirst(starter, terminal);
}

/** The day on which a briefing is begun: a period that begins after it has not happened, whoever calls its figures what, and one that ends after it is not over. */
const dateOf = ({ date }: InitOptions, { env }: Terminal): string =>
  (date ?? sourceDate(env) ?? new Date()).toISOString().slice(0, 10);

/** What a guess makes of a data file. */
function guessOf(
  file: string,
  { survey, sheets, others, loose, cover, notes, data }: ReadSurvey,
  {
    options,
    terminal,
    rows,
  }: { readonly options: InitOptions; readonly terminal: Terminal; readonly rows?: RowsReading },
): Promise<CompleteGuess> {
  const date = dateOf(options, terminal);
  const definition = guessDefinition(survey, options.title ?? titleOf(file, survey, cover), {
    sheets,
    others,
    loose,
    rows,
    called: nameOf(file),
    notes,
    isTitleGiven: options.title !== undefined,
    isOfCover: options.title === undefined && isTitleOfCover(survey, cover),
    date,
  });
  return completeGuess(definition, data, date);
}

/** The survey of data whose definition is known: undefined where none can be made, since its author says what a survey does not see. */
async function readAgain(file: string, { layout }: DatasetSpec): Promise<ReadSurvey | undefined> {
  const [sheet] = [layout?.sheets].flat();
  // Of sheets that a pattern finds, one is as good as another.
  const isNamed = sheet !== undefined && !String(sheet).includes("{");
  try {
    return await readSurvey(file, isNamed ? { sheet: String(sheet) } : {});
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Whether a dimension, and the rows that it tells apart, are read as they were guessed: what was said of it then still holds. */
function isAsGuessed(dimension: string, spec: DatasetSpec, guessed: DatasetSpec): boolean {
  const readingOf = ({ dimensions, layout }: DatasetSpec) =>
    JSON.stringify([dimensions[dimension], layout?.dimensions?.[dimension], layout?.rows]);
  return readingOf(spec) === readingOf(guessed);
}

/** Refuses a folder that has one of these files. */
function refuseTaken(folder: string, names: readonly string[], hint: string): void {
  const taken = names.find((name) => existsSync(join(folder, name)));
  if (taken === undefined) return;
  throw inputError({
    code: "invalid-option",
    message: `There is a ${taken} in ${folder} already.`,
    hint,
    source: { file: join(folder, taken) },
  });
}

/** The template that was asked for, where the data has what it is about; else the one that is chosen, or the first of those that fit. */
async function templateFor(
  { spec, dataset, start }: Pick<Starter, "spec" | "dataset" | "start">,
  asked: StarterTemplate | undefined,
  choose?: (fitting: readonly StarterTemplate[]) => Promise<StarterTemplate>,
): Promise<StarterTemplate | undefined> {
  const fitting = templatesFor(
    templateData({ spec, periods: start.happened.periods.length, areas: comparedAreas(dataset, { spec, start }) }),
  );
  if (asked && !fitting.includes(asked)) throw unfittingTemplate(asked, fitting);
  return asked ?? (choose ? await choose(fitting) : fitting[0]);
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>, { out }: Terminal): void {
  for (const [name, content] of Object.entries(files)) {
    writeFileAtomically(join(folder, name), content);
    out.write(`${join(folder, name)}\n`);
  }
}

function tellRemarks(module: string, all: CompleteGuess["remarks"], { err }: Terminal): void {
  const remarks = remarksByText(all);
  const [guessed, noted] = [
    remarks.filter(([, text]) => isGuessed(text)),
    remarks.filter(([, text]) => !isGuessed(text)),
  ];
  if (guessed.length > 0) err.write(`\nGuessed from little, and to be checked in ${module}:\n`);
  for (const [fields, text] of guessed) err.write(`- ${fields}: ${text}\n`);
  err.write(`\nTo look at in ${module}:\n`);
  for (const [fields, text] of noted) err.write(`- ${fields}: ${text}\n`);
}

function unfittingTemplate(template: StarterTemplate, fitting: readonly StarterTemplate[]): InputError {
  return inputError({
    code: "invalid-option",
    message:
      template === "regional"
        ? "The data has no areas to compare, which the template regional is about."
        : "No category of the areas is all of them together, which the template national is about.",
    hint: `Take ${fitting.join(", ")}.`,
    source: { field: "--template" },
  });
}

/** Of more figures, it takes long to find out which are hidden for others. */
const mostProtected = 20_000;

/** A guess that can be protected as it says: one that says less of totals and sums, where it cannot with them. */
async function asProtected(guess: ReadableGuess, data: DataInput): Promise<ReadableGuess> {
  if (guess.shown || !isProtectedFirst(guess.spec, guess.dataset)) return guess;
  const shown = await readShown(guess.spec, data);
  if (shown) return { ...guess, shown };
  for await (const safer of saferGuesses(guess, data)) {
    const shownOfSafer = await readShown(safer.spec, data);
    if (shownOfSafer) return { ...safer, shown: shownOfSafer };
  }
  return { ...guess, shown: guess.dataset };
}

/**
 * A dataset as its first briefing will see it, so that this begins with a figure that is not hidden, for its own sake or for others: undefined where that
 * takes long to find out, or where it cannot be protected as its definition says.
 */
async function asShown(
  dataset: Dataset,
  { spec, data }: { readonly spec: DatasetSpec; readonly data: DataInput },
): Promise<Dataset | undefined> {
  if (spec.disclosure === undefined) return dataset;
  // What the definition is refused for is said by the build.
  return isProtectedFirst(spec, dataset) ? readShown(spec, data) : undefined;
}

const isProtectedFirst = ({ disclosure }: DatasetSpec, { observations }: Dataset): boolean =>
  disclosure !== undefined && observations.length <= mostProtected;

/** What readers see of data: undefined where it cannot be protected as a definition says. */
async function readShown(spec: DatasetSpec, data: DataInput): Promise<Dataset | undefined> {
  try {
    return await readDataset(defineDataset(spec), data, { id: "figures" });
  } catch (error) {
    if (error instanceof BriefingError) return undefined;
    throw error;
  }
}

/** Builds one briefing, so that there is something to look at, and tells the command that builds all. */
async function buildFirst(starter: Starter, terminal: Terminal): Promise<ExitCode> {
  const { folder, start } = starter;
  await heedSignals();
  const code = await buildBriefings(
    join(folder, "briefing.ts"),
    {
      out: join(folder, "out"),
      format: isPageAlone(starter) ? ["html"] : ["html", "pdf"],
      param: start.area !== undefined && isOfEach(starter) ? { area: start.area } : undefined,
      mayHaveNone: true,
    },
    terminal,
  );
  const { err } = terminal;
  if (isPageAlone(starter)) err.write(`\n${pageAlone}\n`);
  if (code === 0) {
    const each = eachArea(starter);
    err.write(`\nNext: npx briefwright build ${join(folder, "briefing.ts")}${each} --out ${join(folder, "out")}\n`);
  }
  return code;
}

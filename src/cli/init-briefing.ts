import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import {
  type Category,
  type Dataset,
  type DatasetSpec,
  defineDataset,
  findDimension,
  periodDays,
  readDataset,
} from "../dataset/index.ts";
import { BriefingError } from "../diagnostics/index.ts";
import { isOfOtherScript } from "../fonts/index.ts";
import {
  type CompleteGuess,
  completeGuess,
  forbidsRanks,
  guessDefinition,
  isGuessed,
  isTotal,
  type RowsReading,
  remarksByText,
  saysOverlap,
  saysUnlike,
  writeDefinition,
} from "../survey/index.ts";
import { bareName } from "../tables/index.ts";
import { buildBriefings } from "./build-briefings.ts";
import { chooseStart, namedAreas, type Start, unstatedArea } from "./choose-start.ts";
import type { ExitCode } from "./command-context.ts";
import { heedSignals } from "./defer-signals.ts";
import type { InitOptions } from "./init-options.ts";
import { InputError, inputError } from "./input-error.ts";
import { type ReadSurvey, readSurvey } from "./read-survey.ts";
import { sourceDate } from "./source-date.ts";
import { type StarterTemplate, templatesFor } from "./starter-templates.ts";
import type { Terminal } from "./terminal.ts";
import { isTitleOfCover, nameOf, titleOf } from "./title-of.ts";
import { type ComparedCategories, templateData, writeBriefing } from "./write-briefing.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/** What is written into the folder. */
const fileNames = [
  "dataset.ts",
  "briefing.ts",
  "introduction.hbs",
  "briefing.css",
  "package.json",
  "README.md",
] as const;

/** Writes and builds a first briefing of a data file. Throws an `InputError` or a `BriefingError`. */
export async function initBriefing(file: string, options: InitOptions, terminal: Terminal): Promise<ExitCode> {
  const { out, err, env } = terminal;
  if (!options.yes && !out.isTerminal) {
    throw inputError({
      code: "invalid-option",
      message: "init asks in a terminal, and this is none.",
      hint: "Add --yes to take its guesses.",
    });
  }
  const folder = options.out ?? `${bareName(file)}-briefing`;
  const taken = fileNames.find((name) => existsSync(join(folder, name)));
  if (taken !== undefined) {
    throw inputError({
      code: "invalid-option",
      message: `There is a ${taken} in ${folder} already.`,
      hint: "Name another folder with --out.",
      source: { file: join(folder, taken) },
    });
  }
  const { survey, sheets, others, cover, data } = await readSurvey(file, options);
  // A period that begins after today has not happened, whoever calls its figures what.
  const date = (options.date ?? sourceDate(env) ?? new Date()).toISOString().slice(0, 10);
  const guessWith = (rows?: RowsReading) =>
    completeGuess(
      guessDefinition(survey, options.title ?? titleOf(file, survey, cover), {
        sheets,
        others,
        rows,
        called: nameOf(file),
        isOfCover: options.title === undefined && isTitleOfCover(survey, cover),
        date,
      }),
      data,
      date,
    );
  let guess = await guessWith();
  const questions = options.yes ? undefined : await import("./ask-about-definition.ts");
  if (questions && guess.alike) guess = await guessWith(await questions.askAboutRows(guess.alike));
  if (!guess.dataset) throw new InputError(guess.problems?.diagnostics ?? []);
  const spec = questions ? await questions.askAboutDefinition(guess.spec) : guess.spec;
  const { dataset } = guess;
  const shown = spec === guess.spec ? guess.shown : undefined;
  const start = chooseStart(shown ?? (await asShown(dataset, { spec, data })), spec);
  const fitting = templatesFor(
    templateData({ spec, periods: start.happened.periods.length, areas: comparedAreas(dataset, { spec, start }) }),
  );
  if (options.template && !fitting.includes(options.template)) throw unfittingTemplate(options.template, fitting);
  const template = options.template ?? (questions ? await questions.askAboutTemplate(fitting) : fitting[0]);
  const encoding = survey.sheet.guessedEncoding;
  const starter: Starter = { file, folder, spec, guess, dataset, start, template, encoding };
  for (const [name, content] of Object.entries(filesOf(starter))) {
    writeFileAtomically(join(folder, name), content);
    out.write(`${join(folder, name)}\n`);
  }
  const remarks = remarksByText(guess.remarks);
  const [guessed, noted] = [
    remarks.filter(([, text]) => isGuessed(text)),
    remarks.filter(([, text]) => !isGuessed(text)),
  ];
  if (guessed.length > 0) err.write(`\nGuessed from little, and to be checked in ${join(folder, "dataset.ts")}:\n`);
  for (const [fields, text] of guessed) err.write(`- ${fields}: ${text}\n`);
  err.write(`\nTo look at in ${join(folder, "dataset.ts")}:\n`);
  for (const [fields, text] of noted) err.write(`- ${fields}: ${text}\n`);
  await heedSignals();
  const code = await buildFirst(folder, { ...starter, terminal });
  const each = eachArea(starter);
  if (isPageAlone(starter)) err.write(`\n${pageAlone}\n`);
  if (code === 0)
    err.write(`\nNext: npx briefwright build ${join(folder, "briefing.ts")}${each} --out ${join(folder, "out")}\n`);
  return code;
}

/** The dimension among those that a figure is chosen from that has the most categories, where these are several, without what holds others of them. */
function mostCategories(
  dataset: Dataset,
  { spec, dimensions }: { readonly spec: DatasetSpec; readonly dimensions: readonly string[] },
): ComparedCategories | undefined {
  const sized = dimensions.map((dimension) => {
    const all = dataset.categories(dimension);
    const own = spec.dimensions[dimension];
    const declared = own === undefined || own.role === "time" ? [] : [own.total, ...Object.keys(own.holds ?? {})];
    const leaves = new Set(dataset.leaves(dimension).map(({ id }) => id));
    const isWhole = ({ id, label }: Category) => declared.includes(id) || !leaves.has(id) || isTotal(label);
    const wholes = all.filter(isWhole).map(({ label }) => label);
    return { dimension, size: all.length - wholes.length, wholes };
  });
  const [first] = sized.sort((a, b) => b.size - a.size);
  return first && first.size > 1 ? first : undefined;
}

/** How many areas are compared: none where the first figures are of all of them together. */
function comparedAreas(dataset: Dataset, { spec, start }: Pick<Starter, "spec" | "start">): number {
  const leaves = namedAreas(dataset, spec);
  return leaves.some(({ id }) => id === start.area) ? leaves.length : 0;
}

/** Whether a briefing is of one area, and there are several to build it of. */
const isOfEach = ({ dataset, spec, start, template }: Omit<Starter, "file" | "folder" | "guess">): boolean =>
  comparedAreas(dataset, { spec, start }) > 1 && template !== "national";

/** What the command asks for that builds all. */
const eachArea = (starter: Starter): string =>
  `${isOfEach(starter) ? " --each area" : ""}${isPageAlone(starter) ? " --format html" : ""}`;

/** Whether names of the data have letters that none of the shipped fonts has: a browser has fonts of its own, and a PDF needs one. */
function isPageAlone({ spec, dataset }: Pick<Starter, "spec" | "dataset">): boolean {
  const { dimensions, measures, title } = spec;
  const labels = [...Object.values(dimensions), ...Object.values(measures)].map(({ label }) => label);
  return [title, ...labels, ...namesIn(dataset, Object.keys(dimensions))].some(isOfOtherScript);
}

const namesIn = (dataset: Dataset, dimensions: readonly string[]): readonly string[] =>
  dimensions.flatMap((id) => (id === "" ? [] : dataset.categories(id).map(({ label }) => label)));

const pageAlone =
  "Built as a page alone: a PDF needs a font that has the letters of these names, by @font-face in briefing.css. So do charts that would draw them, which are left out.";

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

/** A dataset as its first briefing will see it, so that this begins with a figure that is not hidden, for its own sake or for others. */
async function asShown(
  dataset: Dataset,
  { spec, data }: { readonly spec: DatasetSpec; readonly data: ReadSurvey["data"] },
): Promise<Dataset> {
  if (spec.disclosure === undefined || dataset.observations.length > mostProtected) return dataset;
  try {
    return await readDataset(defineDataset(spec), data, { id: "figures" });
  } catch (error) {
    // What the definition is refused for is said by the build.
    if (error instanceof BriefingError) return dataset;
    throw error;
  }
}

/** A period that is so many times as long as another has no place on a line with it. */
const mostLonger = 1.15;

/** Whether all periods with figures of a measure are about as long: years, and no years beside their decade. */
function areOfOneLength(dataset: Dataset, measure: string): boolean {
  const time = findDimension(dataset.definition, "time") ?? "";
  const held = new Set(dataset.observations.flatMap((own) => (own.measure === measure ? [own.at[time]] : [])));
  const days = dataset.periods().flatMap((period) => (held.has(period.id) ? [periodDays(period)] : []));
  return Math.max(...days) <= Math.min(...days) * mostLonger;
}

interface Starter {
  readonly file: string;
  readonly folder: string;
  readonly spec: DatasetSpec;
  readonly guess: CompleteGuess;
  readonly dataset: Dataset;
  readonly start: Start;
  readonly template: StarterTemplate | undefined;
  /** Of a text that is not UTF-8, as its letters say. */
  readonly encoding: string | undefined;
}

function filesOf(starter: Starter): Readonly<Record<(typeof fileNames)[number], string>> {
  const { file, folder, spec, guess, dataset, start, template, encoding } = starter;
  const name = "figures";
  const path = relative(resolve(folder), resolve(file)).split(sep).map(encodeURIComponent).join("/");
  const area = findDimension({ spec }, "area");
  const { measure, chosen, totals, hasGaps, latest, from, isComparable, happened, area: first } = start;
  const unstated = unstatedArea(spec);
  const only = area === undefined || first === undefined ? undefined : dataset.category(area, first)?.label;
  const areas = comparedAreas(dataset, starter);
  // One chart draws nothing that may be of several kinds or units, or that counts the same people again.
  const alike = Object.keys(chosen).filter((id) => {
    const remark = guess.remarks.get(`dimensions.${id}`);
    return !saysUnlike(remark) && !saysOverlap(remark);
  });
  const compared = area === undefined ? mostCategories(dataset, { spec, dimensions: alike }) : undefined;
  const each = eachArea(starter);
  const briefing = writeBriefing({
    name,
    spec,
    measure,
    dataPath: path.startsWith("..") ? path : `./${path}`,
    encoding,
    periods: happened.periods.length,
    until: happened.until,
    areas,
    chosen,
    totals,
    hasGaps,
    latest,
    from,
    isComparable,
    unstated,
    areRanked: area === undefined || !forbidsRanks(guess.remarks.get(`dimensions.${area}`)),
    only,
    isCalledAsFile: spec.title === nameOf(file),
    drawn: {
      label: !isOfOtherScript(spec.measures[measure]?.label ?? ""),
      names: !namesIn(dataset, [area ?? compared?.dimension ?? ""]).some(isOfOtherScript),
      times: areOfOneLength(dataset, measure),
    },
    compared,
    template,
  });
  return {
    "dataset.ts": writeDefinition(name, spec, guess.remarks),
    "briefing.ts": briefing,
    "introduction.hbs": introduction,
    "briefing.css": stylesheet,
    "package.json": `${JSON.stringify(
      {
        private: true,
        type: "module",
        scripts: { build: `briefwright build briefing.ts${each} --out out` },
        dependencies: { briefwright: `^${packageJson.version}` },
      },
      null,
      2,
    )}\n`,
    "README.md": readme(each),
  };
}

const introduction = `{{#known claim="total"}}
<p class="standfirst">{{sentence "total"}}{{note "total"}}</p>
{{else}}
<p class="standfirst">{{> sentence-absent}}</p>
{{/known}}
`;

const stylesheet = `/* Your colours and fonts: the properties at the top of the package's templates/briefing.css.
   :root { --brand: #1d4f91; } */
`;

const readme = (each: string): string => `# A briefing

- \`dataset.ts\` says what the columns of the data mean. Read its comments: they are what the table did not tell.
- \`briefing.ts\` says which figures and charts the briefing has, and the template that it is made on.
- \`introduction.hbs\` is the first paragraph; the rest is a template that ships with briefwright.
- \`briefing.css\` has the colours.

\`\`\`sh
npx briefwright build briefing.ts${each} --out out
\`\`\`
`;

interface FirstBuild extends Omit<Starter, "file" | "folder" | "guess"> {
  readonly terminal: Terminal;
}

/** Builds one briefing, so that there is something to look at; the package's own command builds all. */
async function buildFirst(folder: string, build: FirstBuild): Promise<ExitCode> {
  const { area: first } = build.start;
  return buildBriefings(
    join(folder, "briefing.ts"),
    {
      out: join(folder, "out"),
      format: isPageAlone(build) ? ["html"] : ["html", "pdf"],
      param: first !== undefined && isOfEach(build) ? { area: first } : undefined,
      mayHaveNone: true,
    },
    build.terminal,
  );
}

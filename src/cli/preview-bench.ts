import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { type Batch, diagnosticsOf, prepareBatch, workforceFor } from "../batch/index.ts";
import { type Briefing, loadPipeline, type RenderedPage } from "../briefing/index.ts";
import { type Dataset, markerOfCell } from "../dataset/index.ts";
import { BriefingError, type Diagnostic, traceOf } from "../diagnostics/index.ts";
import type {
  EarlyPage,
  PreviewData,
  PreviewFigure,
  PreviewPage,
  PreviewPlan,
  PreviewProblem,
} from "../preview/index.ts";
import type { BriefingRecord, RecordedFigure } from "../record/index.ts";
import { createReloader, prepareImport } from "../worker/index.ts";
import type { BenchAnswers, BenchQuestion, Changed, FromBench, ToBench } from "./bench-messages.ts";
import { InputError, inputError } from "./input-error.ts";
import { batchRequest, type OpenedBriefing, openBriefing, readDatasets, readPrevious } from "./open-briefing.ts";
import type { PreviewOptions } from "./preview-options.ts";
import { groupAlike } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/**
 * What is made again before its author has saved anything, each as after a save: first what most saves need, then all that any does. In ms, how
 * long nothing must be asked before.
 */
const rehearsals = ["templates", "templates", "everything"] as const;
const pause = 200;

/**
 * Makes the briefings of a preview, in a process of their own that answers one question after the other until its parent is gone. Settles
 * before that, when the first page was made and rehearsed: what V8 compiled by then is kept for later processes.
 */
export async function serveBench(module: string, options: PreviewOptions, terminal: Terminal): Promise<void> {
  const bench = createBench(module, options, terminal);
  const turns = createTurns();
  let rehearsed = 0;
  let setCompiled = () => {};
  const compiled = new Promise<void>((resolve) => {
    setCompiled = resolve;
  });

  /** As after a save, while the author looks at the page: what V8 has run several times takes half as long. */
  async function rehearse(page: BenchQuestion): Promise<void> {
    for (const what of rehearsals.slice(rehearsed)) {
      await setTimeout(pause);
      if (turns.isTaken()) return;
      rehearsed += 1;
      await turns.take(async () => {
        await bench({ kind: "forget", what }, async () => {});
        // What is wrong with it by now is told to whoever asks.
        await bench(page, async () => {}).catch(() => {});
      });
    }
  }

  process.on("message", ({ id, ask }: ToBench) => {
    const answered = turns.take(async () => {
      await told(await answer(bench, id, ask));
    });
    if (ask.kind === "page")
      void answered.then(() => rehearse(ask)).then(() => rehearsed === rehearsals.length && setCompiled());
  });
  process.once("disconnect", () => process.exit());
  // A module is loaded when it is asked for: until then this process is the spare one.
  await Promise.all([loadPipeline(), prepareImport()]);
  await compiled;
}

/** Lets one thing run after the other. */
function createTurns() {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  return {
    isTaken: () => waiting > 0,
    take(run: () => Promise<void>): Promise<void> {
      waiting += 1;
      last = last.then(run).finally(() => {
        waiting -= 1;
      });
      return last;
    },
  };
}

async function answer(bench: AnyBench, id: number, ask: BenchQuestion): Promise<FromBench> {
  try {
    return { id, value: await bench(ask, (early) => told({ id, early })) };
  } catch (error) {
    return { id, problems: problemsOf(error) };
  }
}

/** Settles when it is on its way: what follows computes for long. Where nobody listens any more, "disconnect" follows. */
const told = (message: FromBench): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });

function problemsOf(error: unknown): readonly PreviewProblem[] {
  if (error instanceof BriefingError || error instanceof InputError) return toProblems(error.diagnostics);
  return [{ severity: "error", text: traceOf(error) }];
}

const toProblems = (diagnostics: readonly Diagnostic[]): readonly PreviewProblem[] =>
  groupAlike(diagnostics.map((diagnostic) => ({ diagnostic }))).map(({ text, diagnostic: { severity } }) => ({
    severity,
    text,
  }));

type TellEarly = (early: EarlyPage) => Promise<void>;

export type AnyBench = (ask: BenchQuestion, tellEarly: TellEarly) => Promise<BenchAnswers[keyof BenchAnswers]>;

/** What was read and prepared is kept until it is said to have changed. */
export function createBench(module: string, options: PreviewOptions, terminal: Terminal): AnyBench {
  let opened: Promise<OpenedBriefing> | undefined;
  let datasets: Promise<ReadonlyMap<string, Dataset>> | undefined;
  let prepared: Promise<Batch> | undefined;
  let reloadModule: ReturnType<typeof createReloader> | undefined;
  /** That of the module as it was when it was last prepared, and what it had read. */
  let last: Briefing | undefined;
  let lastRead: ReadData | undefined;
  const open = () => {
    reloadModule ??= createReloader();
    opened ??= openBriefing(module, options.data);
    return opened;
  };
  const read = () => (datasets ??= open().then(readOnce));
  const readOnce = async (own: OpenedBriefing): Promise<ReadonlyMap<string, Dataset>> => {
    if (lastRead && isReadAlike(lastRead.own, own, options)) return lastRead.datasets;
    const found = await readDatasets(own, await readPrevious(options));
    lastRead = { own, datasets: found };
    return found;
  };
  const prepare = () =>
    (prepared ??= Promise.all([open(), read()]).then(([{ briefing }, data]) => {
      const before = last;
      last = briefing;
      return prepareAfresh({ briefing, before, module, datasets: data }, options, terminal);
    }));

  async function forget(what: Changed | "everything"): Promise<null> {
    prepared = undefined;
    if (what !== "templates") [datasets, lastRead] = [undefined, undefined];
    if (what === "everything" && last) (await loadPipeline()).forgetParts(last);
    return null;
  }

  function reload(files: readonly string[]): boolean {
    // What was not loaded yet is loaded as it is now.
    if (reloadModule?.(files) === false) return false;
    [opened, datasets, prepared] = [undefined, undefined, undefined];
    return true;
  }

  return async (ask, tellEarly) => {
    if (ask.kind === "forget") return forget(ask.what);
    if (ask.kind === "reload") return reload(ask.files);
    try {
      if (ask.kind === "data") return [...(await read()).values()].map(showData);
      const batch = await prepare();
      return ask.kind === "plan" ? showPlan(batch) : await showPage(batch, ask.name, tellEarly);
    } catch (error) {
      // The next question tries again.
      [opened, datasets, prepared, lastRead] = [undefined, undefined, undefined, undefined];
      throw error;
    }
  };
}

interface ReadData {
  readonly own: OpenedBriefing;
  readonly datasets: ReadonlyMap<string, Dataset>;
}

/** Where all of the data is; undefined where a module makes some of it. */
const filesOf = (inputs: OpenedBriefing["inputs"]): string | undefined => {
  const all = Object.entries(inputs);
  const inFiles = all.every(([, input]) => typeof input === "string" || input instanceof URL);
  return inFiles ? JSON.stringify(all.map(([id, input]) => [id, String(input)])) : undefined;
};

/** Whether a module that was saved reads the same data as before, of files that were not. */
function isReadAlike(before: OpenedBriefing, now: OpenedBriefing, { previous = [] }: PreviewOptions): boolean {
  const files = filesOf(now.inputs);
  const specsOf = ({ briefing }: OpenedBriefing) =>
    Object.entries(briefing.spec.datasets).map(([id, { spec }]) => [id, spec]);
  return (
    files !== undefined &&
    files === filesOf(before.inputs) &&
    previous.length === 0 &&
    now.briefing.files === before.briefing.files &&
    isDeepStrictEqual(specsOf(before), specsOf(now))
  );
}

interface Afresh {
  readonly briefing: Briefing;
  readonly before: Briefing | undefined;
  readonly module: string;
  readonly datasets: ReadonlyMap<string, Dataset>;
}

/** With the templates, stylesheets and images as they are now. */
async function prepareAfresh(
  { briefing, before, module, datasets }: Afresh,
  options: PreviewOptions,
  terminal: Terminal,
): Promise<Batch> {
  const { readAgain } = await loadPipeline();
  readAgain(briefing, before);
  const each = options.each ?? onlyChoice(briefing, options.param);
  const chosen = { ...options, format: ["html", "pdf"] as const, each };
  const request = batchRequest({ briefing, module, datasets }, chosen, terminal);
  return prepareBatch(briefing, request, workforceFor({ concurrency: 1 }, { expected: 1, ahead: false }));
}

/** The parameter to choose from, where nobody says: the one that is a category and that nothing is given for. */
function onlyChoice(
  { spec: { parameters = {} } }: Briefing,
  given: Readonly<Record<string, string>> = {},
): string | undefined {
  const open = Object.entries(parameters).filter(([name, { kind }]) => kind === "category" && !(name in given));
  const names = open.map(([name]) => name);
  if (names.length < 2) return names[0];
  throw inputError({
    code: "invalid-option",
    message: `The briefing has several parameters that are categories: ${names.join(", ")}.`,
    hint: `Choose from one of them, and name the others: --each ${names[0]} --param ${names[1]}=….`,
  });
}

const showPlan = ({ items, prepared: { briefing, datasets } }: Batch): PreviewPlan =>
  items.map(({ name, parameters }) => ({ name, label: labelOf(briefing, datasets, parameters) ?? name }));

function labelOf(
  { spec }: Briefing,
  datasets: ReadonlyMap<string, Dataset>,
  values: Readonly<Record<string, string>>,
): string | undefined {
  const labels = Object.entries(values).map(([name, value]) => {
    const parameter = spec.parameters?.[name];
    return parameter?.kind === "category"
      ? datasets.get(parameter.dataset)?.category(parameter.dimension, value)?.label
      : value;
  });
  return labels.length > 0 ? labels.join(", ") : undefined;
}

async function showPage(
  { items, prepared, request, pipeline }: Batch,
  name: string,
  tellEarly: TellEarly,
): Promise<PreviewPage> {
  const item = items.find((one) => one.name === name);
  if (!item) throw inputError({ code: "unknown-category", message: `There is no briefing "${name}" any more.` });
  const tell = ({ title, html, record }: RenderedPage) => tellEarly({ title, html, figures: showFigures(record) });
  try {
    const { parameters } = item;
    const made = await pipeline.renderBriefing(prepared, { ...request, parameters }, tell);
    const { title, html = "", pdf = new Uint8Array(), pageCount = 0, record, diagnostics } = made;
    return { title, html, pdf, pageCount, figures: showFigures(record), warnings: toProblems(diagnostics) };
  } catch (error) {
    throw new BriefingError(diagnosticsOf(error), { cause: error });
  }
}

function showFigures({ claims, cells, observations, datasets, sources }: BriefingRecord): readonly PreviewFigure[] {
  const titles = new Map(sources.map(({ id, title, publisher }) => [id, `${title}, ${publisher}`]));
  const measures = new Map(datasets.map(({ id, measures }) => [id, measures]));
  const cellOf = ({ role, observation }: RecordedFigure["evidence"][number]) => {
    const found = observations[observation];
    if (!found) return [];
    const { dataset, measure, labels, state, value, source, vintage } = found;
    const name = [measures.get(dataset)?.[measure]?.label ?? measure, ...Object.values(labels)].join(", ");
    const published = [titles.get(source) ?? source, vintage].filter(Boolean).join(", ");
    return [{ role, label: name, value: value === undefined ? state : String(value), source: published }];
  };
  return [...claims, ...cells].map(({ id, value, phrase, verdict, printed, facets, issues, evidence }) => ({
    id,
    value,
    phrase,
    verdict,
    isPrinted: printed,
    reasons: [...facets.map(({ reason }) => reason), ...issues.map(({ message }) => message)].filter(Boolean),
    cells: evidence.flatMap(cellOf),
  }));
}

/** So many cells of a dataset are shown. */
const rowsShown = 1000;

function showData(dataset: Dataset): PreviewData {
  const { spec } = dataset.definition;
  const dimensions = Object.entries(spec.dimensions);
  const { observations } = dataset;
  return {
    title: spec.title,
    headings: [...dimensions.map(([id, { label }]) => label ?? id), "Measure", "Figure", "Source", "Published"],
    rows: observations
      .slice(0, rowsShown)
      .map(({ at, measure, cell, source, vintage }) => [
        ...dimensions.map(
          ([id]) => dataset.category(id, at[id] ?? "")?.label ?? dataset.period(at[id] ?? "")?.label ?? at[id] ?? "",
        ),
        spec.measures[measure]?.label ?? measure,
        "value" in cell ? String(cell.value) : markerOfCell(cell),
        dataset.sources.get(source)?.title ?? source,
        vintage,
      ]),
    total: observations.length,
  };
}

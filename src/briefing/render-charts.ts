import {
  auditAlt,
  type ChartRow,
  type FormatValue,
  type RenderChartOptions,
  type RenderedChart,
} from "../charts/index.ts";
import { categoriesNamed, type Dataset, measureDecimals } from "../dataset/index.ts";
import { BriefingError, createDiagnostics, type Diagnostic, type DiagnosticDetails } from "../diagnostics/index.ts";
import { decimalsOf, plainType, type Words } from "../language/index.ts";
import { type AnyContext, createContext } from "./briefing-context.ts";
import type { BriefingChart } from "./briefing-spec.ts";
import { changedByFormat } from "./changed-by-format.ts";
import { checkAltFigures } from "./check-alt-figures.ts";
import type { CompiledBriefing } from "./compile-briefing.ts";
import { isIntervalEnd } from "./drawn-figures.ts";
import { fieldMeanings } from "./field-meanings.ts";
import { figuresNamed } from "./figures-named.ts";
import { periodOf } from "./period-of.ts";
import type { PreparedBriefing } from "./prepare-briefing.ts";
import { createRowSource, type RowOrigins } from "./traced-rows.ts";

export interface RenderedCharts {
  readonly charts: ReadonlyMap<string, RenderedChart>;
  /** Draws those that are drawn otherwise on paper, when it is asked first: pages are made without. */
  readonly printCharts: () => Promise<PrintCharts>;
  /** Charts with nothing to draw, because every figure is missing or hidden. */
  readonly emptyCharts: ReadonlySet<string>;
  readonly chartFormats: ReadonlyMap<string, FormatValue>;
  /** What the figures of each chart's rows are. */
  readonly chartOrigins: ReadonlyMap<string, RowOrigins>;
  readonly chartDiagnostics: readonly Diagnostic[];
  /** Of words such as `latest` that mean a period which most areas have no figure for: a sentence each time. */
  readonly sparsePeriods: readonly string[];
}

/** Charts that are drawn otherwise on paper. */
interface PrintCharts {
  readonly charts: ReadonlyMap<string, RenderedChart>;
  /** Warnings that the same on screens was not told with. */
  readonly diagnostics: readonly Diagnostic[];
}

interface RenderChartsOptions {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly draft: boolean;
  /** Charts are also drawn for narrow screens. */
  readonly isForScreens: boolean;
  /** Charts that look otherwise on paper may be asked for. */
  readonly isForPaper: boolean;
}

/** A telephone's screen, less its margins. */
const narrowPx = 340;

/** Draws the charts, one after the other. One without data is left out with a warning: an area may have no figures. */
export async function renderCharts(prepared: PreparedBriefing, options: RenderChartsOptions): Promise<RenderedCharts> {
  const diagnostics = createDiagnostics();
  const charts = new Map<string, RenderedChart>();
  const prints = new Map<string, DrawnChart["print"]>();
  const emptyCharts = new Set<string>();
  const chartFormats = new Map<string, FormatValue>();
  const chartOrigins = new Map<string, RowOrigins>();
  const sparsePeriods: string[] = [];
  for (const [id, chart] of Object.entries(prepared.briefing.spec.charts ?? {})) {
    try {
      const { rendered, print, origins, formatValue } = await renderChart(prepared, {
        ...options,
        id,
        chart,
        diagnostics,
        sparsePeriods,
      });
      chartFormats.set(id, formatValue);
      if (rendered) charts.set(id, rendered);
      if (options.isForPaper) prints.set(id, print);
      chartOrigins.set(id, origins);
    } catch (error) {
      if (!(error instanceof BriefingError)) throw error;
      const onlyEmpty = error.diagnostics.every(({ code }) => code === "chart-no-data");
      if (onlyEmpty) emptyCharts.add(id);
      diagnostics.add(error.diagnostics.map((found) => (onlyEmpty ? { ...found, severity: "warning" } : found)));
    }
  }
  diagnostics.throwIfErrors();
  let printed: Promise<PrintCharts> | undefined;
  return {
    charts,
    printCharts() {
      printed ??= drawForPaper(prints);
      return printed;
    },
    emptyCharts,
    chartFormats,
    chartOrigins,
    chartDiagnostics: diagnostics.all,
    sparsePeriods,
  };
}

async function drawForPaper(prints: ReadonlyMap<string, DrawnChart["print"]>): Promise<PrintCharts> {
  const diagnostics = createDiagnostics();
  const charts = new Map<string, RenderedChart>();
  for (const [id, print] of prints) {
    const { printed, untold } = await print();
    if (printed) charts.set(id, printed);
    diagnostics.add(untold);
  }
  return { charts, diagnostics: diagnostics.all };
}

interface ChartRequest extends RenderChartsOptions {
  readonly id: string;
  readonly chart: BriefingChart<AnyContext>;
  readonly diagnostics: ReturnType<typeof createDiagnostics>;
  /** Grows by what the rows of the chart say of it. */
  readonly sparsePeriods: string[];
}

interface DrawnChart {
  readonly rendered: RenderedChart | undefined;
  /** Of the rows that it was drawn with. */
  readonly origins: RowOrigins;
  /** Warnings about how it is drawn. */
  readonly diagnostics: readonly Diagnostic[];
  /** Draws it for paper, where that has another look. */
  print(): Promise<{ readonly printed: RenderedChart | undefined; readonly untold: readonly Diagnostic[] }>;
}

async function renderChart(
  prepared: PreparedBriefing,
  { id, chart, parameters, draft, isForScreens, diagnostics, sparsePeriods }: ChartRequest,
): Promise<DrawnChart & { readonly formatValue: FormatValue }> {
  const { briefing, compiled, datasets, evaluator, naming, parts } = prepared;
  const source = createRowSource(evaluator, naming);
  const context = createContext({ datasets: source.datasets, parameters, figures: source });
  const rows = checkedRows(id, chart.data(context));
  sparsePeriods.push(...source.sparsePeriods);
  const { origins, diagnostics: misplaced } = source.trace(id, rows);
  const own = ownLast(datasets, origins);
  const formatValue = chart.formatValue ?? measureFormat(own, compiled.writeDecimal);
  const alt = chart.alt?.(context);
  const { literals = [] } = chart;
  const longDescription = chart.longDescription?.(context);
  const said = [
    { field: "alt", alt },
    { field: "longDescription", alt: longDescription },
  ] as const;
  const inAlt = said.flatMap(({ field, alt: text }) =>
    text === undefined
      ? []
      : auditAlt({
          id,
          alt: text,
          field,
          rows,
          formatValue,
          words: compiled.words,
          literals: [...literals, ...namesInSentences(rows, datasets)],
        }),
  );
  const meaningOf = fieldMeanings(origins, datasets);
  const misplacedInAlt = said.flatMap(({ field, alt: text }) =>
    text === undefined
      ? []
      : checkAltFigures({ id, text, field, origins, formatValue, words: compiled.words, ...naming }),
  );
  const changed = changedByFormat({ id, rows, formatValue: chart.formatValue, meaningOf, words: compiled.words });
  const { saidFigures = "warn" } = briefing.spec;
  const labels = fieldLabels(own);
  const reportSaid = (found: readonly DiagnosticDetails[]) => {
    for (const each of found) (saidFigures === "error" && !draft ? diagnostics.error : diagnostics.warn)(each);
  };
  if (saidFigures !== "ignore")
    for (const { field, alt: text = "" } of said) reportSaid(saidInAlt(id, field, text, compiled.words));
  for (const found of [...misplaced, ...inAlt, ...misplacedInAlt, ...changed])
    (draft ? diagnostics.warn : diagnostics.error)(found);
  const given: RenderChartOptions = {
    lang: briefing.spec.lang,
    fieldLabels: labels,
    formatValue,
    meaningOf,
    periodOf: periodOf(own),
    namesFigure: figuresNamed(origins, { ...naming, figures: source.figures, all: source.all }),
    isConfidenceEnd: (row, field) => isIntervalEnd(origins.get(row)?.get(field)),
    roundingOf: (row, field) => origins.get(row)?.get(field)?.rounding,
    alt,
    longDescription,
  };
  const drawn = await parts.of(
    `drawn chart ${id}`,
    {
      same: [compiled.charts.get(id), compiled.words, datasets, chart.formatValue],
      // A module that was saved gives rows of its own: what they hold, and what their figures are, decides.
      alike: [compiled.chartThemes, rows, [...origins.values()], source.all(), alt, longDescription, isForScreens],
    },
    () => drawChart(prepared, { id, rows, origins, given, isForScreens }),
  );
  const { rendered } = drawn;
  diagnostics.add(drawn.diagnostics);
  if (rendered && saidFigures !== "ignore") {
    const texts = [...rendered.sentences, ...rendered.table.columns.map(({ label }) => label)].map(plainType);
    const ofData = textsIn(rows).filter((text) => categoriesNamed(text, datasets).length > 0);
    const known = [...ofData, ...Object.values(labels), ...literals].map(plainType);
    reportSaid(saidInTexts(id, typedOf(texts, known), compiled.words));
  }
  return { ...drawn, formatValue };
}

interface ChartToDraw {
  readonly id: string;
  readonly rows: readonly ChartRow[];
  readonly origins: RowOrigins;
  readonly given: RenderChartOptions;
  readonly isForScreens: boolean;
}

async function drawChart(
  { compiled }: PreparedBriefing,
  { id, rows, origins, given, isForScreens }: ChartToDraw,
): Promise<DrawnChart> {
  const onScreens = await compiled.charts
    .get(id)
    ?.render(rows, { ...given, narrowPx: isForScreens ? narrowPx : undefined });
  // Of recipes alone: what colours an author's own spec has on a dark page is not known.
  const darkChart =
    isForScreens && onScreens?.recipe
      ? await compiled.darkChart(id, onScreens.narrow?.svg ?? onScreens.svg)
      : undefined;
  const inDark = await darkChart?.render(rows, { ...given, narrowPx });
  const diagnostics = onScreens?.diagnostics ?? [];
  return {
    rendered: onScreens && inDark ? withDark(onScreens, inDark) : onScreens,
    origins,
    diagnostics,
    async print() {
      const printed = await (await compiled.printChart(id))?.render(rows, given);
      const told = new Set(diagnostics.map(({ message }) => message));
      return { printed, untold: printed?.diagnostics.filter(({ message }) => !told.has(message)) ?? [] };
    },
  };
}

/** What the same chart is found to draw wrongly on a dark page, and was not told of the first. */
function withDark(rendered: RenderedChart, { svg, narrow, untraced }: RenderedChart): RenderedChart {
  const told = new Set(rendered.untraced.map(({ message }) => message));
  return {
    ...rendered,
    dark: { svg, narrowSvg: narrow?.svg },
    untraced: [...rendered.untraced, ...untraced.filter(({ message }) => !told.has(message))],
  };
}

function checkedRows(id: string, rows: unknown): readonly ChartRow[] {
  const isRow = (row: unknown) => typeof row === "object" && row !== null;
  if (Array.isArray(rows) && rows.every(isRow)) return rows as readonly ChartRow[];
  const isPromise = isRow(rows) && "then" in (rows as object);
  throw new BriefingError([
    {
      code: "invalid-chart-data",
      severity: "error",
      message: `The chart's data gives ${isPromise ? "a promise" : "something else"} where a list of rows has to be.`,
      hint: 'Give the rows themselves, as where() of a dataset does: [{ area: "Kent", offences: 120 }].',
      source: { id, field: "data" },
    },
  ]);
}

/** What the categories of rows are called within sentences. */
function namesInSentences(rows: readonly ChartRow[], datasets: ReadonlyMap<string, Dataset>): readonly string[] {
  const names = new Set(rows.flatMap((row) => Object.values(row).filter((value) => typeof value === "string")));
  return [...names]
    .flatMap((name) => categoriesNamed(name, datasets))
    .flatMap(({ inText, locative }) => [inText, locative ?? inText]);
}

/** Figures that an author's alt text says in words, as the document's text is warned of them. */
const saidInAlt = (id: string, field: string, text: string, { saidFigures }: Words): readonly DiagnosticDetails[] =>
  saidFigures(text).map(({ text: figure }) => ({
    code: "said-figure",
    message: `"${figure}" in the chart's ${field === "alt" ? "alt text" : "long description"} says a figure in words, which cannot be traced: "${text}".`,
    hint: "Write the figure in digits, as the chart's rows have it, or leave it out.",
    source: { id, field },
  }));

/** Each text of rows, once. */
function textsIn(rows: readonly ChartRow[]): readonly string[] {
  const texts = new Set<string>();
  for (const row of rows) {
    for (const field in row) {
      const value = row[field];
      if (typeof value === "string") texts.add(value);
    }
  }
  return [...texts];
}

/** Texts of a chart that are not names of its rows or of the data: titles, and what a spec writes. */
function typedOf(drawn: readonly string[], known: readonly string[]): readonly string[] {
  const names = new Set(known);
  return [...new Set(drawn)].filter((text) => !names.has(text));
}

/** Figures that the texts of a chart say in words. */
const saidInTexts = (id: string, texts: readonly string[], { saidFigures }: Words): readonly DiagnosticDetails[] =>
  texts.flatMap((text) =>
    saidFigures(text).map(({ text: figure }) => ({
      code: "said-figure",
      message: `"${figure}" in "${text}", a text of the chart, says a figure in words, which cannot be traced.`,
      hint: `Let the chart write figures of its rows, or declare it with literals: [${JSON.stringify(text)}] if it is not a figure of the data.`,
      source: { id },
    })),
  );

/** Datasets may have dimensions and measures of one id: those that a chart's figures come from are asked last, and decide. */
function ownLast(datasets: ReadonlyMap<string, Dataset>, origins: RowOrigins): ReadonlyMap<string, Dataset> {
  const own = new Set<string>();
  for (const figures of origins.values())
    for (const { origin } of figures.values()) if (origin.kind === "cell") own.add(origin.dataset);
  const isOwn = ([id]: readonly [string, Dataset]): boolean => own.has(id);
  return new Map([...[...datasets].filter((each) => !isOwn(each)), ...[...datasets].filter(isOwn)]);
}

/** Rows from `where()` have the ids of dimensions and measures as fields; readers know them by their labels. */
function fieldLabels(datasets: ReadonlyMap<string, Dataset>): Readonly<Record<string, string>> {
  const labelled = [...datasets.values()].flatMap(({ definition: { spec } }) => [
    ...Object.entries(spec.dimensions),
    ...Object.entries(spec.measures),
  ]);
  return Object.fromEntries(labelled.map(([id, { label }]) => [id, label]));
}

/** Of a figure of no measure. */
const mostDecimals = 3;

/** Writes a figure as claims do: with the decimals of the measure that a field is named after, half up. */
function measureFormat(
  datasets: ReadonlyMap<string, Dataset>,
  writeDecimal: CompiledBriefing["writeDecimal"],
): FormatValue {
  const decimals = new Map(
    [...datasets.values()].flatMap(({ definition }) =>
      Object.entries(definition.spec.measures).map(([id, measure]) => [id, measureDecimals(measure)] as const),
    ),
  );
  return (value, field) => writeDecimal(value, decimals.get(field) ?? Math.min(decimalsOf(value), mostDecimals));
}

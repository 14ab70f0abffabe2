import type { FormatValue, RenderedChart } from "../charts/index.ts";
import {
  type Claim,
  type ClaimEvaluator,
  type ClaimSpec,
  type ClaimTable,
  evaluateClaims,
  evaluateTable,
  type TableSpec,
  toLoadedDatasets,
} from "../claims/index.ts";
import type { Dataset, Source } from "../dataset/index.ts";
import { BriefingError, createDiagnostics, type Diagnostic } from "../diagnostics/index.ts";
import { buildDocument } from "../document/index.ts";
import type { BriefingContext, Definitions, Parameters } from "./briefing-spec.ts";
import type { PreparedBriefing } from "./prepare-briefing.ts";
import { resolveParameters } from "./resolve-parameters.ts";

type AnyContext = BriefingContext<Definitions, Parameters>;

export interface RenderRequest {
  readonly parameters: Readonly<Record<string, string>>;
  readonly formats: ReadonlySet<"html" | "pdf">;
  readonly date: Date;
  /** Figures that cannot be traced are warnings rather than errors. */
  readonly draft: boolean;
}

export interface RenderedBriefing {
  readonly title: string;
  readonly html: string | undefined;
  readonly pdf: Uint8Array | undefined;
  readonly pageCount: number | undefined;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly diagnostics: readonly Diagnostic[];
}

/** One briefing from what all of them share: the pipeline, a line a stage. */
export async function renderBriefing(prepared: PreparedBriefing, request: RenderRequest): Promise<RenderedBriefing> {
  const { briefing, compiled, datasets, evaluator } = prepared;
  const { spec } = briefing;
  const { date, draft, formats } = request;
  const parameters = resolveParameters(spec.parameters ?? {}, request.parameters, datasets);
  const context = createContext(evaluator, parameters);

  const claims = evaluateClaims(spec.claims(context), evaluator);
  const tables = evaluateTables(spec.tables?.(context) ?? {}, evaluator);
  const { charts, ...drawn } = await renderCharts(prepared, context);
  const rendered = compiled.template.render({
    lang: spec.lang,
    date,
    claims,
    charts,
    emptyCharts: drawn.empty,
    chartFormats: drawn.formats,
    tables,
    sources: allSources(datasets),
    parameters,
  });
  const document = buildDocument(rendered, { strict: !draft });
  const metadata = {
    ...(spec.author !== undefined && { author: spec.author }),
    ...(spec.description !== undefined && { description: spec.description }),
  };
  const html = formats.has("html") ? compiled.html().render(document, { charts, date, ...metadata }) : undefined;
  const pdf = formats.has("pdf")
    ? await (await compiled.pdf()).render(document.tree, {
        title: document.title,
        lang: document.lang,
        date,
        ...(spec.author !== undefined && { author: spec.author }),
        ...(spec.description !== undefined && { subject: spec.description }),
        images: (src) => drawingOf(charts, src),
      })
    : undefined;

  return {
    title: document.title,
    html,
    pdf: pdf?.bytes,
    pageCount: pdf?.pageCount,
    claims,
    diagnostics: [
      ...[...datasets.values()].flatMap(({ diagnostics }) => diagnostics),
      ...compiled.diagnostics,
      ...drawn.diagnostics,
      ...document.diagnostics,
      ...(formats.has("html") ? compiled.html().diagnostics : []),
      ...(pdf?.diagnostics ?? []),
    ],
  };
}

function createContext(evaluator: ClaimEvaluator, parameters: Readonly<Record<string, unknown>>): AnyContext {
  const figure = (spec: ClaimSpec): number | null => evaluator.evaluate("figure", spec).figure?.value ?? null;
  return { ...toLoadedDatasets(evaluator.datasets), ...parameters, figure } as AnyContext;
}

function evaluateTables(
  specs: Readonly<Record<string, TableSpec>>,
  evaluator: ClaimEvaluator,
): ReadonlyMap<string, ClaimTable> {
  return new Map(Object.entries(specs).map(([id, spec]) => [id, evaluateTable(id, spec, evaluator)]));
}

interface RenderedCharts {
  readonly charts: ReadonlyMap<string, RenderedChart>;
  /** Charts with nothing to draw, because every figure is missing or hidden. */
  readonly empty: ReadonlySet<string>;
  readonly formats: ReadonlyMap<string, FormatValue>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Draws the charts, one after the other. One without data is left out with a warning: an area may have no figures. */
async function renderCharts({ briefing, compiled }: PreparedBriefing, context: AnyContext): Promise<RenderedCharts> {
  const diagnostics = createDiagnostics();
  const charts = new Map<string, RenderedChart>();
  const empty = new Set<string>();
  const formats = new Map<string, FormatValue>();
  for (const [id, { data, alt, formatValue }] of Object.entries(briefing.spec.charts ?? {})) {
    if (formatValue) formats.set(id, formatValue);
    try {
      const rendered = await compiled.charts.get(id)?.render(data(context), {
        lang: briefing.spec.lang,
        ...(alt && { alt: alt(context) }),
        ...(formatValue && { formatValue }),
      });
      if (rendered) charts.set(id, rendered);
      diagnostics.add(rendered?.diagnostics ?? []);
    } catch (error) {
      if (!(error instanceof BriefingError)) throw error;
      const onlyEmpty = error.diagnostics.every(({ code }) => code === "chart-no-data");
      if (onlyEmpty) empty.add(id);
      diagnostics.add(error.diagnostics.map((found) => (onlyEmpty ? { ...found, severity: "warning" } : found)));
    }
  }
  diagnostics.throwIfErrors();
  return { charts, empty, formats, diagnostics: diagnostics.all };
}

function allSources(datasets: ReadonlyMap<string, Dataset>): ReadonlyMap<string, Source> {
  return new Map([...datasets.values()].flatMap(({ sources }) => [...sources]));
}

const chartScheme = "chart:";

function drawingOf(charts: ReadonlyMap<string, RenderedChart>, src: string) {
  const chart = src.startsWith(chartScheme) ? charts.get(src.slice(chartScheme.length)) : undefined;
  return (
    chart && {
      kind: "drawing" as const,
      widthPx: chart.widthPx,
      heightPx: chart.heightPx,
      draw: (context: object) => chart.draw(context),
    }
  );
}

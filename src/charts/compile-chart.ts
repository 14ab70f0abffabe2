import type { Config, Runtime, Spec } from "vega";
import type { TopLevelSpec } from "vega-lite";
import { createDiagnostics, type Diagnostics, type SourceLocation } from "../diagnostics/index.ts";
import type { FontSet } from "../fonts/index.ts";
import { englishWords, type Words } from "../language/index.ts";
import { type ChartLimits, defaultLimits } from "./chart-limits.ts";
import { checkInlineData } from "./checks/check-inline-data.ts";
import { checkLayouts } from "./checks/check-layouts.ts";
import { fieldsRead } from "./checks/check-rows.ts";
import { checkSpec } from "./checks/check-spec.ts";
import { checkTime } from "./checks/check-time.ts";
import type { CompiledChart } from "./compiled-chart.ts";
import { markTooltips } from "./draw/tooltips.ts";
import { isObject, type JsonObject } from "./json.ts";
import { numberWriting } from "./number-writing.ts";
import { withoutRecipeColors } from "./recipes/emphasis.ts";
import { type ChartProgram, renderChart, tookTooLong } from "./render-chart.ts";
import { readMarkChannels } from "./scene-reading/mark-channels.ts";
import { keepMembers } from "./scene-reading/row-tags.ts";
import { readShape } from "./shape/read-shape.ts";
import { readColorCodings } from "./spec/color-codings.ts";
import { figureFields } from "./spec/figure-fields.ts";
import { type LoadResource, loadData } from "./spec/load-data.ts";
import { ownRows } from "./spec/own-rows.ts";
import { isVegaSpec, type PreparedSpec, prepareSpec } from "./spec/prepare-spec.ts";
import { readComputations } from "./spec/read-computations.ts";
import { withRowsAsText } from "./spec/rows-as-text.ts";
import { type ChartTheme, completeTheme } from "./theme/chart-theme.ts";
import { themeConfig } from "./theme/theme-config.ts";
import { chartLocale } from "./vega/chart-locale.ts";
import { lendToVega } from "./vega/lend-to-vega.ts";
import { loadPixelCanvas, transformsOfPixels } from "./vega/pixel-canvas.ts";
import { createRunWithin } from "./vega/run-within.ts";
import { createMeasure } from "./vega/text-metrics.ts";
import { createVegaLog, messageOf } from "./vega/vega-log.ts";
import { loadInterpreter, loadVega, type VegaModules } from "./vega/vega-modules.ts";

export interface ChartOptions {
  /** Names the chart in diagnostics, and opens the ids of its SVG. Kebab-case. */
  readonly id: string;
  /** A Vega-Lite spec (or a Vega spec, told by its `$schema`) as plain JSON. Never changed. */
  readonly spec: object;
  /** What measures the texts, and must draw them. */
  readonly fonts: FontSet;
  /** What it leaves open is `defaultTheme`'s. */
  readonly theme?: Partial<ChartTheme>;
  /** Width of the whole chart, axes included; 640 where absent: the column of an A4 page. */
  readonly widthPx?: number;
  /** The file that the spec came from, for diagnostics. */
  readonly file?: string;
  /** `inline`: draw the spec's own data, and let the rows that are passed be. `rows` (the default): rows replace it. */
  readonly data?: "rows" | "inline";
  /** Words with digits that the spec draws and that are no figures of the data, as it writes them: `100,000`. */
  readonly literals?: readonly string[];
  /** In HTML, shapes say what the spec's `tooltip` encodings name. Default: they do not. */
  readonly tooltips?: boolean;
  /** Language of its numbers, dates and description; British English where absent. */
  readonly words?: Words;
  /**
   * Whether the spec is your own. Then its expressions are compiled to JavaScript; else they are interpreted, so that no text
   * of it becomes code. Default true.
   */
  readonly trusted?: boolean;
  /** How large and slow it may be; `defaultLimits` where absent. */
  readonly limits?: Partial<ChartLimits>;
  /** Reads the data and images that the spec names by address. Absent: it reads nothing but `data:` images. */
  readonly load?: LoadResource;
}

/**
 * Compiles a spec once, to be rendered with any rows.
 *
 * The rows become the dataset that the spec names (`data: {name: "data"}`); a spec without data gets them too, and
 * inline `values` count as an example that the rows replace. Throws a `BriefingError` that names the chart and says
 * everything found wrong with the spec.
 */
export async function compileChart(options: ChartOptions): Promise<CompiledChart> {
  const { id, fonts, file, widthPx = 640, data = "rows", literals = [] } = options;
  const { words = englishWords(), trusted = true, load } = options;
  const theme = completeTheme(options.theme);
  // To watch the time takes half a millisecond a chart: what is one's own is not watched unless one asks for it.
  const limits = { ...defaultLimits, ...(trusted && { milliseconds: Infinity }), ...options.limits };
  const source: SourceLocation = { id, ...(file === undefined ? {} : { file }) };
  const diagnostics = createDiagnostics();
  const given = requireObject(options.spec, source, diagnostics);
  const kind = isVegaSpec(given) ? "vega" : "vega-lite";
  const spec = load ? await loadData(given, { load, source, diagnostics }) : given;
  diagnostics.throwIfErrors();
  checkSpec({ spec, kind, mostRows: limits.rows, source, diagnostics });
  if (data === "inline" && kind === "vega-lite") checkInlineData(spec, source, diagnostics);
  diagnostics.throwIfErrors();
  const prepared = prepareSpec({ spec: withoutRecipeColors(spec), widthPx, data });

  const tooltips = options.tooltips ? markTooltips(prepared.spec, { kind, source, diagnostics }) : undefined;
  const modules = await loadVega();
  const interpreter = trusted ? undefined : await loadInterpreter();
  await fonts.ready();
  const measure = createMeasure(fonts);
  const runWithin = createRunWithin();
  const { stopped, result: compiled } = lendToVega(modules.vega, { measure }, () =>
    runWithin(limits.milliseconds, () =>
      compileSpec(modules, {
        prepared: { ...prepared, ...(tooltips && { spec: tooltips.spec }) },
        config: themeConfig(theme),
        trusted,
        source,
        diagnostics,
      }),
    ),
  );
  if (compiled && data === "inline") checkLayouts(compiled.spec, source, diagnostics);
  if (stopped) diagnostics.error(tookTooLong(limits, source));
  diagnostics.throwIfErrors();
  if (!compiled) throw new Error("A spec that does not compile has said why.");
  const createCanvas = await canvasFor(compiled.spec, { fonts, source, diagnostics });
  const locale = chartLocale(words);
  const program: ChartProgram = {
    id,
    vega: modules.vega,
    runtime: compiled.runtime,
    interpreter,
    createCanvas,
    limits,
    runWithin,
    load,
    images: new Map(),
    locale: modules.vega.locale(locale.number, locale.time),
    words,
    measure,
    fonts,
    theme,
    source,
    prepared,
    ownRows: data === "inline" && kind === "vega-lite" ? ownRows(spec, modules.vega) : [],
    shape: readShape(prepared.spec),
    fields: prepared.kind === "vega-lite" && prepared.dataset !== undefined ? fieldsRead(prepared.spec) : [],
    figureFields: figureFields(prepared.spec),
    computations: readComputations(compiled.spec),
    tooltips: tooltips?.fields,
    literals,
    signs: numberWriting(words),
    channels: readMarkChannels(compiled.spec),
    colorCodings: prepared.kind === "vega-lite" ? readColorCodings(prepared.spec) : [],
  };
  return {
    id,
    diagnostics: diagnostics.all,
    render: async (rows, renderOptions = {}) => renderChart(program, rows, renderOptions),
  };
}

function requireObject(spec: unknown, source: SourceLocation, diagnostics: Diagnostics): JsonObject {
  if (isObject(spec)) return spec;
  diagnostics.error({
    code: "invalid-chart-spec",
    message: "A chart's spec must be an object.",
    hint: 'Begin with {"mark": "bar", "encoding": {…}}.',
    source,
  });
  diagnostics.throwIfErrors();
  return {};
}

interface CanvasOptions {
  readonly fonts: FontSet;
  readonly source: SourceLocation;
  readonly diagnostics: Diagnostics;
}

async function canvasFor(spec: JsonObject, { fonts, source, diagnostics }: CanvasOptions) {
  const transforms = transformsOfPixels(spec);
  if (transforms.length === 0) return undefined;
  const createCanvas = await loadPixelCanvas(fonts);
  if (createCanvas) return createCanvas;
  diagnostics.error({
    code: "chart-needs-canvas",
    message: `The chart's transform "${transforms.join('", "')}" draws on a canvas and reads its pixels.`,
    hint: "Install the optional package: npm install @napi-rs/canvas",
    source,
  });
  diagnostics.throwIfErrors();
  return undefined;
}

interface CompileSpecOptions {
  readonly prepared: PreparedSpec;
  readonly config: object;
  readonly trusted: boolean;
  readonly source: SourceLocation;
  readonly diagnostics: Diagnostics;
}

interface CompiledSpec {
  /** The Vega spec. */
  readonly spec: JsonObject;
  readonly runtime: Runtime;
}

function compileSpec({ vega, compile }: VegaModules, options: CompileSpecOptions): CompiledSpec | undefined {
  const { prepared, config, trusted, source, diagnostics } = options;
  const parsing = { ast: !trusted };
  try {
    if (prepared.kind === "vega") {
      checkTime(prepared.spec, source, diagnostics);
      const spec = readyToRun(prepared);
      return { spec, runtime: vega.parse(spec as unknown as Spec, config as Config, parsing) };
    }
    const compileWith = (use: object): CompiledSpec => {
      const logger = createVegaLog(source, diagnostics);
      const { spec } = compile(
        prepared.spec as unknown as TopLevelSpec,
        { config: use, logger } as Parameters<typeof compile>[1],
      );
      const vegaSpec = readyToRun({ ...prepared, spec: spec as unknown as JsonObject });
      return { spec: vegaSpec, runtime: vega.parse(vegaSpec as unknown as Spec, undefined, parsing) };
    };
    let compiled: CompiledSpec;
    try {
      compiled = compileWith(config);
    } catch (thrown) {
      // Vega-Lite 6.4 forgets a dataset of some composite marks where gaps keep their place; its own default does without.
      if (!messageOf(thrown).startsWith("Undefined data set name")) throw thrown;
      compiled = compileWith(withDefaultGaps(config));
    }
    checkTime(compiled.spec, source, diagnostics);
    return compiled;
  } catch (thrown) {
    diagnostics.error({
      code: "invalid-chart-spec",
      message: `The chart's spec does not compile: ${messageOf(thrown)}`,
      hint: "vega.github.io/editor shows the same spec with the place marked.",
      source,
    });
    return undefined;
  }
}

/** Charts of rows keep them to the end, so that what is drawn can be traced to them. */
const readyToRun = ({ spec, dataset }: PreparedSpec): JsonObject =>
  withRowsAsText(dataset === undefined ? spec : keepMembers(spec));

function withDefaultGaps(config: { readonly mark?: object }): object {
  return { ...config, mark: { ...config.mark, invalid: undefined } };
}

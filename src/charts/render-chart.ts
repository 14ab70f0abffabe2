import type { Runtime } from "vega";
import type { Words } from "../claims/index.ts";
import { createDiagnostics, type Diagnostics, didYouMean, type SourceLocation } from "../diagnostics/index.ts";
import type { FontSet } from "../fonts/index.ts";
import { asSentence, describeShape } from "./alt/describe-chart.ts";
import type { ChartShape } from "./chart-shape.ts";
import { chartTable } from "./chart-table.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { checkFigures } from "./check-figures.ts";
import { checkHidden } from "./check-hidden.ts";
import { checkRows } from "./check-rows.ts";
import { checkTexts } from "./check-texts.ts";
import type { ChartRow, RenderChartOptions, RenderedChart } from "./compiled-chart.ts";
import { type ChartScene, drawScene, hasText, sceneToSvg } from "./draw-scene.ts";
import type { PreparedSpec } from "./prepare-spec.ts";
import type { Computation } from "./read-computations.ts";
import { createTextRecorder } from "./record-texts.ts";
import { runView } from "./run-view.ts";
import { type MeasureText, withTextMetrics } from "./text-metrics.ts";
import { tidySvg } from "./tidy-svg.ts";
import { createVegaLog, messageOf } from "./vega-log.ts";
import type { Vega } from "./vega-modules.ts";

/** All that a run needs, made once. */
export interface ChartProgram {
  readonly id: string;
  readonly vega: Vega;
  readonly runtime: Runtime;
  readonly locale: object;
  readonly words: Words;
  readonly measure: MeasureText;
  readonly fonts: FontSet;
  readonly theme: ChartTheme;
  readonly source: SourceLocation;
  readonly prepared: PreparedSpec;
  readonly shape: ChartShape;
  /** Fields that the rows must have. */
  readonly fields: readonly string[];
  /** Fields that the spec reads as numbers. */
  readonly figureFields: readonly string[];
  readonly computations: readonly Computation[];
}

/** One run of a compiled chart. See `CompiledChart.render`. */
export function renderChart(
  program: ChartProgram,
  rows: readonly ChartRow[],
  options: RenderChartOptions,
): RenderedChart {
  const { id, vega, measure, fonts, theme, source, prepared, shape, fields, figureFields, computations } = program;
  const diagnostics = createDiagnostics();
  const data = collectData(program, { rows, datasets: options.datasets ?? {}, diagnostics });
  if (prepared.dataset !== undefined) {
    checkRows({ rows, fields, shape, source, diagnostics });
    checkFigures({ datasets: data.values(), fields: figureFields, source, diagnostics });
    diagnostics.throwIfErrors();
    checkHidden({ computations, datasets: data.values(), source, diagnostics });
  }
  diagnostics.throwIfErrors();

  const scene = runScene(program, { data, widthPx: options.widthPx, diagnostics });
  const { alt, longDescription } = describe(program, rows, options);
  const { context: recorder, texts } = createTextRecorder();
  drawScene(vega, scene, { measure, context: recorder });
  checkTexts({ texts, fonts, fontFamily: theme.fontFamily, source, diagnostics });
  diagnostics.throwIfErrors();
  const { widthPx, heightPx } = scene;
  let svg: string | undefined;
  return {
    id,
    widthPx,
    heightPx,
    // Written when first asked for: a job that makes PDF only has no use for it.
    get svg() {
      svg ??= tidySvg(
        withTextMetrics(vega, measure, () => sceneToSvg(vega, scene)),
        {
          widthPx,
          heightPx,
          label: alt,
          idPrefix: options.idPrefix ?? id,
          fontFamily: theme.fontFamily,
          ...(options.lang === undefined ? {} : { lang: options.lang }),
        },
      );
      return svg;
    },
    texts,
    alt,
    longDescription,
    table: chartTable(shape, rows, options.fieldLabels),
    diagnostics: diagnostics.all,
    draw: (context) => drawScene(vega, scene, { measure, context }),
  };
}

interface CollectOptions {
  readonly rows: readonly ChartRow[];
  readonly datasets: Readonly<Record<string, readonly ChartRow[]>>;
  readonly diagnostics: Diagnostics;
}

function collectData({ prepared, source }: ChartProgram, { rows, datasets, diagnostics }: CollectOptions) {
  const data = new Map(Object.entries(datasets));
  for (const name of data.keys()) {
    if (prepared.datasets.includes(name)) continue;
    const hint = didYouMean(name, prepared.datasets);
    diagnostics.error({
      code: "chart-unknown-dataset",
      message: `The chart names no dataset "${name}".`,
      hint,
      source,
    });
  }
  if (prepared.dataset !== undefined) data.set(prepared.dataset, rows);
  for (const name of prepared.datasets) {
    if (data.has(name)) continue;
    const message = `The chart's dataset "${name}" was given no rows.`;
    diagnostics.error({ code: "chart-no-data", message, hint: "Pass them in `datasets`.", source });
  }
  return data;
}

interface RunOptions {
  readonly data: ReadonlyMap<string, readonly ChartRow[]>;
  readonly widthPx: number | undefined;
  readonly diagnostics: Diagnostics;
}

function runScene(program: ChartProgram, { data, widthPx, diagnostics }: RunOptions): ChartScene {
  const { vega, runtime, locale, source, prepared } = program;
  const logger = createVegaLog(source, diagnostics);
  let scene: ChartScene | undefined;
  let isMeasured = false;
  const measure: MeasureText = (item, text) => {
    isMeasured = true;
    return program.measure(item, text);
  };
  try {
    scene = withTextMetrics(vega, measure, () =>
      runView(vega, { runtime, locale, data, widthPx: prepared.takesWidth ? widthPx : undefined, logger }),
    );
  } catch (thrown) {
    logger.error(messageOf(thrown));
  }
  if (scene && !isMeasured && hasText(scene.root)) reportSecondCopy(source, diagnostics);
  diagnostics.throwIfErrors();
  return scene as ChartScene;
}

/** Where npm installs vega-scenegraph twice, the copy that lays out texts is not the one whose metrics can be set. */
function reportSecondCopy(source: SourceLocation, diagnostics: Diagnostics): void {
  diagnostics.error({
    code: "chart-vega-copies",
    message: "Vega laid out the chart with other text widths than the fonts have: vega-scenegraph is installed twice.",
    hint: "Run `npm ls vega-scenegraph`, then `npm dedupe` or update vega, so that one copy is left.",
    source,
  });
}

/** The spec's own description, which is the same for every area, then what the data says, where the data is known. */
function describe(
  { prepared, shape, words }: ChartProgram,
  rows: readonly ChartRow[],
  options: RenderChartOptions,
): Pick<RenderedChart, "alt" | "longDescription"> {
  const { title = "", formatValue, fieldLabels, alt, longDescription } = options;
  const isKnown = rows.length > 0 || prepared.dataset !== undefined;
  const { description } = prepared.spec;
  const opening = [title, typeof description === "string" ? description : ""].map(asSentence).filter(Boolean).join(" ");
  const written = isKnown
    ? describeShape(shape, rows, {
        title: opening,
        words,
        ...(formatValue && { formatValue }),
        ...(fieldLabels && { fieldLabels }),
      })
    : { alt: opening || asSentence(words.charts.kinds.chart), longDescription: "", inFull: "" };
  return {
    alt: alt ?? written.alt,
    // What an author's alt text leaves out is still to be had.
    longDescription: longDescription ?? (alt === undefined ? written.longDescription : written.inFull),
  };
}

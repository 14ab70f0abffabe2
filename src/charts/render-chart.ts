import type { Runtime } from "vega";
import {
  createDiagnostics,
  type DiagnosticDetails,
  type Diagnostics,
  didYouMean,
  type SourceLocation,
} from "../diagnostics/index.ts";
import type { FontSet } from "../fonts/index.ts";
import type { Words } from "../language/index.ts";
import { asSentence, describeShape } from "./alt/describe-chart.ts";
import { formatFigure } from "./alt/format-figure.ts";
import type { ChartLimits } from "./chart-limits.ts";
import type { ChartRow } from "./chart-row.ts";
import { chartTable } from "./chart-table.ts";
import { checkColorAlone } from "./checks/check-color-alone.ts";
import { checkFigures } from "./checks/check-figures.ts";
import { checkHidden } from "./checks/check-hidden.ts";
import { checkRows } from "./checks/check-rows.ts";
import { tooManyRows } from "./checks/check-spec.ts";
import { checkTexts } from "./checks/check-texts.ts";
import type { RenderChartOptions, RenderedChart } from "./compiled-chart.ts";
import { type ChartScene, countMarks, drawScene, hasText, sceneToSvg } from "./draw/draw-scene.ts";
import { type LoadImagesOptions, loadImages } from "./draw/load-images.ts";
import { createTextRecorder } from "./draw/record-texts.ts";
import { runView } from "./draw/run-view.ts";
import { tidySvg } from "./draw/tidy-svg.ts";
import { type TooltipField, writeTooltips } from "./draw/tooltips.ts";
import type { NumberWriting } from "./number-writing.ts";
import { auditScene, type SceneAudit } from "./scene-reading/audit-scene.ts";
import type { MarkChannels } from "./scene-reading/mark-channels.ts";
import { tagRows } from "./scene-reading/row-tags.ts";
import type { ChartShape } from "./shape/chart-shape.ts";
import type { ColorCoding } from "./spec/color-codings.ts";
import type { LoadResource } from "./spec/load-data.ts";
import type { PreparedSpec } from "./spec/prepare-spec.ts";
import type { Computation } from "./spec/read-computations.ts";
import type { ChartTheme } from "./theme/chart-theme.ts";
import { lendToVega } from "./vega/lend-to-vega.ts";
import type { RunWithin } from "./vega/run-within.ts";
import type { MeasureText } from "./vega/text-metrics.ts";
import { createVegaLog, messageOf } from "./vega/vega-log.ts";
import type { Vega } from "./vega/vega-modules.ts";

/** All that a run needs, made once. */
export interface ChartProgram {
  readonly id: string;
  readonly vega: Vega;
  readonly runtime: Runtime;
  /** Runs the spec's expressions, where they are not compiled. */
  readonly interpreter: unknown;
  /** For transforms that read pixels; absent where the spec has none. */
  readonly createCanvas: (() => object) | undefined;
  readonly limits: ChartLimits;
  readonly runWithin: RunWithin;
  readonly load: LoadResource | undefined;
  /** Images read by earlier runs. */
  readonly images: LoadImagesOptions["known"];
  readonly locale: object;
  readonly words: Words;
  readonly measure: MeasureText;
  readonly fonts: FontSet;
  readonly theme: ChartTheme;
  readonly source: SourceLocation;
  readonly prepared: PreparedSpec;
  /** The rows of a spec that is drawn with its own data. */
  readonly ownRows: readonly ChartRow[];
  readonly shape: ChartShape;
  /** Fields that the rows must have. */
  readonly fields: readonly string[];
  /** Fields that the spec reads as numbers. */
  readonly figureFields: readonly string[];
  readonly computations: readonly Computation[];
  readonly colorCodings: readonly ColorCoding[];
  /** Words with digits that are no figures of the data. */
  readonly literals: readonly string[];
  readonly signs: NumberWriting;
  readonly channels: ReadonlyMap<string, MarkChannels>;
  /** The fields of each tooltip, by its mark in the scene. Undefined: there are none. */
  readonly tooltips: ReadonlyMap<string, readonly TooltipField[]> | undefined;
}

/** Titles of fields that are neither the field's name nor the data's word for it. */
function titlesTyped(
  { shape, tooltips }: ChartProgram,
  rows: readonly ChartRow[],
  labels: Readonly<Record<string, string>> = {},
): readonly string[] {
  const columns = chartTable(shape, rows, labels).columns.flatMap(({ id, label }) =>
    label === id || label === labels[id] ? [] : [label],
  );
  return [...columns, ...[...(tooltips?.values() ?? [])].flat().flatMap(({ title }) => title ?? [])];
}

/** A chart of its own data has no rows that it could be traced to. */
const unaudited: SceneAudit = { untraced: [], beside: [] };

/** One run of a compiled chart. See `CompiledChart.render`. */
export async function renderChart(
  program: ChartProgram,
  given: readonly ChartRow[],
  options: RenderChartOptions,
): Promise<RenderedChart> {
  const rows = program.prepared.dataset === undefined ? program.ownRows : given;
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

  const { colorCodings: codings } = program;
  checkColorAlone({ codings, rows, paletteSize: theme.palette.length, source, diagnostics });
  const { tagged, rows: drawnRows } = tagRows(data);
  const scene = runScene(program, {
    data: prepared.dataset === undefined ? data : tagged,
    widthPx: options.widthPx,
    diagnostics,
  });
  await loadImages(scene.root, { load: program.load, known: program.images, source, diagnostics });
  diagnostics.throwIfErrors();
  addTooltips(program, scene, { ...options, diagnostics });
  const { alt, longDescription } = describe(program, rows, options);
  const { context: recorder, texts } = createTextRecorder();
  drawScene(vega, scene, { measure, context: recorder });
  const { untraced, beside } =
    prepared.dataset === undefined
      ? unaudited
      : auditScene({
          root: scene.root,
          rows: drawnRows,
          channels: program.channels,
          meaningOf: options.meaningOf,
          beside: program.words.besideFigures,
          signs: program.signs,
          literals: program.literals,
          titles: titlesTyped(program, rows, options.fieldLabels),
          source,
        });
  for (const each of beside) diagnostics.warn(each);
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
        lendToVega(vega, { measure }, () => sceneToSvg(vega, scene)),
        {
          widthPx,
          heightPx,
          label: alt,
          idPrefix: options.idPrefix ?? id,
          fontFamily: theme.fontFamily,
          tooltips: program.tooltips !== undefined,
          ...(options.lang === undefined ? {} : { lang: options.lang }),
        },
      );
      return svg;
    },
    texts,
    alt,
    longDescription,
    table: chartTable(shape, rows, options.fieldLabels),
    untraced,
    diagnostics: diagnostics.all,
    draw: (context) => drawScene(vega, scene, { measure, context }),
  };
}

/** Figures in tooltips are written as in the alt text and the data table, whatever format the spec names. */
function addTooltips(
  { tooltips: fields, words, source }: ChartProgram,
  { root }: ChartScene,
  { formatValue, fieldLabels = {}, diagnostics }: RenderChartOptions & { readonly diagnostics: Diagnostics },
): void {
  if (!fields) return;
  const write = (value: number, field: string) => formatValue?.(value, field) ?? formatFigure(value, words);
  writeTooltips(root, { fields, formatFigure: write, fieldLabels, source, diagnostics });
}

interface CollectOptions {
  readonly rows: readonly ChartRow[];
  readonly datasets: Readonly<Record<string, readonly ChartRow[]>>;
  readonly diagnostics: Diagnostics;
}

function collectData({ prepared, limits, source }: ChartProgram, { rows, datasets, diagnostics }: CollectOptions) {
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
  for (const { length } of data.values()) {
    if (length > limits.rows) diagnostics.error(tooManyRows(length, limits.rows, source));
  }
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
  const { vega, runtime, interpreter, locale, source, prepared, limits, runWithin } = program;
  const logger = createVegaLog(source, diagnostics);
  let scene: ChartScene | undefined;
  let isMeasured = false;
  const measure: MeasureText = (item, text) => {
    isMeasured = true;
    return program.measure(item, text);
  };
  try {
    const run = lendToVega(vega, { measure, createCanvas: program.createCanvas }, () =>
      runWithin(limits.milliseconds, () =>
        runView(vega, {
          runtime,
          interpreter,
          locale,
          data,
          widthPx: prepared.takesWidth ? widthPx : undefined,
          logger,
        }),
      ),
    );
    if (run.stopped) diagnostics.error(tookTooLong(limits, source));
    scene = run.result;
  } catch (thrown) {
    logger.error(messageOf(thrown));
  }
  const marks = scene ? countMarks(scene.root) : 0;
  if (marks > limits.marks) diagnostics.error(tooManyMarks(marks, limits, source));
  if (scene && !isMeasured && hasText(scene.root)) reportSecondCopy(source, diagnostics);
  diagnostics.throwIfErrors();
  return scene as ChartScene;
}

export const tookTooLong = ({ milliseconds }: ChartLimits, source: SourceLocation): DiagnosticDetails => ({
  code: "chart-too-slow",
  message: `The chart was not done after ${milliseconds / 1000} seconds, and was stopped.`,
  hint: "Sum up the data before it is drawn, or raise the limit: limits: { milliseconds: … }.",
  source,
});

const tooManyMarks = (marks: number, limits: ChartLimits, source: SourceLocation): DiagnosticDetails => ({
  code: "chart-too-large",
  message: `The chart draws ${marks} marks, and may draw ${limits.marks}.`,
  hint: "Sum up the data before it is drawn, or raise the limit: limits: { marks: … }.",
  source,
});

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

import { createDiagnostics, type DiagnosticDetails, type Diagnostics, didYouMean } from "../diagnostics/index.ts";
import type { Words } from "../language/index.ts";
import { type MadeRows, rowOfFigure, rowsBehind } from "./added-rows.ts";
import { annotatedFields } from "./alt/annotations.ts";
import { asSentence, describePlots, describeShape } from "./alt/describe-chart.ts";
import { formatFigure, formatShare } from "./alt/format-figure.ts";
import { limitHeadings } from "./alt/funnel.ts";
import type { RoundingOf } from "./alt/rounding.ts";
import { withPrinted } from "./alt/write-as-printed.ts";
import type { ChartProgram } from "./chart-program.ts";
import type { ChartRow } from "./chart-row.ts";
import { type ChartTable, chartTable } from "./chart-table.ts";
import { checkAmounts } from "./checks/check-amounts.ts";
import { checkAnnotations } from "./checks/check-annotations.ts";
import { checkAreasPlaced } from "./checks/check-areas-placed.ts";
import { checkColorAlone } from "./checks/check-color-alone.ts";
import { checkFigures } from "./checks/check-figures.ts";
import { checkFlatLines } from "./checks/check-flat-lines.ts";
import { checkHidden, tellGaps } from "./checks/check-hidden.ts";
import { checkIntervals } from "./checks/check-intervals.ts";
import { findIllegible, type Legibility, readLegibility } from "./checks/check-legible.ts";
import { checkLimits } from "./checks/check-limits.ts";
import { checkNames } from "./checks/check-names.ts";
import { checkEnds, checkLines, checkPeriods } from "./checks/check-periods.ts";
import { checkRoundedTwice } from "./checks/check-rounded-twice.ts";
import { checkRows } from "./checks/check-rows.ts";
import { tooManyRows } from "./checks/check-spec.ts";
import { checkTexts } from "./checks/check-texts.ts";
import type { NarrowChart, RenderChartOptions, RenderedChart } from "./compiled-chart.ts";
import { thinCloseTicks } from "./draw/close-ticks.ts";
import { type ChartScene, drawScene, sceneToSvg, textsOfScene } from "./draw/draw-scene.ts";
import { loadImages } from "./draw/load-images.ts";
import { sentencesIn, smallestTextPx } from "./draw/placed-parts.ts";
import { withHeading } from "./draw/scene-heading.ts";
import { setSceneType } from "./draw/set-scene-type.ts";
import { tooltipAreas, writeTooltips } from "./draw/tooltips.ts";
import { numberWriting } from "./number-writing.ts";
import type { TimeAxis } from "./recipes/time-axis.ts";
import type { PeriodTimes, TimeSteps } from "./recipes/time-steps.ts";
import { runScene } from "./run-scene.ts";
import { auditScene, type SceneAudit, type TypedTitle } from "./scene-reading/audit-scene.ts";
import { withGuideTitles } from "./scene-reading/guide-titles.ts";
import { readDrawn } from "./scene-reading/read-drawn.ts";
import { type ReadRows, readRows } from "./scene-reading/read-rows.ts";
import { tagRows } from "./scene-reading/row-tags.ts";
import type { ChartShape } from "./shape/chart-shape.ts";
import type { EncodedField } from "./spec/encoded-field.ts";
import { isUnreadDate } from "./spec/utc-dates.ts";
import { behind } from "./theme/theme-config.ts";
import { lendToVega } from "./vega/lend-to-vega.ts";
import type { SceneNode } from "./vega/vega-modules.ts";

/** Titles of fields that are neither the field's name nor the data's word for it. */
function titlesTyped(
  { facts: { shape, tooltips } }: ChartProgram,
  rows: readonly ChartRow[],
  labels: Readonly<Record<string, string>> = {},
): readonly TypedTitle[] {
  const columns = chartTable(shape, rows, labels).columns.flatMap(({ id, label }) =>
    label === id || label === labels[id] ? [] : [{ title: label, field: id }],
  );
  const onHover = [...(tooltips?.values() ?? [])].flat();
  return [...columns, ...onHover.flatMap(({ title }) => (title === undefined ? [] : [{ title, field: undefined }]))];
}

/** A chart of its own data has no rows that it could be traced to. */
const unaudited: SceneAudit = { untraced: [], affixes: [] };

/** The same chart for narrow screens; or what to say where there is none. */
export interface ForNarrow {
  readonly narrow?: NarrowChart | undefined;
  readonly missing?: DiagnosticDetails;
  /** What to say where it is drawn in another way than an option asks for. */
  readonly unasked?: DiagnosticDetails | undefined;
}

export interface DrawnChart {
  /** Why readers could not read it; undefined where they can, or where nobody asked: of a spec that is no recipe's. */
  readonly illegible: string | undefined;
  /** What that was told by; undefined where nobody asked. */
  readonly legibility: Legibility | undefined;
  /**
   * Audits what was drawn, and sets its type. A chart of several widths is drawn at each first: what the audit of one has at hand is there for
   * the next, and would not be after another run of Vega.
   */
  readonly finish: (forNarrow?: ForNarrow) => RenderedChart;
}

/** 7 pt: what is smaller is not read on paper without effort. */
export const leastTextPx = 7 / 0.75;

/** What is known of the periods along its axis. */
export interface ChartTimes extends Pick<TimeAxis, "holds">, Pick<PeriodTimes, "unlike"> {
  /** Undefined where they follow one another at one distance. */
  readonly steps: TimeSteps | undefined;
  /** Those with figures that follow one another, as texts tell them. */
  readonly stretches: TimeSteps["stretches"] | undefined;
}

/** What a chart that is drawn at several widths has the same at each: made when it is first asked for. */
export interface SameAtWidths {
  /** What the audit reads of the rows, whichever program draws them. */
  readonly readOnce: Once<ReadRows>;
  /** What a program says of the rows, where its drawing does not decide. */
  readonly describeOnce: Once<Described>;
  /** The table of what a program draws. */
  readonly tabulateOnce: Once<ChartTable>;
}

type Once<Made> = (make: () => Made) => Made;

export function createOnce<Made>(): Once<Made> {
  let made: { readonly of: Made } | undefined;
  return (make) => {
    made ??= { of: make() };
    return made.of;
  };
}

type Described = Pick<RenderedChart, "alt" | "longDescription">;

export interface DrawChartOptions extends RenderChartOptions {
  readonly forWidth: RenderedChart["forWidth"];
  /** Of a spec that no recipe made: whether it can be read is asked of it too. */
  readonly isForPlace: boolean;
  /** Drawn for narrow screens, which scroll. */
  readonly isForScreen: boolean;
  /** What is drawn wider is made smaller to this width, px. */
  readonly mostPx: number | undefined;
  readonly sameAtWidths: SameAtWidths;
  /** When its periods are; undefined of a chart without an axis of periods. */
  readonly times: ChartTimes | undefined;
}

/** One run of a compiled chart. See `CompiledChart.render`. */
export async function drawChart(
  program: ChartProgram,
  made: MadeRows,
  { forWidth, isForPlace, isForScreen, mostPx, sameAtWidths, times, ...given }: DrawChartOptions,
): Promise<DrawnChart> {
  const { roundingOf } = given;
  const options = roundingOf ? { ...given, roundingOf: roundingOfMade(roundingOf, made) } : given;
  const { source, facts, allowance } = program;
  const { prepared, shape } = facts;
  const isTraced = prepared.dataset !== undefined;
  const rows = isTraced ? made.rows : facts.ownRows;
  const diagnostics = createDiagnostics(source);
  const data = collectData(program, { rows, datasets: options.datasets ?? {}, diagnostics });
  if (isTraced) {
    checkRows({ rows, fields: facts.fields, shape, diagnostics });
    checkFigures({ datasets: data.values(), fields: facts.figureFields, diagnostics });
    if (facts.recipe) {
      checkAmounts({ rows, recipe: facts.recipe, diagnostics });
      checkFlatLines({ rows, recipe: facts.recipe, diagnostics });
      checkLimits({ rows, recipe: facts.recipe, diagnostics });
      checkAreasPlaced({ rows, recipe: facts.recipe, diagnostics });
      checkNames({ rows, recipe: facts.recipe, shape, diagnostics });
      checkEnds({ rows, recipe: facts.recipe, diagnostics });
      checkLines({ rows, recipe: facts.recipe, diagnostics });
    }
    if (times) checkPeriods({ ...times, recipe: facts.recipe?.recipe ?? "", diagnostics });
    diagnostics.throwIfErrors();
    const recipe = facts.recipe?.recipe;
    // What is hidden is counted also where it was left out before: whoever knows the total works it out.
    checkHidden({ computations: facts.computedBefore, datasets: [made.given], diagnostics, recipe });
    diagnostics.throwIfErrors();
    checkHidden({ computations: facts.computations, datasets: data.values(), diagnostics, recipe });
  } else {
    tellGaps({ computations: facts.computations, datasets: [facts.ownRows], diagnostics });
  }
  diagnostics.throwIfErrors();

  if (facts.recipe?.annotations) checkAnnotations({ rows, annotations: facts.recipe.annotations, diagnostics });
  if (facts.recipe?.interval !== undefined && facts.interval === undefined)
    diagnostics.warn({
      code: "chart-interval-unsaid",
      message: `The chart does not say what its intervals are, from "${facts.recipe.interval.low}" to "${facts.recipe.interval.high}".`,
      hint: 'Write interval: 0.95 for 95% confidence intervals, or what else they are: interval: "lowest and highest of all years".',
    });
  if (facts.recipe && shape.value && options.meaningOf)
    checkIntervals({ rows, recipe: facts.recipe, value: shape.value.field, meaningOf: options.meaningOf, diagnostics });
  const { compared } = facts.recipe ?? {};
  for (const name of compared?.names.filter((name) => rows.every((row) => row[compared.field] !== name)) ?? [])
    diagnostics.warn({
      code: "chart-annotation-unplaced",
      message: `The subject of the chart is compared with "${name}", which its rows do not have.`,
      hint: "Write the name as the rows do, or leave it out of `compared`.",
    });
  checkColorAlone({ codings: facts.colorCodings, rows, paletteSize: program.look.theme.palette.length, diagnostics });
  const { tagged, rows: drawnRows } = tagRows(data, made);
  const scene = runScene(program, {
    data: isTraced ? tagged : data,
    widthPx: options.widthPx,
    timeSteps: times?.steps,
    diagnostics,
  });
  if (facts.recipe?.timeAxis) thinCloseTicks(scene.root as SceneNode);
  await loadImages(scene.root, { load: allowance.load, known: allowance.images, diagnostics });
  diagnostics.throwIfErrors();
  addTooltips(program, scene, rows, { ...options, diagnostics });
  const written = textsDrawn(program, scene);
  const asked = options.widthPx ?? facts.widthPx;
  const legibility =
    facts.recipe || isForPlace
      ? readLegibility(scene, { recipe: facts.recipe, rows, texts: written, spec: prepared.spec })
      : undefined;
  const illegible = legibility && findIllegible(legibility, { widthPx: asked, isForScreen });
  const read = () =>
    sameAtWidths.readOnce(() =>
      readRows(drawnRows, { meaningOf: options.meaningOf, namesFigure: options.namesFigure }),
    );
  return {
    illegible,
    legibility,
    finish: ({ narrow, missing, unasked } = {}) => {
      for (const each of [unasked, missing]) if (each) diagnostics.warn(each);
      // Before its type is set: what is worked out is read from what is drawn.
      const described = describe(program, rows, scene.root, { ...options, times, sameAtWidths });
      return finishChart(program, {
        options,
        rows,
        behind: isTraced ? rowsBehind(rows, made) : rows,
        read,
        scene,
        described,
        written,
        narrow,
        forWidth,
        mostPx,
        sameAtWidths,
        diagnostics,
      });
    },
  };
}

/** How figures were rounded that transforms have left as they are. */
const roundingOfMade =
  (roundingOf: RoundingOf, made: MadeRows): RoundingOf =>
  (row, field) =>
    roundingOf(rowOfFigure(row, field, made), field);

interface FinishOptions
  extends Pick<RenderedChart, "narrow" | "forWidth">,
    Pick<DrawChartOptions, "mostPx" | "sameAtWidths"> {
  readonly options: RenderChartOptions;
  readonly rows: readonly ChartRow[];
  /** Those of the rows that were given which it draws. */
  readonly behind: readonly ChartRow[];
  readonly read: () => ReadRows;
  readonly scene: ChartScene;
  readonly described: Described;
  /** What it writes before its type is set. */
  readonly written: readonly string[];
  readonly diagnostics: Diagnostics;
}

function finishChart(
  program: ChartProgram,
  {
    options,
    rows,
    behind: behindRows,
    read,
    scene: audited,
    described,
    written,
    narrow,
    forWidth,
    mostPx,
    sameAtWidths,
    diagnostics,
  }: FinishOptions,
): RenderedChart {
  const { source, engine, facts, look, allowance } = program;
  const { vega, measure } = engine;
  const { prepared, shape } = facts;
  const { fonts, theme, words } = look;
  const { alt, longDescription } = described;
  const { untraced, affixes } =
    prepared.dataset !== undefined
      ? auditScene({
          root: audited.root,
          rows: read(),
          channels: facts.channels,
          affixWords: words.figureAffixes,
          signs: numberWriting(words),
          literals: allowance.literals,
          titles: titlesTyped(program, rows, options.fieldLabels),
          tooltips: facts.tooltips,
          isDateWord: look.isDateWord,
          measure,
          written: facts.recipe?.written,
          source,
        })
      : unaudited;
  for (const each of affixes) diagnostics.warn(each);
  const twice = checkRoundedTwice({ rows, written: facts.recipe?.written, roundingOf: options.roundingOf, source });
  const scene = withMeasure(program, audited, options);
  const isSet = look.setLine !== undefined && setSceneType(scene.root, look.setLine);
  const texts = isSet || scene !== audited ? textsDrawn(program, scene) : written;
  checkTexts({ texts, fonts, fontFamily: theme.fontFamily, drawable: look.drawable, diagnostics });
  diagnostics.throwIfErrors();
  const { widthPx, heightPx } = scene;
  const zoom = facts.zoom * (mostPx === undefined ? 1 : Math.min(1, mostPx / (widthPx * facts.zoom)));
  const areas = facts.tooltips ? tooltipAreas(scene, { zoom, isOfRecipe: facts.recipe !== undefined }) : [];
  let svg: string | undefined;
  return {
    id: source.id,
    widthPx: Math.round(widthPx * zoom),
    heightPx: Math.round(heightPx * zoom),
    // Written when first asked for: a job that makes PDF only has no use for it.
    get svg() {
      svg ??= lendToVega(vega, { measure }, () =>
        sceneToSvg(vega, scene, {
          widthPx,
          heightPx,
          zoom,
          label: alt,
          idPrefix: options.idPrefix ?? source.id,
          fontFamily: theme.fontFamily,
          behind: behind(theme),
          tooltips: facts.tooltips !== undefined,
          lang: options.lang,
        }),
      );
      return svg;
    },
    texts,
    sentences: sentencesIn(scene.root),
    tooltips: areas.length > 0 ? { label: words.template.phrases["chart-figures"], areas } : undefined,
    alt,
    longDescription,
    table: sameAtWidths.tabulateOnce(() =>
      chartTable(
        shape,
        behindRows,
        options.fieldLabels,
        options.roundingOf,
        new Map([
          ...limitHeadings(shape, words),
          ...(facts.recipe?.annotations ? annotatedFields(facts.recipe.annotations, words) : []),
        ]),
        facts.recipe?.timeAxis?.field,
      ),
    ),
    recipe: facts.recipe?.recipe,
    valueField: shape.value?.field,
    valueTitle: titleOfField(shape.value, options.fieldLabels),
    narrow,
    readableFromPx: Math.ceil(widthPx * zoom * Math.min(1, leastTextPx / (smallestTextPx(scene.root) * zoom))),
    forWidth,
    untraced: [
      ...untraced,
      ...twice,
      ...(narrow?.untraced.filter(({ message }) => !isTold([...untraced, ...twice], message)) ?? []),
    ],
    diagnostics: diagnostics.all,
    draw: (context) => drawScene(vega, scene, { measure, context, zoom, behind: behind(theme) }),
  };
}

/** A recipe's scene with what its figures are called above it, where that is asked for and it does not write it itself. */
function withMeasure(
  { facts: { recipe, shape }, engine: { measure }, look: { drawsMeasure, theme } }: ChartProgram,
  scene: ChartScene,
  { fieldLabels }: RenderChartOptions,
): ChartScene {
  const title =
    drawsMeasure && recipe ? (titleOfField(shape.value, fieldLabels) ?? spokenName(shape.value)) : undefined;
  if (title === undefined || title.trim() === "") return scene;
  const isWritten = sentencesIn(scene.root).some((sentence) => sentence === title || sentence.startsWith(`${title} (`));
  if (isWritten) return scene;
  const { fontFamily: font, fontSizePx, mutedColor: color, paddingPx } = theme;
  return withHeading(scene, title, { font, fontSizePx, color, paddingPx, measure });
}

/** The name of a field that is of several words: it is written for readers. */
const spokenName = (field: ChartShape["value"]): string | undefined =>
  field && /\s/.test(field.field) ? field.field : undefined;

/** What readers know a field by; undefined where it has its own name only. */
const titleOfField = (field: ChartShape["value"], labels: Readonly<Record<string, string>> = {}): string | undefined =>
  field && field.title !== field.field ? field.title : labels[field?.field ?? ""];

/** What a reader will see written, in the order drawn. */
const textsDrawn = ({ engine: { vega, measure } }: ChartProgram, scene: ChartScene): readonly string[] =>
  textsOfScene(vega, scene, measure);

const isTold = (told: readonly DiagnosticDetails[], message: string): boolean =>
  told.some((each) => each.message === message);

/** Figures in tooltips are written as in the alt text and the data table, whatever format the spec names. */
function addTooltips(
  { facts: { tooltips: fields, shape, recipe }, look: { words } }: ChartProgram,
  { root }: ChartScene,
  rows: readonly ChartRow[],
  { formatValue, fieldLabels = {}, diagnostics }: RenderChartOptions & { readonly diagnostics: Diagnostics },
): void {
  if (!fields) return;
  const format = withPrinted(formatValue, recipe?.written, words, formatOf(shape, words));
  const write = (value: number, field: string) => format?.(value, field) ?? formatFigure(value, words);
  const ofRecipe = recipe === undefined ? undefined : shape;
  writeTooltips(root, {
    fields,
    formatFigure: write,
    fieldLabels,
    diagnostics,
    shape: ofRecipe,
    rows,
    words: words.charts,
  });
}

interface CollectOptions {
  readonly rows: readonly ChartRow[];
  readonly datasets: Readonly<Record<string, readonly ChartRow[]>>;
  readonly diagnostics: Diagnostics;
}

function collectData(
  { facts: { prepared }, allowance: { limits } }: ChartProgram,
  { rows, datasets, diagnostics }: CollectOptions,
) {
  const data = new Map(Object.entries(datasets));
  for (const name of data.keys()) {
    if (prepared.datasets.includes(name)) continue;
    const hint = didYouMean(name, prepared.datasets);
    diagnostics.error({
      code: "chart-unknown-dataset",
      message: `The chart names no dataset "${name}".`,
      hint,
    });
  }
  if (prepared.dataset !== undefined) data.set(prepared.dataset, rows);
  for (const { length } of data.values()) {
    if (length > limits.rows) diagnostics.error(tooManyRows(length, limits.rows));
  }
  for (const name of prepared.datasets) {
    if (data.has(name)) continue;
    const message = `The chart's dataset "${name}" was given no rows.`;
    const isInline = prepared.dataset === undefined;
    const hint = isInline
      ? 'Give its rows as "data": {"values": […]}, or pass them in `datasets`.'
      : "Pass them in `datasets`.";
    diagnostics.error({ code: "chart-no-data", message, hint });
  }
  return data;
}

/**
 * The spec's own description, which is the same for every area, then what the data says. Where the chart works its figures out,
 * they are read from what is drawn.
 */
function describe(
  program: ChartProgram,
  rows: readonly ChartRow[],
  root: object,
  options: RenderChartOptions & Pick<DrawChartOptions, "times" | "sameAtWidths">,
): Described {
  const { shape, recipe, figureFields } = program.facts;
  const all = plotsOf(shape);
  const isComputed =
    recipe?.isChanged === true ||
    // Data of a part of the chart, or that it makes, are to be had from the scene alone.
    !hasRows(program, rows) ||
    all.some((plot) => !isReadIn(plot, rows)) ||
    // Marks without a size or a colour are left out; and a line goes from name to name in an order that its rows may not have.
    (recipe === undefined && (leavesOut(all, figureFields, rows) || all.some(isSortedLine)));
  return isComputed
    ? describeFrom(program, rows, { ...options, root })
    : options.sameAtWidths.describeOnce(() => describeFrom(program, rows, options));
}

/** The same from what is drawn at a root, or from rows and spec alone. */
function describeFrom(
  program: ChartProgram,
  rows: readonly ChartRow[],
  { root, ...options }: RenderChartOptions & Pick<DrawChartOptions, "times"> & { readonly root?: object },
): Described {
  const { prepared, shape, drawnBy, recipe } = program.facts;
  const { words } = program.look;
  const { title = "", fieldLabels, roundingOf, alt, longDescription } = options;
  const { description } = prepared.spec;
  const opening = [title, typeof description === "string" ? description : ""].map(asSentence).filter(Boolean).join(" ");
  const told = {
    title: opening,
    words,
    fieldLabels,
    roundingOf,
    annotations: recipe?.annotations,
    interval: program.facts.interval,
    recipe: recipe?.recipe,
    stretches: options.times?.stretches,
  };
  const { plots, plotCount, rowCounts, isEmpty } = root
    ? readDrawn(root, drawnBy(), { words, figure: (value) => formatFigure(value, words) })
    : { plots: [], plotCount: 0, rowCounts: [], isEmpty: false };
  const unknown = { alt: opening || asSentence(words.charts.kinds.chart), longDescription: "", inFull: "" };
  const written =
    plots.length > 0
      ? describePlots(plots, {
          ...told,
          plotCount,
          formatValue: withFormats(
            plots.map(({ formats }) => formats),
            words,
            options.formatValue,
          ),
        })
      : hasRows(program, rows)
        ? describeShape(recipe === undefined ? withGuideTitles(shape, drawnBy()) : shape, withNumbers(rows, shape), {
            ...told,
            rowCounts: isEmpty ? plotsOf(shape).map(() => 0) : rowCounts,
            formatValue: withPrinted(options.formatValue, recipe?.written, words, formatOf(shape, words)),
          })
        : unknown;
  return {
    alt: alt ?? written.alt,
    // What an author's alt text leaves out is still to be had.
    longDescription: longDescription ?? (alt === undefined ? written.longDescription : written.inFull),
  };
}

const plotsOf = (shape: ChartShape): readonly ChartShape[] => [shape, ...shape.also];

/** Whether the rows are those of the chart, none among them. */
const hasRows = ({ facts }: ChartProgram, rows: readonly ChartRow[]): boolean =>
  rows.length > 0 || facts.prepared.dataset !== undefined;

/** Whether rows tell what a plot shows: they have the figures that are drawn as numbers, and its dates as everyone reads them. */
function isReadIn({ value, category, isSplitByMade }: ChartShape, rows: readonly ChartRow[]): boolean {
  // What comes round each year, or each hour, is made of dates.
  if (!(category?.timeUnit ?? "year").startsWith("year")) return false;
  if (isSplitByMade) return false;
  if (!value || value.isShare || rows.some((row) => typeof row[value.field] === "string")) return false;
  const isOtherDate = (cell: unknown) => /[a-z]{3}/i.test(String(cell ?? "")) || isUnreadDate(cell);
  if (category?.type === "temporal" && rows.some((row) => isOtherDate(row[category.field]))) return false;
  return rows.length === 0 || rows.some((row) => value.field in row);
}

/** A line over names that its spec puts in an order of its own. */
const isSortedLine = ({ kind, category }: ChartShape): boolean =>
  (kind === "line" || kind === "area") && category?.order === "other" && isOfWords(category);

const isOfWords = ({ type }: EncodedField): boolean => type === "nominal" || type === "ordinal";

/** Whether rows lack figures of a channel that no plot is told by: a size, a colour. */
function leavesOut(plots: readonly ChartShape[], fields: readonly string[], rows: readonly ChartRow[]): boolean {
  const told = plots.flatMap(({ value, category, low, high, other }) =>
    [value, category, low, high, other].flatMap((each) => each?.field ?? []),
  );
  return fields.some(
    (field) => !told.includes(field) && rows.some((row) => row[field] === null || row[field] === undefined),
  );
}

/** Rows as a scale reads them: a figure that the data have as text is one all the same. */
function withNumbers(rows: readonly ChartRow[], shape: ChartShape): readonly ChartRow[] {
  const figures = [shape, ...shape.also].flatMap(({ value, low, high, other }) =>
    [value, low, high, other].flatMap((each) => (each?.type === "quantitative" ? [each.field] : [])),
  );
  const isText = (cell: ChartRow[string] | undefined) =>
    typeof cell === "string" && cell.trim() !== "" && Number.isFinite(Number(cell));
  if (!rows.some((row) => figures.some((field) => isText(row[field])))) return rows;
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(figures.flatMap((field) => (isText(row[field]) ? [[field, Number(row[field])]] : []))),
  }));
}

/** Shares as the chart prints them beside its scale, and else what the caller says of fields of the data. */
function withFormats(
  formats: readonly ReadonlyMap<string, string>[],
  words: Words,
  formatValue: RenderChartOptions["formatValue"],
): NonNullable<RenderChartOptions["formatValue"]> {
  const all = new Map(formats.flatMap((own) => [...own]));
  return (value, field) => {
    if (all.get(field)?.endsWith("%")) return formatShare(value, words);
    return formatValue?.(value, field) ?? formatFigure(value, words);
  };
}

/** The same by what a spec says of its fields, where nothing is worked out. */
function formatOf(shape: ChartShape, words: Words): RenderChartOptions["formatValue"] {
  const fields = [shape, ...shape.also].flatMap(({ fields: own, value, low, high }) => [...own, value, low, high]);
  const formats = new Map(
    fields.flatMap((field) => (field?.format === undefined ? [] : [[field.field, field.format]])),
  );
  return [...formats.values()].some((format) => format.endsWith("%"))
    ? withFormats([formats], words, undefined)
    : undefined;
}

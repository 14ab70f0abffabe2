import { createDiagnostics, type DiagnosticDetails, type Diagnostics } from "../diagnostics/index.ts";
import type { FontSet } from "../fonts/index.ts";
import { englishWords, setLine, type Words } from "../language/index.ts";
import { asGiven, compileAdded, type StepsBefore, withStepsBefore } from "./added-rows.ts";
import { toldStretches } from "./alt/told-stretches.ts";
import { type ChartLimits, defaultLimits } from "./chart-limits.ts";
import type { ChartProgram } from "./chart-program.ts";
import type { ChartRow } from "./chart-row.ts";
import { listedAreas } from "./checks/check-areas-placed.ts";
import { checkInlineData } from "./checks/check-inline-data.ts";
import { checkLayouts } from "./checks/check-layouts.ts";
import { findIllegible, isTooHigh, type Legibility, type Place } from "./checks/check-legible.ts";
import { fieldsRead } from "./checks/check-rows.ts";
import { checkSpec } from "./checks/check-spec.ts";
import type { CompiledChart, RenderChartOptions, RenderedChart } from "./compiled-chart.ts";
import { markTooltips } from "./draw/tooltips.ts";
import { isObject, type JsonObject } from "./json.ts";
import { periodsInOrder } from "./periods-in-order.ts";
import { compileRecent } from "./recent-specs.ts";
import { withAbsentRows } from "./recipes/absent-rows.ts";
import { splitAdded } from "./recipes/added-transforms.ts";
import { mostClasses } from "./recipes/class-scale.ts";
import { withoutRecipeColors } from "./recipes/emphasis.ts";
import { otherParams } from "./recipes/other-params.ts";
import { withPaperGaps } from "./recipes/paper-gaps.ts";
import { leastHeightPx } from "./recipes/parts-height.ts";
import { type RecipeNotes, readRecipeNotes, toldOfWay } from "./recipes/recipe-notes.ts";
import { areConfidenceIntervals, intervalSaid, levelSaid, withIntervalSaid } from "./recipes/said-interval.ts";
import { isSkewed, withLogAxis } from "./recipes/skewed-axis.ts";
import { periodsInTurn, withTimeAxis } from "./recipes/time-axis.ts";
import { type PeriodOf, periodTimes } from "./recipes/time-steps.ts";
import { haveTwoSides, withTwoSides } from "./recipes/two-sides.ts";
import { unneededLayers } from "./recipes/unneeded-layers.ts";
import { withLineColors } from "./recipes/zero-line.ts";
import {
  type ChartTimes,
  createOnce,
  type DrawChartOptions,
  drawChart,
  leastTextPx,
  type SameAtWidths,
} from "./render-chart.ts";
import { tookTooLong } from "./run-scene.ts";
import { type DrawnBy, readDrawnBy } from "./scene-reading/mark-fields.ts";
import type { ReadRows } from "./scene-reading/read-rows.ts";
import type { ChartShape } from "./shape/chart-shape.ts";
import { toldLayer } from "./shape/plots.ts";
import { readShape } from "./shape/read-shape.ts";
import { readColorCodings } from "./spec/color-codings.ts";
import { figureFields } from "./spec/figure-fields.ts";
import { type LoadResource, loadData } from "./spec/load-data.ts";
import { madeFields } from "./spec/made-fields.ts";
import { ownRows } from "./spec/own-rows.ts";
import { withOwnWords } from "./spec/own-words.ts";
import { isVegaSpec, type PreparedSpec, prepareSpec } from "./spec/prepare-spec.ts";
import { readComputations } from "./spec/read-computations.ts";
import { type ChartTheme, completeTheme, defaultTheme } from "./theme/chart-theme.ts";
import { themeConfig } from "./theme/theme-config.ts";
import { chartLocale, dateWords } from "./vega/chart-locale.ts";
import { createFieldTitles } from "./vega/field-titles.ts";
import { withoutLayers } from "./vega/gap-marks.ts";
import { keptExpressions } from "./vega/kept-expressions.ts";
import { lendToVega } from "./vega/lend-to-vega.ts";
import { loadInterpreter, loadVega } from "./vega/load-vega.ts";
import { loadPixelCanvas, transformsOfPixels } from "./vega/pixel-canvas.ts";
import { createRunWithin } from "./vega/run-within.ts";
import { createMeasure } from "./vega/text-metrics.ts";
import type { Vega } from "./vega/vega-modules.ts";

export interface ChartOptions {
  /** Names the chart in diagnostics, and opens the ids of its SVG. Kebab-case. */
  readonly id: string;
  /** A Vega-Lite spec (or a Vega spec, told by its `$schema`) as plain JSON. Never changed. */
  readonly spec: object;
  /** What measures the texts, and must draw them. */
  readonly fonts: FontSet;
  /** What it leaves open is `defaultTheme`'s. */
  readonly theme?: Partial<ChartTheme> | undefined;
  /** Width of the whole chart, axes included; 640 where absent: the column of an A4 page. */
  readonly widthPx?: number | undefined;
  /** The file that the spec came from, for diagnostics. */
  readonly file?: string | undefined;
  /** `inline`: draw the spec's own data, and let the rows that are passed be. `rows` (the default): rows replace it. */
  readonly data?: "rows" | "inline";
  /** Words with digits that the spec draws and that are no figures of the data, as it writes them: `100,000`. */
  readonly literals?: readonly string[] | undefined;
  /** In HTML, shapes say what the spec's `tooltip` encodings name. Default: they do not. */
  readonly tooltips?: boolean | undefined;
  /** Language of its numbers, dates and description; British English where absent. */
  readonly words?: Words;
  /**
   * Whether the spec is your own. Then its expressions are compiled to JavaScript; else they are interpreted, so that no text
   * of it becomes code. Default true.
   */
  readonly trusted?: boolean;
  /** Sets the type of what is drawn as the language does: quotation marks, dashes. Default false. */
  readonly typography?: boolean | undefined;
  /** Whether what its figures are called stands above the picture of a recipe that does not write it. Default false: what is around it says so. */
  readonly drawsMeasure?: boolean | undefined;
  /** How large and slow it may be; `defaultLimits` where absent. */
  readonly limits?: Partial<ChartLimits> | undefined;
  /** Reads the data and images that the spec names by address. Absent: it reads nothing but `data:` images. */
  readonly load?: LoadResource | undefined;
}

/** The column of an A4 page. */
const defaultWidthPx = 640;

/**
 * Compiles a spec once, to be rendered with any rows.
 *
 * The rows become the dataset that the spec names (`data: {name: "data"}`); a spec without data gets them too, and
 * inline `values` count as an example that the rows replace. Throws a `BriefingError` that names the chart and says
 * everything found wrong with the spec.
 */
export async function compileChart(options: ChartOptions): Promise<CompiledChart> {
  const whole = await readSpec(options);
  const before = isLate(whole) ? undefined : await withoutAdded(whole);
  const { read, makeRows } = before ?? { read: whole, makeRows: asGiven };
  const { recipe, zoom, options: own } = read;
  // What is wrong with a spec is said of the whole of it.
  const compiled = isLate(read) && !before?.isRemarkable ? undefined : await compileProgram(whole);
  const first = isLate(read) ? undefined : read === whole ? compiled : await compileProgram(read);
  const programs = new Map(first && [[keyOf(0, asMade), Promise.resolve(first)]]);
  const { otherwise = [], widthsPx = [] } = recipe ?? {};
  const toldAt = (index: number) => (index === 0 ? recipe?.told : toldOfWay(otherwise[index - 1] ?? {}));
  const forms = new Map([[keyOf(0, asMade), read]]);
  /** The spec itself as rows ask for it. What is wrong with it was told. */
  const formFor = (variant: SpecVariant): SpecReading => {
    const key = keyOf(0, variant);
    const known =
      forms.get(key) ?? readAs({ ...read, diagnostics: createDiagnostics(read.source) }, { ...own, ...variant });
    forms.set(key, known);
    return known;
  };
  /** What was compiled of another way that differs in the values of parameters alone is run with these. */
  const compileWay = async (index: number, variant: SpecVariant): Promise<ChartProgram> => {
    const way = otherwise[index - 1] ?? {};
    const spec: JsonObject = { ...own.spec, ...way };
    // To tell whether it is as it was made all other ways would be made.
    const notes = recipe?.isAsMade && !("usermeta" in way) ? recipe : readRecipeNotes(spec);
    for (let before = index - 1; before >= 0; before -= 1) {
      const known = programs.get(keyOf(before, variant));
      const params = known && otherParams({ ...own.spec, ...otherwise[before - 1] }, spec);
      const program = params && (await known);
      if (program) return { ...program, facts: { ...program.facts, recipe: notes }, params };
    }
    return compileProgram(await readSpec({ ...own, spec, ...variant }, notes));
  };
  /** Compiled when they are first needed, and once. */
  const programAt = (index: number, variant: SpecVariant): Promise<ChartProgram> => {
    const key = keyOf(index, variant);
    const compiled = programs.get(key) ?? (index === 0 ? compileProgram(formFor(variant)) : compileWay(index, variant));
    programs.set(key, compiled);
    return compiled;
  };
  const chart: CompiledChart = {
    id: options.id,
    diagnostics: whole.diagnostics.all,
    async render(given, renderOptions = {}) {
      /** Whether it would be drawn with these rows alone. */
      const hasRoomFor = (some: readonly ChartRow[]) =>
        some.length > 0 &&
        chart.render(some, renderOptions).then(
          () => true,
          () => false,
        );
      const made = makeRows(given, renderOptions.datasets ?? {});
      const variantFor = (rows: readonly ChartRow[]): SpecVariant => ({
        ...asMade,
        isTwoSided: haveTwoSides(recipe?.twoSides, rows),
        isSkewed: isSkewed(recipe?.skewed, rows),
        areConfidenceIntervals: areConfidenceIntervals(recipe?.interval, rows, renderOptions.isConfidenceEnd),
        unneeded: first === undefined ? unneededLayers(recipe, rows) : [],
      });
      const unordered = variantFor(made.rows);
      const { rows: ordered, times } = rowsInTime(formFor(unordered), made.rows, renderOptions.periodOf);
      const rows = withAbsentRows(ordered, recipe?.grid);
      const variant: SpecVariant = {
        ...(rows === made.rows ? unordered : variantFor(rows)),
        isByTime: times?.steps !== undefined,
      };
      const { widthPx = options.widthPx ?? defaultWidthPx, narrowPx, ...others } = renderOptions;
      const readOnce = createOnce<ReadRows>();
      const ofPrograms = new Map<ChartProgram, SameAtWidths>();
      const sameAtWidths = (program: ChartProgram): SameAtWidths => {
        const same = ofPrograms.get(program) ?? { readOnce, describeOnce: createOnce(), tabulateOnce: createOnce() };
        ofPrograms.set(program, same);
        return same;
      };
      const isOfOtherWidths = recipe !== undefined || read.finish().prepared.takesWidth;
      const forWidth = onceForEach(async (px) => {
        const place = Math.floor(px);
        if (!isOfOtherWidths || place >= drawn.widthPx) return undefined;
        const idPrefix = `${others.idPrefix ?? options.id}-${place}`;
        for (const widthPx of widthsFor(place, drawn)) {
          const finish = await drawAt(widthPx, { ...others, idPrefix }, { isForPlace: true });
          if (typeof finish !== "string") return finish();
        }
        return undefined;
      });
      /** Of programs that draw the same at each width: what would not be read is not drawn again. */
      const drawnBefore = new Map<ChartProgram, Legibility>();
      /** What finishes a chart that can be read; else why it cannot, and whether a text of it was cut. */
      const drawWith = async (program: ChartProgram, drawing: DrawChartOptions) => {
        const { widthPx: askedPx = program.facts.widthPx, isForScreen } = drawing;
        const before = drawnBefore.get(program);
        const known = before && findIllegible(before, { widthPx: askedPx, isForScreen });
        if (known !== undefined) return { illegible: known, isCut: before?.isCut };
        const { illegible, legibility, finish } = await drawChart(program, { ...made, rows }, drawing);
        const { takesWidth, asksPictureWidth } = program.facts.prepared;
        if (legibility && !takesWidth && !asksPictureWidth) drawnBefore.set(program, legibility);
        return illegible === undefined ? { finish } : { illegible, isCut: legibility?.isCut };
      };
      /** What keeps a width that is too wide, or is too high for its place whatever it is drawn like, is not tried unless nothing else is left. */
      const isTried = (index: number, place: Place): boolean => {
        const isLast = index === otherwise.length;
        if (!isLast && (widthsPx[index] ?? 0) > place.widthPx) return false;
        const height = recipe?.heights[index];
        if (!isLast && height && isTooHigh(leastHeightPx(height, rows), place)) return false;
        return isFor(toldAt(index), rows);
      };
      /** The ways to draw it, in the order in which they are tried. */
      const waysAt = (placePx: number): Iterable<number> => {
        const all = Array.from({ length: otherwise.length + 1 }, (_, index) => index);
        if (!recipe?.widens) return all;
        const isWider = (index: number) => {
          const px = widthsPx[index] ?? 0;
          return px > (widthsPx[0] ?? 0) && px <= placePx;
        };
        return [...all.filter(isWider), ...all.filter((index) => !isWider(index))];
      };
      /** The first way to draw it that has room; else why the last has none, which needs least. */
      const drawAt = async (
        asked: number,
        more: RenderChartOptions,
        {
          isForPlace = false,
          mostPx,
          onOtherWay,
        }: {
          readonly isForPlace?: boolean;
          readonly mostPx?: number;
          readonly onOtherWay?: (index: number, illegible: string) => void;
        } = {},
      ) => {
        let illegible = "";
        /** Of the ways that could not be read: whether a text was cut. */
        const refused = new Map<number, boolean | undefined>();
        const isForScreen = mostPx !== undefined;
        for (const index of waysAt(asked / zoom)) {
          const after = recipe?.triedAfter[index];
          if (after && refused.get(after.way) !== after.isCut) continue;
          if (!isTried(index, { widthPx: asked / zoom, isForScreen })) continue;
          const program = await programAt(index, variant);
          const drawn = await drawWith(program, {
            ...more,
            widthPx: asked / zoom,
            forWidth,
            isForPlace,
            isForScreen,
            mostPx,
            sameAtWidths: sameAtWidths(program),
            times,
          });
          if (drawn.finish) {
            if (index > 0) onOtherWay?.(index, illegible);
            return drawn.finish;
          }
          illegible = drawn.illegible;
          refused.set(index, drawn.isCut);
        }
        return illegible;
      };
      const isNarrowed = recipe && narrowPx !== undefined && narrowPx < widthPx;
      const idPrefix = `${others.idPrefix ?? options.id}-narrow`;
      /** In texts of the usual size, or in the smallest that are read without effort where these have no room; else why there is none. */
      const drawNarrow = async (narrowest: number): Promise<RenderedChart | string> => {
        let illegible = "";
        for (const scale of [1, (1 + leastScale) / 2, leastScale]) {
          const finish = await drawAt(Math.floor(narrowest / scale), { ...others, idPrefix }, { mostPx: narrowest });
          if (typeof finish === "string") {
            illegible ||= finish;
            continue;
          }
          const drawn = finish();
          if (scale === 1 || drawn.readableFromPx <= narrowest) return drawn;
        }
        return illegible;
      };
      const narrow = isNarrowed ? await drawNarrow(narrowPx) : undefined;
      let unasked: DiagnosticDetails | undefined;
      const finish = await drawAt(widthPx, others, {
        onOtherWay: (index, illegible) => {
          unasked = recipe?.asked && index >= recipe.asked.ways ? otherWay(recipe, illegible, widthPx) : undefined;
        },
      });
      if (typeof finish === "string") {
        const refusal = createDiagnostics(read.source);
        const listed = recipe && listedAreas(rows, recipe);
        if (listed) refusal.error(listed.error);
        if (!listed || !(await hasRoomFor(listed.others))) refusal.error(crowded(recipe, finish));
        return refusal.throwIfErrors() as never;
      }
      const drawn = finish(
        typeof narrow === "string"
          ? { unasked, missing: noNarrow(recipe, narrow, narrowPx ?? 0) }
          : { unasked, narrow },
      );
      return drawn;
    },
  };
  return chart;
}

/** What is as its recipe made it has no errors to be told of: it is compiled when its rows are known, in the form that these ask for alone. */
const isLate = ({ recipe, options }: SpecReading): boolean => recipe?.isAsMade === true && options.data !== "inline";

/** A chart without what a user has added to the transforms of its recipe, which is done with the rows before it is drawn. Undefined where nothing is to be done before. */
async function withoutAdded(whole: SpecReading) {
  const { options, source, recipe, widthPx, limits } = whole;
  const given = requireObject(options.spec, createDiagnostics(source));
  const split = options.data === "inline" ? undefined : splitAdded(given, recipe?.ownTransforms);
  const dataset = split && whole.finish().prepared.dataset;
  if (!split || dataset === undefined) return undefined;
  const { trusted = true } = options;
  const engine = await engineOf(whole);
  const { datasets } = given;
  const added = compileAdded(split.added, { engine, source, dataset, datasets, widthPx, limits, trusted });
  if (!added) return undefined;
  const { makeRows, isRemarkable, steps } = added;
  return { read: await readSpec({ ...options, spec: split.spec, stepsBefore: steps }), makeRows, isRemarkable };
}

/** Rows with their periods in order, and when these are. */
function rowsInTime(
  { recipe, words, finish }: SpecReading,
  given: readonly ChartRow[],
  periodOf: PeriodOf | undefined,
): { readonly rows: readonly ChartRow[]; readonly times: ChartTimes | undefined } {
  if (recipe === undefined) return { rows: given, times: undefined };
  const { timeAxis } = recipe;
  if (timeAxis === undefined) return { rows: periodsInOrder(given, finish().shape), times: undefined };
  const { field, holds } = timeAxis;
  const read = periodTimes(given, field, { periodOf, lang: words.lang });
  const { at, unlike } = read;
  const { shape } = finish();
  const rows = periodsInOrder(given, shape, at && { field, at, isOfLines: holds === "lines" });
  // Which periods are drawn is not known where its transforms are others.
  const steps = recipe.isChanged ? undefined : read.stepsOf(periodsInTurn(rows, timeAxis, at));
  const stretches = steps && toldStretches(rows, { shape, timeAxis, times: read });
  return { rows, times: { holds, unlike, steps, stretches } };
}

/** How much smaller a chart in texts of the usual size is made at most. */
const leastScale = leastTextPx / defaultTheme.fontSizePx;

/** Widths to draw a chart at for a place, px, the place's own first: made smaller to it, texts of each of the others stay readable. */
function widthsFor(place: number, { widthPx, readableFromPx }: RenderedChart): readonly number[] {
  const least = readableFromPx / widthPx;
  const scales = [1, (1 + least) / 2, least];
  return [...new Set(scales.map((scale) => Math.floor(place / scale)))].filter((width) => width < widthPx);
}

function onceForEach<Made>(make: (widthPx: number) => Promise<Made>): (widthPx: number) => Promise<Made> {
  const known = new Map<number, Promise<Made>>();
  return (widthPx) => {
    const made = known.get(widthPx) ?? make(widthPx);
    known.set(widthPx, made);
    return made;
  };
}

/** Whether a way to draw rows is for as many names as they have. */
const isFor = (told: RecipeNotes["told"], rows: readonly ChartRow[]): boolean => {
  if (told === undefined) return true;
  const count = new Set(rows.map((row) => row[told.field])).size;
  return count >= told.from && count <= told.to;
};

const crowded = (recipe: RecipeNotes | undefined, illegible: string): DiagnosticDetails => ({
  code: "chart-crowded",
  message: `The chart that ${recipe?.recipe} makes has no room: ${illegible}.`,
  hint: recipe?.instead ?? "",
});

const otherWay = ({ recipe, asked }: RecipeNotes, illegible: string, widthPx: number): DiagnosticDetails => ({
  code: "chart-other-way",
  message: `The chart that ${recipe} makes is not drawn with ${asked?.option}, for which ${widthPx} px have no room${illegible && `: ${illegible}`}. It is drawn ${asked?.otherwise}.`,
  hint: `Give it more width, fewer or shorter names, or leave the option out.`,
});

const noNarrow = (recipe: RecipeNotes | undefined, illegible: string, narrowPx: number): DiagnosticDetails => ({
  code: "chart-not-narrow",
  message: `The chart that ${recipe?.recipe} makes has no room on a page of ${narrowPx} px, where readers have to scroll it: ${illegible}.`,
  hint: recipe?.instead ?? "",
});

/** What a spec is for besides its options, told by the rows that it is drawn with. */
interface SpecVariant {
  /** Whether its rows lie on both sides of the midpoint that its recipe colours classes by. */
  readonly isTwoSided: boolean;
  /** Whether its periods stand at unequal distances. */
  readonly isByTime: boolean;
  /** Whether on an even scale most of them would stand in a stripe. */
  readonly isSkewed: boolean;
  /** Whether the ends of its intervals are known to be those of 95% confidence intervals. */
  readonly areConfidenceIntervals: boolean;
  /** As `unneededLayers` has them, where the rows are known before it is compiled. */
  readonly unneeded: readonly string[];
}

/** A spec as its recipe made it. */
const asMade: SpecVariant = {
  isTwoSided: false,
  isByTime: false,
  isSkewed: false,
  areConfidenceIntervals: false,
  unneeded: [],
};

const keyOf = (
  index: number,
  { isTwoSided, isByTime, isSkewed, areConfidenceIntervals, unneeded }: SpecVariant,
): string => [index, isTwoSided, isByTime, isSkewed, areConfidenceIntervals, ...unneeded].join(" ");

interface ProgramOptions extends ChartOptions, Partial<SpecVariant> {
  /** What is done with its rows before. */
  readonly stepsBefore?: StepsBefore;
}

/** A spec as its rows ask for it. */
function forRows(
  spec: JsonObject,
  recipe: RecipeNotes | undefined,
  {
    isTwoSided,
    isByTime,
    isSkewed,
    unneeded = [],
    theme,
    words,
  }: Partial<SpecVariant> & { readonly theme: ChartTheme; readonly words: Words },
): JsonObject {
  const drawn = unneeded.length > 0 ? withoutLayers(spec, unneeded) : spec;
  const sided = isTwoSided && recipe?.twoSides ? withTwoSides(drawn, recipe.twoSides, { theme, mostClasses }) : drawn;
  const timed = isByTime && recipe?.timeAxis ? withTimeAxis(sided, recipe.timeAxis, words.charts.unequalSteps) : sided;
  return isSkewed && recipe?.skewed ? withLogAxis(timed, recipe.skewed, words.charts.logScale) : timed;
}

/** A spec in which nothing is wrong, in whatever form its rows will ask for. */
interface CheckedSpec {
  readonly source: ChartProgram["source"];
  /** What was found wrong with it so far: none of it is an error. */
  readonly diagnostics: Diagnostics;
  readonly kind: PreparedSpec["kind"];
  readonly spec: JsonObject;
  readonly recipe: RecipeNotes | undefined;
  readonly zoom: number;
  readonly widthPx: number;
  readonly theme: ChartTheme;
  readonly words: Words;
  readonly limits: ChartLimits;
}

/** A spec that is to be drawn in one of its forms. */
interface SpecReading extends CheckedSpec {
  readonly options: ProgramOptions;
  /** The same each time. */
  readonly finish: () => FinishedSpec;
}

/** A spec as its rows ask for it, in the words and the colours that it is drawn with: ready to be compiled. */
interface FinishedSpec {
  readonly prepared: PreparedSpec;
  readonly shape: ChartShape;
  readonly tooltips: ReturnType<typeof markTooltips> | undefined;
  /** As `intervalWords` has them. */
  readonly level: readonly string[];
  readonly interval: string | undefined;
}

const readSpec = async (
  options: ProgramOptions,
  recipe: RecipeNotes | undefined = readRecipeNotes({ ...options.spec }),
): Promise<SpecReading> => readAs(await checkedSpec(options, recipe), options);

/** A spec that was checked, in this form or in another. */
function readAs(checked: CheckedSpec, options: ProgramOptions): SpecReading {
  let finished: FinishedSpec | undefined;
  const finish = () => {
    finished ??= finishSpec(checked, options);
    return finished;
  };
  return { ...checked, options, finish };
}

async function checkedSpec(options: ProgramOptions, recipe: RecipeNotes | undefined): Promise<CheckedSpec> {
  const { id, file, data = "rows", words = englishWords(), trusted = true, load } = options;
  const asked = completeTheme(options.theme);
  // To watch the time takes half a millisecond a chart: what is one's own is not watched unless one asks for it.
  const milliseconds = trusted ? Infinity : defaultLimits.milliseconds;
  const limits = { ...defaultLimits, milliseconds, ...options.limits };
  const source = { id, file };
  const diagnostics = createDiagnostics(source);
  const given = requireObject(options.spec, diagnostics);
  const kind = isVegaSpec(given) ? "vega" : "vega-lite";
  // The notes hold specs that are drawn where this one is not.
  const { usermeta: _, ...noted } = given;
  const own = recipe ? noted : given;
  const { zoom, theme } = recipe ? zoomed(asked) : { zoom: 1, theme: asked };
  const widthPx = (options.widthPx ?? defaultWidthPx) / zoom;
  const spec = load ? await loadData(own, { load, diagnostics }) : own;
  diagnostics.throwIfErrors();
  checkSpec({ spec, kind, mostRows: limits.rows, diagnostics });
  if (data === "inline" && kind === "vega-lite") checkInlineData(spec, diagnostics);
  diagnostics.throwIfErrors();
  return { source, diagnostics, kind, spec, recipe, zoom, widthPx, theme, words, limits };
}

/** A spec in the form that its rows ask for. */
function finishSpec(
  { kind, spec, recipe, widthPx, theme, words, diagnostics }: CheckedSpec,
  options: ProgramOptions,
): FinishedSpec {
  const { data = "rows" } = options;
  const colored = withoutRecipeColors(spec);
  const varied = forRows(colored, recipe, { ...options, theme, words });
  const { level, interval } = intervalWords(recipe, options.areConfidenceIntervals, words);
  const worded = withIntervalSaid(withLineColors(withOwnWords(varied, words), theme), interval);
  const finished = recipe ? withPaperGaps(worded, theme) : worded;
  const prepared = prepareSpec({ spec: finished, widthPx, data });
  const shape = readShape(prepared.spec);
  const tooltips = options.tooltips
    ? markTooltips(prepared.spec, { kind, shape: recipe && shape, diagnostics })
    : undefined;
  return { prepared, shape, tooltips, level, interval };
}

/** Vega, and what it is lent, for whatever is run of a spec. */
async function engineOf({ options, words }: SpecReading) {
  const { fonts, trusted = true } = options;
  const modules = await loadVega();
  const expressions = trusted ? keptExpressions(modules.vega.runtimeContext) : await loadInterpreter();
  await fonts.ready();
  const setType = options.typography ? (line: string) => setLine(line, words.typography) : undefined;
  return { modules, expressions, setType, measure: createMeasure(fonts, setType), runWithin: createRunWithin() };
}

async function compileProgram(read: SpecReading): Promise<ChartProgram> {
  const { options, source, diagnostics, kind, spec, recipe, zoom, widthPx, theme, words, limits } = read;
  const { prepared, shape, tooltips, level, interval } = read.finish();
  const { fonts, data = "rows", literals = [], trusted = true, drawsMeasure = false, load, stepsBefore } = options;
  const { modules, expressions, setType, measure, runWithin } = await engineOf(read);
  const marked = tooltips?.spec ?? prepared.spec;
  const { stopped, result: made } = lendToVega(modules.vega, { measure }, () =>
    runWithin(limits.milliseconds, () =>
      compileRecent(modules, {
        prepared: { ...prepared, spec: recipe?.isAsMade ? withoutLayers(marked, [toldLayer]) : marked },
        config: themeConfig(theme),
        fieldTitle: createFieldTitles(words),
        trusted,
        isOfRecipe: recipe !== undefined,
        diagnostics,
      }),
    ),
  );
  const compiled = made?.compiled;
  if (compiled && data === "inline") checkLayouts(compiled.spec, diagnostics);
  if (stopped) diagnostics.error(tookTooLong(limits));
  diagnostics.throwIfErrors();
  if (!compiled) throw new Error("A spec that does not compile has said why.");
  const createCanvas = await canvasFor(compiled.spec, { fonts, diagnostics });
  const lendShapes = compiled.spec.projections ? await loadLeanShapes(modules.vega) : undefined;
  const locale = chartLocale(modules.vega, words);
  let drawnBy: DrawnBy | undefined;
  return {
    source,
    engine: {
      vega: modules.vega,
      runtimeFor: compiled.runtimeFor,
      expressions: made?.expressions ?? expressions,
      locale,
      measure,
      createCanvas,
      lendShapes,
      runWithin,
    },
    facts: {
      widthPx,
      zoom,
      recipe,
      interval,
      prepared,
      hasAxes: Array.isArray(compiled.spec.axes) && compiled.spec.axes.length > 0,
      shape,
      ownRows: data === "inline" && kind === "vega-lite" ? ownRows(spec, modules.vega) : [],
      fields: prepared.kind === "vega-lite" && prepared.dataset !== undefined ? fieldsRead(prepared.spec) : [],
      figureFields: figureFields(prepared.spec),
      computations: made.computations,
      computedBefore: stepsBefore ? readComputations(withStepsBefore(compiled.spec, stepsBefore)) : [],
      colorCodings: prepared.kind === "vega-lite" ? readColorCodings(prepared.spec) : [],
      channels: made.channels,
      drawnBy: () => {
        drawnBy ??= readDrawnBy(compiled.spec, recipe && innerFields(prepared.spec, shape));
        return drawnBy;
      },
      tooltips: tooltips?.fields,
    },
    look: { fonts, drawable: new Set(), theme, words, isDateWord: dateWords(words), drawsMeasure, setLine: setType },
    allowance: {
      limits,
      load,
      images: new Map(),
      literals: [...literals, ...ownLiterals(recipe, words), ...level],
    },
    params: {},
  };
}

/** Fields that a recipe makes and tells no reader of. */
function innerFields(spec: JsonObject, shape: ChartShape): ReadonlySet<string> {
  const made = madeFields(spec);
  const told = new Set(
    [shape, ...shape.also].flatMap(({ category, series, value, low, high, panels }) =>
      [category, series, value, low, high, ...panels].flatMap((field) => field?.field ?? []),
    ),
  );
  return made === "open" ? new Set() : new Set([...made].filter((field) => !told.has(field)));
}

/** What the intervals of a recipe are, as it is written; and the level in it, if there is one, which is no figure of the rows. */
function intervalWords(
  recipe: RecipeNotes | undefined,
  areKnown: boolean | undefined,
  { charts }: Words,
): { readonly level: readonly string[]; readonly interval: string | undefined } {
  if (recipe?.interval === undefined) return { level: [], interval: undefined };
  const level = levelSaid(recipe.interval, areKnown === true, charts);
  return { level: level === undefined ? [] : [level], interval: intervalSaid(recipe.interval, level) };
}

/** What a recipe writes with figures that are none of its rows': names of limits, as a whole. */
const ownLiterals = (recipe: RecipeNotes | undefined, { charts }: Words): readonly string[] =>
  recipe?.recipe === "funnelSpec" ? Object.values(charts.controlLimits) : [];

/**
 * Recipes reckon with texts of the usual size. Those of a larger one, for large print, are drawn as if on less room, and the whole is
 * shown larger: rows, margins and lines grow with the texts.
 */
function zoomed(theme: ChartTheme): { readonly zoom: number; readonly theme: ChartTheme } {
  const { fontSizePx } = defaultTheme;
  const zoom = Math.max(1, theme.fontSizePx / fontSizePx);
  if (zoom === 1) return { zoom, theme };
  return {
    zoom,
    theme: { ...theme, fontSizePx, lineWidthPx: theme.lineWidthPx / zoom, paddingPx: theme.paddingPx / zoom },
  };
}

function requireObject(spec: unknown, diagnostics: Diagnostics): JsonObject {
  if (isObject(spec)) return spec;
  diagnostics.error({
    code: "invalid-chart-spec",
    message: "A chart's spec must be an object.",
    hint: 'Begin with {"mark": "bar", "encoding": {…}}.',
  });
  diagnostics.throwIfErrors();
  return {};
}

/** What draws maps with less: few charts have one. */
async function loadLeanShapes(vega: Vega) {
  const { createLeanShapes } = await import("./vega/lean-shapes.ts");
  return createLeanShapes(vega);
}

interface CanvasOptions {
  readonly fonts: FontSet;
  readonly diagnostics: Diagnostics;
}

async function canvasFor(spec: JsonObject, { fonts, diagnostics }: CanvasOptions) {
  const transforms = transformsOfPixels(spec);
  if (transforms.length === 0) return undefined;
  const createCanvas = await loadPixelCanvas(fonts);
  if (createCanvas) return createCanvas;
  diagnostics.error({
    code: "chart-needs-canvas",
    message: `The chart's transform "${transforms.join('", "')}" draws on a canvas and reads its pixels.`,
    hint: "Install the optional package: npm install @napi-rs/canvas",
  });
  diagnostics.throwIfErrors();
  return undefined;
}

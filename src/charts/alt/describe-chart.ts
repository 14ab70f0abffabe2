import { type ChartKindName, englishWords, exact, type Words } from "../../language/index.ts";
import { type ChartRow, isFigure } from "../chart-row.ts";
import { isObject } from "../json.ts";
import { type PlacedAnnotations, readRecipeNotes } from "../recipes/recipe-notes.ts";
import { intervalSaid, levelSaid } from "../recipes/said-interval.ts";
import type { TimeAxis } from "../recipes/time-axis.ts";
import { type PeriodName, type PeriodOf, periodTimes, type TimeSteps } from "../recipes/time-steps.ts";
import type { ChartShape } from "../shape/chart-shape.ts";
import { readShape } from "../shape/read-shape.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
import { tileKey } from "../spec/tile-key.ts";
import { isUnreadDate } from "../spec/utc-dates.ts";
import { describeAnnotations } from "./annotations.ts";
import { assemble, type Description, type PlotText } from "./assemble.ts";
import { createNames } from "./category-names.ts";
import { commonPart, shortened } from "./common-periods.ts";
import { isMoves } from "./differences.ts";
import { type FormatValue, formatFigure } from "./format-figure.ts";
import { describeGaps } from "./gaps.ts";
import { isTrend } from "./lines.ts";
import { arePeriods, namesOnAxis } from "./order.ts";
import { describePanels } from "./panels.ts";
import { hasTimes, isOfTimes, type Reading, type Told } from "./reading.ts";
import { describers } from "./registry.ts";
import { type RoundingOf, withRows } from "./rounding.ts";
import { toldStretches } from "./told-stretches.ts";
import { withPrinted } from "./write-as-printed.ts";

export interface DescribeOptions {
  /** What the chart shows, e.g. its caption: comes first. */
  readonly title?: string;
  /** How a figure is written. Where absent: three decimals at most, thousands separated by commas. */
  readonly formatValue?: FormatValue | undefined;
  /** What readers call the fields that the chart gives no title; the field's name where absent. */
  readonly fieldLabels?: Readonly<Record<string, string>> | undefined;
  /** How its figures were rounded; where absent, and of figures that it does not know, as the rows say (`rounding`). */
  readonly roundingOf?: RoundingOf | undefined;
  /** When the period of a name in the rows is; absent: what the name itself says. */
  readonly periodOf?: PeriodOf | undefined;
  /** What it is written with; British English where absent. */
  readonly words?: Words;
}

interface DescribeAllOptions extends DescribeOptions {
  /** How many rows the data of each plot have after all transforms, where no figure of theirs is known; as many as given where absent. */
  readonly rowCounts?: readonly number[] | undefined;
  /** What stands on the chart beside its data. */
  readonly annotations?: PlacedAnnotations | undefined;
  /** What its intervals are; undefined where it has none, or nobody has said it. */
  readonly interval?: string | undefined;
  /** Of periods at unequal distances, those that follow one another: the first and the last of each stretch. */
  readonly stretches?: TimeSteps["stretches"] | undefined;
  /** The function that made its spec: `bulletSpec`. */
  readonly recipe?: string | undefined;
}

/**
 * Writes the alt text of a chart from its Vega-Lite spec and its rows, in the language of `words`: some 400 characters.
 *
 * Names the kind of chart and what it shows, then the figures that a reader takes from it: first, last and turns of a
 * line; highest, lowest and highlighted bar, with its rank; how many rose and fell; how many values are suppressed or
 * missing. Every figure in it is one of the rows', rounded, or a number of rows; nothing is said of a hidden one but that it
 * is hidden. Figures that the chart computes (aggregates, bins) are not told: `RenderedChart.alt` has them, from what is drawn.
 */
export function describeChart(spec: object, rows: readonly ChartRow[], options: DescribeOptions = {}): string {
  const given = isObject(spec) ? spec : {};
  const notes = readRecipeNotes(given);
  const shape = readShape(given);
  return describeShape(shape, rows, {
    ...options,
    recipe: notes?.recipe,
    annotations: notes?.annotations,
    interval:
      notes?.interval &&
      intervalSaid(notes.interval, levelSaid(notes.interval, false, (options.words ?? englishWords()).charts)),
    stretches: stretchesIn(rows, shape, notes?.timeAxis, options),
    formatValue: withPrinted(options.formatValue, notes?.written, options.words ?? englishWords()),
  }).alt;
}

function stretchesIn(
  rows: readonly ChartRow[],
  shape: ChartShape,
  timeAxis: TimeAxis | undefined,
  { periodOf, words = englishWords() }: DescribeOptions,
): TimeSteps["stretches"] | undefined {
  if (timeAxis === undefined) return undefined;
  const times = periodTimes(rows, timeAxis.field, { periodOf, lang: words.lang });
  return toldStretches(rows, { shape, timeAxis, times });
}

/** The same with what the alt text has no room for. */
export function describeShape(
  shape: ChartShape,
  rows: readonly ChartRow[],
  options: DescribeAllOptions = {},
): Description {
  const plots = [shape, ...shape.also];
  const { rowCounts = [] } = options;
  return describePlots(
    plots.map((plot, index) => ({
      shape: plot,
      rows: rows.map((row) => placed(row, plot)),
      rowCount: rowCounts.length === plots.length ? rowCounts[index] : undefined,
    })),
    options,
  );
}

/** A plot, and the rows that it shows. */
export interface DescribedPlot {
  readonly shape: ChartShape;
  readonly rows: readonly ChartRow[];
  /** How many its data have after all transforms; as many as it is given where absent. */
  readonly rowCount?: number | undefined;
}

/**
 * The same of plots that each have their own rows.
 * @param options.plotCount how many plots there are to see, also those that tell no figure; as many as `plots` where absent.
 */
export function describePlots(
  plots: readonly DescribedPlot[],
  options: DescribeAllOptions & { readonly plotCount?: number } = {},
): Description {
  const { title = "", words = englishWords(), plotCount = plots.length } = options;
  const some = figuresFirst(plots).slice(0, mostCompared);
  const [first, ...others] = onceEach(some.map((plot) => describePlot(plot, { ...options, words }))).slice(
    0,
    mostPlots,
  );
  const annotated = first && some[0] && withAnnotations(first, some[0], { ...options, words });
  return assemble(asSentence(title), annotated ? [annotated, ...others] : [], plotCount, words.charts);
}

/** What shows nothing comes last: of a layer that only makes room on a scale, that it has no data is not what a chart shows. */
function figuresFirst(plots: readonly DescribedPlot[]): readonly DescribedPlot[] {
  const showsNothing = ({ shape: { value }, rows }: DescribedPlot): boolean =>
    value !== undefined && rows.length > 0 && !rows.some((row) => isFigure(row[value.field]));
  return [...plots.filter((plot) => !showsNothing(plot)), ...plots.filter(showsNothing)];
}

/** Those that say the same as one with their number, as what is selected and the whole do, which it is until somebody selects. */
function onceEach(texts: readonly PlotText[]): readonly PlotText[] {
  const known = new Map<string, PlotText>();
  for (const text of texts) {
    const key = JSON.stringify(text);
    const same = known.get(key);
    known.set(key, same ? { ...same, alike: (same.alike ?? 0) + 1 } : text);
  }
  return [...known.values()];
}

/** What stands on the chart comes after what its figures say; a line that they are compared with is not said twice. */
function withAnnotations(
  text: PlotText,
  { shape, rows }: DescribedPlot,
  { annotations, interval, formatValue, words }: DescribeAllOptions & { readonly words: Words },
): PlotText {
  if (!annotations) return text;
  const { lead, second = [], items = [] } = text.told;
  const { other } = shape;
  const isTold = other && [...lead, ...second, ...items].some((sentence) => sentence.includes(other.title));
  const said = describeAnnotations(annotations, rows, {
    words,
    format: (figure, field) => formatValue?.(figure, field) ?? formatFigure(figure, words),
    told: isTold ? [other.field] : [],
    interval,
  });
  return said.length === 0 ? text : { ...text, told: { ...text.told, second: [...second, ...said] } };
}

/** So many figures that are not shown are named in the alt text; of more, a listener is told the number. */
const mostNamed = 3;
const mostNamedInFull = 30;

/** So many are looked through for those that say the same. */
const mostCompared = 60;

/** Plots past it are in the data table. */
const mostPlots = 6;

/** With a full stop, unless it ends already; nothing stays nothing. */
export const asSentence = (text: string) => (text === "" || /[.!?…]$/.test(text) ? text : `${text}.`);

interface PlotOptions extends DescribeAllOptions {
  readonly words: Words;
}

function describePlot({ shape: spec, rows: allRows, rowCount }: DescribedPlot, options: PlotOptions): PlotText {
  const { words } = options;
  const { charts } = words;
  const rows = allRows.filter((row) => spec.filters.every((filter) => filter(row)));
  const shape = withLabels(spec, options.fieldLabels ?? {});
  const { category, series, value, panels } = shape;
  const describe = describers[shape.kind];
  // A name of a field that nobody gave a title is nothing to a reader.
  const named = series && series.title !== series.field ? series : undefined;
  const by = [category, named].flatMap((field) => (field?.title ? [field.title] : []));
  const values = titleOf(shape, words);
  if (rows.length === 0)
    return { opening: charts.opening({ kind: shape.kind, values, by }), told: { lead: [charts.noData] }, closing: [] };
  if (!value || !describe || !rows.some((row) => value.field in row)) {
    const isSpread = shape.kind === "histogram" || shape.kind === "density" || shape.kind === "box";
    // What is spread are the rows themselves, however many classes or boxes show them.
    const count = rowCount ?? rows.length;
    const lead = count === 0 ? charts.noData : isSpread ? charts.spread(countSpread(shape, rows)) : charts.rows(count);
    return { opening: charts.opening({ kind: shape.kind, values, by }), told: { lead: [lead] }, closing: [] };
  }
  const names = namesOf(shape, rows, words);
  const reading: Reading = {
    ...shape,
    isRanked: shape.isRanked || options.recipe === "barSpec",
    value,
    marksSubject: !withoutSubject.includes(options.recipe ?? ""),
    interval: options.interval,
    marksFirst: options.recipe === "trendSpec",
    marksCompared: options.recipe === "bulletSpec",
    panel: "",
    rows,
    format: remembered((figure, field) => options.formatValue?.(figure, field) ?? formatFigure(figure, words), value),
    nameOf: names.nameOf,
    roundingOf: withRows(options.roundingOf),
    words,
  };
  const kind = recipeKinds[options.recipe ?? ""] ?? kindOf(reading, panels);
  const told = hasFigures(reading) ? tell(reading, panels, describe) : { lead: [charts.noData] };
  const period = periodOf(shape, rows, [options.title ?? "", values]);
  const extent = { ...extentOf(reading, panels, options.recipe), ...names.said };
  const gapsIn = describeGaps(reading, panels);
  const absentCount = countWithoutRow(spec, rows);
  const absent = absentCount > 0 ? [`${charts.areasNotInData}: ${words.numbers.decimal(exact(absentCount), 0)}.`] : [];
  return {
    opening: [
      charts.opening({ kind, values, by, period, ...extent }),
      ...stretchesTold(options.stretches, {
        fields: [category, series, ...panels],
        nameOf: names.nameOf,
        rows: rows.filter((row) => isFigure(row[value.field])),
        charts,
      }),
      ...(told.intro ?? []),
    ].join(" "),
    told,
    closing: [...gapsIn(mostNamed), ...absent],
    closingInShort: [...gapsIn(0), ...absent],
    closingInFull: [...gapsIn(mostNamedInFull), ...absent],
  };
}

/** More stretches than so many are told by their number. */
const mostStretches = 4;

/** Which periods there are, where they do not follow one another at equal distances: a line between two of them has no figures on its way. */
function stretchesTold(
  stretches: TimeSteps["stretches"] | undefined,
  {
    fields,
    nameOf,
    rows,
    charts,
  }: Pick<Reading, "nameOf" | "rows"> & {
    /** One of which has the periods: the others are of areas. */
    readonly fields: readonly Reading["category"][];
    readonly charts: Words["charts"];
  },
): readonly string[] {
  const [first] = stretches?.[0] ?? [];
  const ofPeriods = fields.find((field) => field && rows.some((row) => row[field.field] === first));
  if (!stretches || !ofPeriods) return [];
  const nameIn = (period: PeriodName | undefined) => {
    const row = rows.find((own) => own[ofPeriods.field] === period);
    return row && nameOf(row, ofPeriods);
  };
  const named = stretches.map(([from, to]) => ({ from: nameIn(from), to: nameIn(to) }));
  // A transform that was added may have taken out a period that the axis was made for.
  const drawn = named.flatMap(({ from, to }) => (from === undefined || to === undefined ? [] : [{ from, to }]));
  const [begin, end] = [drawn[0], drawn.at(-1)];
  if (!begin || !end || drawn.length < named.length) return [];
  if (stretches.length > mostStretches)
    return [
      charts.unequalPeriods({
        count: new Set(rows.map((row) => row[ofPeriods.field])).size,
        from: begin.from,
        to: end.to,
      }),
    ];
  return [charts.periodStretches(drawn)];
}

/** Recipes that draw all rows alike, also the one that is marked. */
const withoutSubject: readonly string[] = ["areaSpec"];

/** What recipes draw whose marks are those of another kind of chart. */
const recipeKinds: Readonly<Record<string, ChartKindName>> = {
  bulletSpec: "bullet",
  histogramSpec: "histogram",
  pyramidSpec: "pyramid",
  unitSpec: "unit",
};

/** Names of periods without what all of them begin with, which is said once: from the first, in full, to the last. */
function namesOf({ category, series, panels }: ChartShape, rows: readonly ChartRow[], words: Words) {
  const inFull = createNames(rows, words);
  const periods = [category, series, ...panels].flatMap((field) => {
    if (!field || field.type === "quantitative" || field.type === "temporal") return [];
    const all = [...new Set(rows.flatMap((row) => (field.field in row ? [inFull(row, field)] : [])))];
    const common = commonPart(all);
    return common === ""
      ? []
      : [{ field: field.field, common, ends: [all[0] ?? "", shortened(all.at(-1) ?? "", common)] }];
  });
  const common = new Map(periods.map((own) => [own.field, own.common]));
  const [from, to] = periods[0]?.ends ?? [];
  return {
    // Asked for each row many times.
    nameOf:
      periods.length === 0
        ? inFull
        : (row: ChartRow, field: EncodedField) => shortened(inFull(row, field), common.get(field.field) ?? ""),
    said: from === undefined || to === undefined ? {} : { range: [from, to] as const },
  };
}

/** Fields of periods, by what data call them. */
const isOfPeriods = (field: string): boolean => /^(?:period|year|quarter|month|date|cyfnod|blwyddyn)/i.test(field);

/** The period that all rows are of, where no mark tells it and nothing else has said it. */
function periodOf(
  { fields, also }: ChartShape,
  rows: readonly ChartRow[],
  said: readonly string[],
): string | undefined {
  const shown = new Set([...fields, ...also.flatMap((plot) => plot.fields)].map(({ field }) => field));
  const [first, ...others] = rows;
  const field = Object.keys(first ?? {}).find((own) => isOfPeriods(own) && own !== "periodStart" && !shown.has(own));
  const period = field === undefined ? undefined : first?.[field];
  if (typeof period !== "string" || field === undefined || !arePeriods([period])) return undefined;
  if (others.some((row) => row[field] !== period)) return undefined;
  return said.some((text) => text.includes(period)) ? undefined : period;
}

/** What stands along one scale with a figure on the other; a point that has both is missing without either. */
const placedKinds: readonly ChartKindName[] = ["bar", "stacked", "dot", "line", "area", "stackedArea"];

/** What stands at no place of a scale of figures or of dates is not drawn, whatever its own figure. */
function placed(row: ChartRow, { kind, category, value, drawsInvalid }: ChartShape): ChartRow {
  if (!category || !value || drawsInvalid || !isFigure(row[value.field])) return row;
  const cell = row[category.field];
  const isAlong = placedKinds.includes(kind);
  const isUnplaced =
    (isAlong && category.type === "quantitative" && !isFigure(cell)) ||
    (category.type === "temporal" && isUnreadDate(cell));
  return isUnplaced ? { ...row, [value.field]: null } : row;
}

/** Areas of a map of which there is no row; several small maps leave them blank. */
function countWithoutRow({ kind, areas, category, panels }: ChartShape, rows: readonly ChartRow[]): number {
  if (!category || rows.length === 0 || panels.length > 0) return 0;
  const joinedBy = (area: unknown) => (kind === "tile" ? tileKey(String(area)) : area);
  const known = new Set(rows.map((row) => joinedBy(row[category.field])));
  return areas.filter((area) => !known.has(joinedBy(area))).length;
}

/** Rows with a figure, where it is known which one is spread: others are in none of the classes. */
function countSpread({ other }: ChartShape, rows: readonly ChartRow[]): number {
  const own = other === undefined ? [] : rows.filter((row) => isFigure(row[other.field]));
  return own.length > 0 ? own.length : rows.length;
}

/** Of two points of a row, one alone is a figure too; of a stretch of time both ends are dates. */
const hasFigures = (reading: Reading): boolean => {
  const { kind, rows, value, low } = reading;
  if (isOfTimes(reading)) return rows.some((row) => hasTimes(row, reading));
  return rows.some((row) => isFigure(row[value.field]) || (kind === "dumbbell" && low && isFigure(row[low.field])));
};

/** What its figures are called. */
function titleOf({ kind, value, low, high, other, subject }: ChartShape, { numbers: { list } }: Words): string {
  if (subject !== undefined) return subject;
  const ends = [low, high].flatMap((field) => (field ? [field.title] : []));
  if (kind === "dumbbell" && ends.length > 0) return list(ends);
  return value?.title ?? other?.title ?? "";
}

const tell = (reading: Reading, panels: readonly EncodedField[], describe: (reading: Reading) => Told): Told =>
  panels.length > 0 ? describePanels(reading, panels, describe) : describe(reading);

const kindOf = (reading: Reading, panels: readonly EncodedField[]): ChartKindName =>
  reading.kind === "line" && panels.length === 0 && isMoves(reading) ? "slope" : reading.kind;

/** What a chart reaches over, where its sentences do not say: periods from the first to the last, or how many names. */
function extentOf(reading: Reading, panels: readonly EncodedField[], recipe: string | undefined) {
  const { category, series, kind } = reading;
  if (isOfCells(kind) && category && series && panels.length === 0) return cellsExtent(reading);
  if (!category || category.type === "quantitative" || isTrend(reading)) return {};
  // Without a figure, dates have no place on their axis; names have one.
  if (category.type === "temporal" && !hasFigures(reading)) return {};
  const names = namesOnAxis(reading);
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined || names.length < 2) return {};
  if (arePeriods(names) && category.order !== "other") return { range: [first, last] as const };
  const isOneEach = !series || kind === "dumbbell";
  // Each row of a recipe is a thing of its own, also where two have one name.
  const size = recipe !== undefined && series === undefined ? reading.rows.length : names.length;
  return panels.length === 0 && isOneEach && size > 2 ? { size } : {};
}

const isOfCells = (kind: ChartKindName): boolean => kind === "heat" || kind === "table";

/** Of cells: how many rows there are, and the periods above them. */
function cellsExtent(reading: Reading) {
  const { rows, series, nameOf } = reading;
  const names = namesOnAxis(reading);
  const columns = series ? [...new Set(rows.map((row) => nameOf(row, series)))] : [];
  const [first, last] = [columns[0], columns.at(-1)];
  if (arePeriods(names) || !arePeriods(columns) || first === undefined || last === undefined || first === last)
    return {};
  return { range: [first, last] as const, ...(names.length > 2 ? { size: names.length } : {}) };
}

/** Fields by the names that readers know them by. */
function withLabels(shape: ChartShape, labels: Readonly<Record<string, string>>): ChartShape {
  const named = (field: EncodedField | undefined): EncodedField | undefined =>
    field && { ...field, title: field.title === field.field ? (labels[field.field] ?? field.field) : field.title };
  const { category, series, value, low, high, other, panels } = shape;
  return {
    ...shape,
    category: named(category),
    series: named(series),
    value: named(value),
    low: named(low),
    high: named(high),
    other: named(other),
    panels: panels.map((panel) => named(panel) as EncodedField),
  };
}

/** A figure is compared as it is written with all others: each is written once. */
function remembered(format: (figure: number, field: string) => string, value: EncodedField): Reading["format"] {
  const known = new Map<string, Map<number, string>>();
  return (figure, { field } = value) => {
    const ofField = known.get(field) ?? new Map<number, string>();
    known.set(field, ofField);
    const text = ofField.get(figure) ?? format(figure, field);
    ofField.set(figure, text);
    return text;
  };
}

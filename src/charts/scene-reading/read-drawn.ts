import type { ChartKindName } from "../../language/index.ts";
import { type ChartRow, drawnAtZero, isCellState, isFigure } from "../chart-row.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { ChartShape } from "../shape/chart-shape.ts";
import { emptyShape, markOrder } from "../shape/layer.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
import { addsUp, aggregatedIn, createPointNames, type NameWriting, type PointNames } from "./drawn-names.ts";
import { type Along, type DrawnMark, fieldOf, nameScales, type Parts, partsOf } from "./drawn-parts.ts";
import type { DrawnBy, MarkFields } from "./mark-fields.ts";
import { type ReadMark, readScene, type ScaleOf, type SceneItem } from "./read-scene.ts";

/** One plot, by what is drawn of it: what its marks show, and the figures that they were drawn from, after all transforms. */
export interface DrawnPlot {
  readonly shape: ChartShape;
  readonly rows: readonly ChartRow[];
  /** How the figures of a field are printed beside the scale, as D3 has it. */
  readonly formats: ReadonlyMap<string, string>;
}

interface DrawnPlots {
  /** In the order of drawing; a plot that tells no figure is not among them. */
  readonly plots: readonly DrawnPlot[];
  /** How many there are to see. */
  readonly plotCount: number;
  /** What is drawn in each that there is to see: rows that the data have after all transforms. */
  readonly rowCounts: readonly number[];
  /** Whether there is nothing to see of its data. */
  readonly isEmpty: boolean;
}

/** Reads the plots of a chart from its scene. */
export function readDrawn(root: object, drawnBy: DrawnBy, writing: Omit<NameWriting, "isTime">): DrawnPlots {
  const scene = readScene(root);
  const views = new Map<string, Map<string, ReadMark[]>>();
  let isEmpty = false;
  for (const mark of scene) {
    if (mark.role !== "mark" || !isOfData(drawnBy.marks.get(mark.name))) continue;
    isEmpty = views.size === 0 && mark.items.length === 0;
    if (mark.items.length === 0) continue;
    const view = mark.name.replace(/(?:layer_\d+_)*(?:marks)?$/, "");
    const ofView = views.get(view) ?? new Map<string, ReadMark[]>();
    views.set(view, ofView);
    ofView.set(mark.name, [...(ofView.get(mark.name) ?? []), mark]);
  }
  const made = [...drawnBy.times];
  const isTime = (field: string) => made.some((time) => field === time || field.startsWith(`${time}_`));
  const names = createPointNames(scene, { ...writing, isTime });
  const drawn = [...views.values()].map((ofView) =>
    [...ofView]
      .flatMap(([name, marks]) => drawnMark(name, marks, drawnBy) ?? [])
      .toSorted((a, b) => weightOf(a) - weightOf(b)),
  );
  const told = drawn.map((marks) => toldOf(withoutLabels(marks), (mark) => readMark(mark, drawnBy, names)));
  const plots = told.flat();
  const plotCount = told.reduce((count, own) => count + Math.max(1, own.length), 0);
  return { plots, plotCount, rowCounts: drawn.map(([main]) => main?.items.length ?? 0), isEmpty };
}

/** Texts beside other marks are labels of these, and where they stand is no figure. */
function withoutLabels(marks: readonly DrawnMark[]): readonly DrawnMark[] {
  const others = marks.filter(({ type }) => type !== "text");
  return others.length > 0 ? others : marks;
}

const hasFigures = ({ shape: { value }, rows }: DrawnPlot): boolean =>
  rows.some((row) => isFigure(row[value?.field ?? ""]));

/** What is told of a view: the first mark that something can be made of, and those that draw other rows by the same fields, each with a filter of its own. */
function toldOf(marks: readonly DrawnMark[], read: (mark: DrawnMark) => DrawnPlot | undefined): readonly DrawnPlot[] {
  let without: DrawnPlot | undefined;
  for (const [index, mark] of marks.entries()) {
    const plot = read(mark);
    // A layer without figures may only make room on a scale.
    if (plot && !hasFigures(plot)) without ??= plot;
    else if (plot) {
      const others = marks
        .slice(index + 1)
        .filter((other) => other.type === mark.type && fieldsOf(other) === fieldsOf(mark));
      return [plot, ...others.flatMap((other) => read(other) ?? []).filter((other) => hasOtherRows(other, plot))];
    }
  }
  return without ? [without] : [];
}

/** What marks some of the rows of another has none of its own. */
function hasOtherRows({ rows }: DrawnPlot, { rows: known }: DrawnPlot): boolean {
  const all = new Set(known.map((row) => JSON.stringify(row)));
  return rows.some((row) => !all.has(JSON.stringify(row)));
}

/** By which fields and scales it stands. */
const fieldsOf = ({ channels }: DrawnMark): string =>
  JSON.stringify(
    Object.entries(channels).flatMap(([name, channel]) =>
      channel?.field !== undefined && /^[xy]/.test(name) ? [[name, channel.field, channel.scale]] : [],
    ),
  );

/** What is drawn by no field, as the frame of a selection, shows no data. */
const isOfData = (fields: MarkFields | undefined): boolean =>
  fields !== undefined && Object.values(fields.channels).some((channel) => channel?.field !== undefined);

function drawnMark(name: string, marks: readonly ReadMark[], drawnBy: DrawnBy): DrawnMark | undefined {
  const fields = drawnBy.marks.get(name);
  const [first] = marks;
  if (!fields || !first) return undefined;
  const items = marks.flatMap(({ items: own, panel }) =>
    own.filter(isShown).map((item) => ({ item, panel: isObject(panel) ? panel : {} })),
  );
  const { scaleOf } = first;
  return { ...withoutInner(fields, drawnBy.inner, scaleOf), name, items, scaleOf };
}

/** A mark as if its colours did not tell apart what a recipe tells apart for its own use: the subject from the rest. */
function withoutInner(fields: MarkFields, inner: ReadonlySet<string>, scaleOf: ScaleOf): MarkFields {
  if (inner.size === 0) return fields;
  const isInner = ({ field, scale }: NonNullable<MarkFields["channels"][string]>) =>
    field !== undefined && inner.has(field) && nameScales.includes(scaleOf(scale ?? "")?.type ?? "");
  const channels = Object.entries(fields.channels).filter(
    ([name, channel]) => !channel || !["fill", "stroke", "size"].includes(name) || !isInner(channel),
  );
  return { ...fields, channels: Object.fromEntries(channels), lines: fields.lines.filter((line) => !inner.has(line)) };
}

/** What waits for a mouse is not seen, and is nothing of what the chart shows. */
const isShown = ({ opacity }: SceneItem): boolean => opacity !== 0;

/** As the shape of a spec has it: where two layers could carry the data, the first in this order does. */
function weightOf({ styles, type }: DrawnMark): number {
  if (styles.includes("boxplot-box")) return -1;
  const at = [...styles, vegaLiteMark[type] ?? type].map((mark) => markOrder.indexOf(mark)).find((index) => index >= 0);
  const isPart = styles.some((style) => /^(?:boxplot|errorbar|errorband)-/.test(style));
  const isEnd = styles.some((style) => /-(?:ticks|borders?)$/.test(style));
  return (at ?? markOrder.length) + (isPart ? markOrder.length : 0) + (isEnd ? markOrder.length : 0);
}

const vegaLiteMark: Readonly<Record<string, string>> = { rect: "bar", shape: "geoshape", symbol: "point" };

function readMark(mark: DrawnMark, { guides, headings }: DrawnBy, names: PointNames): DrawnPlot | undefined {
  const parts = partsOf(mark);
  return parts && plotOf(mark, parts, { guides, headings, names });
}

interface Reading extends Pick<DrawnBy, "guides" | "headings"> {
  readonly names: PointNames;
}

/** What Vega-Lite calls a number of rows: of none it is nought. */
const countField = "__count";

function plotOf(mark: DrawnMark, parts: Parts, { guides, headings, names }: Reading): DrawnPlot | undefined {
  const { kind, value, category = { kind: "none" }, low, high, down } = parts;
  const series = down ? sideOf(down) : parts.series;
  if (value?.kind !== "figure") return undefined;
  const titleOf = (scale: string | undefined, field: string) => {
    const title = scale === undefined ? undefined : guides.get(scale)?.title;
    // An axis of figures and of their mean is called by what both are of.
    return title && title !== aggregatedIn(field) ? title : nameOfField(field);
  };
  const nameOfField = (field: string) => {
    // What is drawn from one field to another is called by both, as its axis would be.
    const ends = [low, high].includes(field) ? [low, high].flatMap((end) => end ?? []) : [field];
    return [...new Set(ends.map((end) => names.title(asWritten(end))))].join(", ");
  };
  const isSplit =
    series !== undefined &&
    (down !== undefined ||
      (series.field !== fieldOf(category) && !mark.panels.includes(series.field) && isSeveral(mark, series.field)));
  const nameOf = nameFor(category, names, mark);
  const seriesNameOf = down ? nameFor(down, names, mark) : undefined;
  const seriesName = (datum: JsonObject) => (seriesNameOf ? seriesNameOf(datum) : nameOfSeries(datum, series, names));
  if (!nameOf || (down && !seriesNameOf)) return undefined;
  const sorted = kind === "scatter" || kind === "pie" ? mark.items : inOrder(mark, category);
  const places: string[] = [];
  const rows = sorted.flatMap(({ item, panel }): readonly ChartRow[] => {
    const { datum } = item;
    if (!isObject(datum)) return [];
    // What Vega-Lite puts in for a row that a stack has not, an area that is drawn down to nought, is no figure, unless rows are
    // counted: it is missing, and said to be drawn so. What an author has put in is a figure.
    const isPutIn = datum._impute === true && value.piece && value.field !== countField;
    const isLeftOut = item.defined === false;
    // Nothing is put in at no place.
    if (isLeftOut && datum._impute === true) return [];
    const figure = isPutIn || isLeftOut ? undefined : figureOf(datum, value);
    // What is hidden has no mark, and is told all the same; so is what has a place and no figure, where its author keeps that.
    const isGap = isPutIn || isLeftOut || isBlankAt(datum, value.field);
    if (figure === undefined && !isGap && !isCellState(datum.state)) return [];
    const highlight = datum.highlight === true;
    places.push(
      JSON.stringify([cellAt(datum, fieldOf(category) ?? ""), ...mark.panels.map((by) => cellAt(panel, by))]),
    );
    return [
      {
        ...(category.kind !== "none" && { [categoryKey]: nameOf(datum) }),
        ...(isSplit && { [seriesKey]: seriesName(datum) }),
        ...Object.fromEntries(mark.panels.map((field) => [field, names.panel(cellAt(panel, field), field)])),
        ...Object.fromEntries([low, high].flatMap((field) => (field ? [[field, numberAt(datum, field) ?? null]] : []))),
        [value.field]: figure ?? null,
        ...(isPutIn && { [drawnAtZero]: true }),
        ...(highlight && { highlight }),
        ...(typeof datum.state === "string" && isCellState(datum.state) && { state: datum.state }),
      },
    ];
  });
  if (rows.length === 0) return undefined;
  const told = isSplit ? rows : wholeStacks(rows, places, parts);
  if (!told) return undefined;
  const field = (
    name: string,
    scale: string | undefined,
    own: string,
    type: EncodedField["type"],
    title = titleOf(scale, own),
  ): EncodedField => ({
    channel: "x",
    field: name,
    type,
    title,
    order: "rows",
    timeUnit: undefined,
    isShare: false,
  });
  const end = (name: string | undefined) =>
    name === undefined ? undefined : field(name, value.scale, name, "quantitative");
  const isFigure = category.kind === "figure";
  const figures = field(value.field, value.scale === "theta" ? undefined : value.scale, value.field, "quantitative");
  const shape: ChartShape = {
    ...emptyShape,
    kind: isSplit ? kind : (unsplit[kind] ?? kind),
    category:
      category.kind === "none" || category.kind === "range"
        ? undefined
        : category.kind === "area"
          ? field(categoryKey, undefined, "", "nominal")
          : field(categoryKey, category.scale, category.field, isFigure ? "quantitative" : "nominal"),
    value: figures,
    series: isSplit ? field(seriesKey, series.scale, series.field, "nominal") : undefined,
    panels: mark.panels.map((name) =>
      field(name, undefined, name, "nominal", headings.get(name) ?? names.heading(name)),
    ),
    low: end(low),
    high: end(high),
    isRanked: category.kind === "name",
  };
  return { shape, rows: told, formats: formatsOf(value, parts, guides) };
}

/** How the figures of a plot are printed beside their scales, by field. */
function formatsOf(
  value: Extract<Along, { kind: "figure" }>,
  { category, low, high }: Parts,
  guides: DrawnBy["guides"],
): DrawnPlot["formats"] {
  const figures = guides.get(value.scale)?.format;
  const across = category?.kind === "figure" ? guides.get(category.scale)?.format : undefined;
  return new Map([
    ...[value.field, low, high].flatMap((field) =>
      field !== undefined && figures !== undefined ? [[field, figures] as const] : [],
    ),
    ...(across === undefined ? [] : [[categoryKey, across] as const]),
  ]);
}

const stacking: readonly ChartKindName[] = ["bar", "histogram", "stacked"];

/**
 * Stacks whose parts have no names, as colours of a scale have none: each is told by its whole length. Undefined where parts lie on
 * either side of nought: what they come to is not drawn; and where it is no figure, as of several means.
 * @param places what tells the stacks apart, for each row: names may be written alike.
 */
function wholeStacks(
  rows: readonly ChartRow[],
  places: readonly string[],
  { kind, value: own }: Parts,
): readonly ChartRow[] | undefined {
  if (own?.kind !== "figure" || !own.piece || !stacking.includes(kind)) return rows;
  const value = own.field;
  const stacks = new Map<string, ChartRow>();
  for (const [index, row] of rows.entries()) {
    const place = places[index] ?? "";
    const known = stacks.get(place);
    const [part, sum] = [row[value], known?.[value]];
    if (isFigure(part) && isFigure(sum) && (part * sum < 0 || !addsUp(value))) return undefined;
    const whole = isFigure(part) && isFigure(sum) ? part + sum : (part ?? sum ?? null);
    stacks.set(place, { ...row, ...known, [value]: whole });
  }
  return [...stacks.values()];
}

/** A field as a spec names it: of `ranges[2]` Vega-Lite makes `ranges.2.`. */
const asWritten = (field: string): string => field.replaceAll(/\.(\d+)\./g, "[$1]");

/** Of one series, what is stacked elsewhere is not. */
const unsplit: Readonly<Partial<Record<ChartKindName, ChartKindName>>> = { stacked: "bar", stackedArea: "area" };

const isSeveral = ({ items }: DrawnMark, field: string): boolean =>
  new Set(items.map(({ item: { datum } }) => (isObject(datum) ? cellAt(datum, field) : undefined))).size > 1;

/** Names of columns that no field of the data has. */
const categoryKey = "\u0000category";
const seriesKey = "\u0000series";

function nameFor(
  category: Along,
  names: PointNames,
  { items }: DrawnMark,
): ((datum: JsonObject) => string | number | null) | undefined {
  if (category.kind === "none") return () => null;
  if (category.kind === "figure") return (datum) => numberAt(datum, category.field) ?? null;
  if (category.kind === "range") return undefined;
  if (category.kind === "area") return areaName;
  const unit = names.unitOf(category.field);
  if (category.kind === "class" && !category.isTime)
    return (datum) => names.range(numberAt(datum, category.field), numberAt(datum, category.end));
  if (category.kind === "name")
    return (datum) => names.name(category.scale, cellAt(datum, category.field), category.field);
  if (!names.knowsUnit(unit)) return undefined;
  // Where a stretch of time is drawn from its later end, it is called by the earlier one all the same.
  const ends = [category.field, ...(category.kind === "class" ? [category.end] : [])];
  const startOf = (datum: JsonObject) =>
    ends.map((field) => cellAt(datum, field)).reduce((a, b) => (Number(b) < Number(a) ? b : a));
  const asFine =
    unit ?? unitOfTimes(items.map(({ item: { datum } }) => (isObject(datum) ? startOf(datum) : undefined)));
  return (datum) => names.time(startOf(datum), asFine);
}

/** What a line or a part is called; a class of figures by its two ends. */
function nameOfSeries(datum: JsonObject, series: Parts["series"], names: PointNames): string {
  if (series === undefined) return "";
  const { field, scale } = series;
  const [low, high] = [numberAt(datum, field), numberAt(datum, `${field}_end`)];
  const isClass = field.startsWith("bin_") && low !== undefined && high !== undefined;
  return isClass ? names.range(low, high) : names.name(scale, cellAt(datum, field), field);
}

/** Times that each begin a year, or a month, are told as such; of one alone nobody can tell. */
function unitOfTimes(cells: readonly unknown[]): "year" | "yearmonth" | undefined {
  const known = cells.filter((cell) => cell instanceof Date || typeof cell === "number");
  const times = [...new Set(known.map(Number))].map((time) => new Date(time));
  const isEach = (part: RegExp) =>
    times.every((time) => !Number.isNaN(time.getTime()) && part.test(time.toISOString()));
  if (times.length < 2 || known.length < cells.length) return undefined;
  if (isEach(/-01-01T00:00:00\.000Z$/)) return "year";
  return isEach(/-01T00:00:00\.000Z$/) ? "yearmonth" : undefined;
}

/** As maps say it: by what their features are called, whatever the property is (`NAME`, `rgn22nm`), else by their id. */
function areaName({ id, name, properties }: JsonObject): string {
  const texts = Object.entries(isObject(properties) ? properties : {}).filter(([, own]) => typeof own === "string");
  const [named] = nameKeys.flatMap((pattern) => texts.filter(([key]) => pattern.test(key)));
  const words = texts.find(([, own]) => !/\d/.test(String(own)));
  return text([named?.[1], name, words?.[1], id].find(isName));
}

const isName = (value: unknown): boolean => (typeof value === "string" && value !== "") || typeof value === "number";

/** Keys of the properties that name a feature, the surest first: of GeoJSON, Natural Earth, the Office for National Statistics. */
const nameKeys = [/^name$/i, /^name_?(?:en|long|1|2)$/i, /name$/i, /^[a-z]+\d{2}nm$/i, /nm$/i];

const sideOf = (own: Along) => ("field" in own ? { field: own.field, scale: own.scale } : undefined);

/** Of a piece of a stack, as long as it is drawn: of shares, the share. */
function figureOf(datum: JsonObject, { field, piece }: Extract<Along, { kind: "figure" }>): number | undefined {
  const own = numberAt(datum, field);
  if (!piece) return own;
  const [start, end] = [numberAt(datum, `${field}_start`), numberAt(datum, `${field}_end`)];
  if (start === undefined || end === undefined) return own;
  const drawn = end - start;
  return own !== undefined && Math.abs(Math.abs(own) - Math.abs(drawn)) <= 1e-9 * Math.max(1, Math.abs(own))
    ? own
    : drawn;
}

/** Along the scale of what figures are of: names as they stand, times and figures from the first. */
function inOrder({ items, channels }: DrawnMark, category: Along): DrawnMark["items"] {
  if (category.kind === "none" || category.kind === "area" || category.kind === "range") return items;
  const isDown = [channels.y, channels.yc].some((channel) => channel?.scale === category.scale);
  const at = ({ item }: DrawnMark["items"][number]): number => {
    if (category.kind === "name") return (isDown ? item.y : item.x) ?? 0;
    const cell = isObject(item.datum) ? cellAt(item.datum, category.field) : undefined;
    return cell instanceof Date ? cell.getTime() : Number(cell);
  };
  return items.toSorted((a, b) => at(a) - at(b));
}

/** A field of a datum; where no field is called so, along its path. */
function cellAt(datum: JsonObject, field: string): unknown {
  if (field in datum || !field.includes(".")) return datum[field];
  return field.split(".").reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), datum);
}

/** Whether it has the field, and nothing in it, as the mean of nothing is. */
const isBlankAt = (datum: JsonObject, field: string): boolean => field in datum && (datum[field] ?? null) === null;

function numberAt(datum: JsonObject, field: string): number | undefined {
  const cell = cellAt(datum, field);
  const value = typeof cell === "string" && cell.trim() !== "" ? Number(cell) : cell;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

const text = (cell: unknown): string => (cell === null || cell === undefined ? "" : String(cell));

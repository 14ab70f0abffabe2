import type { ChartKindName } from "../claims/index.ts";
import { datumFields } from "./datum-fields.ts";
import { type EncodedField, readField } from "./encoded-field.ts";
import { isObject, type JsonObject } from "./json.ts";
import { madeFields } from "./made-fields.ts";
import { mapPlaces } from "./map-places.ts";
import type { RowFilter } from "./row-filter.ts";
import { readUnits, type ShapeUnit } from "./shape-units.ts";
import { stringLiterals } from "./string-literals.ts";

export { type EncodedField, fieldReference, plainFieldName } from "./encoded-field.ts";

/** What a chart shows, as far as its spec tells. */
export interface ChartShape {
  readonly kind: ChartKindName;
  /** What the figures are of: the other position, the colour of a pie, the areas of a map. */
  readonly category: EncodedField | undefined;
  /** The figures. Undefined where the chart computes or selects them (an aggregate, a filter): the rows do not tell. */
  readonly value: EncodedField | undefined;
  /** What sets lines or groups of bars apart. */
  readonly series: EncodedField | undefined;
  /** What splits it into small charts. */
  readonly panels: readonly EncodedField[];
  /** Ends of intervals, or of the two points of a row. */
  readonly low: EncodedField | undefined;
  readonly high: EncodedField | undefined;
  /** A figure beside the value that it is compared with. */
  readonly other: EncodedField | undefined;
  /** What the figures of a row's two ends are called together; the title of `value` where absent. */
  readonly subject?: string;
  /** Areas that a map draws, where the spec tells: some may have no row. */
  readonly places: readonly string[];
  /** Whether its order is that of size, and a place in it says something. */
  readonly isRanked: boolean;
  readonly filters: readonly RowFilter[];
  /** Every field shown, for the data table. */
  readonly fields: readonly EncodedField[];
  /** Further figures that it shows otherwise (a line over bars), and further plots. */
  readonly also: readonly ChartShape[];
}

/** Reads a Vega-Lite spec: what each of its plots shows of the rows. Fields that transforms make are left out. */
export function readShape(spec: JsonObject): ChartShape {
  const made = madeFields(spec);
  const isOwn = ({ field }: EncodedField) => made === "open" || !made.has(field);
  const [first = emptyShape, ...others] = readUnits(spec)
    .filter((units) => units.length > 0)
    .map((units) => readView(units, isOwn, spec.datasets));
  return { ...first, also: [...first.also, ...others] };
}

const emptyShape: ChartShape = {
  kind: "chart",
  category: undefined,
  value: undefined,
  series: undefined,
  panels: [],
  low: undefined,
  high: undefined,
  other: undefined,
  places: [],
  isRanked: false,
  filters: [],
  fields: [],
  also: [],
};

const marks = ["geoshape", "line", "trail", "area", "bar", "arc", "rect", "boxplot", "errorband", "errorbar"];
/** Where two layers could carry the data, the first of these does; rules and texts stand beside other marks. */
const markOrder = [...marks, "point", "circle", "square", "tick", "rule", "text"];
const beside = ["errorband", "errorbar", "rule", "text"];
const pointMarks = ["point", "circle", "square"];
const figureChannels = ["x", "y", "theta", "radius"];
const offsets = ["xOffset", "yOffset"];
const colours = ["color", "fill", "stroke"];
const seriesChannels = [...colours, "detail", ...offsets, "strokeDash", "shape"];
const shownChannels = [...figureChannels, ...seriesChannels, "size", "row", "column", "facet"];

/** One mark with the fields of the rows that it shows. */
interface Layer extends ShapeUnit {
  readonly fields: readonly EncodedField[];
  readonly value: EncodedField | undefined;
  readonly category: EncodedField | undefined;
  readonly series: EncodedField | undefined;
}

function readView(units: readonly ShapeUnit[], isOwn: (field: EncodedField) => boolean, datasets: unknown): ChartShape {
  const layers = units.map((unit) => readLayer(unit, isOwn));
  const place = ({ mark }: Layer) => (markOrder.includes(mark) ? markOrder.indexOf(mark) : markOrder.length);
  const weight = (layer: Layer) =>
    (layer.isForeign && layer.mark !== "geoshape" ? 4000 : 0) +
    (beside.includes(layer.mark) ? 2000 : 0) +
    (layer.isReshaped ? 1000 : 0) +
    place(layer);
  const [heaviest] = layers.toSorted((a, b) => weight(a) - weight(b));
  if (!heaviest) return emptyShape;
  // A line of other figures that is drawn over bars comes after them.
  const under = layers.slice(0, layers.indexOf(heaviest)).find(({ mark, isReshaped }) => mark === "bar" && !isReshaped);
  const main =
    heaviest.mark === "line" && under?.value && under.value.field !== heaviest.value?.field ? under : heaviest;
  const base = shapeOf(main, "chart");
  return (
    readMap(layers, datasets) ??
    readGrid(main, layers, datasets) ??
    readSpread(main) ??
    readPairs(main, layers) ??
    readRange(main, layers) ??
    readPlot(main, layers) ??
    base
  );
}

function readLayer(unit: ShapeUnit, isOwn: (field: EncodedField) => boolean): Layer {
  const fields = Object.entries(unit.encoding)
    .flatMap(([channel, definition]) => [definition].flat().map((one) => readField(channel, one)))
    .filter((field) => field !== undefined)
    .filter(isOwn);
  const shown = fields.filter(({ channel }) => shownChannels.includes(channel));
  const isFigure = ({ channel, type }: EncodedField) => type === "quantitative" && figureChannels.includes(channel);
  const value = unit.isReshaped ? undefined : shown.findLast(isFigure);
  const category =
    shown.find((field) => field !== value && (field.channel === "x" || field.channel === "y")) ??
    shown.find((field) => field !== value && field.type !== "quantitative" && !isFacet(field));
  const series = shown.find(
    ({ channel, field }) => seriesChannels.includes(channel) && field !== category?.field && field !== value?.field,
  );
  return { ...unit, fields, value, category, series };
}

const isFacet = ({ channel }: EncodedField) => channel === "row" || channel === "column" || channel === "facet";

function shapeOf(layer: Layer, kind: ChartKindName): ChartShape {
  const panels = layer.facets.flatMap((facet) => readField("facet", facet) ?? []);
  const { category, value, series, filters, fields } = layer;
  const shown = fields.filter(({ channel }) => shownChannels.includes(channel));
  const isPanel = (field: EncodedField | undefined) => panels.some((panel) => panel.field === field?.field);
  return {
    ...emptyShape,
    kind,
    category: isPanel(category) ? undefined : category,
    value,
    series: isPanel(series) ? undefined : series,
    panels,
    filters,
    isRanked: category?.type === "nominal",
    fields: [...panels, ...shown],
  };
}

/** Shapes of areas, coloured by a figure that is joined to them by a key. */
function readMap(layers: readonly Layer[], datasets: unknown): ChartShape | undefined {
  const shapes = layers.filter(
    ({ mark, encoding }) => mark === "geoshape" || (pointMarks.includes(mark) && isObject(encoding.longitude)),
  );
  const map = shapes.find((layer) => mapFigure(layer)) ?? shapes[0];
  if (!map) return undefined;
  const value = map.isReshaped ? undefined : mapFigure(map);
  const lookup = map.transforms.find((step) => typeof step.lookup === "string");
  const from = lookup && isObject(lookup.from) ? lookup.from : undefined;
  const key = map.isForeign ? from?.key : lookup?.lookup;
  const named = [...detailOf(map), ...namesIn([map], value)].find(({ field }) => !isBrought(field, lookup));
  const category = named ?? (typeof key === "string" ? readField("key", { field: key, type: "nominal" }) : undefined);
  const fields = [category, value].filter((field) => field !== undefined);
  const places = map.isForeign ? [] : mapPlaces(lookup, datasets);
  return { ...shapeOf(map, "map"), places, category, value, series: undefined, isRanked: true, fields };
}

/** The figures of a map: its colours, or the sizes of its points. */
const mapFigure = (layer: Layer): EncodedField | undefined =>
  colourFigure(layer) ?? layer.fields.find(({ channel, type }) => channel === "size" && type === "quantitative");

/** What tells marks apart without being drawn. */
const detailOf = ({ fields }: Layer) =>
  fields.filter(({ channel, type }) => channel === "detail" && type !== "quantitative");

/** Whether a lookup brings the field from other data than the rows. */
function isBrought(field: string, lookup: JsonObject | undefined): boolean {
  const fields = isObject(lookup?.from) && Array.isArray(lookup.from.fields) ? lookup.from.fields : [];
  return [...fields, ...[lookup?.as].flat()].includes(field);
}

/** The figures that a colour stands for: its own, or those that its classes were made of. */
function colourFigure(layer: Layer): EncodedField | undefined {
  for (const channel of colours) {
    const definition = layer.encoding[channel];
    const read = readField(channel, definition);
    if (!read) continue;
    const [made] = sourcesOf(read.field, layer.transforms);
    if (made === undefined && read.type === "quantitative") return read;
    if (made !== undefined)
      return { ...read, field: made, type: "quantitative", title: read.title === read.field ? made : read.title };
  }
  return undefined;
}

/** Fields of a row that say something about its figure, and are none. */
const aboutFigures = ["state", "rounding", "highlight", "periodStart"];

/** The fields that an expression made this one of; none where no expression did. */
function sourcesOf(field: string, transforms: readonly JsonObject[]): readonly string[] {
  const maker = transforms.findLast(({ as, calculate }) => as === field && typeof calculate === "string");
  if (!maker) return [];
  const read = [...datumFields(String(maker.calculate))].filter((name) => !aboutFigures.includes(name));
  const earlier = transforms.slice(0, transforms.indexOf(maker));
  return read.flatMap((name) => {
    const further = sourcesOf(name, earlier);
    return further.length > 0 ? further : [name];
  });
}

/** Fields of words that layers write or tell on pointing. */
function namesIn(layers: readonly Layer[], value: EncodedField | undefined): readonly EncodedField[] {
  return layers
    .flatMap(({ fields }) => fields.filter(({ channel }) => channel === "text" || channel === "tooltip"))
    .filter(({ field, type }) => type !== "quantitative" && type !== "temporal" && field !== value?.field);
}

/** Cells coloured by a figure, or with the figure written in them: on the places of a map, or of two categories. */
function readGrid(main: Layer, layers: readonly Layer[], datasets: unknown): ChartShape | undefined {
  const cells = layers.find(({ mark, encoding }) => [...pointMarks, "rect"].includes(mark) && encoding.x && encoding.y);
  const written = layers.flatMap(({ mark, fields }) =>
    mark === "text" ? fields.filter(({ channel, type }) => channel === "text" && type === "quantitative") : [],
  )[0];
  const isScatter = cells?.value !== undefined && cells.category?.type === "quantitative" && cells.mark !== "rect";
  if (cells && !isScatter && isBare(cells, "x") && isBare(cells, "y")) {
    const value = cells.isReshaped ? undefined : (colourFigure(cells) ?? written);
    const [category] = [...detailOf(cells), ...namesIn(layers, value)];
    const fields = [category, value].filter((field) => field !== undefined);
    const places = mapPlaces(
      cells.transforms.find((step) => typeof step.lookup === "string"),
      datasets,
    );
    if (category && value)
      return { ...shapeOf(cells, "tile"), places, category, value, series: undefined, isRanked: true, fields };
  }
  const isTable = main.mark === "text";
  const isHeat = main.mark === "rect" && !hasEnds(main);
  if (!isTable && !isHeat) return undefined;
  const at = isTable ? main : (cells ?? main);
  const [across, down] = (["x", "y"] as const).map((channel) => at.fields.find((field) => field.channel === channel));
  const value = at.isReshaped ? undefined : (colourFigure(at) ?? written);
  const isBoth = across !== undefined && down !== undefined;
  return {
    ...shapeOf(at, isTable ? "table" : "heat"),
    category: isBoth ? down : (down ?? across),
    series: isBoth ? across : undefined,
    value,
    fields: [down, across, value].filter((field) => field !== undefined),
  };
}

/** Whether a position has no axis that a reader could read: it only places the mark. */
function isBare({ encoding }: Layer, channel: "x" | "y"): boolean {
  const definition = encoding[channel];
  return isObject(definition) && definition.axis === null;
}

/** How figures are spread, which the chart computes: classes, boxes, densities. */
function readSpread(main: Layer): ChartShape | undefined {
  const positions = ["x", "y"].map((channel) => main.encoding[channel]).filter(isObject);
  const isBinned = positions.some(({ bin }) => bin === true || isObject(bin) || bin === "binned");
  const density = main.transforms.find((step) => typeof step.density === "string");
  if (main.mark !== "boxplot" && !isBinned && !density) return undefined;
  const kind = main.mark === "boxplot" ? "box" : isBinned ? "histogram" : "density";
  const definition =
    kind === "box"
      ? positions.find(({ type }) => type === "quantitative")
      : (positions.find(({ bin }) => bin) ?? { field: density?.density, ...positions[0] });
  const { bin: _, aggregate: __, ...plain } = { ...definition, type: "quantitative" } as JsonObject;
  const spread = readField("x", density ? { ...plain, field: density.density } : plain);
  const shape = shapeOf(main, kind);
  return {
    ...shape,
    value: undefined,
    category: density || shape.category?.field === spread?.field ? undefined : shape.category,
    other: spread,
  };
}

/** Two points a category, joined: by a series of two, or as two fields. */
function readPairs(main: Layer, layers: readonly Layer[]): ChartShape | undefined {
  const points = layers.filter(({ mark, isReshaped }) => pointMarks.includes(mark) && !isReshaped);
  const ends = layers.find((layer) => hasEnds(layer) && !layer.isReshaped);
  const values = [...new Map(points.flatMap(({ value }) => (value ? [[value.field, value]] : []))).values()];
  const [low, high] = ends ? endsOf(ends) : [];
  const isOnEnds = values.length === 2 && values.every(({ field }) => field === low?.field || field === high?.field);
  const [first] = points;
  if (first && ends && low && high && isOnEnds) {
    const shape = shapeOf(first, "dumbbell");
    // The points name the two ends; the rule between them, what both are of.
    const named = (end: EncodedField) => values.find(({ field }) => field === end.field) ?? end;
    const subject = low.title !== low.field && low.title !== named(low).title ? { subject: low.title } : {};
    const pair = { low: named(low), high: named(high) };
    return { ...shape, ...subject, ...pair, value: pair.high, fields: [...shape.fields, pair.low, pair.high] };
  }
  const byColour = points.find(
    ({ series, category, value }) => series && value && category && category.type !== "quantitative",
  );
  const joins = layers.some(
    (layer) =>
      !points.includes(layer) &&
      (((layer.mark === "line" || layer.mark === "trail") &&
        layer.value?.channel === byColour?.value?.channel &&
        layer.series?.field !== byColour?.series?.field) ||
        ((layer.mark === "rule" || layer.mark === "bar") && (hasEnds(layer) || layer.isReshaped))),
  );
  const isJoined =
    byColour &&
    joins &&
    (main.mark !== "line" || main.category?.channel === "y" || main.series?.field === main.category?.field);
  return isJoined && main.mark !== "bar" ? shapeOf(byColour, "dumbbell") : undefined;
}

/** A figure of the rows that a mark stands at beside the value, with what a text beside it calls it. */
function readOther(
  value: EncodedField | undefined,
  own: readonly EncodedField[],
  layers: readonly Layer[],
): EncodedField | undefined {
  const isMarker = ({ mark }: Layer) => ["tick", "rule", ...pointMarks].includes(mark);
  const figures = layers
    .filter((layer) => isMarker(layer) && !hasEnds(layer))
    .flatMap(({ fields }) =>
      fields.filter(({ channel, type }) => channel === value?.channel && type === "quantitative"),
    );
  const other = figures.find(({ field }) => field !== value?.field && !own.some((end) => end.field === field));
  if (!other) return undefined;
  const maker = layers
    .flatMap(({ transforms }) => transforms)
    .find(
      ({ calculate }) =>
        typeof calculate === "string" && calculate.startsWith('"') && datumFields(calculate).has(other.field),
    );
  const [title = ""] = maker ? stringLiterals(String(maker.calculate)) : [];
  return title.trim() && other.title === other.field ? { ...other, title: title.trim() } : other;
}

/** A stretch from one field to another, with an estimate in it or without. */
function readRange(main: Layer, layers: readonly Layer[]): ChartShape | undefined {
  const ends = layers.find((layer) => hasEnds(layer) && endsOf(layer).every(Boolean) && !layer.isReshaped);
  if (!ends)
    return main.mark.startsWith("error")
      ? { ...shapeOf(main, "interval"), value: undefined, other: main.value }
      : undefined;
  const [low, high] = endsOf(ends);
  const estimate = layers.find(
    ({ mark, value }) =>
      [...pointMarks, "tick", "bar", "line"].includes(mark) &&
      value &&
      value.field !== low?.field &&
      value.field !== high?.field,
  );
  const at = estimate ?? ends;
  const kind = !estimate ? "range" : estimate.mark === "line" ? "line" : estimate.mark === "bar" ? "bar" : "interval";
  const shape = shapeOf(at, kind);
  const value = estimate?.value ?? high;
  const ownEnds = [low, high].filter((field) => field !== undefined);
  const other = estimate && readOther(value, ownEnds, layers);
  const extra = other ? [...ownEnds, other] : ownEnds;
  const category =
    shape.category?.field === low?.field
      ? ends.fields.find(({ type, channel }) => type !== "quantitative" && figureChannels.includes(channel))
      : shape.category;
  const subject = !estimate && low && low.title !== low.field ? { subject: low.title } : {};
  return { ...shape, ...subject, category, value, low, high, other, fields: [...shape.fields, ...extra] };
}

const endChannels = [
  ["x", "x2"],
  ["y", "y2"],
] as const;

/** Whether it reaches from one field of the rows to another. */
const hasEnds = ({ encoding }: Layer): boolean =>
  endChannels.some(([, end]) => isObject(encoding[end]) && typeof encoding[end].field === "string");

function endsOf({ encoding, fields }: Layer): readonly (EncodedField | undefined)[] {
  const pair = endChannels.find(([, end]) => isObject(encoding[end]) && "field" in encoding[end]);
  if (!pair) return [];
  const [start, end] = pair.map((channel) => fields.find((field) => field.channel === channel));
  return [start, end && { ...end, type: "quantitative" }];
}

const plotKinds: Readonly<Record<string, ChartKindName>> = {
  bar: "bar",
  line: "line",
  trail: "line",
  area: "area",
  arc: "pie",
  point: "dot",
  circle: "dot",
  square: "dot",
  tick: "strip",
};

/** A mark for each row: its figures along one axis. */
function readPlot(main: Layer, layers: readonly Layer[]): ChartShape | undefined {
  const kind = plotKinds[main.mark];
  if (!kind) return undefined;
  const { value } = main;
  // A line with an order of its own goes to and fro over the scale.
  const isFree = kind === "dot" || (kind === "line" && isObject(main.encoding.order));
  const isAcross = isFree && main.category?.type === "quantitative";
  const stacked = kind === "area" ? "stackedArea" : "stacked";
  const shape = shapeOf(main, isAcross ? "scatter" : isStacked(main) ? stacked : kind);
  const further = layers.filter(
    (layer) => layer !== main && layer.value && layer.value.field !== value?.field && !layer.isForeign,
  );
  const other = kind === "bar" ? readOther(value, [], layers) : undefined;
  const plots = further.filter(
    ({ mark, value: own }, index) =>
      own?.field !== other?.field &&
      ["bar", "line", "area", "trail", ...pointMarks].includes(mark) &&
      further.findIndex((layer) => layer.value?.field === own?.field) === index,
  );
  const also = plots.map((layer) => shapeOf(layer, plotKinds[layer.mark] ?? "chart"));
  const extra = [other, ...plots.map((layer) => layer.value)].filter((field) => field !== undefined);
  const [name] = isAcross ? namesIn(layers, value) : [];
  return { ...shape, series: shape.series ?? name, other, also, fields: [...shape.fields, ...extra] };
}

/** Whether parts lie on one another; bars and areas of several colours do, unless they are told not to. */
function isStacked({ mark, encoding, series, value }: Layer): boolean {
  if ((mark !== "bar" && mark !== "area") || !series || !value || !colours.includes(series.channel)) return false;
  const definition = encoding[value.channel];
  const stack = isObject(definition) ? definition.stack : undefined;
  return stack !== null && stack !== false && !offsets.some((name) => isObject(encoding[name]));
}

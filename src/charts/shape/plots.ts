import { defined } from "../../diagnostics/index.ts";
import type { ChartKindName } from "../../language/index.ts";
import { isObject, type JsonObject } from "../json.ts";
import { datumFields } from "../spec/datum-fields.ts";
import { type EncodedField, readField } from "../spec/encoded-field.ts";
import { stringLiterals } from "../spec/string-literals.ts";
import type { ChartShape } from "./chart-shape.ts";
import {
  colorChannels,
  endsOf,
  figureChannels,
  hasEnds,
  type Layer,
  namesIn,
  offsetChannels,
  pointMarks,
  shapeOf,
} from "./layer.ts";

/** How figures are spread, which the chart computes: classes, boxes, densities. */
export function readSpread(main: Layer): ChartShape | undefined {
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

/** What the names of layers begin with that a recipe has for its readers: control limits as its rows have them. They draw nothing, also of their scales. */
export const toldLayer = "control-limit";

/** What the layers of control limits are called: no other line has a lower and an upper limit in it. */
export const limitLayers = {
  low: `${toldLayer}-low`,
  high: `${toldLayer}-high`,
  outerLow: `${toldLayer}-outer-low`,
  outerHigh: `${toldLayer}-outer-high`,
} as const;

/** Points among limits between which chance alone moves them. */
export function readFunnel(layers: readonly Layer[]): ChartShape | undefined {
  const [low, high, outerLow, outerHigh] = (["low", "high", "outerLow", "outerHigh"] as const).map(
    (limit) => layers.find(({ name }) => name === limitLayers[limit])?.value,
  );
  const points = layers.find(({ mark, value }) => pointMarks.includes(mark) && value);
  if (!low || !high || !points) return undefined;
  const shape = shapeOf(points, "funnel");
  const own = [...shape.fields, low, high].map(({ field }) => field);
  const other = readOther(
    points.value,
    [low, high],
    layers.filter(({ mark }) => mark === "rule"),
  );
  const limits = layers.filter(({ name }) => name.startsWith(toldLayer)).flatMap(({ value }) => value ?? []);
  const further = [...limits, ...(other ? [other] : [])].filter(
    ({ field }, index, all) => all.findIndex((each) => each.field === field) === index,
  );
  const [name] = namesIn(layers, points.value);
  return {
    ...shape,
    series: shape.series ?? name,
    low,
    high,
    ...defined({ outer: outerLow && outerHigh && { low: outerLow, high: outerHigh } }),
    other,
    fields: [
      ...shape.fields,
      ...further.filter(({ field }) => !shape.fields.some((each) => each.field === field) || !own.includes(field)),
    ],
  };
}

/** What the layer of places among others is called: a line that falls in them goes up. */
export const placesLayer = "places";

/** Lines through places: whole numbers from 1, the first at the top. */
export function readPlaces(layers: readonly Layer[]): ChartShape | undefined {
  const places = layers.find(({ name }) => name === placesLayer);
  return places?.value && shapeOf(places, "places");
}

/** What the layer of squares is called that are counted to tell a figure: they stand at no place of a scale. */
export const countedLayer = "counted";

/** What the layer of bricks is called that each stand for a row, in the class that its figure is in. */
export const piledLayer = "piled";

/** Squares for each name, as many as its figure has units, told as bars are; bricks of a pile, told as the dots that they stand for. */
export function readCounted(layers: readonly Layer[]): ChartShape | undefined {
  const pieces = layers.find(({ name }) => name === countedLayer || name === piledLayer);
  const figure = pieces?.fields.find(({ type }) => type === "quantitative");
  if (!pieces || !figure) return undefined;
  const isPiled = pieces.name === piledLayer;
  const shape = shapeOf(pieces, isPiled ? "dot" : "bar");
  const value: EncodedField = isPiled ? { ...figure, channel: "x" } : figure;
  const other = isPiled ? readOther(value, [], layers) : undefined;
  const fields = other ? [...shape.fields, other] : shape.fields;
  return { ...shape, value, other, series: undefined, isRanked: shape.category?.type === "nominal", fields };
}

/** Two points a category, joined: by a series of two, or as two fields. */
export function readPairs(main: Layer, layers: readonly Layer[]): ChartShape | undefined {
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
  const byColor = points.find(
    ({ series, category, value }) => series && value && category && category.type !== "quantitative",
  );
  const joins = layers.some(
    (layer) =>
      !points.includes(layer) &&
      (((layer.mark === "line" || layer.mark === "trail") &&
        layer.value?.channel === byColor?.value?.channel &&
        layer.series?.field !== byColor?.series?.field) ||
        ((layer.mark === "rule" || layer.mark === "bar") && (hasEnds(layer) || layer.isReshaped))),
  );
  const isJoined =
    byColor &&
    joins &&
    (main.mark !== "line" || main.category?.channel === "y" || main.series?.field === main.category?.field);
  return isJoined && main.mark !== "bar" ? shapeOf(byColor, "dumbbell") : undefined;
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

/** Whether it reaches from one figure to another; what reaches from one name to another is as wide as its class. */
const isRange = (layer: Layer): boolean => {
  const [low, high] = hasEnds(layer) ? endsOf(layer) : [];
  return low !== undefined && high !== undefined && (low.type === "quantitative" || low.type === "temporal");
};

/** A stretch from one field to another, with an estimate in it or without. */
export function readRange(main: Layer, layers: readonly Layer[]): ChartShape | undefined {
  const ends = layers.find((layer) => isRange(layer) && !layer.isReshaped);
  if (!ends)
    return main.mark.startsWith("error")
      ? { ...shapeOf(main, "interval"), value: undefined, other: main.value }
      : undefined;
  const [low, high] = endsOf(ends);
  // What reaches from one figure to another is no estimate between two: the box of a box plot.
  const estimate = layers.find(
    ({ mark, value, ...layer }) =>
      [...pointMarks, "tick", "bar", "line"].includes(mark) &&
      !(layer !== ends && hasEnds({ mark, value, ...layer })) &&
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
export function readPlot(main: Layer, layers: readonly Layer[]): ChartShape | undefined {
  const kind = plotKinds[main.mark];
  if (!kind) return undefined;
  const { value } = main;
  // A line with an order of its own goes to and fro over the scale.
  const isFree = kind === "dot" || (kind === "line" && isObject(main.encoding.order));
  const isAcross = isFree && main.category?.type === "quantitative";
  const stacked = kind === "area" ? "stackedArea" : "stacked";
  const plain = shapeOf(main, isAcross ? "scatter" : kind);
  // What each small chart has a colour of its own for lies on nothing.
  const shape = !isAcross && plain.series && isStacked(main) ? ({ ...plain, kind: stacked } as const) : plain;
  const further = layers.filter(
    (layer) => layer !== main && layer.value && layer.value.field !== value?.field && !layer.isForeign,
  );
  const others = layers.filter((layer) => layer !== main && !layer.isForeign && isOfOtherRows(layer, main));
  const other = kind === "bar" || kind === "line" || kind === "dot" ? readOther(value, [], layers) : undefined;
  const plots = further.filter(
    ({ mark, value: own }, index) =>
      own?.field !== other?.field &&
      ["bar", "line", "area", "trail", ...pointMarks].includes(mark) &&
      further.findIndex((layer) => layer.value?.field === own?.field) === index,
  );
  const also = [...others, ...plots].map((layer) => shapeOf(layer, plotKinds[layer.mark] ?? "chart"));
  const extra = [other, ...plots.map((layer) => layer.value)].filter((field) => field !== undefined);
  const [name] = isAcross ? namesIn(layers, value) : [];
  // Of data of its own, rows tell no figure, whatever fields they have.
  const own = main.isForeign ? undefined : value;
  return { ...shape, value: own, series: shape.series ?? name, other, also, fields: [...shape.fields, ...extra] };
}

const filtersOf = ({ transforms }: Layer): string => JSON.stringify(transforms.filter((step) => "filter" in step));

/** Whether a layer draws the figures of a field as another does, of rows that the other leaves out. Where the other draws all rows, it marks some of them. */
function isOfOtherRows(layer: Layer, { mark, value, transforms, filters }: Layer): boolean {
  const isSame = layer.mark === mark && value !== undefined && layer.value?.field === value.field;
  return (
    isSame && filters.length > 0 && layer.filters.length > 0 && filtersOf(layer) !== filtersOf({ ...layer, transforms })
  );
}

/** Whether parts lie on one another; bars and areas of several colours do, unless they are told not to. */
function isStacked({ mark, encoding, series, value }: Layer): boolean {
  if ((mark !== "bar" && mark !== "area") || !series || !value || !colorChannels.includes(series.channel)) return false;
  const definition = encoding[value.channel];
  const stack = isObject(definition) ? definition.stack : undefined;
  return stack !== null && stack !== false && !offsetChannels.some((name) => isObject(encoding[name]));
}

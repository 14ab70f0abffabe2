import type { ChartKindName } from "../../language/index.ts";
import { isObject } from "../json.ts";
import { type EncodedField, readField } from "../spec/encoded-field.ts";
import type { ChartShape } from "./chart-shape.ts";
import type { ShapeUnit } from "./units.ts";

const marks = ["geoshape", "line", "trail", "area", "bar", "arc", "rect", "boxplot", "errorband", "errorbar"];
/** Where two layers could carry the data, the first of these does; rules and texts stand beside other marks. */
export const markOrder = [...marks, "point", "circle", "square", "tick", "rule", "text"];
export const annotationMarks = ["errorband", "errorbar", "rule", "text"];
export const pointMarks = ["point", "circle", "square"];
export const figureChannels = ["x", "y", "theta", "radius"];
export const offsetChannels = ["xOffset", "yOffset"];
export const colorChannels = ["color", "fill", "stroke"];
const seriesChannels = [...colorChannels, "detail", ...offsetChannels, "strokeDash", "shape"];
const shownChannels = [...figureChannels, ...seriesChannels, "size", "row", "column", "facet"];

/** One mark with the fields of the rows that it shows. */
export interface Layer extends ShapeUnit {
  readonly fields: readonly EncodedField[];
  readonly value: EncodedField | undefined;
  readonly category: EncodedField | undefined;
  readonly series: EncodedField | undefined;
}

export function readLayer(unit: ShapeUnit, isOwn: (field: EncodedField) => boolean): Layer {
  const fields = Object.entries(unit.encoding)
    .flatMap(([channel, definition]) => [definition].flat().map((one) => readField(channel, one)))
    .filter((field) => field !== undefined)
    .filter(isOwn);
  const shown = fields.filter(({ channel }) => shownChannels.includes(channel));
  const isFigure = ({ channel, type }: EncodedField) => type === "quantitative" && figureChannels.includes(channel);
  // Of a point by two figures, the one upwards is told by the one across, whichever the spec names first.
  const figures = shown.filter(isFigure);
  const isPoint = figures.length === 2 && pointMarks.includes(unit.mark);
  const upwards = isPoint ? figures.find(({ channel }) => channel === "y") : undefined;
  const value = unit.isReshaped || isOfGroups(unit) ? undefined : (upwards ?? figures.at(-1));
  const category =
    shown.find((field) => field !== value && (field.channel === "x" || field.channel === "y")) ??
    shown.find((field) => field !== value && field.type !== "quantitative" && !isFacet(field));
  const series = shown.find(
    ({ channel, field }) => seriesChannels.includes(channel) && field !== category?.field && field !== value?.field,
  );
  return { ...unit, fields, value, category, series };
}

/** Whether its marks stand for groups of rows, by what any channel works out of several. */
const isOfGroups = ({ encoding }: ShapeUnit): boolean =>
  Object.values(encoding)
    .flat()
    .some((one) => isObject(one) && one.aggregate !== undefined);

const isFacet = ({ channel }: EncodedField) => channel === "row" || channel === "column" || channel === "facet";

/** Whether a channel shows classes of figures, or parts of dates. */
const isMadeOf = (definition: unknown): boolean =>
  [definition].flat().some((one) => isObject(one) && (Boolean(one.bin) || one.timeUnit !== undefined));

export function shapeOf(layer: Layer, kind: ChartKindName): ChartShape {
  const panels = layer.facets.flatMap((facet) => readField("facet", facet) ?? []);
  const { category, value, series, filters, drawsInvalid, fields } = layer;
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
    drawsInvalid,
    isSplitByMade: seriesChannels.some((channel) => isMadeOf(layer.encoding[channel])),
    isRanked: category?.type === "nominal",
    fields: [...panels, ...shown],
  };
}

export const emptyShape: ChartShape = {
  kind: "chart",
  category: undefined,
  value: undefined,
  series: undefined,
  panels: [],
  low: undefined,
  high: undefined,
  other: undefined,
  areas: [],
  isRanked: false,
  filters: [],
  drawsInvalid: false,
  isSplitByMade: false,
  fields: [],
  also: [],
};

/** Fields of words that layers write or tell on pointing. */
export function namesIn(layers: readonly Layer[], value: EncodedField | undefined): readonly EncodedField[] {
  return layers
    .flatMap(({ fields }) => fields.filter(({ channel }) => channel === "text" || channel === "tooltip"))
    .filter(({ field, type }) => type !== "quantitative" && type !== "temporal" && field !== value?.field);
}

const endChannels = [
  ["x", "x2"],
  ["y", "y2"],
] as const;

/** The two channels of a mark that reaches from one figure to another. From a name to a name it reaches across names, and that is no figure. */
function pairOf({ encoding, fields }: Layer): (typeof endChannels)[number] | undefined {
  const isOfNames = (channel: string) =>
    fields.some((field) => field.channel === channel && (field.type === "nominal" || field.type === "ordinal"));
  return endChannels.find(
    ([start, end]) => isObject(encoding[end]) && typeof encoding[end].field === "string" && !isOfNames(start),
  );
}

/** Whether it reaches from one field of the rows to another. */
export const hasEnds = (layer: Layer): boolean => pairOf(layer) !== undefined;

export function endsOf(layer: Layer): readonly (EncodedField | undefined)[] {
  const [start, end] = (pairOf(layer) ?? []).map((channel) => layer.fields.find((field) => field.channel === channel));
  return [start, end && { ...end, type: "quantitative" }];
}

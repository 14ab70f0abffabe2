import { isObject, type JsonObject } from "./json.ts";
import { madeFields } from "./made-fields.ts";

/** One field that a chart shows. */
export interface EncodedField {
  readonly channel: string;
  readonly field: string;
  /** As the chart titles it; the field's name where it has no title. */
  readonly title: string;
  readonly type: "quantitative" | "temporal" | "ordinal" | "nominal";
}

/** What a chart shows, as far as its spec tells. */
export interface ChartShape {
  /** The mark of the layer that carries the data, e.g. `bar`; `chart` where there is none. */
  readonly mark: string;
  /** What the figures are of: the other position, or the colour of a pie. */
  readonly category: EncodedField | undefined;
  /** The figures. Undefined where the chart computes or selects them (an aggregate, a filter): the rows do not tell. */
  readonly value: EncodedField | undefined;
  /** What sets lines or groups of bars apart. */
  readonly series: EncodedField | undefined;
  readonly fields: readonly EncodedField[];
}

/** Where two layers could carry the data, the first of these does. */
const markOrder = ["line", "area", "trail", "bar", "arc", "rect", "point", "circle", "square", "tick"];
const figureChannels = ["x", "y", "theta", "radius"];
const seriesChannels = [
  "color",
  "fill",
  "stroke",
  "detail",
  "xOffset",
  "yOffset",
  "strokeDash",
  "row",
  "column",
  "facet",
];
const shownChannels = [...figureChannels, ...seriesChannels, "size"];
/** Transforms after which a mark does not stand for a row, or not every row has its mark. */
const reshaping = ["aggregate", "bin", "density", "filter", "flatten", "fold", "impute", "pivot", "quantile", "sample"];

/** Reads a Vega-Lite spec: its main layer, with the encodings that it inherits. Fields that transforms make are left out. */
export function readShape(spec: JsonObject): ChartShape {
  const units = unitsOf(spec, { encoding: {}, isReshaped: false });
  const rank = ({ mark }: Unit) => (markOrder.includes(mark) ? markOrder.indexOf(mark) : markOrder.length);
  const main = units.toSorted((a, b) => rank(a) - rank(b))[0] ?? { mark: "chart", encoding: {}, isReshaped: false };
  const fields = Object.entries(main.encoding).flatMap(([channel, definition]) => readField(channel, definition));
  const made = madeFields(spec);
  const isOwn = ({ field }: EncodedField) => made === "open" || !made.has(field);
  const shown = fields.filter((field) => shownChannels.includes(field.channel) && isOwn(field));
  const isFigure = ({ channel, type }: EncodedField) => type === "quantitative" && figureChannels.includes(channel);
  const value = main.isReshaped ? undefined : shown.findLast(isFigure);
  const category =
    shown.find((field) => field !== value && (field.channel === "x" || field.channel === "y")) ??
    shown.find((field) => field !== value && field.type !== "quantitative");
  const series = shown.find(
    (field) =>
      seriesChannels.includes(field.channel) && field.field !== category?.field && field.field !== value?.field,
  );
  return { mark: main.mark, category, value, series, fields: shown };
}

interface Unit {
  readonly mark: string;
  readonly encoding: JsonObject;
  readonly isReshaped: boolean;
}

function unitsOf(spec: JsonObject, inherited: Omit<Unit, "mark">): Unit[] {
  const encoding = { ...inherited.encoding, ...(isObject(spec.encoding) ? spec.encoding : {}) };
  const transforms = Array.isArray(spec.transform) ? spec.transform.filter(isObject) : [];
  const isReshaped = inherited.isReshaped || transforms.some((step) => reshaping.some((key) => key in step));
  const parts = ["layer", "concat", "hconcat", "vconcat"].flatMap((key) => {
    const children = spec[key];
    return Array.isArray(children) ? children.filter(isObject) : [];
  });
  if (isObject(spec.spec)) parts.push(spec.spec);
  if (parts.length > 0) return parts.flatMap((part) => unitsOf(part, { encoding, isReshaped }));
  const mark = isObject(spec.mark) ? spec.mark.type : spec.mark;
  return typeof mark === "string" ? [{ mark, encoding, isReshaped }] : [];
}

function readField(channel: string, definition: unknown): EncodedField[] {
  if (!isObject(definition) || typeof definition.field !== "string") return [];
  if (definition.aggregate !== undefined || definition.bin !== undefined) return [];
  const field = plainFieldName(definition.field);
  const type = definition.type ?? "nominal";
  if (type !== "quantitative" && type !== "temporal" && type !== "ordinal" && type !== "nominal") return [];
  return [{ channel, field, type, title: titleOf(definition) ?? field }];
}

function titleOf(definition: JsonObject): string | undefined {
  const { axis, legend, header } = definition;
  for (const holder of [definition, axis, legend, header]) {
    if (isObject(holder) && typeof holder.title === "string" && holder.title) return holder.title;
  }
  return undefined;
}

/** A field reference as the row's own key: `rate\.2018` is the field `rate.2018`. */
export function plainFieldName(reference: string): string {
  return reference.replaceAll(/\\([.[\]\\'"])/g, "$1");
}

/** A row's key as a field reference: Vega reads `.` and `[` as paths. */
export function fieldReference(name: string): string {
  return name.replaceAll(/([.[\]\\'"])/g, "\\$1");
}

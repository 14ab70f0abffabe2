import { isObject, type JsonObject } from "../json.ts";

/** One field that a chart shows. */
export interface EncodedField {
  readonly channel: string;
  readonly field: string;
  /** As the chart titles it; the field's name where it has no title. */
  readonly title: string;
  readonly type: "quantitative" | "temporal" | "ordinal" | "nominal";
  /** What its dates are cut down to: `yearmonth`. */
  readonly timeUnit?: string | undefined;
  /** How its figures are printed beside the scale, or where they are written, as D3 has it. */
  readonly format?: string | undefined;
  /** Whether a share of the stack that its figure is part of is drawn, and not the figure. */
  readonly isShare: boolean;
  /** How an axis of words is ordered: by the words, as the rows come, or by something else. */
  readonly order: "words" | "rows" | "other";
}

const types = ["quantitative", "temporal", "ordinal", "nominal"] as const;

/** Reads a channel's definition; undefined where it has no field, or a figure that the chart computes. */
export function readField(channel: string, definition: unknown): EncodedField | undefined {
  const holder = holderOf(definition);
  if (!holder || typeof holder.field !== "string" || isComputed(holder)) return undefined;
  const field = plainFieldName(holder.field);
  const timeUnit = isObject(holder.timeUnit) ? holder.timeUnit.unit : holder.timeUnit;
  const type =
    types.find((known) => known === holder.type) ?? (timeUnit === undefined ? typeOfScale(holder) : "temporal");
  return {
    channel,
    field,
    type,
    title: titleOf(holder) ?? field,
    order: orderOf(holder),
    format: formatOf(holder),
    isShare: holder.stack === "normalize",
    timeUnit: typeof timeUnit === "string" ? timeUnit.replace(/^(binned)?(utc)?/, "") : undefined,
  };
}

/** Without a type of its own, a channel has that of its scale: as Vega-Lite reads it. */
function typeOfScale({ scale }: JsonObject): EncodedField["type"] {
  const scaleType = isObject(scale) ? String(scale.type) : "";
  if (["linear", "log", "pow", "sqrt", "symlog"].includes(scaleType)) return "quantitative";
  return scaleType === "time" || scaleType === "utc" ? "temporal" : "nominal";
}

/** Whether the chart works out what a channel shows: an aggregate, classes. */
const isComputed = (definition: JsonObject): boolean =>
  definition.aggregate !== undefined ||
  (definition.bin !== undefined && definition.bin !== null && definition.bin !== false);

/** The definition that has the field: the channel's own, or that of its condition. */
function holderOf(definition: unknown): JsonObject | undefined {
  if (!isObject(definition)) return undefined;
  if (definition.field !== undefined) return definition;
  return [definition.condition]
    .flat()
    .find((condition): condition is JsonObject => isObject(condition) && "field" in condition);
}

function orderOf({ sort }: JsonObject): EncodedField["order"] {
  if (sort === null) return "rows";
  return sort === undefined || sort === "ascending" || sort === "descending" ? "words" : "other";
}

function formatOf(definition: JsonObject): string | undefined {
  const { axis, legend } = definition;
  for (const holder of [definition, axis, legend]) {
    if (isObject(holder) && typeof holder.format === "string" && holder.format) return holder.format;
  }
  return undefined;
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

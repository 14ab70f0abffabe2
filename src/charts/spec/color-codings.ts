import { isObject, type JsonObject, visitObjects } from "../json.ts";
import { datumFields } from "./datum-fields.ts";
import { plainFieldName } from "./encoded-field.ts";

/** A field that colour tells apart, as far as the spec says. */
export interface ColorCoding {
  readonly field: string;
  /** It has a legend, and neither place, shape, dashes nor a text tell the same. */
  readonly isAlone: boolean;
  /** It takes its colours from the theme's palette. */
  readonly usesPalette: boolean;
  /** Its marks cross each other, so that their order does not help. */
  readonly isOfLines: boolean;
}

const colorChannels = ["color", "fill", "stroke"];
/** Channels that tell the same field in another way than by colour. */
const otherChannels = ["x", "y", "row", "column", "facet", "shape", "strokeDash", "strokeWidth", "text"];
const lineMarks = ["line", "area", "trail", "point", "circle", "square"];
/** What colour tells in a Vega-Lite spec, field by field. */
export function readColorCodings(spec: JsonObject): readonly ColorCoding[] {
  const codings = new Map<string, ColorCoding>();
  const told = new Set<string>();
  const calculated = new Map<string, ReadonlySet<string>>();
  visitObjects(spec, (object) => {
    const { calculate, as, encoding } = object;
    if (typeof calculate === "string" && typeof as === "string") calculated.set(as, datumFields(calculate));
    for (const [channel, definition] of isObject(encoding) ? Object.entries(encoding) : []) {
      if (!isObject(definition) || typeof definition.field !== "string") continue;
      const field = plainFieldName(definition.field);
      if (otherChannels.includes(channel)) told.add(field);
      if (!colorChannels.includes(channel) || !hasNominalLegend(definition)) continue;
      const isOfLines = lineMarks.includes(markOf(object)) || (codings.get(field)?.isOfLines ?? false);
      codings.set(field, { field, isAlone: true, usesPalette: usesPalette(definition), isOfLines });
    }
  });
  for (const field of [...told]) for (const source of calculated.get(field) ?? []) told.add(source);
  return [...codings.values()].map((coding) => ({ ...coding, isAlone: !told.has(coding.field) }));
}

const hasNominalLegend = ({ type, legend }: JsonObject) =>
  (type === undefined || type === "nominal") && legend !== null;

function usesPalette({ scale }: JsonObject): boolean {
  if (!isObject(scale)) return scale !== null;
  return scale.range === undefined && scale.scheme === undefined;
}

/** The first mark of the layers that share an encoding. */
function markOf(object: JsonObject): string {
  let first = "";
  visitObjects(object, ({ mark }) => {
    const type = isObject(mark) ? mark.type : mark;
    if (first === "" && typeof type === "string") first = type;
  });
  return first;
}

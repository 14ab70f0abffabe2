import type { Diagnostics, SourceLocation } from "../../diagnostics/index.ts";
import type { ChartRow } from "../chart-row.ts";
import { isObject, type JsonObject, visitObjects } from "../json.ts";
import { plainFieldName } from "../shape/encoded-field.ts";
import { datumFields } from "../spec/datum-fields.ts";

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
/** Lines in a legend that a reader still finds in the picture. */
const mostLines = 4;

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

export interface CheckColorAloneOptions {
  readonly codings: readonly ColorCoding[];
  readonly rows: readonly ChartRow[];
  /** How many colours the palette has. */
  readonly paletteSize: number;
  readonly source: SourceLocation;
  readonly diagnostics: Diagnostics;
}

/** Warns (`chart-colour-alone`) where a legend of colours is all that tells more series apart than readers can. */
export function checkColorAlone({ codings, rows, paletteSize, source, diagnostics }: CheckColorAloneOptions): void {
  for (const { field, isAlone, usesPalette, isOfLines } of codings) {
    const count = new Set(rows.flatMap((row) => row[field] ?? [])).size;
    const message =
      usesPalette && count > paletteSize
        ? `The chart has ${count} series in "${field}", and the palette ${paletteSize} colours: some share one.`
        : isAlone && count > (isOfLines ? mostLines : paletteSize)
          ? `Only colour tells the ${count} series of "${field}" apart, which not all readers can follow from a legend.`
          : undefined;
    if (message === undefined) continue;
    diagnostics.warn({
      code: "chart-colour-alone",
      message,
      hint: isOfLines
        ? "Write the names at the lines (a text layer), give them dashes or shapes (strokeDash, shape), or draw a small chart for each (facet)."
        : "Show fewer, take the small ones together, or draw a small chart for each (facet).",
      source: { ...source, field },
    });
  }
}

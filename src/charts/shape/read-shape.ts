import type { JsonObject } from "../json.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
import { madeFields } from "../spec/made-fields.ts";
import type { ChartShape } from "./chart-shape.ts";
import { annotationMarks, emptyShape, type Layer, markOrder, readLayer, shapeOf } from "./layer.ts";
import { readGrid, readMap } from "./maps.ts";
import { readCounted, readFunnel, readPairs, readPlaces, readPlot, readRange, readSpread } from "./plots.ts";
import { readUnits, type ShapeUnit } from "./units.ts";

/** How the names of the layers begin of a map that shows no figures, and only where each area is. */
export const referenceLayer = "referenceMap";

/** The name of a layer that draws nothing, and is there to be read on hover. */
export const hoverLayer = "on-hover";

/** Reads a Vega-Lite spec: what each of its plots shows of the rows. Fields that transforms make are left out. */
export function readShape(spec: JsonObject): ChartShape {
  const made = madeFields(spec);
  const isOwn = ({ field }: EncodedField) => made === "open" || !made.has(field);
  const [first = emptyShape, ...others] = readUnits(spec)
    .filter((units) => units.length > 0 && !units.every(({ name }) => name.startsWith(referenceLayer)))
    .map((units) => units.filter(({ name }) => name !== hoverLayer))
    .map((units) => readView(units, isOwn, spec.datasets));
  return { ...first, also: [...first.also, ...others] };
}

function readView(units: readonly ShapeUnit[], isOwn: (field: EncodedField) => boolean, datasets: unknown): ChartShape {
  const layers = units.map((unit) => readLayer(unit, isOwn));
  const rank = ({ mark }: Layer) => (markOrder.includes(mark) ? markOrder.indexOf(mark) : markOrder.length);
  const weight = (layer: Layer) =>
    (layer.isForeign && layer.mark !== "geoshape" ? 4000 : 0) +
    (annotationMarks.includes(layer.mark) ? 2000 : 0) +
    (layer.isReshaped ? 1000 : 0) +
    rank(layer);
  const [heaviest] = layers.toSorted((a, b) => weight(a) - weight(b));
  if (!heaviest) return emptyShape;
  // A line of other figures that is drawn over bars comes after them.
  const under = layers.slice(0, layers.indexOf(heaviest)).find(({ mark, isReshaped }) => mark === "bar" && !isReshaped);
  const main =
    heaviest.mark === "line" && under?.value && under.value.field !== heaviest.value?.field ? under : heaviest;
  const base = shapeOf(main, "chart");
  return (
    readFunnel(layers) ??
    readPlaces(layers) ??
    readCounted(layers) ??
    readMap(layers, datasets) ??
    readGrid(main, layers, datasets) ??
    readSpread(main) ??
    readPairs(main, layers) ??
    readRange(main, layers) ??
    readPlot(main, layers) ??
    base
  );
}

import type { ChartKindName } from "../../language/index.ts";
import type { JsonObject } from "../json.ts";
import { madeFields } from "../spec/made-fields.ts";
import type { EncodedField } from "./encoded-field.ts";
import { beside, emptyShape, type Layer, markOrder, readLayer, shapeOf } from "./layer.ts";
import { readGrid, readMap } from "./maps.ts";
import { readPairs, readPlot, readRange, readSpread } from "./plots.ts";
import type { RowFilter } from "./row-filter.ts";
import { readUnits, type ShapeUnit } from "./units.ts";

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

import { isObject, type JsonObject, mapObjects, visitObjects } from "../json.ts";
import { asksPictureWidth, withPictureWidth } from "./picture-width.ts";

/** The dataset that a chart's rows go into where the spec names none. */
const defaultDataset = "data";

export interface PreparedSpec {
  readonly kind: "vega" | "vega-lite";
  readonly spec: JsonObject;
  /** The dataset that the rows go into; undefined where the spec keeps its inline data. */
  readonly dataset: string | undefined;
  /** Whether the spec left its width open, so that it is ours to set on each run. */
  readonly takesWidth: boolean;
  /** Whether expressions of the spec read the width of the picture. */
  readonly asksPictureWidth: boolean;
  /** Every dataset that is named but not filled by the spec itself, the rows' own first. */
  readonly datasets: readonly string[];
}

export interface PrepareOptions {
  readonly spec: JsonObject;
  readonly widthPx: number;
  /** `rows`: the caller's rows replace the spec's top-level data. `inline`: the spec's data is what is drawn. */
  readonly data: "rows" | "inline";
}

/** Completes a spec: where its rows go in, its width, UTC for every date. Changes nothing that the spec says. */
export function prepareSpec({ spec, widthPx, data }: PrepareOptions): PreparedSpec {
  if (isVegaSpec(spec)) return prepareVega(spec, data);
  const takesWidth = leavesWidthOpen(spec);
  const sized = withPictureWidth(takesWidth ? withSize(spec, widthPx) : spec, widthPx);
  // Where all plots name their own data, rows are those of the first.
  const [first] = readsTop(spec) ? [] : namedDatasets(spec);
  const complete = data === "rows" && first === undefined ? withDataset(sized) : sized;
  const dataset = data === "rows" ? (first ?? datasetName(spec)) : undefined;
  return {
    kind: "vega-lite",
    spec: mapObjects(complete, inUtc) as JsonObject,
    dataset,
    takesWidth,
    asksPictureWidth: asksPictureWidth(spec),
    datasets: [...new Set([...(dataset === undefined ? [] : [dataset]), ...namedDatasets(complete)])],
  };
}

export function isVegaSpec(spec: JsonObject): boolean {
  if (typeof spec.$schema === "string") return spec.$schema.includes("/schema/vega/");
  return Array.isArray(spec.marks);
}

function prepareVega(spec: JsonObject, data: PrepareOptions["data"]): PreparedSpec {
  const sources = Array.isArray(spec.data) ? spec.data.filter(isObject) : [];
  const empty = sources.filter(
    (entry) => entry.values === undefined && entry.url === undefined && !entry.source && !makesRows(entry),
  );
  const names = empty.map(({ name }) => String(name));
  const dataset = names.includes(defaultDataset) ? defaultDataset : names[0];
  return {
    kind: "vega",
    spec,
    dataset: data === "rows" ? dataset : undefined,
    takesWidth: false,
    asksPictureWidth: false,
    datasets: data === "rows" ? names : [],
  };
}

/** Transforms of Vega that need no rows to begin with. */
function makesRows({ transform }: JsonObject): boolean {
  const first: unknown = Array.isArray(transform) ? transform[0] : undefined;
  return isObject(first) && (first.type === "sequence" || first.type === "graticule");
}

/** Charts of one plot do; concatenated and faceted charts size their parts. */
function leavesWidthOpen(spec: JsonObject): boolean {
  const isPlot = ("mark" in spec || "layer" in spec) && !isFaceted(spec);
  return isPlot && (spec.width === undefined || spec.width === "container");
}

/** The column's width for the whole chart, axes included. */
function withSize(spec: JsonObject, widthPx: number): JsonObject {
  const heightInSteps = isObject(spec.height) || (spec.height === undefined && hasDiscreteY(spec));
  return {
    autosize: { type: "fit", contains: "padding" },
    // A height in steps is as many steps as there are categories; any other is of the whole chart, axes included.
    ...(heightInSteps || spec.height !== undefined ? {} : { height: 280 }),
    ...spec,
    width: widthPx,
  };
}

function isFaceted({ encoding }: JsonObject): boolean {
  return isObject(encoding) && ["row", "column", "facet"].some((channel) => channel in encoding);
}

function hasDiscreteY(spec: JsonObject): boolean {
  const layers = Array.isArray(spec.layer) ? spec.layer.filter(isObject) : [];
  return [spec, ...layers].some(({ encoding }) => {
    const y = isObject(encoding) ? encoding.y : undefined;
    return isObject(y) && (y.type === "nominal" || y.type === "ordinal");
  });
}

/** Whether a plot of a spec takes its data from the top of it. */
function readsTop(spec: JsonObject): boolean {
  const parts = [spec.layer, spec.concat, spec.hconcat, spec.vconcat, spec.spec].flat().filter(isObject);
  return parts.length === 0 || parts.some((part) => !isObject(part.data) && readsTop(part));
}

function datasetName({ data }: JsonObject): string {
  return isObject(data) && typeof data.name === "string" ? data.name : defaultDataset;
}

/** The spec with its top-level data open for rows: what it holds there is an example. */
function withDataset(spec: JsonObject): JsonObject {
  const { datasets } = spec;
  const name = datasetName(spec);
  const format = isObject(spec.data) && isObject(spec.data.format) ? { format: spec.data.format } : {};
  const others = isObject(datasets) ? Object.entries(datasets).filter(([key]) => key !== name) : [];
  return { ...spec, data: { ...format, name }, ...(datasets ? { datasets: Object.fromEntries(others) } : {}) };
}

/**
 * Dates in UTC, unless the spec chose otherwise: the machine's time zone must not move a point. Vega-Lite gives colours and sizes a scale of local
 * time where their unit is of UTC.
 */
function inUtc(object: JsonObject): JsonObject {
  const { timeUnit, type } = object;
  const unit =
    typeof timeUnit === "string" ? utcUnit(timeUnit) : isObject(timeUnit) ? { utc: true, ...timeUnit } : undefined;
  const dated = unit === undefined ? object : { ...object, timeUnit: unit };
  const isTemporal = type === "temporal" || (type === undefined && unit !== undefined && !isTransform(object));
  const isScaled = isTemporal && "field" in object && object.scale !== null;
  const scale = isObject(object.scale) ? object.scale : {};
  return isScaled && scale.type === undefined ? { ...dated, scale: { ...scale, type: "utc" } } : dated;
}

/** Transforms and conditions have a unit and a field as encodings have. */
const isTransform = (object: JsonObject): boolean =>
  ["as", "equal", "lt", "lte", "gt", "gte", "range", "oneOf", "valid"].some((key) => key in object);

const utcUnit = (unit: string) => (/^(binned)?utc/.test(unit) ? unit : unit.replace(/^(binned)?/, "$1utc"));

/** Datasets that the spec names and does not fill. */
function namedDatasets(spec: JsonObject): string[] {
  const filled = new Set(isObject(spec.datasets) ? Object.keys(spec.datasets) : []);
  const names: string[] = [];
  visitObjects(spec, ({ data }) => {
    if (!isObject(data) || typeof data.name !== "string") return;
    if ("values" in data) filled.add(data.name);
    else names.push(data.name);
  });
  return names.filter((name) => !filled.has(name));
}

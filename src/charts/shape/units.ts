import { isObject, type JsonObject, mapObjects } from "../json.ts";
import { type RowFilter, readFilter } from "./row-filter.ts";

/** One mark of a spec, with all that it inherits. */
export interface ShapeUnit {
  readonly mark: string;
  /** What its spec calls it; empty where that has no name. */
  readonly name: string;
  readonly encoding: JsonObject;
  /** Definitions of the fields that split it into panels. */
  readonly facets: readonly JsonObject[];
  readonly transforms: readonly JsonObject[];
  /** Which rows it draws, as far as that can be read. */
  readonly filters: readonly RowFilter[];
  /** Whether its marks do not stand for rows, or not for each: an aggregate, a filter that cannot be read. */
  readonly isReshaped: boolean;
  /** Whether it draws other data than the rows. */
  readonly isForeign: boolean;
  /** Whether what has no figure is drawn all the same, at nought. */
  readonly drawsInvalid: boolean;
}

type Inherited = Omit<ShapeUnit, "mark" | "name">;

/** Transforms after which a mark does not stand for a row, or not every row has its mark. */
const reshaping = [
  ..."aggregate bin density flatten fold impute loess pivot quantile regression sample".split(" "),
] as const;
const facetChannels = ["row", "column", "facet"];
const groups = ["layer", "concat", "hconcat", "vconcat"] as const;

/** The plots of a Vega-Lite spec, in the order of the spec, each with its layers. */
export function readUnits(spec: JsonObject): readonly (readonly ShapeUnit[])[] {
  const { data } = spec;
  const rowsName = isObject(data) && typeof data.name === "string" ? data.name : "data";
  const none: Inherited = {
    encoding: {},
    facets: [],
    transforms: [],
    filters: [],
    isReshaped: false,
    isForeign: false,
    drawsInvalid: false,
  };
  // The data of the whole spec are what the rows go into.
  return viewsOf({ ...spec, data: undefined }, none, rowsName);
}

function viewsOf(spec: JsonObject, inherited: Inherited, rowsName: string): ShapeUnit[][] {
  const own = inherit(spec, inherited, rowsName);
  if (isObject(spec.spec)) return repeats(spec).flatMap((part) => viewsOf(part, own, rowsName));
  for (const key of groups) {
    const children = spec[key];
    if (!Array.isArray(children)) continue;
    const views = children.filter(isObject).flatMap((part) => viewsOf(part, own, rowsName));
    return key === "layer" ? [views.flat()] : views;
  }
  const mark = isObject(spec.mark) ? spec.mark.type : spec.mark;
  const name = typeof spec.name === "string" ? spec.name : "";
  return typeof mark === "string" ? [[{ ...own, mark, name }]] : [];
}

function inherit(spec: JsonObject, inherited: Inherited, rowsName: string): Inherited {
  const encoding = { ...inherited.encoding, ...(isObject(spec.encoding) ? spec.encoding : {}) };
  const transforms = Array.isArray(spec.transform) ? spec.transform.filter(isObject) : [];
  const filters = transforms.filter((step) => "filter" in step).map(({ filter }) => readFilter(filter));
  const facet = isObject(spec.facet) ? spec.facet : {};
  const facets = "field" in facet ? [facet] : [facet.row, facet.column].filter(isObject);
  const channels = isObject(spec.encoding) ? facetChannels.map((name) => encoding[name]).filter(isObject) : [];
  return {
    encoding,
    facets: [...inherited.facets, ...facets, ...channels],
    transforms: [...inherited.transforms, ...transforms],
    filters: [...inherited.filters, ...filters.filter((filter) => filter !== "unknown")],
    isReshaped:
      inherited.isReshaped ||
      isUnseen(spec.mark, encoding.opacity) ||
      filters.includes("unknown") ||
      Object.values(encoding).some((channel) => isObject(channel) && channel.impute !== undefined) ||
      transforms.some((step) => reshaping.some((key) => key in step)),
    isForeign: isObject(spec.data) ? spec.data.name !== rowsName : inherited.isForeign,
    drawsInvalid: [isObject(spec.config) ? spec.config.mark : undefined, spec.mark]
      .filter(isObject)
      .reduce(
        (draws, { invalid }) => (invalid === undefined ? draws : invalid === null || invalid === "show"),
        inherited.drawsInvalid,
      ),
  };
}

/** Whether nothing of a mark is seen before someone points at it: its rows are not what the chart shows. */
const isUnseen = (mark: unknown, opacity: unknown): boolean =>
  (isObject(mark) && mark.opacity === 0) || (isObject(opacity) && opacity.value === 0);

/** What a facet or a repetition holds: one plot for each field that it is repeated with. */
function repeats({ repeat, spec }: JsonObject): readonly JsonObject[] {
  const lists = Array.isArray(repeat) ? { repeat } : isObject(repeat) ? repeat : {};
  let plots: readonly JsonObject[] = isObject(spec) ? [spec] : [];
  for (const [key, names] of Object.entries(lists)) {
    const fields = Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
    plots = plots.flatMap((plot) => fields.map((name) => filled(plot, key, name)));
  }
  return plots;
}

const filled = (plot: JsonObject, key: string, name: string) =>
  mapObjects(plot, (object) =>
    isObject(object.field) && object.field.repeat === key ? { ...object, field: name } : object,
  ) as JsonObject;

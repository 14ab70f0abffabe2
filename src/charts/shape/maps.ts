import { fieldsOnRows } from "../chart-row.ts";
import { isObject, type JsonObject } from "../json.ts";
import { datumFields } from "../spec/datum-fields.ts";
import { type EncodedField, readField } from "../spec/encoded-field.ts";
import { featuresOf } from "../spec/features-of.ts";
import { tilePaths } from "../spec/tile-key.ts";
import type { ChartShape } from "./chart-shape.ts";
import { colorChannels, hasEnds, type Layer, namesIn, pointMarks, shapeOf } from "./layer.ts";

/** Shapes of areas, coloured by a figure that is joined to them by a key. */
export function readMap(layers: readonly Layer[], datasets: unknown): ChartShape | undefined {
  const shapes = layers.filter(
    ({ mark, encoding }) => mark === "geoshape" || (pointMarks.includes(mark) && isObject(encoding.longitude)),
  );
  const map = shapes.find((layer) => mapFigure(layer)) ?? shapes[0];
  if (!map) return undefined;
  const value = map.isReshaped ? undefined : mapFigure(map);
  const lookup = map.transforms.find((step) => typeof step.lookup === "string");
  const from = lookup && isObject(lookup.from) ? lookup.from : undefined;
  const key = map.isForeign ? from?.key : lookup?.lookup;
  const named = [...detailOf(map), ...namesIn([map], value)].find(({ field }) => !isBrought(field, lookup));
  const category = named ?? (typeof key === "string" ? readField("key", { field: key, type: "nominal" }) : undefined);
  const fields = [category, value].filter((field) => field !== undefined);
  const areas = map.isForeign ? [] : mapAreas(lookup, datasets);
  return { ...shapeOf(map, "map"), areas, category, value, series: undefined, isRanked: true, fields };
}

/** The figures of a map: its colours, or the sizes of its points. */
const mapFigure = (layer: Layer): EncodedField | undefined =>
  colorFigure(layer) ?? layer.fields.find(({ channel, type }) => channel === "size" && type === "quantitative");

/** What tells marks apart without being drawn. */
const detailOf = ({ fields }: Layer) =>
  fields.filter(({ channel, type }) => channel === "detail" && type !== "quantitative");

/** Whether a lookup brings the field from other data than the rows. */
function isBrought(field: string, lookup: JsonObject | undefined): boolean {
  const fields = isObject(lookup?.from) && Array.isArray(lookup.from.fields) ? lookup.from.fields : [];
  return [...fields, ...[lookup?.as].flat()].includes(field);
}

/** The figures that a colour stands for: its own, or those that its classes were made of. */
function colorFigure(layer: Layer): EncodedField | undefined {
  for (const channel of colorChannels) {
    const definition = layer.encoding[channel];
    const read = readField(channel, definition);
    if (!read) continue;
    const [made] = sourcesOf(read.field, layer.transforms);
    if (made !== undefined && isOfCharacters(read.field, layer.transforms)) continue;
    if (made === undefined && read.type === "quantitative") return read;
    if (made !== undefined)
      return { ...read, field: made, type: "quantitative", title: read.title === read.field ? made : read.title };
  }
  return undefined;
}

/** Whether an expression takes a field by its characters: the first digit of a postcode is no class of figures. */
const isOfCharacters = (field: string, transforms: readonly JsonObject[]): boolean =>
  transforms.some(
    ({ as, calculate }) => as === field && /\b(?:substring|slice|split|upper|lower|trim)\s*\(/.test(String(calculate)),
  );

/** The fields that an expression made this one of; none where no expression did. */
function sourcesOf(field: string, transforms: readonly JsonObject[]): readonly string[] {
  const maker = transforms.findLast(({ as, calculate }) => as === field && typeof calculate === "string");
  if (!maker) return [];
  const read = [...datumFields(String(maker.calculate))].filter((name) => !fieldsOnRows.includes(name));
  const earlier = transforms.slice(0, transforms.indexOf(maker));
  return read.flatMap((name) => {
    const further = sourcesOf(name, earlier);
    return further.length > 0 ? further : [name];
  });
}

/** Cells coloured by a figure, or with the figure written in them: on the places of a map, or of two categories. */
export function readGrid(main: Layer, layers: readonly Layer[], datasets: unknown): ChartShape | undefined {
  const cells = layers.find(({ mark, encoding }) => [...pointMarks, "rect"].includes(mark) && encoding.x && encoding.y);
  const written = layers.flatMap(({ mark, fields }) =>
    mark === "text" ? fields.filter(({ channel, type }) => channel === "text" && type === "quantitative") : [],
  )[0];
  const isScatter = cells?.value !== undefined && cells.category?.type === "quantitative" && cells.mark !== "rect";
  if (cells && !isScatter && isBare(cells, "x") && isBare(cells, "y")) {
    const value = cells.isReshaped ? undefined : (colorFigure(cells) ?? written);
    const [category] = [...detailOf(cells), ...namesIn(layers, value)];
    const fields = [category, value].filter((field) => field !== undefined);
    const areas = mapAreas(
      cells.transforms.find((step) => typeof step.lookup === "string"),
      datasets,
    );
    if (category && value)
      return { ...shapeOf(cells, "tile"), areas, category, value, series: undefined, isRanked: true, fields };
  }
  const isTable = main.mark === "text";
  const isHeat = main.mark === "rect" && !hasEnds(main);
  if (!isTable && !isHeat) return undefined;
  const at = isTable ? main : (cells ?? main);
  const [across, down] = (["x", "y"] as const).map((channel) => at.fields.find((field) => field.channel === channel));
  const value = at.isReshaped ? undefined : (colorFigure(at) ?? written);
  const isBoth = across !== undefined && down !== undefined;
  return {
    ...shapeOf(at, isTable ? "table" : "heat"),
    category: isBoth ? down : (down ?? across),
    series: isBoth ? across : undefined,
    value,
    fields: [down, across, value].filter((field) => field !== undefined),
  };
}

/** Whether a position has no axis that a reader could read: it only places the mark. */
function isBare({ encoding }: Layer, channel: "x" | "y"): boolean {
  const definition = encoding[channel];
  return isObject(definition) && definition.axis === null;
}

/**
 * Names of the shapes or tiles that rows are joined to, where the spec brings them along: a row may be missing for some.
 * `lookup` is the transform that joins them.
 */
function mapAreas(lookup: JsonObject | undefined, datasets: unknown): readonly string[] {
  const { from } = lookup ?? {};
  if (!isObject(from) || !isObject(from.data) || typeof from.key !== "string") return [];
  const { data, key } = from;
  const named = isObject(datasets) && typeof data.name === "string" ? datasets[data.name] : undefined;
  const path = (key === tilePaths.key ? tilePaths.name : key)
    .split(/(?<!\\)\./)
    .map((part) => part.replaceAll("\\", ""));
  return featuresOf(data.values ?? named, isObject(data.format) ? data.format : {})
    .map((feature) => path.reduce<unknown>((value, part) => (isObject(value) ? value[part] : undefined), feature))
    .filter((name) => typeof name === "string");
}

import { gapMarkers, markerOfRow } from "../../dataset/index.ts";
import type { Diagnostics } from "../../diagnostics/index.ts";
import type { Words } from "../../language/index.ts";
import { type ChartRow, isFigure } from "../chart-row.ts";
import { isObject, type JsonObject, mapObjects } from "../json.ts";
import type { ChartShape } from "../shape/chart-shape.ts";
import { type EncodedField, plainFieldName } from "../spec/encoded-field.ts";
import type { SceneNode } from "../vega/vega-modules.ts";
import type { ChartScene } from "./draw-scene.ts";

/** One line of a tooltip. */
export interface TooltipField {
  readonly field: string;
  /** As the spec titles it, where it does. */
  readonly title: string | undefined;
}

export interface MarkedTooltips {
  /** The spec with a mark in place of each tooltip: Vega writes figures as it likes, and a gap as 0. */
  readonly spec: JsonObject;
  /** The fields of each tooltip, by its mark. */
  readonly fields: ReadonlyMap<string, readonly TooltipField[]>;
}

export interface MarkTooltipsOptions {
  readonly kind: "vega" | "vega-lite";
  /** What a recipe's chart shows: its shapes say that where the spec has no tooltips of its own. Undefined where no recipe made it. */
  readonly shape?: ChartShape | undefined;
  readonly diagnostics: Diagnostics;
}

/** Takes the tooltips out of a Vega-Lite spec's encodings. Warns (`chart-tooltip`) of what cannot be shown in one. */
export function markTooltips(spec: JsonObject, { kind, shape, diagnostics }: MarkTooltipsOptions): MarkedTooltips {
  const fields = new Map<string, readonly TooltipField[]>();
  const warn = (message: string, hint: string) => diagnostics.warn({ code: "chart-tooltip", message, hint });
  const hint = 'Write "encoding": {"tooltip": [{"field": "…"}]} into the Vega-Lite spec.';
  if (kind === "vega") {
    warn("Tooltips are asked for, and a Vega spec has none that a page can show.", hint);
    return { spec, fields };
  }
  const marked = mapObjects(spec, (object) => {
    const { encoding } = object;
    if (!isObject(encoding) || (encoding.tooltip ?? null) === null) return object;
    const shown = [encoding.tooltip].flat().flatMap((definition) => {
      if (!isObject(definition) || typeof definition.field !== "string") return [];
      if (!("aggregate" in definition) && !("bin" in definition) && !("timeUnit" in definition))
        return [{ field: plainFieldName(definition.field), title: titleOf(definition) }];
      warn(
        `The tooltip's "${definition.field}" is computed by the chart, and left out.`,
        "Compute it with figure() and give it as a field of the rows.",
      );
      return [];
    });
    const mark = `tooltip ${fields.size + 1}`;
    fields.set(mark, shown);
    return { ...object, encoding: { ...encoding, tooltip: { value: mark } } };
  }) as JsonObject;
  if (fields.size > 0) return { spec: marked, fields };
  if (shape?.value) return { spec: withOneTooltip(spec), fields: new Map([[recipeMark, fieldsOf(shape)]]) };
  warn("Tooltips are asked for, and the spec has none.", hint);
  return { spec: marked, fields };
}

/** Whether a shape stands between the ends of an interval, which are said with its figure. */
const isBetween = ({ kind, low, high }: ChartShape): boolean =>
  kind !== "dumbbell" && low !== undefined && high !== undefined;

/** Whether its marks are points of lines, and what breaks a line is told by a text alone. */
const isOfLines = ({ kind }: ChartShape): boolean => kind === "line" || kind === "slope" || kind === "places";

/** The mark of what the shapes of recipes say. */
const recipeMark = "tooltip of a recipe";

/** The spec of a recipe with the same mark on all that it draws. */
const withOneTooltip = (spec: JsonObject): JsonObject =>
  mapObjects(spec, (object) => {
    const isDrawn = typeof object.mark === "string" || (isObject(object.mark) && typeof object.mark.type === "string");
    const { encoding } = object;
    return isDrawn
      ? { ...object, encoding: { ...(isObject(encoding) ? encoding : {}), tooltip: { value: recipeMark } } }
      : object;
  }) as JsonObject;

/** The names that a row has, then its figures. */
function fieldsOf(shape: ChartShape): readonly TooltipField[] {
  const { category, series, panels, value, low, high, other } = shape;
  const named = [...panels, ...(isOfLines(shape) ? [series, category] : [category, series])];
  // A line across of the same title would be a second figure of the row.
  const compared = other?.title === value?.title ? undefined : other;
  const figures = [value, ...(isBetween(shape) ? [] : [low, high]), compared];
  const isFigureOf = (field: EncodedField | undefined) => field?.type === "quantitative";
  const all = [
    ...named.filter((field) => !isFigureOf(field)),
    ...figures,
    ...named.filter((field) => isFigureOf(field)),
  ].flatMap((field) => (field ? [field] : []));
  return [...new Map(all.map((field) => [field.field, field])).values()].map(({ field, title }) => ({
    field,
    title: title === "" || title === field ? undefined : title,
  }));
}

const titleOf = ({ title }: JsonObject) => (typeof title === "string" ? title : undefined);

/** Lines and areas are one shape for many rows; a text says already what it is. */
const withoutTooltip = ["line", "area", "trail", "text"];

export interface WriteTooltipsOptions {
  /** The fields of each tooltip, by its mark. */
  readonly fields: ReadonlyMap<string, readonly TooltipField[]>;
  readonly formatFigure: (value: number, field: string) => string;
  readonly fieldLabels: Readonly<Record<string, string>>;
  readonly diagnostics: Diagnostics;
  /** Of a recipe's chart: what it shows, of which rows. */
  readonly shape?: ChartShape | undefined;
  readonly rows: readonly ChartRow[];
  readonly words: Words["charts"];
}

/**
 * Gives each shape that stands for one row its tooltip, in place of what the spec would say of it to scripts: a line a
 * field, a gap as [c] or [x], never a zero. Warns (`chart-tooltip`) of fields that the rows drawn do not have.
 */
export function writeTooltips(root: object, options: WriteTooltipsOptions): void {
  const { fields, diagnostics } = options;
  const shapes = shapesOf(root);
  const known = new Set(shapes.flatMap(({ row }) => Object.keys(row)));
  const missing = new Set<string>();
  for (const shape of shapes) {
    const { item, mark, row } = shape;
    const isRecipe = mark === recipeMark;
    const shown = (fields.get(mark) ?? []).filter(({ field }) => {
      if (!known.has(field) && !isRecipe) missing.add(field);
      return known.has(field);
    });
    const text = isRecipe && options.shape ? recipeText(shape, shown, options.shape, options) : undefined;
    if (!isRecipe) item.description = shown.length > 0 ? tooltipText(shown, row, options) : undefined;
    else if (text !== undefined) item.description = text;
  }
  if (options.shape && fields.has(recipeMark) && shapes.every(({ item }) => item.description === undefined))
    diagnostics.warn({
      code: "chart-tooltip",
      message: "Tooltips are asked for, and the chart has no shape that stands for one row.",
      hint: "A line or an area is one shape for many rows: use a recipe that draws points or bars, or leave `tooltips` out.",
    });
  for (const field of missing) {
    const message = `The tooltip's "${field}" is in none of the rows that the chart draws, and left out.`;
    const hint = "A chart that takes rows together (an aggregate) has only what it groups them by.";
    diagnostics.warn({ code: "chart-tooltip", message, hint, source: { field } });
  }
}

interface Shape {
  readonly item: SceneNode;
  readonly type: string;
  readonly mark: string;
  readonly row: JsonObject;
}

function shapesOf(node: SceneNode): readonly Shape[] {
  return (node.items ?? []).flatMap((item) => {
    item.description = undefined;
    const { tooltip, datum } = item;
    const { marktype = "" } = node;
    const isGapMark = marktype === "text" && tooltip === recipeMark;
    const isShape = isGapMark || (marktype !== "" && !withoutTooltip.includes(marktype));
    const own =
      isShape && typeof tooltip === "string" && isObject(datum)
        ? [{ item, type: marktype, mark: tooltip, row: datum }]
        : [];
    return [...own, ...shapesOf(item)];
  });
}

/** Shapes of recipes that stand for a row: rules lead to names, and lie across. */
const ofOneRow = ["rect", "symbol", "arc", "shape", "path"];

/**
 * What a shape of a recipe says of its row: its names and figures. A gap says why there is none, also where all that is drawn of it is its marker; of
 * lines whose gaps share one, each with the periods of its own. Undefined: the shape is of no row.
 */
function recipeText(
  { item: { text: drawn }, type, row }: Shape,
  shown: readonly TooltipField[],
  shape: ChartShape,
  options: WriteTooltipsOptions,
): string | undefined {
  const { value } = shape;
  if (!value || !(value.field in row)) return undefined;
  const isGap = !isFigure((row[value.field] ?? null) as ChartRow[string]);
  const isMarker = type === "text" && isGap && String(drawn).includes(markerOfRow(row));
  if (!isMarker && !ofOneRow.includes(type)) return undefined;
  const gaps = isMarker && isOfLines(shape) ? gapsLike(row, shape, options) : [];
  return gaps.length > 1 || gaps.some(({ periods }) => periods.length > 1)
    ? gaps.map((gap) => gapText(gap, row, shape, options)).join("\n")
    : tooltipText(shown, row, options);
}

/** Gaps of one line that follow one another. */
interface GapRun {
  readonly series: string;
  readonly periods: readonly string[];
}

/** The gaps that share a marker with that of a row: of all lines at its period, each with those before and after it. */
function gapsLike(row: JsonObject, { value, category, series, panels }: ChartShape, { rows }: WriteTooltipsOptions) {
  if (!value || !category || category.type === "quantitative") return [];
  const isAlike = (other: ChartRow) =>
    !isFigure(other[value.field] ?? null) &&
    markerOfRow(other) === markerOfRow(row) &&
    panels.every(({ field }) => other[field] === row[field]);
  const nameOf = (other: ChartRow | JsonObject) => String(series ? (other[series.field] ?? "") : "");
  const lines = new Map<string, ChartRow[]>();
  for (const other of rows)
    if (panels.every(({ field }) => other[field] === row[field]))
      lines.set(nameOf(other), [...(lines.get(nameOf(other)) ?? []), other]);
  return [...lines].flatMap(([name, own]): readonly GapRun[] => {
    const at = own.findIndex((other) => other[category.field] === row[category.field]);
    if (at < 0 || !isAlike(own[at] as ChartRow)) return [];
    let [from, to] = [at, at];
    while (from > 0 && isAlike(own[from - 1] as ChartRow)) from -= 1;
    while (to < own.length - 1 && isAlike(own[to + 1] as ChartRow)) to += 1;
    return [{ series: name, periods: own.slice(from, to + 1).map((other) => String(other[category.field])) }];
  });
}

function gapText(
  { series, periods }: GapRun,
  row: JsonObject,
  { panels }: ChartShape,
  { words }: WriteTooltipsOptions,
) {
  const [first = "", last = first] = [periods[0], periods.at(-1)];
  const when = periods.length > 1 ? words.stretch(first, last) : first;
  const names = new Set([series, ...panels.map(({ field }) => String(row[field] ?? "")), when]);
  return `${[...names].filter(Boolean).join(", ")}: ${gapSaid(row, words)}`;
}

const gapSaid = (row: JsonObject, { gapNames }: Words["charts"]): string => {
  const marker = markerOfRow(row);
  return `${marker}, ${marker === gapMarkers.suppressed ? gapNames.suppressed : gapNames.missing}`;
};

function tooltipText(
  fields: readonly TooltipField[],
  row: JsonObject,
  { formatFigure, fieldLabels, words, shape }: WriteTooltipsOptions,
): string {
  const gap = gapSaid(row, words);
  const ends = shape && isBetween(shape) ? [shape.low, shape.high].map((end) => row[end?.field ?? ""]) : [];
  return fields
    .map(({ field, title = fieldLabels[field] ?? field }) => {
      const cell = (row[field] ?? null) as ChartRow[string];
      if (!isFigure(cell)) return `${title}: ${cell === null ? gap : String(cell)}`;
      const figure = formatFigure(cell, field);
      const [low, high] = ends.map((end) =>
        isFigure(end as ChartRow[string]) ? formatFigure(Number(end), field) : "",
      );
      const isInterval = field === shape?.value?.field && low && high;
      return `${title}: ${isInterval ? words.interval({ figure, low, high, short: true }) : figure}`;
    })
    .join("\n");
}

/** What a shape says on hover, a line a field, and where it stands, px from the top left of the picture. */
export interface TooltipArea {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The shapes of a scene that say something on hover, in the order drawn. Call it when they have been written. */
export function tooltipAreas(
  { root, origin: [left, top] }: ChartScene,
  { zoom, isOfRecipe }: { readonly zoom: number; readonly isOfRecipe: boolean },
): readonly TooltipArea[] {
  const areas: TooltipArea[] = [];
  const whole = (px: number) => Math.round(px * zoom);
  const visit = ({ items = [] }: SceneNode, dx: number, dy: number): void => {
    for (const item of items) {
      for (const mark of item.items ?? []) visit(mark, dx + (item.x ?? 0), dy + (item.y ?? 0));
      const { description, bounds } = item;
      if (typeof description !== "string" || !bounds) continue;
      const { x1, y1, x2, y2 } = bounds;
      areas.push({
        text: description,
        x: whole(x1 + dx),
        y: whole(y1 + dy),
        width: whole(x2 - x1),
        height: whole(y2 - y1),
      });
    }
  };
  visit(root as SceneNode, left, top);
  // What is drawn of a row in several shapes (an outline, the squares of a figure) is said once: by the first and widest.
  const once = new Map<string, TooltipArea>();
  for (const area of areas) {
    const known = once.get(area.text);
    const isLarger = known !== undefined && area.width * area.height > known.width * known.height;
    if (!known || isLarger) once.set(area.text, area);
  }
  return isOfRecipe ? [...once.values()] : areas;
}

/** What a page writes of a shape: on one line. */
export const writtenTooltip = ({ text }: TooltipArea): string => text.replaceAll("\n", " · ");

/** The id of what shows the tooltips of an image in a page, by that of the image. */
export const tooltipsId = (imageId: string): string => `${imageId}-points`;

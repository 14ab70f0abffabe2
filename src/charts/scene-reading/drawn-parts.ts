import type { ChartKindName } from "../../language/index.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { MarkFields } from "./mark-fields.ts";
import type { Direction } from "./px.ts";
import type { ScaleOf, SceneItem } from "./read-scene.ts";
import { positionAcross } from "./stack.ts";

/** All items of one mark, with what they are drawn by. */
export interface DrawnMark extends MarkFields {
  readonly name: string;
  readonly items: readonly { readonly item: SceneItem; readonly panel: JsonObject }[];
  readonly scaleOf: ScaleOf;
}

/** How a mark stands along one direction. */
export type Along =
  | { readonly kind: "none" }
  /** An area of a map. */
  | { readonly kind: "area" }
  /** A name: a band or a point. */
  | { readonly kind: "name"; readonly field: string; readonly scale: string }
  /** From one value to the next: a class of figures, a month. */
  | {
      readonly kind: "class";
      readonly field: string;
      readonly end: string;
      readonly scale: string;
      readonly isTime: boolean;
    }
  /** A figure, from nought or by itself; of a stack, the piece. */
  | { readonly kind: "figure"; readonly field: string; readonly piece: boolean; readonly scale: string }
  | { readonly kind: "time"; readonly field: string; readonly scale: string }
  | {
      readonly kind: "range";
      readonly low: string;
      readonly high: string;
      readonly scale: string;
      readonly isTime: boolean;
    };

const figureScales = ["linear", "log", "pow", "sqrt", "symlog", "identity"];
const timeScales = ["time", "utc"];
/** Scales of what has names, and no size. */
export const nameScales = ["band", "point", "ordinal"];
const pieceEnd = /_(?:start|end)$/;

function along({ channels, scaleOf, items }: DrawnMark, direction: "x" | "y"): Along {
  const starts = [channels[direction], channels[`${direction}c`]];
  const start = starts.find((channel) => channel?.field !== undefined && channel.scale !== undefined);
  const other = channels[`${direction}2`];
  const end = other?.field !== undefined && other.scale !== undefined ? other : undefined;
  const one = start ?? end;
  if (one?.field === undefined || one.scale === undefined) return { kind: "none" };
  const { field, scale } = one;
  const type = scaleOf(scale)?.type ?? "";
  if (one.end !== undefined && one.end !== field)
    return { kind: "class", field, end: one.end, scale, isTime: timeScales.includes(type) };
  if (nameScales.includes(type)) return { kind: "name", field, scale };
  const isTime = timeScales.includes(type);
  if (!isTime && !figureScales.includes(type)) return { kind: "none" };
  const [first, second] = [start?.field, end?.field];
  if (first !== undefined && second !== undefined && first !== second) {
    const stretch = { first, second, scale, isTime };
    return isStackBetween(stretch, items)
      ? { kind: "figure", field: first.replace(pieceEnd, ""), piece: true, scale }
      : between(stretch);
  }
  if (isTime) return { kind: "time", field, scale };
  // Drawn along the edge of a stack.
  if (
    pieceEnd.test(field) &&
    items.some(({ item: { datum } }) => isObject(datum) && field.replace(pieceEnd, "_start") in datum)
  )
    return { kind: "figure", field: field.replace(pieceEnd, ""), piece: true, scale };
  return { kind: "figure", field, piece: false, scale };
}

/** From one field to another. */
interface Stretch {
  readonly first: string;
  readonly second: string;
  readonly scale: string;
  readonly isTime: boolean;
}

/** The ends that Vega-Lite gives a piece of a stack; and the classes of an author who names them so. */
const areEndsOfOne = ({ first, second }: Stretch): boolean =>
  pieceEnd.test(first) && pieceEnd.test(second) && first.replace(pieceEnd, "") === second.replace(pieceEnd, "");

/** A stack is made of a field that is still there. */
const isStackBetween = (stretch: Stretch, items: DrawnMark["items"]): boolean =>
  areEndsOfOne(stretch) &&
  !stretch.isTime &&
  !items.some(({ item: { datum } }) => isObject(datum) && !hasField(datum, stretch.first.replace(pieceEnd, "")));

function between(stretch: Stretch): Along {
  const { first, second, scale, isTime } = stretch;
  const [low, high] = first.endsWith("_end") ? [second, first] : [first, second];
  return high === `${low}_end` || areEndsOfOne(stretch)
    ? { kind: "class", field: low, end: high, scale, isTime }
    : { kind: "range", low: first, high: second, scale, isTime };
}

/** By its name, or along its path. */
const hasField = (datum: JsonObject, field: string): boolean =>
  field in datum || (field.includes(".") && field.slice(0, field.indexOf(".")) in datum);

/** What of a mark is the figure, and what the figure is of. */
export interface Parts {
  readonly kind: ChartKindName;
  readonly category?: Along | undefined;
  readonly value?: Along | undefined;
  readonly series?: { readonly field: string; readonly scale: string | undefined } | undefined;
  /** Of cells, what they are called by beside. */
  readonly down?: Along;
  readonly low?: string | undefined;
  readonly high?: string | undefined;
}

/** A mark, and what it stands by. */
interface Standing {
  readonly mark: DrawnMark;
  readonly x: Along;
  readonly y: Along;
  /** What its colours name. */
  readonly series: Parts["series"];
  /** What its colours, or else its sizes, are the figures of. */
  readonly shade: Figure | undefined;
}

type Figure = Extract<Along, { kind: "figure" }>;
type Range = Extract<Along, { kind: "range" }>;
type Discrete = Extract<Along, { kind: "name" | "class" | "time" }>;

const isDiscrete = (own: Along): own is Discrete => own.kind === "name" || own.kind === "class" || own.kind === "time";
const figure = (field: string, scale: string, piece = false): Figure => ({ kind: "figure", field, piece, scale });

/** What a mark shows, by its kind and by how it stands; undefined where that tells no figure. */
export function partsOf(mark: DrawnMark): Parts | undefined {
  const standing = standingOf(mark);
  const { type, styles } = mark;
  if (styles.includes("boxplot-box")) return boxOf(standing);
  if (type === "arc") return sliceOf(standing);
  if (type === "shape") return areaOf(standing);
  if (type === "rule") return ruleOf(standing);
  return cellOf(standing) ?? rangeOf(standing) ?? classOf(standing) ?? figureOf(standing);
}

function standingOf(mark: DrawnMark): Standing {
  const { channels, scaleOf, lines } = mark;
  const scaled = (["fill", "stroke", "size"] as const).flatMap((channel) => {
    const { field, scale } = channels[channel] ?? {};
    if (field === undefined || scale === undefined) return [];
    return [{ channel, field, scale, kind: scaleOf(scale)?.type ?? "" }];
  });
  const named = scaled.find(({ channel, kind }) => channel !== "size" && nameScales.includes(kind));
  const shaded = scaled.find(({ kind }) => !nameScales.includes(kind));
  const [line] = lines;
  return {
    mark,
    x: along(mark, "x"),
    y: along(mark, "y"),
    // A legend of times, or of classes, titles the lines that it tells apart.
    series:
      named ??
      (line === undefined
        ? undefined
        : (scaled.find(({ field }) => field === line) ?? { field: line, scale: undefined })),
    shade: shaded && figure(shaded.field, shaded.scale),
  };
}

/** Medians of boxes, with their middle half. */
function boxOf({ x, y, series }: Standing): Parts | undefined {
  const [range, category] = x.kind === "range" ? [x, y] : [y, x];
  if (range.kind !== "range") return undefined;
  const { low, high, scale } = range;
  const value = figure(low.replace(/^lower_box_/, "mid_box_"), scale);
  return { kind: "box", category, value, low, high, series };
}

function sliceOf({ mark: { channels, scaleOf }, series }: Standing): Parts | undefined {
  const { field, scale } = channels.startAngle ?? {};
  if (!series || field === undefined || scale === undefined) return undefined;
  if (nameScales.includes(scaleOf(scale)?.type ?? "")) return undefined;
  const category: Along = { kind: "name", field: series.field, scale: series.scale ?? "" };
  return { kind: "pie", category, value: figure(field.replace(pieceEnd, ""), scale, true) };
}

/** Areas of a map, by their colour. */
function areaOf({ shade, series }: Standing): Parts | undefined {
  return shade && !series ? { kind: "map", category: { kind: "area" }, value: shade } : undefined;
}

/** Stretches by name; or one figure for each colour. */
function ruleOf(standing: Standing): Parts | undefined {
  const { x, y, series } = standing;
  const range = rangeOf(standing);
  if (range) return range;
  const [value, rest] = x.kind === "figure" ? [x, y] : [y, x];
  if (value.kind !== "figure" || rest.kind !== "none" || !series) return undefined;
  return { kind: "dot", category: { kind: "name", field: series.field, scale: series.scale ?? "" }, value };
}

/** Names by names, or names alone, with a figure for a colour or a size. */
function cellOf({ mark: { type }, x, y, shade }: Standing): Parts | undefined {
  if (!shade || type === "line" || type === "trail" || type === "area") return undefined;
  if (isDiscrete(x) && isDiscrete(y)) return { kind: "heat", category: x, value: shade, down: y };
  if (isDiscrete(x) && y.kind === "none") return { kind: "dot", category: x, value: shade };
  return isDiscrete(y) && x.kind === "none" ? { kind: "dot", category: y, value: shade } : undefined;
}

/** From one figure to another, for each name. */
function rangeOf({ x, y, series }: Standing): Parts | undefined {
  const [range, category] = x.kind === "range" ? [x, y] : [y, x];
  if (range.kind !== "range" || range.isTime || !isDiscrete(category)) return undefined;
  const { low, high, scale } = range;
  return { kind: "range", category, value: figure(high, scale), low, high, series };
}

/** A figure for each stretch of figures, or of time, between two fields of the data. */
function classOf({ mark: { type }, x, y, series }: Standing): Parts | undefined {
  const [range, value] = x.kind === "range" ? [x, y] : [y, x];
  if (type !== "rect" || range.kind !== "range" || value.kind !== "figure") return undefined;
  return { kind: range.isTime ? "bar" : "histogram", category: classBetween(range), value, series };
}

const classBetween = ({ low, high, scale, isTime }: Range): Along => ({
  kind: "class",
  field: low,
  end: high,
  scale,
  isTime,
});

/** A figure along one direction, for what stands along the other. */
function figureOf({ mark, x, y, series }: Standing): Parts | undefined {
  // An area that is drawn along a scale upwards has its figures across.
  const isDrawnUpwards = mark.type === "area" && mark.items[0]?.item.orient === "horizontal";
  const isTurned = x.kind === "figure" && (isDiscrete(y) || y.kind === "none" || isDrawnUpwards);
  const [category, value] = isTurned ? [y, x] : [x, y];
  if (value.kind !== "figure") return undefined;
  const isSplit = series !== undefined && value.piece && series.field !== fieldOf(category);
  const isStacked = isSplit && lieOnOneAnother(mark, isTurned ? "x" : "y");
  const kind = kindOf(mark, category, isStacked);
  return kind && { kind, category, value, series };
}

/** Bars side by side do not, though Vega-Lite makes stacks of one piece each of them along an axis of time. */
function lieOnOneAnother({ items, panels }: DrawnMark, direction: Direction): boolean {
  const places = items.map(({ item, panel }) =>
    JSON.stringify([positionAcross(item, direction), ...panels.map((by) => panel[by])]),
  );
  return new Set(places).size < places.length;
}

function kindOf({ type, styles, isPath }: DrawnMark, category: Along, isStacked: boolean): ChartKindName | undefined {
  const isScatter = category.kind === "figure";
  switch (type) {
    case "rect":
      if (styles.includes("tick")) return "strip";
      if (category.kind === "class" && !category.isTime) return "histogram";
      return isScatter ? undefined : isStacked ? "stacked" : "bar";
    case "line":
    case "trail":
      return category.kind === "none" || isPath ? undefined : "line";
    case "area":
      return isStacked ? "stackedArea" : "area";
    case "symbol":
      return isScatter ? "scatter" : category.kind === "none" ? "strip" : "dot";
    case "text":
    case "image":
      return isScatter ? "scatter" : undefined;
    default:
      return undefined;
  }
}

export const fieldOf = (own: Along): string | undefined => ("field" in own ? own.field : undefined);

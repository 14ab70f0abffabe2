import { type FigureAffixes, hasNumeral } from "../../language/index.ts";
import { type Color, readColor } from "../../stylesheet/index.ts";
import { isObject } from "../json.ts";
import { mostOfWhole } from "../most-of-whole.ts";
import { isEmptyPlace } from "../recipes/time-steps.ts";
import { asPrinted } from "../round-as-printed.ts";
import { betweenRows } from "../spec/between-rows.ts";
import { ledNames, saysItsPeriod } from "../spec/led-names.ts";
import { readUtcDate } from "../spec/utc-dates.ts";
import { areCounted } from "./counted-squares.ts";
import type { MeaningOf } from "./field-meaning.ts";
import type { MarkChannels } from "./mark-channels.ts";
import {
  type Direction,
  endsOf,
  isContinuous,
  isDrawn,
  isUnseen,
  type NamedScale,
  pxOf,
  scalesOf,
  tolerancePx,
} from "./px.ts";
import type { ReadMark, SceneItem, SceneScale } from "./read-scene.ts";
import { memberTag, rowTag } from "./row-tags.ts";
import { isChained, type PieceFigure, pieceFigures, type Stack } from "./stack.ts";
import { type DatumTracer, firstOfFields, type TracedDatum } from "./traced-datum.ts";

export interface GeometryContext {
  readonly tracer: DatumTracer;
  readonly stackOf: (marks: readonly ReadMark[]) => Stack;
  readonly meaningOf: MeaningOf;
  /** Figures that the author declares. */
  readonly literals: readonly number[];
  readonly channels: MarkChannels | undefined;
  readonly merePositions: ReadonlySet<string>;
  /** `findBelowZero`, asked by charts with pieces of stacks. */
  readonly belowZero: () => ReadonlySet<string>;
  /** `findYearless`, asked by charts with dates. */
  readonly yearless: () => ReadonlySet<string>;
  /** The values of a scale of categories, by name; read once. */
  readonly domainOf: (scale: SceneScale) => ReadonlyMap<string, unknown>;
  /** Whether the chart says so in words, for scales that need it. */
  readonly says: (scale: keyof FigureAffixes["scales"]) => boolean;
  /** Fields whose figures the chart prints, and classes, by a d3 number format. */
  readonly written?: WrittenFields | undefined;
}

export interface WrittenFields {
  readonly fields: readonly string[];
  readonly format: string;
  /** Whether they are classed by what they are, as the picture prints none of them; else as they are printed. */
  readonly isClassedAsIs?: boolean;
}

export type GeometryFault =
  | { readonly kind: "no-row" }
  | { readonly kind: "laid-out" }
  | { readonly kind: "position"; readonly direction: Direction; readonly reads: unknown; readonly scale: string }
  | { readonly kind: "category"; readonly direction: Direction; readonly reads: unknown }
  | { readonly kind: "baseline"; readonly reads: unknown }
  | { readonly kind: "beyond"; readonly scale: string }
  | { readonly kind: "scale"; readonly type: string }
  | { readonly kind: "tick"; readonly scale: string }
  | { readonly kind: "reversed" }
  | { readonly kind: "stacked"; readonly field: string }
  | { readonly kind: "clipped" }
  | { readonly kind: "outline" }
  | { readonly kind: "smoothed"; readonly interpolate: string }
  | { readonly kind: "unread"; readonly type: string }
  | { readonly kind: "upside-down" }
  | { readonly kind: "angle" }
  | { readonly kind: "size" }
  | { readonly kind: "color" };

/** A fault of a mark, with the first item that has it. */
export interface FoundFault {
  readonly fault: GeometryFault;
  readonly item: SceneItem;
}

/** Bars of a histogram are a pixel apart. */
const barPx = 1.25;

const uneven: readonly string[] = ["log", "pow", "sqrt", "symlog"];
/** Scales on which nothing begins at zero. */
const withoutZero: readonly string[] = ["time", "utc", "log"];
const extended: readonly string[] = ["rect", "area"];
const directionsRead: readonly Direction[] = ["x", "y"];

/**
 * Where items are not drawn as their data has it: the first item of each fault.
 * @param marks those of one name in one small chart: the areas of a stack are a mark each.
 */
export function checkGeometry(marks: readonly ReadMark[], context: GeometryContext): readonly FoundFault[] {
  const stack = () => context.stackOf(marks);
  const found: FoundFault[] = [];
  const directed = marks.map((mark) => ({ mark, directions: directionsOf(mark, context) }));
  for (const each of directed)
    for (const { fault, item } of checkMark(each, context, stack)) addFirst(found, fault, item);
  const start = found.length > 0 ? undefined : checkStart(marks, directed[0]?.directions ?? [], context);
  if (start) found.push(start);
  return found;
}

/** Keeps the first of each kind: most marks have none. */
function addFirst(found: FoundFault[], fault: GeometryFault, item: SceneItem): void {
  if (!found.some((each) => each.fault.kind === fault.kind)) found.push({ fault, item });
}

/**
 * Bars that all begin where no figure of their row is, and not at zero, as at a mean or a number that was declared: the first that
 * stands so. Where they go to both sides of it, it is seen that they are differences.
 */
function checkStart(
  marks: readonly ReadMark[],
  directions: readonly ReadDirection[],
  context: GeometryContext,
): FoundFault | undefined {
  const [first] = marks;
  if (!first || !extended.includes(first.type)) return undefined;
  for (const each of directions) {
    const { direction, continuous } = each;
    if (!continuous || withoutZero.includes(continuous.scale.type) || context.channels?.centered[direction]) continue;
    if (!mayShareStart(marks, direction, pxOf(continuous, 0))) continue;
    const bars = marks.flatMap((mark) => mark.items.flatMap((item) => barOf(item, direction, mark.type) ?? []));
    // Tiles are no lengths. Bars that are all about as long may be so because they begin far from zero.
    if (isMerePosition(each, context) && bars.every(({ item }) => isCell(item, direction, continuous.scale))) continue;
    const at = foreignStart(bars, continuous, context);
    if (at === undefined) continue;
    const lengths = bars.map(({ ends: [a = at, b = at] }) => (Math.abs(a - at) < Math.abs(b - at) ? b : a) - at);
    const isOneWay = lengths.every((each) => each >= -barPx) || lengths.every((each) => each <= barPx);
    const longest = bars[lengths.findIndex((each) => Math.abs(each) > barPx)];
    if (isOneWay && longest)
      return { fault: { kind: "baseline", reads: readingAt(continuous, at) }, item: longest.item };
  }
  return undefined;
}

interface Bar {
  readonly item: SceneItem;
  readonly ends: readonly number[];
}

function barOf(item: SceneItem, direction: Direction, type: string): Bar | undefined {
  const ends = isDrawn(item) && !isUnseen(item) ? endsOf(item, direction, type) : [];
  return ends.length === 2 ? { item, ends } : undefined;
}

/** A quick look: whether all bars have an end in common that is not zero. The second bar of most charts has none with the first. */
function mayShareStart(marks: readonly ReadMark[], direction: Direction, zero: number): boolean {
  let shared: readonly number[] | undefined;
  for (const { items, type } of marks)
    for (const item of items) {
      const bar = barOf(item, direction, type);
      if (!bar) continue;
      shared = shared
        ? shared.filter((start) => bar.ends.some((end) => Math.abs(end - start) <= barPx))
        : bar.ends.filter((end) => !(Math.abs(end - zero) <= barPx));
      if (shared.length === 0) return false;
    }
  return shared !== undefined;
}

/** Bars of small charts of one spec, each on a scale of its own that no axis shows: equal lengths would be other figures. The first of another scale. */
export function otherScale(
  groups: readonly (readonly ReadMark[])[],
  channels: ReadonlyMap<string, MarkChannels>,
): (FoundFault & { readonly mark: ReadMark }) | undefined {
  const lengths = new Map<string, number>();
  for (const group of groups)
    for (const mark of group) {
      const [item] = mark.items;
      if (item && extended.includes(mark.type) && isByOtherScale(mark, channels.get(mark.name), lengths))
        return { fault: { kind: "unread", type: "another than that of the chart beside it" }, item, mark };
    }
  return undefined;
}

/** @param lengths how long a unit is, by the name and direction of the first bars that were met. */
function isByOtherScale(mark: ReadMark, channels: MarkChannels | undefined, lengths: Map<string, number>): boolean {
  for (const direction of directionsRead)
    for (const scale of scalesOf(mark, channels, direction)) {
      if (scale.scale.type !== "linear" || mark.guided.has(scale.name)) continue;
      const key = `${mark.name} ${direction}`;
      const length = Math.abs(pxOf(scale, 1) - pxOf(scale, 0));
      const known = lengths.get(key) ?? length;
      lengths.set(key, known);
      if (Math.abs(length - known) > 0.01 * known) return true;
    }
  return false;
}

/** Where all of some bars have an end that is not zero, of which one at least, that ends at a figure of its one row, has no figure there. */
function foreignStart(bars: readonly Bar[], scale: NamedScale, { tracer }: GeometryContext): number | undefined {
  const isAt = (px: number | undefined, other: number) => px !== undefined && Math.abs(px - other) <= barPx;
  const zero = pxOf(scale, 0);
  const isStart = (px: number) => !isAt(zero, px) && bars.every(({ ends }) => ends.some((each) => isAt(each, px)));
  const [first] = bars;
  if (!first) return undefined;
  // Bricks of one pile are all as long as their class, and end at a figure that is the limit of it.
  const isLikeFirst = ({ ends }: Bar) => ends.every((end) => first.ends.some((each) => isAt(each, end)));
  if (bars.every(isLikeFirst) && areLimitsOfClass(first, scale)) return undefined;
  return first.ends.find(
    (start) =>
      isStart(start) &&
      bars.some(({ item, ends }) => {
        const traced = tracer.trace(item.datum);
        // What lies where zero does says nothing of where a length begins: tiles of a map stand at such places too.
        const figures = traced?.rows.length === 1 ? [...traced.own.keys()] : [];
        const own = figures.map((value) => pxOf(scale, value)).filter((px) => !isAt(zero, px));
        const end = ends.find((each) => !isAt(each, start));
        return end !== undefined && own.some((px) => isAt(px, end)) && !own.some((px) => isAt(px, start));
      }),
  );
}

/** Whether the ends of a bar are those of a class (`bin`, `bin_end`), which begins at a multiple of its width. */
function areLimitsOfClass({ item: { datum }, ends }: Bar, scale: NamedScale): boolean {
  if (!isObject(datum)) return false;
  return Object.entries(datum).some(([key, low]) => {
    const high = datum[`${key}_end`];
    if (typeof low !== "number" || typeof high !== "number") return false;
    const steps = low / (high - low);
    const limits = [low, high].map((limit) => pxOf(scale, limit));
    return (
      Math.abs(steps - Math.round(steps)) < 1e-6 &&
      ends.every((end) => limits.some((limit) => Math.abs(limit - end) <= barPx))
    );
  });
}

interface DirectedMark {
  readonly mark: ReadMark;
  readonly directions: readonly ReadDirection[];
}

function checkMark(
  { mark, directions }: DirectedMark,
  context: GeometryContext,
  stack: () => Stack,
): readonly FoundFault[] {
  const found: FoundFault[] = [];
  const add = (fault: GeometryFault | undefined, item: SceneItem) => {
    if (fault) addFirst(found, fault, item);
  };
  const seen = seenItems(mark);
  const drawn = mark.type === "line" ? pointsOfRows(seen, directions, add) : seen;
  const isRead = directions.length > 0 || context.channels?.hasAngle === true;
  const isCounted = () => mark.type === "rect" && areCounted(drawn, context.tracer);
  if (context.channels?.isLaidOut && !isRead && drawn[0] && !isCounted()) add({ kind: "laid-out" }, drawn[0]);
  const look = lookOf(mark, context.channels);
  const shape = shapeChecks[mark.type];
  const read = directions.filter((each) => !isMerePosition(each, context));
  const mere = mark.type === "text" ? directions.filter((each) => !read.includes(each)) : [];
  for (const item of drawn) {
    if (shape) add(shape(item), item);
    const traced = context.tracer.trace(item.datum);
    for (const { direction, discrete, continuous } of read) {
      add(checkDirection({ mark, item, direction, discrete, traced, context, stack }, continuous), item);
      if (mark.clip && isOutside(item, direction, mark.clip)) add({ kind: "clipped" }, item);
    }
    // Where an axis is hidden, texts say what its bands are.
    for (const { direction, discrete } of mere)
      add(checkCategory({ mark, item, direction, discrete, traced, context, stack }), item);
    if (look) for (const fault of checkLook(mark, look, item, traced, context)) add(fault, item);
  }
  if (mark.type === "arc" && context.channels?.hasAngle) add(checkAngles(drawn, context), drawn[0] ?? {});
  return found;
}

function seenItems({ items, type }: ReadMark): readonly SceneItem[] {
  const seen: SceneItem[] = [];
  for (const item of items) if (isDrawn(item) && !isUnseen(item) && !isFiller(item, type)) seen.push(item);
  return seen;
}

/** Whether an item of a line is a point of a curve from one row to another. */
const isBetweenRows = ({ datum }: SceneItem): boolean => isObject(datum) && datum[betweenRows] === true;

/** The points of a line without those of curves from one row to another. */
function pointsOfRows(
  items: readonly SceneItem[],
  directions: readonly ReadDirection[],
  add: (fault: GeometryFault, item: SceneItem) => void,
): readonly SceneItem[] {
  const ofRows = items.filter((item) => !isBetweenRows(item));
  const astray = ofRows.length < items.length ? firstAstray(withoutLeads(items, directions)) : undefined;
  if (astray) add({ kind: "smoothed", interpolate: "points of its own" }, astray);
  return ofRows;
}

/** A curve without the points at its ends that lead from a row that lies outside of the plot. */
function withoutLeads(items: readonly SceneItem[], directions: readonly ReadDirection[]): readonly SceneItem[] {
  const first = items.findIndex((item) => !isBetweenRows(item));
  const last = items.findLastIndex((item) => !isBetweenRows(item));
  if (first < 0) return items;
  const [start, end] = [items.slice(0, first + 1), items.slice(last).toReversed()];
  return items.slice(leadsOut(start, directions) ? first : 0, leadsOut(end, directions) ? last + 1 : items.length);
}

/** So many steps as long as the last one lead out of the plot: one by itself, of a curve that is bent, may be too short. */
const mostSteps = 2;

/** Whether points, the outermost first, go one way in each direction, and on out of the plot. */
function leadsOut(points: readonly SceneItem[], directions: readonly ReadDirection[]): boolean {
  const [outermost, next] = points;
  if (!outermost || !next) return false;
  const goesOneWay = directionsRead.every((direction) => {
    const signs = points
      .slice(1)
      .map((point, index) => Math.sign((point[direction] ?? 0) - (points[index]?.[direction] ?? 0)));
    return new Set(signs.filter((sign) => sign !== 0)).size <= 1;
  });
  const isLeaving = directions.some(({ direction, continuous }) => {
    if (!continuous) return false;
    const [from = 0, to = 0] = [outermost[direction], next[direction]];
    const beyond = from + mostSteps * (from - to);
    const { lowPx, highPx } = continuous;
    return beyond < lowPx || beyond > highPx;
  });
  return goesOneWay && isLeaving;
}

/** The first point of a curve from one row to another that does not lie between the points of these two. */
function firstAstray(items: readonly SceneItem[]): SceneItem | undefined {
  return items.find((item, index) => {
    if (!isBetweenRows(item)) return false;
    const before = items.slice(0, index).findLast((each) => !isBetweenRows(each));
    const after = items.slice(index).find((each) => !isBetweenRows(each));
    return !before || !after || directionsRead.some((direction) => !isWithin(item, [before, after], direction));
  });
}

function isWithin(item: SceneItem, ends: readonly SceneItem[], direction: Direction): boolean {
  const pxs = ends.map((end) => end[direction] ?? 0);
  const px = item[direction] ?? 0;
  return px >= Math.min(...pxs) - tolerancePx && px <= Math.max(...pxs) + tolerancePx;
}

/** Whether it was made of rows, one or several. */
const isTagged = (datum: unknown): boolean => isObject(datum) && (rowTag in datum || memberTag in datum);

/** Where a piece of a stack has no row, Vega puts one of no extent. */
const isFiller = (item: SceneItem, type: string): boolean => type === "area" && !isTagged(item.datum) && isFlat(item);

const isFlat = ({ x = 0, x2 = x, y = 0, y2 = y, orient }: SceneItem): boolean =>
  Math.abs(orient === "horizontal" ? x2 - x : y2 - y) <= tolerancePx;

interface ReadDirection {
  readonly direction: Direction;
  readonly scales: readonly NamedScale[];
  /** The first of them that is of figures or dates. */
  readonly continuous: NamedScale | undefined;
  /** The first of them that gives each category a place. */
  readonly discrete: Bands | undefined;
}

/** A scale of categories, and in px how far apart these are, and how far the middle of each is from where it begins. */
interface Bands {
  readonly name: string;
  readonly scale: SceneScale;
  readonly stepPx: number;
  readonly middlePx: number;
}

function bandsAmong(scales: readonly NamedScale[]): Bands | undefined {
  for (const { name, scale } of scales)
    if ((scale.type === "band" || scale.type === "point") && scale.step)
      return { name, scale, stepPx: scale.step(), middlePx: (scale.bandwidth?.() ?? 0) / 2 };
  return undefined;
}

/** The directions along which a mark stands by scales. */
function directionsOf(mark: ReadMark, { channels }: GeometryContext): readonly ReadDirection[] {
  const directions: ReadDirection[] = [];
  for (const direction of directionsRead) {
    const scales = scalesOf(mark, channels, direction);
    if (scales.length === 0) continue;
    const continuous = scales.find(({ scale }) => isContinuous(scale));
    directions.push({ direction, scales, continuous, discrete: bandsAmong(scales) });
  }
  return directions;
}

/** Whether a mark stands along it by no scale that a figure is read off. */
const isMerePosition = ({ scales }: ReadDirection, { merePositions }: GeometryContext): boolean =>
  scales.every(({ name }) => merePositions.has(name));

/** What is known of the bars along a scale without an axis: the least and the most of their extents, in px. */
interface Extents {
  low: number;
  high: number;
  count: number;
  /** Whether each lies in the middle of a unit of the scale, and fills it. */
  areCells: boolean;
}

/**
 * Scales that the chart has no axis for, and along which all bars are of about one size (an outline is a little larger), or each fills a unit: of tiles,
 * where they stand and how long they are is no figure, also where one of their rows is the number of their column.
 */
export function findMerePositions(
  shapes: readonly ReadMark[],
  channels: ReadonlyMap<string, MarkChannels>,
): ReadonlySet<string> {
  const extents = new Map<string, Extents>();
  for (const mark of shapes) {
    if (mark.type !== "rect") continue;
    for (const direction of directionsRead)
      for (const name of channels.get(mark.name)?.[direction] ?? []) {
        if (mark.guided.has(name)) continue;
        const scale = mark.scaleOf(name);
        const found = extents.get(name) ?? { low: Infinity, high: 0, count: 0, areCells: true };
        extents.set(name, found);
        for (const item of mark.items) addExtent(found, item, direction, scale);
      }
  }
  const isMere = ({ low, high, count, areCells }: Extents) => count > 1 && (areCells || high - low <= 0.1 * high);
  return new Set([...extents].flatMap(([name, found]) => (isMere(found) ? [name] : [])));
}

function addExtent(found: Extents, item: SceneItem, direction: Direction, scale: SceneScale | undefined): void {
  const extent = (direction === "x" ? item.width : item.height) ?? 0;
  found.low = Math.min(found.low, extent);
  found.high = Math.max(found.high, extent);
  found.count += 1;
  found.areCells &&= scale?.type === "linear" && isCell(item, direction, scale);
}

/** How much closer to its middle than its cell an end of a tile may lie, px: outlines of what has no figure do. */
const mostInsetPx = 1.5;

/** Whether a bar lies in the middle of a unit of its scale and fills it: a length that begins at zero and is cut does not. */
function isCell(item: SceneItem, direction: Direction, scale: SceneScale): boolean {
  const [start = Number.NaN, end = Number.NaN] = endsOf(item, direction, "rect");
  const unit = Math.floor(Number(scale.invert?.((start + end) / 2)));
  const limits = [Number(scale(unit)), Number(scale(unit + 1))];
  const [before, after] = [start - Math.min(...limits), Math.max(...limits) - end];
  return Math.abs(before - after) <= 0.5 && Math.max(Math.abs(before), Math.abs(after)) <= mostInsetPx;
}

interface DirectionOptions {
  readonly mark: ReadMark;
  readonly item: SceneItem;
  readonly direction: Direction;
  readonly discrete: Bands | undefined;
  readonly traced: TracedDatum | undefined;
  readonly context: GeometryContext;
  /** Read for what is no whole bar. */
  readonly stack: () => Stack;
}

function checkDirection(options: DirectionOptions, first: NamedScale | undefined): GeometryFault | undefined {
  const { mark, direction, item } = options;
  if (!first) return checkCategory(options);
  if (mark.type === "text") return undefined;
  const isCentered = mark.type === "rect" && options.context.channels?.centered[direction] === true;
  const ends = isCentered ? middleOf(item, direction) : endsOf(item, direction, mark.type);
  if (ends.length === 0) return undefined;
  const isLength = extended.includes(mark.type) && ends.length === 2;
  return isLength ? checkLength(options, first, ends as readonly [number, number]) : checkPoints(options, first, ends);
}

const middleOf = (item: SceneItem, direction: Direction): readonly number[] => {
  const [start = 0, second = start] = endsOf(item, direction, "rect");
  return [(start + second) / 2];
};

/** The values that a mark may be read as: those of its rows, their dates, none, and what is declared. */
function isReadAs(
  px: number,
  scale: NamedScale,
  { traced, context }: DirectionOptions,
  tolerance = tolerancePx,
): boolean {
  if (scale.scale.type === "time" || scale.scale.type === "utc")
    return isAtDate(px, scale, traced, context.yearless().has(scale.name));
  if (traced) {
    if (isAtOne(px, traced.own.keys(), scale, tolerance)) return true;
    if (traced.figures !== traced.own && isAtOne(px, traced.figures.keys(), scale, tolerance)) return true;
  }
  return isAtOne(px, context.literals, scale, tolerance);
}

/** Whether one of some values stands there. */
function isAtOne(px: number, values: Iterable<number>, scale: NamedScale, tolerance: number): boolean {
  for (const value of values) if (Math.abs(pxOf(scale, value) - px) <= tolerance) return true;
  return false;
}

/** Scales whose axis writes figures below zero. Where it writes none there, two sides of a chart are two groups, as in a pyramid of ages. */
export function findBelowZero(axisLabels: readonly ReadMark[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { guideScale, items } of axisLabels)
    if (guideScale !== undefined && items.some(isBelowZero)) found.add(guideScale);
  return found;
}

/** Most labels are texts that begin with no minus. */
function isBelowZero({ text }: SceneItem): boolean {
  const said = typeof text === "string" ? text : String(text);
  const first = said.charCodeAt(0);
  return (first === 45 || first === 0x2212) && /^.\D{0,2}\d/u.test(said);
}

/** The year in which Vega draws months, days and hours of any year. */
const baseYear = 2012;

/** Scales of time that say no year: all of their dates are in the one that Vega takes for all, and no label names it. */
export function findYearless(axisLabels: readonly ReadMark[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { guideScale = "", scaleOf, items } of axisLabels) {
    const scale = scaleOf(guideScale);
    if (!scale || (scale.type !== "time" && scale.type !== "utc")) continue;
    const isOfYear = scale.domain().every((date) => {
      const ms = Number(date);
      return ms >= Date.UTC(baseYear, 0, 1) && ms <= Date.UTC(baseYear + 1, 0, 1);
    });
    if (isOfYear && !items.some(({ text }) => String(text).includes(String(baseYear)))) found.add(guideScale);
  }
  return found;
}

function isAtDate(px: number, scale: NamedScale, traced: TracedDatum | undefined, isYearless: boolean): boolean {
  const date = Number(scale.scale.invert?.(px));
  const slack = Math.abs(Number(scale.scale.invert?.(px + tolerancePx)) - date);
  const months31 = 31 * 86_400_000;
  for (const name of traced?.names ?? []) {
    const at = readUtcDate(name);
    // A unit of time may be cut down to its start, or end with its bar.
    if (Number.isFinite(at) && (isYearless || Math.abs(at - date) <= slack + 12 * months31)) return true;
  }
  for (const value of traced?.figures.keys() ?? []) if (Math.abs(value - date) <= slack) return true;
  return false;
}

function checkPoints(options: DirectionOptions, scale: NamedScale, ends: readonly number[]): GeometryFault | undefined {
  const { direction, mark } = options;
  const isZero = (px: number) => Math.abs(pxOf(scale, 0) - px) <= tolerancePx;
  // A picture may stand with its middle, or either end, where its figure is.
  const extent = (direction === "x" ? options.item.width : options.item.height) ?? 0;
  const [start = 0] = ends;
  if (mark.type === "image" && [0, 0.5, 1].some((part) => isReadAs(start + part * extent, scale, options)))
    return undefined;
  const wrong = ends.find((px) => !isReadAs(px, scale, options) && !isZero(px));
  if (wrong === undefined) return checkUnread(options, scale);
  const isEdge = (px: number) => scale.scale.range().some((end) => Math.abs(Number(end) - px) <= tolerancePx);
  // A rule, which alone has two ends here, is a line across the chart if it goes from edge to edge.
  if (ends.length === 2 && ends.every(isEdge)) return undefined;
  return faultOf(options, scale, wrong);
}

const readingAt = ({ scale }: NamedScale, px: number): unknown => {
  const value = scale.invert?.(px);
  return typeof value === "number"
    ? Number(value.toPrecision(4))
    : value instanceof Date
      ? value.toISOString().slice(0, 10)
      : value;
};

function checkLength(
  options: DirectionOptions,
  scale: NamedScale,
  [a, b]: readonly [number, number],
): GeometryFault | undefined {
  if (scale.scale.type === "time" || scale.scale.type === "utc")
    return isReadAs(a, scale, options) || isReadAs(b, scale, options) ? undefined : faultOf(options, scale, b);
  const zero = pxOf(scale, 0);
  if (isWithinClass(options, scale, [a, b])) return undefined;
  if ((isBeyond(a, scale) || isBeyond(b, scale)) && options.traced) {
    const [from] = scale.scale.domain();
    return from === 0 ? { kind: "beyond", scale: scale.name } : { kind: "baseline", reads: from };
  }
  const isZeroA = isStartOf(a, scale, zero);
  const isZeroB = isStartOf(b, scale, zero);
  const isWhole =
    (isZeroA && isZeroB) ||
    (isZeroB && isReadAs(a, scale, options, barPx)) ||
    (isZeroA && isReadAs(b, scale, options, barPx));
  if (isWhole) return checkScale(options, scale);
  const [isAtA, isAtB] = [isReadAs(a, scale, options, barPx), isReadAs(b, scale, options, barPx)];
  const pieces = pieceOf(options, scale, [a, b]);
  const far = Math.abs(a - zero) > Math.abs(b - zero) ? a : b;
  if (pieces.length > 0) return checkPiece(options, pieces, { scale, far });
  if (isAtA && isAtB) return undefined;
  if (options.traced && (isAtA || isAtB) && !isZeroA && !isZeroB)
    return { kind: "baseline", reads: readingAt(scale, isAtA ? b : a) };
  return faultOf(options, scale, far);
}

/** Where bars begin. A logarithmic scale has no zero: its bars begin where it does. */
const isStartOf = (px: number, { scale, firstPx }: NamedScale, zero: number): boolean =>
  Math.abs(zero - px) <= tolerancePx || (scale.type === "log" && Math.abs(firstPx - px) <= tolerancePx);

const isBeyond = (px: number, { lowPx, highPx }: NamedScale): boolean => px < lowPx - barPx || px > highPx + barPx;

/** A piece of a stack, of what adds up. @param far its end that is farther from zero, in px. */
function checkPiece(
  options: DirectionOptions,
  pieces: readonly PieceFigure[],
  { scale, far }: { readonly scale: NamedScale; readonly far: number },
): GeometryFault | undefined {
  const { belowZero, meaningOf } = options.context;
  if (belowZero().has(scale.name) && pieces.every((each) => isMirrored(each, scale, far)))
    return faultOf(options, scale, far);
  if (pieces.some((each) => addsUp(each, meaningOf))) return checkScale(options, scale);
  return { kind: "stacked", field: pieces[0]?.field ?? "" };
}

/** Whether a piece reaches to the other side of zero than its figure is on. */
const isMirrored = ({ value }: PieceFigure, { scale }: NamedScale, far: number): boolean =>
  value * Number(scale.invert?.(far) ?? value) < 0;

/** The `d` of `_end`. */
const lastOfEnd = 100;

/** Whether a bar stands in the middle of its class, along which it has no length that is read: bars of a histogram stand apart. */
function isWithinClass(
  { item, traced }: DirectionOptions,
  scale: NamedScale,
  [a, b]: readonly [number, number],
): boolean {
  if (!traced || !isObject(item.datum)) return false;
  for (const key in item.datum) {
    if (key.charCodeAt(key.length - 1) !== lastOfEnd || !key.endsWith("_end")) continue;
    const [from, to] = [item.datum[key.slice(0, -"_end".length)], item.datum[key]];
    if (typeof from !== "number" || typeof to !== "number") continue;
    // Its ends are figures only where the class holds those of its rows.
    if (!traced.figures.has(from) || !traced.figures.has(to)) continue;
    const [low, high] = [pxOf(scale, from), pxOf(scale, to)];
    const isMiddle = Math.abs((a + b) / 2 - (low + high) / 2) <= barPx;
    if (isMiddle && Math.abs(b - a) <= Math.abs(high - low) + barPx) return true;
  }
  return false;
}

/** A piece of a stack: as long as its figure or share of the whole, and at zero or where another ends. */
function pieceOf(
  { direction, item, stack, traced }: DirectionOptions,
  scale: NamedScale,
  ends: readonly [number, number],
): readonly PieceFigure[] {
  const zero = pxOf(scale, 0);
  const isAnchored = ends.some((end) => Math.abs(zero - end) <= tolerancePx) || isChained(stack(), item, direction);
  if (!isAnchored) return [];
  return pieceFigures(stack(), { item, direction, scale, length: Math.abs(ends[1] - ends[0]), traced });
}

/** Whether a piece is of figures that make a sum: counts, or per cent that are no more than a whole. */
function addsUp({ field, total }: Pick<PieceFigure, "field" | "total">, meaningOf: MeaningOf): boolean {
  const meaning = meaningOf(field);
  if (!meaning || meaning.additive) return true;
  if (meaning.unit !== "percent" && meaning.unit !== "percentage") return false;
  // Sums of decimals have digits that none of them has.
  return total <= (meaning.unit === "percent" ? 1 : 100) * (mostOfWhole + 1e-9);
}

/** Lengths from zero are compared with one another: on an uneven scale, or upside down, they mislead. */
function checkScale({ direction, context }: DirectionOptions, named: NamedScale): GeometryFault | undefined {
  const { type } = named.scale;
  if (uneven.includes(type) && !saysScale(type, context)) return { kind: "scale", type };
  // Of the pieces of a scale each has its own length of a unit.
  if (named.ends > 2) return { kind: "scale", type: "piecewise" };
  return isUpended(named, direction) && !context.says("reversed") ? { kind: "reversed" } : undefined;
}

/** Whether figures grow downwards. */
const isUpended = ({ isAscending, firstPx, lastPx }: NamedScale, direction: Direction): boolean =>
  direction === "y" && isAscending && firstPx < lastPx;

/** Points and lines may stand on any scale whose axis says which it is. */
function checkUnread({ mark: { guided }, direction }: DirectionOptions, named: NamedScale): GeometryFault | undefined {
  const { type } = named.scale;
  // Of the pieces of a scale each has its own length of a unit: no axis says that so that it is seen.
  if (type === "linear" && named.ends > 2) return { kind: "scale", type: "piecewise" };
  if (guided.has(named.name)) return undefined;
  if (uneven.includes(type)) return { kind: "unread", type };
  return type === "linear" && isUpended(named, direction) ? { kind: "unread", type: "reversed" } : undefined;
}

/** As much as an outline may add to a bar or a slice, in px: half of it lies outside. */
const widestOutlinePx = 6;
/** Curves that go near their points and not through them. */
const approximate: ReadonlySet<string> = new Set([
  "basis",
  "basis-open",
  "basis-closed",
  "bundle",
  "cardinal-open",
  "catmull-rom-open",
]);

function checkOutline({ stroke, strokeWidth = 1 }: SceneItem): GeometryFault | undefined {
  const isOutlined = stroke !== undefined && stroke !== null && stroke !== "transparent" && stroke !== "none";
  return isOutlined && strokeWidth > widestOutlinePx ? { kind: "outline" } : undefined;
}

function checkCurve({ interpolate = "linear", tension = 0 }: SceneItem): GeometryFault | undefined {
  if (interpolate === "linear") return undefined;
  return approximate.has(interpolate) || tension < 0 || tension > 1 ? { kind: "smoothed", interpolate } : undefined;
}

/** Whether a text with a digit is written upside down. */
export function isUpsideDown({ angle = 0, text }: SceneItem): boolean {
  if (angle === 0) return false;
  const turned = ((angle % 360) + 360) % 360;
  return turned > 135 && turned < 225 && hasNumeral(String(text));
}

const checkTurned = (item: SceneItem): GeometryFault | undefined =>
  isUpsideDown(item) ? { kind: "upside-down" } : undefined;

/** What of the looks of a mark's items changes what is read, whatever their data are, by its type. */
const shapeChecks: Readonly<Record<string, ((item: SceneItem) => GeometryFault | undefined) | undefined>> = {
  rect: checkOutline,
  arc: checkOutline,
  line: checkCurve,
  area: checkCurve,
  text: checkTurned,
};

/** Where a clamped scale draws all that it has no room for. */
const isClampedAt = ({ scale }: NamedScale, px: number): boolean =>
  scale.clamp?.() === true && scale.range().some((end) => Math.abs(Number(end) - px) <= tolerancePx);

const saysScale = (type: string, { says }: Pick<GeometryContext, "says">): boolean =>
  says(type === "log" || type === "symlog" ? "logarithmic" : "power");

function faultOf({ traced, direction }: DirectionOptions, scale: NamedScale, px: number): GeometryFault {
  if (traced && isClampedAt(scale, px)) return { kind: "clipped" };
  return traced ? { kind: "position", direction, reads: readingAt(scale, px), scale: scale.name } : { kind: "no-row" };
}

function isOutside(
  item: SceneItem,
  direction: Direction,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  const most = direction === "x" ? width : height;
  return endsOf(item, direction, "rect").some((px) => px < -1 || px > most + 1);
}

/** Remembers the domains of scales: a chart has a mark for each of its categories. */
export function createDomains(): GeometryContext["domainOf"] {
  const known = new Map<SceneScale, ReadonlyMap<string, unknown>>();
  return (scale) => {
    const domain =
      known.get(scale) ??
      new Map(scale.domain().map((value) => [String(value instanceof Date ? Number(value) : value), value]));
    known.set(scale, domain);
    return domain;
  };
}

/** Labels stand beside their points, also where these stand close together. */
const besideTextPx = 24;

/** How far along a direction a text stands from its position; a turned one is not followed. */
const offsetOf = ({ dx = 0, dy = 0, angle = 0 }: SceneItem, direction: Direction): number =>
  angle % 360 === 0 ? (direction === "x" ? dx : dy) : 0;

/** An item beside a category is of that category. */
function checkCategory(options: DirectionOptions): GeometryFault | undefined {
  const { item, direction, discrete, traced, mark } = options;
  if (!traced || !discrete) return undefined;
  const { scale } = discrete;
  if (mark.name.startsWith(ledNames) && saysItsPeriod([item.text ?? ""].flat().join(" "), traced.names))
    return undefined;
  const ends = endsOf(item, direction, mark.type === "rect" ? "rect" : "point");
  const offset = mark.type === "text" ? offsetOf(item, direction) : 0;
  const at = (ends.length === 2 ? ((ends[0] as number) + (ends[1] as number)) / 2 : (ends[0] ?? Number.NaN)) + offset;
  const reach = Math.max(discrete.stepPx / 2 + 1, offset === 0 ? 0 : besideTextPx);
  const middle = discrete.middlePx - at;
  // Most stand where a name of their row does; such a scale gives no position to what it does not know.
  for (const name of traced.names) if (Math.abs(Number(scale(name)) + middle) <= reach) return undefined;
  return otherCategory(options, { discrete, traced, middle, reach });
}

interface ReadPlace {
  readonly discrete: NonNullable<DirectionOptions["discrete"]>;
  readonly traced: NonNullable<DirectionOptions["traced"]>;
  /** From where an item stands to the middle of what a scale gives, px, and how far it may be. */
  readonly middle: number;
  readonly reach: number;
}

/** The category of another row that an item stands at, where it does not stand at a name of its own as the scale has it. */
function otherCategory(
  { item, direction, mark, context }: DirectionOptions,
  { discrete, traced, middle, reach }: ReadPlace,
): GeometryFault | undefined {
  const { scale } = discrete;
  const isAt = (value: unknown) => Math.abs(Number(scale(value)) + middle) <= reach;
  const known = context.domainOf(scale);
  let isKnown = false;
  const isItsOwn = (name: string) => {
    if (!known.has(name)) return false;
    isKnown = true;
    return isAt(known.get(name));
  };
  for (const name of traced.names) if (isItsOwn(name)) return undefined;
  // Rows that a transform has numbered stand beside their number, which nobody reads without an axis.
  const isRead = mark.guided.has(discrete.name) || !isNumbered(item.datum, traced, isAt);
  if (isRead && [...traced.figures.keys()].some((value) => isItsOwn(String(value)))) return undefined;
  // A scale of words may have dates, which take long to read.
  const dates = [...traced.names].map((name) => String(readUtcDate(name))).filter((date) => known.has(date));
  if ((!isKnown && dates.length === 0) || dates.some((date) => isAt(known.get(date)))) return undefined;
  const place = [...known.values()].find(isAt);
  const reads = isEmptyPlace(place) ? besideEmpty(known, { scale, middle, own: traced.names }) : place;
  return reads === undefined ? undefined : { kind: "category", direction, reads };
}

/** What stands next to a place that no row has, where none of its own names is the one before it or the one after it: a mark may lie between two of them. */
function besideEmpty(
  known: ReadonlyMap<string, unknown>,
  { scale, middle, own }: { readonly scale: SceneScale; readonly middle: number; readonly own: Iterable<string> },
): unknown {
  let before: { readonly name: string; readonly px: number } | undefined;
  let after: typeof before;
  for (const [name, value] of known) {
    if (isEmptyPlace(value)) continue;
    const px = Number(scale(value)) + middle;
    if (px <= 0 && (!before || px > before.px)) before = { name, px };
    if (px >= 0 && (!after || px < after.px)) after = { name, px };
  }
  for (const name of own) if (name === before?.name || name === after?.name) return undefined;
  return (before && after && -before.px < after.px ? before : (after ?? before))?.name;
}

/** Whether a datum has a number that no row has, and stands where that is. */
function isNumbered(datum: unknown, { rows }: TracedDatum, isAt: (value: unknown) => boolean): boolean {
  if (!isObject(datum)) return false;
  return Object.entries(datum).some(
    ([key, value]) => typeof value === "number" && isAt(value) && !rows.some((row) => key in row),
  );
}

/** The scales of figures that sizes, radii and colours are read by. */
interface Look {
  readonly size: readonly NamedScale[];
  readonly radius: readonly NamedScale[];
  readonly color: readonly NamedScale[];
}

/** Undefined: there are none. */
function lookOf(mark: ReadMark, channels: MarkChannels | undefined): Look | undefined {
  if (!channels || channels.size.length + channels.radius.length + channels.color.length === 0) return undefined;
  const numeric = (kind: keyof Look) =>
    scalesOf(mark, channels, kind).filter(
      ({ scale }) => !["ordinal", "band", "point", "time", "utc"].includes(scale.type),
    );
  const [size, radius, color] = [numeric("size"), numeric("radius"), numeric("color")];
  return size.length + radius.length + color.length === 0 ? undefined : { size, radius, color };
}

/** Sizes, radii and colours by scales of figures. */
function checkLook(
  mark: ReadMark,
  { size, radius, color }: Look,
  item: SceneItem,
  traced: TracedDatum | undefined,
  context: GeometryContext,
): readonly GeometryFault[] {
  if (!traced) return [];
  const faults: GeometryFault[] = [];
  const values = [...traced.figures.keys()];
  if (
    size.length > 0 &&
    item.size !== undefined &&
    !size.some((each) => values.some((value) => isNear(pxOf(each, value), item.size as number)))
  )
    faults.push({ kind: "size" });
  const unevenSize = size.find(({ scale }) => uneven.includes(scale.type) && !saysScale(scale.type, context));
  if (unevenSize) faults.push({ kind: "scale", type: unevenSize.scale.type });
  const outer = item.outerRadius;
  if (
    radius.length > 0 &&
    outer !== undefined &&
    !radius.some((each) => values.some((value) => isNear(pxOf(each, value), outer)))
  )
    faults.push({ kind: "size" });
  if (mark.type === "text") return faults;
  const shown = [item.fill, item.stroke].filter(
    (each) => typeof each === "string" && !context.channels?.constants.has(each),
  );
  if (color.length > 0 && shown.length > 0) {
    const colored = coloredBy(traced, context.written);
    const isOwn = color.some(({ scale }) =>
      // A logarithm of nothing, or less, is no colour.
      colored.some((value) => (value > 0 || !/log/.test(scale.type)) && shown.includes(String(scale(value)))),
    );
    if (!isOwn) faults.push({ kind: "color" });
  } else if (color.length > 0 && color.some((each) => looksLikeOther(item, each, values))) {
    faults.push({ kind: "color" });
  }
  return faults;
}

/**
 * The figures that a mark may have its colour by. What a chart prints is classed as it is printed, what it does not by what it is, by its own row's figure: what others have in common,
 * as their mean, is no reason for a colour there.
 */
function coloredBy({ figures, own }: TracedDatum, written: GeometryContext["written"]): readonly number[] {
  const printed = written
    ? [...own].flatMap(([value, fields]) =>
        fields.some((field) => written.fields.includes(field))
          ? [(written.isClassedAsIs ? undefined : asPrinted(value, written.format)) ?? value]
          : [],
      )
    : [];
  return printed.length > 0 ? printed : [...figures.keys()];
}

/** How many colours of a ramp are asked whether a constant one is among them. */
const rampSamples = 32;

/** Whether the one colour that something highlighted has is, in the legend of figures, that of other figures than its own. */
function looksLikeOther(item: SceneItem, { scale }: NamedScale, values: readonly number[]): boolean {
  const shown = [item.fill, item.stroke].flatMap((each) => (typeof each === "string" ? (readColor(each) ?? []) : []));
  if (shown.length === 0 || values.length === 0 || scale.type === "threshold") return false;
  const domain = scale.domain().map(Number).filter(Number.isFinite);
  const [low, high] = [Math.min(...domain), Math.max(...domain)];
  if (!(low < high)) return false;
  const colorAt = (value: number) => readColor(String(scale(value)));
  const isAmong = (colors: readonly (Color | undefined)[], far: number) =>
    colors.some((each) => each !== undefined && shown.some((own) => own.alpha > 0 && distance(own, each) <= far));
  const ramp = Array.from({ length: rampSamples + 1 }, (_, at) => colorAt(low + ((high - low) * at) / rampSamples));
  return isAmong(ramp, 0.03) && !isAmong(values.map(colorAt), 0.15);
}

const distance = (a: Color, b: Color): number => Math.hypot(a.red - b.red, a.green - b.green, a.blue - b.blue);

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 0.01 * Math.max(Math.abs(a), Math.abs(b)) + 0.01;

/** A gap between slices is taken from each, whatever its size: in radians. */
const widestPadAngle = 0.06;

const angleOf = ({ startAngle = 0, endAngle = 0 }: SceneItem): number => Math.abs(endAngle - startAngle);

/** Whether a piece begins where another ends. */
function areChained(items: readonly SceneItem[]): boolean {
  const key = (angle = 0) => angle.toFixed(6);
  const pieces = items.filter((item) => angleOf(item) > 0);
  const ends = new Set(pieces.map(({ endAngle }) => key(endAngle)));
  return pieces.some(({ startAngle }) => ends.has(key(startAngle)));
}

/** Slices that lie in one ring, by where they begin, and reach further out than others by more than what sets one off. */
function areOfOtherRadius(items: readonly SceneItem[]): boolean {
  const inner = items.map(({ innerRadius = 0 }) => innerRadius);
  const outer = items.map(({ outerRadius = 0 }) => outerRadius);
  return Math.max(...inner) < Math.min(...outer) && Math.max(...outer) > 1.15 * Math.min(...outer);
}

/** Angles are in proportion to one figure of all of them, which adds up. */
function checkAngles(
  items: readonly SceneItem[],
  { tracer, meaningOf, channels }: GeometryContext,
): GeometryFault | undefined {
  const hasRadius = (channels?.radius.length ?? 0) > 0;
  const pieces = items.map((item) => ({
    angle: angleOf(item),
    traced: tracer.trace(item.datum),
  }));
  if (pieces.some(({ traced }) => !traced)) return { kind: "no-row" };
  // Of arcs that go round more than once, some lie under others; rings lie in one another.
  const rings = new Map<string, number>();
  for (const item of items) {
    const ring = `${item.innerRadius ?? 0} ${item.outerRadius}`;
    rings.set(ring, (rings.get(ring) ?? 0) + angleOf(item));
  }
  if ([...rings.values()].some((angle) => angle > 2 * Math.PI * 1.01)) return { kind: "angle" };
  if (items.some(({ padAngle = 0 }) => padAngle > widestPadAngle)) return { kind: "angle" };
  if (!hasRadius && items.length > 1 && areChained(items) && areOfOtherRadius(items)) return { kind: "size" };
  // Of slices of one angle, which differ in how far they reach, no figure is read off the angle.
  const angles = pieces.map(({ angle }) => angle);
  if (hasRadius && Math.max(...angles) - Math.min(...angles) <= 0.01) return undefined;
  const fields = new Set(pieces.flatMap(({ traced }) => [...(traced?.figures.values() ?? [])].flat()));
  const proportional = [...fields].filter((field) => {
    const known = pieces.map(({ angle, traced }) => ({
      angle,
      values: [...(traced?.figures ?? [])].flatMap(([value, own]) => (own.includes(field) ? [value] : [])),
    }));
    const total = known.reduce((sum, { angle }) => sum + angle, 0);
    // Nothing has an angle of nothing, by which no other can be told.
    const largest = known.reduce((most, each) => (each.angle > most.angle ? each : most));
    return largest.values.some((most) => {
      const perUnit = most === 0 ? 0 : largest.angle / Math.abs(most);
      return known.every(({ angle, values }) =>
        values.some((value) => Math.abs(angle - Math.abs(value) * perUnit) <= 0.01 * total),
      );
    });
  });
  const [first] = proportional;
  if (first === undefined) return { kind: "angle" };
  const totalOf = (field: string) =>
    pieces.reduce((sum, { traced }) => sum + Math.abs((traced && firstOfFields(traced).get(field)) ?? 0), 0);
  const isSum = proportional.some((field) => addsUp({ field, total: totalOf(field) }, meaningOf));
  return isSum || !areChained(items) ? undefined : { kind: "stacked", field: first };
}

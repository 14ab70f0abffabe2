import type { MarkChannels } from "./mark-channels.ts";
import type { ReadMark, SceneItem, SceneScale } from "./read-scene.ts";
import { type DatumTracer, firstOfFields, type TracedDatum } from "./traced-datum.ts";

export interface GeometryContext {
  readonly tracer: DatumTracer;
  /** Figures that the author declares. */
  readonly literals: readonly number[];
  readonly channels: MarkChannels | undefined;
  readonly merePlaces: ReadonlySet<string>;
  /** The values of a scale of categories, by name; read once. */
  readonly domainOf: (scale: SceneScale) => ReadonlyMap<string, unknown>;
  /** What the chart says in words, for scales that need it. */
  readonly words: string;
}

export type GeometryFault =
  | { readonly kind: "no-row" }
  | { readonly kind: "laid-out" }
  | { readonly kind: "position"; readonly direction: "x" | "y"; readonly reads: unknown; readonly scale: string }
  | { readonly kind: "category"; readonly direction: "x" | "y"; readonly reads: unknown }
  | { readonly kind: "baseline"; readonly reads: unknown }
  | { readonly kind: "scale"; readonly type: string }
  | { readonly kind: "reversed" }
  | { readonly kind: "clipped" }
  | { readonly kind: "angle" }
  | { readonly kind: "size" }
  | { readonly kind: "color" };

/** A fault of a mark, with the first item that has it. */
export interface FoundFault {
  readonly fault: GeometryFault;
  readonly item: SceneItem;
}

/** How far off a mark may be, in px. */
const tolerancePx = 0.75;
/** Bars of a histogram are a pixel apart. */
const barPx = 1.25;

const continuous: readonly string[] = ["linear", "log", "pow", "sqrt", "symlog", "time", "utc"];
const uneven: readonly string[] = ["log", "pow", "sqrt", "symlog"];
const extended: readonly string[] = ["rect", "area"];

/**
 * Where items are not drawn as their data has it: the first item of each fault.
 * @param marks those of one name in one small chart: the areas of a stack are a mark each.
 */
export function checkGeometry(marks: readonly ReadMark[], context: GeometryContext): readonly FoundFault[] {
  const stack = marks.some(({ type }) => extended.includes(type)) ? readStack(marks, context) : noStack;
  const found = new Map<string, FoundFault>();
  for (const mark of marks)
    for (const each of checkMark(mark, context, stack))
      if (!found.has(each.fault.kind)) found.set(each.fault.kind, each);
  return [...found.values()];
}

function checkMark(mark: ReadMark, context: GeometryContext, stack: Stack): readonly FoundFault[] {
  const found = new Map<string, FoundFault>();
  const add = (fault: GeometryFault | undefined, item: SceneItem) => {
    if (fault && !found.has(fault.kind)) found.set(fault.kind, { fault, item });
  };
  const drawn = mark.items.filter(isDrawn);
  const directions = (["x", "y"] as const).map((direction) => ({
    direction,
    scales: scalesAlong(mark, context, direction),
  }));
  const isRead = directions.some(({ scales }) => scales.length > 0) || context.channels?.hasAngle === true;
  if (context.channels?.isLaidOut && !isRead && drawn[0]) add({ kind: "laid-out" }, drawn[0]);
  for (const item of drawn) {
    const traced = context.tracer.trace(item.datum);
    for (const { direction, scales } of directions) {
      if (scales.length === 0 || scales.every(({ name }) => context.merePlaces.has(name))) continue;
      add(checkDirection({ mark, item, direction, scales, traced, context, stack }), item);
      if (mark.clip && isOutside(item, direction, mark.clip)) add({ kind: "clipped" }, item);
    }
    for (const fault of checkLook(mark, item, traced, context)) add(fault, item);
  }
  if (mark.type === "arc" && context.channels?.hasAngle) add(checkAngles(drawn, context), drawn[0] ?? {});
  return [...found.values()];
}

/**
 * Scales that the chart has no axis for, and along which all bars are of about one size (an outline is a little larger): of tiles, where they stand and how long
 * they are is no figure.
 */
export function findMerePlaces(
  marks: readonly ReadMark[],
  channels: ReadonlyMap<string, MarkChannels>,
): ReadonlySet<string> {
  const extents = new Map<string, { low: number; high: number; count: number }>();
  for (const { type, role, name, items, guided } of marks) {
    if (type !== "rect" || role !== "mark") continue;
    for (const direction of ["x", "y"] as const) {
      for (const scale of channels.get(name)?.[direction] ?? []) {
        if (guided.has(scale)) continue;
        const found = extents.get(scale) ?? { low: Infinity, high: 0, count: 0 };
        extents.set(scale, found);
        for (const item of items) {
          const extent = (direction === "x" ? item.width : item.height) ?? 0;
          found.low = Math.min(found.low, extent);
          found.high = Math.max(found.high, extent);
          found.count += 1;
        }
      }
    }
  }
  return new Set(
    [...extents].flatMap(([name, { low, high, count }]) => (count > 1 && high - low <= 0.1 * high ? [name] : [])),
  );
}

const isDrawn = (item: SceneItem): boolean => item.defined !== false && item.opacity !== 0;

interface NamedScale {
  readonly name: string;
  readonly scale: SceneScale;
  /** The only values that it tells apart from others; undefined where it does so of all. */
  readonly told: { readonly least: number; readonly most: number } | undefined;
}

/** A scale that is clamped draws what is beyond its domain at its end, and one of a single value all others in its place. */
function toldApart(scale: SceneScale): NamedScale["told"] {
  const ends = scale.domain().map(Number);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  return scale.clamp?.() === true || least === most ? { least, most } : undefined;
}

function scalesAlong(
  { scaleOf }: ReadMark,
  { channels }: GeometryContext,
  direction: "x" | "y" | "radius" | "size" | "color",
): readonly NamedScale[] {
  return (channels?.[direction] ?? []).flatMap((name) => {
    const scale = scaleOf(name);
    return scale ? [{ name, scale, told: toldApart(scale) }] : [];
  });
}

interface DirectionOptions {
  readonly mark: ReadMark;
  readonly item: SceneItem;
  readonly direction: "x" | "y";
  readonly scales: readonly NamedScale[];
  readonly traced: TracedDatum | undefined;
  readonly context: GeometryContext;
  readonly stack: Stack;
}

function checkDirection(options: DirectionOptions): GeometryFault | undefined {
  const { mark, direction, scales, item } = options;
  const even = scales.filter(({ scale }) => continuous.includes(scale.type));
  const [first] = even;
  if (!first) return checkCategory(options);
  if (mark.type === "text") return undefined;
  const isCentered = mark.type === "rect" && options.context.channels?.centered[direction] === true;
  const ends = isCentered ? middleOf(item, direction) : endsOf(item, direction, mark.type);
  if (ends.length === 0) return undefined;
  const isLength = extended.includes(mark.type) && ends.length === 2;
  return isLength ? checkLength(options, first, ends as readonly [number, number]) : checkPoints(options, first, ends);
}

const middleOf = (item: SceneItem, direction: "x" | "y"): readonly number[] => {
  const [start = 0, second = start] = endsOf(item, direction, "rect");
  return [(start + second) / 2];
};

/** Where an item begins and ends along a direction, in px; one number for a point. */
function endsOf(item: SceneItem, direction: "x" | "y", type: string): readonly number[] {
  const [start, second, extent] =
    direction === "x" ? [item.x ?? 0, item.x2, item.width] : [item.y ?? 0, item.y2, item.height];
  if (!Number.isFinite(start)) return [];
  if (type === "rect") return extent === undefined ? [start] : [start, start + extent];
  if (type === "area")
    return [start, second ?? start + (extent ?? 0)].slice(0, item.orient === orientAcross(direction) ? 1 : 2);
  if (type === "rule" && second !== undefined && Math.abs(second - start) > tolerancePx) return [start, second];
  return [start];
}

/** An area is filled along one direction, and is a line of points along the other. */
const orientAcross = (direction: "x" | "y"): string => (direction === "x" ? "vertical" : "horizontal");

/** Where a value stands; nowhere, if the scale would draw it where it draws others. */
const pxOf = ({ scale, told }: NamedScale, value: number): number =>
  told && (value < told.least || value > told.most) ? Number.NaN : Number(scale(value));

/** The values that a mark may be read as: those of its rows, their dates, none, and what is declared. */
function isReadAs(
  px: number,
  scale: NamedScale,
  { traced, context }: DirectionOptions,
  tolerance = tolerancePx,
): boolean {
  const isAt = (value: number) => Math.abs(pxOf(scale, value) - px) <= tolerance;
  if (scale.scale.type === "time" || scale.scale.type === "utc") return isAtDate(px, scale, traced);
  for (const value of traced?.figures.keys() ?? []) if (isAt(value)) return true;
  return context.literals.some(isAt);
}

function isAtDate(px: number, scale: NamedScale, traced: TracedDatum | undefined): boolean {
  const date = Number(scale.scale.invert?.(px));
  const slack = Math.abs(Number(scale.scale.invert?.(px + tolerancePx)) - date);
  const months31 = 31 * 86_400_000;
  for (const name of traced?.names ?? []) {
    const at = Date.parse(name);
    // A unit of time may be cut down to its start, or end with its bar.
    if (Number.isFinite(at) && Math.abs(at - date) <= slack + 12 * months31) return true;
  }
  for (const value of traced?.figures.keys() ?? []) if (Math.abs(value - date) <= slack) return true;
  return false;
}

function checkPoints(options: DirectionOptions, scale: NamedScale, ends: readonly number[]): GeometryFault | undefined {
  const { traced, direction, mark } = options;
  const isZero = (px: number) => Math.abs(pxOf(scale, 0) - px) <= tolerancePx;
  // A picture may stand with its middle, or either end, where its figure is.
  const extent = (direction === "x" ? options.item.width : options.item.height) ?? 0;
  const [start = 0] = ends;
  if (mark.type === "image" && [0, 0.5, 1].some((part) => isReadAs(start + part * extent, scale, options)))
    return undefined;
  const wrong = ends.find((px) => !isReadAs(px, scale, options) && !isZero(px));
  if (wrong === undefined) return undefined;
  const isEdge = (px: number) => scale.scale.range().some((end) => Math.abs(Number(end) - px) <= tolerancePx);
  // A rule from edge to edge is a line across the chart.
  if (mark.type === "rule" && ends.length === 2 && ends.every(isEdge)) return undefined;
  if (!traced) return { kind: "no-row" };
  return { kind: "position", direction, reads: readingAt(scale, wrong), scale: scale.name };
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
  // A logarithmic scale has no zero: its bars begin where it does.
  const isZero = (px: number) =>
    Math.abs(zero - px) <= tolerancePx || (scale.scale.type === "log" && Math.abs(startOf(scale) - px) <= tolerancePx);
  const [isAtA, isAtB] = [isReadAs(a, scale, options, barPx), isReadAs(b, scale, options, barPx)];
  const [low, high] = rangeOf(scale);
  const isBeyond = [a, b].some((px) => px < low - barPx || px > high + barPx);
  if (isBeyond && options.traced) return { kind: "baseline", reads: scale.scale.domain()[0] };
  const isWhole = (isAtA && isZero(b)) || (isAtB && isZero(a)) || (isZero(a) && isZero(b));
  if (isWhole || isPiece(options, scale, [a, b])) return checkScale(options, scale);
  if (isAtA && isAtB) return undefined;
  if (options.traced && (isAtA || isAtB) && !isZero(a) && !isZero(b))
    return { kind: "baseline", reads: readingAt(scale, isAtA ? b : a) };
  return faultOf(options, scale, Math.abs(a - zero) > Math.abs(b - zero) ? a : b);
}

const startOf = ({ scale }: NamedScale): number => Number(scale.range()[0]);

const rangeOf = ({ scale }: NamedScale): readonly [number, number] => {
  const ends = scale.range().map(Number);
  return [Math.min(...ends), Math.max(...ends)];
};

/** A piece of a stack: as long as its figure, and at zero or where another ends. */
function isPiece(options: DirectionOptions, scale: NamedScale, ends: readonly [number, number]): boolean {
  const { direction, item, stack } = options;
  if (!isLengthOfFigure(options, scale, ends)) return false;
  const zero = pxOf(scale, 0);
  return ends.some((end) => Math.abs(zero - end) <= tolerancePx) || isChained(stack, item, direction);
}

/** Lengths from zero are compared with one another: on an uneven scale, or upside down, they mislead. */
function checkScale({ direction, context }: DirectionOptions, { scale }: NamedScale): GeometryFault | undefined {
  if (uneven.includes(scale.type) && !saysScale(scale.type, context.words)) return { kind: "scale", type: scale.type };
  // Of the pieces of a scale each has its own length of a unit.
  if (Math.min(scale.domain().length, scale.range().length) > 2) return { kind: "scale", type: "piecewise" };
  const [low = 0, high = 0] = scale.range().map(Number);
  const isReversed = direction === "y" && isAscending(scale.domain()) && low < high;
  return isReversed && !/revers|invert|upside|gwrthdro/i.test(context.words) ? { kind: "reversed" } : undefined;
}

const isAscending = (domain: readonly unknown[]): boolean => Number(domain[0]) <= Number(domain.at(-1));

const saysScale = (type: string, words: string): boolean =>
  (type === "log" || type === "symlog" ? /log/i : /square root|sqrt|√|power/i).test(words);

function faultOf({ traced, direction }: DirectionOptions, scale: NamedScale, px: number): GeometryFault {
  return traced ? { kind: "position", direction, reads: readingAt(scale, px), scale: scale.name } : { kind: "no-row" };
}

/** A piece of a stack is as long as its figure, or as its share of the whole. */
function isLengthOfFigure(
  { traced, stack, item, direction }: DirectionOptions,
  scale: NamedScale,
  [a, b]: readonly [number, number],
): boolean {
  const zero = pxOf(scale, 0);
  const length = Math.abs(b - a);
  const whole = Math.abs(pxOf(scale, 1) - zero);
  const place = placeAcross(item, direction);
  for (const [value, fields] of traced?.figures ?? []) {
    if (Math.abs(Math.abs(pxOf(scale, value) - zero) - length) <= tolerancePx) return true;
    const isShare = fields.some((field) => {
      const total = stack.totals.get(`${place} ${field}`);
      return total !== undefined && Math.abs((Math.abs(value) / total) * whole - length) <= tolerancePx;
    });
    if (isShare) return true;
  }
  return false;
}

/** Where the pieces of one stack stand, across the direction in which they are stacked. */
const placeAcross = (item: SceneItem, direction: "x" | "y"): string =>
  `${direction} ${Math.round((direction === "x" ? (item.y ?? 0) : (item.x ?? 0)) * 4)}`;

interface Stack {
  /** How many pieces end at a place. */
  readonly ends: ReadonlyMap<string, number>;
  /** What the figures of a field add up to, over the pieces that stand at one place. */
  readonly totals: ReadonlyMap<string, number>;
}

const noStack: Stack = { ends: new Map(), totals: new Map() };

function readStack(marks: readonly ReadMark[], { tracer }: GeometryContext): Stack {
  const ends = new Map<string, number>();
  const totals = new Map<string, number>();
  const add = (map: Map<string, number>, key: string, value: number) => map.set(key, (map.get(key) ?? 0) + value);
  for (const { items } of marks) {
    for (const item of items.filter(isDrawn)) {
      const traced = tracer.trace(item.datum);
      const own = traced ? firstOfFields(traced) : [];
      for (const direction of ["x", "y"] as const) {
        const place = placeAcross(item, direction);
        for (const end of endsOf(item, direction, "area")) add(ends, `${place} ${Math.round(end)}`, 1);
        for (const [field, value] of own) add(totals, `${place} ${field}`, Math.abs(value));
      }
    }
  }
  return { ends, totals };
}

/** Whether another piece begins where this one ends. */
const isChained = ({ ends }: Stack, item: SceneItem, direction: "x" | "y"): boolean => {
  const place = placeAcross(item, direction);
  return endsOf(item, direction, "area").some((end) =>
    [-1, 0, 1].some((off) => (ends.get(`${place} ${Math.round(end) + off}`) ?? 0) > (off === 0 ? 1 : 0)),
  );
};

function isOutside(
  item: SceneItem,
  direction: "x" | "y",
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

/** An item beside a category is of that category. */
function checkCategory({
  item,
  direction,
  scales,
  traced,
  mark,
  context,
}: DirectionOptions): GeometryFault | undefined {
  if (!traced) return undefined;
  const discrete = scales.find(({ scale }) => (scale.type === "band" || scale.type === "point") && scale.step);
  if (!discrete) return undefined;
  const { scale } = discrete;
  const known = context.domainOf(scale);
  const own = [
    ...traced.names,
    ...[...traced.figures.keys()].map(String),
    ...[...traced.names].map((name) => String(Date.parse(name))),
  ].filter((name) => known.has(name));
  if (own.length === 0) return undefined;
  const ends = endsOf(item, direction, mark.type === "rect" ? "rect" : "point");
  const at = ends.reduce((sum, end) => sum + end, 0) / ends.length;
  const reach = (scale.step?.() ?? 0) / 2 + 1;
  const isAt = (value: unknown) => Math.abs(Number(scale(value)) + (scale.bandwidth?.() ?? 0) / 2 - at) <= reach;
  if (own.some((name) => isAt(known.get(name)))) return undefined;
  const reads = [...known.values()].find(isAt);
  return reads === undefined ? undefined : { kind: "category", direction, reads };
}

/** Sizes, radii and colours by scales of figures. */
function checkLook(
  mark: ReadMark,
  item: SceneItem,
  traced: TracedDatum | undefined,
  context: GeometryContext,
): readonly GeometryFault[] {
  if (!traced) return [];
  const faults: GeometryFault[] = [];
  const values = [...traced.figures.keys()];
  const isNumeric = ({ scale }: NamedScale) => !["ordinal", "band", "point", "time", "utc"].includes(scale.type);
  const size = scalesAlong(mark, context, "size").filter(isNumeric);
  if (
    size.length > 0 &&
    item.size !== undefined &&
    !size.some((each) => values.some((value) => isNear(pxOf(each, value), item.size as number)))
  )
    faults.push({ kind: "size" });
  const radius = scalesAlong(mark, context, "radius").filter(isNumeric);
  const outer = item.outerRadius;
  if (
    radius.length > 0 &&
    outer !== undefined &&
    !radius.some((each) => values.some((value) => isNear(pxOf(each, value), outer)))
  )
    faults.push({ kind: "size" });
  const color = scalesAlong(mark, context, "color").filter(isNumeric);
  if (mark.type === "text") return faults;
  const shown = [item.fill, item.stroke].filter(
    (each) => typeof each === "string" && !context.channels?.constants.has(each),
  );
  if (color.length > 0 && shown.length > 0) {
    const isOwn = color.some(({ scale }) =>
      // A logarithm of nothing, or less, is no colour.
      values.some((value) => (value > 0 || !/log/.test(scale.type)) && shown.includes(String(scale(value)))),
    );
    if (!isOwn) faults.push({ kind: "color" });
  }
  return faults;
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 0.01 * Math.max(Math.abs(a), Math.abs(b)) + 0.01;

/** Angles are in proportion to one figure of all of them. */
function checkAngles(items: readonly SceneItem[], { tracer }: GeometryContext): GeometryFault | undefined {
  const pieces = items.map((item) => ({
    angle: Math.abs((item.endAngle ?? 0) - (item.startAngle ?? 0)),
    traced: tracer.trace(item.datum),
  }));
  if (pieces.some(({ traced }) => !traced)) return { kind: "no-row" };
  const fields = new Set(pieces.flatMap(({ traced }) => [...(traced?.figures.values() ?? [])].flat()));
  const isProportional = [...fields].some((field) => {
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
  return isProportional ? undefined : { kind: "angle" };
}

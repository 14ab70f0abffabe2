import { type Color, type LengthPercentage, resolveLength } from "../../stylesheet/index.ts";
import type { Gradient } from "../canvas/canvas-gradient.ts";
import type { ConicGradient, CssGradient, GradientStop, LinearGradient, RadialGradient } from "../css/gradient.ts";
import { tolerance } from "../geometry/tolerance.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A stop on the line of its gradient, 0 to 1 where it is shown. */
interface PlacedStop {
  readonly color: Color;
  readonly offset: number;
}

/** Where a gradient lies in a box of this size, pt from its top left corner, y downwards. */
export function placeGradient(gradient: CssGradient, size: Size): Gradient {
  if (gradient.kind === "linear") return placeLinear(gradient, size);
  return gradient.kind === "radial" ? placeRadial(gradient, size) : placeConic(gradient, size);
}

function placeLinear({ direction, stops, repeats }: LinearGradient, { width, height }: Size): Gradient {
  const [x, y] = directionIn(direction, width, height);
  const length = Math.abs(width * x) + Math.abs(height * y);
  const [dx, dy] = [(x * length) / 2, (y * length) / 2];
  return {
    coordinates: [width / 2 - dx, height / 2 - dy, width / 2 + dx, height / 2 + dy],
    stops: shownStops(onLine(stops, length), { end: 1, repeats }),
  };
}

/** A unit vector. To a corner, the line at half way runs through the two corners beside it. */
function directionIn(direction: LinearGradient["direction"], width: number, height: number): [number, number] {
  if (typeof direction === "number") return [Math.sin(direction), -Math.cos(direction)];
  const { x, y } = direction;
  if (x === 0 || y === 0) return [x, y];
  const size = Math.hypot(width, height) || 1;
  return [(x * height) / size, (y * width) / size];
}

/** No smaller than anything that is seen: a gradient of no size is all its last colour. */
const least = tolerance / 10;

function placeRadial({ stops, repeats, center, isCircle, size }: RadialGradient, box: Size): Gradient {
  const [x, y] = [resolveLength(center.x, box.width), resolveLength(center.y, box.height)];
  const { across, down } = radiiOf({ size, isCircle }, { x, y, width: box.width, height: box.height });
  const [radius, ratio] = [Math.max(least, across), Math.max(least, down) / Math.max(least, across)];
  // As far as the farthest corner, in radii.
  const far = Math.max(x, box.width - x) / radius;
  const end = Math.max(1, Math.hypot(far, Math.max(y, box.height - y) / (radius * ratio)));
  return {
    coordinates: [0, 0, 0, 0, 0, radius * end],
    stops: shownStops(onLine(stops, radius), { end, repeats }),
    matrix: [1, 0, 0, ratio, x, y],
  };
}

interface Around extends Size {
  readonly x: number;
  readonly y: number;
}

/** CSS Images 3, 3.2.3. */
function radiiOf(
  { size, isCircle }: Pick<RadialGradient, "size" | "isCircle">,
  { x, y, width, height }: Around,
): { readonly across: number; readonly down: number } {
  if (typeof size === "object")
    return { across: resolveLength(size.x, width), down: resolveLength(size.y, isCircle ? width : height) };
  const [left, right, top, bottom] = [Math.abs(x), Math.abs(width - x), Math.abs(y), Math.abs(height - y)];
  const pick = size.startsWith("closest") ? Math.min : Math.max;
  if (size.endsWith("side")) {
    const both = pick(left, right, top, bottom);
    return isCircle ? { across: both, down: both } : { across: pick(left, right), down: pick(top, bottom) };
  }
  if (isCircle) {
    const both = pick(...[left, right].flatMap((dx) => [Math.hypot(dx, top), Math.hypot(dx, bottom)]));
    return { across: both, down: both };
  }
  // An ellipse through the corner has the shape of the one that touches the sides.
  const sides = { across: pick(left, right), down: pick(top, bottom) };
  return { across: sides.across * Math.SQRT2, down: sides.down * Math.SQRT2 };
}

function placeConic({ stops, repeats, center, from }: ConicGradient, { width, height }: Size): Gradient {
  const [x, y] = [resolveLength(center.x, width), resolveLength(center.y, height)];
  const radius = Math.hypot(Math.max(x, width - x), Math.max(y, height - y));
  return {
    coordinates: [],
    sweep: { x, y, from, radius: Math.max(least, radius) },
    stops: shownStops(
      placeStops(stops, (turns) => turns),
      { end: 1, repeats },
    ),
  };
}

const onLine = (stops: readonly GradientStop[], length: number) =>
  placeStops<LengthPercentage>(stops, (position) => (length === 0 ? 0 : resolveLength(position, length) / length));

/** Stops without a position share the room between their neighbours; none stands before the one above it (CSS Images 3, 3.4.3). */
function placeStops<P>(stops: readonly GradientStop<P>[], offsetOf: (position: P) => number): readonly PlacedStop[] {
  const offsets = stops.map(({ position }) => (position === undefined ? undefined : offsetOf(position)));
  offsets[0] ??= 0;
  offsets[offsets.length - 1] ??= 1;
  let lowest = Number.NEGATIVE_INFINITY;
  for (const [index, own] of offsets.entries()) {
    if (own === undefined) continue;
    lowest = Math.max(lowest, own);
    offsets[index] = lowest;
  }
  for (let index = 1; index < offsets.length; index += 1) {
    if (offsets[index] !== undefined) continue;
    const next = offsets.findIndex((offset, later) => later > index && offset !== undefined);
    const before = offsets[index - 1] as number;
    offsets[index] = before + ((offsets[next] as number) - before) / (next - index + 1);
  }
  return stops.flatMap(({ color }, index) => {
    const offset = offsets[index] as number;
    if (color) return [{ color, offset }];
    const [before, after] = [stops[index - 1]?.color as Color, stops[index + 1]?.color as Color];
    const [start, end] = [offsets[index - 1] as number, offsets[index + 1] as number];
    return hinted({ color: before, offset: start }, { color: after, offset: end }, offset);
  });
}

/** How many pieces stand for a curve. */
const pieces = 8;

/** Half way between two colours lies where a hint says (CSS Images 3, 3.4.1): a curve, in pieces. */
function hinted(from: PlacedStop, to: PlacedStop, hint: number): readonly PlacedStop[] {
  const length = to.offset - from.offset;
  const middle = length === 0 ? 0.5 : (hint - from.offset) / length;
  if (middle <= 0) return [{ color: to.color, offset: from.offset }];
  if (middle >= 1) return [{ color: from.color, offset: to.offset }];
  const power = Math.log(0.5) / Math.log(middle);
  return Array.from({ length: pieces - 1 }, (_, index) => {
    const share = (index + 1) / pieces;
    return { color: mixed(from.color, to.color, share ** power), offset: from.offset + share * length };
  });
}

/** Colours are mixed by how opaque they are: nothing of a transparent one's is seen (CSS Images 3, 3.4.2). */
function mixed(from: Color, to: Color, share: number): Color {
  const alpha = from.alpha + (to.alpha - from.alpha) * share;
  if (alpha === 0) return { ...(share < 0.5 ? to : from), alpha };
  const channel = (name: "red" | "green" | "blue") =>
    (from[name] * from.alpha * (1 - share) + to[name] * to.alpha * share) / alpha;
  return { red: channel("red"), green: channel("green"), blue: channel("blue"), alpha };
}

/** Shadings mix colours without their opacity: where that differs, there are stops between. */
function opaquely(stops: readonly PlacedStop[]): readonly PlacedStop[] {
  return stops.flatMap((stop, index) => {
    const next = stops[index + 1];
    if (!next || next.color.alpha === stop.color.alpha || next.offset === stop.offset) return [stop];
    const between = Array.from({ length: pieces - 1 }, (_, step) => {
      const share = (step + 1) / pieces;
      return {
        color: mixed(stop.color, next.color, share),
        offset: stop.offset + share * (next.offset - stop.offset),
      };
    });
    const bare = (own: PlacedStop, other: Color): PlacedStop =>
      own.color.alpha === 0 ? { ...own, color: { ...other, alpha: 0 } } : own;
    return [stop, bare(stop, next.color), ...between, bare(next, stop.color)];
  });
}

/** More stripes than anybody tells apart. */
const mostRepeats = 2_000;

/** Stops from 0 to `end`, as they are shown there, with offsets from 0 to 1; those of a gradient that repeats over and over. */
function shownStops(
  placed: readonly PlacedStop[],
  { end, repeats }: { readonly end: number; readonly repeats: boolean },
): readonly PlacedStop[] {
  const [first, last] = [placed[0] as PlacedStop, placed.at(-1) as PlacedStop];
  const period = last.offset - first.offset;
  if (!repeats) return cut(opaquely(placed), end);
  if (period <= end / mostRepeats) return [{ color: average(placed), offset: 0 }];
  const stops: PlacedStop[] = [];
  for (let count = Math.floor(-first.offset / period); first.offset + count * period < end; count += 1)
    for (const { color, offset } of placed) stops.push({ color, offset: offset + count * period });
  return cut(opaquely(stops), end);
}

function average(stops: readonly PlacedStop[]): Color {
  return stops
    .slice(1)
    .reduce((all, { color }, index) => mixed(all, color, 1 / (index + 2)), (stops[0] as PlacedStop).color);
}

/** What lies before 0 and beyond `end` shows in the colours there alone. */
function cut(stops: readonly PlacedStop[], end: number): readonly PlacedStop[] {
  const colorAt = (at: number): Color => {
    const after = stops.findIndex(({ offset }) => offset > at);
    if (after < 0) return (stops.at(-1) as PlacedStop).color;
    const [from, to] = [stops[after - 1], stops[after] as PlacedStop];
    return from ? mixed(from.color, to.color, (at - from.offset) / (to.offset - from.offset)) : to.color;
  };
  const inside = stops.filter(({ offset }) => offset >= 0 && offset <= end);
  const edges = [
    ...(stops.some(({ offset }) => offset < 0) ? [{ color: colorAt(0), offset: 0 }] : []),
    ...inside,
    ...(stops.some(({ offset }) => offset > end) ? [{ color: colorAt(end), offset: end }] : []),
  ];
  return edges.map(({ color, offset }) => ({ color, offset: offset / end }));
}

import type { MarkChannels } from "./mark-channels.ts";
import type { ReadMark, SceneItem, SceneScale } from "./read-scene.ts";

/** How far off a mark may be, in px. */
export const tolerancePx = 0.75;

/** Along which axis: `x` to the right, `y` downwards, px both. */
export type Direction = "x" | "y";

export interface NamedScale {
  readonly name: string;
  readonly scale: SceneScale;
  /** The only values that it tells apart from others; undefined where it does so of all. */
  readonly told: { readonly least: number; readonly most: number } | undefined;
  /** Where it begins and ends, and the least and most of its range, in px; NaN where it gives no positions. */
  readonly firstPx: number;
  readonly lastPx: number;
  readonly lowPx: number;
  readonly highPx: number;
  /** Of how many ends its pieces are: 2, unless each piece has its own length of a unit. */
  readonly ends: number;
  readonly isAscending: boolean;
}

const continuous: readonly string[] = ["linear", "log", "pow", "sqrt", "symlog", "time", "utc"];

export const isContinuous = ({ type }: SceneScale): boolean => continuous.includes(type);

/** Scales that give each name a place or a look of its own. */
export const isOfNames = ({ type }: SceneScale): boolean => type === "band" || type === "point" || type === "ordinal";

/** A scale that is clamped draws what is beyond its domain at its end, and one of a single value all others in its place. */
function toldApart(scale: SceneScale, domain: readonly unknown[]): NamedScale["told"] {
  if (isOfNames(scale)) return undefined;
  const ends = domain.map(Number);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  return scale.clamp?.() === true || least === most ? { least, most } : undefined;
}

/** Where a value stands; nowhere, if the scale would draw it where it draws others. */
export const pxOf = ({ scale, told }: NamedScale, value: number): number =>
  told && (value < told.least || value > told.most) ? Number.NaN : Number(scale(value));

const noScales: readonly NamedScale[] = [];

/** The scales that a mark is read by, of one kind. */
export function scalesOf(
  { scaleOf }: ReadMark,
  channels: MarkChannels | undefined,
  kind: Direction | "radius" | "size" | "color",
): readonly NamedScale[] {
  const names = channels?.[kind] ?? [];
  if (names.length === 0) return noScales;
  const scales: NamedScale[] = [];
  for (const name of names) {
    const scale = scaleOf(name);
    if (scale) scales.push(namedScale(name, scale));
  }
  return scales;
}

/** A scale of a finished scene changes no more, and gives a copy of its domain each time that it is asked. */
const known = new WeakMap<SceneScale, NamedScale>();

export function namedScale(name: string, scale: SceneScale): NamedScale {
  const before = known.get(scale);
  if (before?.name === name) return before;
  const domain = scale.domain();
  const range = scale.range().map(Number);
  const named: NamedScale = {
    name,
    scale,
    told: toldApart(scale, domain),
    firstPx: range[0] ?? 0,
    lastPx: range[1] ?? 0,
    lowPx: Math.min(...range),
    highPx: Math.max(...range),
    ends: Math.min(domain.length, range.length),
    isAscending: Number(domain[0]) <= Number(domain.at(-1)),
  };
  known.set(scale, named);
  return named;
}

const unseen: readonly unknown[] = [undefined, null, "", "none", "transparent"];

/** Whether it has no ink: what catches the pointer (the cells around points) is drawn and not seen. */
export const isUnseen = ({ fill, stroke }: SceneItem): boolean =>
  unseen.includes(fill) && unseen.includes(stroke) && (fill === "transparent" || stroke === "transparent");

/** Whether anything of an item is to be seen: a gap in a line is not defined. */
export const isDrawn = (item: SceneItem): boolean => item.defined !== false && item.opacity !== 0;

/** Where an item begins and ends along a direction, in px; one number for a point. */
export function endsOf(item: SceneItem, direction: Direction, type: string): readonly number[] {
  const isAcross = direction === "x";
  const start = (isAcross ? item.x : item.y) ?? 0;
  const second = isAcross ? item.x2 : item.y2;
  const extent = isAcross ? item.width : item.height;
  if (!Number.isFinite(start)) return [];
  if (type === "rect") return extent === undefined ? [start] : [start, start + extent];
  if (type === "area")
    return [start, second ?? start + (extent ?? 0)].slice(0, item.orient === orientAcross(direction) ? 1 : 2);
  if (type === "rule" && second !== undefined && Math.abs(second - start) > tolerancePx) return [start, second];
  return [start];
}

/** An area is filled along one direction, and is a line of points along the other. */
const orientAcross = (direction: Direction): string => (direction === "x" ? "vertical" : "horizontal");

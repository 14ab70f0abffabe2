import type { BlockLevelBox } from "../box/box.ts";
import type { ComputedStyle, Direction } from "../css/computed-style.ts";
import { tolerance } from "../geometry/tolerance.ts";
import type { BreakPoint } from "./break-point.ts";

/**
 * The geometry of floats (CSS 2.2, 9.5): rectangles at the sides, and the room that they leave. Nothing is laid out here.
 *
 * In: the floats placed so far, as their margin boxes. All positions, those asked about and those given, are measured from one
 * corner, the top left of the border box of the block that asks; `moveAreas` changes it. Out: where a further float goes,
 * how wide a line may be, how far down something is clear of them. Guaranteed: a float overlaps no other, and is not above
 * one that comes before it in the document (9.5.1, rules 1 to 9).
 */
export interface FloatArea {
  readonly box: BlockLevelBox;
  readonly side: Side;
  /** Its margin box. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where it would stand if no page ended. */
  readonly naturalTop: number;
  /** From `top`: the lowest of its content. A page that ends below it does not divide it. */
  readonly contentEnd: number;
  /** From `top`: where it may be divided. */
  readonly breaks: readonly BreakPoint[];
  /** It is divided only where no page can hold it otherwise. */
  readonly isWhole: boolean;
}

export type Side = "left" | "right";

interface Strip {
  readonly y: number;
  /** 0: at `y` alone. */
  readonly height?: number;
  /** The sides of the content box. */
  readonly left: number;
  readonly right: number;
}

/** What floats leave of a line: its ends, pt from the left of the block. */
export interface Room {
  readonly left: number;
  readonly right: number;
  /** Where the first of the floats beside it ends; undefined if there are none. */
  readonly nextEdge: number | undefined;
}

/** What the floats leave of a strip of the content box. */
export function roomBeside(areas: readonly FloatArea[], { y, height = 0, left, right }: Strip): Room {
  const room = { left, right, nextEdge: undefined as number | undefined };
  const end = y + Math.max(height, 2 * tolerance) - tolerance;
  for (const area of areas) {
    if (area.top >= end || area.bottom <= y + tolerance) continue;
    if (area.side === "left") room.left = Math.max(room.left, area.right);
    else room.right = Math.min(room.right, area.left);
    room.nextEdge = Math.min(room.nextEdge ?? area.bottom, area.bottom);
  }
  return room;
}

/** The floats of a flow while it is laid out: thousands may come one after another, and few of them matter to the next. */
export class OpenFloats {
  #areas: FloatArea[];
  #near: FloatArea[];

  constructor(areas: readonly FloatArea[]) {
    this.#areas = [...areas];
    this.#near = reachingLowest([...areas]);
  }

  /** All that what comes next may have beside it. */
  get areas(): readonly FloatArea[] {
    return this.#areas;
  }

  /** Those that a further float may have beside it: it is not above any that came before (CSS 2.2, 9.5.1, rule 5). */
  get near(): readonly FloatArea[] {
    return this.#near;
  }

  add(area: FloatArea): void {
    this.#areas.push(area);
    this.#near.push(area);
    this.#near = reachingLowest(this.#near);
  }

  /** What comes next begins at `y`, or below: floats that end above it matter no more. */
  endAbove(y: number): void {
    if (this.#areas.length === 0) return;
    this.#areas = this.#areas.filter(({ bottom }) => bottom > y);
    this.#near = this.#near.filter(({ bottom }) => bottom > y);
  }
}

/** Those that end no higher than where the lowest begins. */
function reachingLowest(areas: FloatArea[]): FloatArea[] {
  let lowest = Number.NEGATIVE_INFINITY;
  for (const { top } of areas) lowest = Math.max(lowest, top);
  return areas.every(({ bottom }) => bottom >= lowest) ? areas : areas.filter(({ bottom }) => bottom >= lowest);
}

interface Placing {
  readonly side: Side;
  readonly width: number;
  /** Where the text is that the float belongs to: it is never above it. */
  readonly top: number;
  readonly left: number;
  readonly right: number;
}

/** As high as may be, and there as far to its side as may be; lower where it does not fit beside the others. */
export function placeBeside(
  areas: readonly FloatArea[],
  { side, width, top, left, right }: Placing,
): { readonly x: number; readonly y: number } {
  let y = areas.reduce((lowest, area) => Math.max(lowest, area.top), top);
  let room = roomBeside(areas, { y, left, right });
  while (room.nextEdge !== undefined && width > room.right - room.left + tolerance) {
    y = room.nextEdge;
    room = roomBeside(areas, { y, left, right });
  }
  return { x: side === "left" ? room.left : room.right - width, y };
}

/** Where what has this `clear` may begin: below the floats of those sides (CSS 2.2, 9.5.2). */
export function clearEdge(areas: readonly FloatArea[], clear: ComputedStyle["clear"], direction: Direction): number {
  if (clear === "none") return Number.NEGATIVE_INFINITY;
  const side = clear === "both" ? undefined : sideOf(clear, direction);
  const cleared = areas.filter((area) => side === undefined || area.side === side);
  return cleared.reduce((edge, { bottom }) => Math.max(edge, bottom), Number.NEGATIVE_INFINITY);
}

/** `direction`: of the block around. */
export function sideOf(float: Exclude<ComputedStyle["float"], "none" | "footnote">, direction: Direction): Side {
  if (float === "left" || float === "right") return float;
  return (float === "inline-start") === (direction === "ltr") ? "left" : "right";
}

/** The same floats, measured from a corner that lies at (`x`, `y`); those above it are left out. */
export function areasFrom(areas: readonly FloatArea[], x: number, y: number): readonly FloatArea[] {
  const below = areas.filter((area) => area.bottom > y + tolerance);
  return moveAreas(below, -x, -y);
}

export function moveAreas(areas: readonly FloatArea[], x: number, y: number): readonly FloatArea[] {
  return areas.map((area) => ({
    ...area,
    left: area.left + x,
    right: area.right + x,
    top: area.top + y,
    bottom: area.bottom + y,
    naturalTop: area.naturalTop + y,
  }));
}

/** All that the lines beside them depend on, in words: equal for floats in the same positions. */
export const shapeOf = (areas: readonly FloatArea[]) =>
  areas
    .map(({ side, ...area }) =>
      [side, ...[area.left, area.right, area.top, area.bottom].map((value) => value.toFixed(3))].join(" "),
    )
    .join("|");

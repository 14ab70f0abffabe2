import type { JsonObject } from "../json.ts";
import type { Position } from "./ring-winding.ts";

/** The property of a shape that says what a line from the place of its mark to each side of the map meets. */
export const waysField = "waysOut";

/** So many shapes that a line meets are told one by one; one that meets more runs across half the map. */
export const mostMet = 5;

/** A text's place on a shape, in the coordinates of the file. */
interface TextPlace {
  readonly at: Position;
  readonly across: number;
  readonly down: number;
}

/** A shape that lines may start from and meet: its polygons, and where its letter and its name stand. */
export interface MetShape {
  readonly polygons: readonly (readonly (readonly Position[])[])[];
  readonly mark: TextPlace;
  readonly texts: readonly TextPlace[];
  /** What a unit across is shorter than one up, as degrees are. */
  readonly narrowing: number;
}

/** A polygon with the heights that it lies between. */
interface Bounded {
  readonly rings: readonly (readonly Position[])[];
  readonly south: number;
  readonly north: number;
}

/**
 * For each shape, what a horizontal line from the place of its mark meets on its way to the left and to the right: how many other shapes (`count`), how much of
 * their ground (`land`), and of the first of them how far above or below the line its text stands (`apart`) and the room that it has there (`across`, `down`).
 * All lengths in units of the room for its own mark from top to bottom, which a projection can measure.
 */
export function waysOut(shapes: readonly MetShape[]): readonly JsonObject[] {
  const bounded = shapes.map(({ polygons }) => polygons.map(boundedOf));
  return shapes.map((own, index) => {
    const ways = { left: emptyWay(), right: emptyWay() };
    const [x = 0, y = 0] = own.mark.at;
    for (const [other, shape] of shapes.entries()) {
      if (other === index) continue;
      const stretches = (bounded[other] ?? []).flatMap((polygon) => stretchesAt(y, polygon));
      for (const [side, sign] of [
        ["left", -1],
        ["right", 1],
      ] as const) {
        const land = stretches.reduce((sum, [from, to]) => sum + landBeyond([from, to], x, sign), 0);
        if (land > 0) meet(ways[side], own, { shape, land: land * shape.narrowing, sign });
      }
    }
    return { [waysField]: ways };
  });
}

interface Way {
  count: number;
  land: number;
  readonly apart: number[];
  readonly across: number[];
  readonly down: number[];
}

const emptyWay = (): Way => ({ count: 0, land: 0, apart: [], across: [], down: [] });

/** Adds a shape to what a way meets. */
function meet(
  way: Way,
  { mark: { at, down: unit } }: MetShape,
  { shape, land, sign }: { readonly shape: MetShape; readonly land: number; readonly sign: 1 | -1 },
): void {
  const [x = 0, y = 0] = at;
  way.count += 1;
  way.land += land / unit;
  if (way.apart.length === mostMet) return;
  const beyond = shape.texts.filter(({ at: [textX = 0] }) => (textX - x) * sign > 0);
  way.apart.push(Math.min(far, ...beyond.map(({ at: [, textY = 0] }) => Math.abs(textY - y) / unit)));
  way.across.push((shape.mark.across * shape.narrowing) / unit);
  way.down.push(shape.mark.down / unit);
}

/** Further than any text: a number that JSON has. */
const far = 1e6;

/** What of a stretch lies to one side of a place. */
const landBeyond = ([from, to]: readonly [number, number], x: number, sign: 1 | -1): number =>
  Math.max(0, sign > 0 ? to - Math.max(from, x) : Math.min(to, x) - from);

function boundedOf(rings: readonly (readonly Position[])[]): Bounded {
  let [south, north] = [Infinity, -Infinity];
  for (const [, y = 0] of rings[0] ?? []) [south, north] = [Math.min(south, y), Math.max(north, y)];
  return { rings, south, north };
}

/** The stretches of a polygon at a height, from west to east. */
function stretchesAt(y: number, { rings, south, north }: Bounded): readonly (readonly [number, number])[] {
  if (y < south || y > north) return [];
  const crossings: number[] = [];
  for (const ring of rings) {
    let [x0 = 0, y0 = 0] = ring.at(-1) ?? [];
    for (const [x1 = 0, y1 = 0] of ring) {
      if (y0 > y !== y1 > y) crossings.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
      [x0, y0] = [x1, y1];
    }
  }
  const sorted = crossings.toSorted((a, b) => a - b);
  return sorted.flatMap((from, index) => (index % 2 === 0 ? [[from, sorted[index + 1] ?? from] as const] : []));
}

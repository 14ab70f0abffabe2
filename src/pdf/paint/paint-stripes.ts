import type { Color } from "../../stylesheet/index.ts";
import type { Gradient } from "../canvas/canvas-gradient.ts";
import type { ContentStream } from "../canvas/content-stream.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { shareTolerance } from "../geometry/tolerance.ts";
import { num } from "../objects/number.ts";
import { rectanglePath } from "./rounded-path.ts";

interface Stripe {
  readonly color: Color;
  readonly from: number;
}

/** The stripes that a gradient is made of, along its line from 0 to 1; undefined where its colours run into each other. */
export function stripesOf({ stops, sweep }: Gradient): readonly Stripe[] | undefined {
  if (sweep || stops.some(({ color }) => color.alpha < 1)) return undefined;
  const stripes: Stripe[] = [];
  for (const [index, { color, offset }] of stops.entries()) {
    const before = stops[index - 1];
    if (!before) stripes.push({ color, from: 0 });
    else if (isSame(before.color, color)) continue;
    else if (offset - before.offset < shareTolerance) stripes.push({ color, from: offset });
    else return undefined;
  }
  return stripes;
}

const isSame = (a: Color, b: Color) => a.red === b.red && a.green === b.green && a.blue === b.blue;

/** As shapes, which programs draw with sharp edges, however many there are; each lies over all of those before it. */
export function paintStripes(
  stripes: readonly Stripe[],
  { coordinates, matrix }: Pick<Gradient, "coordinates" | "matrix">,
  { area, stream }: { readonly area: Rectangle; readonly stream: ContentStream },
): void {
  stream.save();
  stream.write(`${rectanglePath(area)} W n 1 0 0 1 ${num(area.x)} ${num(area.y)} cm`);
  if (matrix) stream.write(`${matrix.map(num).join(" ")} cm`);
  const [x0, y0, x1 = 0, y1 = 0, , radius] = coordinates as [number, number, number?, number?, number?, number?];
  const reach = 2 * (area.width + area.height);
  const ordered = radius === undefined ? stripes : rings(stripes);
  for (const { color, from } of ordered) {
    stream.fillColor(color);
    stream.write(
      `${radius === undefined ? band([x0, y0, x1, y1], from, reach) : disc(from * radius, reach / (matrix?.[3] ?? 1))} f`,
    );
  }
  stream.restore();
}

/** From the largest to the smallest: each is painted up to where the next begins. */
const rings = (stripes: readonly Stripe[]): readonly Stripe[] =>
  stripes
    .map(({ color }, index) => ({ color, from: stripes[index + 1]?.from ?? Number.POSITIVE_INFINITY }))
    .toReversed();

function band([x0, y0, x1, y1]: readonly [number, number, number, number], from: number, reach: number): string {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const start = from === 0 ? -reach : 0;
  const [x, y] = [x0 + dx * from + ux * start, y0 + dy * from + uy * start];
  const corner = (along: number, across: number) =>
    `${num(x + ux * along - uy * across)} ${num(y + uy * along + ux * across)}`;
  const far = 2 * reach;
  return `${corner(0, -reach)} m ${corner(far, -reach)} l ${corner(far, reach)} l ${corner(0, reach)} l h`;
}

function disc(radius: number, reach: number): string {
  const r = Math.min(radius, 2 * reach);
  if (r === 0) return "";
  const round = { x: r, y: r };
  if (radius === Number.POSITIVE_INFINITY) return rectanglePath({ x: -r, y: -r, width: 2 * r, height: 2 * r });
  return rectanglePath({ x: -r, y: -r, width: 2 * r, height: 2 * r }, [round, round, round, round]);
}

import { apply, type Matrix } from "../geometry/matrix.ts";
import { pair } from "../objects/number.ts";

type Point = readonly [x: number, y: number];

interface CurveSegment {
  readonly kind: "curve";
  readonly first: Point;
  readonly second: Point;
  readonly to: Point;
}

export type Segment =
  | { readonly kind: "move"; readonly to: Point }
  | { readonly kind: "line"; readonly to: Point }
  | CurveSegment
  | { readonly kind: "close" };

/** A path as a canvas builds it: points are mapped when they are added, so that it lies in page space. */
export interface CanvasPath {
  readonly segments: readonly Segment[];
  readonly isEmpty: boolean;
  begin(): void;
  moveTo(matrix: Matrix, x: number, y: number): void;
  lineTo(matrix: Matrix, x: number, y: number): void;
  curveTo(matrix: Matrix, points: readonly [number, number, number, number, number, number]): void;
  quadraticTo(matrix: Matrix, points: readonly [number, number, number, number]): void;
  /** An elliptic arc; angles in radians, clockwise as y points down. */
  ellipse(matrix: Matrix, arc: EllipticArc): void;
  /** A line and a circle of this radius that touches both legs of the angle at (x1, y1). */
  arcTo(matrix: Matrix, points: readonly [number, number, number, number], radius: number): void;
  close(): void;
  /** PDF path construction operators (ISO 32000-1, 8.5.2), in page space or mapped from there. */
  operators(mapping?: Matrix): string;
}

interface EllipticArc {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
  readonly rotation: number;
  readonly start: number;
  readonly end: number;
  readonly anticlockwise: boolean;
}

export function createCanvasPath(): CanvasPath {
  let segments: Segment[] = [];
  /** The current point before mapping, for what is defined by it. */
  let current: Point | undefined;
  let subpath: Point | undefined;

  function moveTo(matrix: Matrix, x: number, y: number): void {
    segments.push({ kind: "move", to: apply(matrix, x, y) });
    current = [x, y];
    subpath = current;
  }

  function lineTo(matrix: Matrix, x: number, y: number): void {
    if (!current) {
      moveTo(matrix, x, y);
      return;
    }
    segments.push({ kind: "line", to: apply(matrix, x, y) });
    current = [x, y];
  }

  function curveTo(
    matrix: Matrix,
    [x1, y1, x2, y2, x, y]: readonly [number, number, number, number, number, number],
  ): void {
    if (!current) moveTo(matrix, x1, y1);
    segments.push({
      kind: "curve",
      first: apply(matrix, x1, y1),
      second: apply(matrix, x2, y2),
      to: apply(matrix, x, y),
    });
    current = [x, y];
  }

  /** The cubic curve with the same shape. */
  function quadraticTo(matrix: Matrix, [x1, y1, x, y]: readonly [number, number, number, number]): void {
    const [startX, startY] = current ?? [x1, y1];
    const third = (from: number, to: number) => from + (2 / 3) * (to - from);
    curveTo(matrix, [third(startX, x1), third(startY, y1), third(x, x1), third(y, y1), x, y]);
  }

  function ellipse(matrix: Matrix, arc: EllipticArc): void {
    const sweep = sweepOf(arc);
    const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
    const step = sweep / count;
    const k = (4 / 3) * Math.tan(step / 4);
    const at = pointOn(arc);
    const [startX, startY] = at(Math.cos(arc.start), Math.sin(arc.start));
    if (current) lineTo(matrix, startX, startY);
    else moveTo(matrix, startX, startY);
    for (let index = 0; index < count; index += 1) {
      const from = arc.start + index * step;
      const to = from + step;
      const [cosFrom, sinFrom, cosTo, sinTo] = [Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)];
      const first = at(cosFrom - k * sinFrom, sinFrom + k * cosFrom);
      const second = at(cosTo + k * sinTo, sinTo - k * cosTo);
      curveTo(matrix, [...first, ...second, ...at(cosTo, sinTo)]);
    }
  }

  function arcTo(matrix: Matrix, [x1, y1, x2, y2]: readonly [number, number, number, number], radius: number): void {
    if (!current) moveTo(matrix, x1, y1);
    const [x0, y0] = current ?? [x1, y1];
    const [ax, ay, bx, by] = [x0 - x1, y0 - y1, x2 - x1, y2 - y1];
    const cross = ax * by - ay * bx;
    const lengths = Math.hypot(ax, ay) * Math.hypot(bx, by);
    if (radius === 0 || lengths === 0 || Math.abs(cross) < 1e-9 * lengths) {
      lineTo(matrix, x1, y1);
      return;
    }
    const angle = Math.acos(Math.max(-1, Math.min(1, (ax * bx + ay * by) / lengths)));
    const distance = radius / Math.tan(angle / 2);
    const [ua, ub] = [distance / Math.hypot(ax, ay), distance / Math.hypot(bx, by)];
    const touch: Point = [x1 + ax * ua, y1 + ay * ua];
    const end: Point = [x1 + bx * ub, y1 + by * ub];
    const side = cross > 0 ? 1 : -1;
    const center: Point = [
      touch[0] - (side * ay * radius) / Math.hypot(ax, ay),
      touch[1] + (side * ax * radius) / Math.hypot(ax, ay),
    ];
    lineTo(matrix, ...touch);
    ellipse(matrix, {
      x: center[0],
      y: center[1],
      radiusX: radius,
      radiusY: radius,
      rotation: 0,
      start: Math.atan2(touch[1] - center[1], touch[0] - center[0]),
      end: Math.atan2(end[1] - center[1], end[0] - center[0]),
      anticlockwise: side > 0,
    });
  }

  return {
    get segments() {
      return segments;
    },
    get isEmpty() {
      return segments.length === 0;
    },
    begin() {
      segments = [];
      current = undefined;
      subpath = undefined;
    },
    moveTo,
    lineTo,
    curveTo,
    quadraticTo,
    ellipse,
    arcTo,
    close() {
      if (!current) return;
      segments.push({ kind: "close" });
      current = subpath;
    },
    operators(mapping) {
      let operators = "";
      for (const segment of segments) {
        const written = segmentOperators(mapping ? mapSegment(segment, mapping) : segment);
        operators += operators === "" ? written : ` ${written}`;
      }
      return operators;
    },
  };
}

function mapSegment(segment: Segment, mapping: Matrix): Segment {
  if (segment.kind === "close") return segment;
  const map = ([x, y]: Point) => apply(mapping, x, y);
  if (segment.kind !== "curve") return { ...segment, to: map(segment.to) };
  return { kind: "curve", first: map(segment.first), second: map(segment.second), to: map(segment.to) };
}

function segmentOperators(segment: Segment): string {
  if (segment.kind === "close") return "h";
  if (segment.kind === "curve") return `${pair(segment.first)} ${pair(segment.second)} ${pair(segment.to)} c`;
  return `${pair(segment.to)} ${segment.kind === "move" ? "m" : "l"}`;
}

/** HTML 4.12.5.1.6: a sweep of a full turn or more is a whole ellipse. */
function sweepOf({ start, end, anticlockwise }: EllipticArc): number {
  const turn = 2 * Math.PI;
  const sweep = anticlockwise ? start - end : end - start;
  const used = sweep >= turn ? turn : ((sweep % turn) + turn) % turn;
  return anticlockwise ? -used : used;
}

function pointOn({ x, y, radiusX, radiusY, rotation }: EllipticArc) {
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  return (unitX: number, unitY: number): [number, number] => {
    const [px, py] = [radiusX * unitX, radiusY * unitY];
    return [x + cos * px - sin * py, y + sin * px + cos * py];
  };
}

/** Non-zero winding or even-odd, on the path with its curves as chords. Point and path in page space. */
export function isInside(segments: readonly Segment[], [x, y]: Point, rule: "nonzero" | "evenodd"): boolean {
  let winding = 0;
  let crossings = 0;
  for (const [[ax, ay], [bx, by]] of edges(segments)) {
    if (ay <= y === by <= y) continue;
    if (ax + ((y - ay) / (by - ay)) * (bx - ax) <= x) continue;
    crossings += 1;
    winding += by > ay ? 1 : -1;
  }
  return rule === "evenodd" ? crossings % 2 === 1 : winding !== 0;
}

function* edges(segments: readonly Segment[]): Generator<readonly [Point, Point]> {
  let start: Point = [0, 0];
  let current: Point = [0, 0];
  for (const segment of segments) {
    if (segment.kind === "move") {
      yield [current, start];
      start = segment.to;
      current = start;
    } else if (segment.kind === "close") {
      yield [current, start];
      current = start;
    } else if (segment.kind === "line") {
      yield [current, segment.to];
      current = segment.to;
    } else {
      const from = current;
      const chords = 16;
      for (let index = 1; index <= chords; index += 1) {
        const to = bezier(from, segment, index / chords);
        yield [current, to];
        current = to;
      }
    }
  }
  yield [current, start];
}

function bezier(from: Point, { first, second, to }: CurveSegment, t: number): Point {
  const s = 1 - t;
  const at = (axis: 0 | 1) =>
    s * s * s * from[axis] + 3 * s * s * t * first[axis] + 3 * s * t * t * second[axis] + t * t * t * to[axis];
  return [at(0), at(1)];
}

import { apply, type Matrix } from "../geometry/matrix.ts";
import type { OperandWriter } from "../objects/operand-writer.ts";

type Point = readonly [x: number, y: number];

/** What a path is made of; each has its points among the coordinates. */
const [move, line, curve, close] = [0, 1, 2, 3] as const;

/**
 * A path as a canvas builds it: points are mapped when they are added, so that it lies in page space. Kinds and coordinates stand in two
 * lists of numbers, which stay for the next path: a chart has hundreds of circles.
 */
export interface CanvasPath {
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
  /** PDF path construction operators (ISO 32000-1, 8.5.2), in page space or mapped from there, each followed by a space. */
  write(operands: OperandWriter, mapping?: Matrix): void;
  /** By non-zero winding or even-odd, with curves as chords. The point is one of page space. */
  isInside(point: Point, rule: "nonzero" | "evenodd"): boolean;
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
  const kinds: number[] = [];
  const coordinates: number[] = [];
  /** How much of the lists is of this path. */
  let kindCount = 0;
  let coordinateCount = 0;
  /** The current point before mapping, for what is defined by it, and where its subpath began. */
  let hasCurrent = false;
  let currentX = 0;
  let currentY = 0;
  let subpathX = 0;
  let subpathY = 0;

  function addKind(kind: number): void {
    kinds[kindCount] = kind;
    kindCount += 1;
  }

  function addPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): void {
    coordinates[coordinateCount] = a * x + c * y + e;
    coordinates[coordinateCount + 1] = b * x + d * y + f;
    coordinateCount += 2;
    currentX = x;
    currentY = y;
  }

  function moveTo(matrix: Matrix, x: number, y: number): void {
    addKind(move);
    addPoint(matrix, x, y);
    hasCurrent = true;
    subpathX = x;
    subpathY = y;
  }

  function lineTo(matrix: Matrix, x: number, y: number): void {
    if (!hasCurrent) {
      moveTo(matrix, x, y);
      return;
    }
    addKind(line);
    addPoint(matrix, x, y);
  }

  function curveTo(
    matrix: Matrix,
    [x1, y1, x2, y2, x, y]: readonly [number, number, number, number, number, number],
  ): void {
    if (!hasCurrent) moveTo(matrix, x1, y1);
    addKind(curve);
    addPoint(matrix, x1, y1);
    addPoint(matrix, x2, y2);
    addPoint(matrix, x, y);
  }

  /** The cubic curve with the same shape. */
  function quadraticTo(matrix: Matrix, [x1, y1, x, y]: readonly [number, number, number, number]): void {
    const [startX, startY] = hasCurrent ? [currentX, currentY] : [x1, y1];
    const third = (from: number, to: number) => from + (2 / 3) * (to - from);
    curveTo(matrix, [third(startX, x1), third(startY, y1), third(x, x1), third(y, y1), x, y]);
  }

  function ellipse(matrix: Matrix, arc: EllipticArc): void {
    const { x, y, radiusX, radiusY, rotation, start } = arc;
    const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
    const xAt = (unitX: number, unitY: number) => x + cos * (radiusX * unitX) - sin * (radiusY * unitY);
    const yAt = (unitX: number, unitY: number) => y + sin * (radiusX * unitX) + cos * (radiusY * unitY);
    const addPointAt = (unitX: number, unitY: number) => addPoint(matrix, xAt(unitX, unitY), yAt(unitX, unitY));
    const sweep = sweepOf(arc);
    const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
    const step = sweep / count;
    const k = (4 / 3) * Math.tan(step / 4);
    lineTo(matrix, xAt(Math.cos(start), Math.sin(start)), yAt(Math.cos(start), Math.sin(start)));
    for (let index = 0; index < count; index += 1) {
      const from = start + index * step;
      const to = from + step;
      const cosFrom = Math.cos(from);
      const sinFrom = Math.sin(from);
      const cosTo = Math.cos(to);
      const sinTo = Math.sin(to);
      addKind(curve);
      addPointAt(cosFrom - k * sinFrom, sinFrom + k * cosFrom);
      addPointAt(cosTo + k * sinTo, sinTo - k * cosTo);
      addPointAt(cosTo, sinTo);
    }
  }

  function arcTo(matrix: Matrix, [x1, y1, x2, y2]: readonly [number, number, number, number], radius: number): void {
    if (!hasCurrent) moveTo(matrix, x1, y1);
    const [ax, ay, bx, by] = [currentX - x1, currentY - y1, x2 - x1, y2 - y1];
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

  function writePoint(at: number, operands: OperandWriter, mapping: Matrix | undefined): void {
    const x = coordinates[at] ?? 0;
    const y = coordinates[at + 1] ?? 0;
    if (mapping) operands.pair(apply(mapping, x, y));
    else operands.num(x).num(y);
  }

  function write(operands: OperandWriter, mapping?: Matrix): void {
    let at = 0;
    for (let index = 0; index < kindCount; index += 1) {
      const kind = kinds[index];
      if (kind === close) operands.text("h ");
      else if (kind === curve) {
        writePoint(at, operands, mapping);
        writePoint(at + 2, operands, mapping);
        writePoint(at + 4, operands, mapping);
        operands.text("c ");
        at += 6;
      } else {
        writePoint(at, operands, mapping);
        operands.text(kind === move ? "m " : "l ");
        at += 2;
      }
    }
  }

  return {
    get isEmpty() {
      return kindCount === 0;
    },
    begin() {
      kindCount = 0;
      coordinateCount = 0;
      hasCurrent = false;
    },
    moveTo,
    lineTo,
    curveTo,
    quadraticTo,
    ellipse,
    arcTo,
    close() {
      if (!hasCurrent) return;
      addKind(close);
      currentX = subpathX;
      currentY = subpathY;
    },
    write,
    isInside: (point, rule) =>
      isInside(edges(kinds.slice(0, kindCount), coordinates.slice(0, coordinateCount)), point, rule),
  };
}

/** HTML 4.12.5.1.6: a sweep of a full turn or more is a whole ellipse. */
function sweepOf({ start, end, anticlockwise }: EllipticArc): number {
  const turn = 2 * Math.PI;
  const sweep = anticlockwise ? start - end : end - start;
  const used = sweep >= turn ? turn : ((sweep % turn) + turn) % turn;
  return anticlockwise ? -used : used;
}

function isInside(
  edges: Iterable<readonly [Point, Point]>,
  [x, y]: Point,
  rule: Parameters<CanvasPath["isInside"]>[1],
): boolean {
  let winding = 0;
  let crossings = 0;
  for (const [[ax, ay], [bx, by]] of edges) {
    if (ay <= y === by <= y) continue;
    if (ax + ((y - ay) / (by - ay)) * (bx - ax) <= x) continue;
    crossings += 1;
    winding += by > ay ? 1 : -1;
  }
  return rule === "evenodd" ? crossings % 2 === 1 : winding !== 0;
}

function* edges(
  kinds: readonly number[],
  coordinates: readonly number[],
): Generator<readonly [from: Point, to: Point]> {
  const points = coordinates.values();
  const nextPoint = (): Point => [points.next().value ?? 0, points.next().value ?? 0];
  let start: Point = [0, 0];
  let current: Point = [0, 0];
  for (const kind of kinds) {
    if (kind === move) {
      yield [current, start];
      start = nextPoint();
      current = start;
    } else if (kind === close) {
      yield [current, start];
      current = start;
    } else if (kind === line) {
      const to = nextPoint();
      yield [current, to];
      current = to;
    } else {
      const bends: readonly [Point, Point, Point, Point] = [current, nextPoint(), nextPoint(), nextPoint()];
      const chords = 16;
      for (let index = 1; index <= chords; index += 1) {
        const to = bezier(bends, index / chords);
        yield [current, to];
        current = to;
      }
    }
  }
  yield [current, start];
}

function bezier([from, first, second, to]: readonly [Point, Point, Point, Point], t: number): Point {
  const s = 1 - t;
  const at = (axis: 0 | 1) =>
    s * s * s * from[axis] + 3 * s * s * t * first[axis] + 3 * s * t * t * second[axis] + t * t * t * to[axis];
  return [at(0), at(1)];
}

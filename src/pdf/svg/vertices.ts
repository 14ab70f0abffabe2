import type { Outline, Segment } from "./outline.ts";

/** A point where a marker may stand, and the direction of the line there: radians, clockwise from the right. */
export interface Vertex {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

type Direction = readonly [dx: number, dy: number];
type Point = readonly [x: number, y: number];

/** Where a segment begins, ends, and how it leaves and arrives. */
interface Piece {
  readonly end: Point;
  readonly leaving: Direction | undefined;
  readonly arriving: Direction | undefined;
}

/**
 * The vertices of a path: `ends` says which segments end at one. Between two segments the direction is half way; where a
 * subpath is closed, its first and last are neighbours (SVG 2, 13.7.4).
 */
export function verticesOf(outline: Outline, ends: readonly number[]): readonly Vertex[] {
  const pieces = piecesOf(outline);
  const closing = closingPieces(outline);
  return ends.map((index) => {
    const piece = pieces[index] as Piece;
    const isMove = outline[index]?.kind === "move";
    const isClose = outline[index]?.kind === "close";
    const { first, close } = closing[index] ?? {};
    const arriving = isMove && close !== undefined ? pieces[close]?.arriving : piece.arriving;
    const next = outline[index + 1]?.kind === "move" ? undefined : pieces[index + 1];
    const leaving = isClose && first !== undefined ? pieces[first + 1]?.leaving : next?.leaving;
    return { x: piece.end[0], y: piece.end[1], angle: between(arriving, leaving) };
  });
}

function between(arriving: Direction | undefined, leaving: Direction | undefined): number {
  if (!arriving || !leaving) {
    const [dx, dy] = arriving ?? leaving ?? [1, 0];
    return Math.atan2(dy, dx);
  }
  const unit = ([dx, dy]: Direction) => [dx / Math.hypot(dx, dy), dy / Math.hypot(dx, dy)] as const;
  const [a, b] = [unit(arriving), unit(leaving)];
  const [x, y] = [a[0] + b[0], a[1] + b[1]];
  // Straight back: a quarter turn, as half way round.
  return Math.hypot(x, y) < 1e-9 ? Math.atan2(a[1], a[0]) + Math.PI / 2 : Math.atan2(y, x);
}

function piecesOf(outline: Outline): readonly Piece[] {
  let [current, start]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  return outline.map((segment) => {
    const from = current;
    current = segment.kind === "close" ? start : [segment.x, segment.y];
    if (segment.kind === "move") start = current;
    return { end: current, ...directions(segment, from, current) };
  });
}

function directions(segment: Segment, from: Point, to: Point): Pick<Piece, "leaving" | "arriving"> {
  if (segment.kind === "move") return { leaving: undefined, arriving: undefined };
  const controls: readonly Point[] =
    segment.kind === "curve"
      ? [
          [segment.x1, segment.y1],
          [segment.x2, segment.y2],
        ]
      : [];
  // A control point that lies on an end says nothing of the direction there: the next one does.
  const leaving = [...controls, to].map((point) => vector(from, point)).find(isSome);
  const arriving = [...controls.toReversed(), from].map((point) => vector(point, to)).find(isSome);
  return { leaving, arriving };
}

const vector = ([x, y]: Point, [toX, toY]: Point): Direction => [toX - x, toY - y];
const isSome = ([dx, dy]: Direction) => Math.hypot(dx, dy) > 1e-9;

/** For each segment, where its subpath begins and, if it is closed, ends. */
function closingPieces(outline: Outline): readonly { readonly first: number; readonly close: number | undefined }[] {
  const result: { first: number; close: number | undefined }[] = [];
  let subpath: { first: number; close: number | undefined } = { first: 0, close: undefined };
  for (const [index, { kind }] of outline.entries()) {
    if (kind === "move" || outline[index - 1]?.kind === "close") subpath = { first: index, close: undefined };
    if (kind === "close") subpath.close = index;
    result.push(subpath);
  }
  return result;
}

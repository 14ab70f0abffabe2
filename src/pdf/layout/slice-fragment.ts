import { tolerance } from "../geometry/tolerance.ts";
import type { ChildRanges } from "./child-ranges.ts";
import type { ColumnPiece } from "./column-division.ts";
import { type BoxFragment, type Fragment, type LineFragment, moveFragment, reachOf } from "./fragment.ts";

type Piece = Pick<ColumnPiece, "start" | "end" | "painted" | "endsBy" | "isWholeAbove">;

/**
 * The part of a flow between two heights, from the top of that part. A line or a picture is in the piece that holds its foot, a box in
 * each that it reaches into, without the border where it is cut.
 */
export function sliceFragment(root: BoxFragment, piece: Piece, ranges: ChildRanges): BoxFragment {
  const children = sliceChildren(root, piece, ranges);
  const height = Math.max(0, piece.end - piece.start);
  const moved = children.map((child) => moveFragment(child, 0, -piece.start));
  return { ...root, y: 0, height, children: moved, reach: reachOf(moved, height) };
}

/** Of many children only those are looked at that reach into the piece: there may be as many pieces. */
function sliceChildren(box: BoxFragment, piece: Piece, ranges: ChildRanges): Fragment[] {
  const top = isFirst(piece) ? Number.NEGATIVE_INFINITY : Math.min(piece.start, piece.painted) - tolerance;
  const bottom = isLast(piece) ? Number.POSITIVE_INFINITY : piece.end + tolerance;
  return ranges.between(box, top, bottom).flatMap((child) => sliceChild(child, piece, ranges) ?? []);
}

/** Still from the top of the whole parent. */
function sliceChild(fragment: Fragment, piece: Piece, ranges: ChildRanges): Fragment | undefined {
  if (fragment.kind !== "box") return sliceLeaf(fragment, piece, ranges);
  if (fragment.float === "whole") return belongs(fragment, piece) ? fragment : undefined;
  return sliceBox(fragment, piece, ranges);
}

function sliceLeaf(fragment: Exclude<Fragment, BoxFragment>, piece: Piece, ranges: ChildRanges): Fragment | undefined {
  if (fragment.kind === "line" && fragment.isDivided) return sliceTallLine(fragment, piece, ranges);
  return belongs(fragment, piece) ? fragment : undefined;
}

/** The boxes in the line go from column to column; its text is where its baseline is. */
function sliceTallLine(line: LineFragment, piece: Piece, ranges: ChildRanges): Fragment | undefined {
  const within = from(piece, line.y);
  const hasText = belongs({ y: line.y, height: line.baseline }, piece);
  const kept = line.atoms.map((atom) => sliceChild(atom, within, ranges));
  const atoms = kept.flatMap((atom) => atom ?? []);
  if (!hasText && atoms.length === 0) return undefined;
  const top = Math.max(line.y, piece.start);
  const runsBefore = line.runsBefore.filter((_, index) => kept[index] !== undefined);
  const nothing = { runs: [], backgrounds: [], links: [], marks: [], anchors: undefined };
  return {
    ...line,
    ...(hasText ? { runsBefore } : { ...nothing, runsBefore: runsBefore.map(() => 0) }),
    y: top,
    baseline: line.baseline - (top - line.y),
    height: Math.min(line.y + line.height, piece.end) - top,
    atoms: atoms.map((atom) => moveFragment(atom, 0, line.y - top)),
  };
}

function sliceBox(fragment: BoxFragment, piece: Piece, ranges: ChildRanges): BoxFragment | undefined {
  if (fragment.height === 0 && fragment.children.length === 0) return slicePoint(fragment, piece);
  const { y, height, reach = { top: 0, bottom: height } } = fragment;
  const bottom = y + height;
  const isBelow = !isLast(piece) && y + reach.top >= piece.end - tolerance;
  const isAbove = !isFirst(piece) && y + reach.bottom <= Math.min(piece.start, piece.painted) + tolerance;
  if (isBelow || isAbove) return undefined;
  const top = isFirst(piece) ? y : Math.max(y, Math.min(piece.start, bottom));
  const end = isLast(piece) ? bottom : Math.max(top, Math.min(bottom, piece.end));
  const children = sliceChildren(fragment, from(piece, y), ranges);
  const moved = children.map((child) => moveFragment(child, 0, y - top));
  const begins = isFirst(piece) || y >= Math.min(piece.start, piece.painted) - tolerance;
  return {
    ...fragment,
    y: top,
    height: end - top,
    children: moved,
    reach: reachOf(moved, end - top),
    marks: begins ? fragment.marks : undefined,
    isCutAbove: fragment.isCutAbove === true || top > y + tolerance,
    isCutBelow: fragment.isCutBelow === true || end < bottom - tolerance || (top > y && end === top),
  };
}

/** What has no height is in one piece: the one that goes on there. */
function slicePoint(fragment: BoxFragment, piece: Piece): BoxFragment | undefined {
  const isBelow = !isLast(piece) && fragment.y >= piece.end - tolerance;
  const isAbove = !isFirst(piece) && fragment.y < piece.painted - tolerance;
  return isBelow || isAbove
    ? undefined
    : { ...fragment, y: Math.max(fragment.y, isFirst(piece) ? fragment.y : piece.start) };
}

/** On the first piece that holds its foot. */
function belongs({ y, height }: { readonly y: number; readonly height: number }, piece: Piece): boolean {
  const bottom = y + height;
  return (isLast(piece) || bottom <= piece.end + tolerance) && (isFirst(piece) || bottom > piece.painted + tolerance);
}

const isFirst = ({ isWholeAbove }: Piece) => isWholeAbove;
const isLast = ({ endsBy }: Piece) => endsBy === "flow";

/** The same piece, measured from the top of a box in the flow. */
const from = ({ start, end, painted, ...rest }: Piece, y: number): Piece => ({
  ...rest,
  start: start - y,
  end: end - y,
  painted: painted - y,
});

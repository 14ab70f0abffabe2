import { greatest } from "../geometry/extremes.ts";
import { tolerance } from "../geometry/tolerance.ts";
import type { ChildRanges } from "./child-ranges.ts";
import type { Fragment, ImageFragment, LineFragment } from "./fragment.ts";

/** What a page's end must not cut: from the top of the layout, pt. */
export interface Obstacle {
  readonly top: number;
  readonly bottom: number;
  readonly fragment: LineFragment | ImageFragment;
}

export interface DivisionRange {
  readonly start: number;
  readonly limit: number;
}

/**
 * Where a page may end though no break point says so, in a tall box, its padding or between pictures: the lowest height below
 * `start`, at `limit` or above, that no line and no picture crosses. Where a picture as tall as the page stands beside text, one that no
 * line crosses: the picture is cut at the page's end. Where there is none, what is in the way.
 */
export function findDivision(root: Fragment, range: DivisionRange, ranges: ChildRanges): number | Obstacle {
  const found = divisionOf(root, range, { ranges, cutsPictures: false });
  if (typeof found === "number" || found.fragment.kind === "line") return found;
  const beside = divisionOf(root, range, { ranges, cutsPictures: true });
  // Where no text stands beside it, there is nothing that it would have to be cut for.
  return typeof beside === "number" && beside < range.limit - tolerance ? beside : found;
}

interface DivisionOptions {
  readonly ranges: ChildRanges;
  readonly cutsPictures: boolean;
}

function divisionOf(root: Fragment, { start, limit }: DivisionRange, options: DivisionOptions): number | Obstacle {
  let y = limit;
  for (;;) {
    const obstacle = highestAcross(root, { above: 0, y }, options);
    if (!obstacle) return y;
    if (obstacle.top <= start + tolerance) return obstacle;
    y = obstacle.top;
  }
}

interface Across {
  /** Top of the parent. */
  readonly above: number;
  readonly y: number;
}

function highestAcross(fragment: Fragment, { above, y }: Across, options: DivisionOptions): Obstacle | undefined {
  const top = above + fragment.y;
  if (fragment.kind === "image")
    return options.cutsPictures ? undefined : crossed({ top, bottom: top + fragment.height, fragment }, y);
  if (fragment.kind === "line") {
    if (!fragment.isDivided) return crossed({ top, bottom: top + fragment.height, fragment }, y);
    return highest([
      textOf(fragment, top, y),
      ...fragment.atoms.map((atom) => highestAcross(atom, { above: top, y }, options)),
    ]);
  }
  const children = options.ranges.between(fragment, y - top, y - top);
  return highest(children.map((child) => highestAcross(child, { above: top, y }, options)));
}

const crossed = (obstacle: Obstacle, y: number) =>
  obstacle.top < y - tolerance && obstacle.bottom > y + tolerance ? obstacle : undefined;

/** The text of a line that boxes in it make tall. */
function textOf(line: LineFragment, top: number, y: number): Obstacle | undefined {
  const size = greatest(
    line.runs.map(({ item }) => item.style.fontSize),
    0,
  );
  const baseline = top + line.baseline;
  return crossed({ top: baseline - size, bottom: baseline + size / 3, fragment: line }, y);
}

const highest = (obstacles: readonly (Obstacle | undefined)[]) =>
  obstacles.reduce((best, each) => (each && (!best || each.top < best.top) ? each : best), undefined);

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
 * `start`, at `limit` or above, that no line and no picture crosses. Where there is none, what is in the way.
 */
export function findDivision(root: Fragment, { start, limit }: DivisionRange, ranges: ChildRanges): number | Obstacle {
  let y = limit;
  for (;;) {
    const obstacle = highestAcross(root, { above: 0, y }, ranges);
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

function highestAcross(fragment: Fragment, { above, y }: Across, ranges: ChildRanges): Obstacle | undefined {
  const top = above + fragment.y;
  if (fragment.kind === "image") return crossed({ top, bottom: top + fragment.height, fragment }, y);
  if (fragment.kind === "line") {
    if (!fragment.isDivided) return crossed({ top, bottom: top + fragment.height, fragment }, y);
    return highest([
      textOf(fragment, top, y),
      ...fragment.atoms.map((atom) => highestAcross(atom, { above: top, y }, ranges)),
    ]);
  }
  const children = ranges.between(fragment, y - top, y - top);
  return highest(children.map((child) => highestAcross(child, { above: top, y }, ranges)));
}

const crossed = (obstacle: Obstacle, y: number) =>
  obstacle.top < y - tolerance && obstacle.bottom > y + tolerance ? obstacle : undefined;

/** The text of a line that boxes in it make tall. */
function textOf(line: LineFragment, top: number, y: number): Obstacle | undefined {
  const size = Math.max(0, ...line.runs.map(({ item }) => item.style.fontSize));
  const baseline = top + line.baseline;
  return crossed({ top: baseline - size, bottom: baseline + size / 3, fragment: line }, y);
}

const highest = (obstacles: readonly (Obstacle | undefined)[]) =>
  obstacles.reduce((best, each) => (each && (!best || each.top < best.top) ? each : best), undefined);

import { tolerance } from "../geometry/tolerance.ts";
import type { BlockFlow } from "./block-flow.ts";
import { type BreakPoint, type FloatMove, penalties } from "./break-point.ts";
import type { FloatArea } from "./float-areas.ts";
import { PointsByHeight } from "./points-by-height.ts";

/**
 * A formatting root holds its floats (CSS 2.2, 10.6.7), and a page that ends in it ends in the floats too.
 *
 * In: the flow with the candidates where a page may end, and the floats beside it, each a flow of its own with such candidates
 * (CSS Fragmentation 3, 4.1: parallel fragmentation flows). Out: the flow as high as the lowest of them, and candidates that
 * divide all of them: what a break would cut, in a float, begins the next page. Guaranteed: no line and no image of a float
 * lies on the edge of a page.
 *
 * A float that cannot be divided, or has nothing above that point, would take a hole on this page and one on the next. So
 * the break point says how much further down it had better stand (`floatMoves`), and the layout is done once more.
 */
export function encloseFloats(flow: BlockFlow, pageHeight: number): BlockFlow {
  const areas = flow.floats ?? [];
  if (areas.length === 0) return flow;
  const contentEnd = flow.end - flow.trailingMargin;
  const floatEnd = areas.reduce((end, { bottom }) => Math.max(end, bottom), 0);
  const end = Math.max(flow.end, floatEnd);
  const candidates = [...flow.breaks, ...candidatesInFloats(flow.breaks, areas, contentEnd)].sort((a, b) => a.y - b.y);
  return {
    ...flow,
    end,
    trailingMargin: end - Math.max(contentEnd, floatEnd),
    breaks: divideFloats(candidates, areas, pageHeight),
    isEmpty: flow.isEmpty && floatEnd === 0,
  };
}

/** A break point, and the float that it was found in. */
type BreakCandidate = BreakPoint & { readonly divides?: FloatArea };

/** `candidates` ascending by `y`. Each looks only at the floats that are near it. */
function divideFloats(
  candidates: readonly BreakCandidate[],
  areas: readonly FloatArea[],
  pageHeight: number,
): readonly BreakPoint[] {
  const ahead = areas.toSorted((a, b) => b.naturalTop - a.naturalTop);
  let near: NearFloat[] = [];
  return candidates.map((point) => {
    for (let area = ahead.at(-1); area && area.naturalTop < point.next; area = ahead.at(-1)) {
      near.push({ area, byHeight: new PointsByHeight(area.breaks) });
      ahead.pop();
    }
    near = near.filter(({ area }) => area.bottom > point.y + tolerance);
    const acrossBreak = near.filter(
      ({ area: { top, naturalTop } }) => Math.min(top, naturalTop) < point.next - tolerance,
    );
    return throughFloats(point, { areas: acrossBreak, pageHeight });
  });
}

/**
 * Where floats begin, may be divided, or end, beside the flow: below its end, or in the gap above what was cleared, there is nothing
 * else to divide. Elsewhere what the flow has not finished there begins the next page, which is a last resort.
 */
function candidatesInFloats(
  breaks: readonly BreakPoint[],
  areas: readonly FloatArea[],
  contentEnd: number,
): BreakCandidate[] {
  const candidates = areas.flatMap((area) => [
    ...area.breaks.map(({ y, penalty }) => ({
      y: area.top + y,
      penalty: area.isWhole ? penalties.parallel : penalty,
      divides: area,
    })),
    ...[area.top, area.bottom].map((y) => ({ y, penalty: penalties.none, divides: area })),
  ]);
  let index = -1;
  return candidates
    .sort((a, b) => a.y - b.y)
    .flatMap(({ y, penalty, divides }): BreakCandidate[] => {
      while (index + 1 < breaks.length && (breaks[index + 1] as BreakPoint).y < y - tolerance) index += 1;
      if (y >= contentEnd - tolerance) return [{ y, next: y, forced: false, penalty, repeat: undefined, divides }];
      const above = breaks[index];
      if (!above || above.forced) return [];
      const isGap = y <= above.next + tolerance;
      const { next, repeat } = above;
      const worse = isGap ? Math.max(penalty, above.penalty) : penalties.parallel;
      return [{ y, next, forced: false, penalty: worse, repeat, divides }];
    });
}

interface NearFloat {
  readonly area: FloatArea;
  /** Its break points, from its top. */
  readonly byHeight: PointsByHeight;
}

interface AcrossBreak {
  /** That reach across the break point. */
  readonly areas: readonly NearFloat[];
  readonly pageHeight: number;
}

function throughFloats({ divides, ...point }: BreakCandidate, { areas, pageHeight }: AcrossBreak): BreakPoint {
  let { next } = point;
  const floatMoves: FloatMove[] = [];
  for (const float of areas) {
    const { area } = float;
    const start = startBelow(float, point.y, area === divides);
    next = Math.min(next, start);
    if (start > area.top + tolerance || (area.contentEnd > pageHeight && area.breaks.length > 0)) continue;
    // It begins the next page: beside what comes next, or above what it keeps at a distance with `clear`.
    const edge = area.bottom <= point.next + tolerance ? point.y : point.next;
    // In the wrong position: cut, or delayed to where the page does not end any more.
    const isCut = area.top < point.y - tolerance;
    const isAstray = area.naturalTop < point.y - tolerance && Math.abs(area.top - edge) > tolerance;
    if (isCut || isAstray) floatMoves.push({ box: area.box, by: edge - area.top });
  }
  if (next === point.next && floatMoves.length === 0) return point;
  return floatMoves.length === 0 ? { ...point, next } : { ...point, next, floatMoves };
}

/** Where the next page begins in a float if the page ends at `y`: at what is cut, or at the float if it is below. */
function startBelow({ area, byHeight }: NearFloat, y: number, isDivided: boolean): number {
  const { top, contentEnd, isWhole } = area;
  if (y <= top + tolerance) return top;
  if (y >= top + contentEnd - tolerance) return Number.POSITIVE_INFINITY;
  const last = isWhole && !isDivided ? undefined : byHeight.lastUpTo(y - top);
  return last ? top + last.next : top;
}

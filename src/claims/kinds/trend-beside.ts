import type { Period } from "../../dataset/index.ts";
import {
  type Direction,
  type Distance,
  exact,
  type Rational,
  roundHalfUp,
  type TrendBeside,
} from "../../language/index.ts";
import type { Among } from "../select/group.ts";
import type { SelectContext } from "../select/select.ts";
import type { Selection } from "../select/selection.ts";
import type { AmongSpec, TrendSpec } from "../spec/claim-spec.ts";
import { type Changes, changesOf, type MeasureShape, saidDistance, shapeOf } from "./changes.ts";
import { comparability, type Ordered, selectRanked } from "./rank.ts";

/** Of fewer than this, thirds and ranks of changes say little; what few did against all others is said of this many. */
const [fewCompared, fewestAgainst] = [10, 6];
/** So few changes are the largest: the first of so many. */
const farPart = 10;

/** All that a course is compared with, at both its ends. */
export interface Compared {
  readonly earlier: Among;
  readonly now: Among;
}

/** The figures of all at the ends of a course; undefined where they cannot be set against each other. */
export function selectCompared(
  { of, among }: TrendSpec & { readonly among: AmongSpec },
  context: SelectContext,
  { from, to, time }: { readonly from: Selection; readonly to: Selection; readonly time: string },
): Compared | undefined {
  const [first, last] = [from.periods[0], to.periods[0]];
  if (!first || !last) return undefined;
  const at = ({ label }: Period) => ({ of: { ...of, at: { ...of.at, [time]: label } }, among });
  const groups = { earlier: selectRanked(at(first), context).among, now: selectRanked(at(last), context).among };
  return groups.earlier.once(comparability) || groups.now.once(comparability) ? undefined : groups;
}

/**
 * What sets a change apart from those of all others: that most went the other way, its rank among the few largest, and where its course is that of
 * many, whether it went further than most. It holds of the figures as they are known, and as they are printed; one that is not known may be any.
 */
export function besideOthers(
  { earlier, now }: Compared,
  {
    from,
    to,
    direction,
    isCommon,
  }: {
    readonly from: Selection;
    readonly to: Selection;
    readonly direction: Direction;
    readonly isCommon: boolean;
  },
): TrendBeside | undefined {
  if (direction === "flat") return undefined;
  const { size, readings }: Changes = changesOf(earlier, now);
  const shape = shapeOf(to);
  const [known, printed] = readings.map(({ own, changes, median }) => {
    const change = own(from, to);
    return change && placeOf({ change, changes, median, size, direction, shape, isCommon });
  });
  // Compared as it would be said.
  return known && printed && keyOf(known) === keyOf(printed) ? known : undefined;
}

/** What would be read. */
function keyOf(beside: TrendBeside): string {
  const { distance, ...said } = { distance: undefined, ...beside };
  return JSON.stringify([said, distance && String(printedSize(distance))]);
}

const printedSize = ({ size, mode, decimals }: Distance): Rational =>
  roundHalfUp(mode === "relative" ? size.mul(100) : size, decimals);

interface Placed {
  readonly change: Rational;
  readonly changes: Ordered;
  readonly median: Rational | undefined;
  readonly size: number;
  readonly direction: "up" | "down";
  readonly shape: MeasureShape;
  readonly isCommon: boolean;
}

function placeOf(of: Placed): TrendBeside | undefined {
  const { change, changes, size, direction, shape, isCommon } = of;
  const isRise = direction === "up";
  const [below, above] = [changes.below(change), changes.above(change)];
  const [less, further] = isRise ? [below, above] : [above, below];
  const isWhole = changes.size === size;
  const terms = { direction, mode: shape.isShare ? ("points" as const) : ("relative" as const) };
  const against = isRise ? changes.below(exact(0)) : changes.above(exact(0));
  if (isWhole && size >= fewestAgainst && against * 3 >= 2 * size) return { kind: "against", count: against, ...terms };
  if (size < fewCompared) return undefined;
  if (isWhole && size - above - below === 1) {
    const few = Math.max(1, Math.floor(size / farPart));
    if (further < few) return { kind: "rank", position: further + 1, end: "largest", ...terms };
    // The smallest of changes that all went one way: of one by nothing, it would not be the smallest that readers think of.
    if (against === 0 && less < few) return { kind: "rank", position: less + 1, end: "smallest", ...terms };
  }
  if (!isCommon) return undefined;
  if (less * 3 >= 2 * size) return { kind: "most", degree: "more", ...terms };
  if (further * 3 >= 2 * size) return { kind: "most", degree: "less", ...terms };
  return besideMedian(of, terms);
}

/** Of the middle third: on which side of the middle one, and how large that is, where it went the same way. */
function besideMedian(
  { change, median, direction, shape }: Placed,
  terms: Pick<TrendBeside, "direction" | "mode">,
): TrendBeside | undefined {
  if (!median || median.compare(0) > 0 !== (direction === "up")) return undefined;
  const [distance, own] = [saidDistance(median, shape), saidDistance(change, shape)];
  if (!distance || !own) return undefined;
  const order = printedSize(own).compare(printedSize(distance));
  // Of two that read alike, one number is enough.
  if (order === 0) return { kind: "median", relation: "same", ...terms };
  return { kind: "median", relation: order > 0 ? "more" : "less", distance, ...terms };
}

import type { RoundingBounds } from "./rounding-bounds.ts";

/** What a release says of a member of a relation; undefined where it had none. */
export type State = RoundingBounds | "hidden" | undefined;

/** A relation in one release: what that says of the whole, then of its parts. */
export type Standing = readonly State[];

/**
 * One of several standings of a sum with its figures as narrow as the others make them, if they were not revised between: where figures are
 * rounded by another rule each time, two say more of a count than one. By what came before first, and by what came after.
 */
export function narrowedStandings(all: readonly Standing[], index: number): readonly Standing[] {
  const own = all[index] ?? [];
  const [before, after] = [all.slice(0, index).toReversed(), all.slice(index + 1)];
  const narrowedBy = (orders: readonly (readonly Standing[])[]): Standing =>
    own.map((state, at) =>
      orders.reduce((found, others) => {
        // A sum is another number where any part of it is.
        const end = at > 0 ? -1 : others.findIndex((other) => hasOtherParts(own, other));
        return narrowedWith(
          found,
          (end < 0 ? others : others.slice(0, end)).map((other) => other[at]),
        );
      }, state),
    );
  return [narrowedBy([before, after]), narrowedBy([after, before])];
}

/** Goes from one standing to the next for as long as a figure may be of the same count. */
function narrowedWith(state: State, others: readonly State[]): State {
  let found = state;
  for (const other of others) {
    if (!isShown(found) || !isShown(other)) continue;
    const both = { low: Math.max(found.low, other.low), high: Math.min(found.high, other.high) };
    if (both.low > both.high) break;
    found = both;
  }
  return found;
}

const hasOtherParts = (one: Standing, other: Standing): boolean =>
  one.some((state, at) => {
    const [a, b] = [state ?? nothing, other[at] ?? nothing];
    return at > 0 && isShown(a) && isShown(b) && (a.low > b.high || b.low > a.high);
  });

const isShown = (state: State): state is RoundingBounds => typeof state === "object";

export const nothing: RoundingBounds = { low: 0, high: 0 };

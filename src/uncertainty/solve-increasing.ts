/**
 * Where an increasing function reaches a target, by halving the interval until doubles lie no closer.
 * @param low a point where the function is at or below the target. @param high one where it is at or above it.
 */
export function solveIncreasing(
  evaluate: (x: number) => number,
  target: number,
  { low, high }: { readonly low: number; readonly high: number },
): number {
  let [below, above] = [low, high];
  for (;;) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) return middle;
    if (evaluate(middle) < target) below = middle;
    else above = middle;
  }
}

/**
 * The probability of `atLeast` or more successes in `trials`, each with probability `p`. All terms are positive, and are
 * summed from the edge of the tail outwards until they no longer count, so counts of millions take thousands of steps.
 */
export function upperTail(trials: number, atLeast: number): (p: number) => number {
  if (atLeast <= 0) return () => 1;
  if (atLeast > trials) return () => 0;
  const logChoose = logBinomial(trials, atLeast);
  return (p) => {
    if (p <= 0) return 0;
    if (p >= 1) return 1;
    const edge = Math.exp(logChoose + atLeast * Math.log(p) + (trials - atLeast) * Math.log1p(-p));
    // Beyond the mean the tail is the shorter side, else what lies below it is.
    if (atLeast > trials * p) {
      const odds = p / (1 - p);
      return sumOf(edge, (k) => ((trials - k) / (k + 1)) * odds, { from: atLeast, step: 1, until: trials });
    }
    const odds = (1 - p) / p;
    return 1 - (sumOf(edge, (k) => (k / (trials - k + 1)) * odds, { from: atLeast, step: -1, until: 0 }) - edge);
  };
}

/** Adds terms from `first` on, each the last one times `ratio`, until they are too small to matter. */
function sumOf(
  first: number,
  ratio: (k: number) => number,
  { from, step, until }: { readonly from: number; readonly step: 1 | -1; readonly until: number },
): number {
  let term = first;
  let total = first;
  for (let k = from; k !== until; k += step) {
    term *= ratio(k);
    total += term;
    if (term <= total * Number.EPSILON && ratio(k) < 1) break;
  }
  return total;
}

/** Up to so many factors are multiplied one by one. */
const mostFactors = 10_000;

/**
 * The logarithm of the number of ways to choose `chosen` of `all`: factor by factor, or by Stirling's formula with its first two corrections, which are
 * exact to the last digits there. Populations of a world would take billions of factors.
 */
function logBinomial(all: number, chosen: number): number {
  const fewer = Math.min(chosen, all - chosen);
  if (fewer > mostFactors) {
    const more = all - fewer;
    return (
      fewer * Math.log(all / fewer) -
      more * Math.log1p(-fewer / all) +
      Math.log(all / (2 * Math.PI * fewer * more)) / 2 +
      (correction(all) - correction(fewer) - correction(more))
    );
  }
  let total = 0;
  for (let k = 1; k <= fewer; k += 1) total += Math.log((all - fewer + k) / k);
  return total;
}

/** How far the logarithm of a factorial is above Stirling's formula. */
const correction = (n: number): number => 1 / (12 * n) - 1 / (360 * n ** 3);

/**
 * Tests whether two counts differ, given equal time or population: under no difference, the second count is binomial in
 * their sum with probability one half (the exact conditional test; Przyborowski and Wilenski, 1940).
 * @returns the two-sided p-value, 0 to 1. Indicative only: recorded offences cluster, counts are not independent events.
 */
export function conditionalBinomialTest(first: number, second: number): number {
  const total = first + second;
  if (total === 0) return 1;
  const smaller = Math.min(first, second);
  let logTerm = -total * Math.LN2;
  let tail = Math.exp(logTerm);
  for (let k = 1; k <= smaller; k += 1) {
    logTerm += Math.log((total - k + 1) / k);
    tail += Math.exp(logTerm);
  }
  return Math.min(1, 2 * tail);
}

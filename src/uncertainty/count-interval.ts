import { requireCount } from "./require-count.ts";
import { solveIncreasing } from "./solve-increasing.ts";

/** The 95% interval of a count. */
export interface CountInterval {
  readonly low: number;
  readonly high: number;
  readonly method: "byar" | "exact";
}

/** The 97.5th percentile of the normal distribution, for 95% between two sides. */
const z = 1.959963984540054;
const tail = 0.025;

/** From here on Byar's approximation agrees with the exact interval to the digit that is printed. */
const byarFrom = 10;

/**
 * The 95% interval of a count of cases that come about independently: the means under which so many, or so few, would
 * not be surprising. From 10 on by Byar's approximation (Breslow and Day, Statistical Methods in Cancer Research II, 1987,
 * p. 69), below by the exact Poisson interval (Garwood, 1936). Indicative only: recorded offences cluster.
 * @throws RangeError for what is no count.
 */
export function countInterval(count: number): CountInterval {
  requireCount(count);
  if (count >= byarFrom) {
    return { low: byar(count, -z), high: byar(count + 1, z), method: "byar" };
  }
  const bounds = { low: 0, high: 4 * byarFrom };
  return {
    low: count === 0 ? 0 : solveIncreasing((mean) => 1 - atMost(count - 1, mean), tail, bounds),
    high: solveIncreasing((mean) => 1 - atMost(count, mean), 1 - tail, bounds),
    method: "exact",
  };
}

const byar = (count: number, deviation: number): number =>
  count * (1 - 1 / (9 * count) + deviation / (3 * Math.sqrt(count))) ** 3;

/** The probability of `count` cases or fewer, where `mean` are expected. A sum of ten terms at most. */
function atMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let total = term;
  for (let k = 1; k <= count; k += 1) {
    term *= mean / k;
    total += term;
  }
  return total;
}

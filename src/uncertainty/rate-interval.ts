import { countInterval } from "./count-interval.ts";
import { requireExposure } from "./require-count.ts";

/** A rate and its 95% interval, in cases per `per`. */
export interface RateInterval {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A rate with the interval of the count behind it; the population is taken as known. Indicative only, as `countInterval`.
 * @param options.per cases per how many. Default 100,000.
 * @throws RangeError for what is no count, and for an empty population.
 */
export function rateInterval(
  count: number,
  { population, per = 100_000 }: { readonly population: number; readonly per?: number },
): RateInterval {
  requireExposure(population);
  requireExposure(per);
  const { low, high } = countInterval(count);
  const rateOf = (cases: number) => (cases / population) * per;
  return { rate: rateOf(count), low: rateOf(low), high: rateOf(high) };
}

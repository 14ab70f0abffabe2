/**
 * uncertainty/: how far chance alone moves a count, a rate, and the ratio of two counts.
 *
 * In: counts (whole numbers) and what they are out of. Out: 95% intervals, control limits and a p-value, as plain numbers.
 * Guarantees
 * - The methods that public health statistics in England use: Byar's approximation from 10 on, the exact interval below;
 *   two counts by the exact conditional test.
 * - Everything here is indicative. It takes cases to come about independently, and recorded offences cluster: one
 *   offender, one operation, one new way of counting brings many. Real intervals are wider.
 * Not its job: sampling error of surveys, series of more than two counts.
 */

export { type CountComparison, compareCounts, type Exposures } from "./compare-counts.ts";
export { type ControlLevel, type ControlLimits, controlLimits } from "./control-limits.ts";
export { type CountInterval, countInterval } from "./count-interval.ts";
export { type RateInterval, rateInterval } from "./rate-interval.ts";

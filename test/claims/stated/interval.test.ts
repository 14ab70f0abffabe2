import fc from "fast-check";
import { expect, test } from "vitest";
import {
  contains,
  type Interval,
  isWithin,
  mirrored,
  overlaps,
  shifted,
  toStatedRange,
} from "../../../src/claims/result/interval.ts";
import { exact } from "../../../src/language/numbers/rational.ts";
import { trials } from "../../support/trials.ts";

/** Ends are whole numbers from 0 to 4, so that the halves from −1 to 5 tell any two intervals apart, by trying them all. */
const halves = Array.from({ length: 13 }, (_, index) => (index - 2) / 2);
const holds = (interval: Interval) => halves.filter((value) => contains(interval, exact(value)));

const end = fc.option(fc.integer({ min: 0, max: 4 }));
const intervals = fc
  .record({ low: end, high: end, lowIncluded: fc.boolean(), highIncluded: fc.boolean() })
  .map(
    ({ low, high, ...ends }): Interval => ({
      low: low === null ? null : exact(low),
      high: high === null ? null : exact(high),
      ...ends,
    }),
  )
  .filter((interval) => holds(interval).length > 0);

test("an interval holds what lies between its ends, and the ends that are included", () => {
  fc.assert(
    fc.property(intervals, fc.constantFrom(...halves), (interval, value) => {
      const { low, high, lowIncluded, highIncluded } = toStatedRange(interval);
      const isAbove = low === null || value > low || (lowIncluded && value === low);
      const isBelow = high === null || value < high || (highIncluded && value === high);
      expect(contains(interval, exact(value))).toBe(isAbove && isBelow);
    }),
    { numRuns: trials(500, 500) },
  );
});

test("one is within another if all that it holds is, and overlaps it if some of it is", () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const [inA, inB] = [holds(a), holds(b)];
      // Beyond the ends, what has none goes on.
      const goesOn = (a.low === null && b.low !== null) || (a.high === null && b.high !== null);
      expect(isWithin(a, b)).toBe(!goesOn && inA.every((value) => inB.includes(value)));
      expect(overlaps(a, b)).toBe(inA.some((value) => inB.includes(value)));
    }),
    { numRuns: trials(1000, 1000) },
  );
});

test("mirrored and shifted, it holds what it held, mirrored and shifted", () => {
  fc.assert(
    fc.property(intervals, fc.constantFrom(...halves), (interval, value) => {
      const held = contains(interval, exact(value));
      expect(contains(mirrored(interval), exact(-value))).toBe(held);
      expect(contains(shifted(interval, 3), exact(value + 3))).toBe(held);
    }),
    { numRuns: trials(500, 500) },
  );
});

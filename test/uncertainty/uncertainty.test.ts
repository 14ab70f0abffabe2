import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exact, type Rational } from "../../src/language/numbers/rational.ts";
import { compareCounts, countInterval, rateInterval } from "../../src/uncertainty/index.ts";

const oneDecimal = (value: number | null) => Number(value?.toFixed(1));
const twoDecimals = (value: number | null) => Number(value?.toFixed(2));

test("populations of a world are compared, and counts agree where factors give way to a formula", () => {
  const world = compareCounts(4_000_000_000, 4_001_000_000);
  expect(world.significant).toBe(true);
  expect(world.low).toBeCloseTo(1.00025 - 1.96 * Math.sqrt(2 / 4e9), 6);
  expect(world.high).toBeCloseTo(1.00025 + 1.96 * Math.sqrt(2 / 4e9), 6);
  // 10,000 factors, and one more.
  const [before, after] = [compareCounts(10_000, 10_200), compareCounts(10_001, 10_201)];
  expect(after.p).toBeCloseTo(before.p, 4);
  expect(after.low).toBeCloseTo(before.low, 5);
});

describe("the interval of a count", () => {
  test.each([
    [274, 242.5, 308.4],
    [114, 94.0, 136.9],
  ])("%d is %d to %d by Byar", (count, low, high) => {
    const interval = countInterval(count);
    expect([oneDecimal(interval.low), oneDecimal(interval.high), interval.method]).toEqual([low, high, "byar"]);
  });

  // The exact values are quantiles of the gamma distribution.
  test.each([
    [0, 0, 3.69],
    [1, 0.03, 5.57],
    [5, 1.62, 11.67],
    [9, 4.12, 17.08],
  ])("%d is %d to %d exactly", (count, low, high) => {
    const interval = countInterval(count);
    expect([twoDecimals(interval.low), twoDecimals(interval.high), interval.method]).toEqual([low, high, "exact"]);
  });

  test("holds the count, grows with it, and has no seam between the methods", () => {
    for (let count = 1; count < 500; count += 1) {
      const [before, now] = [countInterval(count - 1), countInterval(count)];
      expect(now.low).toBeLessThan(count);
      expect(now.high).toBeGreaterThan(count);
      expect(now.low).toBeGreaterThan(before.low);
      expect(now.high).toBeGreaterThan(before.high);
    }
  });

  test("is of counts only", () => {
    for (const value of [-1, 2.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => countInterval(value)).toThrow(/is not a count/);
      expect(() => compareCounts(value, 1)).toThrow(/is not a count/);
    }
    expect(() => rateInterval(5, { population: 0 })).toThrow(/not a population/);
  });

  test("a rate has the interval of its count", () => {
    const { rate, low, high } = rateInterval(114, { population: 1_160_000 });
    expect([oneDecimal(rate), oneDecimal(low), oneDecimal(high)]).toEqual([9.8, 8.1, 11.8]);
    expect(rateInterval(5, { population: 1000, per: 1000 }).high).toBe(countInterval(5).high);
  });
});

describe("two counts, by the exact conditional test", () => {
  test.each([
    [114, 274, 2.4, 1.92, 3.02],
    [14, 22, 1.57, 0.77, 3.32],
    // Quantiles of the beta distribution, as odds, from another implementation.
    [3217, 4373, 1.36, 1.3, 1.42],
    [1, 1, 1, 0.01, 78.5],
    [5, 0, 0, 0, 1.09],
  ])("%d to %d: ratio %d (%d to %d)", (first, second, ratio, low, high) => {
    const found = compareCounts(first, second);
    expect([found.ratio, found.low, found.high].map(twoDecimals)).toEqual([ratio, low, high]);
  });

  test("14 and 22 may differ by chance, 114 and 274 do not", () => {
    expect(compareCounts(14, 22)).toMatchObject({ p: expect.closeTo(0.243, 3), significant: false });
    expect(compareCounts(114, 274).p).toBeLessThan(1e-12);
    expect(compareCounts(114, 274).significant).toBe(true);
    expect(compareCounts(0, 0)).toEqual({ ratio: null, low: 0, high: null, p: 1, significant: false });
    expect(compareCounts(5, 5).p).toBe(1);
    expect(compareCounts(0, 5)).toMatchObject({ ratio: null, high: null, low: expect.closeTo(0.9164, 4) });
  });

  test("twice the people or days halve the rate", () => {
    expect(compareCounts(10, 40, { first: 1, second: 4 })).toMatchObject({ ratio: 1, significant: false });
    expect(compareCounts(10, 40).significant).toBe(true);
    expect(() => compareCounts(1, 1, { first: 0 })).toThrow(/not a population/);
  });

  test("agrees with the sum of exact rationals", () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.nat({ max: 40 }), (first, second) => {
        expect(compareCounts(first, second).p).toBeCloseTo(Number(exactP(first, second).valueOf()), 10);
      }),
    );
  });

  test("is a probability, the same from either side, and agrees with its interval, up to large counts", () => {
    fc.assert(
      fc.property(fc.nat({ max: 20_000 }), fc.nat({ max: 20_000 }), (first, second) => {
        const { p, low, high, significant } = compareCounts(first, second);
        expect(p).toBe(compareCounts(second, first).p);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        // A difference is significant where the interval leaves one out.
        if (Math.abs(p - 0.05) > 1e-9) expect(significant).toBe(low > 1 || (high !== null && high < 1));
      }),
    );
  });
});

/** Twice the smaller tail of Binomial(n, 1/2), by whole numbers alone. */
function exactP(first: number, second: number): Rational {
  const total = first + second;
  let choose = 1n;
  let tail = 0n;
  for (let k = 0; k <= Math.min(first, second); k += 1) {
    tail += choose;
    choose = (choose * BigInt(total - k)) / BigInt(k + 1);
  }
  const p = exact(2n * tail).div(exact(2n ** BigInt(total)));
  return p.compare(1) > 0 ? exact(1) : p;
}

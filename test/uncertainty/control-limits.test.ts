import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { controlLimits } from "../../src/uncertainty/index.ts";

/**
 * Published: the table of control limits of rates that the Office for Health Improvement and Disparities tests PHEindicatormethods
 * with (`testdata_funnel_rate_outputs.csv`). Of so many events, the rates per 100,000 at which these are a limit; all are
 * 116.1720835 together.
 */
const overall = 116.1720835;
const published = [
  [1, 20.85059119, 4588.535848, 12.58170943, 116108.569],
  [2, 32.15975314, 959.2695538, 20.69168143, 5117.48863],
  [5, 49.78092521, 357.7858395, 35.30048174, 785.6132963],
  [10, 63.17010446, 242.2579623, 48.13632908, 392.4043292],
  [1360, 110.158048, 122.6021934, 106.9073359, 126.5084525],
] as const;

describe("control limits", () => {
  test.each(published)("of %i events are those that were published", (events, low, high, outerLow, outerHigh) => {
    const expected = (rate: number) => (events / rate) * overall;
    const found = [
      controlLimits(expected(low)).low,
      controlLimits(expected(high)).high,
      controlLimits(expected(outerLow), 0.998).low,
      controlLimits(expected(outerHigh), 0.998).high,
    ];
    for (const count of found) expect(count / events).toBeCloseTo(1, 4);
  });

  test("hold what is expected, the inner within the outer, and come closer in proportion as more is expected", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (expected) => {
        const [inner, outer] = [controlLimits(expected), controlLimits(expected, 0.998)];
        expect(outer.low).toBeLessThanOrEqual(inner.low);
        expect(inner.low).toBeLessThan(expected);
        expect(inner.high).toBeGreaterThan(expected);
        expect(outer.high).toBeGreaterThan(inner.high);
        const more = controlLimits(expected * 2);
        expect(more.high / 2).toBeLessThan(inner.high);
        expect(more.low / 2).toBeGreaterThanOrEqual(inner.low);
      }),
    );
  });

  test("of few there is no lower one", () => {
    expect(controlLimits(3).low).toBe(0);
    expect(controlLimits(4).low).toBeGreaterThan(0);
    expect(() => controlLimits(0)).toThrow(RangeError);
  });
});

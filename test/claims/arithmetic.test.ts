import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StatedSpec } from "../../src/claims/index.ts";
import { contains, type Interval } from "../../src/claims/result/interval.ts";
import { basesAllowing, possibleBases, possiblePrevious } from "../../src/claims/stated/back-solve.ts";
import { statedInterval } from "../../src/claims/stated/stated-interval.ts";
import { article, ordinal } from "../../src/language/english/numerals.ts";
import { decimalDigits, decimalsOf, exact, formatDecimal, roundHalfUp } from "../../src/language/numbers/rational.ts";
import { trials } from "../support/trials.ts";

const interval = (stated: StatedSpec): Interval => {
  // Percentages are of changes here.
  const found = statedInterval(stated, stated.unit === "percent" ? "change" : "amount");
  if (!found) throw new Error("No number is stated.");
  return found;
};
const bounds = (stated: StatedSpec) => {
  const { low, high } = interval(stated);
  return [low?.valueOf() ?? null, high?.valueOf() ?? null];
};

describe("rounding", () => {
  test.each([
    [1.005, 2, "1.01"],
    [2.675, 2, "2.68"],
    [0.5, 0, "1"],
    [2.5, 0, "3"],
    [-2.5, 0, "−3"],
    [-0.4, 0, "0"],
    [1234567.891, 1, "1,234,567.9"],
    [999.95, 1, "1,000.0"],
    [0.05, 1, "0.1"],
    [1e21, 0, "1,000,000,000,000,000,000,000"],
  ])("%d to %d places is %s", (value, decimals, text) => {
    expect(formatDecimal(exact(value), decimals)).toBe(text);
  });

  test("is half up on the decimal that was written, for any decimal", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 6 }),
        (digits, places) => {
          // digits × 10^-places, rounded to places - 1, by whole numbers alone.
          if (places === 0) return;
          const value = exact(digits).div(exact(10n ** BigInt(places)));
          const magnitude = digits < 0n ? -digits : digits;
          const rounded = (magnitude + 5n) / 10n;
          const expected = exact(digits < 0n ? -rounded : rounded).div(exact(10n ** BigInt(places - 1)));
          expect(roundHalfUp(value, places - 1).equals(expected)).toBe(true);
        },
      ),
    );
  });

  test("writes a double with the decimals that it prints with, and no fewer", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const decimals = decimalsOf(value);
        // Of a negative zero the sign is not printed.
        expect(Number(decimalDigits(exact(value), decimals))).toBe(value + 0);
        if (decimals > 0) expect(Number(decimalDigits(exact(value), decimals - 1))).not.toBe(value);
      }),
    );
  });
});

describe("a stated number is an interval", () => {
  test.each<[StatedSpec, (number | null)[]]>([
    [{ value: 140, unit: "percent" }, [1.395, 1.405]],
    [{ value: 140, unit: "percent", step: 10 }, [1.35, 1.45]],
    [{ value: 274 }, [273.5, 274.5]],
    [{ value: 2.4, unit: "times" }, [2.35, 2.45]],
    [{ value: 0.2, unit: "fraction" }, [0.15, 0.225]],
    [{ value: 1 / 3, unit: "fraction" }, [(1 / 4 + 1 / 3) / 2, (1 / 3 + 2 / 5) / 2]],
    [{ value: 0.5, unit: "fraction" }, [0.45, 0.55]],
    [{ value: 100, hedge: "about" }, [90, 110]],
    [{ value: 100, hedge: "nearly" }, [90, 100]],
    [{ value: 100, hedge: "more-than" }, [100, null]],
    [{ value: 100, hedge: "at-most" }, [null, 100]],
    [{ value: 100, hedge: "at-least" }, [100, null]],
    [{ value: 100, hedge: "less-than" }, [null, 100]],
    // A hedge allows no less than the rounding without it.
    [{ value: 3, hedge: "about" }, [2.5, 3.5]],
    [{ value: 3, hedge: "nearly" }, [2.5, 3]],
    [{ value: 0.2, unit: "fraction", hedge: "about" }, [0.15, 0.225]],
    [{ value: -1 / 3, unit: "fraction" }, [-(1 / 3 + 2 / 5) / 2, -(1 / 4 + 1 / 3) / 2]],
    [{ value: -25, unit: "percent", hedge: "more-than" }, [null, -0.25]],
    [{ value: 3 / 7, unit: "fraction" }, [3 / 7 - 0.005, 3 / 7 + 0.005]],
    [{ value: 1 / 7, unit: "fraction" }, [1 / 7.5, 1 / 6.5]],
    [{ value: 0.15, unit: "fraction" }, [0.145, 0.155]],
    [{ value: 4_300, step: 100 }, [4_250, 4_350]],
  ])("%j", (stated, expected) => {
    const [low, high] = bounds(stated);
    expect(low).toEqual(expected[0] === null ? null : expect.closeTo(expected[0] ?? 0, 12));
    expect(high).toEqual(expected[1] === null ? null : expect.closeTo(expected[1] ?? 0, 12));
  });

  test("a truthful rounding is never outside, hedged or not, of counts and of changes", () => {
    const hedges = ["none", "about", "nearly", "more-than", "at-least", "less-than", "at-most"] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: -2, max: 2 }),
        fc.constantFrom(...hedges),
        (from, to, places, hedge) => {
          const change = exact(to).sub(from).div(from);
          for (const [value, unit] of [
            [change.mul(100), "percent"],
            [exact(to), "number"],
          ] as const) {
            const step = 10 ** places;
            const said = roundHalfUp(value.div(step), 0).mul(step);
            const size = value.abs();
            // What the hedge claims of the size; where it does not hold, nobody would say it.
            const holds = {
              none: true,
              about: true,
              nearly: said.abs().compare(size) > 0,
              "more-than": said.abs().compare(size) < 0,
              "at-least": said.abs().compare(size) <= 0,
              "less-than": said.abs().compare(size) > 0,
              "at-most": said.abs().compare(size) >= 0,
            }[hedge];
            // Nothing is more or less than a fall or rise of nothing.
            if (!holds || said.equals(0)) continue;
            const stated = interval({ value: said.valueOf(), unit, step, hedge });
            expect(contains(stated, unit === "percent" ? value.div(100) : value)).toBe(true);
          }
        },
      ),
      { numRuns: trials(2000, 2000) },
    );
  });
});

describe("back-solving", () => {
  test.each<[number, StatedSpec, [number, number]]>([
    [274, { value: 140, unit: "percent" }, [114, 114]],
    [274, { value: 140, unit: "percent", step: 10 }, [112, 116]],
  ])("%d, changed by %j", (current, stated, [first, last]) => {
    expect(possiblePrevious(exact(current), interval(stated))).toEqual({ first, last });
  });

  test("of a fall by all but nothing, there is no most that it can have been from", () => {
    const fall = interval({ value: -100, unit: "percent" });
    // 3 of 600 is a fall of 99.5%.
    expect(possiblePrevious(exact(3), fall)).toEqual({ first: 600, last: Number.POSITIVE_INFINITY });
    expect(possibleBases(exact(3), interval({ value: 0, unit: "percent" }))).toMatchObject({ first: 601 });
  });

  test("929 at 34% is of 2,693 to 2,773", () => {
    expect(possibleBases(exact(929), interval({ value: 34, unit: "percent" }))).toEqual({ first: 2693, last: 2773 });
  });

  test("77% is possible for 336 of the bases 1 to 388, the smallest being 13", () => {
    expect(basesAllowing(interval({ value: 77, unit: "percent" }), 388)).toEqual({ count: 336, smallest: 13 });
  });

  test("finds exactly the whole numbers that trying them all finds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: -90, max: 300 }), (current, percent) => {
        const stated = interval({ value: percent, unit: "percent" });
        const all = Array.from({ length: 6200 }, (_, index) => index + 1).filter((previous) =>
          contains(stated, exact(current).sub(previous).div(previous)),
        );
        const range = possiblePrevious(exact(current), stated);
        expect(range === null ? [] : [range.first, range.last]).toEqual(all.length === 0 ? [] : [all[0], all.at(-1)]);
      }),
      { numRuns: trials(60, 60) },
    );
  });
});

describe("English", () => {
  test.each([
    ["140%", "a"],
    ["8%", "an"],
    ["11%", "an"],
    ["18%", "an"],
    ["80%", "an"],
    ["110%", "a"],
    ["180%", "a"],
    ["11,000%", "an"],
    ["1.8%", "a"],
  ])("%s takes %s", (numeral, expected) => {
    expect(article(numeral)).toBe(expected);
  });

  test("ordinals", () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 42, 111].map(ordinal)).toEqual([
      "1st",
      "2nd",
      "3rd",
      "4th",
      "11th",
      "12th",
      "13th",
      "21st",
      "42nd",
      "111th",
    ]);
  });
});

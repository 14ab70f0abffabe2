import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withinTime } from "./time-limit.ts";

const spend = (milliseconds: number) => {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
};

describe("a property within a time", () => {
  test("tries one case however long it takes, and no other after it", () => {
    let tried = 0;
    const slow = fc.property(fc.nat(), () => {
      tried += 1;
      spend(5);
    });
    fc.assert(slow, { numRuns: 100, plugins: [withinTime(1)] });
    expect(tried).toBe(1);
  });

  test("does so where cases take turns, and where the first ones are none", async () => {
    let passed = 0;
    const slow = fc.asyncProperty(fc.nat(), async (number) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      fc.pre(number % 2 === 1);
      passed += 1;
    });
    await fc.assert(slow, { numRuns: 100, plugins: [withinTime(1)] });
    expect(passed).toBe(1);
  });

  test("says of a case that fails that it does", () => {
    const wrong = fc.property(fc.nat(), () => {
      spend(5);
      return false;
    });
    expect(() => fc.assert(wrong, { plugins: [withinTime(1)] })).toThrow("Property failed");
  });
});

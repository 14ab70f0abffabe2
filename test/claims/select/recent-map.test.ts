import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRecentMap } from "../../../src/claims/select/recent-map.ts";

/** Asks as claims are asked for: what is not there is made and remembered. Returns what had to be made. */
function askFor(map: ReturnType<typeof createRecentMap<{ key: string }>>, keys: readonly string[]): readonly string[] {
  return keys.filter((key) => {
    const found = map.get(key);
    map.set(key, found ?? { key });
    return found === undefined;
  });
}

const areas = (count: number) => Array.from({ length: count }, (_, index) => `area ${index}`);

describe("what a batch remembers", () => {
  it("holds what all areas ask for, however many areas there are between", () => {
    const map = createRecentMap<{ key: string }>(800);
    const shared = Array.from({ length: 300 }, (_, index) => `of all ${index}`);
    const made = areas(2000).map((area) => askFor(map, [...shared, `${area} total`, `${area} change`]));
    // When it is new, and once more when it turns out to be asked for again.
    const again = made.map((keys) => keys.filter((key) => key.startsWith("of all")));
    expect(again.flat().length).toBeLessThanOrEqual(600);
    expect(again.slice(100).flat()).toEqual([]);
  });

  it("holds a small share of its weight of what only one area asks for", () => {
    const map = createRecentMap<{ key: string }>(800);
    for (const area of areas(2000)) askFor(map, [area, area]);
    expect(areas(2000).filter((area) => map.get(area) !== undefined)).toEqual(areas(2000).slice(-25));
  });

  it("holds no more than its weight, and the last that was new", () => {
    const sized = fc.record({
      key: fc.integer({ min: 0, max: 30 }).map(String),
      weight: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(sized, { maxLength: 200 }), (asked) => {
        const map = createRecentMap<{ weight: number }>(100, ({ weight }) => weight);
        for (const { key, weight } of asked) {
          map.set(key, { weight });
          expect(map.get(key)).toEqual({ weight });
          const held = Array.from({ length: 31 }, (_, index) =>
            String(index) === key ? undefined : map.get(String(index)),
          );
          expect(held.reduce((sum, each) => sum + (each?.weight ?? 0), 0)).toBeLessThanOrEqual(100 + 60);
        }
      }),
    );
  });
});

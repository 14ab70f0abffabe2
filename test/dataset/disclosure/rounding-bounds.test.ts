import { expect, test } from "vitest";
import { roundingBounds } from "../../../src/dataset/disclosure/rounding-bounds.ts";

/** Whether a count may be published as a multiple: the nearest, half up; or, rounded together, one that lies beside it. */
const mayShow = (value: number, shown: number, base: number, together: boolean): boolean =>
  together ? Math.abs(value - shown) < base : Math.floor(value / base + 0.5) * base === shown;

test("the bounds of a rounded count are the least and the greatest that is not hidden and is published so", () => {
  for (const together of [false, true])
    for (const base of [1, 2, 3, 5, 10])
      for (const from of [0, 1, 2, 3])
        for (let to = from; to < from + 9; to += 1)
          for (let shown = 0; shown <= 30; shown += base) {
            const counts = Array.from({ length: 50 }, (_, value) => value)
              .filter((value) => value < from || value > to)
              .filter((value) => mayShow(value, shown, base, together));
            if (counts.length === 0) continue;
            expect(
              roundingBounds(shown, { name: "own", width: 0, from, to, base, together }),
              `${shown} ${from}-${to} ${base} ${together}`,
            ).toEqual({
              low: Math.min(...counts),
              high: Math.max(...counts),
            });
          }
});

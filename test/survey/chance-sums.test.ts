import fc from "fast-check";
import { expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

/** Children of four ages in hundreds of areas, in tens: where there are more of one age there are more of all, so that sums come to each other by chance. */
const anyAreas = fc.array(
  fc
    .tuple(
      fc.integer({ min: 40, max: 200 }),
      fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 4, maxLength: 4 }),
    )
    .map(([size, more]) => [1, 0.85, 0.7, 0.6].map((share, at) => Math.round(size * share) + (more[at] ?? 0))),
  { minLength: 350, maxLength: 400 },
);

test("areas are no sums of others by chance, also where all figures are rounded to tens", async () => {
  await fc.assert(
    fc.asyncProperty(anyAreas, async (areas) => {
      const rows = areas.map(
        (own, at) =>
          `Place ${at.toString(26).replaceAll(/\d/gu, (digit) => "QRSTUVWXYZ"[Number(digit)] ?? "")},${own.map((one) => one * 10).join(",")}`,
      );
      const { spec } = await guessOf(`Local Authority,Age 0-4,Age 5-10,Age 11-15,Age 16-18\n${rows.join("\n")}\n`, {
        title: "Children",
      });
      expect(spec.layout?.rows).toBeUndefined();
    }),
    { numRuns: trials(20, 12), endOnFailure: true },
  );
});

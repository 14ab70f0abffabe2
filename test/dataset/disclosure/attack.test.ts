import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell, DisclosureProfile, DisclosureSpec } from "../../../src/dataset/index.ts";
import { mayBe, type Rule } from "./brute-force.ts";
import { type Cube, cellsOf, readCube } from "./margins.ts";

const profiles: readonly (readonly [DisclosureSpec["profile"], Rule])[] = [
  ["under5", { from: 1, to: 4, base: 5 }],
  ["under8", { from: 1, to: 7, base: 5 }],
  ["under10", { from: 0, to: 9, base: 1 }],
];

const small = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, fc.nat(25));

const profile: fc.Arbitrary<readonly [DisclosureSpec["profile"], Rule]> = fc.oneof(
  fc.constantFrom(...profiles),
  fc
    .record({ from: fc.nat(3), span: fc.nat(4), base: fc.constantFrom(1, 1, 3, 10) })
    .map(({ from, span, base }): readonly [DisclosureProfile, Rule] => [
      { hide: { from, to: from + span }, roundTo: base },
      { from, to: from + span, base },
    ]),
);

const cubes: fc.Arbitrary<Cube> = fc
  .constantFrom<Cube["sides"]>(
    [{ leaves: 2 }, { leaves: 3 }],
    [{ leaves: 5 }],
    [{ leaves: 4, regions: [0, 0, 1, 1] }],
    [{ leaves: 3, regions: [0, 0, 1] }, { leaves: 2 }],
    [{ leaves: 2 }, { leaves: 2 }, { leaves: 2 }],
  )
  .chain((sides) => {
    const leaves = sides.reduce((product, side) => product * side.leaves, 1);
    return fc.array(small, { minLength: leaves, maxLength: leaves }).map((values) => ({ sides, values }));
  });

describe("a reader who tries every table", () => {
  test("can rule out no hidden value, nor be certain that a cell holds one", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(cubes, profile, async (cube, [name, rule]) => {
        const cells = cellsOf(cube);
        const dataset = await readCube(cube, { profile: name });
        const published = cells.map(({ at }) => dataset.lookup("n", at)[0]?.cell as Cell);
        for (const [index, { value, at }] of cells.entries()) {
          if (value < rule.from || value > rule.to) continue;
          expect(published[index]).toEqual({ state: "suppressed" });
          const input = { cells, published, rule };
          for (let hidden = rule.from; hidden <= rule.to; hidden += 1)
            expect(mayBe(input, index, hidden), `${JSON.stringify(at)} could not be ${hidden}`).toBe(true);
          const others = [rule.from - 1, rule.to + 1].filter((other) => other >= 0);
          expect(others.some((other) => mayBe(input, index, other))).toBe(true);
        }
      }),
      { numRuns: Number(process.env.DISCLOSURE_RUNS ?? 60) },
    );
  });
});

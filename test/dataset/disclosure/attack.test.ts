import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell, DisclosureProfile, DisclosureSpec } from "../../../src/dataset/index.ts";
import { trials } from "../../support/trials.ts";
import { mayBe, type Rule } from "./brute-force.ts";
import { type Cube, type CubeCell, cellsOf, readCube } from "./margins.ts";

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

const runs = Number(process.env.DISCLOSURE_RUNS ?? trials(50, 6));

interface Attacked {
  readonly cube: Cube;
  /** The cells that are published at all. */
  readonly cells: readonly CubeCell[];
  readonly disclosure: DisclosureSpec;
  readonly rule: Rule;
}

/** Every small cell is hidden; and no hidden value can be ruled out, nor all others. */
async function expectProtected({ cube, cells, disclosure, rule }: Attacked): Promise<readonly Cell[]> {
  const dataset = await readCube(cube, disclosure, cells);
  const published = cells.map(({ at }) => dataset.lookup("n", at)[0]?.cell as Cell);
  const input = { cells, published, rule };
  for (const [index, { value, at }] of cells.entries()) {
    if (value < rule.from || value > rule.to) continue;
    expect(published[index]).toEqual({ state: "suppressed" });
    for (let hidden = rule.from; hidden <= rule.to; hidden += 1)
      expect(mayBe(input, index, hidden), `${JSON.stringify(at)} could not be ${hidden}`).toBe(true);
    const others = [rule.from - 1, rule.to + 1].filter((other) => other >= 0);
    expect(others.some((other) => mayBe(input, index, other))).toBe(true);
  }
  return published;
}

describe("a reader who tries every table", () => {
  test("can rule out no hidden value, nor be certain that a cell holds one", async () => {
    await fc.assert(
      fc.asyncProperty(cubes, profile, async (cube, [name, rule]) => {
        await expectProtected({ cube, cells: cellsOf(cube), disclosure: { profile: name }, rule });
      }),
      { numRuns: runs },
    );
  });

  test("nor where some totals are not published", async () => {
    const dropped = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(cubes, profile, dropped, async (cube, [name, rule], drops) => {
        const cells = cellsOf(cube).filter(({ leaves }, index) => leaves.length === 1 || !drops[index]);
        await expectProtected({ cube, cells, disclosure: { profile: name }, rule });
      }),
      { numRuns: runs },
    );
  });

  test("nor where counts are rounded so that they add up", async () => {
    const rounded = fc.constantFrom(...profiles.filter(([, { base }]) => base > 1));
    await fc.assert(
      fc.asyncProperty(cubes, rounded, async (cube, [name, rule]) => {
        const cells = cellsOf(cube);
        const disclosure: DisclosureSpec = { profile: name, rounding: "together" };
        const published = await expectProtected({ cube, cells, disclosure, rule: { ...rule, together: true } });
        const [total] = published;
        const leaves = published.filter((_, index) => cells[index]?.leaves.length === 1);
        const sum = leaves.reduce((all, cell) => all + (cell.state === "rounded" ? cell.value : Number.NaN), 0);
        if (total?.state === "rounded" && !Number.isNaN(sum) && cube.sides.length === 1 && !cube.sides[0]?.regions)
          expect(sum).toBe(total.value);
      }),
      { numRuns: runs },
    );
  });

  test("nor where the publisher hid the small counts, and what the rule needs is added", async () => {
    await fc.assert(
      fc.asyncProperty(cubes, async (cube) => {
        const rule: Rule = { from: 1, to: 4, base: 1 };
        const cells = cellsOf(cube);
        const isSmall = ({ value }: CubeCell) => value >= rule.from && value <= rule.to;
        const marked = cells.map((cell) => ({ ...cell, text: isSmall(cell) ? "[c]" : cell.value }));
        const dataset = await readCube(cube, { profile: { hide: { from: 1, to: 4 } } }, marked);
        const published = cells.map(({ at }) => dataset.lookup("n", at)[0]?.cell as Cell);
        for (const [index, cell] of cells.entries()) {
          if (!isSmall(cell)) continue;
          const values = Array.from({ length: cell.value + 12 }, (_, value) => value);
          const possible = values.filter((value) => mayBe({ cells, published, rule }, index, value));
          expect(Math.max(...possible) - Math.min(...possible)).toBeGreaterThanOrEqual(4);
        }
      }),
      { numRuns: runs },
    );
  });
});

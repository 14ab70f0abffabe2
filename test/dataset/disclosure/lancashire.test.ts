import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/dataset/index.ts";
import { mayBe } from "./brute-force.ts";
import { type Cube, cellsOf, readCube } from "./margins.ts";

/** Offences recorded in Lancashire by platform, in two years, with the totals of both years and of each platform. */
const lancashire: Cube = {
  sides: [{ leaves: 2 }, { leaves: 5 }],
  values: [17, 24, 19, 2, 2, 58, 50, 90, 9, 45],
};
const cells = cellsOf(lancashire);
const profile = { hide: { from: 1, to: 4 } };

/** The values that a reader of the table can hold possible for the two small cells, if these cells are hidden. */
function attack(hidden: readonly number[]): readonly (readonly number[])[] {
  const published = cells.map(
    ({ value, leaves }): Cell =>
      leaves.length === 1 && hidden.includes(leaves[0] as number) ? { state: "suppressed" } : { state: "value", value },
  );
  const input = { cells, published, rule: { from: 1, to: 4, base: 1 } };
  return [3, 4].map((leaf) => {
    const index = cells.findIndex(({ leaves }) => leaves.length === 1 && leaves[0] === leaf);
    return Array.from({ length: 9 }, (_, value) => value).filter((value) => mayBe(input, index, value));
  });
}

describe("Lancashire by platform", () => {
  test("hiding the two small cells alone gives them away", () => {
    expect(attack([3, 4])).toEqual([[2], [2]]);
  });

  test.each([5, 6, 7, 8, 9])("and so does hiding one more cell of the other year (%i)", (other) => {
    expect(attack([3, 4, other])).toEqual([[2], [2]]);
  });

  test("two more cells do, and the cheapest two cost 54", async () => {
    const dataset = await readCube(lancashire, { profile });
    const hidden = cells.flatMap((cell) =>
      dataset.lookup("n", cell.at)[0]?.cell.state === "suppressed" ? [cell.leaves] : [],
    );
    expect(hidden).toEqual([[3], [4], [8], [9]]);
    expect(dataset.disclosure?.measures.n).toEqual({
      label: "Cases",
      cells: 18,
      primary: 2,
      secondary: 2,
      remembered: 0,
      derived: 0,
    });
    expect((lancashire.values[8] ?? 0) + (lancashire.values[9] ?? 0)).toBe(54);
    expect(attack([3, 4, 8, 9])).toEqual([
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4],
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { searchLeast } from "../../../src/dataset/disclosure/branch-and-cut.ts";
import { searchOver } from "./search-over.ts";

describe("the search through all choices of whole cells", () => {
  test("ends with the least, and says that nothing cheaper is left", () => {
    const { goals, master, cuts, costOf, holds } = searchOver([3, 3]);
    expect(goals.length).toBeGreaterThan(0);
    let best: readonly number[] = master.cells;
    const isProven = searchLeast(
      { master, cuts },
      {
        below: () => costOf(best),
        found: (cells) => {
          expect(costOf(cells)).toBeLessThan(costOf(best));
          best = cells;
        },
        isLeft: () => true,
      },
    );
    expect(isProven).toBe(true);
    expect(holds(best)).toBe(true);
    // All sets of cells, the cheapest first.
    const sets = Array.from({ length: 2 ** master.cells.length }, (_, bits) =>
      master.cells.filter((_cell, index) => bits & (1 << index)),
    );
    const cheaper = sets.filter((cells) => costOf(cells) < costOf(best));
    expect(cheaper.length).toBeGreaterThan(10);
    expect(cheaper.filter(holds)).toEqual([]);
  });
  test("goes on without a choice that turns out not to do", () => {
    const { master, cuts, costOf, holds } = searchOver([3, 3]);
    const found: (readonly number[])[] = [];
    const most = 1 + costOf(master.cells) / 4;
    const search = { below: () => most, found: (cells: readonly number[]) => void found.push(cells) };
    const isProven = searchLeast({ master, cuts }, { ...search, isLeft: () => found.length < 5 });
    expect(isProven).toBe(false);
    expect(found).toHaveLength(5);
    expect(new Set(found.map((cells) => [...cells].sort().join())).size).toBe(5);
    expect(found.every(holds)).toBe(true);
  });
  test("ends where nothing is left of what it may take", () => {
    const { master, cuts, costOf } = searchOver([3, 3]);
    let rounds = 0;
    const isLeft = () => {
      rounds += 1;
      return rounds <= 2;
    };
    const search = { below: () => costOf(master.cells), found: () => undefined };
    expect(searchLeast({ master, cuts }, { ...search, isLeft })).toBe(false);
    expect(rounds).toBe(3);
  });
});

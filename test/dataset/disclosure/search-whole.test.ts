import { describe, expect, test } from "vitest";
import { relax } from "../../../src/dataset/disclosure/dive.ts";
import { searchWhole } from "../../../src/dataset/disclosure/search-whole.ts";
import { searchOver } from "./search-over.ts";

describe("the search for the cheapest whole cells", () => {
  test("ends with the least, whatever was learned before", () => {
    for (const isRelaxed of [false, true]) {
      const { master, cuts, costOf, holds, all, cheaperAmong } = searchOver([3, 3]);
      const wanted = new Set<number>();
      if (isRelaxed) relax(master, cuts, { wanted });
      let best: readonly number[] = master.cells;
      const found: number[] = [];
      searchWhole(
        { master, cuts },
        {
          among: all,
          below: () => costOf(best),
          found: (cells) => {
            found.push(costOf(cells));
            if (holds(cells) && costOf(cells) < costOf(best)) best = cells;
          },
          isLeft: () => true,
          nodes: 50,
        },
      );
      expect(holds(best)).toBe(true);
      expect(cheaperAmong(master.cells, costOf(best))).toEqual([]);
      // What costs as much as the best is no use.
      expect(Math.max(...found)).toBeLessThanOrEqual(costOf(best));
      if (isRelaxed) expect(best.some((cell) => wanted.has(cell))).toBe(true);
    }
  });
  test("hides no cell but those that it may choose among", () => {
    const { master, cuts, costOf, holds, cheaperAmong } = searchOver([3, 3]);
    const among = master.cells.filter((_cell, index) => index % 4 !== 1);
    let best: readonly number[] = master.cells;
    searchWhole(
      { master, cuts },
      {
        among: new Set(among),
        below: () => costOf(best),
        found: (cells) => {
          expect(cells.every((cell) => among.includes(cell))).toBe(true);
          if (holds(cells)) best = cells;
        },
        isLeft: () => true,
        nodes: 50,
      },
    );
    expect(cheaperAmong(among, costOf(best))).toEqual([]);
  });
  test("goes on without a choice that turns out not to do", () => {
    const { master, cuts, costOf, holds, all } = searchOver([3, 3]);
    const found: (readonly number[])[] = [];
    searchWhole(
      { master, cuts },
      {
        among: all,
        below: () => costOf(master.cells),
        found: (cells) => void (holds(cells) && found.push(cells)),
        isLeft: () => found.length < 5,
        nodes: 50,
      },
    );
    expect(found).toHaveLength(5);
    expect(new Set(found.map((cells) => [...cells].sort().join())).size).toBe(5);
  });
  test("asks whether anything is left before each programme, and counts what they take", () => {
    const { attack, master, cuts, costOf, all } = searchOver([3, 3]);
    const programs = attack.solver.programs;
    let rounds = 0;
    const isLeft = () => {
      rounds += 1;
      return rounds <= 2;
    };
    const search = { among: all, below: () => costOf(master.cells), found: () => undefined, nodes: 50 };
    // What was not looked at may cost less.
    expect(searchWhole({ master, cuts }, { ...search, isLeft })).toBe(false);
    expect(rounds).toBe(3);
    expect(attack.solver.programs).toBe(programs + 2);
    expect(attack.solver.wholePivots).toBeGreaterThan(0);
  });
});

import { describe, expect, test } from "vitest";
import { createAttacker } from "../../../src/dataset/disclosure/attacker.ts";
import { createCuts } from "../../../src/dataset/disclosure/cuts.ts";
import { relax } from "../../../src/dataset/disclosure/dive.ts";
import { createMasterProgram, goalOf } from "../../../src/dataset/disclosure/master-program.ts";
import { needOfHidden } from "../../../src/dataset/disclosure/need.ts";
import { searchWhole } from "../../../src/dataset/disclosure/search-whole.ts";
import { attackOn, rule } from "./attack-on.ts";
import { madeTable } from "./random-table.ts";

/** The search over a table of two ways with its small counts hidden, and what hiding cells costs. */
function searchOver(leaves: readonly number[]) {
  const made = madeTable(leaves, 3);
  const { attack, countAt } = attackOn(made);
  const need = needOfHidden(rule);
  const goals = Object.keys(made.statuses).map((place) =>
    goalOf(attack, { count: countAt(place), alternatives: [], need }),
  );
  const attacker = createAttacker(attack, [...attack.table.values.keys()]);
  const master = createMasterProgram(attack, goals);
  const cuts = createCuts(attack, master, attacker);
  const costOf = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + attack.costOf(cell), 0);
  /** Whether no attack defeats some cells. */
  const holds = (cells: readonly number[]) => {
    const shares = new Map(master.cells.map((cell) => [cell, cells.includes(cell) ? 1 : 0]));
    return goals.every(({ count, choices }) =>
      choices.some(
        ({ up, down }) =>
          !attacker.ceiling(shares, { count, sign: 1, by: up }) &&
          !attacker.ceiling(shares, { count, sign: -1, by: down }),
      ),
    );
  };
  const all = new Set(master.cells);
  /** The sets of some cells that cost less than so much and hold. */
  const cheaperAmong = (among: readonly number[], cost: number) =>
    Array.from({ length: 2 ** among.length }, (_, bits) => among.filter((_cell, index) => bits & (1 << index)))
      .filter((cells) => costOf(cells) < cost)
      .filter(holds);
  return { attack, master, cuts, costOf, holds, all, cheaperAmong };
}

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
    searchWhole({ master, cuts }, { ...search, isLeft });
    expect(rounds).toBe(3);
    expect(attack.solver.programs).toBe(programs + 2);
    expect(attack.solver.wholePivots).toBeGreaterThan(0);
  });
});

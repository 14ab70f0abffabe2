import { describe, expect, test } from "vitest";
import { createAttacker } from "../../../src/dataset/disclosure/attacker.ts";
import { searchLeast } from "../../../src/dataset/disclosure/branch-and-cut.ts";
import { createCuts } from "../../../src/dataset/disclosure/cuts.ts";
import { createMasterProgram, goalOf } from "../../../src/dataset/disclosure/master-program.ts";
import { needOfHidden } from "../../../src/dataset/disclosure/need.ts";
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
  return { goals, master, cuts, costOf, holds };
}

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

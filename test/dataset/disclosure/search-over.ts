import { createAttacker } from "../../../src/dataset/disclosure/attacker.ts";
import { createCuts } from "../../../src/dataset/disclosure/cuts.ts";
import { createMasterProgram, goalOf } from "../../../src/dataset/disclosure/master-program.ts";
import { needOfHidden } from "../../../src/dataset/disclosure/need.ts";
import { attackOn, rule } from "./attack-on.ts";
import { madeTable } from "./random-table.ts";

/** The search over a table of two ways with its small counts hidden, and what hiding cells costs. */
export function searchOver(leaves: readonly number[], seed = 3) {
  const made = madeTable(leaves, seed);
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
  return { attack, goals, master, cuts, costOf, holds, all, cheaperAmong };
}

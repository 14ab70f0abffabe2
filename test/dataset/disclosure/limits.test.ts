import { describe, expect, test } from "vitest";
import type { Attack } from "../../../src/dataset/disclosure/attack.ts";
import { chooseParts } from "../../../src/dataset/disclosure/choose-parts.ts";
import { chooseTogether } from "../../../src/dataset/disclosure/choose-together.ts";
import { isProof } from "../../../src/dataset/disclosure/is-proof.ts";
import { needOfHidden } from "../../../src/dataset/disclosure/need.ts";
import { protectCount } from "../../../src/dataset/disclosure/protect-count.ts";
import { secondariesOf } from "../../../src/dataset/disclosure/publication.ts";
import { ruinAndRecreate } from "../../../src/dataset/disclosure/ruin-and-recreate.ts";
import type { Solver } from "../../../src/dataset/disclosure/solver.ts";
import { attackOn, rule } from "./attack-on.ts";
import { madeTable } from "./random-table.ts";

/** A table with the cells that one small count after another takes, and the proofs of those that have one. */
function protectedTable(leaves: readonly number[], isKnown: (index: number) => boolean = () => false) {
  const { statuses, ...made } = madeTable(leaves, 1);
  const known = Object.keys(made.cells).filter((place, index) => isKnown(index) && !(place in statuses));
  const { attack, countAt } = attackOn({
    ...made,
    statuses: { ...statuses, ...Object.fromEntries(known.map((place) => [place, "known" as const])) },
  });
  const need = needOfHidden(rule);
  const proofs = new Map(
    Object.keys(statuses).flatMap((place) => {
      const found = protectCount(attack, countAt(place), need);
      return found ? [[countAt(place), found] as const] : [];
    }),
  );
  return { attack, proofs, needOf: () => need };
}

const costNow = ({ publication, costOf }: Attack): number =>
  secondariesOf(publication).reduce((sum, cell) => sum + costOf(cell), 0);

/** A solver, and how many programmes it solved: those that are solved once, and the others by each that was opened. */
function counted(solver: Solver) {
  const solvedOf: number[] = [];
  let programs = 0;
  const counting: Solver = {
    get isSure() {
      return solver.isSure;
    },
    get programs() {
      return programs;
    },
    get pivots() {
      return solver.pivots;
    },
    get wholePivots() {
      return solver.wholePivots;
    },
    solve(program, search) {
      programs += 1;
      return solver.solve(program, search);
    },
    open(...asked) {
      const opened = solver.open(...asked);
      const index = solvedOf.push(0) - 1;
      const solve = () => {
        solvedOf[index] = (solvedOf[index] as number) + 1;
        return opened.solve();
      };
      return Object.create(opened, { solve: { value: solve } });
    },
    dispose: () => undefined,
  };
  return { solver: counting, solvedOf, programs: () => programs };
}

describe("the search for cheaper cells ends after so many programmes, on any machine", () => {
  test("where all cells are chosen at once", () => {
    const { attack, proofs, needOf } = protectedTable([6, 6, 5]);
    const { solver } = attack;
    const before = costNow(attack);
    const pivots = solver.pivots;
    // Each counts as twenty, so that the limits are met soon.
    const slow: Solver = {
      get isSure() {
        return solver.isSure;
      },
      get programs() {
        return solver.programs;
      },
      get pivots() {
        return 20 * solver.pivots;
      },
      get wholePivots() {
        return 20 * solver.wholePivots;
      },
      solve: solver.solve,
      open: solver.open,
      dispose: solver.dispose,
    };
    chooseTogether({ ...attack, solver: slow }, proofs, needOf);
    expect(before).toBe(139);
    expect(costNow(attack)).toBeLessThanOrEqual(before);
    const counts = attack.table.values.length;
    // The parts and the way to them, then the search, that has fewer the larger the table is; what was begun goes on to its end.
    const limit = (20_000 + 55 * counts + 12_000_000 / counts) / 20;
    expect(solver.pivots - pivots).toBeGreaterThan(limit / 2);
    expect(solver.pivots - pivots).toBeLessThan(limit + 6_000);
  });
  test("where parts are chosen anew, which makes a choice much cheaper", () => {
    const { attack, proofs, needOf } = protectedTable([6, 6, 5]);
    const before = costNow(attack);
    const pivots = attack.solver.pivots;
    chooseParts(attack, proofs, needOf);
    expect(before).toBe(139);
    // The least that was ever found is 69.
    expect(costNow(attack)).toBeLessThanOrEqual(85);
    // What was begun goes on to its end: a programme, and the proofs of what was chosen.
    expect(attack.solver.pivots - pivots).toBeLessThan(20_000 + 55 * attack.table.values.length + 20_000);
    for (const [count, alternatives] of proofs)
      expect(isProof(attack, { count, need: needOf(), alternatives })).toBe(true);
  });
  test("where parts of a choice are torn down, and programmes have to find others", () => {
    const { attack, proofs, needOf } = protectedTable([5, 5, 4], (index) => index % 2 === 0);
    const { solver, programs } = counted(attack.solver);
    ruinAndRecreate({ ...attack, solver }, proofs, needOf);
    expect(programs()).toBeGreaterThanOrEqual(60);
    // The last trial may go on to its end.
    expect(programs()).toBeLessThan(110);
  });
  test("where each small count of a long row has its own way, and no choice is cheaper", () => {
    const { attack, proofs, needOf } = protectedTable([600, 2]);
    const { solver, work } = attack;
    const { corners } = work;
    ruinAndRecreate(attack, proofs, needOf);
    expect(work.corners - corners).toBeLessThan(1_000_000);
    const { pivots } = solver;
    chooseParts(attack, proofs, needOf);
    expect(solver.pivots - pivots).toBeLessThan(30_000);
  });
});

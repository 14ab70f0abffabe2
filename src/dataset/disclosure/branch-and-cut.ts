import type { Cuts } from "./cuts.ts";
import { type Decision, leastWhole } from "./dive.ts";
import type { MasterProgram, PartialProgram, Selection } from "./master-program.ts";
import { isWhole } from "./solver.ts";

/** By how much a look at a choice in parts has to make it dearer, so that another is made before it is divided. */
const leastGain = 0.05;

interface Searching {
  /** What a choice has to cost less than: it may fall as choices are found. */
  readonly below: () => number;
  /** Told of each choice that no attack in fractions defeats. Where whole numbers ask for more, the search goes on without it. */
  readonly found: (cells: readonly number[]) => void;
  readonly isLeft: () => boolean;
}

/**
 * Looks through all choices of whole cells, by branch and cut: where the relaxed choice hides part of a cell, once all of it is
 * hidden and once nothing; what then costs as much as the best at least is left aside.
 * @returns whether no choice is left that costs less than the best.
 */
export function searchLeast(
  { master, cuts }: { readonly master: MasterProgram; readonly cuts: Cuts },
  { below, found, isLeft }: Searching,
): boolean {
  const program = master.open(new Set());
  const decisions: Branch[] = [];
  let before = 0;
  try {
    while (isLeft()) {
      const selection = program.solve();
      if (!selection || leastWhole(selection.cost) >= below()) {
        if (!turnBack(program, decisions)) return true;
        before = 0;
        continue;
      }
      const divided = mostDivided(master, selection);
      const hasGained = selection.cost > before + leastGain;
      before = selection.cost;
      if ((hasGained || !divided) && cuts.add(selection) > 0) continue;
      before = 0;
      if (divided) {
        decisions.push({ ...divided, isTurned: false });
        program.fix(divided.column, divided.value);
        continue;
      }
      const cells = master.cells.filter((cell) => (selection.shares.get(cell) as number) > 0.5);
      found(cells);
      if (leastWhole(selection.cost) < below()) forbid(master, cells);
    }
    return false;
  } finally {
    program.dispose();
  }
}

interface Branch extends Decision {
  /** Whether this is its second value. */
  readonly isTurned: boolean;
}

/** Turns the last decision round that has another value left; false where none has. */
function turnBack(program: PartialProgram, decisions: Branch[]): boolean {
  for (let last = decisions.pop(); last; last = decisions.pop()) {
    if (!last.isTurned) {
      const value = last.value === 1 ? 0 : 1;
      program.fix(last.column, value);
      decisions.push({ column: last.column, value, isTurned: true });
      return true;
    }
    program.fix(last.column, undefined);
  }
  return false;
}

/** The column that is nearest to a half, to be tried whole first; undefined where all are whole. */
function mostDivided(master: MasterProgram, { shares, choices }: Selection): Decision | undefined {
  const columns = [
    ...[...shares].map(([cell, share]) => ({ column: master.columnOf(cell), share, value: 1 as const })),
    ...choices.map((share, goal) => ({
      column: master.cells.length + goal,
      share,
      value: share < 0.5 ? (0 as const) : (1 as const),
    })),
  ];
  const [first] = columns
    .filter(({ share }) => !isWhole(share))
    .sort((a, b) => Math.abs(a.share - 0.5) - Math.abs(b.share - 0.5) || a.column - b.column);
  return first && { column: first.column, value: first.value };
}

/** Asks for one cell more than some: without it, some count has fractions alone to go to. */
export function forbid(master: MasterProgram, cells: readonly number[]): void {
  const chosen = new Set(cells);
  const columns = master.cells.filter((cell) => !chosen.has(cell)).map((cell) => master.columnOf(cell));
  master.add({ columns, factors: columns.map(() => 1), lower: 1 });
}

import type { Attack } from "./attack.ts";
import type { Attacker, Ceiling, Shares } from "./attacker.ts";
import type { MasterProgram, Selection } from "./master-program.ts";
import { isWhole, tolerance } from "./solver.ts";

/** What attacks on a choice of cells teach the programme that chooses them. */
export interface Cuts {
  /**
   * Attacks a choice, and adds what would have defeated each attack.
   * @param most rows after which no further attack is made; the next time those go first that were left out.
   * @returns how many rows are new.
   */
  add(selection: Selection, most?: number): number;
}

/** @param attacker solves what a reader could work out from what a choice leaves. */
export function createCuts(attack: Attack, master: MasterProgram, attacker: Attacker): Cuts {
  const sums = sumsOf(attack, master.cells);
  const turn = { next: 0 };
  return {
    add: (selection, most = Number.POSITIVE_INFINITY) =>
      addCompanions(master, sums, selection.shares) + addCeilings(master, attacker, selection, { most, turn }),
  };
}

/** The cells of each sum that a reader can tell, where none of it is hidden anyway. */
function sumsOf(
  { table, relations, publication }: Attack,
  candidates: readonly number[],
): readonly (readonly number[])[] {
  if (publication.rule.base > 1) return [];
  const mayBeHidden = new Set(candidates);
  const found = new Set(
    candidates
      .flatMap((cell) => table.countsOf[cell] as readonly number[])
      .flatMap((count) => relations.of(count).map(({ relation }) => relation)),
  );
  return [...found]
    .filter(({ kind, counts }) => kind === "equal" && !counts.some((count) => publication.isHidden(count)))
    .map(({ counts }) => [...new Set(counts.map((count) => table.cellOf[count] as number))])
    .map((cells) => cells.filter((cell) => mayBeHidden.has(cell)));
}

interface Asking {
  readonly most: number;
  /** The attack to begin with, where not all are made. */
  readonly turn: { next: number };
}

function addCeilings(
  master: MasterProgram,
  attacker: Attacker,
  { shares, choices }: Selection,
  { most, turn }: Asking,
): number {
  let added = 0;
  const asked = master.goals.flatMap(({ count, choices: ways }, goal) =>
    ([1, -1] as const).map((sign) => {
      const [first = 0, second = first] = ways.map(({ up, down }) => (sign > 0 ? up : down));
      const share = choices[goal] as number;
      return { count, goal, sign, first, second, by: Math.ceil(first + share * (second - first) - tolerance) };
    }),
  );
  asked.sort((a, b) => a.by - b.by || a.count - b.count);
  const isWholeChoice = [...shares.values(), ...choices].every(isWhole);
  const held = isWholeChoice
    ? attacker.possible(
        shares,
        asked.filter(({ by }) => by > 0),
      )
    : new Set();
  const start = Number.isFinite(most) ? turn.next % asked.length : 0;
  for (const asking of [...asked.slice(start), ...asked.slice(0, start)]) {
    const { count, goal, sign, first, second, by } = asking;
    if (added >= most) break;
    turn.next += 1;
    if (by <= 0 || held.has(asking)) continue;
    const ceiling = attacker.ceiling(shares, { count, sign, by });
    if (!ceiling) continue;
    const always = cutOf(master, ceiling, Math.min(first, second));
    if (always && master.add({ ...always, lower: 1 })) added += 1;
    if (first === second) continue;
    const cut = cutOf(master, ceiling, Math.max(first, second));
    if (!cut) continue;
    // Holds only for the choice that asks for more.
    const columns = [...cut.columns, master.cells.length + goal];
    const factors = [...cut.factors, first > second ? 1 : -1];
    if (master.add({ columns, factors, lower: first > second ? 1 : 0 })) added += 1;
  }
  return added;
}

/** Nothing is won by hiding one cell alone of a sum: those that the choice hides so get a companion there. */
function addCompanions({ columnOf, add }: MasterProgram, sums: readonly (readonly number[])[], shares: Shares): number {
  let added = 0;
  for (const sum of sums) {
    const total = sum.reduce((all, cell) => all + (shares.get(cell) ?? 0), 0);
    for (const cell of sum) {
      const share = shares.get(cell) ?? 0;
      if (total - share > share - tolerance) continue;
      const others = sum.filter((other) => other !== cell);
      const columns = [columnOf(cell), ...others.map(columnOf)];
      if (add({ columns, factors: [-1, ...others.map(() => 1)], lower: 0 })) added += 1;
    }
  }
  return added;
}

/** The cells without which a count does not go so far, each by its part in it; undefined where it can. */
function cutOf(master: MasterProgram, { least, adds }: Ceiling, by: number) {
  const missing = by - least;
  if (missing < tolerance) return undefined;
  const columns: number[] = [];
  const factors: number[] = [];
  for (const [cell, more] of adds) {
    columns.push(master.columnOf(cell));
    factors.push(Math.min(1, more / missing));
  }
  return { columns, factors };
}

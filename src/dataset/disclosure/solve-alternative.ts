import { isPossible } from "./alternative.ts";
import type { Alternative, Attack } from "./attack.ts";
import { relationRows } from "./relation-rows.ts";
import type { LinearProgram } from "./solver.ts";

/** What is asked of one count: to take a value, or to go as far up or down as it can, and no further than `by`. */
export type Goal =
  | { readonly kind: "reach"; readonly value: number }
  | { readonly kind: "up" | "down"; readonly by: number };

/** Counts in the neighbourhood that the solver looks at, smaller first: most alternatives are local. */
const neighbourhoods = [120, 1200];
/** Counts of one relation that are taken into the neighbourhood, beside those that are hidden. */
const perRelation = 40;

/**
 * Looks for a table in which a count has another value and that would have been published just the same. None found
 * within the neighbourhood counts as none: it errs on the safe side.
 */
export function solveAlternative(attack: Attack, count: number, goal: Goal): Alternative | undefined {
  let size = -1;
  for (const limit of neighbourhoods) {
    const counts = neighbourhood(attack, count, limit);
    if (counts.length === size) break;
    size = counts.length;
    for (const whole of [false, true]) {
      const found = solveFor(attack, { count, goal, counts, whole });
      if (found === "none") break;
      if (isPossible(attack, found)) return found;
    }
  }
  return undefined;
}

/** The counts that can differ from the truth and are tied to one by relations, nearest first, the count itself included. */
function neighbourhood({ relations, publication }: Attack, start: number, limit: number): readonly number[] {
  const found = new Set([start]);
  for (const count of found) {
    if (found.size >= limit) break;
    for (const { relation } of relations.of(count)) {
      let taken = 0;
      for (const other of relation.counts) {
        if (found.has(other) || publication.low(other) === publication.high(other)) continue;
        if (!publication.isHidden(other)) {
          taken += 1;
          if (taken > perRelation) continue;
        }
        found.add(other);
      }
    }
  }
  return [...found];
}

interface Question {
  readonly count: number;
  readonly goal: Goal;
  readonly counts: readonly number[];
  /** Ask for whole numbers: where the relations do not see to it by themselves. */
  readonly whole: boolean;
}

/** The smallest changes that reach the goal: a column for what each count gains and one for what it loses. */
function solveFor(attack: Attack, { count, goal, counts, whole }: Question): Alternative | "none" {
  const { table, publication } = attack;
  const costs: number[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  for (const other of counts) {
    const value = table.values[other] as number;
    costs.push(1, 1);
    lower.push(0, 0);
    upper.push(publication.high(other) - value, value - publication.low(other));
  }
  // The count itself comes first in its neighbourhood.
  if (goal.kind === "reach") {
    const shift = goal.value - (table.values[count] as number);
    lower[0] = upper[0] = Math.max(0, shift);
    lower[1] = upper[1] = Math.max(0, -shift);
  } else {
    const towards = goal.kind === "up" ? 0 : 1;
    upper[towards] = Math.min(upper[towards] as number, goal.by);
    upper[1 - towards] = 0;
    // Worth more than all that has to change with it.
    costs[towards] = -4 * counts.length;
  }
  const program: LinearProgram = {
    costs,
    lower,
    upper,
    whole: costs.map(() => whole),
    rows: relationRows(attack, counts, { width: 2 }),
  };
  const solution = attack.solver.solve(program);
  if (!solution) return "none";
  const alternative = new Map<number, number>();
  for (const [index, other] of counts.entries()) {
    const change = Math.round((solution[index * 2] as number) - (solution[index * 2 + 1] as number));
    if (change !== 0) alternative.set(other, (table.values[other] as number) + change);
  }
  return alternative;
}

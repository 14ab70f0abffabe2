import type { Alternative, Attack } from "./attack.ts";
import { cheapestCells, type Goal } from "./choose-secondaries.ts";
import type { Need } from "./need.ts";
import { prove } from "./prove.ts";

/** Counts times goals that one programme may hold. */
const largestProgramme = 4000;

/**
 * In a small table, chooses all secondary cells anew by one programme over all hidden counts, and keeps the choice if it
 * costs less and every count is proven with it.
 */
export function chooseTogether(
  attack: Attack,
  proofs: Map<number, readonly Alternative[]>,
  needOf: (count: number) => Need,
): void {
  const { table, publication, costOf } = attack;
  const goals = [...proofs].flatMap(([count, alternatives]) =>
    goalsOf(attack, { count, alternatives, need: needOf(count) }),
  );
  const counts = [...table.values.keys()];
  if (goals.length === 0 || goals.length * counts.length > largestProgramme) return;
  const before = [...table.gridOf.keys()].filter((cell) => publication.statusOf(cell) === "secondary");
  const cost = before.reduce((sum, cell) => sum + costOf(cell), 0);
  if (cost <= 1) return;
  for (const cell of before) publication.setStatus(cell, "shown");
  const choice = cheapestCells(attack, { goals, counts, whole: false });
  if (choice && choice.cost < cost) {
    for (const cell of choice.cells) publication.setStatus(cell, "secondary");
    const renewed = new Map<number, readonly Alternative[]>();
    for (const count of proofs.keys()) {
      const proof = prove(attack, { count, need: needOf(count), effort: "all" });
      if ("lacking" in proof) break;
      renewed.set(count, proof.alternatives);
    }
    if (renewed.size === proofs.size) {
      for (const [count, alternatives] of renewed) proofs.set(count, alternatives);
      return;
    }
    for (const cell of choice.cells) publication.setStatus(cell, "shown");
  }
  for (const cell of before) publication.setStatus(cell, "secondary");
}

interface Proven {
  readonly count: number;
  readonly alternatives: readonly Alternative[];
  readonly need: Need;
}

/** The outermost values that the proof of a count leads to. */
function goalsOf({ table }: Attack, { count, alternatives, need }: Proven): readonly Goal[] {
  const truth = table.values[count] as number;
  const values = new Set([truth, ...alternatives.map((alternative) => alternative.get(count) ?? truth)]);
  const proven = need.choices.find((choice) => choice.every((value) => values.has(value))) ?? [...values];
  return [Math.max(...proven), Math.min(...proven)]
    .filter((value) => value !== truth)
    .map((value) => ({ count, value }));
}

import type { Alternative, Attack } from "./attack.ts";
import { chooseTogether } from "./choose-together.ts";
import { isProof } from "./is-proof.ts";
import { type Need, needOfHidden, needOfUnknown } from "./need.ts";
import { protectCount } from "./protect-count.ts";
import { ruinAndRecreate } from "./ruin-and-recreate.ts";
import { showAgain } from "./show-again.ts";

/** Why the hidden counts cannot be worked out: for each, the tables that would have been published just the same. */
export interface ProtectedCounts {
  readonly proofs: ReadonlyMap<number, readonly Alternative[]>;
  /** Counts that no choice of cells protects. */
  readonly exposed: readonly number[];
}

interface ProtectInput {
  readonly attack: Attack;
  /** The counts that the rule hides. */
  readonly primaries: readonly number[];
  /** Those among them whose value nobody here knows. */
  readonly unknown: ReadonlySet<number>;
}

/**
 * Hides further cells until no primary can be worked out: attacks each primary, hides the cheapest cells that defeat the
 * attack, shows again what turns out not to be needed, and at last attacks everything once more.
 */
export function protectCounts({ attack, primaries, unknown }: ProtectInput): ProtectedCounts {
  const { table, publication } = attack;
  const proofs = new Map<number, readonly Alternative[]>();
  const exposed: number[] = [];
  const needOf = (count: number): Need =>
    unknown.has(count)
      ? needOfUnknown(publication.rule, table.values[count] as number, table.bounds.get(count))
      : needOfHidden(publication.rule);
  for (const count of primaries) {
    const proof = protectCount(attack, count, needOf(count));
    if (proof) proofs.set(count, proof);
    else exposed.push(count);
  }
  showAgain(attack, proofs, needOf);
  ruinAndRecreate(attack, proofs, needOf);
  chooseTogether(attack, proofs, needOf);
  for (const [count, alternatives] of proofs)
    if (!isProof(attack, { count, need: needOf(count), alternatives })) exposed.push(count);
  return { proofs, exposed };
}

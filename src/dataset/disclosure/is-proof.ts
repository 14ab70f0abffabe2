import { isPossible } from "./alternative.ts";
import type { Alternative, Attack } from "./attack.ts";
import type { Need } from "./need.ts";

/** A count with the other tables that hide it: in each it has another value, and all that is published stays. */
export interface Proven {
  readonly count: number;
  readonly need: Need;
  readonly alternatives: readonly Alternative[];
}

/**
 * The last attack: whether the alternatives are all that is needed, and none can be told from the truth. It trusts nothing
 * that found them.
 */
export function isProof(
  attack: Pick<Attack, "table" | "relations" | "publication">,
  { count, need, alternatives }: Proven,
): boolean {
  if (!alternatives.every((alternative) => isPossible(attack, alternative))) return false;
  const truth = attack.table.values[count] as number;
  const values = new Set([truth, ...alternatives.map((alternative) => alternative.get(count) ?? truth)]);
  return need.width === undefined
    ? need.choices.some((choice) => choice.every((value) => values.has(value)))
    : Math.max(...values) - Math.min(...values) >= need.width;
}

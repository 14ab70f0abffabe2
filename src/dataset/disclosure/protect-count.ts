import type { Alternative, Attack } from "./attack.ts";
import { chooseSecondaries } from "./choose-secondaries.ts";
import type { Need } from "./need.ts";
import { prove } from "./prove.ts";

/** Choices tried for one count before it is given up. */
const attempts = 8;

/** Hides cells until a count is proven; undefined where none is left to hide. */
export function protectCount(attack: Attack, count: number, need: Need): readonly Alternative[] | undefined {
  const { publication } = attack;
  let proof = prove(attack, { count, need, effort: "boxes" });
  for (let attempt = 0; attempt < attempts && "lacking" in proof; attempt += 1) {
    const choice = chooseSecondaries(attack, { count, need, lacking: proof.lacking, attempt });
    if (!choice) {
      // What was looked for may be out of reach, and something else that would do have its alternatives as things are.
      proof = prove(attack, { count, need, effort: "as-chosen" });
      break;
    }
    for (const cell of choice.cells) publication.setStatus(cell, "secondary");
    proof = prove(attack, { count, need, effort: choice.cells.length > 0 ? "all" : "as-chosen" });
  }
  return "lacking" in proof ? undefined : proof.alternatives;
}

import type { ClaimFigure } from "../result/claim.ts";
import { SelectorError } from "../select/select.ts";
import type { StatedSpec, StatedUnit } from "../spec/claim-spec.ts";

/** The units in which a figure can be stated; the first is meant where a claim names none. */
const units: Readonly<Record<ClaimFigure["unit"], readonly [StatedUnit, ...StatedUnit[]]>> = {
  number: ["number"],
  percent: ["percent", "fraction"],
  "percentage-points": ["percentage-points"],
  times: ["times"],
  position: ["number"],
};

/**
 * The stated number in a unit that the figure has.
 * @throws SelectorError for a number in a unit that the claim's kind does not compute: a count
 *   is not so many per cent, and percentage points are not per cent.
 */
export function statedIn(stated: StatedSpec | undefined, unit: ClaimFigure["unit"]): StatedSpec | undefined {
  if (stated?.value === undefined) return stated;
  const [usual] = units[unit];
  const named = stated.unit ?? usual;
  if (!units[unit].includes(named)) {
    throw new SelectorError({
      code: "unit-not-of-kind",
      message: `The claim is stated in ${named}, and what it computes is in ${usual}.`,
      hint: 'Change the stated unit, or the kind or mode of the claim: "doubled" is a ratio of 2 times.',
    });
  }
  return { ...stated, unit: named };
}

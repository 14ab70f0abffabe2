import type { DisclosureRule } from "./disclosure-spec.ts";

/** Whole numbers from `low` to `high`, both included. */
export interface RoundingBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * The counts that a rule publishes as this multiple of its base: those that round half up to it, or, where counts are
 * rounded together, to the next multiple above or below. A count that is hidden is not among them: under `under5`, a 5 is
 * 5, 6 or 7, and a 0 is none but 0.
 */
export function roundingBounds(shown: number, rule: DisclosureRule): RoundingBounds {
  const { from, to } = rule;
  const { low, high } = preimageOf(shown, rule);
  return {
    low: low >= from && low <= to ? to + 1 : low,
    high: high >= from && high <= to ? from - 1 : high,
  };
}

/** The same, whatever the rule hides. */
export function preimageOf(shown: number, { base, together }: DisclosureRule): RoundingBounds {
  return together
    ? { low: Math.max(0, shown - base + 1), high: shown + base - 1 }
    : { low: Math.max(0, Math.ceil(shown - base / 2)), high: Math.ceil(shown + base / 2) - 1 };
}

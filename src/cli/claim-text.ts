import type { Claim } from "../claims/index.ts";

/** A claim's own words, as somebody made it; for one that is computed, what the briefing would print. */
export function claimText({ spec, words }: Claim): string {
  return spec.text ?? [words.area, words.period, words.phrase].filter(Boolean).join(", ");
}

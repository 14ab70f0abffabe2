import type { Claim } from "../../claims/index.ts";
import type { Rendering } from "../rendering.ts";

/** Prints words of a claim as a figure of it, and cites its sources. */
export function claimWords(rendering: Rendering, claim: Claim, words: string): string {
  rendering.cite(claim);
  return rendering.trace({ kind: "claim", id: claim.id, value: figureOf(claim) }, words);
}

/** The value of a claim's figure, or the ends of the range that is printed; null where there is none. */
export const figureOf = ({ figure }: Claim): number | { readonly low: number; readonly high: number } | null =>
  figure?.value ?? figure?.bounds ?? null;

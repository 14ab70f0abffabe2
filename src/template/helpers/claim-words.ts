import type { Claim } from "../../claims/index.ts";
import type { Rendering } from "../rendering.ts";

/** Prints words of a claim as a figure of it, and cites its sources. */
export function claimWords(rendering: Rendering, claim: Claim, words: string): string {
  rendering.cite(claim);
  return rendering.trace(
    { kind: "claim", id: claim.id, value: claim.figure?.value ?? claim.figure?.bounds ?? null },
    words,
  );
}

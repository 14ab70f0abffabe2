import type { Claim } from "../../claims/index.ts";
import { figureOf } from "./claim-words.ts";
import type { HelperCall } from "./helper.ts";

interface ClaimWording {
  readonly claim: Claim;
  readonly helper: string;
  readonly words: string;
}

/**
 * Prints words of a claim in running text, as a figure of it, and cites its sources. Of a claim without a figure the words
 * are a marker: the place is a gap, which only a table may show.
 */
export function sayClaim({ rendering, position }: HelperCall<object>, { claim, helper, words }: ClaimWording): string {
  rendering.cite(claim);
  const run = { kind: "claim", id: claim.id, value: figureOf(claim) } as const;
  if (claim.absence === null && words !== "") return rendering.trace(run, words);
  rendering.miss(claim);
  const why = claim.absence === null ? `the claim is a ${claim.kind}, and has no such words` : whyAbsent[claim.absence];
  return rendering.trace({ ...run, gap: { helper, position, why } }, words);
}

const whyAbsent: Readonly<Record<NonNullable<Claim["absence"]>, string>> = {
  suppressed: "its figure is hidden, to protect confidentiality",
  missing: "its figure is not available",
  conflict: "publications disagree on its figure",
};

/** Prints what a claim is of. Where it is of none, the place is a gap. */
export function nameOf({ rendering, position }: HelperCall<object>, { claim, helper, words }: ClaimWording): string {
  const what = helper === "when" ? "period" : helper;
  if (words !== "") return rendering.trace({ kind: what === "period" ? "period" : "metadata" }, words);
  rendering.miss(claim);
  const gap = { helper, position, why: `the claim has no ${what}` };
  return rendering.trace({ kind: "claim", id: claim.id, value: null, gap }, "");
}

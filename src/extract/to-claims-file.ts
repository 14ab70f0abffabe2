import type { ClaimSpec, ClaimsFile, UnconfirmedProposal } from "../claims/index.ts";
import { confirmProposal } from "./confirm-proposal.ts";
import type { Extraction } from "./extraction.ts";
import type { ExtractDatasets } from "./vocabulary.ts";

/** What goes into the claims file besides the claims. */
export interface ToClaimsFileOptions {
  /** Of the article. */
  readonly title: string;
  /** Those that the claims were extracted with; their definitions go into the file. */
  readonly datasets?: ExtractDatasets;
}

/**
 * The content of a claims.json: what the text says in full as claims, the rest as proposals, with what each lacks. To
 * confirm one, complete it and move it to the claims.
 */
export function toClaimsFile(
  { proposals }: Extraction,
  { title, datasets = {} }: ToClaimsFileOptions,
): ClaimsFile & { readonly proposals: Readonly<Record<string, UnconfirmedProposal>> } {
  const claims: Record<string, ClaimSpec> = {};
  const unconfirmed: Record<string, UnconfirmedProposal> = {};
  for (const proposal of proposals) {
    const { id, kind, sentence, stated, draft, missing, explanation } = proposal;
    if (missing.length === 0) claims[id] = confirmProposal(proposal);
    else unconfirmed[id] = { kind, text: sentence.text, stated, draft, missing, explanation };
  }
  const definitions = Object.entries(datasets).map(([id, dataset]) => [
    id,
    "definition" in dataset ? dataset.definition.spec : dataset.spec,
  ]);
  return { title, datasets: Object.fromEntries(definitions), claims, proposals: unconfirmed };
}

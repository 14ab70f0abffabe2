/**
 * extract/: an English text becomes proposals of claims, which somebody confirms before anything is checked.
 *
 * In: plain text; datasets or their definitions, to know categories and measures by name. Out: proposals and unread numbers,
 * all with their spans in the text.
 *
 *   text ─▶ families/ (patterns: ages, dates, per cent, fractions, …) ─▶ mentions, by sentence
 *        ─▶ readers/ (a number is a change, a share, a count …), wordless/ (records, places, directions)
 *        ─▶ timeOf, startOf (which time goes with which number; what a comparison says keeps its own)
 *        ─▶ completeReading (dataset, measure, categories, periods) ─▶ proposals ─▶ confirmProposal ─▶ claim specs
 *
 * Guarantees
 * - Every digit of the text, and every number in words but a bare "one", is in a proposal or in `unread` with a reason.
 * - A span is a slice of the text. The same text gives the same result: patterns only, no language model.
 * - What the words do not say is `missing`, and not guessed: "last year" is no year, a share without its base has none.
 * Not its job: whether a claim is true; who said it; irony.
 */
export { confirmProposal, type ProposalAnswers } from "./confirm-proposal.ts";
export { type ExtractOptions, extractClaims } from "./extract-claims.ts";
export type {
  ClaimProposal,
  Extraction,
  MissingPart,
  ProposedKind,
  TextSpan,
  UnreadKind,
  UnreadNumber,
} from "./extraction.ts";
export { type ToClaimsFileOptions, toClaimsFile } from "./to-claims-file.ts";
export type { ExtractDatasets } from "./vocabulary.ts";

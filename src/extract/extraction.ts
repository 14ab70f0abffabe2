import type { ClaimDraft, StatedSpec } from "../claims/index.ts";
import type { ClaimPart } from "../language/index.ts";

/** A stretch of the text: UTF-16 offsets, `end` exclusive, so that `text.slice(start, end)` is what was read. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** What a text states, as far as it could be read. */
export interface Extraction {
  /** In the order of the text. */
  readonly proposals: readonly ClaimProposal[];
  /** Every number that is in no proposal, in the order of the text, with the reason. */
  readonly unread: readonly UnreadNumber[];
}

/** The kinds of claims that are read from a text; a median or a trend has to be written by hand. */
export type ProposedKind = "count" | "rate" | "change" | "share" | "comparison" | "rank" | "record" | "direction";

/** A claim that the text seems to make. Nothing checks it before somebody confirms it. */
export interface ClaimProposal {
  /** `p1`, `p2`, …, in the order of the text. */
  readonly id: string;
  readonly kind: ProposedKind;
  /** The words of the number, with its hedge and unit; for a claim without a number, its verb. */
  readonly span: TextSpan;
  readonly text: string;
  readonly sentence: TextSpan & { readonly text: string };
  /** All words that were read for it: the number, its periods, areas and other categories. */
  readonly readings: readonly TextSpan[];
  readonly stated: StatedSpec;
  /** What is known of the rest of the claim. */
  readonly draft: ClaimDraft;
  /** What whoever confirms it has to say. Empty: `confirmProposal` needs nothing more. */
  readonly missing: readonly MissingPart[];
  /** How the words were read, in a sentence or two. */
  readonly explanation: string;
}

/** What the text does not say of a claim, or nobody can tell from it: somebody has to add it. */
export type MissingPart =
  | ClaimPart
  /** A category dimension without a total, by its id. */
  | `category ${string}`;

/** A number that no proposal took up. */
export interface UnreadNumber extends TextSpan {
  readonly text: string;
  /** `not-a-statistic`: it counts or measures nothing that a dataset could hold. `not-understood`: it may well do so. */
  readonly reason: "not-a-statistic" | "not-understood";
  readonly what: UnreadKind;
  /** A sentence for whoever reads the article with it. */
  readonly explanation: string;
}

/** Why a number of the text is in no proposal: what it is instead of a figure, or that it was not understood. */
export type UnreadKind =
  | "date"
  | "age"
  | "phone number"
  | "time of day"
  | "duration"
  | "ordinal"
  | "list number"
  | "reference"
  | "name"
  | "web address"
  | "money"
  | "measurement"
  | "score"
  | "compound"
  | "frequency"
  | "rate base"
  | "forecast"
  | "denial"
  | "range"
  | "small number"
  | "number";

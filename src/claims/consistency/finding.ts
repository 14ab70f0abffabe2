import type { FacetId, RequiredRange } from "../result/claim.ts";

/**
 * What two claims that contradict each other have in common: `same-thing` are two numbers of one thing, `change-of-counts` a change and its
 * counts.
 */
export type ConsistencyRule =
  | "same-thing"
  | "same-number"
  | "change-of-counts"
  | "count-before"
  | "share-of-counts"
  | "change-of-shares"
  | "shares-of-one-whole"
  | "direction"
  | "record"
  | "comparison";

/** What some claims of an article say of each other. */
export interface ConsistencyFinding {
  readonly rule: ConsistencyRule;
  /** Ids of the claims, those that the sentence names, in its order. */
  readonly claims: readonly string[];
  /**
   * `inconsistent`: they cannot all be right. `doubtful`: they can, but it would be odd, and one was probably meant
   * otherwise. `consistent`: they agree, and the reason says what follows.
   */
  readonly verdict: "consistent" | "doubtful" | "inconsistent";
  /** The side on which they agree or not. */
  readonly facet: FacetId;
  /** A sentence for a journalist, in the language that was asked for. */
  readonly reason: string;
  /** The whole numbers that the claims together leave, where they do. */
  readonly required?: RequiredRange;
}

import type { Dataset } from "../../dataset/index.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";
import type { ConsistencyFinding } from "./finding.ts";
import type { StatedClaim } from "./stated-claim.ts";
import type { Telling } from "./telling.ts";

export interface RuleInput {
  readonly specs: Readonly<Record<string, ClaimSpec>>;
  /** The specs that state something, as read. */
  readonly claims: readonly StatedClaim[];
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly telling: Telling;
}

/** One way in which claims can agree or not: a file in `rules/` and a line in its registry. */
export type Rule = (input: RuleInput) => readonly ConsistencyFinding[];

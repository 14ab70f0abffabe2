import type { Dataset } from "../../dataset/index.ts";
import type { Words } from "../../language/index.ts";
import type { Evidence } from "../result/claim.ts";
import type { Evaluation } from "../result/evaluation.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";
import type { Judgement } from "./judge-value.ts";

/** What is asked whether a stated number is of its area, or of its period. */
export interface CoordinateInput {
  readonly spec: ClaimSpec;
  readonly evaluation: Evaluation;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly evaluate: (spec: ClaimSpec) => Evaluation;
  /** What reasons are written with. */
  readonly reasons: Words;
}

export interface CoordinateJudgement extends Pick<Judgement, "facets"> {
  readonly issues: readonly NotedIssue[];
  /** The cells of the area, or of the period, that the figure is really of. */
  readonly evidence: readonly Evidence[];
}

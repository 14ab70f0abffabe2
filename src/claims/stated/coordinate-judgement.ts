import type { Dataset } from "../../dataset/index.ts";
import type { Evidence } from "../result/claim.ts";
import type { Evaluation } from "../result/evaluation.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";
import type { Judgement } from "./judge-value.ts";

/** What is asked whether a stated number is of its area, or of its period. */
export interface CoordinateInput {
  readonly spec: ClaimSpec;
  readonly evaluation: Evaluation;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly evaluate: (spec: ClaimSpec) => Evaluation;
}

export interface CoordinateJudgement extends Pick<Judgement, "facets" | "issues"> {
  /** The cells of the area, or of the period, that the figure is really of. */
  readonly evidence: readonly Evidence[];
}

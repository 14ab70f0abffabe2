import type { Evaluation } from "../result/evaluation.ts";
import type { SelectContext } from "../select/select.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";

/** One kind of claim: a file in `kinds/` and a line in its registry. */
export interface ClaimKindRecord<Spec extends ClaimSpec> {
  readonly evaluate: (spec: Spec, context: SelectContext) => Evaluation;
}

import { missing } from "../result/amount.ts";
import { because } from "../result/said.ts";
import type { StatementSpec } from "../spec/claim-spec.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";

export const statement: ClaimKindRecord<StatementSpec> = {
  evaluate: () => ({
    amount: missing("statement-without-figure"),
    unit: "number",
    decimals: 0,
    words: () => ({ value: "", phrase: "", change: "", label: "" }),
    facets: [
      {
        id: "value",
        verdict: "not-checkable",
        reason: because("statement"),
      },
    ],
    issues: [],
    evidence: [],
    measures: [],
    periods: [],
    areas: [],
    ownPeriod: false,
  }),
};

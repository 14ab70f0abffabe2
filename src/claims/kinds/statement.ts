import { missing } from "../result/amount.ts";
import type { StatementSpec } from "../spec/claim-spec.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";

export const statement: ClaimKindRecord<StatementSpec> = {
  evaluate: () => ({
    amount: missing("A statement has no figure."),
    unit: "number",
    decimals: 0,
    words: () => ({ value: "", phrase: "", change: "", label: "" }),
    facets: [
      {
        id: "value",
        verdict: "not-checkable",
        reason: "A statement of experience, opinion or intent: no dataset could decide it.",
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

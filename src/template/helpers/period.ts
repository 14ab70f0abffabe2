import { defineHelper } from "./helper.ts";
import { nameOf } from "./say-claim.ts";

/** `{{period "total"}}`: the period or periods of a claim: "2018/19". */
export const period = defineHelper({
  name: "period",
  makes: "text",
  parameters: ["claim"],
  run: (call, claim) =>
    nameOf(call, { claim, helper: "period", what: "period", run: { kind: "period" }, words: claim.words.period }),
});

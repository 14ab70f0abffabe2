import { defineHelper } from "./helper.ts";
import { nameOf } from "./say-claim.ts";

/** `{{measure "total"}}`: whose figure it is, and which, by the short name of its measure: "Kent's rate", "the rate". */
export const measure = defineHelper({
  name: "measure",
  makes: "text",
  parameters: ["claim"],
  run: (call, claim) =>
    nameOf(call, { claim, helper: "measure", what: "measure", run: { kind: "metadata" }, words: claim.words.measure }),
});

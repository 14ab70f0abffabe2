import { defineHelper } from "./helper.ts";
import { nameOf } from "./say-claim.ts";

/** `{{when "total"}}`: when the claim is of: "in 2018/19", "in the year ending March 2019", "from 2014 to 2022". */
export const when = defineHelper({
  name: "when",
  makes: "text",
  parameters: ["claim"],
  run: (call, claim) =>
    nameOf(call, { claim, helper: "when", what: "period", run: { kind: "period" }, words: claim.words.when }),
});

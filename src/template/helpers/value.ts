import { defineHelper } from "./helper.ts";
import { sayClaim } from "./say-claim.ts";

/** `{{value "total"}}`: the claim's figure alone: "274", or its marker: "[c]". */
export const value = defineHelper({
  name: "value",
  makes: "text",
  parameters: ["claim"],
  run: (call, claim) => sayClaim(call, { claim, helper: "value", words: claim.words.value }),
});

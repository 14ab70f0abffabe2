import { defineHelper } from "./helper.ts";
import { sayClaim } from "./say-claim.ts";

/** `{{claim "total"}}`: the claim's words, to follow a verb or stand in a list: "274 offences". */
export const claim = defineHelper({
  name: "claim",
  makes: "text",
  parameters: ["claim"],
  run: (call, claim) => sayClaim(call, { claim, helper: "claim", words: claim.words.phrase }),
});

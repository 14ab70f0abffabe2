import { defineHelper } from "./helper.ts";
import { sayClaim } from "./say-claim.ts";

/** `{{change "rise"}}`: a verb phrase: "rose by 140%", "fell from 22 to 14", "did not change". */
export const change = defineHelper({
  name: "change",
  makes: "text",
  parameters: ["claim"],
  run: (call, claim) => sayClaim(call, { claim, helper: "change", words: claim.words.change }),
});

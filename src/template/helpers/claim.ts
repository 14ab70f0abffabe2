import { claimWords } from "./claim-words.ts";
import { defineHelper } from "./helper.ts";

/** `{{claim "total"}}`: the claim's words, to follow a verb or stand in a list: "274 offences". */
export const claim = defineHelper({
  name: "claim",
  makes: "text",
  parameters: ["claim"],
  run: ({ rendering }, claim) => claimWords(rendering, claim, claim.words.phrase),
});

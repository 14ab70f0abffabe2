import { claimWords } from "./claim-words.ts";
import { defineHelper } from "./helper.ts";

/** `{{value "total"}}`: the claim's figure alone: "274", or its marker: "[c]". */
export const value = defineHelper({
  name: "value",
  makes: "text",
  parameters: ["claim"],
  run: ({ rendering }, claim) => claimWords(rendering, claim, claim.words.value),
});

import { claimWords } from "./claim-words.ts";
import { defineHelper } from "./helper.ts";

/** `{{change "rise"}}`: a verb phrase: "rose by 140%", "fell from 22 to 14", "did not change". */
export const change = defineHelper({
  name: "change",
  makes: "text",
  parameters: ["claim"],
  run: ({ rendering }, claim) => claimWords(rendering, claim, claim.words.change),
});

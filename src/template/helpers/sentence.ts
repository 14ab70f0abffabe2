import { claimWords } from "./claim-words.ts";
import { defineHelper } from "./helper.ts";

/** `{{sentence "record"}}`: the claim's words with a capital, to begin a sentence: "The highest number since 2014/15". */
export const sentence = defineHelper({
  name: "sentence",
  makes: "text",
  parameters: ["claim"],
  run: ({ rendering }, claim) => claimWords(rendering, claim, claim.words.sentence),
});

import { defineHelper } from "./helper.ts";
import { sayClaim } from "./say-claim.ts";

/** `{{sentence "record"}}`: the claim's words with a capital, to begin a sentence: "The highest number since 2014/15". */
export const sentence = defineHelper({
  name: "sentence",
  makes: "text",
  parameters: ["claim"],
  run: (call, claim) => sayClaim(call, { claim, helper: "sentence", words: claim.words.sentence }),
});

import { defineHelper } from "./helper.ts";
import { sayClaim } from "./say-claim.ts";

/**
 * `{{lead "standing"}}`: the first thing to say of a claim that is worded in sentences, as one sentence: "Kent's rate fell by
 * 30% from 2014 to 2022"; of others as `sentence`.
 */
export const lead = defineHelper({
  name: "lead",
  makes: "text",
  parameters: ["claim"],
  run: (call, claim) => sayClaim(call, { claim, helper: "lead", words: claim.words.lead }),
});

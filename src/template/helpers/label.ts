import { defineHelper } from "./helper.ts";
import { sayClaim } from "./say-claim.ts";

/**
 * `{{label "rise"}}`: the claim's words without its figure, to stand below the figure in large: "rise on the previous
 * year", "highest of 42 police forces". All of its words where the figure is not among them.
 */
export const label = defineHelper({
  name: "label",
  makes: "text",
  parameters: ["claim"],
  run: (call, claim) => sayClaim(call, { claim, helper: "label", words: claim.words.label }),
});

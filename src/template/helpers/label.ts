import { claimWords } from "./claim-words.ts";
import { defineHelper } from "./helper.ts";

/**
 * `{{label "rise"}}`: the claim's words without its figure, to stand below the figure in large: "rise on the previous
 * year", "highest of 42 police forces". All of its words where the figure is not among them.
 */
export const label = defineHelper({
  name: "label",
  makes: "text",
  parameters: ["claim"],
  run: ({ rendering }, claim) => claimWords(rendering, claim, claim.words.label),
});

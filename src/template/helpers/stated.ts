import { defineHelper } from "./helper.ts";

/** `{{stated "c4"}}`: what somebody said, in the words of the claim; its figures are theirs. */
export const stated = defineHelper({
  name: "stated",
  makes: "text",
  parameters: ["claim"],
  run({ rendering }, claim) {
    rendering.cite(claim);
    return rendering.trace({ kind: "literal", about: claim.id }, claim.spec.text ?? claim.words.phrase);
  },
});

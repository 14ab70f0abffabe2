import { defineHelper } from "./helper.ts";

/** `{{verdict "c4"}}`: the verdict on a claim, as a badge with its word. */
export const verdict = defineHelper({
  name: "verdict",
  makes: "elements",
  parameters: ["claim"],
  run({ rendering }, claim) {
    rendering.cite(claim);
    const { verdict } = claim;
    const word = rendering.attribute(rendering.input.words.template.verdicts[verdict]);
    return `<strong class="verdict verdict-${verdict}">${word}</strong>`;
  },
});

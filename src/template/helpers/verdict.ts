import type { Verdict } from "../../claims/index.ts";
import { defineHelper } from "./helper.ts";

const words: Readonly<Record<Verdict, string>> = {
  supported: "Supported",
  refuted: "Refuted",
  "not-enough-evidence": "Not enough evidence",
  "conflicting-evidence": "Conflicting evidence",
  "not-checkable": "Not checkable",
};

/** `{{verdict "c4"}}`: the verdict on a claim, as a badge with its word. */
export const verdict = defineHelper({
  name: "verdict",
  makes: "elements",
  parameters: ["claim"],
  run({ rendering }, claim) {
    rendering.cite(claim);
    const { verdict } = claim;
    return `<strong class="verdict verdict-${verdict}">${words[verdict]}</strong>`;
  },
});

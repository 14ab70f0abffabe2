import type { ClaimWords } from "../../claims/index.ts";
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
  run: ({ rendering }, claim) =>
    claimWords(rendering, claim, labelWords(claim.words, claim.figure?.unit === "position")),
});

function labelWords({ phrase, value }: ClaimWords, isPosition: boolean): string {
  if (isPosition) return phrase.replace(/^the (joint )?(?:\S+ )??(highest|lowest)/u, "$1$2");
  const [before = "", ...after] = value === "" ? [phrase] : phrase.split(value);
  if (after.length === 0) return phrase;
  const lead = before.replace(/^(?:an?|the)\s/u, "").replace(/\s?from\s$/u, "");
  return [lead.trim(), after.join(value).replace(/^,/u, "").trim()].filter(Boolean).join(" ");
}

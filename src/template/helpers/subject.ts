import type { Claim } from "../../claims/index.ts";
import type { TemplateInput } from "../rendering.ts";
import { defineHelper } from "./helper.ts";

/**
 * `{{claim "total"}}{{subject "total"}}`: what a share or a mean is of, with a space before it, where the claim's words are
 * the number alone: "18.7% (Adults who smoke)". Nothing for other claims, whose words say it.
 */
export const subject = defineHelper({
  name: "subject",
  makes: "text",
  parameters: ["claim"],
  run({ rendering }, claim) {
    const label = subjectOf(claim, rendering.input);
    return label === "" ? "" : ` (${rendering.trace({ kind: "metadata" }, label)})`;
  },
});

function subjectOf({ kind, evidence }: Claim, { datasets }: TemplateInput): string {
  const [cell] = evidence;
  if (kind !== "rate" || !cell) return "";
  const measure = datasets.get(cell.dataset)?.definition.spec.measures[cell.observation.measure];
  return measure?.statType === "share" || measure?.statType === "mean" ? measure.label : "";
}

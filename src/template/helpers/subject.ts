import type { Claim } from "../../claims/index.ts";
import { isMeasured, type MeasureSpec } from "../../dataset/index.ts";
import type { TemplateInput } from "../rendering.ts";
import { defineHelper } from "./helper.ts";

/**
 * `{{claim "total"}}{{subject "total"}}`: what a share or a mean is of, with a space before it, where the claim's words are
 * the number alone: "18.7% (Adults who smoke)". Nothing for other claims, whose words say it; with `named=true`, nor where the measure has a short name,
 * which stands in the sentence already.
 */
export const subject = defineHelper({
  name: "subject",
  makes: "text",
  parameters: ["claim"],
  hash: { named: "flag" },
  run({ rendering, hash }, claim) {
    const measure = measureOf(claim, rendering.input);
    const label = measure && !(hash.named && measure.short !== undefined) ? measure.label : "";
    return label === "" ? "" : ` (${rendering.trace({ kind: "metadata" }, label)})`;
  },
});

/** The measure of a claim whose words do not say it. */
function measureOf({ kind, evidence }: Claim, { datasets }: TemplateInput): MeasureSpec | undefined {
  const [cell] = evidence;
  if (kind !== "rate" || !cell) return undefined;
  const measure = datasets.get(cell.dataset)?.definition.spec.measures[cell.observation.measure];
  return measure && (measure.statType === "share" || isMeasured(measure)) ? measure : undefined;
}

import type { Diagnostics } from "../diagnostics/index.ts";
import type { TemplatePosition } from "../template/index.ts";
import type { FoundGap } from "./resolve-traced-text.ts";

/**
 * Reports every place in running text, in a heading, a caption or an attribute where a figure was asked for that there is
 * none of: the sentence would have a hole. A place that a loop repeats is reported once.
 */
export function auditGaps(
  gaps: readonly FoundGap[],
  positions: readonly TemplatePosition[],
  report: Diagnostics["error"],
): void {
  const reported = new Set<string>();
  for (const { gap, claim, where } of gaps) {
    const key = `${gap.position} ${claim}`;
    if (reported.has(key)) continue;
    reported.add(key);
    const source = positions[gap.position];
    report({
      code: "sentence-with-hole",
      message: `{{${gap.helper}}} of the claim "${claim}" leaves a hole in ${where}: ${gap.why}.`,
      hint: "Put the whole sentence, with its element, into {{#known}}…{{/known}}: it is left out where a claim in it has no figure. What is said in its place goes after {{else}}.",
      source,
    });
  }
}

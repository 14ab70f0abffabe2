import type { Verdict } from "../../language/index.ts";
import { defineHelper } from "./helper.ts";

/** In the order in which they are told. */
const verdicts: readonly Verdict[] = [
  "supported",
  "refuted",
  "conflicting-evidence",
  "not-enough-evidence",
  "not-checkable",
];

/** `{{tally}}`: of the claims that somebody made, how many have which verdict, and what that means. */
export const tally = defineHelper({
  name: "tally",
  makes: "elements",
  parameters: [],
  run({ rendering: { input, trace, attribute } }) {
    const stated = [...input.claims.values()].filter(({ spec }) => spec.text !== undefined);
    const { verdicts: names, verdictMeanings } = input.words.template;
    const items = verdicts.flatMap((verdict) => {
      const count = stated.filter((claim) => claim.verdict === verdict).length;
      if (count === 0) return [];
      const number = trace({ kind: "metadata" }, String(count));
      return [
        `<li class="tally-item tally-${verdict}"><p class="tally-number">${number}</p><p class="tally-count">${attribute(names[verdict])}</p>` +
          `<p class="tally-meaning">${attribute(verdictMeanings[verdict])}</p></li>`,
      ];
    });
    return items.length === 0 ? "" : `<ul class="tally">${items.join("")}</ul>`;
  },
});

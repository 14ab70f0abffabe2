import type { Claim, FacetId, IssueCode } from "../../claims/index.ts";
import type { ClaimQuestion } from "../../language/index.ts";
import { leftOut } from "../traced-text.ts";
import { defineHelper } from "./helper.ts";

/** What to ask for a side of a claim that does not hold. */
const ofFacets: Readonly<Record<FacetId, ClaimQuestion>> = {
  value: "number",
  direction: "number",
  unit: "counted",
  area: "area",
  period: "period",
  denominator: "base",
  vintage: "publication",
};

/** The same for what a reader has to know besides; of the others there is nothing to ask. */
const ofIssues: Partial<Record<IssueCode, ClaimQuestion>> = {
  "area-mismatch": "area",
  "base-omitted": "base",
  "denominator-mismatch": "base",
  "coverage-unequal": "coverage",
  "degree-not-defined": "degree",
  "hedge-dropped": "left-out",
  "lower-bound": "left-out",
  "not-significant": "cases",
  "small-base": "cases",
  "overlapping-categories": "overlap",
  "partial-period": "period",
  "period-ambiguous": "period",
  "period-mismatch": "period",
  "series-break": "same-way",
  "short-series": "earlier",
  "unit-mismatch": "counted",
  "percent-of-share": "counted",
  "vintage-conflict": "publication",
};

/**
 * `{{questions "c4"}}`: what to ask of whoever made a claim, so that it can be judged, or put right, after what it
 * holds. Nothing where all is said.
 */
export const questions = defineHelper({
  name: "questions",
  makes: "elements",
  block: "optional",
  parameters: ["claim"],
  run({ rendering, content }, claim) {
    rendering.cite(claim);
    const { questions: words } = rendering.input.words.template;
    const items = questionsOf(claim).map((question) => `<li>${rendering.attribute(words[question])}</li>`);
    return items.length === 0
      ? leftOut
      : `<div class="claim-questions">${content?.() ?? ""}<ul class="questions">${items.join("")}</ul></div>`;
  },
});

/** So many are asked: the first are about what decides the verdict. */
const most = 3;

function questionsOf({ verdict, facets, issues, absence }: Claim): readonly ClaimQuestion[] {
  if (verdict === "not-checkable") return ["rests-on"];
  const asked: readonly (ClaimQuestion | undefined)[] = [
    ...(absence === "suppressed" ? (["hidden"] as const) : []),
    ...facets.filter((facet) => facet.verdict === "refuted").map(({ id }) => ofFacets[id]),
    ...issues.map(({ code }) => ofIssues[code]),
    ...facets
      .filter((facet) => facet.verdict !== "supported" && facet.verdict !== "refuted")
      .map(({ id }) => (id === "value" ? "figures" : ofFacets[id])),
  ];
  return [...new Set(asked.flatMap((question) => question ?? []))].slice(0, most);
}

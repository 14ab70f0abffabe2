import { unsaidIssues } from "../../claims/index.ts";
import { defineHelper } from "./helper.ts";

/**
 * `{{reasons "c4"}}`: why the verdict is what it is: a list of the facets that were judged, and of what a reader should
 * know besides. `facets="deciding"` leaves out the facets that hold.
 */
export const reasons = defineHelper({
  name: "reasons",
  makes: "elements",
  parameters: ["claim"],
  hash: { facets: "name" },
  run({ rendering, hash }, claim) {
    rendering.cite(claim);
    const deciding = hash.facets === "deciding" && claim.verdict !== "supported";
    const facets = claim.facets.filter(({ verdict }) => !deciding || verdict !== "supported");
    const sentences = [...facets.map(({ reason }) => reason), ...unsaidIssues(claim).map(({ message }) => message)];
    const items = [...new Set(sentences)].map((text) => `<li>${rendering.trace({ kind: "metadata" }, text)}</li>`);
    return items.length === 0 ? "" : `<ul class="reasons">${items.join("")}</ul>`;
  },
});

import { defineHelper } from "./helper.ts";
import { linkSources } from "./link-sources.ts";

/** `{{note "rise"}}`: a reference to a note that says where the claim's figure comes from, with its caveats. */
export const note = defineHelper({
  name: "note",
  makes: "elements",
  parameters: ["claim"],
  run({ rendering }, claim) {
    rendering.cite(claim);
    if (claim.words.note === "") return "";
    return `<span data-note="claim:${rendering.attribute(claim.id)}">${linkSources(rendering, claim)}</span>`;
  },
});

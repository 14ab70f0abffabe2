import { citation } from "./citation.ts";
import { defineHelper } from "./helper.ts";

/** `{{source "foi-2019"}}`: a source as a citation, with a link where it has an address. */
export const source = defineHelper({
  name: "source",
  makes: "elements",
  parameters: ["source"],
  run: ({ rendering }, source) => citation(rendering, source),
});

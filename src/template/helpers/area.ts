import { defineHelper } from "./helper.ts";
import { nameOf } from "./say-claim.ts";

/** `{{area "total"}}`: the area or areas of a claim, by label. */
export const area = defineHelper({
  name: "area",
  makes: "text",
  parameters: ["claim"],
  run: (call, claim) =>
    nameOf(call, { claim, helper: "area", what: "area", run: { kind: "metadata" }, words: claim.words.area }),
});

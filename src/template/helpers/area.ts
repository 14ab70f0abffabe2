import { defineHelper } from "./helper.ts";

/** `{{area "total"}}`: the area or areas of a claim, by label. */
export const area = defineHelper({
  name: "area",
  makes: "text",
  parameters: ["claim"],
  run: ({ rendering }, claim) => rendering.trace({ kind: "metadata" }, claim.words.area),
});

import { defineHelper } from "./helper.ts";

/** `{{period "total"}}`: the period or periods of a claim: "2018/19". */
export const period = defineHelper({
  name: "period",
  makes: "text",
  parameters: ["claim"],
  run: ({ rendering }, claim) => rendering.trace({ kind: "period" }, claim.words.period),
});

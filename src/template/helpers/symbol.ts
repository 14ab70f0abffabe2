import { defineHelper } from "./helper.ts";

/** `{{symbol "[c]"}}`: what a marker means: "not shown, to protect confidentiality". */
export const symbol = defineHelper({
  name: "symbol",
  makes: "text",
  parameters: ["symbol"],
  run: ({ rendering }, meaning) => rendering.attribute(meaning),
});

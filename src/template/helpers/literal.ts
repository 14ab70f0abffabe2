import { defineHelper } from "./helper.ts";

/** `{{literal "0800 1111"}}`: digits that the author declares to be no figure of the data: a telephone number, a law's year. */
export const literal = defineHelper({
  name: "literal",
  makes: "text",
  parameters: ["literal"],
  run: ({ rendering }, text) => rendering.trace({ kind: "literal" }, text),
});

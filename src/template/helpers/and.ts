import { defineHelper } from "./helper.ts";

/** `(and (has claim="rise") (has chart="trend"))`: whether all hold. */
export const and = defineHelper({
  name: "and",
  makes: "values",
  parameters: [],
  rest: "any",
  run: ({ rest }) => rest.every(Boolean),
});

import { defineHelper } from "./helper.ts";

/** `(or (has claim="rise") (has chart="trend"))`: whether any holds. */
export const or = defineHelper({
  name: "or",
  makes: "values",
  parameters: [],
  rest: "any",
  run: ({ rest }) => rest.some(Boolean),
});

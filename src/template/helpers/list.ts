import { defineHelper } from "./helper.ts";

/** `{{#each (list "total" "rise")}}…{{value this}}…{{/each}}`: ids, one after another. */
export const list = defineHelper({
  name: "list",
  makes: "values",
  parameters: [],
  rest: "name",
  run: ({ rest }) => rest,
});

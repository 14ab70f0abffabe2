import { defineHelper } from "./helper.ts";

/** `(text "Offences in " area.label)`: words and values as one text, for an option of another helper. */
export const text = defineHelper({
  name: "text",
  makes: "text",
  parameters: [],
  rest: "text",
  run: ({ rest }) => rest.join(""),
});

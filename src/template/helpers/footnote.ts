import { defineHelper } from "./helper.ts";

/** `{{#footnote}}…{{/footnote}}`: a note of the author's own. The same words twice get one number. */
export const footnote = defineHelper({
  name: "footnote",
  makes: "elements",
  block: "always",
  parameters: [],
  run: ({ content }) => `<span data-note="author">${content?.().trim() ?? ""}</span>`,
});

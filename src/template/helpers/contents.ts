import { defineHelper } from "./helper.ts";

/** `{{contents}}`: where the table of contents goes. `title` gives it a heading in place of the usual one. */
export const contents = defineHelper({
  name: "contents",
  makes: "elements",
  parameters: [],
  hash: { title: "text" },
  run: ({ hash: { title } }) =>
    `<nav class="contents" data-contents>${title === undefined ? "" : `<h2>${title}</h2>`}</nav>`,
});

import { defineHelper } from "./helper.ts";

/** `{{notes}}`: where the list of notes goes. `title` gives it a heading in place of the usual one. */
export const notes = defineHelper({
  name: "notes",
  makes: "elements",
  parameters: [],
  hash: { title: "text" },
  run: ({ hash: { title } }) =>
    `<section class="notes" data-notes>${title === undefined ? "" : `<h2>${title}</h2>`}</section>`,
});

import { defineHelper } from "./helper.ts";

/** `{{phrase "key-figures"}}`: words of the shipped templates in the language of the briefing: "Key figures". */
export const phrase = defineHelper({
  name: "phrase",
  makes: "text",
  parameters: ["phrase"],
  run: ({ rendering }, phrase) => rendering.trace({ kind: "metadata" }, phrase),
});

import { defineHelper } from "./helper.ts";

/** `{{claim "total"}}{{place "total"}}`: the area of a claim with its preposition, and a space before it: " in Kent"; nothing for a claim that is of no one area, such as a median. */
export const place = defineHelper({
  name: "place",
  makes: "text",
  parameters: ["claim"],
  run: ({ rendering }, { words: { place } }) =>
    place === "" ? "" : ` ${rendering.trace({ kind: "metadata" }, place)}`,
});

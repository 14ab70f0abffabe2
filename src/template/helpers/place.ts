import { defineHelper } from "./helper.ts";

/** `{{claim "total"}}{{place "total"}}`: " in" and the area of a claim, with its space; nothing for a claim that is of no one area, such as a median. */
export const place = defineHelper({
  name: "place",
  makes: "text",
  parameters: ["claim"],
  run: ({ rendering }, { words: { area } }) =>
    area === "" ? "" : ` in ${rendering.trace({ kind: "metadata" }, area)}`,
});

import { defineHelper } from "./helper.ts";

/** `{{#lang "cy"}}Llywodraeth Cymru{{/lang}}`: words of another language, so that they are read aloud rightly. */
export const lang = defineHelper({
  name: "lang",
  makes: "elements",
  block: "always",
  parameters: ["name"],
  run: ({ rendering, content }, language) =>
    `<span lang="${rendering.attribute(language)}">${content?.() ?? ""}</span>`,
});

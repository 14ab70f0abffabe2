import { defineHelper } from "./helper.ts";

/** Stands for the list until everything is printed, when it is known what was cited. */
export const sourcesPlaceholder = "\uFDD4";

/** `{{sources}}`: a list of the sources of every claim and table that the briefing prints, wherever it prints them. */
export const sources = defineHelper({
  name: "sources",
  makes: "elements",
  parameters: [],
  run: () => sourcesPlaceholder,
});

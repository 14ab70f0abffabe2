import { markersIn } from "../markers-in.ts";
import type { Rendering } from "../rendering.ts";
import { leftOut } from "../traced-text.ts";
import { defineHelper } from "./helper.ts";

/** Stand around what the block holds until everything is printed, when it is known which symbols are. */
const [opening, closing] = ["\uFDD7", "\uFDD8"] as const;
const placeholder = new RegExp(`${opening}([^${closing}]*)${closing}`, "gu");

/**
 * `{{#symbols}}<h3>Symbols</h3>{{/symbols}}`: what it holds, and what the symbols mean that the briefing prints in place of
 * figures. Nothing where it prints none.
 */
export const symbols = defineHelper({
  name: "symbols",
  makes: "elements",
  block: "always",
  parameters: [],
  run: ({ content }) => `${opening}${content?.() ?? ""}${closing}`,
});

/** Puts the list where the helper stands. */
export function fillSymbols(html: string, { markers, input, attribute }: Rendering): string {
  const meanings = input.words.template.markers;
  const items = markersIn([...markers]).map(
    (marker) => `<div><dt>${marker}</dt><dd>${attribute(meanings[marker])}</dd></div>`,
  );
  return html.replaceAll(placeholder, (_, content: string) =>
    items.length === 0 ? leftOut : `${content}<dl class="symbols">${items.join("")}</dl>`,
  );
}

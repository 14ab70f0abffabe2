import type { StructureElement, TaggedPage } from "./read-tagged-pages.ts";

/** What a screen reader says of a PDF, in the order of its structure. */
export interface SpokenText {
  readonly headings: readonly string[];
  /** All words but those that figures draw: their alternative text is read in place of them. */
  readonly words: readonly string[];
}

export function spokenText(pages: readonly TaggedPage[]): SpokenText {
  const headings: string[] = [];
  const texts = pages.map(({ structure, drawn }) => {
    if (structure === null) return "";
    collectHeadings(structure, drawn, headings);
    return spaced(structure, drawn);
  });
  return { headings, words: texts.join(" ").split(/\s+/).filter(Boolean) };
}

function collectHeadings(element: StructureElement, drawn: ReadonlyMap<string, string>, headings: string[]): void {
  // An element that goes on over pages is in the tree of each, empty where it has no part.
  const text = /^H[1-6]$/.test(element.role) ? spaced(element, drawn).trim() : "";
  if (text !== "") headings.push(text);
  for (const child of element.children) if (typeof child !== "string") collectHeadings(child, drawn, headings);
}

const inline = /^(Code|Em|Link|Quote|Reference|Span|Strong)$/;

/** The text, with a space where a block ends: readers pause there. */
function spaced({ role, children }: StructureElement, drawn: ReadonlyMap<string, string>): string {
  if (role === "Figure") return " ";
  const text = children.map((child) => (typeof child === "string" ? (drawn.get(child) ?? "") : spaced(child, drawn)));
  return inline.test(role) ? text.join("") : ` ${text.join("")} `;
}

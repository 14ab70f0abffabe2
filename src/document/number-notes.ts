import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import type { Diagnostics } from "../diagnostics/index.ts";
import type { DocumentWords } from "../language/index.ts";
import { insertNotes } from "./insert-notes.ts";
import { uniqueIds } from "./unique-ids.ts";

interface Note {
  readonly number: number;
  readonly item: Element;
  /** Ids of the references to it, in document order. */
  readonly references: string[];
}

/**
 * Moves the content of every `<span data-note>` into one ordered list, and leaves a numbered reference in its place
 * (DPUB-ARIA 1.1: `doc-noteref`, `doc-backlink`). Notes that say the same are one note.
 */
export function numberNotes(tree: Root, words: DocumentWords, diagnostics: Diagnostics): void {
  const newId = uniqueIds(tree);
  const notes = new Map<string, Note>();

  const noteSaying = (content: ElementContent[]): Note => {
    const key = JSON.stringify(content);
    const known = notes.get(key);
    if (known) return known;
    const number = notes.size + 1;
    const note = { number, item: h("li", { id: newId(`note-${number}`) }, content), references: [] };
    notes.set(key, note);
    return note;
  };

  const reference = (content: ElementContent[]): Element => {
    const { number, item, references } = noteSaying(content);
    const use = references.length + 1;
    const id = newId(use === 1 ? `note-ref-${number}` : `note-ref-${number}-${use}`);
    references.push(id);
    const properties = {
      href: `#${item.properties.id}`,
      id,
      role: "doc-noteref",
      ariaLabel: words.noteReference(number),
    };
    return h("sup", { className: ["note-ref"] }, [h("a", properties, String(number))]);
  };

  const replaceNotes = (parent: Root | Element): void => {
    parent.children = parent.children.map((child) => {
      if (child.type !== "element") return child;
      if (child.properties.dataNote !== undefined) return reference(child.children);
      replaceNotes(child);
      return child;
    }) as ElementContent[];
  };

  replaceNotes(tree);
  // A note may refer to a further note, which the map then gives later in this same loop.
  for (const { item } of notes.values()) replaceNotes(item);
  for (const { number, item, references } of notes.values())
    item.children.push(...backLink(words, number, references[0] ?? ""));
  insertNotes(tree, { items: [...notes.values()].map(({ item }) => item), newId, words, diagnostics });
}

/** To the first of its references: one link a note, however often it is referred to. */
const backLink = (words: DocumentWords, number: number, reference: string): ElementContent[] => [
  { type: "text", value: " " },
  h(
    "a",
    { className: ["note-back"], href: `#${reference}`, role: "doc-backlink", ariaLabel: words.backToText(number) },
    "↑",
  ),
];

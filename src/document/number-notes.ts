import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import type { Diagnostics } from "../diagnostics/index.ts";
import type { DocumentWords } from "../language/index.ts";
import { appendSection } from "./append-section.ts";
import { isHeading } from "./is-element.ts";
import { uniqueIds } from "./unique-ids.ts";
import { walkElements } from "./walk-elements.ts";

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

  replaceNotes(tree, reference);
  // A note may refer to a further note, which the map then gives later in this same loop.
  for (const { item } of notes.values()) replaceNotes(item, reference);
  for (const { number, item, references } of notes.values())
    item.children.push(...backLink(words, number, references[0] ?? ""));
  insertNotes(tree, { items: [...notes.values()].map(({ item }) => item), newId, words, diagnostics });
}

/** Puts references in place of notes. */
function replaceNotes(parent: Root | Element, reference: (content: ElementContent[]) => Element): void {
  const { children } = parent;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child?.type !== "element") continue;
    if (child.properties.dataNote === undefined) replaceNotes(child, reference);
    else children[index] = reference(child.children);
  }
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

interface NoteList {
  readonly items: readonly Element[];
  readonly newId: (wanted: string) => string;
  readonly words: DocumentWords;
  readonly diagnostics: Diagnostics;
}

/**
 * Puts the notes into `<section data-notes>` (DPUB-ARIA 1.1: `doc-endnotes`). Its heading is the author's, in the section
 * or right before it, else one of ours. Without a section the notes go to the end of the text; without notes it goes.
 */
function insertNotes(tree: Root, { items, newId, words, diagnostics }: NoteList): void {
  const [target, ...others] = findPlaceholders(tree);
  for (const { parent, section } of others) remove(parent, section);
  if (others.length > 0) {
    diagnostics.warn({
      code: "notes-twice",
      message: "The template places its notes more than once; they stand at the first place.",
      hint: "Keep one {{notes}}.",
    });
  }
  if (items.length === 0) {
    if (target) remove(target.parent, target.section);
    return;
  }
  const section = target?.section ?? appendSection(tree);
  delete section.properties.dataNotes;
  if (target) takeHeadingBefore(target.parent, section);
  const heading = section.children.find(isHeading) ?? addHeading(section, words);
  heading.properties.id ??= newId("notes");
  section.properties = {
    ...section.properties,
    className: [...new Set(["notes", ...classNames(section)])],
    role: "doc-endnotes",
    ariaLabelledBy: [String(heading.properties.id)],
  };
  section.children.push(h("ol", { className: ["note-list"] }, [...items]));
}

function findPlaceholders(tree: Root): { parent: Root | Element; section: Element }[] {
  const found: { parent: Root | Element; section: Element }[] = [];
  walkElements(tree, (section, parent) => {
    if (section.properties.dataNotes !== undefined) found.push({ parent, section });
  });
  return found;
}

/** A heading right before the section is the section's own. */
function takeHeadingBefore(parent: Root | Element, section: Element): void {
  const elements = parent.children.filter((node) => node.type === "element");
  const before = elements[elements.indexOf(section) - 1];
  if (!isHeading(before) || section.children.some(isHeading)) return;
  remove(parent, before);
  section.children.unshift(before);
}

function addHeading(section: Element, words: DocumentWords): Element {
  const heading = h("h2", words.notes);
  section.children.unshift(heading);
  return heading;
}

const classNames = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : [];

function remove(parent: Root | Element, child: Element): void {
  parent.children = (parent.children as ElementContent[]).filter((node) => node !== child);
}

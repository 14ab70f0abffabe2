import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { breaksFlow } from "./text-flow.ts";
import { walkElements } from "./walk-elements.ts";

/**
 * Moves each note of the list at the end to right after the first reference to it, in place, as an element that a stylesheet
 * sets at the foot of the page (`.page-note`), with its number. The list goes, and what leads to it. A document in which a note
 * refers to a further one keeps its list.
 */
export function footNotes(tree: Root): void {
  const section = findSection(tree);
  const notes = new Map<string, Element>();
  const headings = new Set<string>();
  let isNested = false;
  if (!section) return;
  walkElements(section.element, (element) => {
    if (element.tagName === "li" && typeof element.properties.id === "string")
      notes.set(element.properties.id, element);
    if (/^h[1-6]$/.test(element.tagName)) headings.add(String(element.properties.id));
    isNested ||= element.properties.role === "doc-noteref";
  });
  if (isNested) return;
  remove(section.parent, section.element);
  place(tree, notes);
  removeLinksTo(tree, headings);
}

interface Found {
  readonly element: Element;
  readonly parent: Root | Element;
}

function findSection(tree: Root): Found | undefined {
  let found: Found | undefined;
  walkElements(tree, (element, parent) => {
    if (element.properties.role === "doc-endnotes") found ??= { element, parent };
  });
  return found;
}

function place(parent: Root | Element, notes: Map<string, Element>): void {
  const children = parent.children as readonly ElementContent[];
  /** Undefined as long as no note stands in it. */
  let placed: ElementContent[] | undefined;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index] as ElementContent;
    placed?.push(child);
    if (child.type !== "element") continue;
    const [reference] = child.children;
    if (reference?.type !== "element" || reference.properties.role !== "doc-noteref") {
      place(child, notes);
      continue;
    }
    const id = String(reference.properties.href ?? "").slice(1);
    const item = notes.get(id);
    notes.delete(id);
    if (!item) continue;
    placed ??= children.slice(0, index + 1);
    placed.push(noteOf(item, reference));
  }
  if (placed) parent.children = placed;
}

function noteOf({ properties: { id }, children }: Element, reference: Element): Element {
  const content = children.filter((node) => !(node.type === "element" && node.properties.role === "doc-backlink"));
  const holdsBlocks = content.some((node) => node.type === "element" && breaksFlow(node.tagName));
  const number = h("span", { className: ["page-note-number"] }, structuredClone(reference.children));
  return h(holdsBlocks ? "div" : "span", { className: ["page-note"], id: String(id) }, [
    number,
    { type: "text", value: " " },
    ...content,
  ]);
}

/** Items of lists that are a link to one of these and nothing else, as those of the contents are. */
function removeLinksTo(tree: Root, ids: ReadonlySet<string>): void {
  const gone: Found[] = [];
  walkElements(tree, (element, parent) => {
    if (element.tagName !== "li" || element.children.length !== 1) return;
    const [link] = element.children;
    if (link?.type !== "element" || link.tagName !== "a") return;
    if (ids.has(String(link.properties.href ?? "").slice(1))) gone.push({ element, parent });
  });
  for (const { element, parent } of gone) remove(parent, element);
}

function remove(parent: Root | Element, child: Element): void {
  parent.children = (parent.children as ElementContent[]).filter((node) => node !== child);
}

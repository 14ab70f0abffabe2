import type { Element, Root } from "hast";
import { type Diagnostics, didYouMean } from "../diagnostics/index.ts";
import { attributeName } from "./attribute-name.ts";
import { walkElements } from "./walk-elements.ts";

/** Attributes that hold ids of other elements, in hast's names. */
const idLists = ["ariaLabelledBy", "ariaDescribedBy", "ariaDetails", "headers"] as const;

interface Reference {
  readonly id: string;
  readonly tagName: string;
  /** In hast's name; undefined: a link. */
  readonly attribute: (typeof idLists)[number] | undefined;
}

/** An id used twice is an error (HTML, 3.2.6: ids are unique); a reference to an id that is not there is a warning. */
export function checkReferences(tree: Root, { error, warn }: Diagnostics): void {
  const ids = new Set<string>();
  const twice = new Set<string>();
  const references: Reference[] = [];
  walkElements(tree, (element) => {
    const { id } = element.properties;
    if (typeof id === "string") (ids.has(id) ? twice : ids).add(id);
    addReferences(element, references);
  });
  for (const id of twice) {
    error({
      code: "duplicate-id",
      message: `The id "${id}" is used more than once.`,
      hint: "An id in a loop needs something of its own, such as {{@index}}.",
      source: { id },
    });
  }
  for (const { id, tagName, attribute } of references) {
    if (ids.has(id)) continue;
    const from = attribute === undefined ? "A link" : `The ${attributeName(attribute)} attribute of <${tagName}>`;
    warn({
      code: "unknown-target",
      message: `${from} leads to "#${id}", and nothing has that id.`,
      hint: didYouMean(id, ids),
      source: { id },
    });
  }
}

function addReferences({ tagName, properties }: Element, references: Reference[]): void {
  for (const attribute of idLists) {
    const value = properties[attribute];
    if (Array.isArray(value)) for (const id of value) references.push({ id: String(id), tagName, attribute });
  }
  const { href } = properties;
  if (typeof href === "string" && href.length > 1 && href.startsWith("#"))
    references.push({ id: decodeFragment(href.slice(1)), tagName, attribute: undefined });
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

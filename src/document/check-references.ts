import type { Element, Root } from "hast";
import { type Diagnostics, didYouMean } from "../diagnostics/index.ts";
import { attributeName } from "./attribute-name.ts";
import { walkElements } from "./walk-elements.ts";

/** Attributes that hold ids of other elements, in hast's names. */
const idLists = ["ariaLabelledBy", "ariaDescribedBy", "ariaDetails", "headers"] as const;

interface Reference {
  readonly id: string;
  /** Subject of a sentence: `A link`. */
  readonly from: string;
}

/** An id used twice is an error (HTML, 3.2.6: ids are unique); a reference to an id that is not there is a warning. */
export function checkReferences(tree: Root, { error, warn }: Diagnostics): void {
  const ids = new Set<string>();
  const twice = new Set<string>();
  const references: Reference[] = [];
  walkElements(tree, (element) => {
    const { id } = element.properties;
    if (typeof id === "string") (ids.has(id) ? twice : ids).add(id);
    references.push(...referencesOf(element));
  });
  for (const id of twice) {
    error({
      code: "duplicate-id",
      message: `The id "${id}" is used more than once.`,
      hint: "An id in a loop needs something of its own, such as {{@index}}.",
      source: { id },
    });
  }
  for (const { id, from } of references) {
    if (ids.has(id)) continue;
    warn({
      code: "unknown-target",
      message: `${from} leads to "#${id}", and nothing has that id.`,
      hint: didYouMean(id, ids),
      source: { id },
    });
  }
}

function* referencesOf({ tagName, properties }: Element): Generator<Reference> {
  for (const name of idLists) {
    const value = properties[name];
    if (Array.isArray(value)) {
      const from = `The ${attributeName(name)} attribute of <${tagName}>`;
      for (const id of value) yield { id: String(id), from };
    }
  }
  const { href } = properties;
  if (typeof href === "string" && href.length > 1 && href.startsWith("#")) {
    yield { id: decodeFragment(href.slice(1)), from: "A link" };
  }
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

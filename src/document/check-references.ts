import type { Element, Root } from "hast";
import { type Diagnostics, didYouMean } from "../diagnostics/index.ts";
import { walkElements } from "./walk-elements.ts";

/** Attributes that hold ids of other elements, in hast's names. */
const idLists = ["ariaLabelledBy", "ariaDescribedBy", "ariaDetails", "headers"] as const;

/** An id used twice is an error (HTML, 3.2.6: ids are unique); a reference to an id that is not there is a warning. */
export function checkReferences(tree: Root, { error, warn }: Diagnostics): void {
  const ids = new Set<string>();
  const twice = new Set<string>();
  const references: { id: string; from: string }[] = [];
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

function referencesOf({ tagName, properties }: Element): { id: string; from: string }[] {
  const found = idLists.flatMap((name) => {
    const value = properties[name];
    const from = `${name === "headers" ? name : name.replace("aria", "aria-").toLowerCase()} of <${tagName}>`;
    return Array.isArray(value) ? value.map((id) => ({ id: String(id), from })) : [];
  });
  const { href } = properties;
  if (typeof href !== "string" || !href.startsWith("#") || href === "#") return found;
  return [...found, { id: decodeFragment(href.slice(1)), from: "A link" }];
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

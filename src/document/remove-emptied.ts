import type { Element, ElementContent, Nodes, Root } from "hast";
import { leftOut } from "../template/index.ts";
import { isHeading } from "./is-element.ts";

/** A cell that goes would move the others of its row; a description would lose its term. */
const staysEmpty: ReadonlySet<string> = new Set(["td", "th", "dd", "dt", "summary", "main", "header", "footer"]);

/**
 * Takes out what holds nothing because a part of the template was left out: a paragraph, an item, a list of none; a section
 * that has nothing but its heading; a heading with nothing before the next one. What was empty from the start stays.
 */
export function removeEmptied(tree: Root): void {
  emptied(tree);
}

/** Cleans what an element holds; whether something was left out of it. Of most nothing was: they stay as they are. */
function emptied(parent: Root | Element): boolean {
  let gone: Set<Nodes> | undefined;
  let hasGap = false;
  for (const child of parent.children) {
    const isLeft = child.type === "text" && child.value.includes(leftOut);
    hasGap ||= isLeft;
    const isGone = isLeft
      ? child.value.replaceAll(leftOut, "").trim() === ""
      : child.type === "element" && emptied(child) && !staysEmpty.has(child.tagName) && isBlank(child);
    if (!isGone) continue;
    gone ??= new Set();
    gone.add(child);
  }
  if (!hasGap && !gone) return false;
  const all = gone ?? new Set();
  // From the end, so that a heading learns of those below it.
  for (const heading of all.size === 0 ? [] : parent.children.toReversed()) {
    if (isSubheading(heading) && isHeadingOfNothing(heading, parent, all)) all.add(heading);
  }
  parent.children = (parent.children as ElementContent[])
    .filter((child) => !all.has(child))
    .map((child) => (child.type === "text" ? { ...child, value: child.value.replaceAll(leftOut, "") } : child));
  return true;
}

/** Whether only headings are left. */
const isBlank = ({ children }: Element): boolean => children.every((child) => isNothing(child) || isSubheading(child));

/** The title of the document stands by itself. */
const isSubheading = (node: Nodes): node is Element => isHeading(node) && node.tagName !== "h1";

/** A line break is nothing to read. */
const isNothing = (node: Nodes): boolean =>
  node.type === "comment" ||
  (node.type === "text" && node.value.trim() === "") ||
  (node.type === "element" && node.tagName === "br");

function isHeadingOfNothing(heading: Element, { children }: Root | Element, gone: ReadonlySet<Nodes>): boolean {
  const after = children.slice((children as readonly Nodes[]).indexOf(heading) + 1);
  const end = after.findIndex((node) => isHeading(node) && !gone.has(node) && node.tagName <= heading.tagName);
  const below = end < 0 ? after : after.slice(0, end);
  return below.some((node) => gone.has(node)) && below.every((node) => gone.has(node) || isNothing(node));
}

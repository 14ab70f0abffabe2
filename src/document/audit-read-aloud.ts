import type { Element, Root } from "hast";
import { toString as textIn } from "hast-util-to-string";
import type { Diagnostics } from "../diagnostics/index.ts";
import type { PlacedElement } from "./audited-elements.ts";
import { walkElements } from "./walk-elements.ts";

/** Elements that are read by their name alone where they have one (ARIA 1.2, 5.2.8): it stands in place of what they hold. */
const readByName: ReadonlySet<string> = new Set([
  "a",
  "td",
  "th",
  "data",
  "span",
  "b",
  "strong",
  "em",
  "i",
  "summary",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
]);

/**
 * Warns of elements whose figures are seen, and whose name has others, or none, for those who listen.
 * @param saying those of the tree that have attributes for them.
 */
export function auditReadAloud(tree: Root, saying: readonly PlacedElement[], warn: Diagnostics["warn"]): void {
  const named: Element[] = [];
  for (const { element, parent } of saying) {
    const { properties, tagName } = element;
    if (isUnheard(element)) tellUnheard(element, parent, warn);
    if (properties.ariaLabel === undefined && properties.ariaLabelledBy === undefined) continue;
    if (readByName.has(tagName) || properties.role === "img") named.push(element);
  }
  // Hardly a document names one element by another.
  const byId: ReadonlyMap<string, Element> = named.some(({ properties }) => properties.ariaLabelledBy !== undefined)
    ? elementsById(tree)
    : new Map();
  for (const element of named) {
    const { ariaLabel, ariaLabelledBy } = element.properties;
    const seen = figuresIn(element);
    if (seen.length === 0) continue;
    const labels = [ariaLabelledBy].flat().flatMap((id) => byId.get(String(id)) ?? []);
    const name = labels.length > 0 ? labels.map((label) => textIn(label)).join(" ") : String(ariaLabel ?? "");
    const missing = seen.find((figure) => !name.includes(figure));
    if (missing === undefined || (name === "" && labels.length === 0)) continue;
    const attribute = labels.length > 0 ? "aria-labelledby" : "aria-label";
    warn({
      code: "figure-affix",
      message: `The ${attribute} of <${element.tagName}> is read in place of the figure "${missing}", and says "${name.slice(0, 60)}".`,
      hint: `Leave ${attribute} out: what is printed is read.`,
    });
  }
}

const isUnheard = ({ properties: { ariaHidden } }: Element): boolean =>
  ariaHidden !== undefined && String(ariaHidden) === "true";

/** Warns of a figure that is hidden from those who listen, where they hear another one beside it. */
function tellUnheard(element: Element, parent: Root | Element, warn: Diagnostics["warn"]): void {
  const [seen] = figuresIn(element);
  if (seen === undefined) return;
  const heard = parent.children.flatMap((child) =>
    child.type === "element" && !isUnheard(child) ? figuresIn(child) : [],
  );
  if (heard.length === 0 || heard.some((figure) => figure.includes(seen) || seen.includes(figure))) return;
  warn({
    code: "figure-affix",
    message: `aria-hidden of <${element.tagName}> keeps the figure "${seen}" from those who listen, who hear "${heard[0]}" beside it.`,
    hint: "Leave aria-hidden out: what is printed is read.",
  });
}

function elementsById(tree: Root): ReadonlyMap<string, Element> {
  const byId = new Map<string, Element>();
  walkElements(tree, (element) => {
    const { id } = element.properties;
    if (typeof id === "string") byId.set(id, element);
  });
  return byId;
}

function figuresIn(element: Element): readonly string[] {
  const figures: string[] = [];
  walkElements({ type: "root", children: [element] }, ({ properties, tagName, children }) => {
    if (typeof properties.dataClaim === "string" || typeof properties.dataCell === "string")
      figures.push(textIn({ type: "element", tagName, properties, children }));
  });
  return figures;
}

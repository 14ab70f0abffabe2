import { createHash } from "node:crypto";
import type { Element, ElementContent, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { contextOf, figuresIn } from "../document/index.ts";
import { linkedDataName, verificationBlockId } from "../record/index.ts";
import type { FoundFigure, ReadFile, ReadPlace } from "./read-file.ts";

/** Reads a page as its text is, and as a parser of HTML understands it. */
export function readHtml(text: string): ReadFile {
  const tree = fromHtml(text);
  const elements = new Map<string, Element>();
  const alternatives: string[] = [];
  let body: Element | undefined;
  let carried: string | undefined;
  let linkedData = "";
  walk(tree, (element) => {
    const { id, alt, role, ariaLabel, ariaHidden } = element.properties;
    if (element.tagName === "body") body ??= element;
    // An id used twice would let another element stand in for the first.
    if (typeof id === "string" && !elements.has(id)) elements.set(id, element);
    if (element.tagName === "img" && typeof alt === "string" && alt !== "") alternatives.push(alt);
    if (element.tagName === "svg" && role === "img" && ariaHidden !== "true")
      alternatives.push(String(ariaLabel ?? ""));
    if (element.tagName === "script" && id === verificationBlockId) carried ??= textOf(element);
    if (element.tagName === "script" && element.properties.type === "application/ld+json")
      linkedData += textOf(element);
  });
  return {
    format: "html",
    carried,
    untouchedSha256: () => sha256(withoutCarried(text)),
    wasSavedAgain: false,
    pageCount: null,
    textAt({ id }) {
      const element = elements.get(id);
      return element && drawnText(element);
    },
    figuresOutside: (places) => (body ? figuresOutside(body, places) : []),
    alternatives,
    attachments: new Map([[linkedDataName, new TextEncoder().encode(linkedData)]]),
  };
}

/** The page as it was before it carried this data. */
const withoutCarried = (text: string): string =>
  text
    .replace(new RegExp(`<script type="application/json" id="${verificationBlockId}">[^<]*</script>\\n`), "")
    .replace(/<meta http-equiv="Content-Security-Policy" content="[^"]*">\n/, "");

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The text of an element; of a drawing, what it writes. */
function drawnText(element: Element): string {
  if (element.tagName !== "svg") return textOf(element);
  const texts: string[] = [];
  walk(element, (inner) => {
    if (inner.tagName === "text") texts.push(textOf(inner));
  });
  return texts.join(" ");
}

function figuresOutside(body: Element, places: readonly ReadPlace[]): readonly FoundFigure[] {
  const known = new Set(places.map(({ id }) => id));
  const found: FoundFigure[] = [];
  const visit = (node: ElementContent): void => {
    if (node.type === "text") {
      for (const figure of figuresIn(node.value)) {
        found.push({ figure, page: null, context: contextOf(node.value, node.value.indexOf(figure), figure) });
      }
    }
    if (node.type !== "element") return;
    const { id } = node.properties;
    if (typeof id === "string" && known.delete(id)) return;
    for (const child of node.children) visit(child);
  };
  for (const child of body.children) visit(child);
  return found;
}

function walk(parent: Root | Element, visit: (element: Element) => void): void {
  for (const child of parent.children as readonly RootContent[]) {
    if (child.type !== "element") continue;
    visit(child);
    walk(child, visit);
  }
}

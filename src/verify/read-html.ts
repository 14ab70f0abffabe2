import type { Element, ElementContent, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { contextOf, figuresIn, holdsSvgText, isHidden, labelsOf } from "../document/index.ts";
import { linkedDataName, sha256, verificationBlockId } from "../record/index.ts";
import type { ElementReference, FoundFigure, ReadFile } from "./read-file.ts";

interface FoundElement {
  readonly element: Element;
  /** It, or what it stands in, hides it. */
  readonly isHidden: boolean;
}

/** Reads a page as its text is, and as a parser of HTML understands it. */
export function readHtml(page: string): ReadFile {
  const text = page.replace(/^\uFEFF/, "");
  const tree = fromHtml(text);
  const elements = new Map<string, FoundElement[]>();
  const alternatives: string[] = [];
  const labels: string[] = [];
  const stylesheets: string[] = [];
  let body: Element | undefined;
  let carried: string | undefined;
  let linkedData = "";
  walk(tree, (element, { isHidden, isInDrawing }) => {
    const { id, alt, role, ariaLabel, ariaHidden } = element.properties;
    if (element.tagName === "body") body ??= element;
    if (typeof id === "string") elements.set(id, [...(elements.get(id) ?? []), { element, isHidden }]);
    if (element.tagName === "img" && typeof alt === "string" && alt !== "") alternatives.push(alt);
    if (isDrawing(element) && role === "img" && ariaHidden !== "true") alternatives.push(String(ariaLabel ?? ""));
    if (element.tagName === "style") stylesheets.push(textOf(element));
    if (body && !isInDrawing && !isDrawing(element)) labels.push(...labelsOf(element));
    if (element.tagName === "script" && id === verificationBlockId) carried ??= textOf(element);
    if (element.tagName === "script" && element.properties.type === "application/ld+json")
      linkedData += textOf(element);
  });
  return {
    format: "html",
    carried,
    // A mark of byte order comes of other software.
    untouchedSha256: () => (page === text ? sha256(withoutCarried(text)) : undefined),
    pageCount: null,
    textAt({ id, hidden = false }) {
      // All that have the id: a second one could be shown in place of the first.
      const found = (elements.get(id) ?? []).filter((each) => hidden || !each.isHidden);
      return found.length === 0 ? undefined : found.map(({ element }) => drawnText(element)).join(" | ");
    },
    figuresOutside: (elements) => (body ? figuresOutside(body, elements) : []),
    alternatives,
    labels,
    order: [...elements.keys()],
    stylesheet: stylesheets.join("\n"),
    strangers: strangersIn(tree),
    hasMarks: true,
    attachments: new Map([[linkedDataName, new TextEncoder().encode(linkedData)]]),
  };
}

function strangersIn(tree: Root): readonly string[] {
  const strangers = new Set<string>();
  let blocks = 0;
  walk(tree, (element) => {
    if (element.properties.id === verificationBlockId) blocks += 1;
    const stranger = strangerOf(element);
    if (stranger !== undefined) strangers.add(stranger);
  });
  return blocks > 1 ? [...strangers, "a second block of data"] : [...strangers];
}

const otherStylesheet = "a stylesheet of another file";
const frames: ReadonlySet<string> = new Set([
  "iframe",
  "frame",
  "frameset",
  "object",
  "embed",
  "portal",
  "fencedframe",
]);

/** What no briefing holds, and may show something else than its text: what it is called; undefined for all else. */
function strangerOf(element: Element): string | undefined {
  const { tagName, properties } = element;
  const { id, type, rel, httpEquiv, src } = properties;
  if (tagName === "script")
    return type === "application/ld+json" || (id === verificationBlockId && type === "application/json")
      ? undefined
      : "a script";
  if (Object.keys(properties).some((name) => /^on[A-Z]/.test(name))) return "a script in an attribute";
  if (tagName === "style" && /@import/i.test(textOf(element))) return otherStylesheet;
  if (tagName === "link" && [rel].flat().some((each) => /^(?:stylesheet|import|modulepreload)$/i.test(String(each))))
    return otherStylesheet;
  if (tagName === "template" && (properties.shadowRootMode ?? properties.shadowrootmode) !== undefined)
    return "a shadow tree, which is shown in place of what stands in the page";
  if (tagName === "meta" && /^refresh$/i.test([httpEquiv].flat().join(" "))) return "a leap to another page";
  if (tagName === "base") return "a <base>, by which its links lead elsewhere";
  if (frames.has(tagName)) return `a <${tagName}>`;
  return typeof src === "string" && holdsSvgText(src) ? "a picture that writes text" : undefined;
}

/** The page as it was before it carried this data. */
const withoutCarried = (text: string): string =>
  text
    .replace(new RegExp(`<script type="application/json" id="${verificationBlockId}">[^<]*</script>\\n`), "")
    .replace(/<meta http-equiv="Content-Security-Policy" content="[^"]*">\n/, "");

/** A chart: one drawing, or one for wide and one for narrow pages, and nothing else. */
const isDrawing = ({ tagName, properties, children }: Element): boolean =>
  tagName === "svg" ||
  ([properties.className].flat().includes("chart-images") &&
    children.length === 2 &&
    children.every((child) => child.type === "element" && child.tagName === "svg"));

/** The text of an element; of a drawing, what it writes. */
function drawnText(element: Element): string {
  if (!isDrawing(element)) return textOf(element);
  const texts: string[] = [];
  walk(element, (inner) => {
    if (inner.tagName === "text") texts.push(textOf(inner));
  });
  return texts.join(" ");
}

/** What programs put into a page, and is no text of it. */
const notRead = new Set(["script", "style"]);

function figuresOutside(body: Element, elements: readonly ElementReference[]): readonly FoundFigure[] {
  const known = new Set(elements.map(({ id }) => id));
  const found: FoundFigure[] = [];
  const visit = (node: ElementContent): void => {
    if (node.type === "text") {
      for (const figure of figuresIn(node.value)) {
        found.push({ figure, page: null, context: contextOf(node.value, node.value.indexOf(figure), figure) });
      }
    }
    if (node.type !== "element") return;
    const { id } = node.properties;
    if (notRead.has(node.tagName) || (typeof id === "string" && known.delete(id))) return;
    for (const child of node.children) visit(child);
  };
  for (const child of body.children) visit(child);
  return found;
}

interface Surroundings {
  readonly isHidden: boolean;
  readonly isInDrawing: boolean;
}

function walk(
  parent: Root | Element,
  visit: (element: Element, surroundings: Surroundings) => void,
  around: Surroundings = { isHidden: false, isInDrawing: false },
): void {
  for (const child of parent.children as readonly RootContent[]) {
    if (child.type !== "element") continue;
    const isHiddenHere = around.isHidden || isHidden(child);
    visit(child, { ...around, isHidden: isHiddenHere });
    walk(child, visit, { isHidden: isHiddenHere, isInDrawing: around.isInDrawing || isDrawing(child) });
  }
}

/** HTML as the formatter reads it: elements with their attributes as written, parents and source locations. Immutable once built. */
export type DomNode = DomElement | DomText;

/** Where something begins in the source; both count from 1. */
export interface DomLocation {
  readonly line: number;
  readonly column: number;
}

export interface DomElement {
  readonly kind: "element";
  /** Of which language it is: names mean different things in the two. */
  readonly space: "html" | "svg";
  /** In lower case. */
  readonly name: string;
  /** By name in lower case, those of XLink and XML with their usual prefix; an attribute without a value is "". */
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  readonly parent: DomElement | undefined;
  readonly children: readonly DomNode[];
  /** Undefined where the tree did not come from text. */
  readonly location: DomLocation | undefined;
}

export interface DomText {
  readonly kind: "text";
  readonly text: string;
  readonly parent: DomElement;
  readonly location: DomLocation | undefined;
}

/** All text in a node, in the order of the source. */
export function textOf(node: DomNode): string {
  return node.kind === "text" ? node.text : node.children.map(textOf).join("");
}

/** The element and all elements in it that `wanted` accepts, in document order. */
export function elementsIn(element: DomElement, wanted: (element: DomElement) => boolean): DomElement[] {
  const found: DomElement[] = [];
  collectElements(element, wanted, found);
  return found;
}

function collectElements(element: DomElement, wanted: (element: DomElement) => boolean, found: DomElement[]): void {
  if (wanted(element)) found.push(element);
  const { children } = element;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index] as DomNode;
    if (child.kind === "element") collectElements(child, wanted, found);
  }
}

import type { Element, Root } from "hast";

/** An element of a page, and what holds it. */
export interface PlacedElement {
  readonly element: Element;
  readonly parent: Root | Element;
}

/** The elements of a page that audits ask something of, in the order of the document: few of a thousand, found in one walk. */
export interface AuditedElements {
  /** Those that hold several things, which may stand beside one another, and those of `saying`. */
  readonly all: readonly PlacedElement[];
  /** Those with an attribute that says something of what they hold, or turns it. */
  readonly saying: readonly PlacedElement[];
}

/** Attributes that say of what an element holds, or of what stands before it, what it is. */
export const sayingAttributes = ["title", "ariaLabel", "aria-description", "ariaRoleDescription"] as const;

const isAsked: ReadonlySet<string> = new Set([...sayingAttributes, "ariaLabelledBy", "ariaHidden", "dir"]);

export function auditedElements(tree: Root): AuditedElements {
  const saying: PlacedElement[] = [];
  const all: PlacedElement[] = [];
  collectAsked(tree, all, saying);
  return { all, saying };
}

/** A function of its own: one made for each page would be compiled anew after each collection. */
function collectAsked(parent: Root | Element, all: PlacedElement[], saying: PlacedElement[]): void {
  for (const element of parent.children) {
    if (element.type !== "element") continue;
    const isSaying = hasAsked(element);
    if (isSaying || element.children.length > 1) {
      const placed = { element, parent };
      all.push(placed);
      if (isSaying) saying.push(placed);
    }
    collectAsked(element, all, saying);
  }
}

/** Most elements have few attributes, and none of these. */
function hasAsked({ properties }: Element): boolean {
  for (const name in properties) if (isAsked.has(name)) return true;
  return false;
}

/** Of a finished page, what of its looks the audits of stylesheets and of bars read in the page itself. */
export interface StyledElements {
  /** Those that have a `style`, and `<bdo>`. */
  readonly styled: readonly Element[];
  /** Whether bars are drawn beside figures. */
  readonly hasBars: boolean;
}

export function styledElements(tree: Root): StyledElements {
  const styled: Element[] = [];
  const hasBars = collectStyled(tree, styled);
  return { styled, hasBars };
}

/** @returns whether bars are among them. */
function collectStyled(parent: Root | Element, styled: Element[]): boolean {
  let hasBars = false;
  for (const element of parent.children) {
    if (element.type !== "element") continue;
    const { style, className } = element.properties;
    if (element.tagName === "bdo" || typeof style === "string") styled.push(element);
    if (className !== undefined && hasClass(element, "bar")) hasBars = true;
    if (collectStyled(element, styled)) hasBars = true;
  }
  return hasBars;
}

export const hasClass = ({ properties: { className } }: Element, name: string): boolean =>
  Array.isArray(className) ? className.includes(name) : className === name;

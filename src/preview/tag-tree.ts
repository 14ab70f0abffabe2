import type { StructureElement, TaggedPdf } from "../verify/index.ts";

/** An element of a PDF as a screen reader meets it. */
export interface TagNode {
  readonly role: string;
  readonly alt?: string | undefined;
  /** Elements, and texts of its own, in the order in which they are read. */
  readonly children: readonly (TagNode | string)[];
}

/** The structure trees of all pages, in order. */
export function tagTree({ pages }: TaggedPdf): readonly TagNode[] {
  return pages.map(({ number, structure, drawn }) => ({
    role: `Page ${number}`,
    children: structure ? toNode(structure, drawn).children : [],
  }));
}

const toNode = ({ role, alt, children }: StructureElement, drawn: ReadonlyMap<string, string>): TagNode => ({
  role,
  alt,
  children: children.map((child) => (typeof child === "string" ? (drawn.get(child) ?? "") : toNode(child, drawn))),
});

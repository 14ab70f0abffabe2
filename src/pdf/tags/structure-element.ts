import type { PdfPage, PdfReference } from "pdfkit";
import type { Role, TagNode } from "./tag-node.ts";

/** Left, bottom, right, top, in default user space. */
export type PdfRectangle = readonly [left: number, bottom: number, right: number, top: number];

/** A structure element of the file while its tree grows (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  readonly kind: "element";
  /** Number of its object, once the tree is whole. */
  id: number;
  readonly node: TagNode;
  /** What it is written as: `node.role`, unless the content around it had to be mended. */
  role: Role;
  parent: StructureElement | undefined;
  kids: Kid[];
}

/** Content is a number, which the tree knows the piece of: most elements of a large document have one, and nothing else. */
export type Kid =
  | StructureElement
  | number
  | { readonly kind: "annotation"; readonly page: PdfPage; readonly annotation: PdfReference };

export const isElement = (kid: Kid): kid is StructureElement => typeof kid === "object" && kid.kind === "element";

/** A piece of marked content (ISO 32000-1, 14.6). */
export interface ContentPiece {
  readonly page: PdfPage;
  readonly mcid: number;
}

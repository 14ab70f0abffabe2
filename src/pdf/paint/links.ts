import type PDFDocument from "pdfkit";
import type { PdfPage } from "pdfkit";
import type { LinkTarget } from "../box/box.ts";
import { decodeFragment } from "../dom/decode-fragment.ts";
import type { TagTree } from "../tags/tag-tree.ts";
import { destinationName } from "./destinations.ts";

export interface LinkOptions {
  readonly doc: PDFDocument;
  readonly page: PdfPage;
  readonly tags: TagTree;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A link annotation over an area, in the structure tree next to its text, with the text that a screen reader says
 * (ISO 14289-1, 7.18.5). `#id` leads to a named destination, anything else to a URI.
 */
export function addLink(target: LinkTarget, { x, y, width, height }: Area, { doc, page, tags }: LinkOptions): void {
  const { href, label, tag } = target;
  if (tag === "artifact") return;
  const action = href.startsWith("#")
    ? { S: "GoTo", D: new String(destinationName(decodeFragment(href.slice(1)))) }
    : { S: "URI", URI: new String(encodeURI(decodeFragment(href))) };
  const annotation = doc.ref({
    Type: "Annot",
    Subtype: "Link",
    Rect: [x, page.height - y - height, x + width, page.height - y],
    Border: [0, 0, 0],
    F: 4,
    Contents: new String(label),
    A: action,
  });
  page.annotations.push(annotation);
  tags.annotation(tag, page, annotation);
  annotation.end();
}

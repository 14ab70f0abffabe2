import type PDFDocument from "pdfkit";
import type { PdfPage } from "pdfkit";
import type { LinkTarget } from "../box/box.ts";
import { decodeFragment } from "../dom/decode-fragment.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import type { TagTree } from "../tags/tag-tree.ts";
import { destinationName } from "./destinations.ts";

export interface LinkOptions {
  readonly doc: PDFDocument;
  readonly page: PdfPage;
  readonly tags: TagTree;
  /** Whether an `id` is on a page of the file. Absent: all are. */
  leadsTo?: ((id: string) => boolean) | undefined;
}

/**
 * A link annotation over an area, in the structure tree next to its text, with the text that a screen reader says
 * (ISO 14289-1, 7.18.5). `#id` leads to a named destination, anything else to a URI. None where it would lead to a page that is left out.
 */
export function addLink(target: LinkTarget, { x, y, width, height }: Rectangle, options: LinkOptions): void {
  const { doc, page, tags, leadsTo } = options;
  const { href, label, tag } = target;
  if (tag === "artifact") return;
  if (leadsTo && href.startsWith("#") && !leadsTo(decodeFragment(href.slice(1)))) return;
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

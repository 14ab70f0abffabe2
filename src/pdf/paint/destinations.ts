import type PDFDocument from "pdfkit";
import type { PdfOutline, PdfPage } from "pdfkit";
import { byteOrder, nameTree } from "../objects/name-tree.ts";

export interface Bookmark {
  readonly level: number;
  readonly title: string;
  readonly pageNumber: number;
  readonly page: PdfPage;
  /** From the top of the page. */
  readonly top: number;
}

export interface Destination {
  readonly name: string;
  readonly page: PdfPage;
  readonly top: number;
}

/** An `id` as a name in ASCII, so that its bytes are plain to see and to sort. */
export const destinationName = (id: string) => encodeURIComponent(id);

/** Named destinations for internal links (ISO 32000-1, 12.3.2.3). The first of several equal names counts. */
export function writeDestinations(doc: PDFDocument, destinations: readonly Destination[]): void {
  const first = new Map<string, Destination>();
  for (const destination of destinations) if (!first.has(destination.name)) first.set(destination.name, destination);
  const entries = [...first.values()]
    .sort((a, b) => byteOrder(a.name, b.name))
    .map(({ name, page, top }) => ({ name, value: [page.dictionary, "XYZ", 0, page.height - top, null] }));
  const names = doc._root.data.Names as { data: Record<string, unknown> };
  names.data.Dests = nameTree(entries);
}

/** Bookmarks, nested by level. */
export function writeOutline(doc: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const open: { readonly level: number; readonly item: PdfOutline }[] = [];
  for (const { level, title, pageNumber, page, top } of bookmarks) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.item ?? doc.outline;
    // pdfkit takes `left` and `top` off the size of the page. Without `fit` it means XYZ.
    const item = parent.addItem(title, {
      top,
      left: page.width,
      zoom: 0,
      expanded: open.length === 0,
      pageNumber,
    });
    open.push({ level, item });
  }
}

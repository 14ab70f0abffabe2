import type PDFDocument from "pdfkit";

/**
 * Writes an object as text. pdfkit would make a handful of objects of each, and a structure tree has some hundreds of elements a page.
 * `id` comes from `doc.ref()`, which is not ended: writing it ends it.
 */
export function writeObject(doc: PDFDocument, id: number, object: string): void {
  doc._refEnd({ id, offset: doc._offset });
  doc._write(`${id} 0 obj\n${object}\nendobj`);
}

import type PDFDocument from "pdfkit";

/**
 * Writes many small objects: as text, some hundreds at a time. pdfkit would make a handful of objects and of chunks of
 * each, and a structure tree has some hundreds of elements a page.
 */
export interface ObjectWriter {
  /** `id` comes from `doc.ref()`, which is not ended: writing it ends it. */
  write(id: number, object: string): void;
  /** Call once, after the last. */
  end(): void;
}

const chunkLength = 1 << 16;

export function createObjectWriter(doc: PDFDocument): ObjectWriter {
  let text = "";

  function flush(): void {
    if (text !== "") doc._write(Buffer.from(text, "latin1"));
    text = "";
  }

  return {
    write(id, object) {
      doc._refEnd({ id, offset: doc._offset + text.length });
      text += `${id} 0 obj\n${object}\nendobj\n`;
      if (text.length >= chunkLength) flush();
    },
    end: flush,
  };
}

import type { PdfDrawing } from "../canvas/pdf-image.ts";

/** A file inside the PDF, for example the data behind a chart (ISO 19005-3, 6.8). */
export interface PdfAttachment {
  readonly name: string;
  readonly data: Uint8Array;
  /** e.g. "text/csv". */
  readonly mimeType: string;
  readonly description?: string;
  /** What it is to the document; "Data" if absent. */
  readonly relationship?: "Source" | "Data" | "Alternative" | "Supplement" | "Unspecified";
}

/** Where an element of the HTML stands in the PDF: pieces of marked content, in the order drawn. */
export interface MarkedContent {
  /** Counted from 1. */
  readonly page: number;
  /** The marked-content identifier (ISO 32000-1, 14.7.4.2), unique on its page. */
  readonly mcid: number;
}

/** Where `data`, `time` and `img` elements with an id stand, by that id: they are structure elements of their own. */
export type MarkedContents = ReadonlyMap<string, readonly MarkedContent[]>;

/** What is known of a PDF when all of it is written but its last attachment. */
export interface PaintedPages {
  readonly pageCount: number;
  /** What stylesheets wrote by `target-counter()`: numbers of pages. */
  readonly crossReferences: readonly string[];
  readonly markedContents: MarkedContents;
  /** The drawing that stands for each `img` with an id: of one that is made for several widths, the one that is there. */
  readonly drawings: ReadonlyMap<string, PdfDrawing>;
  /** The bytes of the file so far: all of it but the data of its last attachment, and the table of objects. Not to be changed. */
  readonly written: Uint8Array;
}

/** A file that says something of the PDF that it is in. */
export interface LastPdfAttachment extends Omit<PdfAttachment, "data"> {
  /** Called once, when all else is written. */
  readonly data: (painted: PaintedPages) => Uint8Array;
}

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

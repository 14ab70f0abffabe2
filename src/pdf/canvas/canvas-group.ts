import type PDFDocument from "pdfkit";
import type { PdfPage, PdfReference } from "pdfkit";
import type { Surface } from "./canvas-surface.ts";

export interface GroupOptions {
  readonly doc: PDFDocument;
  readonly page: PdfPage;
  readonly surface: Surface;
}

/** Content that is composed before it is laid down: a transparency group (ISO 32000-1, 11.6.6). */
export function createGroup(content: Uint8Array, { doc, page, surface }: GroupOptions): PdfReference {
  const group = doc.ref({
    Type: "XObject",
    Subtype: "Form",
    BBox: [...surface.area],
    Group: { Type: "Group", S: "Transparency", CS: "DeviceRGB", I: true },
    // What it draws with is on the page already.
    Resources: page.resources,
  });
  group.end(content);
  return group;
}

/** A graphics state that lets through as much as the group is light, or opaque (ISO 32000-1, 11.6.5.3). */
export function createMaskState(group: PdfReference, kind: "luminance" | "alpha", doc: PDFDocument): PdfReference {
  const state = doc.ref({
    Type: "ExtGState",
    SMask: { Type: "Mask", S: kind === "alpha" ? "Alpha" : "Luminosity", G: group },
  });
  state.end();
  return state;
}

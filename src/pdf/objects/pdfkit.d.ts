/** The part of pdfkit that the formatter uses, with the internals that @types/pdfkit leaves out. */
declare module "pdfkit" {
  import type { Font, FontSubset } from "../../fonts/index.ts";

  export interface PdfReference {
    readonly id: number;
    data: Record<string, unknown>;
    compress: boolean;
    write(chunk: string | Uint8Array): void;
    end(chunk?: string | Uint8Array): void;
  }

  export interface PdfPage {
    readonly width: number;
    readonly height: number;
    readonly dictionary: PdfReference;
    readonly content: PdfReference;
    readonly resources: PdfReference;
    readonly fonts: Record<string, PdfReference>;
    readonly xobjects: Record<string, PdfReference>;
    readonly ext_gstates: Record<string, PdfReference>;
    readonly patterns: Record<string, PdfReference>;
    readonly annotations: PdfReference[];
  }

  /** A text of the metadata: its value goes to the Info dictionary, and what it is as a string to the XMP. */
  export interface InfoText {
    valueOf(): string;
    toString(): string;
  }

  /** What is asked of a font, by the names that fontkit has for it. */
  export interface PdfkitFont
    extends Pick<
      Font,
      "unitsPerEm" | "ascent" | "descent" | "lineGap" | "capHeight" | "xHeight" | "bbox" | "italicAngle"
    > {
    readonly postscriptName: string | undefined;
    readonly "OS/2": { readonly sFamilyClass: number };
    readonly post: { readonly isFixedPitch: boolean };
    readonly head: { readonly macStyle: { readonly italic: boolean } };
    getGlyph(glyph: number): { readonly advanceWidth: number };
    createSubset(): FontSubset;
    /** By which pdfkit knows that it is a font. */
    layout(text: string): never;
  }

  /** A font subset while it grows: glyph ids of the subset, their widths (1/1000 em) and what they stand for. */
  export interface EmbeddedFont {
    readonly id: string;
    /** `glyphs`: of the font, by their number in the subset. */
    readonly subset: { readonly glyphs: number[]; includeGlyph(glyph: number): number };
    readonly widths: number[];
    readonly unicode: (readonly number[])[];
    ref(): PdfReference;
    /** Writes what its glyphs stand for. */
    toUnicodeCmap(): PdfReference;
  }

  export interface PdfImage {
    readonly label: string;
    readonly width: number;
    readonly height: number;
    readonly orientation?: number;
    obj: PdfReference | null;
    embed(document: PDFDocument): void;
  }

  export interface PdfOutline {
    addItem(
      title: string,
      options: { top: number; left: number; zoom: number; expanded: boolean; pageNumber: number },
    ): PdfOutline;
  }

  export default class PDFDocument {
    constructor(options: {
      readonly pdfVersion: "1.7";
      readonly subset: "PDF/A-3a";
      readonly tagged: true;
      readonly lang: string;
      readonly displayTitle: true;
      readonly autoFirstPage: false;
      readonly font: "";
      readonly info: Record<string, InfoText | Date>;
    });
    readonly _root: PdfReference;
    readonly _info: PdfReference;
    /** Of the file. */
    readonly _id: Uint8Array;
    readonly _font: EmbeddedFont;
    readonly outline: PdfOutline;
    page: PdfPage;
    registerFont(name: string, font: PdfkitFont): this;
    font(name: string): this;
    addPage(options: { readonly size: readonly [number, number]; readonly margin: 0 }): this;
    ref(data?: Record<string, unknown> | readonly unknown[]): PdfReference;
    appendXML(xml: string): void;
    openImage(data: Uint8Array): PdfImage;
    file(data: Uint8Array, options: Record<string, unknown>): PdfReference;
    getStructTreeRoot(): PdfReference;
    /** Writes the pages that are complete. */
    flushPages(): void;
    /** Where each object stands, by its number, less one; null until it is written. */
    readonly _offsets: (number | null)[];
    /** How many objects are still to be written. */
    _waiting: number;
    /** Where the next byte of the file goes. */
    _offset: number;
    /** A line of the file, without its end, or bytes as they are. */
    _write(data: string | Uint8Array): void;
    /** Where an object stands that was written. */
    _refEnd(written: { readonly id: number; readonly offset: number }): void;
    /** Writes the table of objects and the trailer: nothing comes after. */
    _finalize(): void;
    /** The stream has no more. */
    push(chunk: null): void;
    on(event: "end", listener: () => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    /** Lets the stream come to its end. */
    resume(): this;
    end(): void;
  }
}

/** A picture that draws itself as vectors, onto a subset of CanvasRenderingContext2D. */
export interface PdfDrawing {
  readonly kind: "drawing";
  readonly widthPx: number;
  readonly heightPx: number;
  /** Draws in px, from the top left corner; `context` is a `PdfCanvas`. */
  draw(context: object): void;
  /** The same picture for an area of another size and shape; absent: it is stretched to it. */
  resized?(widthPx: number, heightPx: number): PdfDrawing;
  /**
   * The same picture made for less width than its own, where layout has no more for it: as high as it then is. Undefined, or absent: it
   * is drawn smaller. Asked for a width once, and again where the document is formatted again.
   */
  forWidth?(widthPx: number): Promise<PdfDrawing | undefined>;
}

/** The bytes of a PNG or JPEG file. An SVG file, by its bytes, is drawn as a `PdfSvg` of UTF-8 text. */
export interface PdfRaster {
  readonly kind: "raster";
  readonly data: Uint8Array;
}

/** An SVG file. */
export interface PdfSvg {
  readonly kind: "svg";
  readonly text: string;
}

/**
 * Finds the picture for an `<img src>` or a background; undefined if there is none. `from`: the stylesheet that names it. `data:`
 * URIs never come here.
 */
export type ImageResolver = (src: string, from?: string) => PdfDrawing | PdfRaster | PdfSvg | undefined;

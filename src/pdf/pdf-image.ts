/** A picture that draws itself as vectors, onto a subset of CanvasRenderingContext2D. */
export interface PdfDrawing {
  readonly kind: "drawing";
  readonly widthPx: number;
  readonly heightPx: number;
  /** Draws in px, from the top left corner; `context` is a `PdfCanvas`. */
  draw(context: object): void;
}

/** A PNG or JPEG file. */
export interface PdfRaster {
  readonly kind: "raster";
  readonly data: Uint8Array;
}

/** Finds the picture for an `<img src>`; undefined if there is none. `data:` URIs never come here. */
export type ImageResolver = (src: string) => PdfDrawing | PdfRaster | undefined;

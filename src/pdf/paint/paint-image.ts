import type PDFDocument from "pdfkit";
import type { PdfImage } from "pdfkit";
import type { Diagnostics } from "../../diagnostics/index.ts";
import { readRaster } from "../../images/index.ts";
import type { CanvasValues } from "../canvas/canvas-font.ts";
import type { ContentStream } from "../canvas/content-stream.ts";
import { createPdfCanvas } from "../canvas/create-pdf-canvas.ts";
import type { EmbeddedFonts } from "../canvas/embedded-fonts.ts";
import type { PdfDrawing, PdfRaster } from "../canvas/pdf-image.ts";
import { num } from "../objects/number.ts";
import type { WordShaper } from "../text/word-shaper.ts";
import type { Area } from "./links.ts";

export interface ImagePainter {
  paint(image: PdfDrawing | PdfRaster, area: Area, stream: ContentStream): void;
}

export interface ImagePainterOptions {
  readonly doc: PDFDocument;
  readonly fonts: EmbeddedFonts;
  readonly shaper: WordShaper;
  readonly values: CanvasValues;
  readonly diagnostics: Diagnostics;
}

/** Paints images of one document; a raster used twice is embedded once. */
export function createImagePainter({ doc, fonts, shaper, values, diagnostics }: ImagePainterOptions): ImagePainter {
  const rasters = new Map<Uint8Array, PdfImage>();
  let patterns = 0;

  function embed(data: Uint8Array, stream: ContentStream): PdfImage {
    let image = rasters.get(data);
    if (!image) {
      image = doc.openImage(data);
      image.embed(doc);
      rasters.set(data, image);
    }
    if (image.obj) stream.page.xobjects[image.label] = image.obj;
    return image;
  }

  function paintRaster({ data }: PdfRaster, { x, y, width, height }: Area, stream: ContentStream): void {
    const { label } = embed(data, stream);
    stream.save();
    stream.graphicsState({ fillAlpha: 1, strokeAlpha: 1, blend: "Normal" });
    stream.write(`${num(width)} 0 0 ${num(-height)} ${num(x)} ${num(y + height)} cm /${label} Do`);
    stream.restore();
  }

  function paintDrawing(drawing: PdfDrawing, { x, y, width, height }: Area, stream: ContentStream): void {
    const canvas = createPdfCanvas({
      doc,
      stream,
      fonts,
      shaper,
      values,
      matrix: [width / drawing.widthPx, 0, 0, height / drawing.heightPx, x, y],
      patternName() {
        patterns += 1;
        return `P${patterns}`;
      },
      image(source) {
        const data = source instanceof Uint8Array ? source : undefined;
        const facts = data && readRaster(data);
        if (!data || !facts || facts.isTooLarge) {
          diagnostics.error({
            code: "unknown-image-format",
            message: "A drawing draws an image that is not a PNG or JPEG file of a size that can be unpacked.",
            hint: "Pass drawImage() the bytes of the file.",
          });
          return undefined;
        }
        const image = embed(data, stream);
        return { name: image.label, width: image.width, height: image.height };
      },
      missingGlyph(character, text) {
        diagnostics.error({
          code: "missing-glyph",
          message: `No font has the character "${character}", in the text "${text}" of a drawing.`,
          hint: "Add a font that has it to the font set, or write it another way.",
        });
      },
    });
    stream.save();
    drawing.draw(canvas.context);
    canvas.end();
    stream.restore();
  }

  return {
    paint(image, area, stream) {
      if (image.kind === "raster") paintRaster(image, area, stream);
      else paintDrawing(image, area, stream);
    },
  };
}

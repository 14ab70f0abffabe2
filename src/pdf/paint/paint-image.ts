import type PDFDocument from "pdfkit";
import type { PdfImage, PdfReference } from "pdfkit";
import type { Diagnostics } from "../../diagnostics/index.ts";
import { missingGlyphHint } from "../../fonts/index.ts";
import { readRaster, refuseRaster, withoutMetadata } from "../../images/index.ts";
import type { Color } from "../../stylesheet/index.ts";
import type { BackgroundPicture } from "../box/backgrounds.ts";
import type { CanvasValues } from "../canvas/canvas-font.ts";
import { createGroup } from "../canvas/canvas-group.ts";
import { pageSurface, type Surface } from "../canvas/canvas-surface.ts";
import { addTilePattern } from "../canvas/canvas-tile.ts";
import type { ContentStream } from "../canvas/content-stream.ts";
import { createPdfCanvas } from "../canvas/create-pdf-canvas.ts";
import type { EmbeddedFonts } from "../canvas/embedded-fonts.ts";
import type { PdfDrawing, PdfRaster } from "../canvas/pdf-image.ts";
import { uprightMatrix } from "../canvas/upright-matrix.ts";
import { addressKey, type BackgroundAddress } from "../css/background-layers.ts";
import { identity, type Matrix, multiply } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { hair } from "../geometry/tolerance.ts";
import { fine, num } from "../objects/number.ts";
import type { WordShaper } from "../text/word-shaper.ts";
import { type ShadowMask, type ShadowShape, shadowMask } from "./shadow-mask.ts";

export interface ImagePainter {
  /** `surface`: what the stream is of; absent: the page. */
  paint(image: PdfDrawing | PdfRaster, area: Rectangle, stream: ContentStream, surface?: Surface): void;
  /** The picture at an address that styles name; undefined if there is none. */
  background(address: BackgroundAddress): BackgroundPicture | undefined;
  /** Content as one picture, under the name to draw it by. */
  group(content: Uint8Array, area: Surface["area"], stream: ContentStream): string;
  /** Content over and over. */
  paintPattern(pattern: RepeatedContent, stream: ContentStream): void;
  /** A rectangle, blurred, or all that it is not. */
  paintShadow(shadow: BlurredRectangle, stream: ContentStream): void;
}

export interface RepeatedContent {
  readonly content: Uint8Array;
  readonly area: Rectangle;
  readonly step: { readonly x: number; readonly y: number };
  readonly at: { readonly x: number; readonly y: number };
  readonly count: readonly [columns: number, rows: number];
}

export interface BlurredRectangle extends ShadowShape {
  readonly x: number;
  readonly y: number;
  readonly color: Color;
  readonly isInverse: boolean;
}

export interface ImagePainterOptions {
  readonly doc: PDFDocument;
  readonly fonts: EmbeddedFonts;
  readonly shaper: WordShaper;
  readonly values: CanvasValues;
  readonly backgrounds: ReadonlyMap<string, BackgroundPicture>;
  readonly diagnostics: Diagnostics;
}

interface EmbeddedRaster {
  readonly image: PdfImage;
  readonly upright: Matrix;
}

const imageDictionary = { Type: "XObject", Subtype: "Image", BitsPerComponent: 8 } as const;

/** Paints images of one document; a raster used twice is embedded once. */
export function createImagePainter({
  doc,
  fonts,
  shaper,
  values,
  backgrounds,
  diagnostics,
}: ImagePainterOptions): ImagePainter {
  const rasters = new Map<Uint8Array, EmbeddedRaster>();
  const masks = new Map<string, { readonly mask: ShadowMask; readonly reference: PdfReference }>();
  const casts = new Map<string, { readonly name: string; readonly reference: PdfReference }>();
  let patterns = 0;

  function patternName(): string {
    patterns += 1;
    return `P${patterns}`;
  }

  function embed(data: Uint8Array, stream: ContentStream): EmbeddedRaster {
    let raster = rasters.get(data);
    if (!raster) {
      const facts = readRaster(data);
      // pdfkit takes each letter of a text in a PNG for an argument.
      const image = doc.openImage(facts?.type === "image/png" ? withoutMetadata(data) : data);
      image.embed(doc);
      raster = { image, upright: uprightMatrix(facts?.orientation ?? 1) };
      rasters.set(data, raster);
    }
    const { label, obj } = raster.image;
    if (obj) stream.page.xobjects[label] = obj;
    return raster;
  }

  function paintRaster({ data }: PdfRaster, { x, y, width, height }: Rectangle, stream: ContentStream): void {
    const { image, upright } = embed(data, stream);
    stream.save();
    stream.graphicsState({ fillAlpha: 1, strokeAlpha: 1, blend: "Normal" });
    const [dx, dy] = [Math.min(hair, width / 4), Math.min(hair, height / 4)];
    const inner = [width - 2 * dx, 0, 0, 2 * dy - height, x + dx, y + height - dy] as const;
    stream.write(`${multiply(inner, upright).map(fine).join(" ")} cm /${image.label} Do`);
    stream.restore();
  }

  function paintDrawing(
    drawing: PdfDrawing,
    { x, y, width, height }: Rectangle,
    { stream, surface }: { readonly stream: ContentStream; readonly surface: Surface | undefined },
  ): void {
    const canvas = createPdfCanvas({
      doc,
      stream,
      fonts,
      shaper,
      values,
      matrix: [width / drawing.widthPx, 0, 0, height / drawing.heightPx, x, y],
      surface,
      patternName,
      image(source) {
        const data = source instanceof Uint8Array ? source : undefined;
        const facts = data && readRaster(data);
        if (!data || !facts) {
          diagnostics.error({
            code: "unknown-image-format",
            message: "A drawing draws an image that is not a PNG or JPEG file.",
            hint: "Pass drawImage() the bytes of the file.",
          });
          return undefined;
        }
        const refusal = rasters.has(data) ? undefined : refuseRaster(data, facts, "An image in a drawing");
        if (refusal) {
          diagnostics.error(refusal);
          return undefined;
        }
        const { image, upright } = embed(data, stream);
        return { name: image.label, width: facts.width, height: facts.height, upright };
      },
      missingGlyph(character, text) {
        diagnostics.error({
          code: "missing-glyph",
          message: `No font has the character "${character}", in the text "${text}" of a drawing.`,
          hint: missingGlyphHint(character),
        });
      },
    });
    stream.save();
    drawing.draw(canvas.context);
    canvas.end();
    stream.restore();
  }

  function maskOf(shape: ShadowShape, isInverse: boolean) {
    const key = [shape.width, shape.height, ...shape.radii.flatMap(({ x, y }) => [x, y]), shape.deviation, isInverse]
      .map(String)
      .join(" ");
    const known = masks.get(key);
    if (known) return known;
    const mask = shadowMask(shape);
    const { columns: Width, rows: Height } = mask;
    const data = isInverse ? mask.data.map((value) => 255 - value) : mask.data;
    const reference = doc.ref({ ...imageDictionary, Width, Height, ColorSpace: "DeviceGray" });
    reference.end(Buffer.from(data.buffer));
    masks.set(key, { mask, reference });
    return { mask, reference };
  }

  /** One dot of the colour, as opaque as the mask says all over the rectangle. */
  function paintShadow({ x, y, color, isInverse, ...shape }: BlurredRectangle, stream: ContentStream): void {
    const { mask, reference: SMask } = maskOf(shape, isInverse);
    const rgb = [color.red, color.green, color.blue].map((channel) => Math.round(channel * 255));
    const key = `${SMask.id} ${rgb.join(" ")}`;
    let cast = casts.get(key);
    if (!cast) {
      const reference = doc.ref({ ...imageDictionary, Width: 1, Height: 1, ColorSpace: "DeviceRGB", SMask });
      reference.end(Buffer.from(rgb));
      cast = { name: `S${casts.size + 1}`, reference };
      casts.set(key, cast);
    }
    stream.page.xobjects[cast.name] = cast.reference;
    const { margin } = mask;
    const [width, height] = [shape.width + 2 * margin, shape.height + 2 * margin];
    stream.save();
    stream.graphicsState({ fillAlpha: color.alpha, strokeAlpha: 1, blend: "Normal" });
    stream.write(
      `${num(width)} 0 0 ${num(-height)} ${num(x - margin)} ${num(y - margin + height)} cm /${cast.name} Do`,
    );
    stream.restore();
  }

  return {
    paint(image, area, stream, surface) {
      if (image.kind === "raster") paintRaster(image, area, stream);
      else paintDrawing(image, area, { stream, surface });
    },
    background: (address) => backgrounds.get(addressKey(address)),
    group(content, area, { page }) {
      const name = patternName();
      page.xobjects[name] = createGroup(content, { doc, page, surface: { toPatterns: identity, area } });
      return name;
    },
    paintPattern({ content, area, step, at, count: [columns, rows] }, stream) {
      const name = patternName();
      const { page } = stream;
      const matrix = multiply(pageSurface(page, stream.matrix).toPatterns, [1, 0, 0, 1, at.x, at.y]);
      const tile = {
        kind: "tile",
        content,
        ...area,
        width: step.x,
        height: step.y,
        scale: 1,
        matrix: identity,
      } as const;
      addTilePattern(tile, { doc, page, matrix, name });
      stream.save();
      stream.graphicsState({ fillAlpha: 1, strokeAlpha: 1, blend: "Normal" });
      const whole = [at.x, at.y, columns * step.x, rows * step.y].map(num).join(" ");
      stream.write(`/Pattern cs /${name} scn ${whole} re f`);
      stream.restore();
    },
    paintShadow,
  };
}

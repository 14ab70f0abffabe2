import type PDFDocument from "pdfkit";
import type { PdfPage } from "pdfkit";
import { type Matrix, multiply } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { within } from "../objects/number.ts";

/** A tile that is laid over and over, drawn already. */
export interface CanvasTile extends Rectangle {
  readonly kind: "tile";
  readonly content: Uint8Array;
  /** How many units of its content are one of the canvas: numbers in content have few decimals. */
  readonly scale: number;
  /** From the tile to the canvas. */
  readonly matrix: Matrix;
}

export interface TileOptions {
  readonly doc: PDFDocument;
  readonly page: PdfPage;
  /** From the canvas to the space that patterns are placed in. */
  readonly matrix: Matrix;
  readonly name: string;
}

/** A tiling pattern (ISO 32000-1, 8.7.3) on the page, under `name`. */
export function addTilePattern(tile: CanvasTile, { doc, page, matrix, name }: TileOptions): void {
  const { x, y, width, height, scale } = tile;
  const [left, top, across, down] = [x * scale, y * scale, width * scale, height * scale];
  const pattern = doc.ref({
    Type: "Pattern",
    PatternType: 1,
    PaintType: 1,
    TilingType: 1,
    BBox: [left, top, left + across, top + down].map(within),
    XStep: within(across),
    YStep: within(down),
    Matrix: multiply(multiply(matrix, tile.matrix), [1 / scale, 0, 0, 1 / scale, 0, 0]).map(within),
    Resources: page.resources,
  });
  pattern.end(tile.content);
  page.patterns[name] = pattern;
}

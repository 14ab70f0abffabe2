/** A gradient that a canvas made; it can be a `fillStyle` or a `strokeStyle` of that canvas. */
export interface PdfGradient {
  /** `offset` from 0 to 1; a colour that is none is left out. */
  addColorStop(offset: number, color: string): void;
}

/** A tile to be laid over and over; a `fillStyle` or `strokeStyle` as well. */
export interface PdfPattern {
  readonly kind: "tile";
}

/**
 * What a `PdfDrawing` draws on: the part of CanvasRenderingContext2D that has a meaning on paper. Lengths in px from the
 * drawing's top left corner; colours and fonts as in CSS. Values that make no sense are ignored, as on any canvas.
 */
export interface PdfCanvas {
  fillStyle: string | PdfGradient | PdfPattern;
  strokeStyle: string | PdfGradient | PdfPattern;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  miterLimit: number;
  lineDashOffset: number;
  globalAlpha: number;
  /** Blend modes that PDF has; any other draws over, as `source-over` does. */
  globalCompositeOperation: string;
  font: string;
  textAlign: string;
  textBaseline: string;

  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  scale(x: number, y: number): void;
  /** Radians, clockwise. */
  rotate(angle: number): void;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  /** Replaces the drawing's own transformation, not its position on the page. */
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  setTransform(): void;
  resetTransform(): void;

  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number, anticlockwise?: boolean): void;
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void;
  ellipse(...ellipse: EllipseArguments): void;
  rect(x: number, y: number, width: number, height: number): void;

  fill(rule?: FillRule): void;
  stroke(): void;
  clip(rule?: FillRule): void;
  isPointInPath(x: number, y: number, rule?: FillRule): boolean;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  /** Paints white, unless nothing is drawn yet: paper has no transparent ink to go back to. */
  clearRect(x: number, y: number, width: number, height: number): void;

  fillText(text: string, x: number, y: number, maxWidth?: number): void;
  strokeText(text: string, x: number, y: number, maxWidth?: number): void;
  measureText(text: string): PdfTextMetrics;
  /** `image`: the bytes of a PNG or JPEG file, with 2, 4 or 8 numbers as on any canvas. */
  drawImage(image: unknown, ...numbers: readonly number[]): void;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): PdfGradient;
  createRadialGradient(x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): PdfGradient;
  setLineDash(dash: readonly number[]): void;
  getLineDash(): number[];
}

export type FillRule = "nonzero" | "evenodd";

export type EllipseArguments = [
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  rotation: number,
  start: number,
  end: number,
  anticlockwise?: boolean,
];

/** In px. Heights are the font's, not the text's. */
interface PdfTextMetrics {
  readonly width: number;
  readonly actualBoundingBoxAscent: number;
  readonly actualBoundingBoxDescent: number;
  readonly fontBoundingBoxAscent: number;
  readonly fontBoundingBoxDescent: number;
}

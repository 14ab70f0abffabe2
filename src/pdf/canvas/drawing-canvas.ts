import type { Matrix } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import type { ShapedWord } from "../text/word-shaper.ts";
import type { Gradient } from "./canvas-gradient.ts";
import type { PdfCanvas, PdfGradient, PdfPattern } from "./pdf-canvas.ts";

/** What an SVG draws on: a canvas, and what a canvas has no words for. */
export interface DrawingCanvas extends PdfCanvas {
  /** Text that is shaped already, in the fill or stroke style. */
  showWord(word: ShapedWord, position: WordPosition): void;
  /** Lays down what `draw` draws as one picture. It leaves the current path alone if `draw` does. */
  layer(draw: () => void, options: LayerOptions): void;
  /** What is written on it is read and found as text, each time that it is written. */
  readonly keepsText: true;
  /** A paint that repeats what `draw` draws in `area`; `matrix` is from the tile to the drawing. */
  createTile(area: Rectangle, matrix: Matrix, draw: () => void): PdfPattern;
  /** A gradient in coordinates of its own. */
  createGradient(gradient: Gradient): PdfGradient;
}

/** From the left end of the baseline, px. */
export interface WordPosition {
  readonly x: number;
  readonly y: number;
  readonly sizePx: number;
  readonly mode: "fill" | "stroke";
  /** Radians, clockwise. */
  readonly rotation?: number;
  readonly letterSpacing?: number;
  /** How much narrower than it is. */
  readonly squeeze?: number;
}

export interface LayerOptions {
  /** How opaque it is as a whole, 0 to 1. */
  readonly alpha: number;
  /** It is seen where the mask is light, or opaque. */
  readonly mask?: { readonly kind: "luminance" | "alpha"; draw(): void };
}

import type PDFDocument from "pdfkit";
import type { Matrix } from "../geometry/matrix.ts";
import type { TextFont, WordShaper } from "../text/word-shaper.ts";
import type { CanvasValues } from "./canvas-font.ts";
import type { CanvasGradient } from "./canvas-gradient.ts";
import type { CanvasPath } from "./canvas-path.ts";
import type { Surface } from "./canvas-surface.ts";
import type { CanvasTile } from "./canvas-tile.ts";
import type { ContentStream } from "./content-stream.ts";
import type { EmbeddedFonts } from "./embedded-fonts.ts";

export interface PdfCanvasOptions {
  readonly doc: PDFDocument;
  readonly stream: ContentStream;
  readonly fonts: EmbeddedFonts;
  readonly shaper: WordShaper;
  readonly values: CanvasValues;
  /** From the drawing's px to the page's pt. */
  readonly matrix: Matrix;
  /** What it draws into. Absent: the page. */
  readonly surface?: Surface | undefined;
  /** A raster for `drawImage`, under the name to draw it by; undefined if it is none that PDF can hold. */
  image(
    source: unknown,
  ): { readonly name: string; readonly width: number; readonly height: number; readonly upright: Matrix } | undefined;
  /** A character that no font has. */
  missingGlyph(character: string, text: string): void;
  /** A name for a new pattern. */
  patternName(): string;
}

export type Paint = string | CanvasGradient | CanvasTile;

/** What `save()` keeps, under the canvas's own names. */
export interface CanvasState {
  matrix: Matrix;
  fillStyle: Paint;
  strokeStyle: Paint;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  miterLimit: number;
  lineDash: readonly number[];
  lineDashOffset: number;
  globalAlpha: number;
  globalCompositeOperation: string;
  font: string;
  textAlign: string;
  textBaseline: string;
  /** Clips since the save before: as many `Q` undo them. */
  clips: number;
}

/** No dashes. */
export const solid: readonly number[] = [];

/** The state of a canvas that nothing has changed yet (HTML 4.12.5.1). */
export const initialState = (matrix: Matrix): CanvasState => ({
  matrix,
  fillStyle: "#000000",
  strokeStyle: "#000000",
  lineWidth: 1,
  lineCap: "butt",
  lineJoin: "miter",
  miterLimit: 10,
  lineDash: solid,
  lineDashOffset: 0,
  globalAlpha: 1,
  globalCompositeOperation: "source-over",
  font: "10px sans-serif",
  textAlign: "start",
  textBaseline: "alphabetic",
  clips: 0,
});

/** Operators of lines, and what they were written of. */
export interface AppliedLine
  extends Readonly<
    Pick<CanvasState, "lineWidth" | "lineCap" | "lineJoin" | "miterLimit" | "lineDash" | "lineDashOffset">
  > {
  readonly scale: number;
  readonly operators: string;
}

/** One canvas in use: what its operations share and change. */
export interface CanvasSession {
  readonly options: PdfCanvasOptions;
  readonly path: CanvasPath;
  state: CanvasState;
  surface: Surface;
  /** What the drawing's own transformations come after. */
  base: Matrix;
  /** The line operators that were written last; undefined if they do not hold any more. */
  line: AppliedLine | undefined;
  /** Renderers clear a canvas before they draw: nothing is there to cover then. */
  isPainted: boolean;
}

/** Blend modes that both have (Compositing 1, 10; ISO 32000-1, 11.3.5). Others draw over, as `source-over` does. */
const blendModes: Readonly<Record<string, string>> = {
  multiply: "Multiply",
  screen: "Screen",
  overlay: "Overlay",
  darken: "Darken",
  lighten: "Lighten",
  "color-dodge": "ColorDodge",
  "color-burn": "ColorBurn",
  "hard-light": "HardLight",
  "soft-light": "SoftLight",
  difference: "Difference",
  exclusion: "Exclusion",
  hue: "Hue",
  saturation: "Saturation",
  color: "Color",
  luminosity: "Luminosity",
};

export const blendModeOf = ({ globalCompositeOperation }: CanvasState) =>
  blendModes[globalCompositeOperation] ?? "Normal";

export const lineCaps: Readonly<Record<string, number>> = { butt: 0, round: 1, square: 2 };
export const lineJoins: Readonly<Record<string, number>> = { miter: 0, round: 1, bevel: 2 };

/** Where a baseline lies below the point that text is placed at, in em of the font's ascent and descent. */
export const baselines: Readonly<Record<string, (font: TextFont) => number>> = {
  alphabetic: () => 0,
  ideographic: (font) => -font.descent,
  bottom: (font) => -font.descent,
  middle: (font) => (font.ascent - font.descent) / 2,
  hanging: (font) => font.ascent * 0.8,
  top: (font) => font.ascent,
};

/** Which part of a text's width lies left of the point that it is placed at. */
export const alignments: Readonly<Record<string, number>> = { left: 0, start: 0, center: 0.5, right: 1, end: 1 };

import type PDFDocument from "pdfkit";
import type { PdfPage, PdfReference } from "pdfkit";
import type { Color } from "../css/color.ts";
import type { Matrix } from "./matrix.ts";
import { multiply } from "./matrix.ts";

interface Stop {
  readonly offset: number;
  readonly color: Color;
}

/** Linear with 4 coordinates, radial with 6. */
export interface Gradient {
  readonly coordinates: readonly number[];
  readonly stops: readonly Stop[];
}

export interface CanvasGradient extends Gradient {
  addColorStop(offset: number, color: string): void;
}

export function createCanvasGradient(
  coordinates: readonly number[],
  parse: (color: string) => Color | undefined,
): CanvasGradient {
  const stops: Stop[] = [];
  return {
    coordinates,
    stops,
    addColorStop(offset, text) {
      const color = parse(text);
      if (color) stops.push({ offset: Math.min(1, Math.max(0, offset)), color });
    },
  };
}

/** PDF keeps opacity out of a shading: a gradient is as opaque as its stops are on average. */
export const gradientAlpha = ({ stops }: Gradient) =>
  stops.length === 0 ? 0 : stops.reduce((sum, stop) => sum + stop.color.alpha, 0) / stops.length;

export interface PatternOptions {
  readonly doc: PDFDocument;
  readonly page: PdfPage;
  /** From the gradient's space to the page's, y downwards. */
  readonly matrix: Matrix;
  readonly name: string;
}

/** A shading pattern (ISO 32000-1, 8.7.4) on the page, under `name`. */
export function addGradientPattern(gradient: Gradient, { doc, page, matrix, name }: PatternOptions): void {
  const [x0 = 0, y0 = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = gradient.coordinates;
  const isLinear = gradient.coordinates.length === 4;
  const stops = gradient.stops.toSorted((a, b) => a.offset - b.offset);
  const pattern = doc.ref({
    Type: "Pattern",
    PatternType: 2,
    // A pattern's matrix maps to the page's own space, whose y points up.
    Matrix: [...multiply([1, 0, 0, -1, 0, page.height], matrix)],
    Shading: {
      ShadingType: isLinear ? 2 : 3,
      ColorSpace: "DeviceRGB",
      Coords: isLinear ? [x0, y0, third, fourth] : [x0, y0, third, fourth, fifth, sixth],
      Function: stopsFunction(stops, doc),
      Extend: [true, true],
    },
  });
  pattern.end();
  page.patterns[name] = pattern;
}

function stopsFunction(stops: readonly Stop[], doc: PDFDocument): PdfReference {
  const channels = ({ color }: Stop) => [color.red, color.green, color.blue];
  const first = stops[0] as Stop;
  const padded = [{ ...first, offset: 0 }, ...stops, { ...(stops.at(-1) as Stop), offset: 1 }];
  const between = padded.slice(1).map((stop, index) => {
    const ref = doc.ref({
      FunctionType: 2,
      Domain: [0, 1],
      C0: channels(padded[index] as Stop),
      C1: channels(stop),
      N: 1,
    });
    ref.end();
    return ref;
  });
  const stitched = doc.ref({
    FunctionType: 3,
    Domain: [0, 1],
    Functions: between,
    Bounds: padded.slice(1, -1).map((stop) => stop.offset),
    Encode: between.flatMap(() => [0, 1]),
  });
  stitched.end();
  return stitched;
}

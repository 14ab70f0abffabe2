import type PDFDocument from "pdfkit";
import type { PdfPage, PdfReference } from "pdfkit";
import type { Color } from "../../stylesheet/index.ts";
import { type Matrix, multiply } from "../geometry/matrix.ts";
import { num, within } from "../objects/number.ts";
import { pageSurface, type Surface } from "./canvas-surface.ts";

interface Stop {
  readonly offset: number;
  readonly color: Color;
}

/** Linear with 4 coordinates, radial with 6. */
export interface Gradient {
  readonly coordinates: readonly number[];
  readonly stops: readonly Stop[];
  /** From the gradient's own coordinates to those of what it paints; absent: the same. */
  readonly matrix?: Matrix;
  /** Round a point instead, from an angle on, radians clockwise from the top; it is shown as far as `radius`. */
  readonly sweep?: { readonly x: number; readonly y: number; readonly from: number; readonly radius: number };
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

export interface PatternOptions {
  readonly doc: PDFDocument;
  readonly page: PdfPage;
  /** From the gradient's space to the page's, y downwards. */
  readonly matrix: Matrix;
  readonly name: string;
  /** Absent: the page. */
  readonly surface?: Surface;
}

/** A shading pattern (ISO 32000-1, 8.7.4) on the page, under `name`. */
export function addGradientPattern(gradient: Gradient, { doc, page, matrix, name, surface }: PatternOptions): void {
  const placed = multiply((surface ?? pageSurface(page)).toPatterns, ownMatrix(gradient, matrix));
  const colors: Channels = { space: "DeviceRGB", of: ({ color }) => [color.red, color.green, color.blue] };
  page.patterns[name] = patternOf(gradient, { doc, matrix: placed, channels: colors });
}

const ownMatrix = (gradient: Gradient, matrix: Matrix) =>
  gradient.matrix ? multiply(matrix, gradient.matrix) : matrix;

/** How opaque all of a gradient is: 1 where its stops differ, which `addGradientMask` is for. */
export function gradientAlpha({ stops }: Gradient): number {
  if (stops.length === 0) return 0;
  return isEvenlyOpaque(stops) ? (stops[0] as Stop).color.alpha : 1;
}

const isEvenlyOpaque = (stops: readonly Stop[]) => stops.every(({ color }) => color.alpha === stops[0]?.color.alpha);

/**
 * A graphics state, under `name` on the page, that lets through as much as each stop is opaque; false, and none, where
 * they are all alike. A shading has no opacity of its own: a soft mask in greys stands for it (ISO 32000-1, 11.6.5.3).
 */
export function addGradientMask(gradient: Gradient, { doc, page, matrix, name, surface }: PatternOptions): boolean {
  if (isEvenlyOpaque(gradient.stops)) return false;
  const channels: Channels = { space: "DeviceGray", of: ({ color }) => [color.alpha] };
  const [left, top, right, bottom] = (surface ?? pageSurface(page)).area;
  const group = doc.ref({
    Type: "XObject",
    Subtype: "Form",
    BBox: [left, top, right, bottom],
    Group: { Type: "Group", S: "Transparency", CS: "DeviceGray" },
    Resources: { Pattern: { A: patternOf(gradient, { doc, matrix: ownMatrix(gradient, matrix), channels }) } },
  });
  group.end(
    Buffer.from(`/Pattern cs /A scn ${[left, top, right - left, bottom - top].map(num).join(" ")} re f`, "latin1"),
  );
  const state = doc.ref({ Type: "ExtGState", SMask: { Type: "Mask", S: "Luminosity", G: group } });
  state.end();
  page.ext_gstates[name] = state;
  return true;
}

/** What of a stop's colour a shading shows. */
interface Channels {
  readonly space: "DeviceRGB" | "DeviceGray";
  of(stop: Stop): readonly number[];
}

interface ShadingOptions {
  readonly doc: PDFDocument;
  /** To the space of what the pattern is painted in. */
  readonly matrix: Matrix;
  readonly channels: Channels;
}

function patternOf(gradient: Gradient, { doc, matrix, channels }: ShadingOptions): PdfReference {
  const stops = gradient.stops.toSorted((a, b) => a.offset - b.offset);
  const pattern = doc.ref({
    Type: "Pattern",
    PatternType: 2,
    Matrix: matrix.map(within),
    Shading: gradient.sweep
      ? sweepShading(gradient.sweep, stops, { doc, channels })
      : {
          ShadingType: gradient.coordinates.length === 4 ? 2 : 3,
          ColorSpace: channels.space,
          Coords: gradient.coordinates.map(within),
          Function: stopsFunction(stops, channels, doc),
          Extend: [true, true],
        },
  });
  pattern.end();
  return pattern;
}

/** In how many parts a full turn is drawn. */
const wedges = 240;

/** Triangles from the middle outwards (ISO 32000-1, 8.7.4.5.5): PDF has no gradient round a point. */
function sweepShading(
  { x, y, from, radius }: NonNullable<Gradient["sweep"]>,
  stops: readonly Stop[],
  { doc, channels }: Pick<ShadingOptions, "doc" | "channels">,
): PdfReference {
  const turns = [
    ...Array.from({ length: wedges + 1 }, (_, index) => index / wedges),
    ...stops.map(({ offset }) => offset),
  ];
  const edges = [...new Set(turns)].sort((a, b) => a - b);
  // The corners of the triangles lie outside of the circle.
  const reach = radius / Math.cos(Math.PI / wedges);
  const point = (turn: number) => {
    const angle = from + turn * 2 * Math.PI;
    return [x + Math.sin(angle) * reach, y - Math.cos(angle) * reach] as const;
  };
  const vertices = edges.slice(1).flatMap((end, index) => {
    const start = edges[index] as number;
    const colors = [colorBetween(stops, start, "after"), colorBetween(stops, end, "before")];
    const [first, last] = colors.map((color) => channels.of({ offset: 0, color })) as [number[], number[]];
    const middle = first.map((value, channel) => (value + (last[channel] as number)) / 2);
    return [
      { at: [x, y] as const, color: middle },
      { at: point(start), color: first },
      { at: point(end), color: last },
    ];
  });
  const [left, top, size] = [x - 2 * reach, y - 2 * reach, 4 * reach];
  const depth = channels.space === "DeviceRGB" ? 3 : 1;
  const data = Buffer.alloc(vertices.length * (9 + depth));
  let offset = 0;
  const share = (value: number, start: number) =>
    Math.round(Math.min(1, Math.max(0, (value - start) / size)) * 0xffff_ffff);
  for (const { at, color } of vertices) {
    // A flag of 0: a triangle of its own.
    offset = data.writeUInt8(0, offset);
    offset = data.writeUInt32BE(share(at[0], left), offset);
    offset = data.writeUInt32BE(share(at[1], top), offset);
    for (const value of color) offset = data.writeUInt8(Math.round(Math.min(1, Math.max(0, value)) * 255), offset);
  }
  const shading = doc.ref({
    ShadingType: 4,
    ColorSpace: channels.space,
    BitsPerCoordinate: 32,
    BitsPerComponent: 8,
    BitsPerFlag: 8,
    Decode: [left, left + size, top, top + size, ...Array.from({ length: depth }, () => [0, 1]).flat()],
  });
  shading.end(data);
  return shading;
}

/** The colour just before or after a place, where two stops may lie. */
function colorBetween(stops: readonly Stop[], at: number, side: "before" | "after"): Color {
  const next = stops.findIndex(({ offset }) => (side === "before" ? offset >= at : offset > at));
  const [from, to] = [next < 0 ? stops.at(-1) : stops[next - 1], stops[next]];
  if (!from || !to) return ((from ?? to) as Stop).color;
  const share = (at - from.offset) / (to.offset - from.offset);
  const channel = (name: keyof Color) => from.color[name] + (to.color[name] - from.color[name]) * share;
  return { red: channel("red"), green: channel("green"), blue: channel("blue"), alpha: channel("alpha") };
}

function stopsFunction(stops: readonly Stop[], channels: Channels, doc: PDFDocument): PdfReference {
  const first = stops[0] as Stop;
  const padded = [{ ...first, offset: 0 }, ...stops, { ...(stops.at(-1) as Stop), offset: 1 }];
  const between = padded.slice(1).map((stop, index) => {
    const ref = doc.ref({
      FunctionType: 2,
      Domain: [0, 1],
      C0: channels.of(padded[index] as Stop),
      C1: channels.of(stop),
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

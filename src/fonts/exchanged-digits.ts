import type { FontFace, OutlineCommand } from "./font-face.ts";
import { loadShaper, type Shaper } from "./shaper.ts";

/** A digit that a font draws as another one. */
export interface ExchangedDigit {
  readonly digit: string;
  readonly looksLike: string;
}

type Point = readonly [x: number, y: number];
type Line = readonly [from: Point, to: Point];

const digits = "0123456789";
const columns = 16;
const rows = 24;
/** A curve is drawn by so many lines. */
const steps = 6;
/** How much nearer to another digit one has to be than to itself: there are many ways to draw a 4 or a 1. */
const nearer = 0.6;

/**
 * Finds the digits that a font draws as other digits, by themselves or in a row, which a page would print in place of its figures: by which
 * of the digits of fonts that are known the outline is nearest to. Digits that look like none of these are not found.
 */
export async function createDigitCheck(known: readonly FontFace[]) {
  const shaper = await loadShaper();
  const picturesOf = async (face: FontFace, features: readonly string[]) => {
    await face.ready();
    return drawDigits(face, features, shaper);
  };
  const pictures = await Promise.all(known.map((face) => picturesOf(face, [])));
  const distance = (picture: Uint8Array, digit: string): number =>
    Math.min(...pictures.flatMap((each) => (each.get(digit) ?? []).map((other) => unlike(picture, other))));
  return async (face: FontFace, features: readonly string[] = []): Promise<readonly ExchangedDigit[]> =>
    [...(await picturesOf(face, features))].flatMap(([digit, drawn]) => {
      for (const picture of drawn) {
        const distances = [...digits].map((other) => distance(picture, other));
        const least = Math.min(...distances);
        if (least < nearer * (distances[digits.indexOf(digit)] ?? 0))
          return [{ digit, looksLike: digits.charAt(distances.indexOf(least)) }];
      }
      return [];
    });
}

/** How each digit is drawn, by itself and among others. */
function drawDigits(
  face: FontFace,
  features: readonly string[],
  shaper: Shaper,
): ReadonlyMap<string, readonly Uint8Array[]> {
  const { font } = face;
  const glyphsOf = new Map<string, Map<number, Uint8Array | undefined>>();
  if (![...digits].every((digit) => font.glyphOf(digit.charCodeAt(0)) !== 0)) return new Map();
  for (const text of [...digits, digits, [...digits].toReversed().join("")]) {
    const { glyphs } = shaper.shapePlain(face, text, features);
    if (glyphs.length !== text.length) continue;
    for (const [at, { id }] of glyphs.entries()) {
      const drawn = glyphsOf.get(text.charAt(at)) ?? new Map<number, Uint8Array | undefined>();
      if (!drawn.has(id)) glyphsOf.set(text.charAt(at), drawn.set(id, pictureOf(font.outlineOf(id))));
    }
  }
  return new Map(
    [...glyphsOf].map(([digit, drawn]) => [digit, [...drawn.values()].filter((each) => each !== undefined)]),
  );
}

/** Of how many cells one is inked and the other is not. */
const unlike = (one: Uint8Array, other: Uint8Array): number =>
  one.reduce((sum, ink, at) => sum + (ink === other[at] ? 0 : 1), 0);

/** The outline on a grid that it fills from edge to edge; undefined where it has none. */
function pictureOf(outline: readonly OutlineCommand[]): Uint8Array | undefined {
  const lines = linesOf(outline);
  const points = lines.flat();
  if (points.length === 0) return undefined;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
  const picture = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const edges = edgesAt(lines, bottom + ((row + 0.5) / rows) * height);
    for (let column = 0; column < columns; column += 1) {
      const x = left + ((column + 0.5) / columns) * width;
      const windings = edges.reduce((count, edge) => count + (edge.x > x ? edge.turn : 0), 0);
      if (windings !== 0) picture[row * columns + column] = 1;
    }
  }
  return picture;
}

/** Where an outline crosses a height, and whether upwards (1) or downwards. */
const edgesAt = (lines: readonly Line[], y: number): readonly { readonly x: number; readonly turn: 1 | -1 }[] =>
  lines.flatMap(([[x1, y1], [x2, y2]]) =>
    y1 <= y === y2 <= y ? [] : [{ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 }],
  );

function linesOf(outline: readonly OutlineCommand[]): readonly Line[] {
  const lines: Line[] = [];
  let [start, at]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  const lineTo = (to: Point) => {
    lines.push([at, to]);
    at = to;
  };
  for (const { command, args } of outline) {
    const points: Point[] = [];
    for (let index = 0; index + 1 < args.length; index += 2) points.push([args[index] ?? 0, args[index + 1] ?? 0]);
    if (command === "moveTo") [start, at] = [points[0] ?? start, points[0] ?? start];
    else if (command === "closePath") lineTo(start);
    else {
      const from = at;
      for (let step = 1; step <= steps; step += 1) lineTo(onCurve([from, ...points], step / steps));
    }
  }
  return lines;
}

/** A point of the line or curve that some points make. */
function onCurve(points: readonly Point[], share: number): Point {
  const [first = [0, 0]] = points;
  if (points.length < 2) return first;
  return onCurve(
    points.slice(1).map(([x, y], index): Point => {
      const [fromX, fromY] = points[index] ?? [0, 0];
      return [fromX + share * (x - fromX), fromY + share * (y - fromY)];
    }),
    share,
  );
}

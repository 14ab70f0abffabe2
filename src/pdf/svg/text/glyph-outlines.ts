import type { Font } from "fontkit";
import { type Matrix, multiply } from "../../geometry/matrix.ts";
import { type Outline, type Segment, transformed } from "../outline.ts";
import type { PlacedPiece } from "./place-pieces.ts";

/** The shapes of a piece of text: for strokes beside real text, which must not be there twice, and for clip paths. */
export function glyphOutlines({ word, x, y, rotation, size, letterSpacing }: PlacedPiece): Outline {
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  const position: Matrix = multiply([1, 0, 0, 1, x, y], [cos, sin, -sin, cos, 0, 0]);
  const outline: Segment[] = [];
  let left = 0;
  for (const { face, glyphs } of word.runs) {
    const scale = size / face.font.unitsPerEm;
    for (const glyph of glyphs) {
      const at = multiply(position, [scale, 0, 0, -scale, left + glyph.xOffset * scale, -glyph.yOffset * scale]);
      outline.push(...transformed(outlineOf(face.font, glyph.id), at));
      left += glyph.xAdvance * scale + letterSpacing;
    }
  }
  return outline;
}

/** In font units, y upwards. */
function outlineOf(font: Font, id: number): Outline {
  const segments: Segment[] = [];
  let [startX, startY] = [0, 0];
  for (const { command, args } of font.getGlyph(id).path.commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
    if (command === "moveTo" || command === "lineTo") {
      segments.push({ kind: command === "moveTo" ? "move" : "line", x: a, y: b });
      [startX, startY] = [a, b];
    } else if (command === "quadraticCurveTo") {
      const third = (from: number, to: number) => from + (2 / 3) * (to - from);
      segments.push({
        kind: "curve",
        x1: third(startX, a),
        y1: third(startY, b),
        x2: third(c, a),
        y2: third(d, b),
        x: c,
        y: d,
      });
      [startX, startY] = [c, d];
    } else if (command === "bezierCurveTo") {
      segments.push({ kind: "curve", x1: a, y1: b, x2: c, y2: d, x: e, y: f });
      [startX, startY] = [e, f];
    } else segments.push({ kind: "close" });
  }
  return segments;
}

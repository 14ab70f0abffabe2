import { type Font, missingGlyphHint } from "../../../fonts/index.ts";
import { black } from "../../../stylesheet/index.ts";
import { type Matrix, multiply } from "../../geometry/matrix.ts";
import { decorationMetrics } from "../../text/decoration-metrics.ts";
import { boundsOf } from "../bounds.ts";
import { inkOf } from "../ink.ts";
import { type Outline, rectangle, type Segment, transformed } from "../outline.ts";
import type { Painting } from "../paint-server.ts";
import type { Ink, SvgNode, TextNode } from "../scene.ts";
import { strokeOf } from "../stroke.ts";
import type { ElementBuilder, SvgBuilder, SvgContext } from "../svg-context.ts";
import { collectCharacters } from "./collect-characters.ts";
import { type PlacedPiece, placePieces } from "./place-pieces.ts";

/**
 * A `text` element as real text: copied, searched and read as what it says. A stroke beside a fill is drawn as shapes, so
 * that the text is there once. A character that no font has is the error `missing-glyph`.
 */
export const buildText: ElementBuilder = (element, context, builder) => {
  const characters = collectCharacters(element, { context, builder });
  if (characters.length === 0 || !builder.spend(characters.length, element)) return [];
  for (const attribute of ["textlength", "lengthadjust"]) reportUnsupported(attribute);
  const pieces = placePieces(characters, builder);
  for (const piece of pieces) reportMissing(piece, builder);
  const bounds = boundsOf(
    pieces.map((piece) => textNode(piece, { kind: "fill", ink: { kind: "color", color: black } })),
  );
  return pieces.flatMap((piece) => pieceNodes(piece, { element: piece.element, context, builder, bounds }));

  function reportUnsupported(attribute: string): void {
    if (element.attributes[attribute] === undefined) return;
    builder.report.warn(
      {
        code: "svg-attribute",
        message: `The attribute ${attribute} of SVG text is not supported in PDF.`,
        hint: "The text is as long as its letters.",
      },
      element,
    );
  }
};

function pieceNodes(piece: PlacedPiece, text: Painting): readonly SvgNode[] {
  const context: SvgContext = { ...text.context, styled: piece.styled };
  const painting: Painting = { ...text, context };
  const { style } = piece.styled;
  if (style.visibility === "hidden") return [];
  if (context.use === "clip") {
    const paints = [{ kind: "fill", ink: { kind: "color", color: black }, rule: "nonzero" }] as const;
    return [{ kind: "shape", outline: glyphOutlines(piece), paints }];
  }
  const fill = inkOf(style.fill, style.fillOpacity, painting);
  const stroke = strokeOf(context);
  const strokeInk = stroke && inkOf(style.stroke, style.strokeOpacity, painting);
  const strokePaint = stroke && strokeInk && ({ kind: "stroke", ink: strokeInk, stroke } as const);
  const { under, over } = decorationLines(piece, fill);
  if (!fill) return strokePaint ? [...under, textNode(piece, strokePaint), ...over] : [];
  const node = textNode(piece, { kind: "fill", ink: fill });
  if (!strokePaint) return [...under, node, ...over];
  const outline: SvgNode = { kind: "shape", outline: glyphOutlines(piece), paints: [strokePaint] };
  const isUnder = style.paintOrder.indexOf("stroke") < style.paintOrder.indexOf("fill");
  return [...under, ...(isUnder ? [outline, node] : [node, outline]), ...over];
}

function textNode(piece: PlacedPiece, paint: TextNode["paint"]): TextNode {
  const { word, font, x, y, rotation, size, letterSpacing } = piece;
  const { ascent, descent } = font;
  return { kind: "text", word, x, y, rotation, size, ascent, descent, letterSpacing, paint };
}

function reportMissing({ word, element }: PlacedPiece, { report }: SvgBuilder): void {
  for (const character of word.missing) {
    const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
    report.error(
      {
        code: "missing-glyph",
        message: `No font has the character "${character}" (U+${code}), in "${word.text.trim().slice(0, 60)}" of an SVG.`,
        hint: missingGlyphHint(character),
      },
      element,
    );
  }
}

/** Underlines and the like of a piece of text, in the colour of its letters. */
function decorationLines(
  { first, x, y, width, rotation, size }: PlacedPiece,
  ink: Ink | undefined,
): { readonly under: readonly SvgNode[]; readonly over: readonly SvgNode[] } {
  const kinds = ink && rotation === 0 ? first.lines : [];
  const lines = (isUnder: boolean) =>
    kinds
      .filter((kind) => (kind === "line-through") !== isUnder)
      .map((kind): SvgNode => {
        const { offset, thickness } = decorationMetrics(kind, size);
        const outline = rectangle({ x, y: y + offset, width, height: thickness });
        return { kind: "shape", outline, paints: [{ kind: "fill", ink: ink as Ink, rule: "nonzero" }] };
      });
  return { under: lines(true), over: lines(false) };
}

/** The shapes of a piece of text: for strokes beside real text, which must not be there twice, and for clip paths. */
function glyphOutlines({ word, x, y, rotation, size, letterSpacing }: PlacedPiece): Outline {
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
  for (const { command, args } of font.outlineOf(id)) {
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

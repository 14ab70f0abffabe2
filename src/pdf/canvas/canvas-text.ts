import { apply, type Matrix, multiply } from "../geometry/matrix.ts";
import type { OperandWriter } from "../objects/operand-writer.ts";
import type { ShapedWord } from "../text/word-shaper.ts";
import type { CanvasFont } from "./canvas-font.ts";
import { applyLine, applyPaint, endPaint } from "./canvas-paint.ts";
import { alignments, baselines, type CanvasSession } from "./canvas-state.ts";
import type { DrawingCanvas, WordPosition } from "./drawing-canvas.ts";

/** Text stays text, in the fonts of the document. */
export function textMethods(
  session: CanvasSession,
): Pick<DrawingCanvas, "fillText" | "strokeText" | "measureText" | "showWord"> {
  const { shaper, values } = session.options;
  const initialFont = values.font("10px sans-serif") as CanvasFont;
  const currentFont = () => values.font(session.state.font) ?? initialFont;
  return {
    fillText: (text, x, y, maxWidth) => drawText(session, text, { x, y, maxWidth, mode: "fill", font: currentFont() }),
    strokeText: (text, x, y, maxWidth) =>
      drawText(session, text, { x, y, maxWidth, mode: "stroke", font: currentFont() }),
    measureText(text) {
      const { style, sizePx } = currentFont();
      const font = shaper.fontOf(style);
      const [ascent, descent] = [font.ascent * sizePx, font.descent * sizePx];
      return {
        width: font.line(text).advance * sizePx,
        actualBoundingBoxAscent: ascent,
        actualBoundingBoxDescent: descent,
        fontBoundingBoxAscent: ascent,
        fontBoundingBoxDescent: descent,
      };
    },
    showWord: (word, position) => showWord(session, word, position),
  };
}

interface TextPosition {
  readonly x: number;
  readonly y: number;
  readonly maxWidth: number | undefined;
  readonly mode: "fill" | "stroke";
  readonly font: CanvasFont;
}

function drawText(
  session: CanvasSession,
  text: string,
  { x, y, maxWidth, mode, font: { style, sizePx } }: TextPosition,
): void {
  if (text === "") return;
  const { options, state } = session;
  const font = options.shaper.fontOf(style);
  const line = font.line(text.replaceAll(/[\t\n\f\r]/g, " "));
  const width = line.advance * sizePx;
  const squeeze = maxWidth !== undefined && width > maxWidth && width > 0 ? maxWidth / width : 1;
  const left = x - (alignments[state.textAlign] ?? 0) * width * squeeze;
  const baseline = y + (baselines[state.textBaseline] ?? (() => 0))(font) * sizePx;
  for (const piece of line.pieces) {
    for (const character of piece.word.missing) options.missingGlyph(character, text);
    const start = left + piece.x * sizePx * squeeze;
    showWord(session, piece.word, { x: start, y: baseline, sizePx, mode, squeeze });
  }
}

function showWord(
  session: CanvasSession,
  word: ShapedWord,
  { x, y, sizePx, mode, squeeze = 1, rotation = 0, letterSpacing = 0 }: WordPosition,
): void {
  const { options, state } = session;
  const { stream, fonts } = options;
  const paint = mode === "fill" ? state.fillStyle : state.strokeStyle;
  applyPaint(session, paint, mode);
  if (mode === "stroke") applyLine(session);
  const upright = uprightAt(state.matrix, { x, y, rotation, squeeze });
  stream.letterSpacing(letterSpacing);
  writeTextMatrix(upright, stream.operands.text(mode === "stroke" ? "BT 1 Tr " : "BT "));
  stream.write("Tm");
  // Shown in the order of the eye, the last letter first (ISO 32000-1, 14.8.2.3.3).
  if (word.isRightToLeft) stream.write("/ReversedChars BMC");
  const marks: (() => void)[] = [];
  let pen = 0;
  for (const run of fonts.encode(word, sizePx)) {
    stream.font(run.font.id, run.font.ref(), sizePx);
    stream.operands.text("[").text(run.operands).operator("] TJ");
    for (const mark of run.marks) {
      const markX = pen + mark.x * sizePx + mark.index * letterSpacing;
      const position = multiply(upright, [1, 0, 0, 1, markX, mark.y * sizePx]);
      marks.push(() => {
        stream.font(run.font.id, run.font.ref(), sizePx);
        writeTextMatrix(position, stream.operands);
        stream.write(`Tm <${mark.code}> Tj`);
      });
    }
    pen += run.advance * sizePx + run.glyphCount * letterSpacing;
  }
  if (word.isRightToLeft) stream.write("EMC");
  if (marks.length > 0) {
    // The letters under them have said them.
    stream.write("/Span <</ActualText ()>> BDC");
    for (const paintMark of marks) paintMark();
    stream.write("EMC");
  }
  stream.write(mode === "stroke" ? "0 Tr ET" : "ET");
  if (mode === "stroke" && typeof paint !== "string") session.line = undefined;
  endPaint(session, paint);
}

interface LetterPosition extends Required<Pick<WordPosition, "x" | "y" | "rotation" | "squeeze">> {}

/** From a space in which y points up, as letters have it. */
function uprightAt(matrix: Matrix, { x, y, rotation, squeeze }: LetterPosition): Matrix {
  if (rotation === 0) {
    const [a, b, c, d] = matrix;
    const [left, baseline] = apply(matrix, x, y);
    return [a * squeeze, b * squeeze, -c, -d, left, baseline];
  }
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  const turned = multiply([1, 0, 0, 1, x, y], [cos, sin, -sin, cos, 0, 0]);
  return multiply(multiply(matrix, turned), [squeeze, 0, 0, -1, 0, 0]);
}

const writeTextMatrix = ([a, b, c, d, e, f]: Matrix, operands: OperandWriter): void =>
  void operands.fine(a).fine(b).fine(c).fine(d).num(e).num(f);

import { black, type Color } from "../../stylesheet/index.ts";
import { multiply, scaleOf } from "../geometry/matrix.ts";
import { num } from "../objects/number.ts";
import { addGradientMask, addGradientPattern, type CanvasGradient, gradientAlpha } from "./canvas-gradient.ts";
import {
  type AppliedLine,
  blendModeOf,
  type CanvasSession,
  type CanvasState,
  lineCaps,
  lineJoins,
  type Paint,
} from "./canvas-state.ts";
import { addTilePattern, type CanvasTile } from "./canvas-tile.ts";

export type PaintUse = "fill" | "stroke";

/** Writes the operators that make what follows be painted with this paint. After it comes `endPaint`. */
export function applyPaint(session: CanvasSession, paint: Paint, use: PaintUse): void {
  const { options, state } = session;
  const { stream, values } = options;
  session.isPainted = true;
  const color = typeof paint === "string" ? (values.color(paint) ?? black) : black;
  if (isPattern(paint)) applyPattern(session, paint, use);
  else if (use === "fill") stream.fillColor(opaque(color));
  else stream.strokeColor(opaque(color));
  const own = typeof paint === "string" ? color.alpha : "stops" in paint ? gradientAlpha(paint) : 1;
  const alpha = own * state.globalAlpha;
  stream.graphicsState({
    fillAlpha: use === "fill" ? alpha : 1,
    strokeAlpha: use === "stroke" ? alpha : 1,
    blend: blendModeOf(state),
  });
}

export function endPaint({ options }: CanvasSession, paint: Paint): void {
  if (isPattern(paint)) options.stream.restore();
}

function applyPattern(session: CanvasSession, paint: CanvasGradient | CanvasTile, use: PaintUse): void {
  const { options, state, surface } = session;
  const { doc, stream } = options;
  const name = options.patternName();
  const pattern = { doc, page: stream.page, matrix: state.matrix, surface };
  const isGradient = "stops" in paint;
  if (isGradient) addGradientPattern(paint, { ...pattern, name });
  else addTilePattern(paint, { ...pattern, matrix: multiply(surface.toPatterns, state.matrix), name });
  const isMasked = isGradient && addGradientMask(paint, { ...pattern, name: `${name}M` });
  // The stream forgets the colour it knew: a pattern replaced it.
  stream.save();
  stream.write(use === "fill" ? `/Pattern cs /${name} scn` : `/Pattern CS /${name} SCN`);
  if (isMasked) stream.write(`/${name}M gs`);
}

/** The colour itself where it is: the stream knows the colour that was asked for last. */
const opaque = (color: Color): Color => (color.alpha === 1 ? color : { ...color, alpha: 1 });

/** Writes the width, caps, joins and dashes of lines, unless they hold already. */
export function applyLine(session: CanvasSession, scale = scaleOf(session.state.matrix)): void {
  const { state, line } = session;
  // Mostly all is as it was for the line before: nothing has to be written to know it.
  if (line && isSameLine(line, state, scale)) return;
  const operators = lineOperators(state, scale);
  if (operators !== line?.operators) session.options.stream.write(operators);
  const { lineWidth, lineCap, lineJoin, miterLimit, lineDash, lineDashOffset } = state;
  session.line = { operators, scale, lineWidth, lineCap, lineJoin, miterLimit, lineDash, lineDashOffset };
}

const isSameLine = (line: AppliedLine, state: CanvasState, scale: number): boolean =>
  line.scale === scale &&
  line.lineWidth === state.lineWidth &&
  line.lineCap === state.lineCap &&
  line.lineJoin === state.lineJoin &&
  line.miterLimit === state.miterLimit &&
  line.lineDash === state.lineDash &&
  line.lineDashOffset === state.lineDashOffset;

function lineOperators(state: CanvasState, scale: number): string {
  const dash = state.lineDash.map((length) => num(length * scale)).join(" ");
  return [
    `${num(state.lineWidth * scale)} w`,
    `${lineCaps[state.lineCap] ?? 0} J`,
    `${lineJoins[state.lineJoin] ?? 0} j`,
    `${num(state.miterLimit)} M`,
    `[${dash}] ${num(state.lineDashOffset * scale)} d`,
  ].join(" ");
}

/** What takes a pattern of its own: a gradient without stops paints black, and a colour itself. */
const isPattern = (paint: Paint): paint is CanvasGradient | CanvasTile =>
  typeof paint !== "string" && !("stops" in paint && paint.stops.length === 0);

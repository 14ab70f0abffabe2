import { black } from "../../stylesheet/index.ts";
import { multiply, scaleOf } from "../geometry/matrix.ts";
import { num } from "../objects/number.ts";
import { addGradientMask, addGradientPattern, type CanvasGradient, gradientAlpha } from "./canvas-gradient.ts";
import { blendModeOf, type CanvasSession, lineCaps, lineJoins, type Paint } from "./canvas-state.ts";
import { addTilePattern, type CanvasTile } from "./canvas-tile.ts";

export type PaintUse = "fill" | "stroke";

/** Writes the operators that make what follows be painted with this paint. After it comes `endPaint`. */
export function applyPaint(session: CanvasSession, paint: Paint, use: PaintUse): void {
  const { options, state } = session;
  const { stream, values } = options;
  session.isPainted = true;
  const color = typeof paint === "string" ? (values.color(paint) ?? black) : black;
  if (isPattern(paint)) applyPattern(session, paint, use);
  else if (use === "fill") stream.fillColor({ ...color, alpha: 1 });
  else stream.strokeColor({ ...color, alpha: 1 });
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

/** Writes the width, caps, joins and dashes of lines, unless they hold already. */
export function applyLine(session: CanvasSession, scale = scaleOf(session.state.matrix)): void {
  const { state } = session;
  const dash = state.lineDash.map((length) => num(length * scale)).join(" ");
  const line = [
    `${num(state.lineWidth * scale)} w`,
    `${lineCaps[state.lineCap] ?? 0} J`,
    `${lineJoins[state.lineJoin] ?? 0} j`,
    `${num(state.miterLimit)} M`,
    `[${dash}] ${num(state.lineDashOffset * scale)} d`,
  ].join(" ");
  if (line !== session.lineState) session.options.stream.write(line);
  session.lineState = line;
}

/** What takes a pattern of its own: a gradient without stops paints black, and a colour itself. */
const isPattern = (paint: Paint): paint is CanvasGradient | CanvasTile =>
  typeof paint !== "string" && !("stops" in paint && paint.stops.length === 0);

import { white } from "../../stylesheet/index.ts";
import { apply, dividedBy, inverse, keepsShape, scaleOf } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { applyLine, applyPaint, endPaint } from "./canvas-paint.ts";
import type { CanvasSession } from "./canvas-state.ts";
import type { EllipseArguments, FillRule, PdfCanvas } from "./pdf-canvas.ts";

/** Paths: how they are built up. Points are mapped to the page as they come. */
export function pathMethods(session: CanvasSession) {
  const { path } = session;
  return {
    beginPath: () => path.begin(),
    closePath: () => path.close(),
    moveTo: (x, y) => path.moveTo(session.state.matrix, x, y),
    lineTo: (x, y) => path.lineTo(session.state.matrix, x, y),
    bezierCurveTo: (...points) => path.curveTo(session.state.matrix, points),
    quadraticCurveTo: (...points) => path.quadraticTo(session.state.matrix, points),
    arc: (x, y, radius, start, end, anticlockwise = false) =>
      path.ellipse(session.state.matrix, {
        x,
        y,
        radiusX: radius,
        radiusY: radius,
        rotation: 0,
        start,
        end,
        anticlockwise,
      }),
    arcTo: (x1, y1, x2, y2, radius) => path.arcTo(session.state.matrix, [x1, y1, x2, y2], radius),
    ellipse: (...[x, y, radiusX, radiusY, rotation, start, end, anticlockwise = false]: EllipseArguments) =>
      path.ellipse(session.state.matrix, { x, y, radiusX, radiusY, rotation, start, end, anticlockwise }),
    rect(x, y, width, height) {
      const { matrix } = session.state;
      path.moveTo(matrix, x, y);
      path.lineTo(matrix, x + width, y);
      path.lineTo(matrix, x + width, y + height);
      path.lineTo(matrix, x, y + height);
      path.close();
    },
    isPointInPath: (x, y, rule = "nonzero") => path.isInside(apply(session.base, x, y), rule),
  } satisfies Partial<PdfCanvas>;
}

/** What paints a path or a rectangle, or cuts off what follows. */
export function paintMethods(session: CanvasSession) {
  const { path } = session;
  const { stream } = session.options;
  return {
    fill(rule = "nonzero") {
      if (path.isEmpty) return;
      const { fillStyle } = session.state;
      applyPaint(session, fillStyle, "fill");
      path.write(stream.operands);
      stream.write(starred("f", rule));
      endPaint(session, fillStyle);
    },
    stroke: () => strokePath(session),
    clip(rule = "nonzero") {
      stream.save();
      session.state.clips += 1;
      if (path.isEmpty) stream.operands.text("0 0 0 0 re ");
      else path.write(stream.operands);
      stream.operands.text(starred("W", rule)).operator(" n");
    },
    fillRect(x, y, width, height) {
      const { fillStyle } = session.state;
      applyPaint(session, fillStyle, "fill");
      writeRectangle(session, { x, y, width, height });
      stream.write("f");
      endPaint(session, fillStyle);
    },
    strokeRect(x, y, width, height) {
      const { strokeStyle } = session.state;
      applyPaint(session, strokeStyle, "stroke");
      applyLine(session);
      writeRectangle(session, { x, y, width, height });
      stream.write("S");
      endPaint(session, strokeStyle);
    },
    clearRect(x, y, width, height) {
      if (!session.isPainted) return;
      stream.fillColor(white);
      stream.graphicsState({ fillAlpha: 1, strokeAlpha: 1, blend: "Normal" });
      writeRectangle(session, { x, y, width, height });
      stream.write("f");
    },
  } satisfies Partial<PdfCanvas>;
}

const starred = (operator: string, rule: FillRule) => (rule === "evenodd" ? `${operator}*` : operator);

function strokePath(session: CanvasSession): void {
  const { options, path, state } = session;
  const { stream } = options;
  if (path.isEmpty || state.lineWidth <= 0) return;
  const { matrix, strokeStyle } = state;
  const scale = scaleOf(matrix);
  if (keepsShape(matrix)) {
    applyPaint(session, strokeStyle, "stroke");
    applyLine(session, scale);
    path.write(stream.operands);
    stream.write("S");
  } else {
    // A pen that is not round on paper: the path goes back to where it is.
    const pen = dividedBy(matrix, scale);
    const back = scale > 0 ? inverse(pen) : undefined;
    if (!back) return;
    applyPaint(session, strokeStyle, "stroke");
    stream.save();
    session.line = undefined;
    applyLine(session, scale);
    for (const each of pen) stream.operands.fine(each);
    path.write(stream.operands.text("cm "), back);
    stream.write("S");
    stream.restore();
    session.line = undefined;
  }
  if (typeof strokeStyle !== "string") session.line = undefined;
  endPaint(session, strokeStyle);
}

/** Rectangles draw at once and leave the current path alone. What is done with them has to follow. */
export function writeRectangle({ state, options }: CanvasSession, { x, y, width, height }: Rectangle): void {
  const { matrix } = state;
  const { operands } = options.stream;
  const [right, foot] = [x + width, y + height];
  operands.pair(apply(matrix, x, y)).text("m ");
  operands.pair(apply(matrix, right, y)).text("l ");
  operands.pair(apply(matrix, right, foot)).text("l ");
  operands.pair(apply(matrix, x, foot)).text("l h ");
}

import { white } from "../../stylesheet/index.ts";
import { apply, dividedBy, inverse, keepsShape, scaleOf } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { fine, pair } from "../objects/number.ts";
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
      stream.write(`${path.operators()} ${starred("f", rule)}`);
      endPaint(session, fillStyle);
    },
    stroke: () => strokePath(session),
    clip(rule = "nonzero") {
      stream.save();
      session.state.clips += 1;
      const shape = path.isEmpty ? "0 0 0 0 re" : path.operators();
      stream.write(`${shape} ${starred("W", rule)} n`);
    },
    fillRect(x, y, width, height) {
      const { fillStyle } = session.state;
      applyPaint(session, fillStyle, "fill");
      stream.write(`${rectangleOperators(session, { x, y, width, height })} f`);
      endPaint(session, fillStyle);
    },
    strokeRect(x, y, width, height) {
      const { strokeStyle } = session.state;
      applyPaint(session, strokeStyle, "stroke");
      applyLine(session);
      stream.write(`${rectangleOperators(session, { x, y, width, height })} S`);
      endPaint(session, strokeStyle);
    },
    clearRect(x, y, width, height) {
      if (!session.isPainted) return;
      stream.fillColor(white);
      stream.graphicsState({ fillAlpha: 1, strokeAlpha: 1, blend: "Normal" });
      stream.write(`${rectangleOperators(session, { x, y, width, height })} f`);
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
    stream.write(`${path.operators()} S`);
  } else {
    // A pen that is not round on paper: the path goes back to where it is.
    const pen = dividedBy(matrix, scale);
    const back = scale > 0 ? inverse(pen) : undefined;
    if (!back) return;
    applyPaint(session, strokeStyle, "stroke");
    stream.save();
    session.line = undefined;
    applyLine(session, scale);
    stream.write(`${pen.map(fine).join(" ")} cm ${path.operators(back)} S`);
    stream.restore();
    session.line = undefined;
  }
  if (typeof strokeStyle !== "string") session.line = undefined;
  endPaint(session, strokeStyle);
}

/** Rectangles draw at once and leave the current path alone. */
export function rectangleOperators({ state }: CanvasSession, { x, y, width, height }: Rectangle): string {
  const { matrix } = state;
  const [right, foot] = [x + width, y + height];
  const first = pair(apply(matrix, x, y));
  const second = pair(apply(matrix, right, y));
  const third = pair(apply(matrix, right, foot));
  return `${first} m ${second} l ${third} l ${pair(apply(matrix, x, foot))} l h`;
}

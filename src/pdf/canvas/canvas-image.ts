import { type Matrix, multiply } from "../geometry/matrix.ts";
import { fine } from "../objects/number.ts";
import { rectangleOperators } from "./canvas-shapes.ts";
import { blendModeOf, type CanvasSession } from "./canvas-state.ts";

/** `numbers`: 2, 4 or 8, as on any canvas. Eight name a part of the source first (HTML 4.12.5.1.14). */
export function drawImage(session: CanvasSession, source: unknown, numbers: readonly number[]): void {
  const { options, state } = session;
  const { stream } = options;
  const image = options.image(source);
  if (!image) return;
  session.isPainted = true;
  const isPart = numbers.length >= 8;
  const [sx = 0, sy = 0, sw, sh, x = 0, y = 0, width = image.width, height = image.height] = isPart
    ? numbers
    : [0, 0, image.width, image.height, ...numbers];
  if (!sw || !sh) return;
  const [scaleX, scaleY] = [width / sw, height / sh];
  stream.save();
  stream.graphicsState({ fillAlpha: state.globalAlpha, strokeAlpha: 1, blend: blendModeOf(state) });
  // The whole is drawn behind a clip.
  if (isPart) stream.write(`${rectangleOperators(session, { x, y, width, height })} W n`);
  const whole: Matrix = [
    image.width * scaleX,
    0,
    0,
    -image.height * scaleY,
    x - sx * scaleX,
    y - sy * scaleY + image.height * scaleY,
  ];
  stream.write(`${multiply(multiply(state.matrix, whole), image.upright).map(fine).join(" ")} cm /${image.name} Do`);
  stream.restore();
}

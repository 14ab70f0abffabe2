import { type Matrix, multiply } from "../geometry/matrix.ts";
import { fine } from "../objects/number.ts";
import { createCanvasGradient } from "./canvas-gradient.ts";
import { layerMethods } from "./canvas-layers.ts";
import { createCanvasPath } from "./canvas-path.ts";
import { type CanvasProperties, canvasProperties } from "./canvas-properties.ts";
import { paintMethods, pathMethods, writeRectangle } from "./canvas-shapes.ts";
import {
  blendModeOf,
  type CanvasSession,
  type CanvasState,
  initialState,
  type PdfCanvasOptions,
  solid,
} from "./canvas-state.ts";
import { pageSurface } from "./canvas-surface.ts";
import { textMethods } from "./canvas-text.ts";
import type { DrawingCanvas } from "./drawing-canvas.ts";

/**
 * A CanvasRenderingContext2D that writes PDF: the subset that charts draw with. Shapes become vectors, text stays text
 * in the document's fonts. Points are mapped to the page as they come, so `save` and `restore` cost nothing there but
 * to undo a clip.
 */
export function createPdfCanvas(options: PdfCanvasOptions): { readonly context: DrawingCanvas; end(): void } {
  const session: CanvasSession = {
    options,
    path: createCanvasPath(),
    state: initialState(options.matrix),
    surface: options.surface ?? pageSurface(options.stream.page, options.stream.matrix),
    base: options.matrix,
    line: undefined,
    isPainted: false,
  };
  const { color } = options.values;
  const stack = stateStack(session);
  const methods: Omit<DrawingCanvas, keyof CanvasProperties> = {
    keepsText: true,
    save: stack.save,
    restore: stack.restore,
    ...transformMethods(session),
    ...pathMethods(session),
    ...paintMethods(session),
    ...textMethods(session),
    ...layerMethods(session),
    drawImage: (source, ...numbers) => drawImage(session, source, numbers),
    createGradient: (gradient) => ({ ...gradient, addColorStop: () => {} }),
    createLinearGradient: (...coordinates) => createCanvasGradient(coordinates, color),
    createRadialGradient: (...coordinates) => createCanvasGradient(coordinates, color),
    setLineDash(dash) {
      // An odd list counts twice (HTML 4.12.5.1.3); a negative one, or all zeros, is none.
      const isUsable =
        dash.every((length) => Number.isFinite(length) && length >= 0) && dash.some((length) => length > 0);
      session.state.lineDash = !isUsable ? solid : dash.length % 2 === 1 ? [...dash, ...dash] : [...dash];
    },
    getLineDash: () => [...session.state.lineDash],
  };
  const context = Object.defineProperties(methods, canvasProperties(session)) as DrawingCanvas;
  return { context, end: stack.end };
}

/** `save` and `restore`; `end` undoes what the drawing left open. */
function stateStack(session: CanvasSession) {
  const { stream } = session.options;
  const saved: CanvasState[] = [];

  function restore(): void {
    const state = saved.pop();
    if (!state) return;
    for (let count = session.state.clips; count > 0; count -= 1) stream.restore();
    if (session.state.clips > 0) session.line = undefined;
    session.state = state;
  }

  return {
    save() {
      saved.push({ ...session.state });
      session.state.clips = 0;
    },
    restore,
    end() {
      while (saved.length > 0) restore();
      for (; session.state.clips > 0; session.state.clips -= 1) stream.restore();
    },
  };
}

function transformMethods(session: CanvasSession) {
  const compose = (matrix: Matrix) => {
    session.state.matrix = multiply(session.state.matrix, matrix);
  };
  return {
    translate: (x, y) => compose([1, 0, 0, 1, x, y]),
    scale: (x, y) => compose([x, 0, 0, y, 0, 0]),
    rotate: (angle) => compose([Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]),
    transform: (...matrix) => compose(matrix),
    setTransform(...matrix: [] | [number, number, number, number, number, number]) {
      session.state.matrix = matrix.length === 6 ? multiply(session.base, matrix) : session.base;
    },
    resetTransform() {
      session.state.matrix = session.base;
    },
  } satisfies Partial<DrawingCanvas>;
}

/** `numbers`: 2, 4 or 8, as on any canvas. Eight name a part of the source first (HTML 4.12.5.1.14). */
function drawImage(session: CanvasSession, source: unknown, numbers: readonly number[]): void {
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
  if (isPart) {
    writeRectangle(session, { x, y, width, height });
    stream.write("W n");
  }
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

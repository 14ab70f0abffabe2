import { identity, type Matrix, multiply, scaleOf } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { createGroup, createMaskState } from "./canvas-group.ts";
import { blendModeOf, type CanvasSession, initialState } from "./canvas-state.ts";
import { innerSurface, type Surface } from "./canvas-surface.ts";
import type { CanvasTile } from "./canvas-tile.ts";
import type { DrawingCanvas, LayerOptions } from "./drawing-canvas.ts";

/** Drawings within the drawing: groups of transparency and tiles. */
export const layerMethods = (session: CanvasSession): Pick<DrawingCanvas, "layer" | "createTile"> => ({
  layer: (draw, options) => drawLayer(session, draw, options),
  createTile: (area, matrix, draw) => tileOf(session, draw, { area, matrix }),
});

interface Inside {
  readonly base: Matrix;
  readonly matrix: Matrix;
  readonly surface: Surface;
}

/** Runs `draw` into a stream of its own, with a fresh state at this matrix. */
function drawApart(session: CanvasSession, draw: () => void, { base, matrix, surface }: Inside): Uint8Array {
  const outside = { base: session.base, state: session.state, surface: session.surface, line: session.line };
  Object.assign(session, { base, surface, state: initialState(matrix), line: undefined });
  const content = session.options.stream.apart(draw);
  Object.assign(session, outside);
  return content;
}

function drawLayer(session: CanvasSession, draw: () => void, { alpha, mask }: LayerOptions): void {
  const { options, base, state, surface } = session;
  const { doc, stream } = options;
  session.isPainted = true;
  const inside = { base, matrix: state.matrix, surface: innerSurface(surface) };
  const group = (content: () => void) =>
    createGroup(drawApart(session, content, inside), { doc, page: stream.page, surface });
  const name = options.patternName();
  stream.page.xobjects[name] = group(draw);
  stream.save();
  if (mask) {
    stream.page.ext_gstates[`${name}M`] = createMaskState(group(mask.draw), mask.kind, doc);
    stream.write(`/${name}M gs`);
  }
  stream.graphicsState({ fillAlpha: alpha, strokeAlpha: alpha, blend: blendModeOf(state) });
  stream.write(`/${name} Do`);
  stream.restore();
}

function tileOf(
  session: CanvasSession,
  draw: () => void,
  { area, matrix }: { readonly area: Rectangle; readonly matrix: Matrix },
): CanvasTile {
  const scale = scaleOf(multiply(session.state.matrix, matrix)) || 1;
  const [left, top] = [area.x * scale, area.y * scale];
  const own: Matrix = [scale, 0, 0, scale, 0, 0];
  const content = drawApart(session, draw, {
    base: own,
    matrix: own,
    surface: { toPatterns: identity, area: [left, top, left + area.width * scale, top + area.height * scale] },
  });
  return { kind: "tile", ...area, content, scale, matrix };
}

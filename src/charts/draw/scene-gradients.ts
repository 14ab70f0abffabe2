import type { Bounds, SceneNode, Vega } from "../vega/vega-modules.ts";

/** A gradient as Vega's scene holds it: places in fractions of the box of what it paints. */
interface SceneGradient {
  readonly gradient: "linear" | "radial";
  readonly x1?: number;
  readonly y1?: number;
  readonly r1?: number;
  readonly x2?: number;
  readonly y2?: number;
  readonly r2?: number;
  readonly stops: readonly { readonly offset: number; readonly color: string }[];
}

interface CanvasGradient {
  addColorStop(offset: number, color: string): void;
}

interface GradientContext {
  createLinearGradient(...ends: [number, number, number, number]): CanvasGradient;
  createRadialGradient(...circles: [number, number, number, number, number, number]): CanvasGradient;
}

export interface SceneGradientsOptions {
  readonly vega: Vega;
  readonly root: object;
  readonly context: object;
}

/**
 * Runs `draw` with each gradient of the scene made as Vega's SVG has it. Vega's canvas measures the box with the stroke,
 * and draws what slants across a box that is no square on a second canvas, which there is none of outside of browsers.
 */
export function withSceneGradients({ vega, root, context }: SceneGradientsOptions, draw: () => void): void {
  const found: PaintedPart[] = [];
  findGradients(root as SceneNode, found);
  for (const { mark, item, use, paint } of found) {
    const box = shapeBox(mark, item, vega);
    const create = paint.gradient === "radial" ? createRadial : createLinear;
    const gradient = create(paint, box, context as GradientContext);
    for (const { offset, color } of paint.stops) gradient.addColorStop(offset, color);
    item[use] = gradient;
  }
  try {
    draw();
  } finally {
    for (const { item, use, paint } of found) item[use] = paint;
  }
}

/** What of an item is painted with a gradient. */
interface PaintedPart {
  readonly mark: SceneNode;
  readonly item: SceneNode;
  readonly use: "fill" | "stroke";
  readonly paint: SceneGradient;
}

function findGradients(mark: SceneNode, found: PaintedPart[]): void {
  for (const item of mark.items ?? none) {
    const { fill, stroke } = item;
    if (isGradient(fill)) found.push({ mark, item, use: "fill", paint: fill });
    if (isGradient(stroke)) found.push({ mark, item, use: "stroke", paint: stroke });
    for (const inner of item.items ?? none) findGradients(inner, found);
  }
}

const none: readonly never[] = [];

const isGradient = (paint: unknown): paint is SceneGradient =>
  typeof paint === "object" && paint !== null && "gradient" in paint && "stops" in paint;

/** The box of an item's shape, or of the shape of all items where they make one: without its stroke. */
function shapeBox(mark: SceneNode, item: SceneNode, { Marks, Bounds }: Vega): Bounds {
  const { x = 0, y = 0, width = 0, height = 0 } = item;
  if (mark.marktype === "group") return { x1: x, y1: y, x2: x + width, y2: y + height };
  const type = Marks[mark.marktype ?? ""];
  if (!type) throw new Error(`Vega has no mark "${mark.marktype}".`);
  const bare = Object.create(item, { stroke: { value: null } }) as SceneNode;
  const [, ...others] = mark.items ?? [];
  return type.bound(new Bounds(), type.nested ? { items: [bare, ...others] } : bare);
}

/**
 * The lines of one colour are square to the way from end to end before the box is stretched (SVG 2, 14.2.2.1): the same
 * lines, from ends that lie elsewhere.
 */
function createLinear({ x1 = 0, y1 = 0, x2 = 1, y2 = 0 }: SceneGradient, box: Bounds, context: GradientContext) {
  const [width, height] = [Math.max(box.x2 - box.x1, 1e-6), Math.max(box.y2 - box.y1, 1e-6)];
  const [slopeX, slopeY] = [(x2 - x1) / width, (y2 - y1) / height];
  const steepness = slopeX ** 2 + slopeY ** 2;
  const stretch = steepness > 0 ? ((x2 - x1) ** 2 + (y2 - y1) ** 2) / steepness : 0;
  const [startX, startY] = [box.x1 + x1 * width, box.y1 + y1 * height];
  return context.createLinearGradient(startX, startY, startX + slopeX * stretch, startY + slopeY * stretch);
}

/** Circles stay circles, in the smallest square that covers the box. */
function createRadial(
  { x1 = 0.5, y1 = 0.5, r1 = 0, x2 = 0.5, y2 = 0.5, r2 = 0.5 }: SceneGradient,
  box: Bounds,
  context: GradientContext,
) {
  const side = Math.max(box.x2 - box.x1, box.y2 - box.y1);
  const [left, top] = [(box.x1 + box.x2 - side) / 2, (box.y1 + box.y2 - side) / 2];
  return context.createRadialGradient(
    left + x1 * side,
    top + y1 * side,
    r1 * side,
    left + x2 * side,
    top + y2 * side,
    r2 * side,
  );
}

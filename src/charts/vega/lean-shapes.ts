import { isObject } from "../json.ts";
import { createLeanFit, type ProjectionStep } from "./lean-fit.ts";
import type { LendShapes } from "./lend-to-vega.ts";
import type { Vega } from "./vega-modules.ts";

/** What Vega draws the shape of an item on: `null` for the text of an SVG path. */
type Context = Pick<CanvasPath, "moveTo" | "lineTo" | "closePath"> | null;

interface CanvasPath {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
}

/** Draws the shape of an item, or gives it as text. */
interface ShapeOfItem {
  (item: object): string | undefined;
  context(context: Context): ShapeOfItem;
}

interface Pulse {
  readonly SOURCE: number;
  visit(flags: number, visitor: (item: Record<string, unknown>) => void): Pulse;
}

interface ShapeParameters {
  /** Another object, or one that is changed, for each step of the projection. */
  readonly projection?: object;
  readonly field?: (item: object) => unknown;
  readonly as?: string;
}

/** What Vega's geoshape is: it gives each item what draws it. */
export interface ShapeStep {
  value: ShapeOfItem | null;
  transform(this: ShapeStep, params: ShapeParameters, pulse: Pulse): Pulse;
}

/** An area as it is projected. */
interface Projected {
  path?: AreaPath;
  text?: string | undefined;
}

type ProjectedAreas = WeakMap<object, Projected>;

/**
 * The same with less. Vega projects the corners of an area for every mark that draws it, and for each once to find its bounds and once to write it: of a map of
 * 100,000 corners that is most of what takes time. Here an area is projected once for each of the two, until its projection is another one.
 */
export function createLeanShapes({ transforms }: Pick<Vega, "transforms">): LendShapes {
  const { prototype: shapes } = transforms.geoshape as { readonly prototype: ShapeStep };
  const { prototype: projections } = transforms.projection as { readonly prototype: ProjectionStep };
  const own = { shape: shapes.transform, projection: projections.transform };
  const projected = new WeakMap<object, ProjectedAreas>();
  const fits = createLeanFit(own.projection);
  const ours = new WeakSet<ShapeOfItem>();
  const areasOf = (projection: object): ProjectedAreas => {
    const areas = projected.get(projection) ?? new WeakMap();
    projected.set(projection, areas);
    return areas;
  };
  const shape: ShapeStep["transform"] = function transform(params, pulse) {
    const out = own.shape.call(this, params, pulse);
    const { projection, field = ownDatum, as = "shape" } = params;
    const made = this.value;
    if (!projection || !made || ours.has(made)) return out;
    const kept = keptShape(made, field, areasOf(projection));
    ours.add(kept);
    this.value = kept;
    return out.visit(out.SOURCE, (item) => {
      item[as] = kept;
    });
  };
  const projection: ProjectionStep["transform"] = function transform(params, pulse) {
    const out = fits.call(this, params, pulse);
    if (this.value) projected.delete(this.value);
    return out;
  };
  return () => {
    shapes.transform = shape;
    projections.transform = projection;
    return () => {
      shapes.transform = own.shape;
      projections.transform = own.projection;
    };
  };
}

const ownDatum = (item: object): unknown => (item as { readonly datum?: unknown }).datum;

function keptShape(own: ShapeOfItem, field: (item: object) => unknown, areas: ProjectedAreas): ShapeOfItem {
  let context: Context = null;
  const draw = (item: object): string | undefined => {
    const area = areaOf(field(item));
    if (!area) return own.context(context)(item);
    const known = areas.get(area) ?? {};
    areas.set(area, known);
    if (context === null) {
      known.text ??= own.context(null)(item);
      return known.text;
    }
    if (!known.path) {
      known.path = new AreaPath();
      own.context(known.path)(item);
    }
    known.path.drawOn(context);
    return undefined;
  };
  const kept: ShapeOfItem = Object.assign(draw, {
    context: (given: Context) => {
      context = given;
      return kept;
    },
  });
  return kept;
}

/** The corners of a shape; undefined where it has none: points are drawn by a radius as well. */
function areaOf(shape: unknown): object | undefined {
  const geometry = isObject(shape) && shape.type === "Feature" ? shape.geometry : undefined;
  const isArea = isObject(geometry) && (geometry.type === "Polygon" || geometry.type === "MultiPolygon");
  return isArea ? geometry : undefined;
}

const steps = ["moveTo", "lineTo", "closePath"] as const;

/** Keeps what is drawn of an area, to draw it again: the number of each step and its position, one after the other. */
class AreaPath implements CanvasPath {
  readonly #drawn: number[] = [];

  moveTo(x: number, y: number): void {
    this.#drawn.push(0, x, y);
  }

  lineTo(x: number, y: number): void {
    this.#drawn.push(1, x, y);
  }

  closePath(): void {
    this.#drawn.push(2, 0, 0);
  }

  drawOn(context: CanvasPath): void {
    const drawn = this.#drawn;
    for (let at = 0; at < drawn.length; at += 3) {
      const step = steps[drawn[at] as number];
      if (step === "closePath") context.closePath();
      else if (step) context[step](drawn[at + 1] as number, drawn[at + 2] as number);
    }
  }
}

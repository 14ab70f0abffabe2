import { isObject } from "../json.ts";

type Corners = readonly [readonly [number, number], readonly [number, number]];

/** The part of a projection that is asked to fit a map into its place. */
interface Projection {
  scale(scale: number): Projection;
  translate(offset: readonly [number, number]): Projection;
  readonly path: { bounds(shapes: object): Corners };
}

interface ProjectionParameters {
  readonly fit?: unknown;
  readonly size?: readonly [number, number];
  readonly extent?: unknown;
  readonly clipExtent?: unknown;
  modified(name: string): boolean;
}

/** What Vega's projection is: it changes what it made before. */
export interface ProjectionStep {
  readonly value: object | null;
  transform(this: ProjectionStep, params: ProjectionParameters, pulse: object): object;
}

/** What was fitted, and its bounds at the scale that they are found at. */
interface Fitted {
  readonly shapes: readonly unknown[];
  readonly bounds: Corners;
}

/** Its scale while D3 finds the bounds of what it is fitted to. */
const unitScale = 150;

/** What a fit is told by that changes no bounds. */
const ofPlace: ReadonlySet<string> = new Set(["fit", "size"]);

/**
 * The same with less. Vega projects all corners of a map for its bounds whenever the place has another size, which is several times a chart. They are the
 * same bounds each time, unless the map or the projection is another one.
 */
export function createLeanFit(own: ProjectionStep["transform"]): ProjectionStep["transform"] {
  const known = new WeakMap<object, Fitted>();
  return function transform(params, pulse) {
    const { fit, size, extent, clipExtent } = params;
    const shapes = [fit].flat();
    if (!size || extent || clipExtent || !shapes.every(isCollection)) return own.call(this, params, pulse);
    const before = this.value && !isChanged(params) ? known.get(this.value) : undefined;
    const out = own.call(this, Object.create(params, { fit: { value: undefined } }) as ProjectionParameters, pulse);
    const projection = this.value as Projection & object;
    projection.scale(unitScale).translate([0, 0]);
    const isSame = shapes.length === before?.shapes.length && shapes.every((each, at) => each === before.shapes[at]);
    const bounds = isSame ? before.bounds : projection.path.bounds(asOne(shapes));
    known.set(projection, { shapes, bounds });
    fitInto(projection, size, bounds);
    return out;
  };
}

const isChanged = (params: ProjectionParameters): boolean =>
  Object.keys(params).some((name) => !ofPlace.has(name) && params.modified(name));

/** As D3's `fitSize` does. */
function fitInto(projection: Projection, [width, height]: readonly [number, number], [low, high]: Corners): void {
  const scale = Math.min(width / (high[0] - low[0]), height / (high[1] - low[1]));
  const x = (width - scale * (high[0] + low[0])) / 2;
  const y = (height - scale * (high[1] + low[1])) / 2;
  projection.scale(unitScale * scale).translate([x, y]);
}

/** Vega makes another one whenever one of its shapes may be another; rows it changes in their place. */
const isCollection = (shape: unknown): shape is { readonly features: readonly unknown[] } =>
  isObject(shape) && shape.type === "FeatureCollection";

/** As Vega puts them together. */
const asOne = (shapes: readonly { readonly features: readonly unknown[] }[]): object => ({
  type: "FeatureCollection",
  features: shapes.flatMap(({ features }) => features),
});

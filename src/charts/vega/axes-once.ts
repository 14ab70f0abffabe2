import { isObject, type JsonObject } from "../json.ts";

const channels = ["x", "y"] as const;

/**
 * A Vega-Lite spec whose layers have one axis for each direction, that of the first of them: where all have the same, Vega-Lite works it out for each
 * and finds that all are the same, which takes a seventh of its time.
 */
export function withAxesOnce(spec: JsonObject): JsonObject {
  if (!Array.isArray(spec.layer) || hasResolve(spec)) return spec;
  return channels.reduce(withAxisOnce, spec);
}

function withAxisOnce(spec: JsonObject, channel: string): JsonObject {
  const drawing = unitsOf(spec, channel).filter(({ isApart }) => !isApart);
  const [first, ...others] = drawing;
  // One that is to have no title decides for all.
  const isUntitled = drawing.some(({ title }) => title === null);
  const isAlike = ({ axis, title }: Unit) => axis === first?.axis && (isUntitled || title === first?.title);
  if (first?.axis === undefined || others.length === 0 || !others.every(isAlike)) return spec;
  const own = isUntitled && first.title !== null ? { title: null } : {};
  const axes = new Map(drawing.map(({ layer }) => [layer, layer === first.layer ? own : null]));
  return withAxes(spec, channel, { axes, within: undefined });
}

/** A layer that draws marks itself, and how it draws along a direction. */
interface Unit {
  readonly layer: JsonObject;
  /** Whether it draws by no scale that has an axis. */
  readonly isApart: boolean;
  /** As JSON; undefined where it leaves the axis to Vega-Lite, or has none. */
  readonly axis: string | undefined;
  /** Null where there is to be none; its field where nothing is said. */
  readonly title: unknown;
}

function unitsOf(spec: JsonObject, channel: string, within?: unknown): readonly Unit[] {
  const { encoding, layer } = spec;
  const own = isObject(encoding) && channel in encoding ? encoding[channel] : within;
  if (Array.isArray(layer)) return layer.filter(isObject).flatMap((each) => unitsOf(each, channel, own));
  const definition = isObject(own) ? own : {};
  const { axis } = definition;
  const { title = definition.title === undefined ? definition.field : definition.title } = isObject(axis) ? axis : {};
  return [
    {
      layer: spec,
      isApart: !("field" in definition || "datum" in definition) || definition.scale === null,
      axis: isObject(axis) ? JSON.stringify(axis) : undefined,
      title,
    },
  ];
}

interface WithAxesOptions {
  /** What the axis of a layer has besides; null where it has none. */
  readonly axes: ReadonlyMap<JsonObject, object | null>;
  readonly within: unknown;
}

/** A spec whose layers have these axes. */
function withAxes(spec: JsonObject, channel: string, { axes, within }: WithAxesOptions): JsonObject {
  const { encoding, layer, resolve } = spec;
  const own = isObject(encoding) && channel in encoding ? encoding[channel] : within;
  if (Array.isArray(layer)) {
    const layers = layer.map((each) => (isObject(each) ? withAxes(each, channel, { axes, within: own }) : each));
    const { axis } = isObject(resolve) ? resolve : {};
    const resolved = { axis: { ...(isObject(axis) ? axis : {}), [channel]: "independent" } };
    return layers.every((each, index) => each === layer[index]) ? spec : { ...spec, layer: layers, resolve: resolved };
  }
  const more = axes.get(spec);
  if (more === undefined || !isObject(own)) return spec;
  const axis = more && { ...(isObject(own.axis) ? own.axis : {}), ...more };
  const drawn = { [channel]: { ...own, axis } };
  return { ...spec, encoding: isObject(encoding) ? { ...drawn, ...encoding, ...drawn } : drawn };
}

const hasResolve = ({ resolve, layer }: JsonObject): boolean =>
  resolve !== undefined || (Array.isArray(layer) && layer.filter(isObject).some(hasResolve));

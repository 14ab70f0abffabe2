import { isObject, type JsonObject } from "../json.ts";

const channels = ["x", "y"] as const;

/**
 * A Vega-Lite spec whose layers have one axis for each direction, that of the first of them: where they share its definition, Vega-Lite works it out for
 * each and finds that all are the same, which takes a seventh of its time.
 */
export function withAxesOnce(spec: JsonObject): JsonObject {
  const { layer, encoding, resolve } = spec;
  if (!Array.isArray(layer) || !isObject(encoding) || resolve !== undefined) return spec;
  const layers = layer.filter(isObject);
  const shared = channels.filter(
    (channel) => hasAxis(encoding[channel]) && layers.every((each) => leavesAxis(each, channel)),
  );
  const [first] = shared;
  if (first === undefined || layers.length < 2 || !shared.every((channel) => takesAll(layers[0], channel))) return spec;
  const without = Object.fromEntries(
    shared.map((channel) => [channel, { ...(encoding[channel] as JsonObject), axis: null }]),
  );
  const withoutAxes = (each: JsonObject): JsonObject => ({
    ...each,
    encoding: { ...without, ...(isObject(each.encoding) ? each.encoding : {}) },
  });
  return {
    ...spec,
    layer: layers.map((each, index) => (index === 0 ? each : withoutAxes(each))),
    resolve: { axis: Object.fromEntries(shared.map((channel) => [channel, "independent"])) },
  };
}

const hasAxis = (definition: unknown): boolean =>
  isObject(definition) && typeof definition.field === "string" && isObject(definition.axis);

/** Whether a layer draws along a direction as all do. */
const takesAll = (layer: JsonObject | undefined, channel: string): boolean =>
  layer !== undefined && !Array.isArray(layer.layer) && !(isObject(layer.encoding) && channel in layer.encoding);

/** Whether no part of a layer has a field of its own along a direction, by the scale that has the axis. */
function leavesAxis({ encoding, layer, resolve }: JsonObject, channel: string): boolean {
  const own = isObject(encoding) ? encoding[channel] : undefined;
  const isApart = !isObject(own) || !("field" in own || "datum" in own) || own.scale === null;
  const parts = Array.isArray(layer) ? layer.filter(isObject) : [];
  return isApart && resolve === undefined && parts.every((each) => leavesAxis(each, channel));
}

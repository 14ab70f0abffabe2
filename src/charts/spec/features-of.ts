import { isObject, type JsonObject } from "../json.ts";

/** The rows of a dataset, as its format reads them: those of a GeoJSON collection, or of an object of a topology. */
export function featuresOf(source: unknown, { property, feature }: JsonObject): readonly unknown[] {
  if (Array.isArray(source)) return source;
  if (!isObject(source)) return [];
  const { objects } = source;
  const inner = typeof feature === "string" && isObject(objects) ? objects[feature] : undefined;
  const list = isObject(inner) ? inner.geometries : typeof property === "string" ? source[property] : source.features;
  return Array.isArray(list) ? list : [];
}

/** The texts that shapes have in a property. */
export const textsIn = (shapes: readonly unknown[], property: string): readonly string[] =>
  shapes.flatMap((shape) => {
    const text = isObject(shape) && isObject(shape.properties) ? shape.properties[property] : undefined;
    return typeof text === "string" || typeof text === "number" ? [String(text)] : [];
  });

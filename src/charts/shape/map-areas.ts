import { isObject, type JsonObject } from "../json.ts";

/**
 * Names of the shapes or tiles that rows are joined to, where the spec brings them along: a row may be missing for some.
 * `lookup` is the transform that joins them.
 */
export function mapAreas(lookup: JsonObject | undefined, datasets: unknown): readonly string[] {
  const { from } = lookup ?? {};
  if (!isObject(from) || !isObject(from.data) || typeof from.key !== "string") return [];
  const { data, key } = from;
  const named = isObject(datasets) && typeof data.name === "string" ? datasets[data.name] : undefined;
  const path = key.split(/(?<!\\)\./).map((part) => part.replaceAll("\\", ""));
  return featuresOf(data.values ?? named, isObject(data.format) ? data.format : {})
    .map((feature) => path.reduce<unknown>((value, part) => (isObject(value) ? value[part] : undefined), feature))
    .filter((name) => typeof name === "string");
}

/** The rows of a dataset, as its format reads them: those of a GeoJSON collection, or of an object of a topology. */
function featuresOf(source: unknown, { property, feature }: JsonObject): readonly unknown[] {
  if (Array.isArray(source)) return source;
  if (!isObject(source)) return [];
  const { objects } = source;
  const inner = typeof feature === "string" && isObject(objects) ? objects[feature] : undefined;
  const list = isObject(inner) ? inner.geometries : typeof property === "string" ? source[property] : source.features;
  return Array.isArray(list) ? list : [];
}

/** An object of a spec, before anything is known of it. */
export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where specs hold data: rows may have any keys, so nothing in them is read as a spec. */
const isData = (key: string) => key === "values" || key === "datasets";

/** Visits every object of a spec, outermost first, data apart. Goes no deeper where `visit` returns false. */
export function visitObjects(value: unknown, visit: (object: JsonObject) => unknown): void {
  if (Array.isArray(value)) {
    for (const item of value) visitObjects(item, visit);
  } else if (isObject(value) && visit(value) !== false) {
    for (const key of Object.keys(value)) if (!isData(key)) visitObjects(value[key], visit);
  }
}

/** A copy of a spec in which `change` has rewritten every object, innermost first, data apart. */
export function mapObjects(value: unknown, change: (object: JsonObject) => JsonObject): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = isData(key) ? value[key] : mapObjects(value[key], change);
  return change(copy);
}

/** What an object of a spec names as its data: one source in Vega-Lite, a list of them in Vega. */
export const dataOf = ({ data }: JsonObject): readonly JsonObject[] => [data].flat().filter(isObject);

/** A copy of a spec in which `change` has rewritten every source of data. */
export function mapData(spec: JsonObject, change: (data: JsonObject) => JsonObject): JsonObject {
  const changed = (entry: unknown) => (isObject(entry) ? change(entry) : entry);
  return mapObjects(spec, (object) => {
    if (!("data" in object)) return object;
    return { ...object, data: Array.isArray(object.data) ? object.data.map(changed) : changed(object.data) };
  }) as JsonObject;
}

import { isObject, type JsonObject, visitObjects } from "../json.ts";

/** These make fields that are named by the data, or come with other data. */
const openTransforms = ["pivot", "regression", "loess", "density", "quantile"];

/** Of specs, which never change: several readers ask for the same. */
const known = new WeakMap<JsonObject, ReadonlySet<string> | "open">();

/** Fields that a spec's own transforms make; `open` where only the data could tell. */
export function madeFields(spec: JsonObject): ReadonlySet<string> | "open" {
  const made = known.get(spec) ?? readMade(spec);
  known.set(spec, made);
  return made;
}

function readMade(spec: JsonObject): ReadonlySet<string> | "open" {
  const made = new Set<string>();
  let isOpen = false;
  visitObjects(spec, (object) => {
    for (const name of [object.as].flat()) {
      if (typeof name !== "string") continue;
      made.add(name);
      // A class, and a unit of time, has an end.
      if ("bin" in object || "timeUnit" in object) made.add(`${name}_end`);
    }
    if ("fold" in object && !("as" in object)) made.add("key").add("value");
    // What a lookup brings along has the name that it had, where it is given no other.
    if (isObject(object.from) && Array.isArray(object.from.fields) && !("as" in object))
      for (const name of object.from.fields) made.add(String(name));
    isOpen ||= openTransforms.some((transform) => transform in object);
  });
  return isOpen ? "open" : made;
}

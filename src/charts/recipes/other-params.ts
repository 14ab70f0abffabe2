import { isObject, type JsonObject } from "../json.ts";

/** Where ways to draw a chart have what is compared by itself. */
const apart: ReadonlySet<string> = new Set(["params", "usermeta"]);

/** The values of parameters by which a spec differs from another one, if it differs in nothing else but its notes. */
export function otherParams(one: JsonObject, other: JsonObject): Readonly<Record<string, unknown>> | undefined {
  if (!Array.isArray(one.params) || !Array.isArray(other.params) || one.params.length !== other.params.length)
    return undefined;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const values: Record<string, unknown> = {};
  for (const [index, param] of one.params.entries()) {
    const its: unknown = other.params[index];
    if (isSame(param, its)) continue;
    if (!isObject(param) || !isObject(its) || !isSame({ ...param, value: 0 }, { ...its, value: 0 })) return undefined;
    if (param.value === undefined || its.value === undefined) return undefined;
    values[String(its.name)] = its.value;
  }
  return [...keys].every((key) => apart.has(key) || isSame(one[key], other[key])) ? values : undefined;
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

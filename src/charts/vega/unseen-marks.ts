import { isObject, type JsonObject } from "../json.ts";

/**
 * A compiled (Vega) spec of a recipe without its marks that draw nothing, whatever the rows: they are there for their legends, which stay. Vega has
 * eight operators for each.
 */
export function withoutUnseenMarks(spec: JsonObject): JsonObject {
  if (!Array.isArray(spec.marks)) return spec;
  return { ...spec, marks: spec.marks.filter((mark) => !isObject(mark) || !isUnseen(mark)) };
}

function isUnseen({ type, encode }: JsonObject): boolean {
  const update = isObject(encode) && isObject(encode.update) ? encode.update : {};
  const { opacity, strokeOpacity, text, tooltip } = update;
  if (tooltip !== undefined) return false;
  if (type === "line" && isValue(strokeOpacity, 0)) return true;
  return isValue(opacity, 0) || (type === "text" && isValue(text, ""));
}

const isValue = (channel: unknown, value: unknown): boolean => isObject(channel) && channel.value === value;

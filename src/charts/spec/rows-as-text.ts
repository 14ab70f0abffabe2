import { isObject, type JsonObject, mapData } from "../json.ts";

/**
 * A compiled (Vega) spec with the rows that it holds as JSON text: Vega reads them anew for each run. Given as objects, it
 * would write into them: dates become numbers, and the next run, or the caller, finds numbers.
 */
export const withRowsAsText = (spec: JsonObject): JsonObject => mapData(spec, asText);

function asText(data: JsonObject): JsonObject {
  const { values, format } = data;
  // Signals are told by their key; text is text already.
  const isRows = Array.isArray(values) || (isObject(values) && !("signal" in values));
  const isSignal = isObject(format) && "signal" in format;
  return isRows && !isSignal
    ? { ...data, values: JSON.stringify(values), format: { type: "json", ...(isObject(format) ? format : {}) } }
    : data;
}

import type { Diagnostics } from "../../diagnostics/index.ts";
import { isObject, type JsonObject, visitObjects } from "../json.ts";

/** Data that a Vega-Lite spec can hold or make by itself. */
const ownData = ["values", "sequence", "sphere", "graticule", "name", "url"];

/** Reports a spec that is drawn with its own data, and has none: it would give an empty frame. */
export function checkInlineData(spec: JsonObject, diagnostics: Diagnostics): void {
  let hasData = false;
  visitObjects(spec, ({ data }) => {
    // Templates that a program fills have null there.
    const isEmpty =
      isObject(data) && (data.values === null || (Array.isArray(data.values) && data.values.length === 0));
    hasData ||= isObject(data) && !isEmpty && ownData.some((key) => key in data);
  });
  if (hasData) return;
  diagnostics.error({
    code: "chart-no-data",
    message: "The chart's spec holds no data.",
    hint: 'Give its rows as "data": {"values": […]}.',
  });
}

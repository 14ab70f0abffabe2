import type { Diagnostics } from "../../diagnostics/index.ts";
import { type JsonObject, visitObjects } from "../json.ts";

/** Warns of a compiled (Vega) spec that reads the machine's time zone. */
export function checkTime(spec: JsonObject, diagnostics: Diagnostics): void {
  let found: string | undefined;
  visitObjects(spec, (object) => {
    if (object.type === "time" && "range" in object) found ??= `scale "${String(object.name)}" is in local time`;
    if (object.type === "timeunit" && object.timezone !== "utc") found ??= "a time unit is in local time";
    const expression = object.signal ?? object.expr;
    const call = typeof expression === "string" && /(?<!\w)(timeFormat|timeParse)\(/.exec(expression);
    if (call) found ??= `an expression calls ${call[1]}(), which is in local time`;
  });
  if (!found) return;
  diagnostics.warn({
    code: "chart-local-time",
    message: `The chart depends on the time zone of the machine: ${found}.`,
    hint: 'Use the "utc" scale type, utc time units and utcFormat().',
  });
}

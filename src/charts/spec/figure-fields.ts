import { isObject, type JsonObject, visitObjects } from "../json.ts";
import { plainFieldName } from "./encoded-field.ts";
import { madeFields } from "./made-fields.ts";

/** Fields of the rows that a Vega-Lite spec's encodings read as numbers: quantitative, aggregated or in classes. */
export function figureFields(spec: JsonObject): readonly string[] {
  const made = madeFields(spec);
  const fields = new Set<string>();
  // The last of several dates is a date.
  const dates = new Set<string>();
  visitObjects(spec, (object) => {
    if (object !== spec && isObject(object.data)) return false;
    const definitions = isObject(object.encoding) ? Object.values(object.encoding).flat() : [];
    for (const definition of definitions) {
      if (!isObject(definition) || typeof definition.field !== "string") continue;
      const field = plainFieldName(definition.field);
      if (definition.type === "temporal") dates.add(field);
      if (isNumeric(definition)) fields.add(field);
    }
    return true;
  });
  return [...fields].filter((field) => !dates.has(field) && (made === "open" || !made.has(field)));
}

/** Operations that count whatever a field holds. */
const counting: readonly unknown[] = ["count", "valid", "missing", "distinct"];

function isNumeric({ type, aggregate, bin }: JsonObject): boolean {
  if (aggregate !== undefined) return !counting.includes(aggregate) && !isObject(aggregate);
  return type === "quantitative" || bin === true || isObject(bin);
}

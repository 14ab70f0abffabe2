import type { ChartRow } from "../chart-row.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { Vega } from "../vega/vega-modules.ts";

/** The rows that a spec holds itself at its top, for the description and the table; none where it makes them, or has several. */
export function ownRows({ data, datasets }: JsonObject, vega: Vega): readonly ChartRow[] {
  if (!isObject(data)) return [];
  const named = isObject(datasets) && typeof data.name === "string" ? datasets[data.name] : undefined;
  const values = named ?? data.values ?? undefined;
  // Vega writes into the rows that it reads.
  const isRead = Array.isArray(values) && data.format === undefined;
  const rows = isRead
    ? values
    : values === undefined
      ? []
      : vega.read(structuredClone(values), { parse: "auto", ...(isObject(data.format) ? data.format : {}) });
  return Array.isArray(rows) ? (rows.filter(isObject) as ChartRow[]) : [];
}

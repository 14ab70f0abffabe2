import type { ChartRow } from "../chart-row.ts";
import { isObject, type JsonObject, visitObjects } from "../json.ts";
import type { Vega } from "../vega/vega-modules.ts";
import { plainFieldName } from "./encoded-field.ts";

/** The rows that a spec holds itself at its top, for the description and the table; none where it makes them, or has several. */
export function ownRows(spec: JsonObject, vega: Vega): readonly ChartRow[] {
  const { data, datasets } = spec;
  if (!isObject(data)) return [];
  const named = isObject(datasets) && typeof data.name === "string" ? datasets[data.name] : undefined;
  const values = named ?? data.values ?? undefined;
  // Vega writes into the rows that it reads.
  const isRead = Array.isArray(values) && data.format === undefined;
  const rows = isRead ? values : values === undefined ? [] : readValues(values, { data, times: timesIn(spec), vega });
  return Array.isArray(rows) ? (rows.filter(isObject) as ChartRow[]) : [];
}

interface ReadValuesOptions {
  readonly data: JsonObject;
  /** Fields of dates. */
  readonly times: ReadonlySet<string>;
  readonly vega: Vega;
}

/** Values of a format as numbers where they look so, but for dates: a year in a file is a date as text alone, and milliseconds as a number. */
function readValues(values: unknown, { data, times, vega }: ReadValuesOptions): unknown {
  const format = isObject(data.format) ? data.format : {};
  const read = (parse: "auto" | undefined): unknown => vega.read(structuredClone(values), { parse, ...format });
  const rows = read("auto");
  const isText = typeof values === "string" && format.type !== "json" && format.parse === undefined;
  if (!isText || times.size === 0 || !Array.isArray(rows)) return rows;
  const texts = read(undefined) as readonly JsonObject[];
  const inTexts = [...times].filter((field) => texts[0] && field in texts[0]);
  return rows.map((row: JsonObject, index) => ({
    ...row,
    ...Object.fromEntries(inTexts.map((field) => [field, texts[index]?.[field]])),
  }));
}

/** The fields that a spec takes for dates. */
function timesIn(spec: JsonObject): ReadonlySet<string> {
  const times = new Set<string>();
  visitObjects(spec, ({ field, type, timeUnit }) => {
    if (typeof field === "string" && (type === "temporal" || timeUnit !== undefined)) times.add(plainFieldName(field));
  });
  return times;
}

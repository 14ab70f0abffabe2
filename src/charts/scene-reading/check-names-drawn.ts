import type { ChartRow } from "../chart-row.ts";
import { isObject } from "../json.ts";
import type { ReadMark, SceneItem } from "./read-scene.ts";
import type { DatumTracer } from "./traced-datum.ts";

/** A text that is the name of something else than it stands at. */
export interface Misnamed {
  readonly text: string;
  /** `the label of "Kent"`, `the title of a plot of "Kent"`. */
  readonly of: string;
}

/** Which category of each field stands beside what: the label of a mark, the heading of a small chart, the title of a plot or an axis. */
export function checkNamesDrawn(
  marks: readonly ReadMark[],
  { rows, tracer }: { readonly rows: readonly ChartRow[]; readonly tracer: DatumTracer },
): readonly Misnamed[] {
  const fieldsOfName = indexNames(rows);
  // Most charts have one plot: its rows are asked for once.
  const drawnRows = new Map<SceneItem, readonly ChartRow[]>();
  const rowsOf = (plot: SceneItem): readonly ChartRow[] => {
    const known = drawnRows.get(plot) ?? [
      ...new Set(
        marks
          .filter(({ role, plots }) => role === "mark" && plots.includes(plot))
          .flatMap(({ items }) => items.flatMap(({ datum }) => tracer.trace(datum)?.rows ?? [])),
      ),
    ];
    drawnRows.set(plot, known);
    return known;
  };
  return marks
    .filter(({ type }) => type === "text")
    .flatMap((mark) =>
      mark.items.flatMap((item): readonly Misnamed[] => {
        const text = Array.isArray(item.text) ? item.text.join(" ").trim() : String(item.text ?? "").trim();
        const fields = fieldsOfName.get(text);
        if (!fields || item.opacity === 0) return [];
        const own = standsFor(mark, item, { tracer, rowsOf });
        const named = own && namesOf(own.rows, fields);
        return named && !named.has(text) ? [{ text, of: `${own.of} ${JSON.stringify([...named][0])}` }] : [];
      }),
    );
}

/** Each text of the rows, with the fields that have it. */
function indexNames(rows: readonly ChartRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const field in row) {
      const value = row[field];
      if (typeof value !== "string" || value === "") continue;
      const fields = names.get(value);
      if (fields) fields.add(field);
      else names.set(value, new Set([field]));
    }
  }
  return names;
}

interface StandsFor {
  readonly of: string;
  readonly rows: readonly object[];
}

function standsFor(
  { role, panel, plots }: ReadMark,
  item: SceneItem,
  { tracer, rowsOf }: { readonly tracer: DatumTracer; readonly rowsOf: (plot: SceneItem) => readonly ChartRow[] },
): StandsFor | undefined {
  if (role === "mark") {
    const traced = tracer.trace(item.datum);
    return traced && { of: "the label of", rows: traced.rows };
  }
  if (!/^title-|^(?:axis|legend)-title$/.test(role) || role === "legend-title") return undefined;
  const plot = plots.at(-1);
  const drawn = plot ? rowsOf(plot) : [];
  if (isObject(panel) && role !== "axis-title") return { of: "the heading of the small chart of", rows: [panel] };
  return drawn.length > 0 ? { of: "the title of a plot of", rows: drawn } : undefined;
}

/** What rows are called by these fields; undefined where one of them has no name by any of them. */
function namesOf(rows: readonly object[], fields: ReadonlySet<string>): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const row of rows) {
    const own = [...fields].flatMap((field) => {
      const value = (row as Readonly<Record<string, unknown>>)[field];
      return typeof value === "string" && value !== "" ? [value] : [];
    });
    if (own.length === 0) return undefined;
    for (const name of own) names.add(name);
  }
  return names.size > 0 ? names : undefined;
}

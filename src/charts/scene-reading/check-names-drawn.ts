import { hasNumeral } from "../../language/index.ts";
import type { ChartRow } from "../chart-row.ts";
import { isObject } from "../json.ts";
import type { ReadRows } from "./read-rows.ts";
import type { ReadMark, SceneItem, SortedMarks } from "./read-scene.ts";
import type { DatumTracer } from "./traced-datum.ts";

/** A text that is the name of something else than it stands at. */
export interface Misnamed {
  readonly text: string;
  /** `the label of "Kent"`, `the title of a plot of "Kent"`. */
  readonly of: string;
}

/**
 * Which category of each field stands beside what: the label of a mark, the heading of a small chart, the title of a plot or an axis.
 * @param right labels of which it is known that they name what their figure is of.
 */
export function checkNamesDrawn(
  { texts, data }: Pick<SortedMarks, "texts" | "data">,
  { tracer, fieldsOfName }: Pick<ReadRows, "tracer" | "fieldsOfName">,
  right?: ReadonlyMap<SceneItem, unknown>,
): readonly Misnamed[] {
  // Most charts have one plot: its rows are asked for once.
  const drawnRows = new Map<SceneItem, readonly ChartRow[]>();
  const rowsOf = (plot: SceneItem): readonly ChartRow[] => {
    const known = drawnRows.get(plot) ?? [
      ...new Set(
        data
          .filter(({ plots }) => plots.includes(plot))
          .flatMap(({ items }) => items.flatMap(({ datum }) => tracer.trace(datum)?.rows ?? [])),
      ),
    ];
    drawnRows.set(plot, known);
    return known;
  };
  const found: Misnamed[] = [];
  for (const mark of texts) {
    const { role, items } = mark;
    if (role !== "mark" && !headings.test(role)) continue;
    for (const item of items) {
      const text = nameIn(lineOf(item), fieldsOfName);
      const fields = fieldsOfName.get(text);
      if (text === "" || !fields || item.opacity === 0 || right?.has(item)) continue;
      // Most labels are names of their own rows, or figures: 2013 offences are none of the year 2013.
      const traced = role === "mark" ? tracer.trace(item.datum) : undefined;
      if (traced && (traced.names.has(text) || (wholeNumber.test(text) && traced.own.has(Number(text))))) continue;
      const own = standsFor(mark, item, { tracer, rowsOf });
      const named = own && namesOf(own.rows, fields);
      if (named && !named.has(text)) found.push({ text, of: `${own.of} ${JSON.stringify([...named][0])}` });
    }
  }
  return found;
}

/** A name, or the one that stands before a figure: `Kent: 274`. */
const nameIn = (line: string, names: ReadonlyMap<string, unknown>): string =>
  names.has(line) || !mayStandBefore(line) || !hasNumeral(line) || oneNumber.test(line)
    ? line
    : line.replace(figureBehind, "");

/** A quick look: most labels are figures, in which nothing parts a name from one. */
function mayStandBefore(line: string): boolean {
  for (let at = 1; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (code === 32 || code === 44 || code === 58 || code === 45 || code < 32 || code > 127) return true;
  }
  return false;
}

/** Its thousands are no figure behind a name, where names are whole numbers: 4,000 people of the age 0, and none of the age 4. */
const oneNumber = /^\p{Sc}?\d[\d.,\s]*%?$/u;
const figureBehind = /[\s,:–—-]+\p{Sc}?\d[\d.,]*\s?%?$/u;
const wholeNumber = /^\d+$/;

/** Texts beside a plot that may name what it is of. */
const headings = /^title-|^axis-title$/;

const lineOf = ({ text }: SceneItem): string => (Array.isArray(text) ? text.join(" ") : String(text ?? "")).trim();

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

import { type ChartRow, isCellState } from "../chart-row.ts";
import { isObject, type JsonObject } from "../json.ts";
import { countField, foldField, type MeaningOf } from "./field-meaning.ts";
import { memberTag, peersTag, rowTag } from "./row-tags.ts";

/** What a mark stands for: rows, and all that may be said of them. */
export interface TracedDatum {
  /** The rows of the data that it was made of. */
  readonly rows: readonly ChartRow[];
  /** Figures by value, each with the fields that it is of: those of the rows, and what we work out from several. */
  readonly figures: ReadonlyMap<number, readonly string[]>;
  /** Those of its own rows among them: most marks have no other, and all of them take long to work out. */
  readonly own: ReadonlyMap<number, readonly string[]>;
  /** Whether others than its own rows' were asked for, and there may be some. */
  readonly hasFurther: boolean;
  /** Texts of its rows. */
  readonly names: ReadonlySet<string>;
}

/** Figures that say something of a row's figures, and are none. */
const internal: readonly string[] = ["rounding", rowTag];

/** Finds the rows that a datum of Vega was made of. */
export interface DatumTracer {
  /** Undefined for what was made of no row. */
  trace(datum: unknown): TracedDatum | undefined;
}

/** Finds the rows of marks' data. Each datum is read once. */
export const createDatumTracer = (rows: readonly ChartRow[], meaningOf: MeaningOf): DatumTracer =>
  new TracerOfRows(rows, meaningOf);

/** A class: functions made for each chart would be compiled anew after each collection. */
class TracerOfRows implements DatumTracer {
  readonly #rows: readonly ChartRow[];
  readonly #meaningOf: MeaningOf;
  // No WeakMap: each of its entries is work for the collector, and the scenes of a chart live as long as it is rendered.
  readonly #known = new Map<object, TracedDatum | "none">();
  readonly #ofRow: (TracedDatum | undefined)[] = [];
  readonly #ofMembers = new Map<object, TracedDatum>();
  #byFigure: ReadonlyMap<number, readonly ChartRow[]> | undefined;
  // Asked for by figures that are not their row's own.
  #numericFields: ReadonlySet<unknown> | undefined;

  constructor(rows: readonly ChartRow[], meaningOf: MeaningOf) {
    this.#rows = rows;
    this.#meaningOf = meaningOf;
  }

  trace(datum: unknown): TracedDatum | undefined {
    if (!isObject(datum)) return undefined;
    const before = this.#known.get(datum);
    if (before) return before === "none" ? undefined : before;
    const traced = this.#readDatum(datum);
    this.#known.set(datum, traced ?? "none");
    return traced;
  }

  figuresOf(own: TracedDatum, datum: JsonObject): TracedDatum["figures"] {
    this.#numericFields ??= fieldsOfNumbers(this.#rows);
    const { hasPeers, hasClasses, mayBeFold } = beyondRow(datum, this.#numericFields);
    const withPeers = hasPeers
      ? withDistinct([...this.#peersOf(datum), ...this.#extremesOf(datum)].reduce(merge, own), datum)
      : own;
    const withEnds = hasClasses ? withClasses(withPeers, datum) : withPeers;
    return (mayBeFold ? withFold(withEnds, datum) : withEnds).figures;
  }

  traceOwn(datum: unknown): TracedDatum | undefined {
    if (!isObject(datum)) return undefined;
    const tag = datum[rowTag];
    if (typeof tag === "number") return this.#traceRow(tag);
    return Array.isArray(datum[memberTag]) ? this.#traceMembers(datum[memberTag]) : undefined;
  }

  #readDatum(datum: JsonObject): TracedDatum | undefined {
    const own = this.traceOwn(datum);
    if (own) return new DatumOfRows(own, datum, this);
    this.#byFigure ??= indexFigures(this.#rows);
    return traceByContent(datum, this.#byFigure);
  }

  #traceRow(index: number): TracedDatum | undefined {
    const before = this.#ofRow[index];
    if (before) return before;
    const row = this.#rows[index];
    const traced = row && readRow(row);
    this.#ofRow[index] = traced;
    return traced;
  }

  #traceMembers(members: readonly unknown[]): TracedDatum {
    const traceOwn = (datum: unknown) => this.traceOwn(datum);
    const traced = this.#ofMembers.get(members) ?? takeTogether(members, { traceOwn, meaningOf: this.#meaningOf });
    this.#ofMembers.set(members, traced);
    return traced;
  }

  /** What is said beside a row, or beside the rows that were taken together, of all of their group. */
  #peersOf(datum: JsonObject): readonly TracedDatum[] {
    const own: TracedDatum[] = [];
    for (const key of Object.keys(datum)) {
      const value = key.startsWith(peersTag) ? datum[key] : undefined;
      if (Array.isArray(value)) own.push(this.#traceMembers(value));
    }
    const [first] = Array.isArray(datum[memberTag]) ? datum[memberTag] : [];
    return isObject(first) ? [...own, ...this.#peersOf(first)] : own;
  }

  /** The rows that have the most or the least of a group, which Vega keeps whole (`argmax`). */
  #extremesOf(datum: JsonObject): readonly TracedDatum[] {
    return Object.keys(datum).flatMap((key) => (argument.test(key) ? (this.traceOwn(datum[key]) ?? []) : []));
  }
}

function fieldsOfNumbers(rows: readonly ChartRow[]): ReadonlySet<unknown> {
  const fields = new Set<unknown>();
  for (const row of rows) for (const field in row) if (typeof row[field] === "number") fields.add(field);
  return fields;
}

const argument = /^arg(?:max|min)/;
const distinct = "distinct_";

/** With how many different values a field has among rows that were taken together, where Vega-Lite counted them. */
function withDistinct(traced: TracedDatum, datum: JsonObject): TracedDatum {
  const counted = Object.keys(datum).filter((key) => key.startsWith(distinct));
  if (counted.length === 0) return traced;
  const figures = new Map(traced.figures);
  for (const key of counted) {
    const field = key.slice(distinct.length);
    const count = new Set(traced.rows.map((row) => row[field])).size;
    figures.set(count, [...(figures.get(count) ?? []), countField]);
  }
  return { ...traced, figures };
}

/** What a datum may hold that its row does not: tags of a group, ends of a class, the name of a column that was turned into rows. */
function beyondRow(datum: JsonObject, numericFields: ReadonlySet<unknown>) {
  let hasPeers = Array.isArray(datum[memberTag]);
  let hasClasses = false;
  let mayBeFold = false;
  for (const key in datum) {
    if (key.endsWith("_end")) hasClasses = true;
    else if (key.startsWith(peersTag)) hasPeers = true;
    else if (!mayBeFold) mayBeFold = numericFields.has(datum[key]);
  }
  return { hasPeers, hasClasses, mayBeFold };
}

/** A datum's own rows. What further figures there are is looked for when they are first asked for: most marks are drawn by their row's. */
class DatumOfRows implements TracedDatum {
  readonly rows: TracedDatum["rows"];
  readonly own: TracedDatum["own"];
  readonly names: TracedDatum["names"];
  #figures: TracedDatum["figures"] | undefined;
  readonly #traced: TracedDatum;
  readonly #datum: JsonObject;
  readonly #tracer: TracerOfRows;

  constructor(own: TracedDatum, datum: JsonObject, tracer: TracerOfRows) {
    this.rows = own.rows;
    this.own = own.own;
    this.names = own.names;
    this.#traced = own;
    this.#datum = datum;
    this.#tracer = tracer;
  }

  get hasFurther() {
    return this.#figures !== undefined && this.#figures !== this.own;
  }

  get figures() {
    this.#figures ??= this.#tracer.figuresOf(this.#traced, this.#datum);
    return this.#figures;
  }
}

function readRow(row: ChartRow): TracedDatum {
  const figures = new Map<number, string[]>();
  const names = new Set<string>();
  for (const field in row) {
    const cell = row[field];
    if (typeof cell === "string") names.add(cell);
    if (typeof cell !== "number" || internal.includes(field)) continue;
    const fields = figures.get(cell);
    if (fields) fields.push(field);
    else figures.set(cell, [field]);
  }
  return { rows: [row], figures, own: figures, hasFurther: false, names };
}

function merge(a: TracedDatum, b: TracedDatum): TracedDatum {
  const figures = new Map(a.figures);
  for (const [value, fields] of b.figures) figures.set(value, [...(figures.get(value) ?? []), ...fields]);
  return { ...a, figures };
}

interface TakeTogetherOptions {
  readonly traceOwn: (datum: unknown) => TracedDatum | undefined;
  readonly meaningOf: MeaningOf;
}

/**
 * What may be said of several rows: how many they are, and of each field the sum (where it may be added up), the extremes
 * and the quartiles. A mean is not among them: of rates it is nobody's.
 */
function takeTogether(members: readonly unknown[], { traceOwn, meaningOf }: TakeTogetherOptions): TracedDatum {
  const traced: TracedDatum[] = [];
  for (const member of members) {
    const own = traceOwn(member);
    if (own) traced.push(own);
  }
  const figures = new Map<number, readonly string[]>();
  const add = (value: number, field: string) => figures.set(value, [...(figures.get(value) ?? []), field]);
  const values = new Map<string, number[]>();
  for (const found of traced) {
    for (const [field, value] of firstOfFields(found)) {
      const list = values.get(field);
      if (list) list.push(value);
      else values.set(field, [value]);
    }
  }
  const rows = traced.flatMap((found) => found.rows);
  add(members.length, countField);
  for (const [field, list] of values) {
    const sorted = Float64Array.from(list);
    sorted.sort();
    const meaning = meaningOf(field);
    if (meaning === undefined || (meaning.additive && meaning.addsOver(rows)))
      add(
        sorted.reduce((sum, value) => sum + value, 0),
        field,
      );
    for (const share of [0, 0.25, 0.5, 0.75, 1]) add(quantile(sorted, share), field);
  }
  return { rows, figures, own: figures, hasFurther: false, names: new Set(traced.flatMap(({ names }) => [...names])) };
}

/** Of each field its figure; where rows were taken together, their sum. */
export function firstOfFields({ figures }: TracedDatum): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const [value, fields] of figures) for (const field of fields) if (!first.has(field)) first.set(field, value);
  return first;
}

/** With the ends of a class (`bin`, `bin_end`), and its middle, that holds a figure of each of its rows. */
function withClasses(traced: TracedDatum, datum: JsonObject): TracedDatum {
  const ends = Object.keys(datum).filter((key) => key.endsWith("_end"));
  if (ends.length === 0) return traced;
  const figures = new Map(traced.figures);
  for (const endKey of ends) {
    const key = endKey.slice(0, -"_end".length);
    const [low, high] = [datum[key], datum[endKey]];
    // Of a field of the rows, it is the end of a piece of a stack.
    if (traced.rows.some((row) => key in row)) continue;
    if (typeof low !== "number" || typeof high !== "number") continue;
    const field = Object.keys(traced.rows[0] ?? {}).find((each) =>
      traced.rows.every((row) => typeof row[each] === "number" && isBetween(row[each], low, high)),
    );
    if (field === undefined) continue;
    for (const end of [low, (low + high) / 2, high]) figures.set(end, [...(figures.get(end) ?? []), field]);
  }
  return { ...traced, figures };
}

/** A class begins where a sum of its steps is, which floating point moves by a little. */
const isBetween = (value: number, low: number, high: number): boolean => {
  const slack = Math.max(Math.abs(low), Math.abs(high)) * 1e-9;
  return low - slack <= value && value <= high + slack;
};

/** Of a column that was turned into rows (`key`, `value`), its figure as that of a field that all of them have. */
function withFold(traced: TracedDatum, datum: JsonObject): TracedDatum {
  const [row] = traced.rows;
  if (!row || traced.rows.length > 1) return traced;
  const cells = Object.values(datum);
  const key = cells.find(
    (each) => typeof each === "string" && typeof row[each] === "number" && cells.includes(row[each]),
  );
  const value = typeof key === "string" ? row[key] : undefined;
  if (typeof value !== "number") return traced;
  return { ...traced, figures: new Map(traced.figures).set(value, [...(traced.figures.get(value) ?? []), foldField]) };
}

/** By linear interpolation, as d3 has it (R's type 7). */
function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  return low + (high - low) * (at - Math.floor(at));
}

function indexFigures(rows: readonly ChartRow[]): ReadonlyMap<number, readonly ChartRow[]> {
  const index = new Map<number, ChartRow[]>();
  for (const row of rows) {
    for (const value of Object.values(row)) {
      if (typeof value !== "number") continue;
      const list = index.get(value);
      if (list) list.push(row);
      else index.set(value, [row]);
    }
  }
  return index;
}

/**
 * Of what was looked up or turned (a map's shape with the figure of its area, a column of a table), the row that has the
 * same figure under the same name: a text of the datum, or the name of the field.
 */
function traceByContent(
  datum: JsonObject,
  byFigure: ReadonlyMap<number, readonly ChartRow[]>,
): TracedDatum | undefined {
  const texts = new Set(Object.values(datum).filter((value) => typeof value === "string"));
  const found = new Set<ChartRow>();
  const figures = new Map<number, readonly string[]>();
  for (const [field, value] of Object.entries(datum)) {
    if (typeof value !== "number") continue;
    const row = byFigure
      .get(value)
      ?.find((each) =>
        Object.entries(each).some(
          ([own, cell]) =>
            typeof cell === "string" && (texts.has(cell) || cell === field) && !(own === "state" && isCellState(cell)),
        ),
      );
    if (!row) continue;
    found.add(row);
    figures.set(value, [field]);
  }
  if (found.size === 0) return undefined;
  const names = [...found].flatMap((row) => Object.values(row).filter((value) => typeof value === "string"));
  return { rows: [...found], figures, own: figures, hasFurther: false, names: new Set(names) };
}

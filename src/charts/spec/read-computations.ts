import { isObject, type JsonObject } from "../json.ts";
import { datumFields, figuresTaken, guardedFields } from "./datum-fields.ts";
import { plainFieldName } from "./encoded-field.ts";

/** Something that a chart works out from a field of its rows. */
export interface Computation {
  /** The field of the rows. */
  readonly field: string;
  /** What the chart does with it; `the chart …` goes before, the field after. */
  readonly does: string;
  /** `rows`: it takes many rows together. `cell`: it takes a cell for a number, where a gap would count as 0. */
  readonly over: "rows" | "cell";
  /** Fields by which rows are taken together, where a group of one row is drawn as it is. */
  readonly groupby?: readonly string[];
}

/** Operations that say nothing of how large the figures are. */
const harmless = new Set(["count", "valid", "missing", "distinct", "row_number"]);
const ranks = new Set(["rank", "dense_rank", "percent_rank", "cume_dist", "ntile"]);

type Read = (transform: JsonObject) => readonly (readonly [does: string, field: unknown])[];

/** By type of Vega transform, what it computes from many rows, each with the field that it reads. */
const reads: ReadonlyMap<string, Read> = new Map(
  Object.entries<Read>({
    aggregate,
    joinaggregate: aggregate,
    window: (transform) => [
      ...aggregate(transform),
      ...listOf(transform.ops)
        .filter((op) => ranks.has(String(op)))
        .flatMap(() => fieldsOf(isObject(transform.sort) ? transform.sort.field : undefined))
        .map((field) => ["ranks", field] as const),
    ],
    pivot: ({ value, op = "sum" }) => [[`takes the ${String(op)} of`, value]],
    stack: ({ field }) => [["stacks", field]],
    bin: ({ field }) => [["puts into classes", field]],
    dotbin: ({ field }) => [["puts into classes", field]],
    impute: ({ field }) => [["fills the gaps of", field]],
    density: ({ distribution }) => (isObject(distribution) ? [["shows the distribution of", distribution.field]] : []),
    kde: ({ field }) => [["shows the distribution of", field]],
    quantile: ({ field }) => [["shows the distribution of", field]],
    regression: ({ x, y }) => [x, y].map((field) => ["fits a line to", field]),
    loess: ({ x, y }) => [x, y].map((field) => ["fits a line to", field]),
  }),
);

function aggregate({ ops, fields }: JsonObject): readonly (readonly [string, unknown])[] {
  const names = listOf(ops).map(String);
  return listOf(fields).flatMap((field, index) => {
    const op = names[index] ?? "count";
    return harmless.has(op) || ranks.has(op) ? [] : [[`takes the ${op} of`, field] as const];
  });
}

/**
 * Reads a compiled (Vega) spec for all that it works out from the rows, whatever way it was asked for: an aggregate, bars
 * that Vega-Lite stacks by itself, a box plot, an expression that calculates, a text that writes a field as a number.
 *
 * Arithmetic over two rows at once is only in transforms; what an expression does with a number is not understood.
 */
export function readComputations(spec: JsonObject): readonly Computation[] {
  const computations: Computation[] = [];
  const origins = new Map<string, ReadonlySet<string>>();

  /** The rows' own fields that a field was made of. */
  const rootsOf = (field: string, seen: readonly string[] = []): readonly string[] => {
    const made = origins.get(field);
    if (!made || seen.includes(field)) return [field];
    return [...made].flatMap((source) => rootsOf(source, [...seen, field]));
  };
  const addTotals = (transform: JsonObject) => {
    for (const [does, field] of reads.get(String(transform.type))?.(transform) ?? []) {
      for (const name of fieldsOf(field)) {
        for (const root of rootsOf(name)) {
          const groupby = transform.type === "stack" ? { groupby: fieldsOf(transform.groupby) } : {};
          computations.push({ field: root, does, over: "rows", ...groupby });
        }
      }
    }
  };
  const addCells = (does: string, expression: string, guarded: ReadonlySet<string>) => {
    const own = guardedFields(expression);
    for (const field of datumFields(expression)) {
      if (!own.has(field) && !guarded.has(field)) computations.push({ field, does, over: "cell" });
    }
  };
  const readTransforms = (transforms: unknown, before: ReadonlySet<string>): ReadonlySet<string> => {
    const guarded = new Set(before);
    for (const transform of listOf(transforms).filter(isObject)) {
      const { type, expr, as } = transform;
      if (type === "filter" && typeof expr === "string") for (const field of guardedFields(expr)) guarded.add(field);
      if (type === "formula" && typeof expr === "string" && !isConversion(expr)) {
        addCells("calculates with", expr, guarded);
        if (typeof as === "string") origins.set(as, figuresTaken(expr));
      }
      if (type === "fold") {
        const value = listOf(as)[1] ?? "value";
        origins.set(String(value), new Set(fieldsOf(transform.fields)));
      }
      addTotals(transform);
    }
    return guarded;
  };

  /** `sources`: fields that are known to be figures, by the name of the data. */
  const readScope = (scope: JsonObject, outer: ReadonlyMap<string, ReadonlySet<string>>) => {
    const sources = new Map(outer);
    const { facet } = isObject(scope.from) ? scope.from : {};
    if (isObject(facet)) {
      sources.set(String(facet.name), sources.get(String(facet.data)) ?? new Set());
      if (isObject(facet.aggregate)) addTotals({ type: "aggregate", ...facet.aggregate });
    }
    for (const data of listOf(scope.data).filter(isObject)) {
      sources.set(String(data.name), readTransforms(data.transform, sources.get(String(data.source)) ?? new Set()));
    }
    for (const mark of listOf(scope.marks).filter(isObject)) {
      const guarded = sources.get(isObject(mark.from) ? String(mark.from.data) : "") ?? new Set<string>();
      for (const expression of textExpressions(mark)) addCells("writes", expression, guarded);
      readScope(mark, sources);
    }
  };
  readScope(spec, new Map());
  return computations;
}

/** What Vega-Lite adds to read a field by its type; a gap stays one. */
const isConversion = (expression: string) =>
  /^(?:to(?:Date|Number|Boolean|String)\(datum\[[^\]]*\]\)|toDate\(!isString\(datum\[[^\]]*\]\) \|\| test\(.*\)|utcParse\(datum\[[^\]]*\],[^)]*\))$/.test(
    expression,
  );

/** What a text mark writes: only where a number is formatted, for a gap would be written as 0. */
function textExpressions({ encode }: JsonObject): readonly string[] {
  const { update, enter } = isObject(encode) ? encode : {};
  const texts = [update, enter].flatMap((set) => (isObject(set) ? listOf(set.text) : []));
  return texts.flatMap((text) => {
    if (!isObject(text)) return [];
    if (typeof text.field === "string") return [`datum[${JSON.stringify(plainFieldName(text.field))}]`];
    return typeof text.signal === "string" ? [text.signal] : [];
  });
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const fieldsOf = (value: unknown): readonly string[] =>
  listOf(value).flatMap((field) => (typeof field === "string" ? [plainFieldName(field)] : []));

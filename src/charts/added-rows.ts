import { createDiagnostics, type Diagnostics } from "../diagnostics/index.ts";
import type { ChartLimits } from "./chart-limits.ts";
import type { ChartEngine, ChartProgram } from "./chart-program.ts";
import { type ChartRow, isFigure } from "./chart-row.ts";
import { compileSpec } from "./compile-spec.ts";
import { runRows } from "./draw/run-view.ts";
import { isObject, type JsonObject } from "./json.ts";
import { tookTooLong } from "./run-scene.ts";
import { isTag, memberTag, type RowTags, rowTag } from "./scene-reading/row-tags.ts";
import { prepareSpec } from "./spec/prepare-spec.ts";
import { lendToVega } from "./vega/lend-to-vega.ts";
import { createVegaLog, messageOf } from "./vega/vega-log.ts";
import type { VegaModules } from "./vega/vega-modules.ts";

/** Rows that a chart draws, with those that it was given: the same, unless transforms were added to the spec of a recipe. */
export interface MadeRows {
  readonly rows: readonly ChartRow[];
  readonly given: readonly ChartRow[];
  /** Of which of the given rows each is; empty where they are the same. */
  readonly tagsOf: ReadonlyMap<ChartRow, RowTags>;
}

/** Rows that nothing was done with. */
export const asGiven = (given: readonly ChartRow[]): MadeRows => ({ rows: given, given, tagsOf: new Map() });

/** Does what transforms do with rows. */
export type MakeRows = (
  given: readonly ChartRow[],
  datasets: Readonly<Record<string, readonly ChartRow[]>>,
) => MadeRows;

/** The steps of added transforms as a compiled (Vega) spec has them, from the rows that are given to those that they make. */
export interface StepsBefore {
  readonly data: readonly JsonObject[];
  readonly result: string;
  /** What the rows are called, before and after. */
  readonly dataset: string;
}

interface AddedRows {
  readonly makeRows: MakeRows;
  readonly steps: StepsBefore;
  /** Whether Vega-Lite has something to say of them. */
  readonly isRemarkable: boolean;
}

interface AddedOptions {
  readonly engine: Pick<ChartEngine, "expressions" | "measure" | "runWithin"> & { readonly modules: VegaModules };
  readonly source: ChartProgram["source"];
  /** What the rows are called. */
  readonly dataset: string;
  readonly datasets: unknown;
  readonly widthPx: number;
  readonly limits: ChartLimits;
  readonly trusted: boolean;
}

/** Transforms made ready to run by themselves; undefined where they cannot, as they read what is drawn. */
export function compileAdded(
  added: readonly JsonObject[],
  { engine, source, dataset, datasets, widthPx, limits, trusted }: AddedOptions,
): AddedRows | undefined {
  const { modules, measure, expressions, runWithin } = engine;
  const { vega } = modules;
  const prepared = prepareSpec({
    spec: { datasets: isObject(datasets) ? datasets : {}, data: { name: dataset }, transform: added, mark: "point" },
    widthPx,
    data: "rows",
  });
  const found = createDiagnostics(source);
  const compiled = lendToVega(vega, { measure }, () =>
    compileSpec(modules, {
      prepared,
      config: {},
      fieldTitle: () => "",
      trusted,
      isOfRecipe: false,
      diagnostics: found,
    }),
  );
  const [points] = [compiled?.spec.marks].flat().filter(isObject);
  if (!compiled || !isObject(points?.from)) return undefined;
  const result = String(points.from.data);
  const makeRows: MakeRows = (given, others) => {
    const diagnostics = createDiagnostics(source);
    const tagged = given.map((row, index) => ({ ...row, [rowTag]: index }));
    const named = Object.entries(others).filter(([name]) => prepared.datasets.includes(name));
    const data = new Map<string, readonly ChartRow[]>([...named, [dataset, tagged]]);
    const run = () =>
      lendToVega(vega, { measure, makesView: true }, () =>
        runWithin(limits.milliseconds, () =>
          runRows(vega, {
            runtime: compiled.runtimeFor(true),
            expressions,
            data,
            result,
            logger: createVegaLog(diagnostics),
          }),
        ),
      );
    const made = within(run, diagnostics);
    if (made?.stopped) diagnostics.error(tookTooLong(limits));
    diagnostics.throwIfErrors();
    return rowsOf(made?.result ?? [], given);
  };
  const data = [compiled.spec.data].flat().filter(isObject);
  return { makeRows, steps: { data, result, dataset }, isRemarkable: found.all.length > 0 };
}

/** A compiled spec that begins with these steps: what it works out of the rows that are given, and not of those that they make. */
export function withStepsBefore(spec: JsonObject, { data, result, dataset }: StepsBefore): JsonObject {
  const nameOf = (name: unknown): string => `before ${String(name)}`;
  const before = data.map(({ name, source, ...step }) => ({
    ...step,
    name: nameOf(name),
    ...(source === undefined ? {} : { source: nameOf(source) }),
  }));
  const own = [spec.data].flat().filter(isObject);
  const after = own.map((each) => (each.name === dataset ? { ...each, source: nameOf(result) } : each));
  return { ...spec, data: [...before, ...after] };
}

function within<Made>(run: () => Made, diagnostics: Diagnostics): Made | undefined {
  try {
    return run();
  } catch (thrown) {
    diagnostics.error({ code: "chart-failed", message: messageOf(thrown) });
    return undefined;
  }
}

function rowsOf(made: readonly JsonObject[], given: readonly ChartRow[]): MadeRows {
  const tagsOf = new Map<ChartRow, RowTags>();
  const rows = made.map((datum) => {
    const own = typeof datum[rowTag] === "number" ? given[datum[rowTag]] : undefined;
    const cells = Object.entries(datum).filter(([field, cell]) => !isTag(field) && cell !== undefined);
    const row = Object.fromEntries(cells.map(([field, cell]) => [field, plain(cell, own?.[field])])) as ChartRow;
    // A row that nothing has changed is known by who gave it.
    const known = own && isSame(row, own) ? own : row;
    tagsOf.set(known, Object.fromEntries(Object.entries(datum).filter(([field]) => isTag(field))));
    return known;
  });
  return { rows, given, tagsOf };
}

/** Vega reads dates of texts where a transform asks for their parts. */
const plain = (cell: unknown, given: ChartRow[string] | undefined): unknown =>
  cell instanceof Date ? (given ?? cell.toISOString()) : cell;

const isSame = (row: ChartRow, other: ChartRow): boolean => {
  const fields = Object.keys(row);
  return fields.length === Object.keys(other).length && fields.every((field) => Object.is(row[field], other[field]));
};

/** The given rows that others were made of, each once, in the order of these. */
export function rowsBehind(rows: readonly ChartRow[], { given, tagsOf }: MadeRows): readonly ChartRow[] {
  if (tagsOf.size === 0) return rows;
  const behind = new Set<ChartRow>();
  const add = (tags: RowTags | undefined): void => {
    const own = given[tags?.[rowTag] ?? -1];
    if (own) behind.add(own);
    for (const member of tags?.[memberTag] ?? []) add(member);
  };
  for (const row of rows) add(tagsOf.get(row));
  return [...behind];
}

/** The given row that a row is of, where a figure of it is still the same. */
export function rowOfFigure(row: ChartRow, field: string, { given, tagsOf }: MadeRows): ChartRow {
  const own = given[tagsOf.get(row)?.[rowTag] ?? -1];
  return own && isFigure(row[field]) && own[field] === row[field] ? own : row;
}

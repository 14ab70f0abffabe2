import { createDiagnostics, type Diagnostics } from "../diagnostics/index.ts";
import type { ChartProgram } from "./chart-program.ts";
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

interface AddedOptions {
  readonly modules: VegaModules;
  /** Of the spec that they were added to, as a whole. */
  readonly program: ChartProgram;
  readonly datasets: unknown;
  readonly trusted: boolean;
}

/** Transforms made ready to run by themselves; undefined where they cannot, as they read what is drawn. */
export function compileAdded(
  added: readonly JsonObject[],
  { modules, program, datasets, trusted }: AddedOptions,
): MakeRows | undefined {
  const { source, engine, facts, allowance } = program;
  const { vega, measure, expressions, runWithin } = engine;
  const { dataset } = facts.prepared;
  if (dataset === undefined) return undefined;
  const prepared = prepareSpec({
    spec: { datasets: isObject(datasets) ? datasets : {}, data: { name: dataset }, transform: added, mark: "point" },
    widthPx: facts.widthPx,
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
  return (given, others) => {
    const diagnostics = createDiagnostics(source);
    const tagged = given.map((row, index) => ({ ...row, [rowTag]: index }));
    const named = Object.entries(others).filter(([name]) => prepared.datasets.includes(name));
    const data = new Map<string, readonly ChartRow[]>([...named, [dataset, tagged]]);
    const run = () =>
      lendToVega(vega, { measure, makesView: true }, () =>
        runWithin(allowance.limits.milliseconds, () =>
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
    if (made?.stopped) diagnostics.error(tookTooLong(allowance.limits));
    diagnostics.throwIfErrors();
    return rowsOf(made?.result ?? [], given);
  };
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

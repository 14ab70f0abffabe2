import { createDiagnostics } from "../diagnostics/index.ts";
import type { ChartRow } from "./chart-row.ts";
import { isObject, type JsonObject } from "./json.ts";
import { readRecipeNotes } from "./recipes/recipe-notes.ts";
import { recipeDataset } from "./recipes/recipe-spec.ts";
import { type LoadResource, loadData } from "./spec/load-data.ts";
import { ownRows } from "./spec/own-rows.ts";
import { loadVega } from "./vega/load-vega.ts";

interface RowsOfRecipeOptions {
  /** Rows that its data may name. */
  readonly datasets: Readonly<Record<string, readonly ChartRow[]>> | undefined;
  readonly load: LoadResource | undefined;
  readonly source: { readonly id: string; readonly file: string | undefined };
}

/** A recipe's spec as the recipe made it, to be given its rows, and the rows that it held. */
export interface RecipeWithRows {
  readonly spec: JsonObject;
  readonly rows: readonly ChartRow[];
  /** Rows of its other data. */
  readonly datasets: Readonly<Record<string, readonly ChartRow[]>>;
}

/**
 * Takes the rows out of a recipe's spec that holds its own data, whichever way it holds them, so that it is drawn as it is with rows that are given: what
 * a recipe draws, and what is said of it, is told by its rows. Undefined for a spec that no recipe made, or that has no rows at its top.
 *
 * Throws a `BriefingError` if data that it names by address cannot be read.
 */
export async function rowsOfRecipe(
  spec: object,
  { load, source, datasets = {} }: RowsOfRecipeOptions,
): Promise<RecipeWithRows | undefined> {
  const given = spec as JsonObject;
  if (!isObject(given) || !isObject(given.data) || readRecipeNotes(given) === undefined) return undefined;
  const diagnostics = createDiagnostics(source);
  const { usermeta, ...own } = given;
  // The notes hold specs that are drawn where this one is not.
  const loaded = load ? await loadData(own, { load, diagnostics }) : own;
  diagnostics.throwIfErrors();
  const { vega } = await loadVega();
  const { [String(given.data.name)]: passed = [], ...others } = datasets;
  const held = ownRows(loaded, vega);
  const rows = held.length > 0 ? held : passed;
  return rows.length > 0 ? { spec: { ...withoutRows(loaded), usermeta }, rows, datasets: others } : undefined;
}

/** The spec with its top-level data open for rows, by the name that parts of it know them by. */
function withoutRows({ datasets, ...spec }: JsonObject): JsonObject {
  const { name } = spec.data as JsonObject;
  const others = isObject(datasets) ? Object.entries(datasets).filter(([key]) => key !== name) : [];
  return {
    ...spec,
    data: recipeDataset,
    ...(others.length > 0 ? { datasets: Object.fromEntries(others) } : {}),
  };
}

import type { Runtime } from "vega";
import { isObject } from "./json.ts";

interface Ingested {
  $ingest: unknown;
}

/**
 * Vega writes into the rows that a spec holds itself: fields that its transforms make, places that a force finds. Gives
 * what lays fresh copies of them into a parsed spec, for each run: runs must not see each other, nor callers their specs
 * changed.
 */
export function createFreshRows(runtime: Runtime): () => void {
  const holders: { readonly holder: Ingested; readonly rows: readonly unknown[] }[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if ("$ingest" in value) {
      const holder = value as Ingested;
      if (Array.isArray(holder.$ingest)) holders.push({ holder, rows: holder.$ingest });
    } else for (const inner of Object.values(value)) visit(inner);
  };
  visit(runtime);
  return () => {
    for (const { holder, rows } of holders) holder.$ingest = rows.map((row) => (isObject(row) ? { ...row } : row));
  };
}

import { type Claim, type ClaimTable, type Evidence, tableCells } from "../claims/index.ts";
import type { PrintedIds } from "../record/index.ts";
import type { RowOrigins } from "./traced-rows.ts";

interface Printed {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly tables: ReadonlyMap<string, ClaimTable>;
  readonly chartOrigins: ReadonlyMap<string, RowOrigins>;
  readonly printed: PrintedIds;
}

/** The cells that printed claims rest on, whether in the text, in tables or in charts. */
export function evidenceOfPrinted({ claims, tables, chartOrigins, printed }: Printed): readonly Evidence[] {
  const cells = tableCells(tables);
  const drawn = [...chartOrigins].flatMap(([id, rows]) =>
    printed.charts.has(id) ? [...rows.values()].flatMap((fields) => [...fields.values()]) : [],
  );
  return [
    ...[...claims.values(), ...cells].flatMap(({ id, evidence }) => (printed.figures.has(id) ? evidence : [])),
    ...drawn.flatMap(({ origin }) => (origin.kind === "claim" ? origin.claim.evidence : [])),
  ];
}

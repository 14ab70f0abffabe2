import type { Dataset } from "../../dataset/index.ts";

/** The known figures of some measures in one place. */
export interface FiguresOfRow {
  readonly at: Readonly<Record<string, string>>;
  readonly values: ReadonlyMap<string, number>;
}

/** The known figures of measures, for each place where any has one. */
export function figuresByRow({ observations }: Dataset, among: ReadonlySet<string>): readonly FiguresOfRow[] {
  const rows = new Map<string, FiguresOfRow & { readonly values: Map<string, number> }>();
  for (const { measure, at, cell } of observations) {
    if (!among.has(measure) || cell.state !== "value") continue;
    const key = JSON.stringify(Object.entries(at));
    const row = rows.get(key) ?? { at, values: new Map<string, number>() };
    rows.set(key, row);
    row.values.set(measure, cell.value);
  }
  return [...rows.values()];
}

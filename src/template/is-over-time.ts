import type { RenderedChart } from "../charts/index.ts";
import type { ClaimTable } from "../claims/index.ts";
import type { TemplateInput } from "./rendering.ts";

/** Whether charts and tables of these names show several periods, so that they can be read as a way through time. */
export const areOverTime = (
  input: TemplateInput,
  names: { readonly chart?: string; readonly table?: string },
): boolean => {
  const chart = names.chart === undefined ? undefined : input.charts.get(names.chart);
  const table = names.table === undefined ? undefined : input.tables.get(names.table);
  return (!chart || isChartOverTime(input, chart)) && (!table || isTableOverTime(table));
};

/** A chart whose rows name no period of a dataset has an axis of its own, of which nothing is known. */
function isChartOverTime({ datasets }: TemplateInput, { table: { rows } }: RenderedChart): boolean {
  const labels = new Set([...datasets.values()].flatMap((dataset) => dataset.periods().map(({ label }) => label)));
  const named = new Set(rows.flatMap((row) => Object.values(row)).filter((cell) => labels.has(String(cell))));
  return named.size !== 1;
}

function isTableOverTime({ rows }: ClaimTable): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const periods = new Set(cells.map(({ words: { period } }) => period).filter(Boolean));
  return periods.size > 1 || cells.some(({ kind }) => kind === "change");
}

import { type ChartColumn, type ChartRow, type RenderedChart, roundingOf } from "../../charts/index.ts";
import type { Rendering } from "../rendering.ts";
import { formatColumn } from "./format-column.ts";
import { columnHeading, tableFrame } from "./table-parts.ts";

/** The rows behind a chart as a table; the first column heads the rows. */
export function chartTable(
  rendering: Rendering,
  { id, table }: RenderedChart,
  { caption, regionId }: { readonly caption: string; readonly regionId?: string },
): string {
  const own = rendering.input.chartFormats?.get(id);
  const columns = table.columns.map((column) => {
    const inFull = formatColumn(
      table.rows.map((row) => row[column.id]),
      rendering.input.words,
    );
    return { ...column, format: own ? (value: number) => own(value, column.id) : inFull };
  });
  const texts: string[] = [];
  const print = (row: ChartRow, column: FormattedColumn): string => {
    const value = row[column.id] ?? null;
    const text = typeof value === "number" ? column.format(value) : value === null ? absence(row) : String(value);
    texts.push(text);
    if (!column.numeric) return rendering.trace({ kind: "metadata" }, text);
    return rendering.trace({ kind: "cell", id, value: typeof value === "number" ? value : null }, text);
  };
  const rows = table.rows.map((row) => {
    const highlight = row.highlight === true;
    const cells = columns.map((column, index) => {
      const html = print(row, column);
      if (index > 0) return `<td${column.numeric ? ' class="numeric"' : ""}>${html}</td>`;
      return `<th scope="row">${html}${highlight ? ` <span class="this-row">(${rendering.phrase("highlighted")})</span>` : ""}</th>`;
    });
    return `<tr${highlight ? ' class="highlight"' : ""}>${cells.join("")}</tr>`;
  });
  const head = columns.map(({ label, numeric }) =>
    columnHeading(rendering.trace({ kind: "chart", id }, label), numeric),
  );
  const base = roundingOf(table.rows);
  const { notes } = rendering.input.words;
  const remarks = base > 1 ? [rendering.trace({ kind: "chart", id }, notes.rounded({ base }))] : [];
  const place = regionId === undefined ? {} : { id: regionId };
  return tableFrame(rendering, { className: "figures chart-figures", ...place, caption, head, rows, texts, remarks });
}

/** Of the figures behind a chart, where the template places them. */
export const dataId = ({ attribute }: Rendering, { id }: RenderedChart): string => `chart-${attribute(id)}-data`;

interface FormattedColumn extends ChartColumn {
  readonly format: (value: number) => string;
}

const absence = ({ state }: ChartRow) => (state === "suppressed" ? "[c]" : "[x]");

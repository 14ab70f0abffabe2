import type { ChartRow, RenderedChart } from "../../charts/index.ts";
import type { Rendering } from "../rendering.ts";
import { formatColumn } from "./format-column.ts";
import { columnHeading, tableFrame } from "./table-parts.ts";

/** The rows behind a chart as a table; the first column heads the rows. */
export function chartTable(
  rendering: Rendering,
  { id, table: { columns, rows } }: RenderedChart,
  caption: string,
): string {
  const formats = columns.map((column) => (column.numeric ? formatColumn(rows.map((row) => row[column.id])) : String));
  const cell = (row: ChartRow, index: number) => {
    const value = row[columns[index]?.id ?? ""] ?? null;
    return value === null ? absence(row) : (formats[index]?.(value) ?? "");
  };
  const printed = rows.map((row) => columns.map((_, index) => cell(row, index)));
  return tableFrame({
    className: "figures chart-figures",
    caption,
    head: columns.map(({ label, numeric }) => columnHeading(rendering.trace({ kind: "chart", id }, label), numeric)),
    rows: printed.map((texts, rowIndex) => {
      const cells = texts.map((text, index) => {
        if (index === 0) return `<th scope="row">${rendering.trace({ kind: "metadata" }, text)}</th>`;
        const { numeric = false, id: field = "" } = columns[index] ?? {};
        if (!numeric) return `<td>${rendering.trace({ kind: "metadata" }, text)}</td>`;
        const value = rows[rowIndex]?.[field];
        const run = { kind: "cell", id, value: typeof value === "number" ? value : null } as const;
        return `<td class="numeric">${rendering.trace(run, text)}</td>`;
      });
      return `<tr${rows[rowIndex]?.highlight === true ? ' class="highlight"' : ""}>${cells.join("")}</tr>`;
    }),
    texts: printed.flat(),
  });
}

const absence = ({ state }: ChartRow) => (state === "suppressed" ? "[c]" : "[x]");

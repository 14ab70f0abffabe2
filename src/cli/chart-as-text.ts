import type { RenderedChart } from "../charts/index.ts";

/** A chart without its picture, as Markdown: its alt text, its long description, and the table of its data. */
export function chartAsText(title: string, { alt, longDescription, table }: RenderedChart): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rows = table.rows.map((row) => line(table.columns.map(({ id }) => cellText(row[id]))));
  const head = [line(table.columns.map(({ label }) => cellText(label))), line(table.columns.map(alignment))];
  const parts = [
    `# ${plainText(title)}`,
    plainText(alt),
    ...longDescription.split("\n").map(plainText),
    table.columns.length > 0 ? [...head, ...rows].join("\n") : "",
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const alignment = ({ numeric }: { readonly numeric: boolean }): string => (numeric ? "---:" : "---");

/** Text of data that Markdown leaves as it is, on one line. */
const plainText = (text: string): string =>
  text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_{}[\]<>#|]/g, "\\$&")
    .trim();

const cellText = (cell: string | number | boolean | null | undefined): string =>
  cell === null || cell === undefined ? "" : plainText(String(cell));

/** Rows of texts, the first column to the left, the others to the right. */
export function printTable(rows) {
  const widths = rows[0].map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  const line = (row) =>
    row.map((text, index) => (index === 0 ? text.padEnd(widths[0]) : text.padStart(widths[index]))).join("  ");
  console.log(`${rows.map(line).join("\n")}\n`);
}

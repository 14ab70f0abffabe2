// One large document in a process of its own, so that its peak of memory is its own: node large-document.mjs KIND SIZE.
import { bundledFonts, createFontSet, createPdfFormatter } from "briefwright/pdf";
import { createJiti } from "jiti";
import { peakMemory } from "./peak-memory.mjs";

const { makeLongReport } = await createJiti(import.meta.url).import("../pdf/cases/make-reports.ts");

const cells = (count, cell) => Array.from({ length: count }, (_, index) => cell(index)).join("");
const table = (rows, columns, css = "") =>
  `<html lang="en"><title>Table</title><style>${css}</style><body><table><thead><tr>` +
  `${cells(columns, (column) => `<th>Column ${column}</th>`)}</tr></thead>` +
  `${cells(rows, (row) => `<tr>${cells(columns, (column) => `<td>${column === 1 ? "area" : row + column}</td>`)}</tr>`)}</table>`;

const kinds = {
  report: (chapters) => makeLongReport(chapters),
  table: (rows) => table(rows, 2, "tr:nth-child(even) td { background: #eee }"),
  "wide-table": (rows) => table(rows, 20, "@page { size: A3 landscape } td, th { padding: 1pt 2pt; font-size: 7pt }"),
};

const [kind, size] = process.argv.slice(2);
const html = kinds[kind](Number(size));
const formatter = createPdfFormatter({ fonts: createFontSet(await bundledFonts()), stylesheets: [] });
const start = performance.now();
const { bytes, pageCount } = await formatter.render(html, { date: new Date(0) });
const ms = performance.now() - start;
const peakMb = peakMemory();
console.log(JSON.stringify({ ms, pageCount, peakMb, megabytes: bytes.length / 1e6 }));

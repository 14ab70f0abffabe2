import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The pages of all areas, in their order, as sources that Typst makes the same of: words, tables, and charts as SVG files beside them. */
export async function writeTypstSources(pages, folder) {
  await mkdir(folder, { recursive: true });
  for (const [index, blocks] of pages.entries()) {
    const area = String(index).padStart(3, "0");
    const charts = [];
    const nameOf = (at) => `chart-${area}-${at}.svg`;
    const addChart = (svg) => nameOf(charts.push(svg) - 1);
    const body = blocks.map((block) => contents[block.kind](block, addChart));
    for (const [at, svg] of charts.entries()) await writeFile(join(folder, nameOf(at)), svg);
    await writeFile(join(folder, `page-${area}.typ`), `${head}${body.join("\n")}\n`);
  }
}

const head = `#set document(title: "Briefing", date: none)
#set page(paper: "a4", footer: context [Page #counter(page).display() of #counter(page).final().first()])
#set text(font: "Inter", size: 10pt, lang: "en")
`;

const quoted = (text) => JSON.stringify(text);

const contents = {
  chart: ({ svg }, addChart) => `#image("${addChart(svg)}", width: 480pt, alt: "A chart")`,
  heading: ({ text }) => `#heading(${quoted(text)})`,
  paragraph: ({ text }) => `#par(${quoted(text)})`,
  table({ rows: [first, ...others] }) {
    const cell = ({ text, isHead }) => (isHead ? `strong(${quoted(text)})` : quoted(text));
    const row = (cells) => cells.map(cell).join(", ");
    const columns = first.map((_, index) => (index === 0 ? "1fr" : "auto")).join(", ");
    const stroke = "stroke: (bottom: 0.5pt + gray)";
    return `#table(columns: (${columns}), ${stroke}, table.header(${row(first)}), ${others.map(row).join(", ")})`;
  },
};

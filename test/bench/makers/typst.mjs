import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { interFolder } from "../inter-file.mjs";
import { requireTool } from "../tools.mjs";

const binding = "@myriaddreamin/typst-ts-node-compiler";

/** Typst, in this process, draws the same words, table and charts, which it is given finished: those of one area after another. */
export const maker = {
  name: "Typst, an equivalent page",
  missing: "PDF/A and PDF/UA in one, links",
  available: () => requireTool(binding) !== undefined,
  async open({ areasFile }) {
    const folder = dirname(areasFile);
    const { NodeCompiler } = requireTool(binding);
    const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [interFolder] }] });
    const sources = await writeSources(areasFile, folder);
    let made = 0;
    return {
      async make() {
        const mainFilePath = sources[made % sources.length];
        made += 1;
        const pdf = compiler.pdf({ mainFilePath }, { pdfStandard: "ua-1" });
        // As its own command does while it watches. A page that comes again after all others is made again.
        compiler.evictCache(10);
        return pdf;
      },
      async close() {},
    };
  },
};

async function writeSources(areasFile, folder) {
  const sources = [];
  for (const [area, blocks] of JSON.parse(await readFile(areasFile, "utf8")).entries()) {
    const charts = [];
    const nameOf = (index) => `chart-${area}-${index}.svg`;
    const addChart = (svg) => nameOf(charts.push(svg) - 1);
    const body = blocks.map((block) => contents[block.kind](block, addChart));
    for (const [index, svg] of charts.entries()) await writeFile(join(folder, nameOf(index)), svg);
    const source = join(folder, `page-${area}.typ`);
    await writeFile(source, `${head}${body.join("\n")}\n`);
    sources.push(source);
  }
  return sources;
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

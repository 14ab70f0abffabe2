import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pythonMaker } from "../python-maker.mjs";

/** Typst draws the same words, table and charts, which it is given finished. */
export const maker = pythonMaker({
  name: "Typst, an equivalent page",
  missing: "PDF/A and PDF/UA in one, links",
  module: "typst",
  inputs: writeSource,
  script: `
import typst
def make(target, fonts, source):
    typst.compile(source, output=target, font_paths=[fonts], pdf_standards=["ua-1"])
`,
});

async function writeSource({ blocksFile }) {
  const folder = dirname(blocksFile);
  const charts = [];
  const body = JSON.parse(await readFile(blocksFile, "utf8")).map((block) => contents[block.kind](block, charts));
  for (const [index, svg] of charts.entries()) await writeFile(join(folder, `chart-${index}.svg`), svg);
  const source = join(folder, "page.typ");
  await writeFile(source, `${head}${body.join("\n")}\n`);
  return [source];
}

const head = `#set document(title: "Briefing", date: none)
#set page(paper: "a4", footer: context [Page #counter(page).display() of #counter(page).final().first()])
#set text(font: "Inter", size: 10pt, lang: "en")
`;

const quoted = (text) => JSON.stringify(text);

const contents = {
  chart: ({ svg }, charts) => `#image("chart-${charts.push(svg) - 1}.svg", width: 480pt, alt: "A chart")`,
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

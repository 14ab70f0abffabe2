import { readFile } from "node:fs/promises";
import { interFile } from "../inter-file.mjs";
import { requireTool } from "../tools.mjs";

const fonts = {
  Inter: {
    normal: interFile("regular"),
    bold: interFile("bold"),
    italics: interFile("italic"),
    bolditalics: interFile("bold-italic"),
  },
};

/** pdfmake draws the same words, table and charts, which it is given finished. */
export const maker = {
  name: "pdfmake, an equivalent page",
  missing: "tags, PDF/A, links",
  available: () => requireTool("pdfmake") !== undefined,
  async open({ blocksFile }) {
    const pdfmake = requireTool("pdfmake");
    pdfmake.setFonts(fonts);
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setLocalAccessPolicy(() => true);
    const blocks = JSON.parse(await readFile(blocksFile, "utf8"));
    return {
      make: () =>
        pdfmake
          .createPdf({
            content: blocks.map((block) => contents[block.kind](block)),
            defaultStyle: { font: "Inter", fontSize: 10 },
            footer: (page, pages) => ({ text: `Page ${page} of ${pages}`, margin: [40, 10] }),
          })
          .getBuffer(),
      async close() {},
    };
  },
};

const contents = {
  chart: ({ svg }) => ({ svg, width: 480, margin: [0, 8] }),
  heading: ({ text }) => ({ text, bold: true, fontSize: 15, margin: [0, 12, 0, 4] }),
  paragraph: ({ text }) => ({ text, margin: [0, 0, 0, 6] }),
  table({ rows }) {
    const widths = rows[0].map((_, index) => (index === 0 ? "*" : "auto"));
    const body = rows.map((row) => row.map(({ text, isHead }) => ({ text, bold: isHead })));
    return { table: { headerRows: 1, widths, body }, layout: "lightHorizontalLines" };
  },
};

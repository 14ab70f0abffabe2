import { readFile } from "node:fs/promises";
import { bundledFonts, createFontSet, createPdfFormatter } from "briefwright/pdf";

/** The finished HTML of a briefing, with its charts as SVG, through the formatter alone. */
export const maker = {
  name: "briefwright/pdf, the same HTML",
  missing: "claims and charts, which it is given",
  available: () => true,
  async open({ htmlFile }) {
    const html = await readFile(htmlFile, "utf8");
    const formatter = createPdfFormatter({ fonts: createFontSet(await bundledFonts()), stylesheets: [] });
    return {
      async make() {
        const { bytes } = await formatter.render(html, { date: new Date(0), lenient: true });
        return bytes;
      },
      async close() {},
    };
  },
};

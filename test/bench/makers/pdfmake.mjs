import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { requireTool } from "../tools.mjs";

const font = (face) => fileURLToPath(new URL(`../../../templates/fonts/inter-${face}.ttf`, import.meta.url));
const fonts = {
  Inter: { normal: font("regular"), bold: font("bold"), italics: font("italic"), bolditalics: font("bold-italic") },
};

/** pdfmake draws the same words, table and charts, which it is given finished. Its PDF has no tags. */
export const maker = {
  name: "pdfmake, an equivalent page",
  available: () => requireTool("pdfmake") !== undefined,
  async open({ contentFile }) {
    const pdfmake = requireTool("pdfmake");
    pdfmake.setFonts(fonts);
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setLocalAccessPolicy(() => true);
    const content = await readFile(contentFile, "utf8");
    return {
      make: () =>
        pdfmake
          .createPdf({
            content: JSON.parse(content),
            defaultStyle: { font: "Inter", fontSize: 10 },
            footer: (page, pages) => ({ text: `Page ${page} of ${pages}`, margin: [40, 10] }),
          })
          .getBuffer(),
      async close() {},
    };
  },
};

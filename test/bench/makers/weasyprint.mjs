import { pythonMaker } from "../python-maker.mjs";

/** WeasyPrint prints the HTML that briefwright made, its fonts included. */
export const maker = pythonMaker({
  name: "WeasyPrint, the same HTML",
  missing: "",
  module: "weasyprint",
  inputs: async ({ htmlFile }) => [htmlFile],
  script: `
import weasyprint
def make(target, fonts, html):
    weasyprint.HTML(filename=html).write_pdf(target, pdf_variant="pdf/ua-1")
`,
});

import { maker as formatter } from "./briefwright-formatter.mjs";
import { maker as html } from "./briefwright-html.mjs";
import { maker as pdf } from "./briefwright-pdf.mjs";
import { maker as chromium } from "./chromium.mjs";
import { maker as pdfmake } from "./pdfmake.mjs";
import { maker as reactPdf } from "./react-pdf.mjs";
import { maker as typst } from "./typst.mjs";
import { maker as weasyprint } from "./weasyprint.mjs";

/** Every way to make the briefing that is measured, by the name of its file. */
export const makers = {
  "briefwright-pdf": pdf,
  "briefwright-html": html,
  "briefwright-formatter": formatter,
  chromium,
  pdfmake,
  "react-pdf": reactPdf,
  weasyprint,
  typst,
};

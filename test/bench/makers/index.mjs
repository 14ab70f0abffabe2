import { maker as html } from "./briefwright-html.mjs";
import { maker as pdf } from "./briefwright-pdf.mjs";
import { maker as chromium } from "./chromium.mjs";
import { maker as pdfmake } from "./pdfmake.mjs";

/** Every way to make the briefing that is measured, by the name of its file. */
export const makers = { "briefwright-pdf": pdf, "briefwright-html": html, chromium, pdfmake };

/** What reads PDFs for pdf.js: it puts itself where that looks for it. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";

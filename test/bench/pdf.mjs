// How long the PDF formatter takes next to pdfkit alone, and how time and memory grow: node test/bench/pdf.mjs, after a build.
import { bundledFonts, createFontSet } from "briefwright";
import { createPdfFormatter } from "briefwright/pdf";
import { createJiti } from "jiti";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import PDFDocument from "pdfkit";
import { median } from "./median.mjs";

const { makeLongReport, makeReports } = await createJiti(import.meta.url).import("../pdf/cases/make-reports.ts");
const fonts = createFontSet(await bundledFonts());
const date = new Date(0);
const runs = 15;

const formatter = createPdfFormatter({ fonts, stylesheets: [] });
const format = (html) => formatter.render(html, { date });

await compareWithLimit();
await reportGrowth();
await reportTable(100_000);

/** Both in turn, so that they meet the same weather. */
async function compareWithLimit() {
  for (const name of ["report-bulletin", "report-handbook"]) {
    const { html } = makeReports().find((report) => report.name === name);
    const { bytes, pageCount } = await format(html);
    const pages = await placedText(bytes);
    const [ours, theirs] = [[], []];
    for (let run = -5; run < runs; run++) {
      const [a, b] = [await timed(() => format(html)), await timed(() => drawWithPdfkit(pages))];
      if (run >= 0) {
        ours.push(a);
        theirs.push(b);
      }
    }
    const [a, b] = [median(ours), median(theirs)];
    console.log(
      `${name}, ${pageCount} pages: ${a.toFixed(1)} ms; pdfkit, the same text at known places, no tags: ${b.toFixed(1)} ms; ${(a / b).toFixed(2)} ×`,
    );
  }
}

/** Time and memory of one document in this process, by its length. */
async function reportGrowth() {
  for (const chapters of [48, 96, 192]) {
    const html = makeLongReport(chapters);
    globalThis.gc?.();
    let pageCount = 0;
    const ms = await timed(async () => {
      ({ pageCount } = await format(html));
    });
    const { rss } = process.memoryUsage();
    console.log(
      `${pageCount} pages: ${(ms / 1000).toFixed(1)} s, ${(ms / pageCount).toFixed(2)} ms a page, ${Math.round(rss / 2 ** 20)} MB`,
    );
  }
}

async function reportTable(count) {
  const rows = Array.from({ length: count }, (_, index) => `<tr><td>${index}</td><td>area</td></tr>`).join("");
  const head = "<thead><tr><th>Number</th><th>Kind</th></tr></thead>";
  const html = `<html lang="en"><title>Table</title><body><table>${head}${rows}</table>`;
  let pageCount = 0;
  const ms = await timed(async () => {
    ({ pageCount } = await format(html));
  });
  console.log(`a table of ${count} rows, ${pageCount} pages: ${(ms / 1000).toFixed(1)} s`);
}

async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** What a finished PDF shows: runs of text with their place, size and face. */
async function placedText(bytes) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width, height] = page.view;
    await page.getOperatorList();
    const { items } = await page.getTextContent();
    const runs = items
      .filter(({ str }) => str.trim() !== "")
      .map(({ str, transform: [size, , , , x, y], fontName }) => ({
        text: str,
        size,
        x,
        y: height - y,
        face: faceOf(page.commonObjs.get(fontName).name),
      }));
    pages.push({ width, height, runs });
  }
  await document.destroy();
  return pages;
}

function faceOf(name) {
  const weight = /Bold/.test(name) ? 700 : 400;
  const style = /Italic/.test(name) ? "italic" : "normal";
  return fonts.match({ families: ["Inter"], weight, style });
}

function drawWithPdfkit(pages) {
  const doc = new PDFDocument({ font: "", autoFirstPage: false });
  const ended = new Promise((resolve) => doc.on("end", resolve));
  doc.on("data", () => {});
  for (const { width, height, runs } of pages) {
    doc.addPage({ size: [width, height], margin: 0 });
    for (const { text, size, x, y, face } of runs) {
      doc.font(face.font, face.id).fontSize(size).text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
    }
  }
  doc.end();
  return ended;
}

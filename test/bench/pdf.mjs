import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bundledFonts, createFontSet, createPdfFormatter } from "briefwright/pdf";
import { create } from "fontkit";
import { createJiti } from "jiti";
import { median } from "./median.mjs";
import { drawWithPdfkit, readMarks } from "./pdfkit-limit.mjs";
import { printTable } from "./print-table.mjs";

const warmUps = 5;
const runs = 15;
const date = new Date(0);

/** The PDF formatter next to what pdfkit alone takes to draw the same marks; then how time and memory grow. */
export async function reportPdf() {
  await reportLimit();
  reportGrowth();
}

/** All in turn, so that they meet the same weather. */
async function reportLimit() {
  const { makeReports } = await createJiti(import.meta.url).import("../pdf/cases/make-reports.ts");
  const fonts = createFontSet(await bundledFonts());
  const faceOf = createFaceFinder(fonts);
  const formatter = createPdfFormatter({ fonts, stylesheets: [] });
  const rows = [["HTML to tagged PDF, and pdfkit drawing the same", "ours", "marks only", "", "with flat tags", ""]];
  for (const name of ["bulletin", "handbook"]) {
    const { html } = makeReports().find((report) => report.name === `report-${name}`);
    const { bytes, pageCount } = await formatter.render(html, { date });
    const pages = await readMarks(bytes, faceOf);
    const ways = [
      () => formatter.render(html, { date }),
      () => drawWithPdfkit(pages, { isTagged: false }),
      () => drawWithPdfkit(pages, { isTagged: true }),
    ];
    const times = ways.map(() => []);
    for (let run = -warmUps; run < runs; run++) {
      for (const [index, way] of ways.entries()) {
        const start = performance.now();
        await way();
        if (run >= 0) times[index].push(performance.now() - start);
      }
    }
    const [ours, plain, tagged] = times.map(median);
    const ratio = (ms) => `${(ours / ms).toFixed(2)} ×`;
    const ms = (value) => `${value.toFixed(1)} ms`;
    rows.push([`${name}, ${pageCount} pages`, ms(ours), ms(plain), ratio(plain), ms(tagged), ratio(tagged)]);
  }
  printTable(rows);
  console.log(
    "pdfkit is given every text, line and area with its place; it breaks no lines, and shapes words as we do.\n" +
      "Flat tags: its own calls, one element for each piece of marked content, no PDF/A, no bookmarks, no links.\n",
  );
}

/** Finds a face as pdfkit reads it, by fontkit, from the name of an embedded font; each is read once, as the fonts of a formatter are. */
function createFaceFinder(fonts) {
  const found = new Map();
  return (name) => {
    const weight = /Bold/.test(name) ? 700 : 400;
    const { id, data } = fonts.match({ families: ["Inter"], weight, style: /Italic/.test(name) ? "italic" : "normal" });
    if (!found.has(id)) found.set(id, { id, font: create(data) });
    return found.get(id);
  };
}

const growth = [
  ...[12, 48, 96, 192, 384].map((chapters) => ["report", chapters, `report of ${chapters} chapters`]),
  ["table", 25_000, "table of 25,000 rows, every second one shaded"],
  ["table", 100_000, "table of 100,000 rows, every second one shaded"],
  ["wide-table", 5_000, "table of 5,000 rows and 20 columns"],
];

/** Each in a process of its own, once, without warming up. */
function reportGrowth() {
  const script = fileURLToPath(new URL("./large-document.mjs", import.meta.url));
  const rows = growth.map(([kind, size, name]) => {
    const { status, stdout } = spawnSync(process.execPath, [script, kind, String(size)], { encoding: "utf8" });
    if (status !== 0) throw new Error(`The ${name} ended with ${status}.`);
    const { ms, pageCount, peakMb, megabytes } = JSON.parse(stdout);
    const times = [`${(ms / 1000).toFixed(1)} s`, `${(ms / pageCount).toFixed(2)} ms`];
    return [name, String(pageCount), ...times, `${Math.round(peakMb)} MB`, `${megabytes.toFixed(1)} MB`];
  });
  printTable([["one document, cold", "pages", "time", "a page", "peak of memory", "file"], ...rows]);
}

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type PdfCanvas, type PdfDrawing, renderPdf } from "../../src/pdf/index.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { fonts } from "./fonts.ts";

const css = readFileSync(new URL("../../templates/briefing.css", import.meta.url), "utf8");

const chart = (heightPx: number): PdfDrawing => ({
  kind: "drawing",
  widthPx: 640,
  heightPx,
  draw(context) {
    const canvas = context as PdfCanvas;
    canvas.font = "12px Inter";
    canvas.fillText("Drawn", 0, 20);
  },
});

const measure = '<p class="chart-measure">Offences a year</p>';

test.each([
  [905, ""],
  [1208, ""],
  [905, measure],
  [1208, measure],
])("a chart of %i px is on the page of its caption, in texts of 6.5 pt %s", async (heightPx, below) => {
  const region = '<div class="chart-region"><img src="chart:own" alt="A chart"></div>';
  const { bytes } = await renderPdf(
    `<main><h1>Charts</h1>${"<p>Words before it.</p>".repeat(20)}<figure class="chart"><figcaption>Its caption</figcaption>${below}${region}</figure></main>`,
    { title: "Charts", lang: "en-GB", date: new Date(0), fonts, css, images: () => chart(heightPx) },
  );
  const pages = (await readPages(bytes, textItems)).map((items) =>
    items.map(({ str, transform }) => ({ str, size: Number(transform[3]) })),
  );
  const page = pages.find((items) => items.some(({ str }) => str === "Its caption"));
  const drawn = page?.find(({ str }) => str === "Drawn");
  expect(drawn).toBeDefined();
  expect(drawn?.size).toBeGreaterThanOrEqual(6.49);
});

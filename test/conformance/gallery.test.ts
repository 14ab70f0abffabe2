import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gallery } from "../charts/gallery/index.ts";
import { compareDrawings, sideBySide } from "./gallery/compare-drawings.ts";
import { drawAsVega } from "./gallery/draw-as-vega.ts";
import { drawPage } from "./gallery/draw-page.ts";
import { galleryExceptions } from "./gallery/gallery-exceptions.ts";
import { openSvgRasteriser, type SvgRasteriser } from "./gallery/open-svg-rasteriser.ts";
import { readPage } from "./gallery/read-page.ts";
import { testWith } from "./test-with.ts";

/** The specs leave dates to our choice of UTC, which Vega by itself takes from the machine. */
process.env.TZ = "UTC";

const leastSimilarity = 0.98;
const mostExceptions = Math.floor(gallery.length * 0.05);

const similarities = new Map<string, number>();
/** Keeps the pages and what differs for whoever looks into it. */
const kept = process.env.PICTURES_FOLDER;
let folder = "";
let rasteriser: SvgRasteriser | undefined;

beforeAll(async () => {
  folder = kept ?? (await mkdtemp(join(tmpdir(), "briefwright-gallery-")));
});

afterAll(async () => {
  await rasteriser?.close();
  if (kept === undefined) await rm(folder, { recursive: true });
  const worstFirst = [...similarities].toSorted(([, a], [, b]) => a - b);
  for (const [name, similarity] of worstFirst) console.log(`${name.padEnd(32)} ${similarity.toFixed(4)}`);
});

describe.each(gallery.map((chart) => [chart.name, chart] as const))("gallery/%s", (name, chart) => {
  testWith(
    "chromium",
    "poppler",
    "checkers",
  )("comes out in PDF as Vega draws it", async () => {
    rasteriser ??= await openSvgRasteriser();
    const svg = await drawAsVega(chart);
    const page = await drawPage(chart);
    const pdf = join(folder, `${name}.pdf`);
    await writeFile(pdf, page.bytes);
    const { widthPx, heightPx } = page.chart;
    const around = {
      x: Math.max(0, widthPx - sizeOf(svg, "width")),
      y: Math.max(0, heightPx - sizeOf(svg, "height")),
    };
    const [read, theirs] = await Promise.all([readPage(pdf), rasteriser.draw(svg, around)]);
    const alike = compareDrawings(read.picture, theirs);
    similarities.set(name, alike.similarity);
    if (kept !== undefined) await writeFile(join(folder, `${name}.png`), sideBySide(read.picture, alike.theirs));

    expect(read.fontsNotEmbedded).toEqual([]);
    for (const text of page.chart.texts) expect(read.words, text).toContain(withoutSpaces(text));
    const exception = galleryExceptions[name];
    expect(alike.similarity).toBeGreaterThanOrEqual(exception?.least ?? leastSimilarity);
    if (exception)
      expect(alike.similarity, "It agrees now: take it out of gallery-exceptions.ts.").toBeLessThan(leastSimilarity);
  });
});

const sizeOf = (svg: string, side: "width" | "height") =>
  Math.ceil(Number(new RegExp(`<svg[^>]* ${side}="([^"]+)"`).exec(svg)?.[1]) - 0.001);

const withoutSpaces = (text: string) => text.replaceAll(/\s+/g, "");

describe("gallery/all", () => {
  it("has few exceptions, and none for a chart that is not there", () => {
    const names = gallery.map(({ name }) => name);
    expect(Object.keys(galleryExceptions).filter((name) => !names.includes(name))).toEqual([]);
    expect(Object.keys(galleryExceptions).length).toBeLessThanOrEqual(mostExceptions);
  });
});

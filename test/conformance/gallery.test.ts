import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gallery } from "../charts/gallery/index.ts";
import { someOf } from "../support/trials.ts";
import { type Alikeness, compareDrawings, sideBySide } from "./gallery/compare-drawings.ts";
import { drawAsVega } from "./gallery/draw-as-vega.ts";
import { type ChartPage, drawPage } from "./gallery/draw-page.ts";
import { galleryExceptions } from "./gallery/gallery-exceptions.ts";
import { lookahead } from "./gallery/lookahead.ts";
import { openSvgRasteriser, type SvgRasteriser } from "./gallery/open-svg-rasteriser.ts";
import type { Picture } from "./gallery/pictures.ts";
import { missingTexts, type ReadPage, rasterisePage, readPage } from "./gallery/read-page.ts";
import { lazily } from "./lazily.ts";
import { testWith } from "./test-with.ts";
import { validatePdfs } from "./verapdf/validate-pdfs.ts";

/** The specs leave dates to our choice of UTC, which Vega by itself takes from the machine. */
process.env.TZ = "UTC";

const leastSimilarity = 0.98;
const mostExceptions = Math.floor(gallery.length * 0.05);

/** A third of them, evenly spread over what they are there for, and all with `DEEP=1`. */
const charts = someOf(gallery, Math.ceil(gallery.length / 5));

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

interface Drawn {
  readonly svg: string;
  readonly page: ChartPage;
  readonly pdf: string;
  readonly read: ReadPage;
  readonly ours: Picture;
  readonly theirs: Picture;
}

const open = lazily(openSvgRasteriser);

/** Both drawings, at a precision that nearly all charts need. */
const drawn = lookahead(charts, async (chart): Promise<Drawn> => {
  rasteriser = await open();
  const svg = await drawAsVega(chart);
  const page = await drawPage(chart);
  const pdf = join(folder, `${chart.name}.pdf`);
  await writeFile(pdf, page.bytes);
  const [read, ours, theirs] = await Promise.all([
    readPage(pdf),
    rasterisePage(pdf, 2),
    rasteriser.draw(svg, { around: paperAround(svg, page.chart), isFine: false }),
  ]);
  return { svg, page, pdf, read, ours, theirs };
});

/** Twice as fine: where much is thin, what moves by parts of a pixel counts. */
async function compareFinely({ svg, page, pdf }: Drawn): Promise<Alikeness> {
  const around = paperAround(svg, page.chart);
  const [ours, theirs] = await Promise.all([rasterisePage(pdf, 4), (await open()).draw(svg, { around, isFine: true })]);
  return compareDrawings(ours, theirs);
}

/** Our picture may have grown by what hangs over its edge. */
function paperAround(svg: string, { widthPx, heightPx }: ChartPage["chart"]) {
  const own = (side: "width" | "height") =>
    Math.ceil(Number(new RegExp(`<svg[^>]* ${side}="([^"]+)"`).exec(svg)?.[1]) - 0.001);
  return { x: Math.max(0, widthPx - own("width")), y: Math.max(0, heightPx - own("height")) };
}

describe.each(charts.map((chart) => [chart.name, chart] as const))("gallery/%s", (name, chart) => {
  testWith(
    "chromium",
    "poppler",
    "checkers",
  )("comes out in PDF as Vega draws it", async () => {
    const both = await drawn(chart);
    const first = compareDrawings(both.ours, both.theirs);
    const alike = first.similarity >= leastSimilarity ? first : await compareFinely(both);
    similarities.set(name, alike.similarity);
    if (kept !== undefined) await writeFile(join(folder, `${name}.png`), sideBySide(alike.ours, alike.theirs));

    expect(both.read.fontsNotEmbedded).toEqual([]);
    expect(missingTexts(both.page.chart.texts, both.read.words)).toEqual([]);
    const exception = galleryExceptions[name];
    expect(alike.similarity).toBeGreaterThanOrEqual(exception?.least ?? leastSimilarity);
    if (exception)
      expect(alike.similarity, "It agrees now: take it out of gallery-exceptions.ts.").toBeLessThan(leastSimilarity);
  });
});

describe("gallery/all", () => {
  testWith(
    "java",
    "maven",
    "chromium",
    "poppler",
    "checkers",
  )(`PDF/UA-1 and PDF/A-3a: ${charts.length} of ${gallery.length} charts`, async () => {
    const written = charts.filter(({ name }) => similarities.has(name)).map(({ name }) => join(folder, `${name}.pdf`));
    const broken = await validatePdfs(written, ["ua1", "3a"]);
    expect(written.length).toBeGreaterThan(0);
    expect(broken.size).toBe(2 * written.length);
    expect([...broken].filter(([, rules]) => rules.length > 0)).toEqual([]);
  });

  it("has few exceptions, and none for a chart that is not there", () => {
    const names = gallery.map(({ name }) => name);
    expect(Object.keys(galleryExceptions).filter((name) => !names.includes(name))).toEqual([]);
    expect(Object.keys(galleryExceptions).length).toBeLessThanOrEqual(mostExceptions);
  });
});

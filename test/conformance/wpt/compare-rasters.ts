import { readdir, readFile, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { runProgram } from "../run-program.ts";
import type { Fuzzy } from "./find-reftests.ts";

/** A page in pixels of three bytes. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Pages that are looked at. */
const mostPages = 12;

interface DrawOptions {
  /** Dots an inch. */
  readonly resolution: number;
  /** From 1. */
  readonly first: number;
  readonly last: number;
}

/** The pages of a PDF at 96 dots an inch, drawn by Poppler. */
export function drawPages(pdf: string, options: Partial<DrawOptions> = {}): Promise<readonly Raster[]> {
  return draw(pdf, { resolution: 96, first: 1, last: mostPages, ...options });
}

async function draw(pdf: string, { resolution, first, last }: DrawOptions): Promise<readonly Raster[]> {
  const stem = pdf.replace(/\.pdf$/, "");
  const range = ["-f", String(first), "-l", String(last)];
  await runProgram("pdftoppm", ["-r", String(resolution), ...range, pdf, stem]);
  const names = (await readdir(dirname(pdf))).filter(
    (name) => name.startsWith(`${basename(stem)}-`) && name.endsWith(".ppm"),
  );
  return Promise.all(
    names.sort().map(async (name) => {
      const path = join(dirname(pdf), name);
      const raster = readPpm(await readFile(path));
      await rm(path);
      return raster;
    }),
  );
}

function readPpm(bytes: Uint8Array): Raster {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 64)).toString("latin1"));
  if (!head) throw new Error("Not a picture of Poppler's.");
  return { width: Number(head[1]), height: Number(head[2]), data: bytes.subarray(head[0].length) };
}

/** What Poppler draws otherwise for a thousandth of a point: of a colour, 0 to 255. */
const unseen = 16;

/** Whether the pages look alike: as many, of the same size, with no more pixels off than the test lets pass. */
export function looksAlike(a: readonly Raster[], b: readonly Raster[], fuzzy: Fuzzy): boolean {
  if (!isOfOneSize(a, b)) return false;
  let differing = 0;
  for (const [index, page] of a.entries()) {
    const other = b[index] as Raster;
    for (let at = 0; at < page.data.length; at += 3) {
      const difference = differenceAt(page, other, at);
      if (difference > Math.max(unseen, fuzzy.difference)) return false;
      if (difference > unseen) differing += 1;
    }
  }
  return differing <= fuzzy.pixels;
}

/**
 * Whether the pages of two PDFs differ by where edges are drawn alone, and no edge by more than a quarter of a px. Poppler moves
 * letters to quarters of its pixels, and lets a picture cover each pixel that it touches: the same edge comes out otherwise for
 * a millionth of a point. So each page is drawn four times as fine, and each colour has to be there within a pixel of where it was.
 */
export async function looksNear(a: PdfPages, b: PdfPages): Promise<boolean> {
  if (!isOfOneSize(a.pages, b.pages)) return false;
  for (const [index, page] of a.pages.entries()) {
    const other = b.pages[index] as Raster;
    const differing = differingPixels(page, other);
    if (differing.size === 0) continue;
    // What differs over three px in both directions is no edge.
    if ([...differing].some((at) => isAmidst(at, page.width, differing))) return false;
    const closer = { resolution: 4 * 96, first: index + 1, last: index + 1 };
    const [[fine], [otherFine]] = [await drawPages(a.pdf, closer), await drawPages(b.pdf, closer)];
    if (!fine || !otherFine || !(isWithinAPixel(fine, otherFine) && isWithinAPixel(otherFine, fine))) return false;
  }
  return true;
}

export interface PdfPages {
  /** Path. */
  readonly pdf: string;
  readonly pages: readonly Raster[];
}

const isOfOneSize = (a: readonly Raster[], b: readonly Raster[]) =>
  a.length === b.length &&
  a.every(({ width, height }, index) => width === b[index]?.width && height === b[index]?.height);

/** The most that a colour of the pixel at this byte differs. */
const differenceAt = ({ data }: Raster, { data: other }: Raster, at: number) =>
  Math.max(
    Math.abs((data[at] as number) - (other[at] as number)),
    Math.abs((data[at + 1] as number) - (other[at + 1] as number)),
    Math.abs((data[at + 2] as number) - (other[at + 2] as number)),
  );

function differingPixels(page: Raster, other: Raster): ReadonlySet<number> {
  const differing = new Set<number>();
  for (let at = 0; at < page.data.length; at += 3) if (differenceAt(page, other, at) > unseen) differing.add(at / 3);
  return differing;
}

const isAmidst = (at: number, width: number, differing: ReadonlySet<number>) =>
  around.every(([x, y]) => differing.has(at + x + y * width));

const around = [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => [x, y] as const));

/** Whether each colour of a page is among those within a pixel of the same place of the other, or between them. */
function isWithinAPixel(page: Raster, other: Raster): boolean {
  const { width, height } = page;
  for (let at = 0; at < page.data.length; at += 3) {
    if (differenceAt(page, other, at) <= unseen) continue;
    const [x, y] = [(at / 3) % width, Math.floor(at / 3 / width)];
    for (let channel = 0; channel < 3; channel += 1) {
      let [least, most] = [255, 0];
      for (const [dx, dy] of around) {
        if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
        const value = other.data[at + channel + 3 * (dx + dy * width)] as number;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      const value = page.data[at + channel] as number;
      if (value < least - unseen || value > most + unseen) return false;
    }
  }
  return true;
}

import { readFile } from "node:fs/promises";
import { checkersRequire } from "../checkers-require.ts";
import { runProgram } from "../run-program.ts";

/** A page as pixels: four bytes each, row by row. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How the first pages of two PDFs look alike. */
export interface Likeness {
  /** Of the pixels that either of them paints, those that differ to the eye. */
  readonly share: number;
  /** A PNG of both, with what differs in red. */
  readonly difference: Uint8Array;
}

/** Twice as fine as it is looked at: edges that fall a little otherwise are not seen then. */
const dotsPerInch = 288;

/** How far two colours may be apart to look the same, 0 to 1. */
const tolerance = 0.15;

/** Compares the first pages of two PDFs, drawn by one program at one size. */
export async function comparePictures(ours: string, theirs: string): Promise<Likeness> {
  const { default: pixelmatch } = checkersRequire("pixelmatch") as {
    default: (a: Uint8Array, b: Uint8Array, diff: Uint8Array, width: number, height: number, options: object) => number;
  };
  const { PNG } = checkersRequire("pngjs") as {
    PNG: { new (size: object): { data: Uint8Array }; sync: { write(png: object): Uint8Array } };
  };
  const pages = await Promise.all([drawn(ours), drawn(theirs)]);
  // Papers of whole px are a fraction of a pixel apart.
  const width = Math.floor(Math.min(...pages.map((page) => page.width)) / 2);
  const height = Math.floor(Math.min(...pages.map((page) => page.height)) / 2);
  const [a, b] = pages.map((page) => halved(page, width, height)) as [Picture, Picture];
  const png = new PNG({ width, height });
  const differing = pixelmatch(a.data, b.data, png.data, width, height, { threshold: tolerance });
  return { share: differing / Math.max(1, paintedPixels(a, b)), difference: PNG.sync.write(png) };
}

async function drawn(pdf: string): Promise<Picture> {
  const { PNG } = checkersRequire("pngjs") as { PNG: { sync: { read(png: Uint8Array): Picture } } };
  const target = pdf.replace(/\.pdf$/, "");
  await runProgram("pdftoppm", ["-r", String(dotsPerInch), "-png", "-f", "1", "-singlefile", pdf, target]);
  return PNG.sync.read(await readFile(`${target}.png`));
}

/** The top left of a page at half its size: each pixel is the middle of four. */
function halved(page: Picture, width: number, height: number): Picture {
  const data = new Uint8Array(width * height * 4);
  const row = page.width * 4;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width * 4; x += 1) {
      const from = 2 * y * row + (x - (x % 4)) * 2 + (x % 4);
      const at = (offset: number) => page.data[from + offset] ?? 0;
      data[y * width * 4 + x] = (at(0) + at(4) + at(row) + at(row + 4)) / 4;
    }
  }
  return { width, height, data };
}

function paintedPixels(a: Picture, b: Picture): number {
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4) if (isPainted(a.data, at) || isPainted(b.data, at)) count += 1;
  return count;
}

const isPainted = (data: Uint8Array, at: number) =>
  (data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255) < 3 * 250;

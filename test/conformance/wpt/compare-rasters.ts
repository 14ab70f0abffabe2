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

/** The pages of a PDF at 96 dots an inch, drawn by Poppler. */
export async function drawPages(pdf: string): Promise<readonly Raster[]> {
  const stem = pdf.replace(/\.pdf$/, "");
  await runProgram("pdftoppm", ["-r", "96", "-l", String(mostPages), pdf, stem]);
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
  if (a.length !== b.length) return false;
  let differing = 0;
  for (const [index, page] of a.entries()) {
    const other = b[index] as Raster;
    if (page.width !== other.width || page.height !== other.height) return false;
    for (let at = 0; at < page.data.length; at += 3) {
      const difference = Math.max(
        Math.abs((page.data[at] as number) - (other.data[at] as number)),
        Math.abs((page.data[at + 1] as number) - (other.data[at + 1] as number)),
        Math.abs((page.data[at + 2] as number) - (other.data[at + 2] as number)),
      );
      if (difference > Math.max(unseen, fuzzy.difference)) return false;
      if (difference > unseen) differing += 1;
    }
  }
  return differing <= fuzzy.pixels;
}

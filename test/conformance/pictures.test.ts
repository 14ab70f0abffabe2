import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundledFonts, createFontSet } from "../../src/fonts/index.ts";
import { createPdfFormatter } from "../../src/pdf/index.ts";
import { readCases } from "../pdf/cases/read-cases.ts";
import { houseStyle } from "../pdf/house-style.ts";
import { comparePictures } from "./parity/compare-pictures.ts";
import { onGrid } from "./parity/on-grid.ts";
import { openPrinter, type Printer } from "./parity/open-printer.ts";
import { pictureExceptions } from "./parity/picture-exceptions.ts";
import { testWith } from "./test-with.ts";

/** Of the pixels that a page paints: edges of shapes and letters fall a little otherwise. */
const mostDiffering = 0.02;

const cases = readCases().filter(({ name }) => name.startsWith("svg-"));
const shares = new Map<string, number>();
/** Keeps the PDFs and what differs for whoever looks into it. */
const kept = process.env.PICTURES_FOLDER;
let folder = "";
let printer: Printer | undefined;

beforeAll(async () => {
  folder = kept ?? (await mkdtemp(join(tmpdir(), "briefwright-pictures-")));
});

afterAll(async () => {
  await printer?.close();
  if (kept === undefined) await rm(folder, { recursive: true });
  for (const [name, share] of shares) console.log(`${name.padEnd(20)} ${(share * 100).toFixed(2)}% of what is painted`);
});

const formatter = createPdfFormatter({
  fonts: createFontSet(await bundledFonts()),
  stylesheets: [{ text: houseStyle }],
});

async function differingShare(name: string, source: string): Promise<number> {
  const html = onGrid(source);
  printer ??= await openPrinter();
  const { bytes } = await formatter.render(html, { date: new Date(0) });
  const [ours, theirs] = [join(folder, `${name}.pdf`), join(folder, `${name}.chromium.pdf`)];
  await Promise.all([writeFile(ours, bytes), writeFile(theirs, await printer.print(html, houseStyle))]);
  const { share, difference } = await comparePictures(ours, theirs);
  if (kept !== undefined) await writeFile(join(folder, `${name}.difference.png`), difference);
  return share;
}

describe.each(cases.map(({ name, html }) => [name, html] as const))("pictures/%s", (name, html) => {
  testWith(
    "chromium",
    "poppler",
    "checkers",
  )("looks as Chromium draws it", async () => {
    const share = await differingShare(name, html);
    shares.set(name, share);
    const exception = pictureExceptions[name];
    expect(share).toBeLessThanOrEqual(exception?.most ?? mostDiffering);
    if (exception) expect(share, "It agrees now: take it out of picture-exceptions.ts.").toBeGreaterThan(mostDiffering);
  });
});

describe("pictures/all", () => {
  it("has no exception for a case that is not there", () => {
    const names = cases.map(({ name }) => name);
    expect(Object.keys(pictureExceptions).filter((name) => !names.includes(name))).toEqual([]);
  });
});
